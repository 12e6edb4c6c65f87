// 试算对比: adds up, order by order, what a plan would have paid against what was really accrued.
import { fen, rateOf } from '@contract/money'
import type { Commission } from '@contract/model/distribution'
import type { ComparedRow, ComparedSku, Comparison } from '@contract/model/simulation'
import { compareCodePoints } from '../text/compare-code-points'
import type { CompiledPlan } from '../commission/compile-plan'
import type { ReplayedLine } from './replay-order'
import { simulateOrder, type OrderToSimulate, type SimulatedCommission } from './simulate-order'

export interface RealOrder {
  readonly order: OrderToSimulate<ReplayedLine>
  /** As they are stored today. */
  readonly commissions: readonly Commission[]
}

const NOTHING = fen(0)

export const EMPTY_COMPARISON: Comparison = {
  orders: 0,
  lines: 0,
  baseFen: NOTHING,
  refundedFen: NOTHING,
  draftFen: NOTHING,
  realFen: NOTHING,
  cappedLines: 0,
  cutFen: NOTHING,
  byLevel: [],
  byTier: [],
  byRule: [],
  byMember: [],
  bySku: [],
  realVersions: [],
}

/** The comparison with some more orders in it; the one that was given stays as it is. */
export function compareOrders(
  before: Comparison,
  plan: CompiledPlan,
  orders: readonly RealOrder[],
): Comparison {
  const sums = open(before)
  for (const { order, commissions } of orders) {
    addLines(sums, order.lines)
    for (const paid of simulateOrder(plan, order)) addSimulated(sums, paid)
    for (const commission of commissions) addReal(sums, commission, order.lines)
  }
  return close(sums)
}

/** Sums by key while orders are added: the same as the comparison, only quick to find. */
interface Sums {
  orders: number
  lines: number
  base: number
  refunded: number
  cut: number
  readonly all: Pair
  readonly capped: { lines: number; last: ReplayedLine | null }
  readonly byLevel: Pairs
  readonly byTier: Pairs
  readonly byRule: Pairs
  readonly byMember: Pairs
  readonly bySku: Map<string, Pair & { readonly productId: string; units: number; kept: number }>
  readonly versions: Set<string>
}
interface Pair {
  draft: number
  real: number
}
type Pairs = Map<string, Pair>
type Side = keyof Pair

function addLines(sums: Sums, lines: readonly ReplayedLine[]): void {
  sums.orders += 1
  for (const line of lines) {
    const refunded = line.refundsFen.reduce<number>((sum, refundFen) => sum + refundFen, 0)
    sums.lines += 1
    sums.base += line.baseFen
    sums.refunded += refunded
    const sku = skuOf(sums, line)
    sku.units += line.keptUnits
    sku.kept += line.baseFen - refunded
  }
}

function addSimulated(sums: Sums, paid: SimulatedCommission<ReplayedLine>): void {
  const { line, level, tier, rule, distributorId, rateBps } = paid
  const net = Number(paid.netFen)
  const keys = { level: String(level), tier, rule, member: distributorId }
  add(sums, 'draft', keys, line, net)
  if (!paid.isCapped) return
  sums.cut += rateOf(line.baseFen, rateBps) - Number(paid.amountFen)
  if (sums.capped.last !== line) sums.capped.lines += 1
  sums.capped.last = line
}

function addReal(sums: Sums, commission: Commission, lines: readonly ReplayedLine[]): void {
  sums.versions.add(commission.planVersion)
  const { level, tier, distributorId } = commission
  for (const { line: number, rule, amountFen, reversedFen } of commission.lines) {
    const line = lines.find((one) => one.line === number)
    // A row of 0 was never paid: the simulated side has none either.
    if (!line || amountFen === 0) continue
    const keys = { level: String(level), tier, rule, member: distributorId }
    add(sums, 'real', keys, line, amountFen - reversedFen)
  }
}

function add(
  sums: Sums,
  side: Side,
  keys: { level: string; tier: string; rule: string; member: string },
  line: ReplayedLine,
  net: number,
): void {
  sums.all[side] += net
  pairOf(sums.byLevel, keys.level)[side] += net
  pairOf(sums.byTier, keys.tier)[side] += net
  pairOf(sums.byRule, keys.rule)[side] += net
  pairOf(sums.byMember, keys.member)[side] += net
  skuOf(sums, line)[side] += net
}

function pairOf(pairs: Pairs, key: string): Pair {
  const pair = pairs.get(key) ?? { draft: 0, real: 0 }
  pairs.set(key, pair)
  return pair
}

function skuOf(sums: Sums, { skuId, productId }: ReplayedLine) {
  const sku = sums.bySku.get(skuId) ?? { productId, units: 0, kept: 0, draft: 0, real: 0 }
  sums.bySku.set(skuId, sku)
  return sku
}

function open(before: Comparison): Sums {
  const bySku: Sums['bySku'] = new Map()
  for (const { skuId, productId, keptUnits, keptFen, draftFen, realFen } of before.bySku) {
    bySku.set(skuId, {
      productId,
      units: keptUnits,
      kept: keptFen,
      draft: draftFen,
      real: realFen,
    })
  }
  return {
    orders: before.orders,
    lines: before.lines,
    base: before.baseFen,
    refunded: before.refundedFen,
    cut: before.cutFen,
    all: { draft: before.draftFen, real: before.realFen },
    capped: { lines: before.cappedLines, last: null },
    byLevel: pairsOf(before.byLevel),
    byTier: pairsOf(before.byTier),
    byRule: pairsOf(before.byRule),
    byMember: pairsOf(before.byMember),
    bySku,
    versions: new Set(before.realVersions),
  }
}

function pairsOf(rows: readonly ComparedRow[]): Pairs {
  return new Map(
    rows.map(({ key, draftFen, realFen }) => [key, { draft: draftFen, real: realFen }]),
  )
}

function close(sums: Sums): Comparison {
  return {
    orders: sums.orders,
    lines: sums.lines,
    baseFen: fen(sums.base),
    refundedFen: fen(sums.refunded),
    draftFen: fen(sums.all.draft),
    realFen: fen(sums.all.real),
    cappedLines: sums.capped.lines,
    cutFen: fen(sums.cut),
    byLevel: rowsOf(sums.byLevel),
    byTier: rowsOf(sums.byTier),
    byRule: rowsOf(sums.byRule),
    byMember: rowsOf(sums.byMember),
    bySku: [...sums.bySku].map(([skuId, { productId, units, kept, draft, real }]): ComparedSku => ({
      skuId,
      productId,
      keptUnits: units,
      keptFen: fen(kept),
      draftFen: fen(draft),
      realFen: fen(real),
    })),
    realVersions: [...sums.versions].sort(compareCodePoints),
  }
}

function rowsOf(pairs: Pairs): ComparedRow[] {
  return [...pairs]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([key, { draft, real }]) => ({ key, draftFen: fen(draft), realFen: fen(real) }))
}
