/** 试算 at a glance: what the plan would pay more or less, both ratios as bars, and the lines it crosses. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { formatBps, formatCount, formatFen } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from './paths'
import { barsOf, breachText, differenceOf, headText, realName } from './simulation-words'
import type { Result, Simulated } from './simulation-words'

interface TrackProps {
  name: string
  amountFen: number
  ratioBps: number
  width: number
  budget: number
  isDraft?: boolean
}

function Track({ name, amountFen, ratioBps, width, budget, isDraft }: TrackProps) {
  return (
    <View className="sim-track-part">
      <View className="sim-track-head">
        <Text className="fy-ink-2 fy-ell">{name}</Text>
        <View className="fy-end fy-nowrap">
          <Money fen={amountFen} size="4" />
          <Text className="sim-track-ratio">占 {formatBps(ratioBps)}</Text>
        </View>
      </View>
      <View className="sim-track" {...aria(`${name}，占 ${formatBps(ratioBps)}`, 'img')}>
        <View
          className={isDraft ? 'sim-track-fill sim-track-draft' : 'sim-track-fill'}
          style={{ width: `${width}%` }}
        />
        <View className="sim-track-line" style={{ left: `${budget}%` }} />
      </View>
    </View>
  )
}

export function CostCard({ simulated, result }: { simulated: Simulated; result: Result }) {
  const { version, budgetBps } = simulated
  const bars = barsOf(result, budgetBps)
  const difference = differenceOf(result)
  return (
    <Card>
      <Text className="fy-t-small fy-ink-2">{headText(version, difference)}</Text>
      <View className="fy-mt-4">
        <Money fen={difference} size="hero" sign="always" tone={difference > 0 ? 'gold' : 'ink'} />
      </View>
      <Track
        name={realName(result)}
        amountFen={result.realFen}
        ratioBps={result.realRatioBps}
        width={bars.real}
        budget={bars.budget}
      />
      <Track
        name={`试算 ${version}`}
        amountFen={result.draftFen}
        ratioBps={result.draftRatioBps}
        width={bars.draft}
        budget={bars.budget}
        isDraft
      />
      <View className="fy-row fy-between fy-t-cap fy-ink-3 fy-mt-8">
        <Text>计佣总额 {formatFen(result.keptFen)}</Text>
        <Text>竖线：你的预算 {formatBps(budgetBps)}</Text>
      </View>
    </Card>
  )
}

const NAMED = 3

/** What the owner's own lines say of it; nothing when all hold. */
export function Crossed({ simulated, result }: { simulated: Simulated; result: Result }) {
  const { budgetBps, floorBps } = simulated
  const { breachCount, breaches, draftRatioBps, unknownCosts, cappedLines, cutFen } = result
  return (
    <View className="sim-crossed">
      {draftRatioBps > budgetBps && (
        <Notice kind="warn" icon="warn">
          <Text className="fy-strong">超过你的预算</Text>
          <Text>
            ：佣金会占 {formatBps(draftRatioBps)}，预算 {formatBps(budgetBps)}。
          </Text>
        </Notice>
      )}
      {breachCount > 0 && (
        <Notice kind="bad" actionText="去调比例" onAction={() => openPage(deskPaths.plan())}>
          <View className="fy-strong">{breachCount} 个商品会低于毛利底线</View>
          {breaches.slice(0, NAMED).map((breach) => (
            <View key={breach.id}>{breachText(breach, floorBps)}</View>
          ))}
          {breachCount > NAMED && <View>还有 {breachCount - NAMED} 个</View>}
        </Notice>
      )}
      {unknownCosts > 0 && (
        <Notice actionText="去填进货价" onAction={() => openPage(deskPaths.products())}>
          {unknownCosts} 个商品没填进货价，算不了毛利。
        </Notice>
      )}
      {cappedLines > 0 && (
        <Notice kind="note">
          封顶压了 {formatCount(cappedLines)} 行订单，一共少付 {formatFen(cutFen)}。
        </Notice>
      )}
    </View>
  )
}
