// 信用: what a distributor's own conduct leaves of a hundred points, and how far everybody has been graded.
import type { Fen } from '../money'

/** From the best. Nothing hangs on a grade yet: neither pay nor withdrawals. */
export const CREDIT_GRADES = ['A', 'B', 'C', 'D'] as const
export type CreditGrade = (typeof CREDIT_GRADES)[number]

/** What takes points away. A new one is a code here and a row in domain/credit/deductions.data.ts. */
export const CREDIT_RULES = ['REFUNDS_HIGH', 'DEBT_OPEN', 'FROZEN', 'AGREEMENT_LAPSED'] as const
export type CreditRule = (typeof CREDIT_RULES)[number]

/** Points that a rule took, and why. */
export interface CreditDeduction {
  readonly rule: CreditRule
  readonly points: number
  /** The figures it was decided on, by name: fen, basis points or counts, as the rule says. */
  readonly facts: Readonly<Record<string, number>>
  /** The same figures in a Chinese sentence, without the points. */
  readonly text: string
}

/** Kept on the distributor; absent until the first grading after admission. */
export interface Credit {
  readonly grade: CreditGrade
  /** 0 to 100: what the deductions leave. */
  readonly points: number
  readonly deductions: readonly CreditDeduction[]
  /** The Shanghai date since which it has been exactly this. */
  readonly sinceOn: string
}

/** What everybody's customers paid and gave back in the months that count. */
export interface CreditSums {
  readonly salesFen: Fen
  readonly refundedFen: Fen
}

/** How far everybody has been graded. `_id` is the only one. */
export interface CreditCursor {
  readonly _id: 'credits'
  /** The last Shanghai date on which everybody was graded; empty before the first. */
  readonly gradedOn: string
  /** The sums of that day's grading: whom each person was compared with. */
  readonly shop: CreditSums
  readonly pass: CreditPass | null
}

/** A pass under way: first everybody's figures are summed, then everybody is graded; `after` is where it goes on. */
export interface CreditPass {
  readonly on: string
  readonly phase: 'sum' | 'grade'
  readonly after: string
  readonly shop: CreditSums
}
