/** 看板: today's sales and what moved them, what commissions cost, and what waits for a decision. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Money } from '@/components/money'
import { formatBps, formatFen } from '@/components/money/format'
import { Progress } from '@/components/progress'
import { Segment } from '@/components/segment'
import { Bone } from '@/components/skeleton'
import { TrendChart, formatWan } from '@/components/trend-chart'
import { openPage } from '@/features/mall/open-page'
import { DecisionList } from '@/features/owner/decision-list'
import { DeskPage } from '@/features/owner/desk-page'
import { DeskTools } from '@/features/owner/desk-tools'
import { FirstSteps } from '@/features/owner/first-steps'
import { deskPaths } from '@/features/owner/paths'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { bpsToText } from '@/features/owner/percent'
import { SalesCard } from '@/features/owner/sales-card'
import { beforeWord, bestDayText, ranges, waitedText } from '@/features/owner/sales-words'
import type { Dashboard, Range } from '@/features/owner/sales-words'
import { TopEarners, TopProducts } from '@/features/owner/top-lists'
import { momentText } from '@/components/moment/format'
import { useSession } from '@/state/session'
import { useResource } from '@/state/use-resource'
import './index.scss'

function Trend({
  dashboard: { days, now, before },
  range,
}: {
  dashboard: Dashboard
  range: Range
}) {
  if (days.length < 2) return null
  // A flat line at zero says nothing that the number above it does not.
  if (now.salesFen === 0 && before.salesFen === 0) return null
  const was = `${beforeWord(range)}共 ${formatFen(before.salesFen)}`
  return (
    <Card>
      <Text className="fy-t-head">
        每天销售额<Text className="fy-t-cap fy-ink-3">（元）</Text>
      </Text>
      <TrendChart
        points={days.map(({ on, salesFen }) => ({
          label: String(Number(on.slice(8))),
          value: salesFen,
        }))}
        before={days.map(({ beforeFen }) => beforeFen)}
        summary={`每天销售额，${days.length} 天共 ${formatFen(now.salesFen)}，${was}`}
        format={formatWan}
      />
      <View className="dash-fact">{bestDayText(days)}</View>
    </Card>
  )
}

function CostAndPayouts({ dashboard }: { dashboard: Dashboard }) {
  const { costRatioBps, capBps, now, payouts } = dashboard
  return (
    <View className="dash-pair">
      <Card className="dash-half" onTap={() => openPage(deskPaths.plan())}>
        <Text className="fy-t-cap fy-ink-3">佣金成本率</Text>
        <View className="dash-half-number">{bpsToText(costRatioBps)}%</View>
        <Progress kind="part" now={costRatioBps} goal={capBps ?? 0} />
        <View className="dash-half-note">
          <Facts
            of={[
              formatFen(now.commissionFen),
              capBps === null ? '还没有方案' : `上限 ${formatBps(capBps)}`,
            ]}
          />
        </View>
      </Card>
      <Card className="dash-half" onTap={() => openPage(deskPaths.payouts())}>
        <Text className="fy-t-cap fy-ink-3">待审提现</Text>
        <View className="dash-half-number">{payouts.count} 笔</View>
        <Money fen={payouts.amountFen} size="4" state="withdrawing" />
        {payouts.oldestAt !== null && (
          <View className="dash-half-note">
            最早一笔等了{waitedText(payouts.oldestAt, dashboard.asOf)}
          </View>
        )}
      </Card>
    </View>
  )
}

function DashboardBones() {
  return (
    <Card>
      <Bone width="40%" height={16} />
      <View className="fy-mt-12">
        <Bone width="70%" height={40} />
      </View>
      <View className="fy-mt-16">
        <Bone width="100%" height={72} />
      </View>
      <View className="fy-mt-16">
        <Bone width="100%" height={160} />
      </View>
    </Card>
  )
}

/** Whether something is on the shelf; asked only while the shop looks new. */
function useHasGoods(isAsked: boolean): boolean {
  const goods = useResource(() => call('owner.listProducts', { shelf: 'on' }), {
    when: isAsked,
    onShow: true,
  })
  // Unknown counts as done: the card must not send a person who may not see goods to add some.
  return goods.data ? goods.data.rows.length > 0 : true
}

export default function DashboardPage() {
  const isNew = useRouter().params['new'] === '1'
  const [range, setRange] = useState<Range>('7d')
  const isOwner = useIsOwner()
  const shopName = useSession().session?.shop.name ?? ''
  const dashboard = useResource(() => call('owner.getDashboard', { range }), {
    keys: [range],
    onShow: true,
  })
  const shown = dashboard.data
  const isYoung =
    isNew || (shown !== undefined && (shown.capBps === null || shown.now.orders === 0))
  const hasGoods = useHasGoods(shown !== undefined && isYoung)
  return (
    <DeskPage
      title={shopName === '' ? '看板' : `${shopName} · 看板`}
      resource={dashboard}
      skeleton={<DashboardBones />}
      above={<Segment items={ranges} value={range} onChange={setRange} />}
    >
      {shown && (
        <View className="dash">
          {isYoung && <FirstSteps hasPlan={shown.capBps !== null} hasGoods={hasGoods} />}
          <SalesCard dashboard={shown} range={range} onToday={() => setRange('today')} />
          <View className="fy-section">要你拿主意</View>
          <DecisionList dashboard={shown} isOwner={isOwner} />
          <View className="fy-mt-16">
            <Trend dashboard={shown} range={range} />
          </View>
          <CostAndPayouts dashboard={shown} />
          <TopProducts products={shown.topProducts} isOwner={isOwner} />
          <TopEarners earners={shown.topEarners} />
          <View className="fy-mt-12">
            <DeskTools isOwner={isOwner} />
          </View>
          <View className="desk-foot">数据截至 {momentText(shown.asOf)}</View>
        </View>
      )}
    </DeskPage>
  )
}
