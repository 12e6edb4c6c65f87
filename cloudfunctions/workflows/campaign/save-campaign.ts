// Adds a campaign or changes it. A plan that pays by it keeps the days and goods it was published with.
import { idOf } from '@contract/ids'
import type { Api } from '@contract/api'
import type { Campaign } from '@contract/model/campaign'
import { guardCampaign, insistShowable } from '../../domain/campaign/guard-campaign'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { carryOutOnce } from '../mark-request'
import { suffixOfRequest } from '../name-by-request'

type Input = Api['owner.saveCampaign']['parsed']

/**
 * A new one is a draft. Campaign and a mark of the request are written in one transaction: a killed try that is
 * repeated changes nothing. Refuses NOT_FOUND (also for a product that isn't there), CAMPAIGN_INVALID,
 * CAMPAIGN_MOVED_ON (somebody changed it meanwhile), and for a published one CAMPAIGN_INCOMPLETE, CAMPAIGN_OVER.
 */
export async function saveCampaign(
  ctx: Context,
  input: Input,
): Promise<Api['owner.saveCampaign']['output']> {
  guardCampaign(input)
  await insistProducts(ctx, input.productIds)
  const id = input.id ?? idOf('campaign', suffixOfRequest(ctx))
  await carryOutOnce(ctx, 'saved-campaign', async (tx) => {
    const before = input.id === undefined ? null : await tx.get('campaigns', id)
    if (input.id !== undefined && !before) throw refuse('NOT_FOUND')
    if (before && before.revision !== input.revision) throw refuse('CAMPAIGN_MOVED_ON')
    const campaign = write(input, { id, before, now: ctx.now })
    if (campaign.status === 'published') insistShowable(campaign, ctx.now)
    await tx.put('campaigns', campaign)
  })
  return { id }
}

async function insistProducts(ctx: Context, ids: readonly string[]): Promise<void> {
  const found = await ctx.store.getMany('products', ids)
  if (found.length !== ids.length) throw refuse('NOT_FOUND')
}

function write(
  input: Input,
  to: { readonly id: string; readonly before: Campaign | null; readonly now: number },
): Campaign {
  const { title, intro, picture, productIds, startAt, endAt } = input
  return {
    _id: to.id,
    ...{ title, intro, picture, productIds, startAt, endAt },
    status: to.before?.status ?? 'draft',
    revision: (to.before?.revision ?? 0) + 1,
    createdAt: to.before?.createdAt ?? to.now,
    updatedAt: to.now,
    publishedAt: to.before?.publishedAt ?? null,
  }
}
