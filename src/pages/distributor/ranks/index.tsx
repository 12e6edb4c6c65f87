/** 排行榜: who sold, earned or won most in a week, a month or ever; one's own place always, others' names masked. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Card } from '@/components/card'
import { Chips } from '@/components/chip'
import { classNames } from '@/components/class-names'
import { momentText } from '@/components/moment/format'
import { formatCount, formatFen } from '@/components/money/format'
import { Page } from '@/components/page'
import { PageState } from '@/components/page-state'
import { Segment } from '@/components/segment'
import { TierBadge } from '@/components/tier'
import { useResource } from '@/state/use-resource'
import './index.scss'

type Ranks = Api['distributor.getRanks']['output']
type Asked = Api['distributor.getRanks']['input']

const periods: readonly { key: Asked['period']; text: string }[] = [
  { key: 'week', text: '本周' },
  { key: 'month', text: '本月' },
  { key: 'total', text: '总榜' },
]
const before: readonly { key: Asked['period']; text: string }[] = [
  { key: 'last-week', text: '上周' },
  { key: 'last-month', text: '上月' },
]
const measures: readonly { key: Asked['measure']; text: string }[] = [
  { key: 'sales', text: '销售' },
  { key: 'commission', text: '佣金' },
  { key: 'new-customers', text: '新顾客' },
]

function valueText(measure: Asked['measure'], value: number): string {
  return measure === 'new-customers' ? `${formatCount(value)} 位` : formatFen(value)
}

interface RowProps {
  place: string
  isFirst: boolean
  name: string
  tier: Ranks['own']['tier']
  value: string
  isOwn: boolean
}

function Row({ place, isFirst, name, tier, value, isOwn }: RowProps) {
  return (
    <View className={classNames('ranks-row', isOwn && 'ranks-own')}>
      <Text className={classNames('ranks-place', isFirst && 'ranks-first')}>{place}</Text>
      <View className="fy-grow fy-row">
        <Text className="fy-ell">{isOwn ? `${name}（你）` : name}</Text>
        <View className="ranks-tier">
          <TierBadge tier={tier} />
        </View>
      </View>
      <Text className="ranks-value">{value}</Text>
    </View>
  )
}

function Own({ ranks, measure }: { ranks: Ranks; measure: Asked['measure'] }) {
  const { own, ranked } = ranks
  const isListed = ranks.rows.some((row) => row.isOwn)
  return (
    <Card>
      <View className="fy-t-head">
        {own.place === null ? '你还没有上榜' : `你排第 ${own.place}，共 ${ranked} 人上榜`}
      </View>
      <View className="fy-t-small fy-ink-2 fy-mt-4">
        {own.place === null
          ? '有了第一笔就会排进来。'
          : `${valueText(measure, own.value)}${isListed ? '' : '，前 50 名之外也给你数着'}`}
      </View>
    </Card>
  )
}

export default function RanksPage() {
  const [period, setPeriod] = useState<Asked['period']>('week')
  const [measure, setMeasure] = useState<Asked['measure']>('sales')
  const ranks = useResource(() => call('distributor.getRanks', { period, measure }), {
    keys: [period, measure],
  })
  const { data } = ranks
  return (
    <Page title="排行榜" state="ready" resource={ranks}>
      <Segment
        items={periods}
        value={period === 'last-week' ? 'week' : period === 'last-month' ? 'month' : period}
        onChange={setPeriod}
      />
      <View className="fy-mt-8">
        <Chips items={measures} value={measure} onChange={setMeasure} />
      </View>
      <Chips items={before} value={period} onChange={setPeriod} soft />
      <PageState
        state={ranks.state}
        error={ranks.error}
        onRetry={() => void ranks.reload()}
        errorTitle="排行榜没有打开"
      >
        {data && (
          <>
            <Own ranks={data} measure={measure} />
            <View className="fy-mt-8">
              {data.rows.length === 0 ? (
                <Card>
                  <View className="fy-t-small fy-ink-3">
                    这段时间还没有人上榜。第一笔成交之后，一分钟内排出来。
                  </View>
                </Card>
              ) : (
                <Card flush>
                  {data.rows.map((row, index) => (
                    <Row
                      key={`${row.place}:${index}`}
                      place={String(row.place)}
                      isFirst={row.place <= 3}
                      name={row.name}
                      tier={row.tier}
                      value={valueText(measure, row.value)}
                      isOwn={row.isOwn}
                    />
                  ))}
                </Card>
              )}
            </View>
            <View className="ranks-foot">
              {data.asOf === null ? '榜单还没有排' : `截至 ${momentText(data.asOf)}`}
              {' · 一样多的并列，退款会扣回'}
            </View>
          </>
        )}
      </PageState>
    </Page>
  )
}
