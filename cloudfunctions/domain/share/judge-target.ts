// Whether what a share was made for is there now; if not, why it leads to the shop instead.
import type { Campaign } from '@contract/model/campaign'
import type { ShareGone, ShareTarget } from '@contract/model/distribution'
import type { Product } from '@contract/model/goods'
import { campaignState } from '../campaign/campaign-state'

/** What was found under the target's id. */
export interface FoundTarget {
  readonly product: Pick<Product, 'title' | 'isOnShelf'> | null
  readonly campaign: Pick<Campaign, 'title' | 'status' | 'startAt' | 'endAt'> | null
}

export interface Gone {
  readonly why: ShareGone
  readonly title: string
  /** Of a campaign that is still to come. */
  readonly startAt: number | null
}

/** Null: it leads where it says. The shop and an invitation always do. */
export function judgeTarget(target: ShareTarget, found: FoundTarget, now: number): Gone | null {
  switch (target.kind) {
    case 'product':
      return judgeProduct(found.product)
    case 'campaign':
      return judgeCampaign(found.campaign, now)
    case 'shop':
    case 'invitation':
      return null
  }
}

function judgeProduct(product: FoundTarget['product']): Gone | null {
  if (product?.isOnShelf) return null
  return { why: 'product-off-shelf', title: product?.title ?? '', startAt: null }
}

function judgeCampaign(campaign: FoundTarget['campaign'], now: number): Gone | null {
  if (!campaign) return { why: 'campaign-withdrawn', title: '', startAt: null }
  const { title, startAt } = campaign
  switch (campaignState(campaign, now)) {
    case 'running':
      return null
    case 'to-come':
      return { why: 'campaign-to-come', title, startAt }
    case 'ended':
      return { why: 'campaign-ended', title, startAt: null }
    case 'draft':
    case 'withdrawn':
      return { why: 'campaign-withdrawn', title, startAt: null }
  }
}
