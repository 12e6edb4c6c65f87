// 商城首页: categories, specials, and what is new this season.
import type { Api } from '@contract/api'
import type { ProductTag } from '@contract/model/goods'
import type { World, Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { listCategories } from './list-categories'
import { readEarner } from './read-earner'
import { showProducts } from './show-products'

const SPECIALS = 6
const SEASON = 12

/** Refuses with SHOP_NOT_OPEN. */
export async function home(ctx: Context): Promise<Api['mall.home']['output']> {
  const shop = await readShop(ctx)
  const [{ categories }, specials, season, earner] = await Promise.all([
    listCategories(ctx),
    findTagged(ctx, 'special', SPECIALS),
    findTagged(ctx, 'new', SEASON),
    readEarner(ctx, shop),
  ])
  const shown = await showProducts(ctx, [...specials, ...season], earner)
  return {
    shop: { name: shop.name, motto: shop.motto },
    categories,
    specials: shown.slice(0, specials.length),
    season: shown.slice(specials.length),
  }
}

function findTagged(world: World, tag: ProductTag, limit: number) {
  const where = { isOnShelf: true, tags: tag }
  const order = [
    ['soldCount', 'desc'],
    ['_id', 'asc'],
  ] as const
  return world.store.find('products', where, { order, limit })
}
