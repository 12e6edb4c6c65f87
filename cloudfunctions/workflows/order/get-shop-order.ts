// One order as the owner sees it: whole address, who shared it, and what it paid to whom.
import type { Api } from '@contract/api'
import { ownerActions } from '../../domain/order/order-actions'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readPlan } from '../plan/read-plan'
import { showOrder } from './show-order'

/** Refuses with ORDER_UNKNOWN. */
export async function getShopOrder(
  ctx: Context,
  { orderId }: Api['owner.getOrder']['parsed'],
): Promise<Api['owner.getOrder']['output']> {
  const [order, afterSales, commissions] = await Promise.all([
    ctx.store.get('orders', orderId),
    ctx.store.find('after_sales', { orderId }, { order: [['appliedAt', 'asc']] }),
    ctx.store.find('commissions', { orderId }, { order: [['level', 'asc']] }),
  ])
  if (!order) throw refuse('ORDER_UNKNOWN')
  const sharerId = order.attribution?.distributorId
  const ids = commissions.map((commission) => commission.distributorId)
  const [people, plan] = await Promise.all([
    ctx.store.getMany('distributors', sharerId ? [sharerId, ...ids] : ids),
    order.planId === null ? null : readPlan(ctx, order.planId),
  ])
  const nameOf = new Map(people.map((person) => [person._id, person.name]))
  return {
    order: showOrder(order, ownerActions(order), afterSales),
    sharerName: sharerId ? (nameOf.get(sharerId) ?? null) : null,
    planVersion: plan?.rules.version ?? null,
    commissions: commissions.map((commission) => ({
      id: commission._id,
      name: nameOf.get(commission.distributorId) ?? '',
      level: commission.level,
      amountFen: commission.amountFen,
      reversedFen: commission.reversedFen,
      netFen: commission.netFen,
      status: commission.status,
    })),
  }
}
