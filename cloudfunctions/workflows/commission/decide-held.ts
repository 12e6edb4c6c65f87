// 再试一次 or 不补了: lets go of commissions that were set aside, with a reason that stays in the audit trail.
import type { Api } from '@contract/api'
import type { Order } from '@contract/model/order'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { closeAlert } from '../alert/close-alert'
import { isOwnHeld } from './own-held'

type Input = Api['owner.decideHeld']['parsed']

/**
 * Retrying only lets the timer's next minute take it again, by the same rules; should it fail once more, it is set
 * aside and told anew. Of two at once, or on a repeat, the second finds HELD_GONE or the same state, and pays nothing.
 * Refuses HELD_GONE, OWN_CASE, HELD_REFUNDED (a retry of what a refund has overtaken), HELD_CAN_RETRY.
 */
export async function decideHeld(
  ctx: Context,
  input: Input,
): Promise<Api['owner.decideHeld']['output']> {
  if (input.kind === 'settlement') return releaseCommission(ctx, input)
  const order: Order | null = await ctx.store.get('orders', input.id)
  const field = input.kind === 'accrual' ? 'accrual' : 'dues'
  if (order?.[field] !== 'held') throw refuse('HELD_GONE')
  const { distributorId, inviterId } = order.attribution ?? {}
  if (isOwnHeld(ctx, order, [distributorId ?? '', inviterId ?? ''])) throw refuse('OWN_CASE')
  const next = nextOf(input, order)
  const kind = input.kind === 'accrual' ? 'ACCRUAL_FAILED' : 'SETTLE_SET_ASIDE'
  // The alert first: were it closed after, it could hide that the timer has failed again meanwhile.
  await closeIfOpen(ctx, `${kind}:${order._id}`, input.reason)
  const where = { [field]: 'held', refundedFen: order.refundedFen }
  const isMine = await ctx.store.updateIf('orders', order._id, where, { set: { [field]: next } })
  if (!isMine) throw refuse('HELD_GONE')
  return {}
}

/** Refunds are taken from commissions that are there: after one, late commissions are a person's to make good. */
function nextOf({ kind, decision }: Input, order: Order): string {
  const isOver = kind === 'accrual' && order.refundedFen > 0
  if (decision === 'retry' && isOver) throw refuse('HELD_REFUNDED')
  if (decision === 'drop' && !isOver) throw refuse('HELD_CAN_RETRY')
  if (kind === 'due') return 'todo'
  return decision === 'retry' ? 'due' : 'done'
}

async function releaseCommission(
  ctx: Context,
  { id, decision, reason }: Input,
): Promise<Api['owner.decideHeld']['output']> {
  const commission = await ctx.store.get('commissions', id)
  if (!commission?.isHeld || commission.status !== 'pending') throw refuse('HELD_GONE')
  if (isOwnHeld(ctx, commission, [commission.distributorId])) throw refuse('OWN_CASE')
  if (decision === 'drop') throw refuse('HELD_CAN_RETRY')
  await closeIfOpen(ctx, `SETTLE_SET_ASIDE:${id}`, reason)
  const where = { status: 'pending', isHeld: true }
  const isMine = await ctx.store.updateIf('commissions', id, where, { set: { isHeld: false } })
  if (!isMine) throw refuse('HELD_GONE')
  return {}
}

/** An alert may have been closed by itself before. */
async function closeIfOpen(ctx: Context, alertId: string, note: string): Promise<void> {
  if (await ctx.store.get('alerts', alertId)) await closeAlert(ctx, { alertId, note })
}
