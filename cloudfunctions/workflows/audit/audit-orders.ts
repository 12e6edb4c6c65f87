// Orders of the nightly audit, with their commissions, after-sales and entries.
import type { Commission } from '@contract/model/distribution'
import type { LedgerEntry } from '@contract/model/ledger'
import type { AfterSale, Order } from '@contract/model/order'
import { checkCommission } from '../../domain/ledger/check-commissions'
import { checkOrder } from '../../domain/ledger/check-orders'
import type { Difference } from '../../domain/ledger/difference'
import { groupBy } from '../../domain/ledger/group-by'
import type { World } from '../../ports/world'
import { readAll } from '../read-all'

export async function auditOrders(world: World, orders: readonly Order[]): Promise<Difference[]> {
  const where = { orderId: { in: orders.map((order) => order._id) } }
  const entries = await readAll(world, 'ledger_entries', where)
  const commissions = await readAll(world, 'commissions', where)
  const afterSales = await readAll(world, 'after_sales', where)
  const byKey = groupBy(entries, (entry) => [entry.orderId ?? ''])
  const byOrder = groupBy(commissions, (commission) => [commission.orderId])
  const asked = groupBy(afterSales, (afterSale) => [afterSale.orderId])
  for (const order of orders) {
    const { _id } = order
    const parts = [byKey.get(_id) ?? [], byOrder.get(_id) ?? [], asked.get(_id) ?? []] as const
    if (check(order, ...parts).length === 0) continue
    // Something may have been committed between the reads: only what a snapshot says too is wrong.
    const found = await checkAtOnce(world, _id)
    if (found.length > 0) return found
  }
  return []
}

function check(
  order: Order,
  entries: readonly LedgerEntry[],
  commissions: readonly Commission[],
  afterSales: readonly AfterSale[],
): Difference[] {
  const byId = new Map(entries.map((entry) => [entry._id, entry]))
  return [
    ...commissions.flatMap(checkCommission),
    ...checkOrder({ order, entries: byId, commissions, afterSales }),
  ]
}

function checkAtOnce(world: World, orderId: string): Promise<Difference[]> {
  return world.store.transaction(async (tx) => {
    const order = await tx.get('orders', orderId)
    if (!order) return []
    const entries = await tx.find('ledger_entries', { orderId })
    const commissions = await tx.find('commissions', { orderId })
    const afterSales = await tx.find('after_sales', { orderId })
    return check(order, entries, commissions, afterSales)
  })
}
