// The shop's own figures of a date, recomputed from facts and set, so that doing it twice changes nothing.
import { DAY_MS, startOfDate } from '@contract/time'
import type { ShopDay } from '@contract/model/records'
import { summariseDay } from '../../domain/report/summarise-day'
import type { World } from '../../ports/world'
import { sumReadable } from '../outbox/leave-out-poisoned'
import { readAll } from '../read-all'

/** Answers with how many days came out different. */
export async function setShopDays(world: World, dates: readonly string[]): Promise<number> {
  const known = await world.store.getMany('shop_days', dates)
  let written = 0
  for (const on of [...dates].sort()) {
    const before = known.find((day) => day._id === on)
    const day = await summariseShopDay(world, on)
    if (before && isSame(before, day)) continue
    await world.store.put('shop_days', day)
    written += 1
  }
  return written
}

/** One Shanghai date from its facts; nothing is written. */
export async function summariseShopDay(world: World, on: string): Promise<ShopDay> {
  const from = startOfDate(on)
  const within = { gte: from, lt: from + DAY_MS }
  const [orders, refunds, commissions, visits] = await Promise.all([
    readAll(world, 'orders', { paidAt: within }),
    readAll(world, 'after_sales', { refundedAt: within }),
    readAll(world, 'commissions', { accruedAt: within }),
    readAll(world, 'visits', { visitedAt: within }),
  ])
  const facts = { orders, refunds, commissions, visits }
  return sumReadable(world, facts, (rows) => summariseDay({ on, ...rows, asOf: world.now }))
}

function isSame(before: ShopDay, day: ShopDay): boolean {
  return JSON.stringify(factsOf(before)) === JSON.stringify(factsOf(day))
}

function factsOf({ asOf: _asOf, ...facts }: ShopDay) {
  return Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))
}
