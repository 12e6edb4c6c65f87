// 绑定: makes a visitor the sharer's customer where the rule allows it, with the change on record.
import { bindAttribution, decideBinding, isExpired } from '../../domain/attribution/decide-binding'
import type { Distributor } from '@contract/model/people'
import type { Context } from '../../ports/world'
import { findShop } from '../shop/read-shop'

/**
 * Answers whose customer the caller is afterwards, null for nobody's. Only a decision to bind costs a transaction, in
 * which it is taken once more: of two shares opened at once the second sees what the first has done.
 */
export async function bindVisitor(
  ctx: Context,
  share: { readonly sharer: Distributor; readonly shareCode: string },
): Promise<string | null> {
  const { sharer, shareCode } = share
  const visitorId = ctx.caller.memberId
  const [shop, current] = await Promise.all([
    findShop(ctx),
    ctx.store.get('attributions', visitorId),
  ])
  if (!shop) return null
  const question = { sharer, visitorId, policy: shop.binding, now: ctx.now }
  if (decideBinding({ ...question, current }).kind === 'keep') {
    return current && !isExpired(current, ctx.now) ? current.distributorId : null
  }
  const changeId = ctx.newId('attribution')
  return ctx.store.transaction(async (tx) => {
    const before = await tx.get('attributions', visitorId)
    const asked = { ...question, current: before }
    const decision = decideBinding(asked)
    if (decision.kind === 'keep') return before?.distributorId ?? null
    const bound = bindAttribution(asked, decision.cause, { shareCode, changeId })
    await tx.put('attributions', bound.attribution)
    await tx.insert('attribution_changes', bound.change)
    return sharer._id
  })
}
