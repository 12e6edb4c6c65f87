// 顾客归属规则: read and set by the owner, for bindings from now on; the audit trail keeps who set what.
import type { Api } from '@contract/api'
import type { BindingPolicy, Shop } from '@contract/model/shop'
import { guardPolicy } from '../../domain/attribution/guard-policy'
import { openedPolicy } from '../../domain/attribution/keep-policy'
import { refuse } from '../../domain/refuse'
import type { Context, World } from '../../ports/world'
import { readShop } from './read-shop'

export async function getBindingPolicy(
  ctx: Context,
): Promise<Api['owner.getBindingPolicy']['output']> {
  const shop = await readShop(ctx)
  const { bindingChange: change } = shop
  return {
    version: versionOf(shop),
    policy: { ...shop.binding },
    changed: change ? { at: change.at, name: change.name, from: { ...change.from } } : null,
  }
}

/** The policy of today as those read it who win customers by it. Refuses SHOP_NOT_OPEN. */
export async function tellBinding(world: World) {
  const { binding, bindingChange } = await readShop(world)
  return { policy: { ...binding }, changedAt: bindingChange?.at ?? null }
}

/**
 * Saving what already holds changes nothing, so a repeated request answers as the first. Nobody who is bound is
 * touched: a binding keeps the policy it was made under. Refuses SHOP_NOT_OPEN, BINDING_POLICY_MOVED_ON,
 * BINDING_POLICY_INVALID `{ field }`.
 */
export function saveBindingPolicy(
  ctx: Context,
  { basedOn, policy: binding }: Api['owner.saveBindingPolicy']['parsed'],
): Promise<Api['owner.saveBindingPolicy']['output']> {
  guardPolicy(binding)
  const { memberId: by, member } = ctx.caller
  return ctx.store.transaction(async (tx) => {
    const shop = await tx.get('settings', 'shop')
    if (!shop) throw refuse('SHOP_NOT_OPEN')
    const known = versionOf(shop)
    if (isSame(shop.binding, binding)) return { version: known }
    if (known !== basedOn) throw refuse('BINDING_POLICY_MOVED_ON')
    const version = known + 1
    const opened = openedPolicy(shop)
    const who = { at: ctx.now, by, name: member.nickname }
    const bindingChange = { version, ...who, from: shop.binding, opened }
    await tx.update('settings', 'shop', { set: { binding, bindingChange } })
    return { version }
  })
}

const versionOf = ({ bindingChange }: Shop) => bindingChange?.version ?? 0

const isSame = (a: BindingPolicy, b: BindingPolicy) =>
  a.rule === b.rule && a.expireDays === b.expireDays && a.protectDays === b.protectDays
