// 商城首页: categories, running campaigns, specials, and what is new this season.
import type { Api } from '@contract/api'
import type { ProductTag } from '@contract/model/goods'
import type { World, Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { listCategories } from './list-categories'
import { readEarner } from './read-earner'
import { showProducts } from './show-products'

const SPECIALS = 6
const SEASON = 12
const CAMPAIGNS = 3

/** Refuses with SHOP_NOT_OPEN. */
export async function home(ctx: Context): Promise<Api['mall.home']['output']> {
  const shop = await readShop(ctx)
  const [{ categories }, specials, season, campaigns, earner] = await Promise.all([
    listCategories(ctx),
    findTagged(ctx, 'special', SPECIALS),
    findTagged(ctx, 'new', SEASON),
    findRunning(ctx),
    readEarner(ctx, shop),
  ])
  const shown = await showProducts(ctx, [...specials, ...season], earner)
  return {
    shop: { name: shop.name, motto: shop.motto },
    categories,
    specials: shown.slice(0, specials.length),
    season: shown.slice(specials.length),
    campaigns: campaigns.map(({ _id, title, picture, endAt }) => ({
      id: _id,
      title,
      picture,
      endAt,
    })),
  }
}

function findRunning(world: World) {
  const where = { status: 'published', startAt: { lte: world.now }, endAt: { gt: world.now } }
  return world.store.find('campaigns', where, { order: [['endAt', 'asc']], limit: CAMPAIGNS })
}

function findTagged(world: World, tag: ProductTag, limit: number) {
  const where = { isOnShelf: true, tags: tag }
  const order = [
    ['soldCount', 'desc'],
    ['_id', 'asc'],
  ] as const
  return world.store.find('products', where, { order, limit })
}
