/** What each line of a monthly statement is called, and how the owed total moves. */
import type { StatementLine } from '@contract/model/books'
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'
import type { MoneyState } from '@/components/money/states.data'

export type Statement = Api['distributor.getStatement']['output']
export type StatementRow = Statement['rows']['rows'][number]
export type Balances = Statement['opening']
type Amounts = Record<keyof Balances, number>

export const PARTS: readonly { part: keyof Balances; name: string; state: MoneyState }[] = [
  { part: 'pendingFen', name: '待结算', state: 'pending' },
  { part: 'availableFen', name: '可提现', state: 'available' },
  { part: 'withdrawingFen', name: '提现中', state: 'withdrawing' },
  { part: 'clawbackFen', name: '欠款', state: 'clawback' },
]

interface LineLook {
  name: string
  state: MoneyState
  /** The amount that leads the line. */
  leads: (amounts: Amounts) => number
}

/** What came free or was taken back, whether it paid a debt or not. */
const freeOf = ({ availableFen, clawbackFen }: Amounts) => availableFen - clawbackFen

export const LINES: Readonly<Record<StatementLine, LineLook>> = {
  accrued: { name: '新佣金', state: 'pending', leads: (sum) => sum.pendingFen },
  reversed: { name: '退款冲销', state: 'clawback', leads: (sum) => sum.pendingFen },
  settled: { name: '佣金结算', state: 'available', leads: freeOf },
  'clawed-back': { name: '退款追回', state: 'clawback', leads: freeOf },
  bonus: { name: '奖励', state: 'available', leads: freeOf },
  asked: { name: '申请提现', state: 'withdrawing', leads: (sum) => sum.availableFen },
  'given-back': { name: '提现退回', state: 'available', leads: freeOf },
  paid: { name: '提现到账', state: 'paid', leads: (sum) => sum.withdrawingFen },
  'written-off': { name: '欠款核销', state: 'paid', leads: (sum) => 0 - sum.clawbackFen },
}

/** What the shop owes the person over all parts; below nothing when they owe it. */
export function owedOf({ pendingFen, availableFen, withdrawingFen, clawbackFen }: Amounts): number {
  return pendingFen + availableFen + withdrawingFen - clawbackFen
}

/** `待结算 −¥77.97`, `可提现 +¥77.97`: every part that changed. */
export function changesOf(amounts: Amounts): string[] {
  return PARTS.filter(({ part }) => amounts[part] !== 0).map(
    ({ part, name }) => `${name} ${formatFen(amounts[part], 'always')}`,
  )
}

/** What a row is about: 「明前龙井 · 林**」, the reason of a bonus. */
export function aboutRow({ commissions, note }: StatementRow): string {
  if (note) return note
  const [first, ...rest] = commissions
  if (!first) return ''
  const more = rest.length > 0 ? ` 等 ${rest.length + 1} 笔` : ''
  return `${first.title} · ${first.buyerName}${more}`
}

/** `2026 年 11 月` */
export function monthText(month: string): string {
  return `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
}
