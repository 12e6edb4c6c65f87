/** How a reconciled day and its differences are said. */
import type { DifferenceState, MoneyFlow } from '@contract/model/books'
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'
import type { TagTone } from '@/components/tag'

type List = Api['owner.listReconciledDays']['output']
export type Day = List['days']['rows'][number]
export type Audit = NonNullable<List['audit']>
export type Difference = Api['owner.noteDifference']['output']

export const FLOWS: readonly { flow: MoneyFlow; name: string }[] = [
  { flow: 'payment', name: '收款' },
  { flow: 'refund', name: '退款' },
  { flow: 'transfer', name: '打款' },
]

export const STATES: Readonly<Record<DifferenceState, { word: string; tone: TagTone }>> = {
  open: { word: '待处理', tone: 'bad' },
  explained: { word: '已说明', tone: 'note' },
  closed: { word: '已了结', tone: 'plain' },
  cleared: { word: '已对上', tone: 'good' },
}

/** The day in one word. */
export function dayState({ status, openCount, foundCount }: Day): { word: string; tone: TagTone } {
  if (status === 'running') return { word: '正在对', tone: 'note' }
  if (openCount > 0) return { word: `${openCount} 处不符`, tone: 'bad' }
  return foundCount > 0 ? { word: '已理清', tone: 'good' } : { word: '一致', tone: 'good' }
}

/** `11 月 20 日` */
export function dateText(on: string): string {
  return `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`
}

/** `店里 ¥116.00，微信 ¥117.00`; a side that knows nothing of it is left out. */
export function amountsText({ oursFen, wechatFen }: Difference): string {
  const ours = oursFen === null ? [] : [`店里 ${formatFen(oursFen)}`]
  const wechat = wechatFen === null ? [] : [`微信 ${formatFen(wechatFen)}`]
  return [...ours, ...wechat].join('，')
}

export function auditText({ status, entries, first }: Audit): string {
  if (status === 'running') return `正在核账，查了 ${entries} 条分录`
  return status === 'right' ? `全部核对一致，${entries} 条分录` : (first ?? '账本不一致')
}
