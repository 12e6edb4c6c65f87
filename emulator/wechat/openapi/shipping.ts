// Uploading shipping information (发货信息录入): WeChat's checks in WeChat's words, up to 15 parcels, one correction.
import { isRecord, text } from '../answers'
import type { OpenApiAnswer } from '../host'
import type { Order } from '../pay/orders'
import type { Shipment, Tables } from '../tables'
import { fault, findPayment, receivedAt, type ShippingFault } from './shipping-orders'

const MAX_PARCELS = 15
const MAX_DESCRIPTION = 120
const MAX_NUMBER = 128
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

interface Upload {
  logisticsType: number
  deliveryMode: number
  isAll: boolean
  uploadedAt: number
  parcels: Record<string, unknown>[]
}

type Input = Record<string, unknown>

function readKey(input: Input) {
  const key = isRecord(input['order_key']) ? input['order_key'] : {}
  const type = Number(key['order_number_type'])
  const named = {
    transactionId: type === 2 ? text(key['transaction_id']) : '',
    merchantId: text(key['mchid']),
    tradeNo: text(key['out_trade_no']),
  }
  if (type !== 1 && type !== 2) return fault(268485194, '订单单号类型非法')
  if (type === 2 && named.transactionId === '') {
    return fault(268485195, '微信支付单号形式下 transaction_id 字段不能为空')
  }
  if (type === 1 && named.merchantId === '') {
    return fault(268485196, '商户侧单号形式下 mchid 字段不能为空')
  }
  if (type === 1 && named.tradeNo === '') {
    return fault(268485197, '商户侧单号形式下 out_trade_no 字段不能为空')
  }
  return named
}

function findParcelFault(parcel: Input, logisticsType: number): ShippingFault | null {
  const description = text(parcel['item_desc'])
  const number = text(parcel['tracking_no'])
  const company = text(parcel['express_company'])
  if (description === '') return fault(10060008, '商品描述 item_desc 字段不能为空')
  if ([...description].length > MAX_DESCRIPTION)
    return fault(10060009, '商品描述 item_desc 字段太长')
  if (number.length > MAX_NUMBER) return fault(10060026, '物流单号太长')
  if (company.length > MAX_NUMBER) return fault(10060025, '物流公司编码太长')
  if (logisticsType !== 1) return null
  if (number === '') return fault(268485226, '物流单号不能为空')
  if (company === '') return fault(268485227, '物流公司编码不能为空')
  const contact = isRecord(parcel['contact']) ? parcel['contact'] : {}
  const reach = text(contact['receiver_contact']) || text(contact['consignor_contact'])
  // The last four digits must not be masked.
  if (company === 'SF' && !/\d{4}$/.test(reach)) {
    return fault(10060014, '参数错误: 顺丰发货时收件人或寄件人联系方式必填')
  }
  return null
}

function readUpload(input: Input): Upload | ShippingFault {
  const logisticsType = Number(input['logistics_type'])
  const deliveryMode = Number(input['delivery_mode'])
  const list = Array.isArray(input['shipping_list']) ? input['shipping_list'] : []
  const uploadTime = text(input['upload_time'])
  if (![1, 2, 3, 4].includes(logisticsType)) return fault(10060005, '物流类型有误')
  if (deliveryMode !== 1 && deliveryMode !== 2) return fault(268485224, '发货模式非法')
  if (deliveryMode === 2 && logisticsType !== 1) {
    return fault(10060006, '非快递发货时不允许分拆发货')
  }
  if (deliveryMode === 2 && typeof input['is_all_delivered'] !== 'boolean') {
    return fault(10060007, '分拆发货模式下必须填写 is_all_delivered 字段')
  }
  if (list.length === 0) return fault(10060014, '参数错误: shipping_list 不能为空')
  if (list.length > MAX_PARCELS) return fault(10060024, '物流信息列表太长')
  if (deliveryMode === 1 && list.length !== 1) {
    return fault(268485228, '统一发货模式下，物流信息列表长度必须为 1')
  }
  if (!MOMENT.test(uploadTime) || Number.isNaN(Date.parse(uploadTime))) {
    return fault(268485216, '上传时间非法，请按照 RFC 3339 格式填写')
  }
  const parcels = list.filter(isRecord)
  const wrong = parcels.map((parcel) => findParcelFault(parcel, logisticsType)).find(Boolean)
  if (wrong) return wrong
  const isAll = deliveryMode === 1 || input['is_all_delivered'] === true
  return { logisticsType, deliveryMode, isAll, uploadedAt: Date.parse(uploadTime), parcels }
}

/** Parcels of a split delivery come one upload after the other; a tracking number told again replaces itself. */
function joinParcels(before: Input[], added: Input[]): Input[] {
  const numbers = new Set(added.map((parcel) => text(parcel['tracking_no'])))
  return [...before.filter((parcel) => !numbers.has(text(parcel['tracking_no']))), ...added]
}

function apply(
  order: Order,
  known: Shipment | undefined,
  upload: Upload,
  now: number,
): Shipment | ShippingFault {
  const { logisticsType, deliveryMode, isAll: isFinished, uploadedAt } = upload
  const common = { logisticsType, deliveryMode, isFinished, uploadedAt, updatedAt: now }
  const transactionId = order.transactionId ?? ''
  const uploads = [...(known?.uploads ?? []), now]
  if (!known) return { ...common, transactionId, parcels: upload.parcels, uploads }
  if (receivedAt(known, now) !== undefined) {
    return fault(10060002, '支付单已完成发货，无法继续发货')
  }
  const isSameKind = known.logisticsType === logisticsType && known.deliveryMode === deliveryMode
  const isCorrection = known.isFinished || !isSameKind
  const parcels = isCorrection ? upload.parcels : joinParcels(known.parcels, upload.parcels)
  const isUnchanged = JSON.stringify(parcels) === JSON.stringify(known.parcels)
  if (isSameKind && isUnchanged && isFinished === known.isFinished) {
    return fault(10060023, '发货信息未更新')
  }
  if (isCorrection && known.isCorrected) return fault(10060003, '支付单已使用重新发货机会')
  if (uploadedAt <= known.uploadedAt)
    return fault(10060014, '参数错误: 上传时间必须比之前的请求更新')
  if (parcels.length > MAX_PARCELS) return fault(10060024, '物流信息列表太长')
  const isCorrected = isCorrection || known.isCorrected === true
  return { ...known, ...common, parcels, uploads, ...(isCorrected ? { isCorrected } : {}) }
}

/** wxa.sec.order.uploadShippingInfo */
export function uploadShippingInfo(
  tables: Tables,
  mchid: string,
  now: number,
  input: Input,
): OpenApiAnswer {
  const key = readKey(input)
  if ('errcode' in key) return { json: key }
  const order = findPayment(tables, mchid, key)
  if (!order) return { json: fault(10060001, '支付单不存在') }
  const payer = isRecord(input['payer']) ? text(input['payer']['openid']) : ''
  if (payer !== order.openid) {
    return { json: fault(10060031, '该笔支付单不属于 openid 所指定的用户') }
  }
  if (order.refundedFen >= order.totalFen) {
    return { json: fault(10060004, '支付单处于不可发货的状态') }
  }
  const upload = readUpload(input)
  if ('errcode' in upload) return { json: upload }
  const shipment = apply(order, tables.shipments.get(order.transactionId ?? ''), upload, now)
  if ('errcode' in shipment) return { json: shipment }
  tables.shipments.put(shipment.transactionId, shipment)
  return { json: fault(0, 'ok') }
}
