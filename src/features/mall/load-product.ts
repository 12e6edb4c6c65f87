/** Finds the product a page was opened for: by id, or by a share code alone. */
import { ApiError } from '@/api/api-error'
import { call } from '@/api/call'
import { openShare, shareCodeOf } from '@/state/entry'
import type { Product } from './sku-choice'

export type FoundProduct =
  | { kind: 'product'; product: Product }
  /** The share could not be opened, or leads to the shop as a whole. */
  | { kind: 'expired' }
  | { kind: 'gone' }

const GONE = ['NOT_FOUND', 'PRODUCT_OFF_SHELF']

export async function loadProduct(query: Record<string, string>): Promise<FoundProduct> {
  const productId = query['id'] ?? (await sharedProduct(query))
  if (productId === 'gone') return { kind: 'gone' }
  if (productId === null) return { kind: 'expired' }
  try {
    return { kind: 'product', product: await call('mall.getProduct', { productId }) }
  } catch (cause) {
    if (cause instanceof ApiError && GONE.includes(cause.code)) return { kind: 'gone' }
    throw cause
  }
}

/** `gone`: the share stands, its product doesn't. */
async function sharedProduct(query: Record<string, string>): Promise<string | null> {
  const code = shareCodeOf({ query })
  const share = code === null ? null : await openShare(code)
  if (share?.isTargetGone) return 'gone'
  return share?.target.kind === 'product' ? share.target.productId : null
}
