// Adds a product or changes it; stock is changed by the difference that the owner saw.
// Product, stock and a mark of the request are written in one transaction: a killed try that is repeated adds no
// stock twice.
import { idOf } from '@contract/ids'
import { fen } from '@contract/money'
import type { Api } from '@contract/api'
import type { Product, Sku, Stock } from '@contract/model/goods'
import { refuse } from '../../domain/refuse'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'
import { carryOutOnce } from '../mark-request'
import { suffixOfRequest } from '../name-by-request'
import { insistComplete, insistSpecsFit } from './check-goods'

type Input = Api['owner.saveProduct']['parsed']
type SkuInput = Input['skus'][number]

interface SkuChange {
  readonly sku: Sku
  readonly isNew: boolean
  readonly stockChange: number
}

/**
 * A new product starts off the shelf. Refuses with CATEGORY_UNKNOWN, NOT_FOUND, SKU_UNKNOWN, INPUT_INVALID (specs),
 * OUT_OF_STOCK (more taken away than there is) or PRODUCT_INCOMPLETE (it is on the shelf and would lack something).
 */
export async function saveProduct(
  ctx: Context,
  input: Input,
): Promise<Api['owner.saveProduct']['output']> {
  if (!(await ctx.store.get('categories', input.categoryId))) throw refuse('CATEGORY_UNKNOWN')
  const productId = input.id ?? idOf('product', suffixOfRequest(ctx))
  const changes = input.skus.map((sku, index) => readSku(ctx, sku, index))
  await carryOutOnce(ctx, 'saved-product', async (tx) => {
    const before = input.id ? await tx.get('products', productId) : null
    if (input.id && !before) throw refuse('NOT_FOUND')
    insistKnown(changes, before)
    const product = writeProduct(ctx, input, { productId, before, changes })
    insistSpecsFit(product)
    if (product.isOnShelf) insistComplete(product)
    await tx.put('products', product)
    for (const change of changes) await changeStock(tx, product, change)
  })
  return { id: productId }
}

function readSku(ctx: Context, input: SkuInput, index: number): SkuChange {
  const { specValues, priceFen, marketPriceFen, costFen, stockChange } = input
  const skuId = input.skuId ?? idOf('sku', suffixOfRequest(ctx, index))
  const sku = { skuId, specValues, priceFen, marketPriceFen, costFen }
  return { sku, isNew: input.skuId === undefined, stockChange }
}

function insistKnown(changes: readonly SkuChange[], before: Product | null): void {
  const known = new Set(before?.skus.map((sku) => sku.skuId))
  const isStrange = ({ sku, isNew }: SkuChange) => !isNew && !known.has(sku.skuId)
  if (changes.some(isStrange)) throw refuse('SKU_UNKNOWN')
}

function writeProduct(
  ctx: Context,
  input: Input,
  to: {
    readonly productId: string
    readonly before: Product | null
    readonly changes: readonly SkuChange[]
  },
): Product {
  const { title, subtitle, description, categoryId, pictures, tags, specNames } = input
  const costOf = (id: string) => to.before?.skus.find(({ skuId }) => skuId === id)?.costFen ?? null
  const skus = to.changes.map(({ sku }) => {
    return { ...sku, costFen: sku.costFen === undefined ? costOf(sku.skuId) : sku.costFen }
  })
  return {
    _id: to.productId,
    title,
    subtitle,
    description,
    categoryId,
    pictures,
    tags: [...new Set(tags)],
    specNames,
    skus,
    fromPriceFen: fen(Math.min(...skus.map((sku) => sku.priceFen))),
    isOnShelf: to.before?.isOnShelf ?? false,
    soldCount: to.before?.soldCount ?? 0,
    createdAt: to.before?.createdAt ?? ctx.now,
    updatedAt: ctx.now,
  }
}

async function changeStock(tx: Transaction, product: Product, change: SkuChange): Promise<void> {
  const { sku, isNew, stockChange } = change
  if (!isNew && stockChange === 0) return
  const stock = isNew ? emptyStock(sku.skuId, product._id) : await tx.get('stocks', sku.skuId)
  const before = stock ?? emptyStock(sku.skuId, product._id)
  const available = before.available + stockChange
  if (available < 0) {
    throw refuse('OUT_OF_STOCK', { title: product.title, available: before.available })
  }
  await tx.put('stocks', { ...before, available })
}

function emptyStock(skuId: string, productId: string): Stock {
  return { _id: skuId, productId, available: 0, held: {}, heldAt: {}, returned: {}, sold: 0 }
}
