// 绑定: makes a visitor the sharer's customer where the rule allows it, with the change on record.
import type { Attribution } from '@contract/model/distribution'
import type { Distributor } from '@contract/model/people'
import type { Shop } from '@contract/model/shop'
import { isLapsed } from '../../domain/agreement/signing-state'
import {
  bindAttribution,
  decideBinding,
  isExpired,
  type BindingQuestion,
} from '../../domain/attribution/decide-binding'
import { decideRescue } from '../../domain/attribution/decide-rescue'
import { openedPolicy } from '../../domain/attribution/keep-policy'
import { isReleased } from '../../domain/attribution/is-released'
import { insist } from '../../domain/refuse'
import type { Store, Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'
import { findShop } from '../shop/read-shop'
import { followCustomers } from './follow-customers'
import { momentAfter, putAttribution } from './put-attribution'

interface Sharing {
  readonly sharer: Distributor
  readonly shareCode: string
  /** The visitor typed the code in: the stricter rule of a rescue holds. */
  readonly isTyped?: boolean
}

/**
 * Answers whose customer the caller is afterwards, null for nobody's. Only a decision to bind costs a transaction, in
 * which it is taken once more on what is true then: of two shares opened at once the second sees what the first has
 * done, and a sharer frozen meanwhile binds nobody. A typed code refuses RESCUE_….
 */
export async function bindVisitor(ctx: Context, sharing: Sharing): Promise<string | null> {
  const visitorId = ctx.caller.memberId
  const [shop, current] = await Promise.all([
    findShop(ctx),
    ctx.store.get('attributions', visitorId),
  ])
  if (!shop) return null
  const question = {
    ...askOf(ctx, shop, sharing.sharer),
    ...(await readHolding(ctx.store, current, sharing.sharer)),
  }
  if (sharing.isTyped) insistRescue(ctx, question)
  if (decideBinding(question).kind === 'keep') return holderOf(question)
  const changeId = ctx.newId('attribution')
  return ctx.store.transaction((tx) => bind(tx, ctx, { shop, sharing, changeId }))
}

async function bind(
  tx: Transaction,
  ctx: Context,
  given: { readonly shop: Shop; readonly sharing: Sharing; readonly changeId: string },
): Promise<string | null> {
  const { sharing, changeId } = given
  const { shareCode, isTyped = false } = sharing
  const { memberId } = ctx.caller
  const current = await tx.get('attributions', memberId)
  const sharer = (await tx.get('distributors', sharing.sharer._id)) ?? sharing.sharer
  const customerOf = await followCustomers(tx, { memberId, sharerId: sharer._id, now: ctx.now })
  const holding = await readHolding(tx, current, sharer)
  const asked = askOf(ctx, given.shop, sharer)
  const question = { ...asked, ...holding, customerOf, now: momentAfter(current, ctx.now) }
  if (isTyped) insistRescue(ctx, question)
  const decision = decideBinding(question)
  if (decision.kind === 'keep') return holderOf(question)
  const bound = bindAttribution(question, decision.cause, { shareCode, changeId, isTyped })
  await putAttribution(tx, current, bound)
  return sharer._id
}

function askOf(ctx: Context, shop: Shop, sharer: Distributor) {
  const isSharerLapsed = isLapsed(shop.agreement, sharer, ctx.now)
  const visitorId = ctx.caller.memberId
  const policies = { policy: shop.binding, opened: openedPolicy(shop) }
  return { visitorId, sharer, isSharerLapsed, ...policies, now: ctx.now }
}

function insistRescue(ctx: Context, question: BindingQuestion): void {
  insist(decideRescue({ ...question, cameAt: ctx.caller.member.createdAt }))
}

/** Whose customer the visitor is, and whether that distributor has left: a read more only for somebody else's. */
async function readHolding(
  store: Pick<Store | Transaction, 'get'>,
  current: Attribution | null,
  sharer: Distributor,
) {
  if (current === null) return { current }
  const isOwn = current.distributorId === sharer._id
  const holder = isOwn ? sharer : await store.get('distributors', current.distributorId)
  return { current, isReleased: isReleased(current, holder) }
}

function holderOf({ current, isReleased: isFree, now }: BindingQuestion): string | null {
  return current && !isFree && !isExpired(current, now) ? current.distributorId : null
}
