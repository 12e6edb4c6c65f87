// An after-sale as its buyer and the shop's staff see it.
import type { Api } from '@contract/api'
import type { AfterSale } from '@contract/model/order'

export type AfterSaleView = Api['mall.getAfterSale']['output']

export function showAfterSale(afterSale: AfterSale): AfterSaleView {
  return {
    id: afterSale._id,
    orderId: afterSale.orderId,
    buyerName: afterSale.buyerName,
    kind: afterSale.kind,
    status: afterSale.status,
    lines: afterSale.lines.map((line) => ({ ...line })),
    reason: afterSale.reason,
    refundFen: afterSale.refundFen,
    appliedAt: afterSale.appliedAt,
    decidedAt: afterSale.decidedAt,
    rejectReason: afterSale.rejectReason,
    returnParcel: afterSale.returnParcel,
    refundedAt: afterSale.refundedAt,
  }
}
