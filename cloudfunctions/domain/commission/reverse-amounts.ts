// What is left of a line's two commissions once its base has shrunk: the stored rates on the base that is left.
import type { Fen, Whole } from '@contract/money'
import { payOnBase, type Rates } from './pay-on-base'

export interface AmountsHad<Amount extends Whole = Fen> extends Rates {
  readonly baseLeftFen: Amount
  /** What each level still had before this refund (fen). */
  readonly had1Fen: Amount
  readonly had2Fen: Amount
}

export interface AmountsLeft<Amount extends Whole = Fen> {
  /** Before the cap. */
  readonly wantedFen: readonly [Amount, Amount]
  readonly capFen: Amount
  readonly leftFen: readonly [Amount, Amount]
}

/** Never more than before this refund: where rounding under the cap would raise a level, it keeps what it had. */
export function reverseAmounts<Amount extends Whole = Fen>(
  had: AmountsHad<Amount>,
): AmountsLeft<Amount> {
  const now = payOnBase(had.baseLeftFen, had)
  return {
    wantedFen: [now.wanted1Fen, now.wanted2Fen],
    capFen: now.capFen,
    leftFen: [lesser(now.amount1Fen, had.had1Fen), lesser(now.amount2Fen, had.had2Fen)],
  }
}

const lesser = <Amount extends Whole>(a: Amount, b: Amount): Amount => (a < b ? a : b)
