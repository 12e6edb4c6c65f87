// Whether a campaign makes sense as written, and whether it is complete enough to be seen.
import type { Campaign } from '@contract/model/campaign'
import { refuse } from '../refuse'

/** It ends after it begins, no product twice. Refuses with CAMPAIGN_INVALID and the field in the words of the page. */
export function guardCampaign(campaign: Pick<Campaign, 'productIds' | 'startAt' | 'endAt'>): void {
  const { productIds, startAt, endAt } = campaign
  if (endAt <= startAt) throw refuse('CAMPAIGN_INVALID', { field: '结束要晚于开始' })
  if (new Set(productIds).size !== productIds.length) {
    throw refuse('CAMPAIGN_INVALID', { field: '有一件商品选了两次' })
  }
}

/** A cover, at least one product, not over yet. Refuses with CAMPAIGN_INCOMPLETE, CAMPAIGN_OVER. */
export function insistShowable(
  campaign: Pick<Campaign, 'picture' | 'productIds' | 'endAt'>,
  now: number,
): void {
  if (campaign.picture === '') throw refuse('CAMPAIGN_INCOMPLETE', { field: '封面图' })
  if (campaign.productIds.length === 0) throw refuse('CAMPAIGN_INCOMPLETE', { field: '参加的商品' })
  if (campaign.endAt <= now) throw refuse('CAMPAIGN_OVER')
}
