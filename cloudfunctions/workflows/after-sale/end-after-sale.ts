// An after-sale ends without a refund: its units are free again, and the order may settle.
import type { AfterSale } from '@contract/model/order'
import { canMoveAfterSale } from '../../domain/order/after-sale-lifecycle'
import { releaseFromAfterSale } from '../../domain/order/hold-for-after-sale'
import { refuse } from '../../domain/refuse'
import type { World } from '../../ports/world'
import { readSettleDays, stampSettleDue } from '../order/set-settle-due'

/**
 * After-sale, order and commissions change in one transaction. Repeatable; refuses with AFTER_SALE_MOVED_ON when the
 * after-sale can't end like this any more.
 */
export async function endAfterSale(
  world: World,
  known: AfterSale,
  ending:
    | { readonly status: 'withdrawn' }
    | {
        readonly status: 'rejected'
        readonly decidedBy: string
        readonly decidedAt: number
        readonly rejectReason: string
      },
): Promise<void> {
  const orderAsKnown = await world.store.get('orders', known.orderId)
  if (!orderAsKnown) throw refuse('ORDER_UNKNOWN')
  const days = await readSettleDays(world, orderAsKnown)
  await world.store.transaction(async (tx) => {
    const afterSale = (await tx.get('after_sales', known._id)) ?? known
    if (afterSale.status === ending.status) return
    if (!canMoveAfterSale(afterSale.status, ending.status)) throw refuse('AFTER_SALE_MOVED_ON')
    const order = releaseFromAfterSale(
      (await tx.get('orders', known.orderId)) ?? orderAsKnown,
      afterSale.lines,
    )
    await tx.update('after_sales', known._id, { set: ending })
    const { lines, openAfterSales } = order
    await tx.update('orders', order._id, { set: { lines, openAfterSales } })
    await stampSettleDue(tx, order, days)
  })
}
