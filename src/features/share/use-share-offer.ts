/** Everything the share sheet needs at once: the codes of each channel, and what the product costs and earns. */
import { call } from '@/api/call'
import { useResource } from '@/state/use-resource'
import type { EarnRange } from './share-earnings'
import { makeShare, targetKey } from './shares'
import type { Share, ShareTarget } from './shares'

/** What the page may already know of the product. */
export interface SharedProduct {
  priceFen: number
  /** Other SKUs cost more: the price is a "from". */
  isFrom: boolean
  earn: EarnRange | null
}

export interface ShareOffer {
  friend: Share
  group: Share
  timeline: Share
  /** Null for the shop. */
  product: SharedProduct | null
}

async function askProduct(productId: string): Promise<SharedProduct> {
  const { skus, earn } = await call('mall.getProduct', { productId })
  const prices = skus.map((sku) => sku.priceFen)
  return { priceFen: Math.min(...prices), isFrom: new Set(prices).size > 1, earn }
}

async function prepare(target: ShareTarget, known?: SharedProduct): Promise<ShareOffer> {
  const [friend, group, timeline, product] = await Promise.all([
    makeShare(target, 'friend'),
    makeShare(target, 'group'),
    makeShare(target, 'timeline'),
    target.kind === 'product' ? (known ?? askProduct(target.productId)) : null,
  ])
  return { friend, group, timeline, product }
}

export function useShareOffer(target: ShareTarget, when: boolean, known?: SharedProduct) {
  return useResource(() => prepare(target, known), { keys: [targetKey(target)], when })
}
