// What a share is of, read by its id: one read, none for the shop and an invitation.
import type { Campaign } from '@contract/model/campaign'
import type { ShareTarget } from '@contract/model/distribution'
import type { Product } from '@contract/model/goods'
import type { World } from '../../ports/world'

export interface Target {
  readonly product: Product | null
  readonly campaign: Campaign | null
}

export async function readTarget(world: World, target: ShareTarget): Promise<Target> {
  const { store } = world
  return {
    product: target.kind === 'product' ? await store.get('products', target.productId) : null,
    campaign: target.kind === 'campaign' ? await store.get('campaigns', target.campaignId) : null,
  }
}
