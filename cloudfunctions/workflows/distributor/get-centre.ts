// 分销中心: the caller's balances, what happened today, and what is worth sharing.
import type { Api } from '@contract/api'
import { fen } from '@contract/money'
import { dateOf, startOfDate } from '@contract/time'
import { assert } from '../../domain/assert'
import type { Context } from '../../ports/world'
import { earnerOf } from '../catalogue/read-earner'
import { showProducts } from '../catalogue/show-products'
import { readShop } from '../shop/read-shop'
import { readWallet } from '../wallet/read-wallet'
import { showWallet } from '../wallet/show-wallet'

const SUGGESTIONS = 6

export async function getCentre(ctx: Context): Promise<Api['distributor.getCentre']['output']> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  const [wallet, today, suggestions] = await Promise.all([
    readWallet(ctx.store, distributor._id),
    countToday(ctx, distributor._id),
    suggest(ctx),
  ])
  return {
    name: distributor.name,
    tier: distributor.tier,
    wallet: showWallet(wallet),
    today,
    asOf: ctx.now,
    suggestions,
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

/** What sells best. */
async function suggest(ctx: Context) {
  const { distributor } = ctx.caller
  const [shop, products] = await Promise.all([
    readShop(ctx),
    ctx.store.find(
      'products',
      { isOnShelf: true },
      { order: [['soldCount', 'desc']], limit: SUGGESTIONS },
    ),
  ])
  return showProducts(ctx, products, distributor && (await earnerOf(ctx, shop, distributor)))
}
