// 活动页: a campaign with its goods on the shelf and, for distributors, what sharing them pays.
import type { Api } from '@contract/api'
import { campaignState } from '../../domain/campaign/campaign-state'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readEarner } from '../catalogue/read-earner'
import { showProducts } from '../catalogue/show-products'
import { readShop } from '../shop/read-shop'
import { readCampaignGoods } from './read-campaign-goods'

/** Refuses SHOP_NOT_OPEN, NOT_FOUND, also for a draft. One that was taken back says so and shows no goods. */
export async function getCampaign(
  ctx: Context,
  { campaignId }: Api['mall.getCampaign']['parsed'],
): Promise<Api['mall.getCampaign']['output']> {
  const [shop, campaign] = await Promise.all([
    readShop(ctx),
    ctx.store.get('campaigns', campaignId),
  ])
  if (!campaign || campaign.status === 'draft') throw refuse('NOT_FOUND')
  const state = campaignState(campaign, ctx.now)
  const isShown = state !== 'withdrawn'
  const [products, earner] = await Promise.all([
    isShown ? readCampaignGoods(ctx, campaign) : [],
    isShown ? readEarner(ctx, shop) : null,
  ])
  const onShelf = products.filter((product) => product.isOnShelf)
  const { title, intro, picture, startAt, endAt } = campaign
  return {
    id: campaignId,
    ...{ title, intro, picture, startAt, endAt, state },
    now: ctx.now,
    goods: await showProducts(ctx, onShelf, earner),
  }
}
