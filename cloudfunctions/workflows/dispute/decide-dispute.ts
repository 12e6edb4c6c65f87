// 裁定争议: the owner gives the customer to the claimant, or leaves them, with a reason that both read.
import type { Api } from '@contract/api'
import type { Dispute } from '@contract/model/dispute'
import { dateTimeText } from '@contract/time'
import { isLapsed } from '../../domain/agreement/signing-state'
import { decideMove, moveAttribution } from '../../domain/attribution/decide-move'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { judgeDecision } from '../../domain/dispute/judge-dispute'
import { insist, refuse } from '../../domain/refuse'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'
import { followCustomers } from '../share/follow-customers'
import { momentAfter, putAttribution } from '../share/put-attribution'
import { readShop } from '../shop/read-shop'

type Input = Api['owner.decideDispute']['parsed']

/**
 * The decision and the customer's change of hands are one transaction. Orders placed before stay where they are. The
 * same decision again changes nothing. Refuses DISPUTE_UNKNOWN, OWN_CASE (the caller is one of the three),
 * DISPUTE_ENDED, DISPUTE_UNHEARD `{ until }`, DISPUTE_HOLDER_CHANGED, MOVE_….
 */
export async function decideDispute(
  ctx: Context,
  { disputeId, outcome, reason }: Input,
): Promise<Api['owner.decideDispute']['output']> {
  const shop = await readShop(ctx)
  const changeId = ctx.newId('attribution')
  const { member, memberId } = ctx.caller
  return ctx.store.transaction(async (tx) => {
    const dispute = await tx.get('disputes', disputeId)
    if (!dispute) throw refuse('DISPUTE_UNKNOWN')
    insistOthersDispute(dispute, memberId)
    const { decision, status } = dispute
    if (status === outcome && decision?.by === memberId && decision.reason === reason) return {}
    insist(judgeDecision(dispute, ctx.now, dateTimeText(dispute.answerBy)))
    const words = { by: memberId, name: member.nickname, reason }
    const isMoved =
      outcome === 'upheld' && (await handOver(tx, { ctx, shop, dispute, words, changeId }))
    const set = { status: outcome, isOpen: false, decision: { ...words, isMoved } }
    await tx.update('disputes', disputeId, { set: { ...set, endedAt: ctx.now } })
    return {}
  })
}

/** Refuses OWN_CASE. */
export function insistOthersDispute(dispute: Dispute, memberId: string): void {
  const { claimantId, holderId, customerId } = dispute
  const isOwn = [claimantId, holderId].includes(distributorIdOf(memberId))
  if (isOwn || customerId === memberId) throw refuse('OWN_CASE')
}

interface HandOver {
  readonly ctx: Context
  readonly shop: Awaited<ReturnType<typeof readShop>>
  readonly dispute: Dispute
  readonly words: { readonly by: string; readonly name: string; readonly reason: string }
  readonly changeId: string
}

/** Whether anything changed: not, where the customer became the claimant's meanwhile. */
async function handOver(
  tx: Transaction,
  { ctx, shop, dispute, words, changeId }: HandOver,
): Promise<boolean> {
  const { customerId: memberId, claimantId, holderId } = dispute
  const current = await tx.get('attributions', memberId)
  const sharer = await tx.get('distributors', claimantId)
  if (!current || !sharer) throw refuse('CUSTOMER_UNKNOWN')
  if (current.distributorId === claimantId) return false
  if (current.distributorId !== holderId) throw refuse('DISPUTE_HOLDER_CHANGED')
  const now = momentAfter(current, ctx.now)
  const customerOf = await followCustomers(tx, { memberId, sharerId: claimantId, now: ctx.now })
  const isSharerLapsed = isLapsed(shop.agreement, sharer, ctx.now)
  const asked = { current, sharer, visitorId: memberId, customerOf, isSharerLapsed }
  const question = { ...asked, policy: shop.binding, now }
  insist(decideMove(question))
  await putAttribution(tx, current, moveAttribution(question, 'dispute-decided', words, changeId))
  return true
}
