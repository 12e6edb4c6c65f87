// Shipping information of paid orders (发货信息管理): uploaded once, corrected once.
import { isRecord, text } from '../answers'
import type { OpenApiAnswer } from '../host'
import { findByTransaction, type Order } from '../pay/orders'
import type { Tables } from '../tables'

const MAX_PARCELS = 15

function fail(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } }
}

function findOrder(tables: Tables, key: Record<string, unknown>): Order | undefined {
  if (Number(key['order_number_type']) === 1) return tables.orders.get(text(key['out_trade_no']))
  return findByTransaction(tables, text(key['transaction_id']))
}

function findParcelFault(input: Record<string, unknown>): string | null {
  const type = Number(input['logistics_type'])
  const mode = Number(input['delivery_mode'])
  const parcels = input['shipping_list']
  if (![1, 2, 3, 4].includes(type)) return '物流类型错误'
  if (mode !== 1 && mode !== 2) return '发货模式错误'
  if (!Array.isArray(parcels) || parcels.length === 0 || parcels.length > MAX_PARCELS) {
    return '物流信息数量错误'
  }
  if (mode === 1 && parcels.length !== 1) return '统一发货只能有一个物流单'
  for (const parcel of parcels) {
    if (!isRecord(parcel) || text(parcel['item_desc']) === '') return '商品信息必填'
    const isTracked = text(parcel['tracking_no']) !== '' && text(parcel['express_company']) !== ''
    if (type === 1 && !isTracked) return '物流单号和物流公司必填'
  }
  return null
}

/** …uploadShippingInfo */
export function uploadShippingInfo(
  tables: Tables,
  now: number,
  input: Record<string, unknown>,
): OpenApiAnswer {
  const key = isRecord(input['order_key']) ? input['order_key'] : {}
  const order = findOrder(tables, key)
  if (!order) return fail(10060001, '支付单不存在')
  if (order.transactionId === undefined || order.refundedFen >= order.totalFen) {
    return fail(10060004, '支付单处于不可发货的状态')
  }
  const payer = isRecord(input['payer']) ? text(input['payer']['openid']) : ''
  if (payer !== order.openid) return fail(10060014, '参数错误：支付者与支付单不符')
  const fault = findParcelFault(input)
  if (fault !== null) return fail(10060014, `参数错误：${fault}`)
  const known = tables.shipments.get(order.transactionId)
  const isOpen = known?.uploads.some((each) => {
    const earlier = isRecord(each.input) ? each.input : {}
    return Number(earlier['delivery_mode']) === 2 && earlier['is_all_delivered'] === false
  })
  if (known && known.uploads.length >= 2 && !isOpen)
    return fail(10060003, '支付单已使用重新发货机会')
  const uploads = [...(known?.uploads ?? []), { at: now, input }]
  tables.shipments.put(order.transactionId, { transactionId: order.transactionId, uploads })
  return { json: { errcode: 0, errmsg: 'ok' } }
}
