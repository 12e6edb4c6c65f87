// What a withdrawal costs and brings: fee, withheld tax, net; and how many people must approve it.
import { subtractFen, type Fen } from '@contract/money'
import type { TaxMonth } from '@contract/model/ledger'
import type { TaxMode, WithdrawalPolicy } from '@contract/model/shop'
import { withholdTax } from '../tax/labour-tax'

export interface WithdrawalQuote {
  readonly amountFen: Fen
  readonly feeFen: Fen
  readonly taxFen: Fen
  /** amount − fee − tax: what arrives. May be negative for tiny amounts: `checkWithdrawal` refuses those. */
  readonly netFen: Fen
}

/** The tax falls on the gross amount; `month` is what was dispatched in the Shanghai month of `on` so far. */
export function quoteWithdrawal(ask: {
  readonly amountFen: Fen
  readonly feeFen: Fen
  readonly taxMode: TaxMode
  readonly month: Pick<TaxMonth, 'incomeFen' | 'taxFen'>
  readonly on: string
}): WithdrawalQuote {
  const { amountFen, feeFen, taxMode, month, on } = ask
  const taxFen = withholdTax({ mode: taxMode, amountFen, month, on })
  return { amountFen, feeFen, taxFen, netFen: subtractFen(amountFen, feeFen + taxFen) }
}

/** Four eyes above the threshold. */
export function approvalsNeeded(amountFen: Fen, policy: WithdrawalPolicy): 1 | 2 {
  return amountFen > policy.fourEyesFen ? 2 : 1
}
