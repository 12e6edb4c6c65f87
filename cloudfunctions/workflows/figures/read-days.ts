// Daily figures of a span of dates; days nobody summarised yet are empty, and today is a few seconds old.
import { addDays, dateOf, SECOND_MS } from '@contract/time'
import { sumFen, ZERO } from '@contract/money'
import type { ShopDay } from '@contract/model/records'
import type { World } from '../../ports/world'
import { summariseOne } from './summarise-days'

/** A page that is looked at again at once need not count again. */
const FRESH_MS = 5 * SECOND_MS

/** `days` dates up to and including `to`, in order; one read, and a summary of today when it is too old. */
export async function readDays(world: World, to: string, days: number): Promise<ShopDay[]> {
  const dates = Array.from({ length: days }, (_, index) => addDays(to, index - days + 1))
  const known = new Map(
    (await world.store.getMany('shop_days', dates)).map((day) => [day._id, day]),
  )
  const today = dateOf(world.now)
  const isStale = (known.get(today)?.asOf ?? 0) < world.now - FRESH_MS
  if (dates.includes(today) && isStale) known.set(today, await summariseOne(world, today))
  return dates.map((on) => known.get(on) ?? emptyDay(on, world.now))
}

/** What `dayFigures` of the contract says, over several days. Buyers and visitors are summed by day. */
export function addUp(days: readonly ShopDay[]) {
  return {
    salesFen: sumFen(days, (day) => day.salesFen),
    orders: sumFen(days, (day) => day.orders),
    visitors: sumFen(days, (day) => day.visitors),
    buyers: sumFen(days, (day) => day.buyers),
    commissionFen: sumFen(days, (day) => day.commissionFen),
    refundedFen: sumFen(days, (day) => day.refundedFen),
  }
}

function emptyDay(on: string, asOf: number): ShopDay {
  const nothing = { salesFen: ZERO, refundedFen: ZERO, commissionFen: ZERO }
  return { _id: on, ...nothing, orders: 0, buyers: 0, visitors: 0, asOf }
}
