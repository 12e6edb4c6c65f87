// The simulator's arithmetic once more, slow and plain: written from its rules alone, in BigInt, sharing no code.

type Bps = readonly number[]
export interface NaivePlan {
  readonly rateBps: Bps
  readonly tierBonusBps: Readonly<Record<string, Bps>>
  readonly overrides: readonly {
    readonly scope: string
    readonly id: string
    readonly rateBps: Bps
    readonly productIds?: readonly string[]
    readonly from?: string
    readonly to?: string
  }[]
  readonly capBps: number
  readonly selfPurchase: string
}
type Cells = Readonly<Record<string, string>>
export interface NaiveFiles {
  readonly members: readonly Cells[]
  readonly orders: readonly Cells[]
  readonly refunds: readonly Cells[]
}

const TEN_THOUSAND = 10_000n

/** Largest remainder: `total` over `weights`, ties to the earlier. */
function split(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (whole === 0n) return weights.map(() => 0n)
  const parts = weights.map((weight) => (total * weight) / whole)
  const remainders = weights.map((weight) => (total * weight) % whole)
  let left = total - parts.reduce((sum, part) => sum + part, 0n)
  while (left > 0n) {
    let best = 0
    for (let i = 1; i < weights.length; i += 1) if (remainders[i]! > remainders[best]!) best = i
    parts[best]! += 1n
    remainders[best] = -1n
    left -= 1n
  }
  return parts
}

function matched(plan: NaivePlan, row: Cells): { name: string; rates: Bps } {
  const at = Date.parse(row['paid_at']!)
  const campaigns = plan.overrides
    .filter((one) => one.scope === 'campaign' && one.productIds!.includes(row['product']!))
    .filter((one) => Date.parse(one.from!) <= at && at < Date.parse(one.to!))
  let best = campaigns[0]
  for (const one of campaigns) {
    const [a, b] = [Date.parse(one.from!), Date.parse(best!.from!)]
    if (a > b || (a === b && smaller(one.id, best!.id))) best = one
  }
  const of = (scope: string) =>
    plan.overrides.find((one) => one.scope === scope && one.id === row[scope])
  const override = best ?? of('sku') ?? of('product') ?? of('category')
  if (!override) return { name: 'plan', rates: plan.rateBps }
  return { name: `${override.scope}:${override.id}`, rates: override.rateBps }
}

const codes = (text: string) => Array.from(text, (letter) => letter.codePointAt(0)!)
function smaller(a: string, b: string): boolean {
  const [x, y] = [codes(a), codes(b)]
  for (let i = 0; i < Math.min(x.length, y.length); i += 1) {
    if (x[i] !== y[i]) return x[i]! < y[i]!
  }
  return x.length < y.length
}

interface Earner {
  readonly id: string
  readonly tier: string
}

function earners(plan: NaivePlan, files: NaiveFiles, row: Cells): (Earner | null)[] {
  const memberNamed = (id: string) => files.members.find((one) => one['member_id'] === id)
  const sharer = memberNamed(row['sharer']!)
  if (!sharer) return [null, null]
  if (row['buyer'] === row['sharer'] && plan.selfPurchase === 'none') return [null, null]
  const inviter = memberNamed(sharer['inviter_id']!)
  const earner = (one: Cells | undefined) =>
    one && one['status'] === 'active' ? { id: one['member_id']!, tier: one['tier']! } : null
  return [earner(sharer), inviter && inviter['member_id'] === row['buyer'] ? null : earner(inviter)]
}

/** Step 4: both amounts on a base. */
function pay(base: bigint, rates: readonly number[], capBps: number) {
  const wanted = rates.map((rate) => (base * BigInt(rate)) / TEN_THOUSAND)
  const cap = (base * BigInt(capBps)) / TEN_THOUSAND
  const isCapped = wanted[0]! + wanted[1]! > cap
  return { amounts: isCapped ? split(cap, wanted) : wanted, isCapped }
}

/** Rows of commissions.csv (without header) and the fields of summary.json, amounts as text. */
export function simulateNaively(plan: NaivePlan, files: NaiveFiles) {
  const orderIds = [...new Set(files.orders.map((row) => row['order_id']!))]
  const rows: string[][] = []
  const sums = { base: 0n, refunds: 0n, amount: 0n, reversed: 0n, net: 0n }
  const by = { level: new Map<string, bigint>(), tier: new Map<string, bigint>() }
  const byRule = new Map<string, bigint>()
  const byMember = new Map<string, bigint>()
  const add = (map: Map<string, bigint>, key: string, net: bigint) =>
    map.set(key, (map.get(key) ?? 0n) + net)
  for (const orderId of orderIds) {
    const lines = files.orders
      .filter((row) => row['order_id'] === orderId)
      .sort((a, b) => (BigInt(a['line']!) < BigInt(b['line']!) ? -1 : 1))
    const goods = lines.map((row) => BigInt(row['qty']!) * BigInt(row['unit_price_fen']!))
    const discounts = split(BigInt(lines[0]!['order_discount_fen']!), goods)
    for (const [index, row] of lines.entries()) {
      const base = goods[index]! - discounts[index]!
      sums.base += base
      const { name, rates } = matched(plan, row)
      const people = earners(plan, files, row)
      const full = people.map((person, level) => {
        const rate = rates[level] ?? 0
        if (!person || rate === 0) return 0
        return rate + (plan.tierBonusBps[person.tier]?.[level] ?? 0)
      })
      const { amounts, isCapped } = pay(base, full, plan.capBps)
      let nets = amounts
      let left = base
      for (const refund of files.refunds) {
        if (refund['order_id'] !== orderId || refund['line'] !== row['line']) continue
        left -= BigInt(refund['amount_fen']!)
        sums.refunds += BigInt(refund['amount_fen']!)
        const now = pay(left, full, plan.capBps).amounts
        nets = nets.map((net, level) => (now[level]! > net ? net : now[level]!))
      }
      for (const level of [0, 1]) {
        const [person, amount, net] = [people[level], amounts[level]!, nets[level]!]
        if (!person || amount === 0n) continue
        const { id, tier } = person
        const cells = [orderId, row['line']!, level + 1, id, base, full[level]!]
        const paid = [amount, amount - net, net, name, isCapped ? 1 : 0]
        rows.push([...cells, ...paid].map(String))
        sums.amount += amount
        sums.reversed += amount - net
        sums.net += net
        add(by.level, String(level + 1), net)
        add(by.tier, tier, net)
        add(byRule, name, net)
        add(byMember, id, net)
      }
    }
  }
  const kept = sums.base - sums.refunds
  const top = [...byMember]
    .filter(([, net]) => net > 0n)
    .sort(([a, x], [b, y]) => (x === y ? (smaller(a, b) ? -1 : 1) : x > y ? -1 : 1))
    .slice(0, 10)
    .map(([member, net]) => ({ member, netFen: String(net) }))
  const said = (map: Map<string, bigint>) => new Map([...map].map(([k, net]) => [k, String(net)]))
  return {
    rows,
    summary: {
      orders: String(orderIds.length),
      lines: String(files.orders.length),
      baseFen: String(sums.base),
      amountFen: String(sums.amount),
      reversedFen: String(sums.reversed),
      netFen: String(sums.net),
      costRatioBps: String(kept > 0n ? (sums.net * TEN_THOUSAND) / kept : 0n),
      byLevel: said(by.level),
      byTier: said(by.tier),
      byRule: said(byRule),
      top,
    },
  }
}
