/** What the simulator's page says: days, differences, lines that must hold. Pure. */
import type { Api } from '@/api/call'
import { formatBps, formatCount, formatFen } from '@/components/money/format'
import { addDays, addMonths } from '@contract/time'
import { bpsFromText } from './percent'
import { isTier, scopeWords } from './plan-words'
import type { Scope, TierNames } from './plan-words'

export type Simulator = Api['owner.getSimulator']['output']
export type Simulated = Api['owner.getSimulation']['output']
export type Result = NonNullable<Simulated['result']>
export type Progress = Api['owner.advanceSimulation']['output']
/** What the simulated plan would have paid, and what was really accrued (fen). */
interface Pair {
  draftFen: number
  realFen: number
}

export type Span = 'month' | '7' | '30' | '90' | 'own'
export const spans: readonly { key: Span; text: string }[] = [
  { key: 'month', text: '上个月' },
  { key: '7', text: '近 7 天' },
  { key: '30', text: '近 30 天' },
  { key: '90', text: '近 90 天' },
  { key: 'own', text: '自己选' },
]

export interface Asked {
  planId: string
  span: Span
  /** For `own`. */
  from: string
  to: string
  budget: string
  floor: string
}

/** What the form begins with: the last lines that were drawn, else 15 % and 12 %. */
export function startAsked({ plans, recent, today }: Simulator, planId: string | undefined): Asked {
  const last = recent[0]
  const isKnown = plans.some(({ id }) => id === planId)
  return {
    planId: (isKnown ? planId : plans[0]?.id) ?? '',
    span: '30',
    from: addDays(today, -29),
    to: today,
    budget: percentText(last?.budgetBps ?? 1500),
    floor: percentText(last?.floorBps ?? 1200),
  }
}

/** Both days included; 上个月 is the calendar month before today's, the other presets end today. */
export function daysOf({ span, from, to }: Asked, today: string): { from: string; to: string } {
  if (span === 'own') return { from, to }
  if (span !== 'month') return { from: addDays(today, 1 - Number(span)), to: today }
  const first = `${today.slice(0, 7)}-01`
  return { from: `${addMonths(today.slice(0, 7), -1)}-01`, to: addDays(first, -1) }
}

/** What the server gets; null while a line isn't a number. */
export function inputOfAsked(asked: Asked, today: string) {
  const [budgetBps, floorBps] = [bpsFromText(asked.budget), bpsFromText(asked.floor)]
  if (budgetBps === null || floorBps === null) return null
  return { planId: asked.planId, ...daysOf(asked, today), budgetBps, floorBps }
}

/** Why it can't begin yet, as the button's text; null when it can. */
export function askedMissing(asked: Asked, today: string): string | null {
  const { from, to } = daysOf(asked, today)
  if (asked.planId === '') return '先起草一版方案'
  if (from > to) return '开始不能晚于结束'
  const isWrong = bpsFromText(asked.budget) === null || bpsFromText(asked.floor) === null
  return isWrong ? '预算和底线写 0 到 100 的数' : null
}

const percentText = (bps: number) => formatBps(bps).slice(0, -1)

const dayText = (on: string) => `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`

const isWholeMonth = (from: string, to: string) =>
  from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && addDays(to, 1).endsWith('-01')

/** `11 月 1 日 – 11 月 20 日`; `10 月` for the whole of it. */
export function daysText(from: string, to: string): string {
  if (isWholeMonth(from, to)) return `${Number(from.slice(5, 7))} 月`
  return from === to ? dayText(from) : `${dayText(from)} – ${dayText(to)}`
}

export const differenceOf = ({ draftFen, realFen }: Pair): number => draftFen - realFen

/** `草稿 2026-12-A 要多付`: what the large figure below it says. */
export function headText(version: string, difference: number): string {
  if (difference === 0) return `${version} 和现在付的一样多`
  return `${version} 要${difference > 0 ? '多' : '少'}付`
}

/** `现行 2026-11-A`, or what several versions paid. */
export function realName({ realVersions }: Result): string {
  if (realVersions.length === 0) return '当时没有计佣'
  return realVersions.length === 1 ? `现行 ${realVersions[0]}` : `当时的 ${realVersions.length} 版`
}

/** Widths in percent of a bar that leaves room behind the longest of them. */
export function barsOf(result: Result, budgetBps: number) {
  const { draftRatioBps, realRatioBps } = result
  const whole = (Math.max(draftRatioBps, realRatioBps, budgetBps, 1) * 5) / 4
  const width = (bps: number) => Math.floor((bps * 1000) / whole) / 10
  return { draft: width(draftRatioBps), real: width(realRatioBps), budget: width(budgetBps) }
}

const isScope = (text: string): text is Scope => text in scopeWords

/** `统一比例`, `商品 · 武夷肉桂礼盒`, `活动 · 双旦茶礼` */
export function ruleText({ key, name }: Result['byRule'][number]): string {
  const scope = key.slice(0, Math.max(0, key.indexOf(':')))
  if (!isScope(scope)) return '统一比例'
  return `${scopeWords[scope]} · ${name === '' ? '已经没有了' : name}`
}

/** By what the shop calls its tiers. */
export function tierText(tier: string, nameOf: TierNames): string {
  return isTier(tier) ? nameOf(tier) : '没有等级'
}
export const levelText = (level: string) => (level === '1' ? '一级' : '二级')

/** `桂花冬酿蜜：毛利 9.2%，底线 12%` */
export function breachText(
  { title, draftMarginBps, realMarginBps }: Result['breaches'][number],
  floorBps: number,
): string {
  const now = realMarginBps === null ? '' : `（现在 ${formatBps(realMarginBps)}）`
  return `${title}：毛利 ${formatBps(draftMarginBps)}${now}，底线 ${formatBps(floorBps)}`
}

/** `186 人里 12 人多，3 人少` */
export function changesText({ members, gainCount, lossCount }: Result): string {
  if (gainCount + lossCount === 0) return `${formatCount(members)} 人都不变`
  return `${formatCount(members)} 人里 ${formatCount(gainCount)} 人多，${formatCount(lossCount)} 人少`
}

/** `+¥29.20`, `−¥8.00`, `不变` */
export const changeText = (pair: Pair): string =>
  differenceOf(pair) === 0 ? '不变' : formatFen(differenceOf(pair), 'always')

/** `算了 400 / 1,233 单` */
export const progressText = ({ ordersDone, ordersTotal }: Progress) =>
  `算了 ${formatCount(ordersDone)} / ${formatCount(Math.max(ordersDone, ordersTotal))} 单`

/** `2,146 单` once it is done. */
export const doneText = (progress: Progress): string =>
  progress.status === 'done' ? `${formatCount(progress.ordersDone)} 单` : progressText(progress)
