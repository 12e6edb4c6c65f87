// Adds up what simulated orders pay: sums over all of them, and net fen by level, tier, rule and member.
import { addWhole, mulDivWhole, subtractWhole, type Whole } from '@contract/money'
import { compareCodePoints } from '../text/compare-code-points'
import type { LineToSimulate, SimulatedCommission } from './simulate-order'

/** Net fen under a key for each value that occurs, also where it is 0. */
export type NetBy = Map<string, Whole>

export interface Tally {
  orders: number
  lines: number
  /** Over all lines, shared or not, before refunds. */
  baseFen: Whole
  refundedFen: Whole
  amountFen: Whole
  reversedFen: Whole
  netFen: Whole
  readonly byLevel: NetBy
  readonly byTier: NetBy
  readonly byRule: NetBy
  readonly byMember: NetBy
}

export function emptyTally(): Tally {
  return {
    orders: 0,
    lines: 0,
    baseFen: 0,
    refundedFen: 0,
    amountFen: 0,
    reversedFen: 0,
    netFen: 0,
    byLevel: new Map(),
    byTier: new Map(),
    byRule: new Map(),
    byMember: new Map(),
  }
}

/** Adds one order with what it pays to the tally. */
export function tallyOrder(
  tally: Tally,
  lines: readonly LineToSimulate[],
  commissions: readonly SimulatedCommission[],
): void {
  tally.orders += 1
  tally.lines += lines.length
  for (const line of lines) {
    tally.baseFen = addWhole(tally.baseFen, line.baseFen)
    for (const refundFen of line.refundsFen) {
      tally.refundedFen = addWhole(tally.refundedFen, refundFen)
    }
  }
  for (const { level, tier, rule, distributorId, ...paid } of commissions) {
    tally.amountFen = addWhole(tally.amountFen, paid.amountFen)
    tally.reversedFen = addWhole(tally.reversedFen, paid.reversedFen)
    tally.netFen = addWhole(tally.netFen, paid.netFen)
    addNet(tally.byLevel, String(level), paid.netFen)
    addNet(tally.byTier, tier, paid.netFen)
    addNet(tally.byRule, rule, paid.netFen)
    addNet(tally.byMember, distributorId, paid.netFen)
  }
}

export function addNet(sums: NetBy, key: string, netFen: Whole): void {
  sums.set(key, addWhole(sums.get(key) ?? 0, netFen))
}

/** ⌊net × 10,000 / what is left of the bases⌋; 0 when nothing is left. */
export function costRatioOf(tally: Pick<Tally, 'baseFen' | 'refundedFen' | 'netFen'>): Whole {
  const left = subtractWhole(tally.baseFen, tally.refundedFen)
  return left > 0 ? mulDivWhole(tally.netFen, 10_000, left) : 0
}

/** Who gets most, above 0: by net fen descending, then by code point. */
export function topMembers(
  byMember: NetBy,
  most: number,
): readonly { readonly member: string; readonly netFen: Whole }[] {
  return [...byMember]
    .filter(([, netFen]) => netFen > 0)
    .sort(([a, x], [b, y]) => (x < y ? 1 : x > y ? -1 : compareCodePoints(a, b)))
    .slice(0, most)
    .map(([member, netFen]) => ({ member, netFen }))
}
