// Materials as a list shows them, with the names of what they are about.
import type { Material, MaterialTarget } from '@contract/model/material'
import { targetKeyOf } from '../../domain/material/describe-material'
import type { TierKey } from '@contract/model/shop'
import { isLocked } from '../../domain/material/is-locked'
import type { World } from '../../ports/world'

const EXCERPT = 60

/** Names by target key; two reads for any number of materials. What is gone has no name. */
export async function nameTargets(
  world: World,
  targets: readonly MaterialTarget[],
): Promise<(target: MaterialTarget) => string> {
  const products = targets.flatMap((one) => (one.kind === 'product' ? [one.productId] : []))
  const campaigns = targets.flatMap((one) => (one.kind === 'campaign' ? [one.campaignId] : []))
  const [goods, events] = await Promise.all([
    products.length > 0 ? world.store.getMany('products', [...new Set(products)]) : [],
    campaigns.length > 0 ? world.store.getMany('campaigns', [...new Set(campaigns)]) : [],
  ])
  const names = new Map<string, string>([
    ...goods.map(({ _id, title }) => [`product:${_id}`, title] as const),
    ...events.map(({ _id, title }) => [`campaign:${_id}`, title] as const),
  ])
  return (target) => names.get(targetKeyOf(target)) ?? ''
}

/** One row of a list. */
export function showRow(material: Material, targetName: string) {
  const { _id: id, title, target, kind, pictures, video, publishedAt, usedCount } = material
  return {
    ...{ id, title, target, targetName, kind, publishedAt, usedCount },
    excerpt: material.text.slice(0, EXCERPT),
    cover: pictures[0] ?? video?.cover ?? '',
    pictureCount: pictures.length,
    hasVideo: video !== null,
    tags: [...material.tags],
    ...tierOf(material),
  }
}

/** Absent where it is for everybody. */
export function tierOf({ minTier }: Pick<Material, 'minTier'>): { minTier?: TierKey } {
  return minTier == null ? {} : { minTier }
}

/** The row as somebody of this tier sees it: of what is above them only that it is there. */
export function showOwnRow(material: Material, targetName: string, tier: TierKey) {
  const row = showRow(material, targetName)
  return isLocked(material, tier) ? { ...row, excerpt: '', cover: '', isLocked: true } : row
}
