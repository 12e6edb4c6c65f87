// 编辑活动: one campaign as its owner edits it, with the plans that pay by it.
import type { Api } from '@contract/api'
import type { CommissionPlan } from '@contract/model/distribution'
import { campaignState } from '../../domain/campaign/campaign-state'
import { planInForce, plansToCome } from '../../domain/commission/plan-schedule'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { readCampaignGoods } from './read-campaign-goods'

type Output = Api['owner.getCampaign']['output']

/** Refuses NOT_FOUND. */
export async function editCampaign(
  ctx: Context,
  { campaignId }: Api['owner.getCampaign']['parsed'],
): Promise<Output> {
  const [shop, campaign] = await Promise.all([
    readShop(ctx),
    ctx.store.get('campaigns', campaignId),
  ])
  if (!campaign) throw refuse('NOT_FOUND')
  const terms = [planInForce(shop.plans, ctx.now), ...plansToCome(shop.plans, ctx.now)]
  const [goods, plans] = await Promise.all([
    readCampaignGoods(ctx, campaign),
    ctx.store.getMany(
      'plans',
      terms.flatMap((term) => term?.planId ?? []),
    ),
  ])
  const { title, intro, picture, startAt, endAt, revision } = campaign
  return {
    id: campaignId,
    ...{ title, intro, picture, startAt, endAt, revision },
    state: campaignState(campaign, ctx.now),
    products: goods.map((product) => ({
      id: product._id,
      title: product.title,
      picture: product.pictures[0] ?? '',
      fromPriceFen: product.fromPriceFen,
      isOnShelf: product.isOnShelf,
    })),
    plans: plans.flatMap((plan) => copiesIn(plan, campaignId)),
  }
}

/** The days and goods that a plan has kept of a campaign. */
function copiesIn({ rules }: CommissionPlan, campaignId: string): Output['plans'] {
  return rules.overrides.flatMap((override) =>
    override.scope === 'campaign' && override.id === campaignId
      ? {
          version: rules.version,
          from: Date.parse(override.from),
          to: Date.parse(override.to),
          productIds: [...override.productIds],
        }
      : [],
  )
}
