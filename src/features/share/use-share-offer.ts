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

/** When a campaign runs, ms: its poster and its text say so. */
export interface SharedCampaign {
  startAt: number
  endAt: number
}

/** What the page that shows the sheet already knows, so that it needn't be asked. */
export interface KnownTarget {
  product?: SharedProduct
  campaign?: SharedCampaign
}

export interface ShareOffer {
  friend: Share
  group: Share
  timeline: Share
  /** Null for what has no price of its own. */
  product: SharedProduct | null
  campaign: SharedCampaign | null
}

async function askProduct(productId: string): Promise<SharedProduct> {
  const { skus, earn } = await call('mall.getProduct', { productId })
  const prices = skus.map((sku) => sku.priceFen)
  return { priceFen: Math.min(...prices), isFrom: new Set(prices).size > 1, earn }
}

async function askCampaign(campaignId: string): Promise<SharedCampaign> {
  const { startAt, endAt } = await call('mall.getCampaign', { campaignId })
  return { startAt, endAt }
}

/** What is said beside a target: price and earning of a product, the days of a campaign. @throws ApiError */
export async function askTarget(
  target: ShareTarget,
  known: KnownTarget = {},
): Promise<Pick<ShareOffer, 'product' | 'campaign'>> {
  const [product, campaign] = await Promise.all([
    target.kind === 'product' ? (known.product ?? askProduct(target.productId)) : null,
    target.kind === 'campaign' ? (known.campaign ?? askCampaign(target.campaignId)) : null,
  ])
  return { product, campaign }
}

async function prepare(target: ShareTarget, known: KnownTarget): Promise<ShareOffer> {
  const [friend, group, timeline, told] = await Promise.all([
    makeShare(target, 'friend'),
    makeShare(target, 'group'),
    makeShare(target, 'timeline'),
    askTarget(target, known),
  ])
  return { friend, group, timeline, ...told }
}

export function useShareOffer(target: ShareTarget, when: boolean, known: KnownTarget = {}) {
  return useResource(() => prepare(target, known), { keys: [targetKey(target)], when })
}
