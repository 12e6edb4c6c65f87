// Finds what was written since a moment, kind by kind, and which days it belongs to: at most so much a round.
import type { FactSource } from '@contract/model/aggregate'
import type { Order } from '@contract/model/order'
import {
  touchAdmission,
  touchBinding,
  touchCommission,
  touchOrder,
  touchRefund,
  touchShare,
  touchVisit,
  type TouchedDays,
} from '../../domain/aggregate/touched-days'
import type { CollectionName, Collections } from '../../ports/store'
import type { World } from '../../ports/world'
import { readAll } from '../read-all'

/** Days of people that one kind may touch in a round before the rest is left to the next. */
const TOUCHED = 200
const PAGES = 20
/** Rows of a page where each may touch other days, and where many touch the same. */
const FEW = 200
const MANY = 1000

interface Source<C extends CollectionName> {
  readonly collection: C
  /** The server's own moment of writing, never WeChat's. */
  readonly by: keyof Collections[C] & string
  /** Rows of a page. */
  readonly size: number
  readonly touch: (
    world: World,
    days: TouchedDays,
    rows: readonly Collections[C][],
  ) => Promise<void> | void
}

function source<C extends CollectionName>(of: Source<C>): Source<C> {
  return of
}

/** Every kind of fact: a gap does not compile. */
const SOURCES = {
  booked: source({
    collection: 'orders',
    by: 'bookedAt',
    size: FEW,
    async touch(world, days, orders) {
      for (const order of orders) touchOrder(days, order)
      await touchWhatRefundsChanged(world, days, orders)
    },
  }),
  received: source({
    collection: 'orders',
    by: 'receivedAt',
    size: FEW,
    touch: (_world, days, orders) => orders.forEach((order) => touchOrder(days, order)),
  }),
  accrued: source({
    collection: 'commissions',
    by: 'accruedAt',
    size: FEW,
    touch: (_world, days, rows) => rows.forEach((row) => touchCommission(days, row)),
  }),
  settled: source({
    collection: 'commissions',
    by: 'settledAt',
    size: FEW,
    touch: (_world, days, rows) => rows.forEach((row) => touchCommission(days, row)),
  }),
  visited: source({
    collection: 'visits',
    by: 'visitedAt',
    size: MANY,
    touch: (_world, days, rows) => rows.forEach((row) => touchVisit(days, row)),
  }),
  bound: source({
    collection: 'attributions',
    by: 'boundAt',
    size: MANY,
    touch: (_world, days, rows) =>
      rows.forEach(({ change }) => change && touchBinding(days, change)),
  }),
  // A change may lose its place before this was looked at.
  replaced: source({
    collection: 'attribution_changes',
    by: 'replacedAt',
    size: MANY,
    touch: (_world, days, rows) => rows.forEach((row) => touchBinding(days, row)),
  }),
  admitted: source({
    collection: 'distributors',
    by: 'admittedAt',
    size: FEW,
    touch: (_world, days, rows) => rows.forEach((row) => touchAdmission(days, row)),
  }),
  shared: source({
    collection: 'shares',
    by: 'createdAt',
    size: MANY,
    touch: (_world, days, rows) => rows.forEach((row) => touchShare(days, row)),
  }),
} as const satisfies Record<FactSource, unknown>

/** A refund shrinks commissions of the days of their accrual, and is the shop's of the day it was paid. */
async function touchWhatRefundsChanged(
  world: World,
  days: TouchedDays,
  orders: readonly Order[],
): Promise<void> {
  const orderIds = orders.filter((order) => order.refundedFen > 0).map((order) => order._id)
  if (orderIds.length === 0) return
  const where = { orderId: { in: orderIds } }
  const refunds = await readAll(world, 'after_sales', where)
  const commissions = await readAll(world, 'commissions', where)
  for (const refund of refunds) touchRefund(days, refund)
  for (const commission of commissions) touchCommission(days, commission)
}

/** Up to when this kind has been seen now; `isDone` when nothing newer was there. */
export interface Seen {
  readonly at: number
  readonly isDone: boolean
}

/** Adds the days that facts of one kind written at `from` (ms) or later belong to. */
export function findTouched(
  world: World,
  kind: FactSource,
  from: number,
  days: TouchedDays,
): Promise<Seen> {
  return readSource(world, SOURCES[kind] as unknown as Source<CollectionName>, from, days)
}

/**
 * Rows of the same moment are never parted: the next round begins with that moment again. A moment that alone fills a
 * round is read on until it ends.
 */
async function readSource<C extends CollectionName>(
  world: World,
  { collection, by, size, touch }: Source<C>,
  from: number,
  days: TouchedDays,
): Promise<Seen> {
  const order = [
    [by, 'asc'],
    ['_id', 'asc'],
  ] as const
  const before = countTouched(days)
  for (let page = 0; ; page += 1) {
    const options = { order, limit: size, skip: page * size }
    const rows = await world.store.find(collection, { [by]: { gte: from } }, options)
    await touch(world, days, rows)
    const last = Number(rows.at(-1)?.[by] ?? from)
    if (rows.length < size) return { at: last, isDone: true }
    const isEnough = countTouched(days) - before >= TOUCHED || page + 1 >= PAGES
    if (isEnough && last > from) return { at: last, isDone: false }
  }
}

function countTouched({ distributors }: TouchedDays): number {
  return [...distributors.values()].reduce((sum, ids) => sum + ids.size, 0)
}
