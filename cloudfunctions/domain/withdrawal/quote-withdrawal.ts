// What a withdrawal costs and brings: fee, withheld tax, net; and how many people must approve it.
import { subtractFen, type Fen } from '@contract/money'
import type { WithdrawalPolicy } from '@contract/model/shop'
import type { TaxMode, TaxRule, TaxStep, TaxYear } from '@contract/model/tax'
import { modeFor } from '../tax/tax-mode'
import { withholdTax } from '../tax/withhold-tax'

export interface WithdrawalQuote {
  readonly amountFen: Fen
  readonly feeFen: Fen
  readonly taxFen: Fen
  /** amount − fee − tax: what arrives. May be negative for tiny amounts: `checkWithdrawal` refuses those. */
  readonly netFen: Fen
  readonly taxMode: TaxMode
  readonly taxSteps: readonly TaxStep[]
}

/** The tax falls on the gross amount; `month` is the Shanghai month of dispatch, `year` the person's year so far. */
export function quoteWithdrawal(ask: {
  readonly amountFen: Fen
  readonly feeFen: Fen
  readonly tax: readonly TaxRule[]
  readonly year: Pick<TaxYear, 'months'>
  readonly month: string
}): WithdrawalQuote {
  const { amountFen, feeFen, tax, year, month } = ask
  const mode = modeFor(tax, year.months, month)
  const { taxFen, steps } = withholdTax({ mode, amountFen, month, year })
  const netFen = subtractFen(amountFen, feeFen + taxFen)
  return { amountFen, feeFen, taxFen, netFen, taxMode: mode, taxSteps: steps }
}

/** Four eyes above the threshold. */
export function approvalsNeeded(amountFen: Fen, policy: WithdrawalPolicy): 1 | 2 {
  return amountFen > policy.fourEyesFen ? 2 : 1
}
