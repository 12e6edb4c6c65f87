/** 业绩: one person's sales day by day, with the sum in fen beside the curve. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { formatFen } from '@/components/money/format'
import { momentText } from '@/components/moment/format'
import { PageState } from '@/components/page-state'
import { Segment } from '@/components/segment'
import { TrendChart, formatWan } from '@/components/trend-chart'
import { useResource } from '@/state/use-resource'

type Days = Api['owner.getPersonDays']['output']
type Range = Api['owner.getPersonDays']['input']['range']
const ranges: readonly { key: Range; text: string }[] = [
  { key: '7d', text: '近 7 天' },
  { key: '30d', text: '近 30 天' },
]

/** `salesFen` is what people paid through them; commissions are of both levels. */
function Curve({
  days,
  of,
  title,
}: {
  days: Days
  of: 'salesFen' | 'commissionFen'
  title: string
}) {
  return (
    <Card>
      <View className="fy-row fy-between">
        <Text className="fy-t-head">{title}</Text>
        <Money fen={days[of]} size="3" />
      </View>
      <TrendChart
        points={days.days.map((day) => ({
          label: String(Number(day.on.slice(8))),
          value: day[of],
        }))}
        summary={`${title}，${days.days.length} 天共 ${formatFen(days[of])}`}
        format={formatWan}
      />
    </Card>
  )
}

export function PersonTrend({ distributorId }: { distributorId: string }) {
  const [range, setRange] = useState<Range>('30d')
  const days = useResource(() => call('owner.getPersonDays', { distributorId, range }), {
    keys: [distributorId, range],
  })
  return (
    <View>
      <Segment items={ranges} value={range} onChange={setRange} />
      <View className="desk-gap">
        <PageState state={days.state} error={days.error} onRetry={() => void days.reload()}>
          {days.data && (
            <View className="desk-list">
              <Curve days={days.data} of="salesFen" title="带来的销售" />
              <Curve days={days.data} of="commissionFen" title="得到的佣金" />
              <View className="desk-foot">
                按付款那天算，退掉的已经减去 · 截至 {momentText(days.data.asOf)}
              </View>
            </View>
          )}
        </PageState>
      </View>
    </View>
  )
}
