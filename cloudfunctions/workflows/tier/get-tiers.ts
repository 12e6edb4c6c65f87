// 等级管理: the tiers in force with how many people are in each, for the owner to change.
import type { Api } from '@contract/api'
import { OFFERED_MEASURES } from '@contract/model/tier'
import { refuse } from '../../domain/refuse'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { listChangesOf, showStanding } from './show-standing'
import { showTiers } from './show-tiers'

export async function getTiers(ctx: Context): Promise<Api['owner.getTiers']['output']> {
  const shop = await readShop(ctx)
  const terms = termsOf(shop)
  const [tiers, cursor, ...members] = await Promise.all([
    showTiers(ctx, shop, terms),
    ctx.store.get('tier_cursors', 'tiers'),
    ...terms.tiers.map(({ key }) =>
      ctx.store.count('distributors', { tier: key, status: { in: ['active', 'frozen'] } }),
    ),
  ])
  return {
    version: terms.version,
    publishedAt: terms.version === 0 ? null : terms.publishedAt,
    tiers: tiers.map((tier, index) => ({ ...tier, members: members[index] ?? 0 })),
    keep: { ...terms.keep },
    measures: [...OFFERED_MEASURES],
    isChecking: (cursor?.version ?? 0) < terms.version || cursor?.pass != null,
  }
}

/** One member's tier with figures and the latest changes. Refuses DISTRIBUTOR_UNKNOWN. */
export async function getTierOf(
  ctx: Context,
  { distributorId }: Api['owner.getTierOf']['parsed'],
): Promise<Api['owner.getTierOf']['output']> {
  const [shop, distributor] = await Promise.all([
    readShop(ctx),
    ctx.store.get('distributors', distributorId),
  ])
  if (distributor?.admittedAt == null) throw refuse('DISTRIBUTOR_UNKNOWN')
  const [standing, changes] = await Promise.all([
    showStanding(ctx, termsOf(shop), distributor),
    listChangesOf(ctx, distributorId),
  ])
  return { name: distributor.name, ...standing, changes: [...changes.rows] }
}
