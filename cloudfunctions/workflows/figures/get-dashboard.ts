// 看板: sales, what moved them, who and what brought them, commission cost, and what waits: three reads.
import { fen, shareBps } from '@contract/money'
import { addDays, dateOf } from '@contract/time'
import type { Api } from '@contract/api'
import type { ShopDay } from '@contract/model/records'
import {
  mergeEarners,
  mergeProducts,
  topOf,
  unpackEarners,
  unpackProducts,
} from '../../domain/report/day-tops'
import { explainSales } from '../../domain/report/explain-sales'
import type { Context } from '../../ports/world'
import { addUp, readDays } from './read-days'

const DAYS = { today: 1, '7d': 7, '30d': 30 } as const
const SHOWN = 5

type Output = Api['owner.getDashboard']['output']

/**
 * The range ends today and is compared with as many days before it. Three reads, whatever the shop sold: the days, the
 * board, and the names of the five who earned most.
 */
export async function getDashboard(
  ctx: Context,
  { range }: Api['owner.getDashboard']['parsed'],
): Promise<Output> {
  const count = DAYS[range]
  const to = dateOf(ctx.now)
  const { days, board, asOf } = await readDays(ctx, to, count * 2)
  const earlier = days.slice(0, count)
  const recent = days.slice(count)
  const [before, now] = [addUp(earlier), addUp(recent)]
  const { toShip, afterSales, applications, disputes = 0, payouts, alerts, capBps } = board
  return {
    from: addDays(to, 1 - count),
    to,
    asOf,
    now,
    before,
    moved: explainSales(before, now),
    days: recent.map(({ _id, salesFen }, index) => {
      return { on: _id, salesFen, beforeFen: earlier[index]?.salesFen ?? fen(0) }
    }),
    costRatioBps: costRatio(now),
    capBps,
    topEarners: await nameTopEarners(ctx, recent),
    topProducts: topProductsOf(recent),
    toShip,
    afterSales,
    applications,
    disputes,
    payouts: { ...payouts },
    alerts: alerts.map((alert) => ({ ...alert })),
  }
}

/** Commissions net of what refunds took back, so over sales net of refunds. */
function costRatio(figures: ReturnType<typeof addUp>): number {
  const { commissionFen, salesFen, refundedFen } = figures
  return shareBps(commissionFen, Math.max(0, salesFen - refundedFen))
}

/** Net commissions accrued in the span. */
async function nameTopEarners(ctx: Context, days: readonly ShopDay[]) {
  const earned = mergeEarners(days.map((day) => unpackEarners(day.earners)))
  const top = topOf(earned, (amountFen) => amountFen, SHOWN)
  const people = await ctx.store.getMany(
    'distributors',
    top.map(([id]) => id),
  )
  return top.flatMap(([id, amountFen]) => {
    const person = people.find((candidate) => candidate._id === id)
    return person ? [{ id, name: person.name, tier: person.tier, amountFen }] : []
  })
}

/** Paid for goods in the span and not given back. */
function topProductsOf(days: readonly ShopDay[]): Output['topProducts'] {
  const sold = mergeProducts(days.map((day) => unpackProducts(day.products)))
  return topOf(sold, (product) => product.salesFen, SHOWN).map(([id, product]) => {
    return { id, ...product }
  })
}
