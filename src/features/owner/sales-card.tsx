/** 销售额 = 流量 × 转化率 × 客单价: the one number, what makes it, and which part of it moved. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Bars } from '@/components/bars'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'
import { formatFen } from '@/components/money/format'
import { StatusTag } from '@/components/tag'
import { changeTenths, tenthsText } from './percent'
import {
  changeOf,
  compareText,
  factText,
  factorsOf,
  mainFactor,
  spanText,
  todayFen,
} from './sales-words'
import type { Dashboard, Factor, Range } from './sales-words'

const arrow = (tenths: number) => (tenths > 0 ? '↑' : '↓')

function Change({ tenths }: { tenths: number | null }) {
  if (tenths === null) return <Text className="dash-change fy-ink-3">没有可比</Text>
  if (tenths === 0) return <Text className="dash-change fy-ink-3">持平</Text>
  return (
    <Text className={`dash-change fy-strong ${tenths > 0 ? 'fy-good' : 'fy-bad'}`}>
      {arrow(tenths)} {tenthsText(tenths)}
    </Text>
  )
}

function Formula({ factors }: { factors: readonly Factor[] }) {
  return (
    <View className="dash-formula">
      {factors.map((factor, index) => (
        <View key={factor.key} className="dash-formula-part">
          {index > 0 && <Text className="dash-times">×</Text>}
          <View className="dash-factor">
            <Text className="dash-factor-name">{factor.name}</Text>
            <Text className={factor.text.length > 8 ? 'dash-factor-long' : 'dash-factor-text'}>
              {factor.text}
            </Text>
            <Change tenths={factor.change} />
          </View>
        </View>
      ))}
    </View>
  )
}

function Moved({ dashboard, range }: { dashboard: Dashboard; range: Range }) {
  const change = changeOf(dashboard)
  const main = mainFactor(dashboard)
  if (!main) return null
  const factors = factorsOf(dashboard)
  const said = factors.map(({ name, movedFen }) => `${name} ${formatFen(movedFen, 'always')}`)
  return (
    <View className="dash-moved">
      <Text className="dash-moved-title">
        {change > 0 ? '多' : '少'}的 {formatFen(Math.abs(change))} 从哪来
      </Text>
      <Bars
        summary={`销售额的变化：${said.join('，')}`}
        rows={factors.map(({ name, movedFen }) => ({
          name,
          amount: movedFen,
          value: <Money fen={movedFen} size="4" sign="always" />,
        }))}
      />
      <View className="dash-fact">
        主要{change > 0 ? '靠' : '是'}
        <Text className="fy-strong fy-brand">{main.name}</Text>：{factText(dashboard, range, main)}
      </View>
    </View>
  )
}

/** What came in so far today, within a longer span; more of it is one tap away. */
function Today({ dashboard, onToday }: { dashboard: Dashboard; onToday: () => void }) {
  return (
    <View
      className="dash-today"
      hoverClass="fy-row-pressed"
      onClick={onToday}
      {...aria(undefined, 'button')}
    >
      <Text className="fy-t-small fy-ink-2">今天到现在</Text>
      <View className="fy-row">
        <Money fen={todayFen(dashboard)} size="3" tone="ink" />
        <Icon name="chev" size={16} className="fy-ink-3 fy-ml-4" />
      </View>
    </View>
  )
}

interface SalesCardProps {
  dashboard: Dashboard
  range: Range
  /** To today alone. */
  onToday: () => void
}

export function SalesCard({ dashboard, range, onToday }: SalesCardProps) {
  const { now, before, from, to } = dashboard
  const tenths = changeTenths({ part: now.salesFen, of: 1 }, { part: before.salesFen, of: 1 })
  return (
    <Card>
      <View className="fy-row fy-between">
        <Text className="fy-t-small fy-ink-2">
          销售额 <Text className="fy-ink-3">{spanText(from, to)}</Text>
        </Text>
        {tenths !== null && tenths !== 0 && (
          <StatusTag tone={tenths > 0 ? 'good' : 'bad'}>
            {arrow(tenths)} {tenthsText(tenths)}
          </StatusTag>
        )}
      </View>
      <View className="fy-mt-4">
        <Money fen={now.salesFen} size="hero" />
      </View>
      <Text className="fy-t-cap fy-ink-3">{compareText(dashboard, range)}</Text>
      {range !== 'today' && <Today dashboard={dashboard} onToday={onToday} />}
      <Formula factors={factorsOf(dashboard)} />
      <Moved dashboard={dashboard} range={range} />
    </Card>
  )
}
