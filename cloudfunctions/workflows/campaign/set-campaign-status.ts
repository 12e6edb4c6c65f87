// 发布/撤下活动: from then on it is seen, or no longer.
import type { Api } from '@contract/api'
import { insistShowable } from '../../domain/campaign/guard-campaign'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/**
 * One that was taken back may be published again. Doing it twice changes nothing. Refuses NOT_FOUND, CAMPAIGN_INVALID
 * (a draft has nothing to take back), CAMPAIGN_INCOMPLETE, CAMPAIGN_OVER.
 */
export async function setCampaignStatus(
  ctx: Context,
  { campaignId, status }: Api['owner.setCampaignStatus']['parsed'],
): Promise<Api['owner.setCampaignStatus']['output']> {
  await ctx.store.transaction(async (tx) => {
    const campaign = await tx.get('campaigns', campaignId)
    if (!campaign) throw refuse('NOT_FOUND')
    if (campaign.status === status) return
    if (status === 'withdrawn' && campaign.status === 'draft') {
      throw refuse('CAMPAIGN_INVALID', { field: '还没有发布' })
    }
    if (status === 'published') insistShowable(campaign, ctx.now)
    await tx.put('campaigns', {
      ...campaign,
      status,
      revision: campaign.revision + 1,
      updatedAt: ctx.now,
      publishedAt: status === 'published' ? ctx.now : campaign.publishedAt,
    })
  })
  return {}
}
