// 编辑商品: one product as its owner edits it, with the categories to choose from.
import type { Api } from '@contract/api'
import type { Product } from '@contract/model/goods'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { listCategories } from '../catalogue/list-categories'
import { readStocks } from '../stock/read-stock'

type Output = Api['owner.getProduct']['output']

/** Without an id: the categories alone, for a new product. Refuses with NOT_FOUND. */
export async function getGoods(
  ctx: Context,
  { productId }: Api['owner.getProduct']['parsed'],
): Promise<Output> {
  const { categories } = await listCategories(ctx)
  if (productId === undefined) return { product: null, categories }
  const product = await ctx.store.get('products', productId)
  if (!product) throw refuse('NOT_FOUND')
  return { product: await showForEditing(ctx, product), categories }
}

async function showForEditing(ctx: Context, product: Product): Promise<Output['product']> {
  const stocks = await readStocks(
    ctx,
    product.skus.map((sku) => sku.skuId),
  )
  return {
    id: product._id,
    title: product.title,
    subtitle: product.subtitle,
    description: product.description,
    categoryId: product.categoryId,
    pictures: [...product.pictures],
    tags: [...product.tags],
    specNames: [...product.specNames],
    skus: product.skus.map((sku) => ({
      ...sku,
      specValues: [...sku.specValues],
      costFen: sku.costFen ?? null,
      stock: stocks.get(sku.skuId)?.available ?? 0,
    })),
    isOnShelf: product.isOnShelf,
  }
}
