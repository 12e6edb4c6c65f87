// 漏斗: one day of a distributor's shares (or of the whole shop's), counted from its facts; nobody is counted twice.
import { addFen, ZERO, type Fen } from '@contract/money'
import type { Share } from '@contract/model/distribution'
import type { FunnelDay, FunnelRow, FunnelSums } from '@contract/model/funnel'
import { targetKey } from './target-key'

/** What came through a share; null where it isn't known which (a moved customer's order). */
interface Came {
  readonly shareCode: string | null
  readonly distributorId: string
}

export interface FunnelFacts {
  /** A distributor id, or `shop`. */
  readonly owner: string
  readonly on: string
  readonly asOf: number
  /** First openings of that day, in the order they happened. */
  readonly visits: readonly (Came & { readonly memberId: string })[]
  /** First openings before that day by the same people. */
  readonly earlierVisits: readonly (Came & { readonly memberId: string })[]
  readonly opens: readonly (Came & { readonly count: number })[]
  /** Bindings of that day by the customers' own doing, in the order they happened. */
  readonly bound: readonly (Came & { readonly memberId: string })[]
  /** Bindings of any cause before that day of the same people. */
  readonly earlierBound: readonly { readonly distributorId: string; readonly memberId: string }[]
  readonly orders: readonly (Came & { readonly paidFen: Fen })[]
  /** Every share that is named above. */
  readonly shares: ReadonlyMap<string, Pick<Share, 'target' | 'channel'>>
}

export const SHOP = 'shop'
/** A group to which nothing happened. */
export const NOTHING: FunnelSums = {
  opens: 0,
  visits: 0,
  visitors: 0,
  newCustomers: 0,
  orders: 0,
  paidFen: ZERO,
}

/** `total`, and with a known share `share:…`, `target:…`, `channel:…`; for the shop `member:…` instead of shares. */
function groupsOf(facts: FunnelFacts, came: Came): string[] {
  const share = came.shareCode === null ? undefined : facts.shares.get(came.shareCode)
  const own = facts.owner === SHOP ? [`member:${came.distributorId}`] : []
  if (!share) return ['total', ...own]
  const code = facts.owner === SHOP ? [] : [`share:${came.shareCode}`]
  return ['total', ...own, ...code, `target:${targetKey(share.target)}`, `channel:${share.channel}`]
}

/** Sums by group. */
class Groups {
  readonly sums = new Map<string, FunnelSums>()

  add(groups: readonly string[], step: Partial<FunnelSums>): void {
    for (const group of groups) {
      const before = this.sums.get(group) ?? NOTHING
      this.sums.set(group, addSums(before, { ...NOTHING, ...step }))
    }
  }

  rows(kind: string): FunnelRow[] {
    return [...this.sums]
      .filter(([group]) => group.startsWith(`${kind}:`))
      .map(([group, sums]) => ({ key: group.slice(kind.length + 1), ...sums }))
  }
}

/** The day's document. Refunds don't lessen it: it says what sharing brought to the till. */
export function sumFunnelDay(facts: FunnelFacts): FunnelDay {
  const groups = new Groups()
  countVisits(facts, groups)
  countNewCustomers(facts, groups)
  for (const open of facts.opens) groups.add(groupsOf(facts, open), { opens: open.count })
  for (const order of facts.orders) {
    groups.add(groupsOf(facts, order), { orders: 1, paidFen: order.paidFen })
  }
  const { owner, on, asOf } = facts
  return {
    _id: funnelDayId(owner, on),
    owner,
    on,
    total: groups.sums.get('total') ?? NOTHING,
    shares: groups.rows('share'),
    targets: groups.rows('target'),
    channels: groups.rows('channel'),
    members: groups.rows('member'),
    asOf,
  }
}

export function funnelDayId(owner: string, on: string): string {
  return `${owner}:${on}`
}

/** A person is a visitor of a group on the day of their first opening of anything in it, and never again. */
function countVisits(facts: FunnelFacts, groups: Groups): void {
  const been = new Set<string>()
  for (const visit of facts.earlierVisits) {
    for (const group of groupsOf(facts, visit)) been.add(`${group}|${visit.memberId}`)
  }
  for (const visit of facts.visits) {
    const all = groupsOf(facts, visit)
    const fresh = all.filter((group) => !been.has(`${group}|${visit.memberId}`))
    for (const group of fresh) been.add(`${group}|${visit.memberId}`)
    groups.add(all, { opens: 1, visits: 1 })
    groups.add(fresh, { visitors: 1 })
  }
}

/**
 * A distributor's new customer was never theirs before. The shop's was never anybody's: of the shop's groups only its
 * members' rows count who came over from another.
 */
function countNewCustomers(facts: FunnelFacts, groups: Groups): void {
  const wereTheirs = new Set<string>()
  const wereAnybodys = new Set<string>()
  const note = (bound: { readonly distributorId: string; readonly memberId: string }) => {
    wereTheirs.add(`${bound.distributorId}|${bound.memberId}`)
    wereAnybodys.add(bound.memberId)
  }
  facts.earlierBound.forEach(note)
  for (const bound of facts.bound) {
    const isTheirs = wereTheirs.has(`${bound.distributorId}|${bound.memberId}`)
    const isAnybodys = wereAnybodys.has(bound.memberId)
    note(bound)
    const counted = groupsOf(facts, bound).filter((group) =>
      facts.owner === SHOP && !group.startsWith('member:') ? !isAnybodys : !isTheirs,
    )
    groups.add(counted, { newCustomers: 1 })
  }
}

export function addSums(one: FunnelSums, other: FunnelSums): FunnelSums {
  return {
    opens: one.opens + other.opens,
    visits: one.visits + other.visits,
    visitors: one.visitors + other.visitors,
    newCustomers: one.newCustomers + other.newCustomers,
    orders: one.orders + other.orders,
    paidFen: addFen(one.paidFen, other.paidFen),
  }
}

/** Days added up: every step is counted on one day only, so that sums stay exact. */
export function totalOf(days: readonly FunnelDay[]): FunnelSums {
  return days.reduce((sum, day) => addSums(sum, day.total), NOTHING)
}

/** Rows of several days added up by key, those that brought most first. */
export function mergeRows(days: readonly (readonly FunnelRow[])[]): FunnelRow[] {
  const sums = new Map<string, FunnelSums>()
  for (const row of days.flat()) sums.set(row.key, addSums(sums.get(row.key) ?? NOTHING, row))
  return [...sums]
    .map(([key, sum]) => ({ ...sum, key }))
    .sort(
      (a, b) =>
        b.paidFen - a.paidFen ||
        b.newCustomers - a.newCustomers ||
        b.visits - a.visits ||
        (a.key < b.key ? -1 : 1),
    )
}
