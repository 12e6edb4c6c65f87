// 等级有变: tells a member once, in the app, what moved their tier and what the new one brings.
import type { Api } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import { assert } from '../../domain/assert'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { Context, World } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { showChange } from './show-standing'
import { showTiers } from './show-tiers'

type News = Api['distributor.getCentre']['output']['tierNews']

/** Null while there is nothing new: then nothing is read. */
export async function readNews(world: World, { tier, tierNews }: Distributor): Promise<News> {
  if (tierNews === undefined) return null
  const [change, shop] = await Promise.all([
    world.store.get('tier_changes', tierNews),
    readShop(world),
  ])
  assert(change !== null, 'news and its change are written in one transaction')
  const own = (await showTiers(world, shop, termsOf(shop))).find(({ key }) => key === tier)
  assert(own !== undefined, 'every tier has its terms')
  const { bonusBps, memberOffBps, perks } = own
  return { ...showChange(change), bonusBps, memberOffBps, perks }
}

/** Closing it again, or news that something newer has taken the place of, changes nothing. */
export async function closeNews(
  ctx: Context,
  { changeId }: Api['distributor.closeTierNews']['parsed'],
): Promise<Api['distributor.closeTierNews']['output']> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  const isThis = { tierNews: changeId }
  await ctx.store.updateIf('distributors', distributor._id, isThis, { unset: ['tierNews'] })
  return {}
}
