/** What today has brought so far, and as of when. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Api } from '@/api/call'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { formatCount } from '@/components/money/format'
import { clockText } from '@/components/moment/format'
import { useHiddenAmounts } from '@/features/wallet/hidden-amounts'

type Centre = Api['distributor.getCentre']['output']

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className="dist-figure">
      <View className="dist-figure-value">{children}</View>
      <Text className="fy-t-cap fy-ink-3">{name}</Text>
    </View>
  )
}

export function TodayCard({ today, asOf }: Pick<Centre, 'today' | 'asOf'>) {
  const isHidden = useHiddenAmounts((state) => state.isHidden)
  return (
    <Card>
      <View className="fy-row fy-between">
        <Text className="fy-t-head">今天</Text>
        <Text className="fy-t-cap fy-ink-3">截至 {clockText(asOf)}</Text>
      </View>
      <View className="fy-row fy-row-top fy-mt-12">
        <Figure name="访问">{formatCount(today.visits)}</Figure>
        <Figure name="新客户">{formatCount(today.newCustomers)}</Figure>
        <Figure name="订单">{formatCount(today.orders)}</Figure>
        <Figure name="佣金">
          <Money fen={today.commissionFen} size="2" sign="always" tone="gold" hidden={isHidden} />
        </Figure>
      </View>
    </Card>
  )
}
