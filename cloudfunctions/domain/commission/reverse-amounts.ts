// What is left of a line's two commissions once its base has shrunk: the stored rates on the base that is left.
import { rateOf, type Fen } from '@contract/money'
import { splitUnderCap } from './compute-line'

export interface AmountsHad {
  readonly baseLeftFen: number
  readonly rate1Bps: number
  readonly rate2Bps: number
  readonly capBps: number
  /** What each level still had before this refund (fen). */
  readonly had1Fen: Fen
  readonly had2Fen: Fen
}

export interface AmountsLeft {
  /** Before the cap. */
  readonly wantedFen: readonly [Fen, Fen]
  readonly capFen: Fen
  readonly leftFen: readonly [Fen, Fen]
}

/** Never more than before this refund: where rounding under the cap would raise a level, it keeps what it had. */
export function reverseAmounts(had: AmountsHad): AmountsLeft {
  const wanted1 = rateOf(had.baseLeftFen, had.rate1Bps)
  const wanted2 = rateOf(had.baseLeftFen, had.rate2Bps)
  const capFen = rateOf(had.baseLeftFen, had.capBps)
  const [left1, left2] = splitUnderCap(wanted1, wanted2, capFen)
  return {
    wantedFen: [wanted1, wanted2],
    capFen,
    leftFen: [Math.min(left1, had.had1Fen) as Fen, Math.min(left2, had.had2Fen) as Fen],
  }
}
