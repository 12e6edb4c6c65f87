// What two levels' rates pay on a base under the plan's cap: the one arithmetic of commissions, whoever asks.
import {
  addWhole,
  mulDivWhole,
  subtractWhole,
  timesWhole,
  type Fen,
  type Whole,
} from '@contract/money'

const BPS_ONE = 10_000

export interface Rates {
  /** With the tier bonus (bps); 0 where nobody earns at that level. */
  readonly rate1Bps: number
  readonly rate2Bps: number
  readonly capBps: number
}

/** Amounts are `Fen`, as all the shop's own are, unless the base comes from a file and may be of any size. */
export interface PaidOnBase<Amount extends Whole = Fen> {
  /** Before the cap. */
  readonly wanted1Fen: Amount
  readonly wanted2Fen: Amount
  readonly capFen: Amount
  readonly isCapped: boolean
  readonly amount1Fen: Amount
  readonly amount2Fen: Amount
}

/** Each rate on the base, rounded down; both together limited by the cap on the base, rounded down. */
export function payOnBase<Amount extends Whole = Fen>(
  baseFen: Amount,
  { rate1Bps, rate2Bps, capBps }: Rates,
): PaidOnBase<Amount> {
  const wanted1 = mulDivWhole(baseFen, rate1Bps, BPS_ONE) as Amount
  const wanted2 = mulDivWhole(baseFen, rate2Bps, BPS_ONE) as Amount
  const cap = mulDivWhole(baseFen, capBps, BPS_ONE) as Amount
  const [amount1Fen, amount2Fen] = splitUnderCap(wanted1, wanted2, cap)
  return {
    wanted1Fen: wanted1,
    wanted2Fen: wanted2,
    capFen: cap,
    isCapped: addWhole(wanted1, wanted2) > cap,
    amount1Fen,
    amount2Fen,
  }
}

/**
 * Both levels' amounts under a cap: untouched when they fit, else in proportion, rounded down. Over two parts the
 * remainders add up to 0 or to the whole, so at most one fen is left over: it goes to the larger remainder, on a tie
 * to level 1.
 */
export function splitUnderCap<Amount extends Whole = Fen>(
  wanted1: Amount,
  wanted2: Amount,
  cap: Amount,
): readonly [Amount, Amount] {
  const whole = addWhole(wanted1, wanted2)
  if (whole <= cap) return [wanted1, wanted2]
  const floor = mulDivWhole(cap, wanted1, whole)
  const remainder = subtractWhole(timesWhole(cap, wanted1), timesWhole(floor, whole))
  const isRaised = timesWhole(remainder, 2) >= whole
  const first = isRaised ? addWhole(floor, 1) : floor
  return [first as Amount, subtractWhole(cap, first) as Amount]
}
