// Orders as pages show them: to their buyer and to the shop's staff, who ships them and so sees the address.
import type { Api } from '@contract/api'
import type { AfterSale, Order, OrderLine } from '@contract/model/order'
import type { OrderAction } from '../../domain/order/order-actions'

type OrderView = Api['mall.getOrder']['output']
type OrderRow = Api['mall.listOrders']['output']['rows'][number]

export function showLine(line: OrderLine): OrderView['lines'][number] {
  const { categoryId: _categoryId, ...rest } = line
  return rest
}

export function showOrder(
  order: Order,
  actions: readonly OrderAction[],
  afterSales: readonly AfterSale[],
): OrderView {
  return {
    ...showRow(order, actions),
    lines: order.lines.map(showLine),
    goodsFen: order.goodsFen,
    discountFen: order.discountFen,
    shippingFen: order.shippingFen,
    address: { ...order.address },
    remark: order.remark,
    paidAt: order.paidAt,
    shippedAt: order.shippedAt,
    autoReceiveAt: order.autoReceiveAt,
    receivedAt: order.receivedAt,
    closedAt: order.closedAt,
    closeReason: order.closeReason,
    parcels: order.parcels.map((parcel) => ({ ...parcel, lines: [...parcel.lines] })),
    afterSales: afterSales.map(({ _id, status, refundFen }) => ({ id: _id, status, refundFen })),
  }
}

export function showRow(order: Order, actions: readonly OrderAction[]): OrderRow {
  return {
    id: order._id,
    status: order.status,
    buyerName: order.buyerName,
    lines: order.lines.map(({ title, specText, picture, quantity, unitPriceFen }) => {
      return { title, specText, picture, quantity, unitPriceFen }
    }),
    payableFen: order.payableFen,
    refundedFen: order.refundedFen,
    placedAt: order.placedAt,
    expireAt: order.expireAt,
    hasOpenAfterSale: order.openAfterSales > 0,
    actions: [...actions],
  }
}
