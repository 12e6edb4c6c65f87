/** What the tax desk says: months by name, how tax is withheld from when, what is missing in a payment. Pure. */
import { fenFromText } from '@contract/money'
import type { Api } from '@/api/call'
import { taxModeWords } from '@/features/tax/tax-words'

export type TaxDesk = Api['owner.getTaxMonth']['output']
export type TaxRule = TaxDesk['rules'][number]

/** `2026-11` → `2026 年 11 月` */
export const monthTitle = (month: string): string =>
  `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`

/** The month so many months later (or earlier). */
export function stepMonth(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** What will hold later than a month: `从 2027 年 1 月起改为劳务报酬（按月）`. */
export function comingText(rules: readonly TaxRule[], month: string): string | null {
  const next = rules.find((rule) => rule.from > month)
  return next ? `从 ${monthTitle(next.from)}起改为${taxModeWords[next.mode]}` : null
}

export const modeNotes: Readonly<Record<TaxRule['mode'], string>> = {
  none: '店里不扣税，分销员自己申报。两千元以上的提现微信仍要实名。',
  labour: '每人每月合起来，800 元以内不扣，以上按 20% 到 40% 预扣。',
  'platform-cumulative':
    '从今年第一次打款的月份起，收入减 20% 费用、每月减 5,000 元，按 3% 到 45% 累计预扣。',
}

export interface PaymentDraft {
  readonly amount: string
  readonly voucherNo: string
  readonly paidOn: string
}

/** Why a payment can't be recorded yet; null when it can. */
export function missingInPayment({ amount, voucherNo, paidOn }: PaymentDraft): string | null {
  const amountFen = fenFromText(amount.replace(/[,，]/g, ''))
  if (amount.trim() === '') return '先写缴了多少'
  if (amountFen === null || amountFen === 0) return '金额写成 88 或 88.50 这样'
  if (!/^[0-9A-Za-z-]{4,40}$/.test(voucherNo.trim())) return '凭证号是 4 到 40 位数字、字母'
  return /^\d{4}-\d{2}-\d{2}$/.test(paidOn.trim()) ? null : '日期写成 2026-12-10 这样'
}
