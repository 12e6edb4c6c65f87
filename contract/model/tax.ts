// Withheld income tax: the shop's dated mode, what a person was paid in a year, and why a tax is what it is.
import type { Fen } from '../money'

/**
 * none: the shop withholds nothing. labour: 劳务报酬, a month's total at a time. platform-cumulative: 累计预扣法 for
 * people who work on a platform, the year so far at a time.
 */
export const TAX_MODES = ['none', 'labour', 'platform-cumulative'] as const
export type TaxMode = (typeof TAX_MODES)[number]

/** From the first day of a Shanghai month on (`2026-11`) tax is withheld in this way, until a later rule begins. */
export interface TaxRule {
  readonly from: string
  readonly mode: TaxMode
}

/** What was dispatched to one person in one Shanghai month, less what came back. */
export interface TaxMonth {
  /** `2026-11` */
  readonly month: string
  readonly mode: TaxMode
  /** Gross withdrawals. */
  readonly incomeFen: Fen
  readonly taxFen: Fen
}

/** One person's months of one year, oldest first: changed in the transaction of each dispatch and return. */
export interface TaxYear {
  /** {distributorId}:{year} */
  readonly _id: string
  readonly distributorId: string
  readonly year: string
  readonly months: readonly TaxMonth[]
}

/** Why a tax is what it is, in the order of reckoning: enough to compute it again from these steps alone. */
export type TaxStep =
  | {
      readonly step: 'income'
      readonly mode: TaxMode
      readonly month: string
      /** Of this month (labour), or of this year under the mode (cumulative), before this withdrawal. */
      readonly beforeFen: Fen
      readonly amountFen: Fen
      readonly totalFen: Fen
    }
  /** Costs that the law takes off: a fixed amount or a share of the income, never both. */
  | { readonly step: 'expenses'; readonly flatFen: Fen | null; readonly percent: number | null }
  | {
      readonly step: 'allowance'
      /** The first month that counts. */
      readonly from: string
      readonly months: number
      readonly perMonthFen: Fen
      readonly allowanceFen: Fen
    }
  | {
      readonly step: 'bracket'
      /** Taxable income in hundredths of a fen: a share of the income stays exact. */
      readonly taxableHundredths: number
      readonly ratePercent: number
      readonly quickDeductionFen: Fen
      /** Rounded half up to the fen: the only rounding there is. */
      readonly dueFen: Fen
    }
  | { readonly step: 'withheld'; readonly beforeFen: Fen; readonly taxFen: Fen }

/** Withheld tax of one month that was paid to the tax office. */
export interface TaxPayment {
  /** 完税凭证 or bank receipt: with the month it is the payment's identity. */
  readonly voucherNo: string
  readonly amountFen: Fen
  /** Shanghai date on the voucher. */
  readonly paidOn: string
  readonly by: string
  readonly name: string
  readonly at: number
}

/** All payments for one Shanghai month, which is its `_id`. */
export interface TaxRemittance {
  readonly _id: string
  readonly remittedFen: Fen
  readonly payments: readonly TaxPayment[]
}
