// What a refund is about: a granted after-sale, as WeChat must be asked for it.
import { suffixOf } from '@contract/ids'
import type { World } from '../../ports/world'

export interface RefundCase {
  readonly afterSaleId: string
  readonly outTradeNo: string
  /** The after-sale's suffix: the same on every retry. */
  readonly outRefundNo: string
  readonly amountFen: number
  /** The whole payment. */
  readonly totalFen: number
  readonly isFinished: boolean
}

/** null when there is nothing that may be refunded under this id. */
export async function readRefundCase(
  world: World,
  afterSaleId: string,
): Promise<RefundCase | null> {
  const afterSale = await world.store.get('after_sales', afterSaleId)
  if (afterSale?.status !== 'refunding' && afterSale?.status !== 'refunded') return null
  const order = await world.store.get('orders', afterSale.orderId)
  if (!order) return null
  return {
    afterSaleId,
    outTradeNo: order.outTradeNo,
    outRefundNo: suffixOf(afterSaleId),
    amountFen: afterSale.refundFen,
    totalFen: order.payableFen,
    isFinished: afterSale.status === 'refunded',
  }
}
