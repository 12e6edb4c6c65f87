// 扣分表: what takes credit points away, how many at which measure, and from how many points on a grade is given.
import type { CreditGrade, CreditRule } from '@contract/model/credit'

export const FULL_POINTS = 100

/** From the best; the last takes whatever is left. */
export const GRADES: readonly { readonly grade: CreditGrade; readonly atLeast: number }[] = [
  { grade: 'A', atLeast: 90 },
  { grade: 'B', atLeast: 75 },
  { grade: 'C', atLeast: 60 },
  { grade: 'D', atLeast: 0 },
]

/** Months that count, the running one among them. */
export const CREDIT_MONTHS = 6

/** Refunds of fewer paid orders, or fewer orders with a refund, say nothing about anybody. */
export const LEAST_ORDERS = 10
export const LEAST_REFUNDED_ORDERS = 3

interface DeductionRow {
  /** What it is called on a page. */
  readonly title: string
  /** The highest step that the measure reaches takes its points; below the first nothing is taken. */
  readonly steps: readonly { readonly from: number; readonly points: number }[]
}

/** Each measure is worked out in measure-conduct.ts: a rule without a row or a measure does not compile. */
export const DEDUCTIONS: Readonly<Record<CreditRule, DeductionRow>> = {
  /** Measured in basis points by which their customers' refund share lies above everybody's. */
  REFUNDS_HIGH: {
    title: '客户退款比别人多',
    steps: [
      { from: 1000, points: 10 },
      { from: 2000, points: 20 },
      { from: 3500, points: 30 },
    ],
  },
  /** Measured in fen owed now. */
  DEBT_OPEN: {
    title: '有欠款没还清',
    steps: [
      { from: 1000, points: 5 },
      { from: 10_000, points: 10 },
      { from: 50_000, points: 15 },
    ],
  },
  /** Measured in times. */
  FROZEN: {
    title: '被冻结过',
    steps: [
      { from: 1, points: 10 },
      { from: 2, points: 20 },
      { from: 3, points: 30 },
    ],
  },
  /** Measured as 1 while it is so. */
  AGREEMENT_LAPSED: { title: '协议过期没签', steps: [{ from: 1, points: 10 }] },
}
