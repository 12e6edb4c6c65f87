// A campaign of the trading shop: 冬茶节 over both products, from an hour ago for three days unless said otherwise.
import { DAY_MS, HOUR_MS } from '@contract/time'
import type { Money } from '../money/open-money'

export interface Written {
  readonly title?: string
  readonly picture?: string
  readonly productIds?: readonly string[]
  /** From now, ms. */
  readonly from?: number
  readonly to?: number
  /** Of its saving: decides its id. */
  readonly requestId?: string
}

export const COVER = 'https://pictures.example/winter.jpg'

/** The input of owner.saveCampaign. */
export function campaignOf(money: Money, written: Written = {}) {
  const now = money.world.cloud.clock.now()
  const { title = '冬茶节', picture = COVER, from = -HOUR_MS, to = 3 * DAY_MS } = written
  const productIds = [...(written.productIds ?? [money.pot.productId, money.tea.productId])]
  const dates = { startAt: now + from, endAt: now + to }
  return { title, intro: '围炉煮茶', picture, productIds, ...dates }
}

/** Saved and published; answers its id. */
export async function openCampaign(money: Money, written: Written = {}): Promise<string> {
  const { requestId } = written
  const options = requestId === undefined ? {} : { requestId }
  const input = campaignOf(money, written)
  const { id } = await money.owner.call('owner.saveCampaign', input, options)
  await money.owner.call('owner.setCampaignStatus', { campaignId: id, status: 'published' })
  return id
}
