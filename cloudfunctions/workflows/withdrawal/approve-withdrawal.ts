// 同意提现: counts an approval; the last one needed sends the money on its way through the outbox.
import type { Api } from '@contract/api'
import { decideApproval } from '../../domain/withdrawal/decide-approval'
import type { Context } from '../../ports/world'
import { makeOutboxRecord } from '../outbox/make-outbox-record'
import { tryNow } from '../outbox/work-off-outbox'
import { readShop } from '../shop/read-shop'
import { readStanding } from './read-approvers'
import { readWithdrawal } from './read-withdrawal'
import { readDeskRow } from './show-desk-row'

/**
 * Refuses WITHDRAWAL_UNKNOWN, WITHDRAWAL_MOVED_ON, OWN_CASE, FOUR_EYES. Repeated by who gave the last approval it
 * answers how the withdrawal stands.
 */
export async function approveWithdrawal(
  ctx: Context,
  { withdrawalId }: Api['owner.approveWithdrawal']['parsed'],
): Promise<Api['owner.approveWithdrawal']['output']> {
  const { withdrawal: policy } = await readShop(ctx)
  const by = { by: ctx.caller.memberId, name: ctx.caller.member.nickname, at: ctx.now }
  const record = makeOutboxRecord('dispatch-withdrawal', withdrawalId, ctx.now)
  const isFinal = await ctx.store.transaction(async (tx) => {
    const withdrawal = await readWithdrawal(tx, withdrawalId)
    const isDecided = withdrawal.status !== 'requested' && withdrawal.status !== 'rejected'
    if (isDecided && withdrawal.approvals.some((one) => one.by === by.by)) return false
    const standing = await readStanding(tx, withdrawal)
    const decision = decideApproval(withdrawal, by, standing, policy)
    if (decision.kind === 'refused') throw decision.refusal
    const status = decision.isFinal ? 'approved' : 'requested'
    const set = { status, approvals: decision.approvals }
    await tx.update('withdrawals', withdrawalId, { set })
    if (decision.isFinal) await tx.insert('outbox', record)
    return decision.isFinal
  })
  if (isFinal) await tryNow(ctx, record)
  return readDeskRow(ctx, withdrawalId)
}
