// Timer: the shop's figures by day, recomputed from facts and set, so that running twice changes nothing.
import { addDays, dateOf, DAY_MS, HOUR_MS, startOfDate } from '@contract/time'
import type { ShopDay } from '@contract/model/records'
import type { CollectionName, Collections, Where } from '../../ports/store'
import { summariseDay } from '../../domain/report/summarise-day'
import type { World } from '../../ports/world'

const PAGE = 500
/** After a long silence the days in between are caught up a few at a time. */
const DAYS_A_RUN = 14

/**
 * Today and yesterday (late facts), every day since the last one known (a shop whose timer stood still misses none),
 * and once an hour the days on which a refund changed what was earned. Answers with how many days were set.
 */
export async function summariseDays(world: World): Promise<{ days: number }> {
  const today = dateOf(world.now)
  const yesterday = addDays(today, -1)
  const order = [['_id', 'desc']] as const
  const [last] = await world.store.find('shop_days', { _id: { lt: today } }, { order, limit: 1 })
  const dates: string[] = []
  let on = last && last._id < yesterday ? last._id : yesterday
  for (; on <= today && dates.length < DAYS_A_RUN; on = addDays(on, 1)) dates.push(on)
  const isNewHour = !last || hourOf(last.asOf) !== hourOf(world.now)
  if (isNewHour) dates.push(...(await datesTouchedByRefunds(world, startOfDate(yesterday))))
  const touched = new Set(dates)
  for (const date of touched) await summariseOne(world, date)
  return { days: touched.size }
}

function hourOf(at: number): number {
  return Math.floor(at / HOUR_MS)
}

/** The accrual dates of commissions that refunds since a moment have shrunk. */
async function datesTouchedByRefunds(world: World, since: number): Promise<string[]> {
  const refunds = await readAll(world, 'after_sales', { refundedAt: { gte: since } })
  const orderIds = [...new Set(refunds.map((refund) => refund.orderId))]
  if (orderIds.length === 0) return []
  const commissions = await readAll(world, 'commissions', { orderId: { in: orderIds } })
  return commissions.map((commission) => dateOf(commission.accruedAt))
}

/** Recomputes one Shanghai date and sets its document. */
export async function summariseOne(world: World, on: string): Promise<ShopDay> {
  const from = startOfDate(on)
  const within = { gte: from, lt: from + DAY_MS }
  const [orders, refunds, commissions, visits] = await Promise.all([
    readAll(world, 'orders', { paidAt: within }),
    readAll(world, 'after_sales', { refundedAt: within }),
    readAll(world, 'commissions', { accruedAt: within }),
    readAll(world, 'visits', { visitedAt: within }),
  ])
  // Who bought was there, whether or not they came through a share.
  const buyers = orders.map((order) => order.buyerId)
  const visitors = new Set([...visits.map((visit) => visit.memberId), ...buyers]).size
  const asOf = world.now
  const day = summariseDay({ on, orders, refunds, commissions, visitors, asOf })
  await world.store.put('shop_days', day)
  return day
}

async function readAll<C extends CollectionName>(
  world: World,
  collection: C,
  where: Where,
): Promise<Collections[C][]> {
  const rows: Collections[C][] = []
  for (;;) {
    const options = { order: [['_id', 'asc']] as const, skip: rows.length, limit: PAGE }
    const page = await world.store.find(collection, where, options)
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}
