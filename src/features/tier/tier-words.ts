/** What pages say about tiers: conditions, what is missing, and what happened. Pure. */
import type { Api } from '@/api/call'
import { onText } from '@/components/moment/format'
import { formatBps, formatCount, formatFen } from '@/components/money/format'
import { addMonths } from '@contract/time'
import { TIER_KEYS, type TierKey } from '@contract/model/shop'

export type OwnTier = Api['distributor.getTier']['output']
export type TierStep = NonNullable<OwnTier['next']>
export type TierFigure = TierStep['figures'][number]
export type TierChange = Api['distributor.listTierChanges']['output']['rows'][number]
export type TierCondition = OwnTier['tiers'][number]['conditions'][number]
export type TierMeasure = TierCondition['measure']
export type TierWindow = TierCondition['window']

export const measureWords: Readonly<Record<TierMeasure, string>> = {
  'own-sales': '本人销售',
  'team-sales': '团队销售',
  'paid-orders': '成交订单',
  'direct-members': '直接邀请的成员',
  'training-passed': '通过的培训',
  'assessment-score': '考核得分',
}

export const windowWords: Readonly<Record<TierWindow, string>> = {
  'this-month': '本月',
  'last-month': '上月',
  'last-3-months': '近 3 个月',
  'last-6-months': '近 6 个月',
  'last-12-months': '近 12 个月',
  ever: '累计',
}

const units: Readonly<Partial<Record<TierMeasure, string>>> = {
  'paid-orders': '单',
  'direct-members': '人',
  'training-passed': '门',
  'assessment-score': '分',
}

export const isMoney = (measure: TierMeasure) => measure.endsWith('sales')

/** `¥8,000.00` or `12 单` */
export function amountText(measure: TierMeasure, amount: number): string {
  return isMoney(measure) ? formatFen(amount) : `${formatCount(amount)} ${units[measure] ?? ''}`
}

/** `本月本人销售满 ¥8,000.00` */
export function conditionText({ measure, window, atLeast }: TierCondition): string {
  return `${windowWords[window]}${measureWords[measure]}满 ${amountText(measure, atLeast)}`
}

export const leftOf = ({ atLeast, value }: TierFigure) => Math.max(0, atLeast - value)

/** `本人销售还差 ¥320.00，升级到金毫` */
export function progressText(step: TierStep, tierName: string): string {
  const missing = step.figures.filter((figure) => leftOf(figure) > 0)
  const isMet = step.need === 'any' ? missing.length < step.figures.length : missing.length === 0
  if (isMet) return `条件够了，一分钟内升级到${tierName}`
  const parts = missing.map(
    (figure) => `${measureWords[figure.measure]}还差 ${amountText(figure.measure, leftOf(figure))}`,
  )
  return `${parts.join(step.need === 'any' ? '，或' : '，')}，升级到${tierName}`
}

/** Of all conditions the one that is farthest (all) or nearest (any), in bps of the way. */
export function wayBps({ need, figures }: TierStep): number {
  const ways = figures.map(({ value, atLeast }) =>
    Math.max(0, Math.min(10_000, Math.floor((value * 10_000) / atLeast))),
  )
  if (ways.length === 0) return 0
  return need === 'all' ? Math.min(...ways) : Math.max(...ways)
}

/** `一级 +2%，二级 +0.5%`, or that it adds nothing. */
export function bonusText(bonusBps: readonly number[]): string {
  const parts = bonusBps.flatMap((rate, index) =>
    rate > 0 ? [`${index === 0 ? '一级' : '二级'} +${formatBps(rate)}`] : [],
  )
  return parts.length === 0 ? '佣金不加成' : parts.join('，')
}

/** `自己买减 5%`, then the shop's own words; empty when the tier brings neither. */
export function perksText({
  memberOffBps,
  perks,
}: Pick<OwnTier['tiers'][number], 'memberOffBps' | 'perks'>) {
  const off = memberOffBps > 0 ? [`自己买减 ${formatBps(memberOffBps)}`] : []
  return [...off, ...perks].join('；')
}

/** What a tier brings altogether: `佣金一级 +1.5%，二级 +0.5%；自己买减 5%`; empty when it is only a name. */
function bringsText(tier: Pick<OwnTier['tiers'][number], 'bonusBps' | 'memberOffBps' | 'perks'>) {
  const pay = tier.bonusBps.some((rate) => rate > 0) ? `佣金${bonusText(tier.bonusBps)}` : ''
  return [pay, perksText(tier)].filter(Boolean).join('；')
}

