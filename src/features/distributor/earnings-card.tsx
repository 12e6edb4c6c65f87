/** What today has brought so far, and what each of the last 7 or 30 days earned. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Api } from '@/api/call'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { formatCount, formatFen } from '@/components/money/format'
import { clockText } from '@/components/moment/format'
import { Segment } from '@/components/segment'
import { TrendChart, formatWan } from '@/components/trend-chart'
import { useHiddenAmounts } from '@/features/wallet/hidden-amounts'
import { FUNNEL, goTo } from './paths'

type Centre = Api['distributor.getCentre']['output']
type Span = '7' | '30'

const SPANS: readonly { key: Span; text: string }[] = [
  { key: '7', text: '7 天' },
  { key: '30', text: '30 天' },
]

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className="dist-figure">
      <View className="dist-figure-value">{children}</View>
      <Text className="fy-t-cap fy-ink-3">{name}</Text>
    </View>
  )
}

/** The chart of the chosen span; nothing while amounts are hidden. */
function Earned({ days }: { days: Centre['days'] }) {
  const isHidden = useHiddenAmounts((state) => state.isHidden)
  const [span, setSpan] = useState<Span>('7')
  const shown = days.slice(-Number(span))
  const sum = shown.reduce((all, { commissionFen }) => all + commissionFen, 0)
  if (isHidden) return <View className="dist-earned-none">金额已隐藏</View>
  return (
    <>
      <View className="fy-row fy-between fy-mt-16">
        <View>
          <View className="fy-t-cap fy-ink-3">{span} 天佣金</View>
          <View className="dist-earned-sum">{formatFen(sum, 'always')}</View>
        </View>
        <View className="dist-span">
          <Segment items={SPANS} value={span} onChange={setSpan} />
        </View>
      </View>
      {sum === 0 ? (
        <View className="dist-earned-none">
          这 {span} 天还没有佣金，分享出去的每一笔都会记在这里
        </View>
      ) : (
        <TrendChart
          points={shown.map(({ on, commissionFen }) => ({
            label: String(Number(on.slice(8))),
            value: commissionFen,
          }))}
          summary={`近 ${span} 天每天的佣金，一共 ${formatFen(sum, 'always')}`}
          format={formatWan}
        />
      )}
    </>
  )
}

export function EarningsCard({ today, asOf, days }: Pick<Centre, 'today' | 'asOf' | 'days'>) {
  return (
    <Card>
      <View onClick={() => goTo(FUNNEL)} {...aria('今天的推广效果', 'button')}>
        <View className="fy-row fy-between">
          <Text className="fy-t-head">今天</Text>
          <Text className="fy-t-cap fy-ink-3">截至 {clockText(asOf)}</Text>
        </View>
        <View className="fy-row fy-row-top fy-mt-12">
          <Figure name="访问">{formatCount(today.visits)}</Figure>
          <Figure name="新顾客">{formatCount(today.newCustomers)}</Figure>
          <Figure name="订单">{formatCount(today.orders)}</Figure>
        </View>
      </View>
      <Earned days={days} />
    </Card>
  )
}
