/** 排行榜: who sold, earned or won most in a week, a month or ever; one's own place always, others' names masked. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Chips } from '@/components/chip'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { momentText } from '@/components/moment/format'
import { formatCount, formatFen } from '@/components/money/format'
import { Page } from '@/components/page'
import { PageState } from '@/components/page-state'
import { Segment } from '@/components/segment'
import { SkeletonRows } from '@/components/skeleton'
import { TierBadge } from '@/components/tier'
import { useResource } from '@/state/use-resource'
import './index.scss'

type Ranks = Api['distributor.getRanks']['output']
type Asked = Api['distributor.getRanks']['input']

const words: Readonly<Record<Asked['period'], string>> = {
  week: '本周',
  'last-week': '上周',
  month: '本月',
  'last-month': '上月',
  total: '总榜',
}
/** What lies one step before or after a period; the total has neither. */
const others: Readonly<Partial<Record<Asked['period'], Asked['period']>>> = {
  week: 'last-week',
  'last-week': 'week',
  month: 'last-month',
  'last-month': 'month',
}
/** The three places of the switch, the chosen one with the very period that is shown. */
function periodsAround(shown: Asked['period']): { key: Asked['period']; text: string }[] {
  const week = shown === 'last-week' ? shown : 'week'
  const month = shown === 'last-month' ? shown : 'month'
  return ([week, month, 'total'] as const).map((key) => ({ key, text: words[key] }))
}
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
      <View className="fy-grow fy-row ranks-who">
        <Text className="ranks-name">{isOwn ? `${name}（你）` : name}</Text>
        <View className="ranks-tier">
          <TierBadge tier={tier} />
        </View>
      </View>
      <Text className="ranks-value">{value}</Text>
    </View>
  )
}

/** `本周销售`, `累计新顾客`: what the amount is of. */
function measureText({ period, measure }: Asked): string {
  const what = measures.find(({ key }) => key === measure)?.text ?? ''
  return `${period === 'total' ? '累计' : words[period]}${what}`
}

function Own({ ranks, asked }: { ranks: Ranks; asked: Asked }) {
  const { own, ranked } = ranks
  const { measure } = asked
  const isListed = ranks.rows.some((row) => row.isOwn)
  return (
    <Card>
      <View className="fy-t-head">
        {own.place === null ? '你还没有上榜' : `你排第 ${own.place}，共 ${ranked} 人上榜`}
      </View>
      <View className="fy-t-small fy-ink-2 fy-mt-4">
        {own.place === null
          ? '有了第一笔就会排进来。'
          : `${measureText(asked)} ${valueText(measure, own.value)}${isListed ? '' : '，前 50 名之外也给你数着'}`}
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
  const other = others[period]
  return (
    <Page title="排行榜" state="ready" resource={ranks}>
      <Segment items={periodsAround(period)} value={period} onChange={setPeriod} />
      <View className="ranks-choice">
        <View className="fy-grow">
          <Chips items={measures} value={measure} onChange={setMeasure} />
        </View>
        {other && (
          <View
            className="ranks-other"
            onClick={() => setPeriod(other)}
            {...aria(undefined, 'button')}
          >
            <Text>看{words[other]}</Text>
            <Icon name="chev" size={16} />
          </View>
        )}
      </View>
      <PageState
        state={ranks.state}
        error={ranks.error}
        onRetry={() => void ranks.reload()}
        skeleton={<SkeletonRows rows={8} lead="none" />}
        errorTitle="排行榜没有打开"
      >
        {data && (
          <>
            <Own ranks={data} asked={{ period, measure }} />
            <View className="fy-mt-8">
              {data.rows.length === 0 ? (
                <Card>
                  <View className="fy-t-small fy-ink-3">
                    这段时间还没有人上榜。第一笔成交之后，一分钟内排出来。
                  </View>
                </Card>
              ) : (
                <Card flush className="ranks-list">
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
