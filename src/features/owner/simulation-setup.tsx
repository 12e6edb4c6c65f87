/** 试算 before it begins: which plan, which days, and the lines that must hold; below, what was simulated lately. */
import { Picker, Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chips } from '@/components/chip'
import { ListRow } from '@/components/list-row'
import { Money } from '@/components/money'
import { StatusTag } from '@/components/tag'
import { aria } from '@/components/aria'
import { NumberRow } from './number-row'
import { daysText, differenceOf, doneText, spans } from './simulation-words'
import type { Asked, Simulator } from './simulation-words'

interface SetupProps {
  simulator: Simulator
  asked: Asked
  onChange: (asked: Asked) => void
}

const kindWords = { draft: '草稿', scheduled: '将生效', 'in-force': '正在用' } as const

function DayField({
  label,
  value,
  end,
  onChange,
}: {
  label: string
  value: string
  end: string
  onChange: (day: string) => void
}) {
  return (
    <View className="sim-day">
      <Text className="fy-field-label">{label}</Text>
      <Picker
        mode="date"
        value={value}
        end={end}
        onChange={(event) => onChange(event.detail.value)}
        {...aria(label)}
      >
        <View className="fy-field-box">{value}</View>
      </Picker>
    </View>
  )
}

export function SimulationSetup({ simulator, asked, onChange }: SetupProps) {
  const put = (changed: Partial<Asked>) => onChange({ ...asked, ...changed })
  const { plans, today } = simulator
  return (
    <>
      <Text className="desk-label">试算哪一版</Text>
      <Chips
        items={plans.map(({ id, version, kind }) => ({
          key: id,
          text: `${kindWords[kind]} ${version}`,
        }))}
        value={asked.planId}
        onChange={(planId) => put({ planId })}
        wrap
      />
      <Text className="desk-label">用哪些订单</Text>
      <Chips items={spans} value={asked.span} onChange={(span) => put({ span })} wrap />
      {asked.span === 'own' && (
        <View className="sim-days">
          <DayField label="从" value={asked.from} end={today} onChange={(from) => put({ from })} />
          <DayField label="到" value={asked.to} end={today} onChange={(to) => put({ to })} />
        </View>
      )}
      <Text className="desk-label">你的底线</Text>
      <Card flush>
        <NumberRow
          label="佣金预算"
          unit="%"
          note="佣金最多占货款的比例"
          value={asked.budget}
          onChange={(budget) => put({ budget })}
        />
        <NumberRow
          label="毛利底线"
          unit="%"
          note="付完佣金，商品至少留下的比例"
          value={asked.floor}
          onChange={(floor) => put({ floor })}
        />
      </Card>
    </>
  )
}

interface RecentProps {
  recent: Simulator['recent']
  onOpen: (id: string) => void
}

export function RecentSimulations({ recent, onOpen }: RecentProps) {
  if (recent.length === 0) return null
  return (
    <>
      <Text className="desk-label">最近算过</Text>
      <Card flush>
        {recent.map((one) => (
          <ListRow
            key={one.id}
            title={one.version}
            note={`${daysText(one.from, one.to)} · ${doneText(one)}`}
            value={<RecentValue simulation={one} />}
            onTap={() => onOpen(one.id)}
          />
        ))}
      </Card>
    </>
  )
}

function RecentValue({ simulation }: { simulation: Simulator['recent'][number] }) {
  const { status, draftFen, realFen } = simulation
  if (status === 'failed') return <StatusTag tone="bad">没算成</StatusTag>
  if (draftFen === null || realFen === null) return <StatusTag tone="gold">在算</StatusTag>
  return <Money fen={differenceOf({ draftFen, realFen })} sign="always" />
}
