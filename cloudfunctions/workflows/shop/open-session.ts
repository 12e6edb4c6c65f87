// Who the caller is to this shop: the first question of every phone.
import type { Api } from '@contract/api'
import { sumFen } from '@contract/money'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import type { Context } from '../../ports/world'
import { findShop } from './read-shop'
import { showAvatar } from './show-avatar'

/** Answers also before the shop is claimed, with `isOpen: false`. */
export async function openSession(ctx: Context): Promise<Api['mall.openSession']['output']> {
  const { member, memberId } = ctx.caller
  const [shop, distributor, cart] = await Promise.all([
    findShop(ctx),
    ctx.store.get('distributors', distributorIdOf(memberId)),
    ctx.store.get('carts', memberId),
  ])
  const roles = new Set(ctx.caller.roles)
  if (distributor?.status === 'active') roles.add('distributor')
  return {
    member: {
      id: memberId,
      nickname: member.nickname,
      ...showAvatar(member.avatar),
    },
    roles: [...roles],
    distributor: distributor && {
      id: distributor._id,
      name: distributor.name,
      status: distributor.status,
      tier: distributor.tier,
    },
    shop: { name: shop?.name ?? '', motto: shop?.motto ?? '', isOpen: shop !== null },
    ...(shop?.tiers ? { tierNames: shop.tiers.tiers.map(({ name }) => name) } : {}),
    cartCount: sumFen(cart?.lines ?? [], (line) => line.quantity),
  }
}
