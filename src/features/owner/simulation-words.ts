/** What the simulator's page says: days, differences, lines that must hold. Pure. */
import type { Api } from '@/api/call'
import { formatBps, formatCount, formatFen } from '@/components/money/format'
import { TIER_NAMES } from '@contract/model/shop'
import type { TierKey } from '@contract/model/shop'
import { addDays } from '@contract/time'
import { bpsFromText } from './percent'
import { scopeWords } from './plan-words'
import type { Scope } from './plan-words'

export type Simulator = Api['owner.getSimulator']['output']
export type Simulated = Api['owner.getSimulation']['output']
export type Result = NonNullable<Simulated['result']>
export type Progress = Api['owner.advanceSimulation']['output']
/** What the simulated plan would have paid, and what was really accrued (fen). */
interface Pair {
  draftFen: number
  realFen: number
}

export type Span = '7' | '30' | '90' | 'own'
export const spans: readonly { key: Span; text: string }[] = [
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

/** Both days included; the last of the presets is today. */
export function daysOf({ span, from, to }: Asked, today: string): { from: string; to: string } {
  return span === 'own' ? { from, to } : { from: addDays(today, 1 - Number(span)), to: today }
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

/** `11 月 1 日 – 11 月 20 日` */
export const daysText = (from: string, to: string) =>
  from === to ? dayText(from) : `${dayText(from)} – ${dayText(to)}`

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

export const tierText = (tier: string) => TIER_NAMES[tier as TierKey] ?? '没有等级'
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
