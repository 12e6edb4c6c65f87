// 分销中心: the caller's balances, what happened today, and what is worth sharing.
import type { Api } from '@contract/api'
import { fen } from '@contract/money'
import type { Distributor } from '@contract/model/people'
import { addDays, dateOf, startOfDate } from '@contract/time'
import { dayIdOf } from '../../domain/aggregate/sum-day'
import { assert } from '../../domain/assert'
import type { Context } from '../../ports/world'
import { earnerOf } from '../catalogue/read-earner'
import { showProducts } from '../catalogue/show-products'
import { readByEarning } from './read-by-earning'
import { readShop } from '../shop/read-shop'
import { readNews } from '../tier/tell-news'
import { readWallet } from '../wallet/read-wallet'
import { showWallet } from '../wallet/show-wallet'

const SUGGESTIONS = 3
const CHART_DAYS = 30

export async function getCentre(ctx: Context): Promise<Api['distributor.getCentre']['output']> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  const [wallet, today, earned, suggestions, disputesToAnswer, tierNews] = await Promise.all([
    readWallet(ctx.store, distributor._id),
    countToday(ctx, distributor._id),
    readEarned(ctx, distributor._id),
    suggest(ctx, distributor),
    ctx.store.count('disputes', { holderId: distributor._id, status: 'raised' }),
    readNews(ctx, distributor),
  ])
  return {
    name: distributor.name,
    tier: distributor.tier,
    wallet: showWallet(wallet),
    today,
    disputesToAnswer,
    asOf: ctx.now,
    days: [...earned, { on: dateOf(ctx.now), commissionFen: today.commissionFen }],
    suggestions,
    tierNews,
  }
}

async function countToday(ctx: Context, distributorId: string) {
  const since = { gte: startOfDate(dateOf(ctx.now)) }
  const { store } = ctx
  const [visits, newCustomers, orders, commissions] = await Promise.all([
    store.count('visits', { distributorId, visitedAt: since }),
    store.count('attributions', { distributorId, boundAt: since }),
    store.count('commissions', { distributorId, level: 1, accruedAt: since }),
    store.sum('commissions', { distributorId, accruedAt: since }, ['netFen']),
  ])
  return { visits, newCustomers, orders, commissionFen: fen(commissions['netFen'] ?? 0) }
}

/** The days before today from the running figures, one read; today is counted anew. */
async function readEarned(ctx: Context, distributorId: string) {
  const today = dateOf(ctx.now)
  const dates = Array.from({ length: CHART_DAYS - 1 }, (_, index) =>
    addDays(today, index + 1 - CHART_DAYS),
  )
  const ids = dates.map((on) => dayIdOf(distributorId, on))
  const days = new Map(
    (await ctx.store.getMany('distributor_days', ids)).map((day) => [day.on, day]),
  )
  return dates.map((on) => ({ on, commissionFen: days.get(on)?.commissionFen ?? fen(0) }))
}

async function suggest(ctx: Context, distributor: Distributor) {
  const shop = await readShop(ctx)
  const earner = await earnerOf(ctx, shop, distributor)
  const products = await readByEarning(ctx, earner, '')
  return showProducts(ctx, products.slice(0, SUGGESTIONS), earner)
}
