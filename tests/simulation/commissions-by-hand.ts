// What an order owes by the published arithmetic (docs/simulate.md), worked out with BigInt the slow and obvious way.
import type { LevelRates, PlanRules } from '@contract/model/distribution'
import type { AfterSale, Order, OrderLine } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'

export interface Owed {
  readonly level: 1 | 2
  readonly to: string
  /** Before and after refunds. */
  readonly fen: number
  readonly netFen: number
}

/** `refunds` are those that succeeded, in the order in which they did. */
export function commissionsByHand(
  order: Order,
  rules: PlanRules,
  distributors: ReadonlyMap<string, Distributor>,
  refunds: readonly AfterSale[],
): Owed[] {
  const { attribution, paidAt } = order
  if (!attribution || paidAt === null) return []
  const buyer = order.buyerId.replace('mbr_', 'dst_')
  if (attribution.distributorId === buyer && rules.selfPurchase === 'none') return []
  const ids = [attribution.distributorId, attribution.inviterId]
  const tiers = ids.map((id, index) => {
    if (id === null || (index === 1 && id === buyer)) return null
    // WeChat tells moments of payment in whole seconds.
    const standings = distributors.get(id)?.standings ?? []
    const then = standings.filter(({ at }) => at <= paidAt + 999).pop() ?? standings[0]
    return then?.status === 'active' ? then.tier : null
  })
  const gross = [0, 0]
  const net = [0, 0]
  for (const line of order.lines) {
    const rates = tiers.map((tier, index) =>
      tier === null ? 0 : rateOf(rules, line, paidAt, tier, index),
    )
    const first = pay(line.baseFen, rates, rules.capBps)
    let left = first
    let returned = 0
    let refunded = 0
    for (const refund of refunds) {
      const part = refund.lines.find((one) => one.line === line.line)
      if (!part) continue
      returned += part.quantity
      refunded = Number((BigInt(line.baseFen) * BigInt(returned)) / BigInt(line.quantity))
      const again = pay(line.baseFen - refunded, rates, rules.capBps)
      left = left.map((had, index) => Math.min(had, again[index] ?? 0))
    }
    for (const index of [0, 1]) {
      gross[index] = (gross[index] ?? 0) + (first[index] ?? 0)
      net[index] = (net[index] ?? 0) + (left[index] ?? 0)
    }
  }
  return ([1, 2] as const).flatMap((level) => {
    const to = ids[level - 1]
    const fen = gross[level - 1] ?? 0
    return to && fen > 0 ? [{ level, to, fen, netFen: net[level - 1] ?? 0 }] : []
  })
}

function rateOf(
  rules: PlanRules,
  line: OrderLine,
  paidAt: number,
  tier: string,
  index: number,
): number {
  const campaigns = rules.overrides
    .filter((one) => one.scope === 'campaign')
    .filter((one) => one.productIds.includes(line.productId))
    .filter((one) => Date.parse(one.from) <= paidAt && paidAt < Date.parse(one.to))
    .sort((a, b) => Date.parse(b.from) - Date.parse(a.from) || (a.id < b.id ? -1 : 1))
  const named = (scope: string, id: string) =>
    rules.overrides.find((one) => one.scope === scope && one.id === id)
  const matched: { rateBps: LevelRates } =
    campaigns[0] ??
    named('sku', line.skuId) ??
    named('product', line.productId) ??
    named('category', line.categoryId) ??
    rules
  const rate = matched.rateBps[index] ?? 0
  return rate === 0 ? 0 : rate + (rules.tierBonusBps[tier]?.[index] ?? 0)
}

/** Both levels on a base; where the cap bites, in proportion, the fen left over to the larger remainder. */
function pay(baseFen: number, rates: readonly number[], capBps: number): number[] {
  const wanted = rates.map((rate) => (BigInt(baseFen) * BigInt(rate)) / 10_000n)
  const cap = (BigInt(baseFen) * BigInt(capBps)) / 10_000n
  const sum = wanted.reduce((total, one) => total + one, 0n)
  if (sum <= cap) return wanted.map(Number)
  const shares = wanted.map((one) => ({ fen: (one * cap) / sum, rest: (one * cap) % sum }))
  const over = cap - shares.reduce((total, one) => total + one.fen, 0n)
  const [a, b] = shares
  if (a && b && over > 0n) (b.rest > a.rest ? b : a).fen += over
  return shares.map(({ fen }) => Number(fen))
}
