// What a refund is about: a granted after-sale, as WeChat must be asked for it.
import { suffixOf } from '@contract/ids'
import type { AfterSale } from '@contract/model/order'
import { refundNumberOf } from '../../domain/order/refund-number'
import type { World } from '../../ports/world'

export interface RefundCase {
  readonly afterSaleId: string
  readonly outTradeNo: string
  /** The same on every retry, until WeChat closes it and a person asks for another try. */
  readonly outRefundNo: string
  readonly amountFen: number
  /** The whole payment. */
  readonly totalFen: number
  readonly isFinished: boolean
  readonly trouble: AfterSale['refundTrouble']
  /** The number WeChat pays or paid it under; absent when it was handed back by hand. */
  readonly paidUnder: string | undefined
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
    outRefundNo: refundNumberOf(afterSale),
    amountFen: afterSale.refundFen,
    totalFen: order.payableFen,
    isFinished: afterSale.status === 'refunded',
    trouble: afterSale.refundTrouble,
    paidUnder: afterSale.refundedByHand
      ? undefined
      : (afterSale.refundedNo ?? suffixOf(afterSaleId)),
  }
}
