// Grants an after-sale's refund: fixes its amounts and owes it to WeChat, in one transaction.
import type { AfterSale } from '@contract/model/order'
import { canMoveAfterSale } from '../../domain/order/after-sale-lifecycle'
import { quoteRefund } from '../../domain/order/refund-line'
import { refuse } from '../../domain/refuse'
import type { World } from '../../ports/world'
import { makeOutboxRecord } from '../outbox/make-outbox-record'
import { startRefund } from '../refund/start-refund'

/**
 * Repeatable. Refuses with AFTER_SALE_MOVED_ON, or TRY_AGAIN while another refund of the same order is on its way:
 * amounts are cumulative per line, so they are fixed one after the other. WeChat is asked at once; if that fails, the
 * outbox record asks again.
 */
export async function grantRefund(
  world: World,
  known: AfterSale,
  decision: { readonly by: string; readonly from: readonly AfterSale['status'][] },
): Promise<void> {
  await world.store.transaction(async (tx) => {
    const afterSale = (await tx.get('after_sales', known._id)) ?? known
    if (afterSale.status === 'refunding' || afterSale.status === 'refunded') return
    const mayMove =
      decision.from.includes(afterSale.status) && canMoveAfterSale(afterSale.status, 'refunding')
    if (!mayMove) throw refuse('AFTER_SALE_MOVED_ON')
    const order = await tx.get('orders', known.orderId)
    if (!order) throw refuse('ORDER_UNKNOWN')
    const underWay = await tx.find('after_sales', { orderId: order._id, status: 'refunding' })
    if (underWay.length > 0) throw refuse('TRY_AGAIN')
    const quote = quoteRefund(order, afterSale.lines)
    const lines = afterSale.lines.map((line, index) => {
      return { ...line, refundFen: quote.lines[index]?.refundFen ?? line.refundFen }
    })
    const granted = { status: 'refunding', lines, refundFen: quote.totalFen }
    const decided = { decidedAt: afterSale.decidedAt ?? world.now, decidedBy: decision.by }
    await tx.update('after_sales', known._id, { set: { ...granted, ...decided } })
    // Two grants at once each see no other: writing the order lets only one of them through.
    await tx.update('orders', order._id, { inc: { refundsGranted: 1 } })
    await tx.insert('outbox', makeOutboxRecord('refund', known._id, world.now))
  })
  await startRefund(world, known._id)
}