export type TierNews = NonNullable<Api['distributor.getCentre']['output']['tierNews']>

const isUp = ({ from, to }: TierNews) => TIER_KEYS.indexOf(to) > TIER_KEYS.indexOf(from)

/** Up is a joy; down is said as it is. */
export function newsTitle(news: TierNews, toName: string): string {
  return isUp(news) ? `升到${toName}了` : `等级现在是${toName}`
}

/** What the tier brings; that it adds nothing is told only to who had more before. */
export function newsBrings(news: TierNews): string {
  return bringsText(news) || (isUp(news) ? '' : bonusText(news.bonusBps))
}

/** `店主保留到 12 月 31 日`: figures decide again afterwards. */
export const holdText = ({ untilOn }: { untilOn: string | null }) =>
  `店主保留${untilOn === null ? '，直到取消' : `到 ${onText(untilOn)}`}`

/** Why, a line a reason: what happened when it was more than reaching, the shop's words, the figures. */
export function newsWhy(news: TierNews, nameOf: NameOf): string[] {
  const { cause, month, reason, heldUntilOn, figures } = news
  const what = cause === 'reached' ? [] : [changeTitle(news, nameOf(news.from), nameOf(news.to))]
  const until = heldUntilOn === null ? '' : `，保留到 ${onText(heldUntilOn)}`
  return [
    ...what.map((line) => `${line}${until}`),
    ...(reason === null ? [] : [`原因：${reason}`]),
    ...(cause === 'set-by-owner' ? [] : figures.map((figure) => figureText(figure, month))),
  ]
}

/** What happened, said by its cause. */
export function changeTitle({ cause, month }: TierChange, from: string, to: string): string {
  const when = monthWord(month)
  switch (cause) {
    case 'reached':
      return `升级：${from} → ${to}`
    case 'warned':
      return `${when}没有达到${from}，这次先保留`
    case 'missed':
      return `${when}又没有达到，${from} → ${to}`
    case 'set-by-owner':
      return from === to ? `店主保留${to}` : `店主定为${to}`
    case 'released':
      return from === to ? `店主取消了保留，仍是${to}` : `店主取消了保留，${from} → ${to}`
    case 'hold-ended':
      return from === to ? `保留到期，仍是${to}` : `保留到期，${from} → ${to}`
  }
}

/** `9 月本人销售 ¥5,036.00 / ¥5,000.00`: of the month that was looked at, which may be long over. */
export function figureText({ measure, window, value, atLeast }: TierFigure, month: string): string {
  const [now, goal] = [amountText(measure, value), amountText(measure, atLeast)]
  return `${windowOf(window, month)}${measureWords[measure]} ${now} / ${goal}`
}

function windowOf(window: TierWindow, month: string): string {
  if (window === 'this-month') return monthWord(month)
  return window === 'last-month' ? monthWord(addMonths(month, -1)) : windowWords[window]
}

const monthWord = (month: string) => `${Number(month.slice(5))} 月`

/** `保级：本月还差 …`, or that it is kept. */
export function keepText(step: TierStep, tierName: string): string {
  const missing = step.figures.filter((figure) => leftOf(figure) > 0)
  const isKept = step.need === 'any' ? missing.length < step.figures.length : missing.length === 0
  if (isKept) return `${tierName}这个月已经保住了`
  const parts = missing.map(
    (figure) => `${measureWords[figure.measure]}还差 ${amountText(figure.measure, leftOf(figure))}`,
  )
  return `这个月保住${tierName}：${parts.join(step.need === 'any' ? '，或' : '，')}`
}

/** What happens when a month is missed, in the owner's terms. */
export function keepPolicyText(keep: OwnTier['keepPolicy']): string {
  if (keep.check === 'never') return '等级升了就不降。'
  const to = keep.demoteTo === 'one-step' ? '降一级' : '降到当时够得上的等级'
  if (keep.graceMonths === 0) return `每月看一次，没有达到就${to}。`
  return `每月看一次，连续 ${keep.graceMonths} 个月没有达到只提醒，再没有达到就${to}。`
}

/** The tier's name as the page knows it. */
export type NameOf = (tier: TierKey) => string
