/** A funnel on a page: the picture, what it brought, and the same by groups. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Chips } from '@/components/chip'
import { Facts } from '@/components/facts'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'
import { formatCount } from '@/components/money/format'
import { clockText } from '@/components/moment/format'
import { openPage } from '@/features/mall/open-page'
import { FunnelChart } from './funnel-chart'
import { stepsOf } from './funnel-words'
import type { Row, Sums } from './funnel-words'

export interface Group {
  key: string
  text: string
  rows: readonly Row[]
}

interface FunnelViewProps {
  total: Sums
  asOf: number | null
  groups: readonly Group[]
}

function GroupRow({ row }: { row: Row }) {
  const { to } = row
  const facts = [
    `打开 ${formatCount(row.opens)}`,
    `访客 ${formatCount(row.visitors)}`,
    `新顾客 ${formatCount(row.newCustomers)}`,
    `订单 ${formatCount(row.orders)}`,
  ]
  return (
    <View
      className="funnel-row"
      hoverClass={to ? 'fy-row-pressed' : 'none'}
      {...(to ? { onClick: () => openPage(to), ...aria(undefined, 'link') } : {})}
    >
      <View className="fy-grow">
        <View className="fy-strong fy-ell">{row.name}</View>
        <View className="fy-t-cap fy-ink-3">
          <Facts of={facts} />
        </View>
      </View>
      <View className="fy-ml-12">
        <Money fen={row.paidFen} size="3" />
      </View>
      {to && <Icon name="chev" size={16} className="fy-ink-3 fy-ml-4" />}
    </View>
  )
}

export function FunnelView({ total, asOf, groups }: FunnelViewProps) {
  const [chosen, setChosen] = useState(groups[0]?.key ?? '')
  const shown = groups.find(({ key }) => key === chosen) ?? groups[0]
  return (
    <>
      <Card>
        <View className="fy-row fy-between">
          <Text className="fy-t-head">从打开到付款</Text>
          {asOf !== null && (
            <Text className="fy-t-cap fy-ink-3 fy-nowrap">截至 {clockText(asOf)}</Text>
          )}
        </View>
        <View className="fy-mt-12">
          <FunnelChart steps={stepsOf(total)} />
        </View>
        <View className="funnel-paid">
          <Text className="fy-ink-2">这些订单付了</Text>
          <Money fen={total.paidFen} size="2" />
        </View>
        <View className="fy-t-cap fy-ink-3 fy-mt-8">
          <Text>
            同一个人反复打开只加“打开”；“访客”是第一次来的人，一人只算一次。金额含运费，没有减去退款。
          </Text>
        </View>
      </Card>
      <View className="funnel-groups">
        <Chips items={groups} value={shown?.key ?? ''} onChange={setChosen} />
      </View>
      <Card flush>
        {shown && shown.rows.length === 0 && (
          <View className="funnel-none fy-ink-3">这段时间还没有</View>
        )}
        {shown?.rows.map((row) => (
          <GroupRow key={row.key} row={row} />
        ))}
      </Card>
    </>
  )
}
