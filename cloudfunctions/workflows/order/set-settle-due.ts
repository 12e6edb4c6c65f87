// When an order's pending commissions become available: recomputed from the order wherever that may change.
import type { Commission } from '@contract/model/distribution'
import type { Order } from '@contract/model/order'
import { settleAtOf } from '../../domain/order/settle-due'
import type { Transaction } from '../../ports/store'
import type { World } from '../../ports/world'
import { readPlan } from '../plan/read-plan'
import { readShop } from '../shop/read-shop'

/** The days that decide; read outside the transaction that uses them. */
export interface SettleDays {
  readonly freezeDays: number
  readonly afterSaleDays: number
}

/**
 * Sets `settleAt` of the order's pending commissions; for after an accrual or a refund. Repeatable, in one
 * transaction with a look at the order; settled and reversed commissions are left alone.
 */
export async function setSettleDue(world: World, orderId: string): Promise<void> {
  const order = await world.store.get('orders', orderId)
  if (!order || order.attribution === null) return
  const days = await readSettleDays(world, order)
  await world.store.transaction(async (tx) => {
    const now = await tx.get('orders', orderId)
    if (now) await stampSettleDue(tx, now, days)
  })
}

/** What `stampSettleDue` needs to know of the shop and the order's plan (freeze 0 where nothing is paid). */
export async function readSettleDays(
  world: World,
  order: Pick<Order, 'planId'>,
): Promise<SettleDays> {
  const { afterSaleDays } = await readShop(world)
  const plan = order.planId === null ? null : await readPlan(world, order.planId)
  return { freezeDays: plan?.rules.freezeDays ?? 0, afterSaleDays }
}

/**
 * The same inside the transaction that changes the order; `order` is the order as that transaction leaves it. The
 * wallet counts due moments that are taken away: a settlement that has already read the commission starts over.
 */
export async function stampSettleDue(
  tx: Transaction,
  order: Order,
  days: SettleDays,
): Promise<void> {
  if (order.attribution === null) return
  const due = settleDueOf(order, days)
  const commissions: Commission[] = await tx.find('commissions', { orderId: order._id })
  for (const commission of commissions) {
    if (commission.status !== 'pending' || commission.settleAt === due) continue
    await tx.update('commissions', commission._id, { set: { settleAt: due } })
    if (commission.settleAt === null) continue
    await tx.update('wallets', commission.distributorId, { inc: { duesMoved: 1 } })
  }
}

/** Null until the order is received, and while an after-sale is open. */
export function settleDueOf(order: Order, days: SettleDays): number | null {
  if (order.receivedAt === null || order.openAfterSales > 0) return null
  return settleAtOf(order.receivedAt, days.freezeDays, days.afterSaleDays)
}
