/** What the dashboard says about its figures: facts the figures know, never a guessed cause. Pure. */
import type { Api } from '@/api/call'
import { onText } from '@/components/moment/format'
import { formatCount, formatFen } from '@/components/money/format'
import { mulDivFloor } from '@contract/money'
import { DAY_MS, HOUR_MS } from '@contract/time'
import { bpsToText, changeTenths } from './percent'

export type Dashboard = Api['owner.getDashboard']['output']
export type Range = Api['owner.getDashboard']['input']['range']
type Figures = Dashboard['now']

export const ranges: readonly { key: Range; text: string; before: string }[] = [
  { key: 'today', text: '今天', before: '昨天全天' },
  { key: '7d', text: '近 7 天', before: '前 7 天' },
  { key: '30d', text: '近 30 天', before: '前 30 天' },
]

export const beforeWord = (range: Range) =>
  ranges.find(({ key }) => key === range)?.before ?? '前一段'

/** `11.13 – 11.19`, or one day. */
export function spanText(from: string, to: string): string {
  const day = (on: string) => `${Number(on.slice(5, 7))}.${on.slice(8)}`
  return from === to ? day(to) : `${day(from)} – ${day(to)}`
}

/** Buyers among visitors as `4.30%`; — when nobody's visit was seen. */
export function conversionText({ buyers, visitors }: Figures): string {
  return visitors === 0 ? '—' : `${bpsToText(mulDivFloor(buyers, 10_000, visitors))}%`
}

/** Sales per buyer in fen; null without buyers. */
export const basketOf = ({ salesFen, buyers }: Figures): number | null =>
  buyers === 0 ? null : mulDivFloor(salesFen, 1, buyers)

export interface Factor {
  key: 'traffic' | 'conversion' | 'basket'
  name: string
  text: string
  /** Tenths of a percent against the period before; null when that cannot be said. */
  change: number | null
  /** This factor's part of the change in sales. */
  movedFen: number
}

export function factorsOf({ now, before, moved }: Dashboard): Factor[] {
  const basket = basketOf(now)
  return [
    {
      key: 'traffic',
      name: '流量',
      text: formatCount(now.visitors),
      change: changeTenths({ part: now.visitors, of: 1 }, { part: before.visitors, of: 1 }),
      movedFen: moved.trafficFen,
    },
    {
      key: 'conversion',
      name: '转化率',
      text: conversionText(now),
      change:
        now.visitors === 0 || before.visitors === 0
          ? null
          : changeTenths(
              { part: now.buyers, of: now.visitors },
              { part: before.buyers, of: before.visitors },
            ),
      movedFen: moved.conversionFen,
    },
    {
      key: 'basket',
      name: '客单价',
      text: formatFen(basket),
      change:
        basket === null || before.buyers === 0
          ? null
          : changeTenths(
              { part: now.salesFen, of: now.buyers },
              { part: before.salesFen, of: before.buyers },
            ),
      movedFen: moved.basketFen,
    },
  ]
}

export const changeOf = ({ now, before }: Dashboard): number => now.salesFen - before.salesFen

/** `前 7 天 ¥111,824.00，多了 ¥13,297.00`. */
export function compareText(dashboard: Dashboard, range: Range): string {
  const change = changeOf(dashboard)
  if (dashboard.now.salesFen === 0 && dashboard.before.salesFen === 0) {
    return '第一单付款后，这里就有数字'
  }
  const was = `${beforeWord(range)} ${formatFen(dashboard.before.salesFen)}`
  if (change === 0) return `${was}，一样多`
  return `${was}，${change > 0 ? '多了' : '少了'} ${formatFen(Math.abs(change))}`
}

/** `最多的一天是 11 月 19 日，¥3,105.00。`; of several alike the latest. */
export function bestDayText(days: Dashboard['days']): string {
  const best = days.reduce<Dashboard['days'][number] | null>(
    (most, day) => (most && most.salesFen > day.salesFen ? most : day),
    null,
  )
  if (!best || best.salesFen === 0) return '这段时间还没有销售。'
  return `最多的一天是 ${onText(best.on)}，${formatFen(best.salesFen)}。`
}

/** Sold on the last day of the span, which is today. */
export const todayFen = ({ days }: Dashboard): number => days.at(-1)?.salesFen ?? 0

/** The factor whose part pulled most in the direction sales went; null when they didn't change. */
export function mainFactor(dashboard: Dashboard): Factor | null {
  const change = changeOf(dashboard)
  if (change === 0) return null
  const pulls = factorsOf(dashboard).filter(({ movedFen }) => movedFen * Math.sign(change) > 0)
  return pulls.reduce<Factor | null>(
    (most, one) => (most && Math.abs(most.movedFen) >= Math.abs(one.movedFen) ? most : one),
    null,
  )
}

/** Of 100 visitors, how many ordered: `4.3`. */
function ofHundred({ buyers, visitors }: Figures): string {
  const tenths = mulDivFloor(buyers, 1000, visitors)
  const digits = String(tenths).padStart(2, '0')
  return digits.endsWith('0') ? digits.slice(0, -1) : `${digits.slice(0, -1)}.${digits.slice(-1)}`
}

function factOf(factor: Factor['key'], { now, before }: Dashboard, was: string): string {
  if (factor === 'traffic') {
    return `来了 ${formatCount(now.visitors)} 个访客，${was}是 ${formatCount(before.visitors)} 个。`
  }
  if (factor === 'basket') {
    return `平均每位买家 ${formatFen(basketOf(now))}，${was}是 ${formatFen(basketOf(before))}。`
  }
  if (now.visitors === 0 || before.visitors === 0) return `下了 ${formatCount(now.orders)} 单。`
  return `100 个访客里有 ${ofHundred(now)} 个下单，${was}是 ${ofHundred(before)} 个。`
}

/** The sentence under the bars. */
export function factText(dashboard: Dashboard, range: Range, main: Factor): string {
  const was = beforeWord(range)
  const visitors = dashboard.now.visitors - dashboard.before.visitors
  const more =
    main.key === 'traffic' || visitors === 0
      ? ''
      : `访客${visitors > 0 ? '多' : '少'}了 ${formatCount(Math.abs(visitors))} 人。`
  return factOf(main.key, dashboard, was) + more
}

/** How long something has waited: `不到 1 小时`, ` 3 小时`, ` 2 天`; begins with the space a digit needs. */
export function waitedText(since: number, now: number): string {
  const hours = mulDivFloor(Math.max(0, now - since), 1, HOUR_MS)
  if (hours < 1) return '不到 1 小时'
  return hours < 24 ? ` ${hours} 小时` : ` ${mulDivFloor(now - since, 1, DAY_MS)} 天`
}
