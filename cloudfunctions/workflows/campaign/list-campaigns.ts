// 活动列表: all campaigns, those that begin last first.
import type { Api } from '@contract/api'
import { campaignState } from '../../domain/campaign/campaign-state'
import type { Where } from '../../ports/store'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'

export async function listCampaigns(
  ctx: Context,
  { which, cursor }: Api['owner.listCampaigns']['parsed'],
): Promise<Api['owner.listCampaigns']['output']> {
  const where: Where = which === 'open' ? { status: 'published', endAt: { gt: ctx.now } } : {}
  const page = await readPage(ctx.store, 'campaigns', { where, by: 'startAt', cursor })
  const rows = page.rows.map((campaign) => ({
    id: campaign._id,
    title: campaign.title,
    picture: campaign.picture,
    startAt: campaign.startAt,
    endAt: campaign.endAt,
    state: campaignState(campaign, ctx.now),
    productCount: campaign.productIds.length,
  }))
  return { rows, next: page.next }
}
