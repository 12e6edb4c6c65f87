// 看板: sales, what moved them, commission cost, and what waits for a decision.
import { fen, shareBps } from '@contract/money'
import { addDays, dateOf, startOfDate } from '@contract/time'
import type { Api } from '@contract/api'
import { explainSales } from '../../domain/report/explain-sales'
import type { Context } from '../../ports/world'
import { WAITING } from '../after-sale/list-shop-after-sales'
import { ORDER_FILTERS } from '../order/order-filters'
import { readPlanInForce } from '../plan/read-plan'
import { readShop } from '../shop/read-shop'
import { findTopEarners } from './find-top-earners'
import { addUp, readDays } from './read-days'

const DAYS = { today: 1, '7d': 7, '30d': 30 } as const
const ALERTS = 20

type Output = Api['owner.getDashboard']['output']

/** The range ends today and is compared with as many days before it. */
export async function getDashboard(
  ctx: Context,
  { range }: Api['owner.getDashboard']['parsed'],
): Promise<Output> {
  const count = DAYS[range]
  const to = dateOf(ctx.now)
  const from = addDays(to, 1 - count)
  const [shop, { days, asOf }, waiting, topEarners] = await Promise.all([
    readShop(ctx),
    readDays(ctx, to, count * 2),
    readWaiting(ctx),
    findTopEarners(ctx, startOfDate(from), startOfDate(addDays(to, 1))),
  ])
  const earlier = days.slice(0, count)
  const recent = days.slice(count)
  const [before, now] = [addUp(earlier), addUp(recent)]
  const plan = await readPlanInForce(ctx, shop)
  return {
    shopName: shop.name,
    from,
    to,
    asOf,
    now,
    before,
    moved: explainSales(before, now),
    days: recent.map(({ _id, salesFen }, index) => {
      return { on: _id, salesFen, beforeFen: earlier[index]?.salesFen ?? fen(0) }
    }),
    costRatioBps: costRatio(now),
    capBps: plan?.rules.capBps ?? null,
    topEarners,
    ...waiting,
  }
}

/** Commissions net of what refunds took back, so over sales net of refunds. */
function costRatio(figures: ReturnType<typeof addUp>): number {
  const { commissionFen, salesFen, refundedFen } = figures
  return shareBps(commissionFen, Math.max(0, salesFen - refundedFen))
}

async function readWaiting(
  ctx: Context,
): Promise<Pick<Output, 'payouts' | 'toShip' | 'afterSales' | 'applications' | 'alerts'>> {
  const { store } = ctx
  const newest = { order: [['at', 'desc']], limit: ALERTS } as const
  const [asked, toShip, afterSales, applications, alerts] = await Promise.all([
    store.sum('withdrawals', { status: 'requested' }, ['amountFen']),
    store.count('orders', ORDER_FILTERS['to-ship']),
    store.count('after_sales', { status: { in: WAITING } }),
    store.count('distributors', { status: 'applied' }),
    store.find('alerts', { isOpen: true }, newest),
  ])
  return {
    payouts: { count: asked.count, amountFen: fen(asked['amountFen'] ?? 0) },
    toShip,
    afterSales,
    applications,
    alerts: alerts.map(({ _id, message, at }) => ({ id: _id, message, at })),
  }
}
