// What the platform knows of a paid order's shipping (发货信息管理): parcels, the one correction, and the receipt.
import { isRecord, text } from '../answers'
import { DAY_MS } from '../shanghai'
import { findByNumber, findByTransaction, type Order } from '../pay/orders'
import type { Shipment, Tables } from '../tables'

const AUTO_RECEIPT_DAYS = { express: 10, other: 2 }

export interface ShippingFault {
  errcode: number
  errmsg: string
}

export const fault = (errcode: number, errmsg: string): ShippingFault => ({ errcode, errmsg })

/** The payment that a request names: by its transaction id, or by the merchant's own number. */
export function findPayment(
  tables: Tables,
  mchid: string,
  key: { transactionId: string; merchantId: string; tradeNo: string },
): Order | undefined {
  const order =
    key.transactionId === ''
      ? findByNumber(tables, key.tradeNo)
      : findByTransaction(tables, key.transactionId)
  const isOurs = key.transactionId !== '' || key.merchantId === mchid
  return isOurs && order?.transactionId !== undefined ? order : undefined
}

/** When the person received it, by their own word or by time: 10 days for express, 2 otherwise; undefined before. */
export function receivedAt(shipment: Shipment | undefined, now: number): number | undefined {
  if (!shipment?.isFinished) return undefined
  const days = shipment.logisticsType === 1 ? AUTO_RECEIPT_DAYS.express : AUTO_RECEIPT_DAYS.other
  const byTime = shipment.updatedAt + days * DAY_MS
  return shipment.receivedAt ?? (now >= byTime ? byTime : undefined)
}

/** 1 待发货, 2 已发货, 3 确认收货, 5 已退款 */
function stateOf(order: Order, shipment: Shipment | undefined, now: number): number {
  if (order.refundedFen >= order.totalFen) return 5
  if (receivedAt(shipment, now) !== undefined) return 3
  return shipment?.isFinished ? 2 : 1
}

function describeParcel(parcel: Record<string, unknown>, updatedAt: number) {
  return {
    tracking_no: text(parcel['tracking_no']),
    express_company: text(parcel['express_company']),
    goods_desc: text(parcel['item_desc']),
    upload_time: Math.floor(updatedAt / 1000),
    contact: isRecord(parcel['contact']) ? parcel['contact'] : {},
  }
}

/** …getOrder */
export function getShippingOrder(
  tables: Tables,
  mchid: string,
  now: number,
  input: Record<string, unknown>,
) {
  const key = {
    transactionId: text(input['transaction_id']),
    merchantId: text(input['merchant_id']),
    tradeNo: text(input['merchant_trade_no']),
  }
  const order = findPayment(tables, mchid, key)
  if (!order) return fault(10060001, '支付单不存在')
  const shipment = tables.shipments.get(order.transactionId ?? '')
  return {
    errcode: 0,
    errmsg: 'ok',
    order: {
      transaction_id: order.transactionId,
      merchant_id: mchid,
      sub_merchant_id: '',
      merchant_trade_no: order.outTradeNo,
      description: order.description,
      paid_amount: order.totalFen,
      openid: order.openid,
      trade_create_time: Math.floor(order.createdAt / 1000),
      pay_time: Math.floor((order.paidAt ?? 0) / 1000),
      order_state: stateOf(order, shipment, now),
      in_complaint: false,
      shipping: {
        delivery_mode: shipment?.deliveryMode ?? 0,
        logistics_type: shipment?.logisticsType ?? 0,
        finish_shipping: shipment?.isFinished ?? false,
        finish_shipping_count: shipment?.isFinished ? (shipment.isCorrected ? 2 : 1) : 0,
        goods_desc: '',
        shipping_list: (shipment?.parcels ?? []).map((parcel) =>
          describeParcel(parcel, shipment?.updatedAt ?? 0),
        ),
      },
    },
  }
}

/** wx.openBusinessView({ businessType: 'weappOrderConfirm' }): the person says that it came. */
export function confirmReceipt(
  tables: Tables,
  mchid: string,
  now: number,
  openid: string,
  input: Record<string, unknown>,
): string | null {
  const key = {
    transactionId: text(input['transaction_id']),
    merchantId: text(input['merchant_id']),
    tradeNo: text(input['merchant_trade_no']),
  }
  const order = findPayment(tables, mchid, key)
  if (!order || order.openid !== openid) return '订单不存在'
  const shipment = tables.shipments.get(order.transactionId ?? '')
  if (!shipment?.isFinished) return '订单尚未发货'
  if (receivedAt(shipment, now) !== undefined) return '订单已确认收货'
  tables.shipments.put(shipment.transactionId, { ...shipment, receivedAt: now })
  return null
}
