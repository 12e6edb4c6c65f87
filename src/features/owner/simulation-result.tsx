/** 试算 in detail: by tier and level, by rule, by product, and whose earnings change most. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/components/aria'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { formatBps, formatFen } from '@/components/money/format'
import { useTierName } from '@/components/tier'
import {
  changesText,
  changeText,
  differenceOf,
  levelText,
  ruleText,
  tierText,
} from './simulation-words'
import type { Result } from './simulation-words'

interface Row {
  key: string
  name: string
  note?: string
  draftFen: number
  realFen: number
  lead?: ReactNode
}

/** Of what the shop pays: more is amber, less is good for it. */
const toneOf = (row: Row) => {
  const difference = differenceOf(row)
  if (difference === 0) return 'fy-ink-3'
  return difference > 0 ? 'fy-gold' : 'fy-good'
}

function Bar({ row, most }: { row: Row; most: number }) {
  // What is there is seen, however little it is.
  const width = (fen: number) => (fen === 0 ? '0' : `${Math.ceil((fen * 1000) / most) / 10}%`)
  return (
    <View className="sim-pair" {...aria(pairText(row), 'img')}>
      <View className="sim-pair-bar sim-pair-real" style={{ width: width(row.realFen) }} />
      <View className="sim-pair-bar sim-pair-draft" style={{ width: width(row.draftFen) }} />
    </View>
  )
}

const pairText = ({ name, realFen, draftFen }: Row) =>
  `${name}：现在 ${formatFen(realFen)}，试算 ${formatFen(draftFen)}`

function Rows({ rows, hasBars }: { rows: readonly Row[]; hasBars?: boolean }) {
  const most = Math.max(0, ...rows.flatMap(({ draftFen, realFen }) => [draftFen, realFen]))
  return (
    <>
      {rows.map((row) => (
        <View key={row.key} className="sim-row">
          {row.lead}
          <View className="fy-grow">
            <Text className="sim-row-name">{row.name}</Text>
            {row.note && <Text className="sim-row-note">{row.note}</Text>}
            {hasBars && <Bar row={row} most={most} />}
          </View>
          <View className="sim-row-now">
            <Money fen={row.draftFen} size="4" />
            <Text className={`sim-row-change ${toneOf(row)}`}>{changeText(row)}</Text>
          </View>
        </View>
      ))}
    </>
  )
}

function Group({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <Card className="sim-group">
      <View className="fy-row fy-between sim-group-head">
        <Text className="fy-t-head fy-strong">{title}</Text>
        {note && <Text className="fy-t-cap fy-ink-3">{note}</Text>}
      </View>
      {children}
    </Card>
  )
}

export function ByTierAndLevel({ result }: { result: Result }) {
  const nameOf = useTierName()
  const tiers = result.byTier.map((row) => ({ ...row, name: tierText(row.key, nameOf) }))
  const levels = result.byLevel.map((row) => ({ ...row, name: levelText(row.key) }))
  return (
    <Group title="按等级和级别" note="上：现在　下：试算">
      <Rows rows={tiers} hasBars />
      <View className="fy-hr" />
      <Rows rows={levels} hasBars />
    </Group>
  )
}

export function ByRule({ result }: { result: Result }) {
  const rows = result.byRule.map((row) => ({ ...row, name: ruleText(row) }))
  return (
    <Group title="按规则">
      <Rows rows={rows} hasBars />
    </Group>
  )
}

function marginNote({ draftMarginBps, realMarginBps }: Result['byProduct'][number]): string {
  if (draftMarginBps === null || realMarginBps === null) return '毛利：没填进货价'
  if (draftMarginBps === realMarginBps) return `毛利 ${formatBps(draftMarginBps)}`
  return `毛利 ${formatBps(realMarginBps)} → ${formatBps(draftMarginBps)}`
}

export function ByProduct({ result }: { result: Result }) {
  const rows = result.byProduct.map((row) => ({
    ...row,
    key: row.id,
    name: row.title === '' ? '已经没有的商品' : row.title,
    note: marginNote(row),
  }))
  const isAll = rows.length === result.products
  return (
    <Group title="佣金最多的商品" note={isAll ? undefined : `共 ${result.products} 个`}>
      <Rows rows={rows} />
    </Group>
  )
}

function People({ rows, title }: { rows: Result['gains']; title: string }) {
  const nameOf = useTierName()
  if (rows.length === 0) return null
  return (
    <>
      <View className="sim-people-head">
        <Text className="fy-grow">{title}</Text>
        <Text>现在</Text>
        <Text className="sim-people-change">差额</Text>
      </View>
      {rows.map(({ id, name, tier, draftFen, realFen }) => {
        const difference = draftFen - realFen
        return (
          <View key={id} className="sim-row">
            <Avatar name={name} size={32} />
            <View className="fy-grow sim-person">
              <Text className="sim-row-name">{name}</Text>
              <Text className="sim-row-note">{tierText(tier, nameOf)}</Text>
            </View>
            <Money fen={realFen} size="4" tone="quiet" />
            <View className="sim-people-change">
              <Text className={`fy-strong ${difference > 0 ? 'fy-good' : 'fy-bad'}`}>
                {formatFen(difference, 'always')}
              </Text>
            </View>
          </View>
        )
      })}
    </>
  )
}

export function WhoChanges({ result }: { result: Result }) {
  return (
    <Group title="谁变化最大" note={changesText(result)}>
      <People rows={result.gains} title="多的" />
      <People rows={result.losses} title="少的" />
    </Group>
  )
}
