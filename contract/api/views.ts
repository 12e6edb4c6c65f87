// Shapes that several actions answer with: what a phone may see, and no more.
import * as z from '../schema'
import { ORDER_STATUSES, AFTER_SALE_KINDS, AFTER_SALE_STATUSES } from '../model/order'
import { PRODUCT_TAGS } from '../model/goods'
import { COMMISSION_STATUSES, SHARE_CHANNELS } from '../model/distribution'
import { BINDING_RULES, TIER_KEYS } from '../model/shop'
import { WITHDRAWAL_STATUSES } from '../model/ledger'
import { DISTRIBUTOR_STATUSES } from '../model/people'

export const none = () => z.object({})
export const tier = () => z.enum(TIER_KEYS)
export const productTag = () => z.enum(PRODUCT_TAGS)
export const shareChannel = () => z.enum(SHARE_CHANNELS)
export const orderStatus = () => z.enum(ORDER_STATUSES)
export const afterSaleKind = () => z.enum(AFTER_SALE_KINDS)
export const afterSaleStatus = () => z.enum(AFTER_SALE_STATUSES)
export const commissionStatus = () => z.enum(COMMISSION_STATUSES)
export const withdrawalStatus = () => z.enum(WITHDRAWAL_STATUSES)
export const distributorStatus = () => z.enum(DISTRIBUTOR_STATUSES)
export const level = () => z.union([z.literal(1), z.literal(2)])

/** By which rule visitors become somebody's customers: what it means stands in BindingPolicy. */
export const bindingPolicy = () =>
  z.object({
    rule: z.enum(BINDING_RULES),
    expireDays: z.number().int().min(0).max(9999),
    protectDays: z.number().int().min(0).max(9999),
  })

/** The policy of today, for those it concerns; `changedAt` null while it is what the shop was opened with. */
export const bindingNow = () =>
  z.object({ policy: bindingPolicy(), changedAt: z.moment().nullable() })

export const categoryView = () => z.object({ id: z.id(), name: z.string(), picture: z.string() })

/** A product on a shelf. `earnFen`: what sharing it pays this caller; null for shoppers. */
export const shelfProduct = () =>
  z.object({
    id: z.id(),
    title: z.string(),
    subtitle: z.string(),
    picture: z.string(),
    tags: z.array(productTag()),
    priceFen: z.amount(),
    marketPriceFen: z.amount().nullable(),
    soldCount: z.number().int(),
    isSoldOut: z.boolean(),
    earnFen: z.amount().nullable(),
  })

export const addressFields = {
  name: z.text(20),
  phone: z.string().regex(/^1\d{10}$/),
  province: z.text(20),
  city: z.text(20),
  district: z.text(20),
  detail: z.text(80),
}
export const orderAddress = () =>
  z.object({
    name: z.string(),
    phone: z.string(),
    province: z.string(),
    city: z.string(),
    district: z.string(),
    detail: z.string(),
  })

export const orderLineView = () =>
  z.object({
    line: z.number().int(),
    skuId: z.id(),
    productId: z.id(),
    title: z.string(),
    specText: z.string(),
    picture: z.string(),
    unitPriceFen: z.amount(),
    quantity: z.number().int(),
    discountFen: z.amount(),
    baseFen: z.amount(),
    refundedQuantity: z.number().int(),
    refundedFen: z.amount(),
    inAfterSaleQuantity: z.number().int(),
  })

/** What a person can do with an order now; decided on the server. */
export const ORDER_ACTIONS = [
  'pay',
  'cancel',
  'confirm-receipt',
  'apply-after-sale',
  'ship',
] as const

export const orderView = () =>
  z.object({
    id: z.id(),
    status: orderStatus(),
    buyerName: z.string(),
    lines: z.array(orderLineView()),
    goodsFen: z.amount(),
    discountFen: z.amount(),
    shippingFen: z.amount(),
    payableFen: z.amount(),
    refundedFen: z.amount(),
    address: orderAddress(),
    remark: z.string(),
    placedAt: z.moment(),
    expireAt: z.moment(),
    paidAt: z.moment().nullable(),
    shippedAt: z.moment().nullable(),
    autoReceiveAt: z.moment().nullable(),
    receivedAt: z.moment().nullable(),
    closedAt: z.moment().nullable(),
    closeReason: z.enum(['unpaid', 'cancelled', 'refunded']).nullable(),
    parcels: z.array(
      z.object({
        carrier: z.string(),
        trackingNumber: z.string(),
        lines: z.array(z.object({ line: z.number().int(), quantity: z.number().int() })),
        shippedAt: z.moment(),
      }),
    ),
    actions: z.array(z.enum(ORDER_ACTIONS)),
    afterSales: z.array(z.object({ id: z.id(), status: afterSaleStatus(), refundFen: z.amount() })),
  })

export const orderRow = () =>
  z.object({
    id: z.id(),
    status: orderStatus(),
    buyerName: z.string(),
    lines: z.array(
      z.object({
        title: z.string(),
        specText: z.string(),
        picture: z.string(),
        quantity: z.number().int(),
        unitPriceFen: z.amount(),
      }),
    ),
    payableFen: z.amount(),
    refundedFen: z.amount(),
    placedAt: z.moment(),
    expireAt: z.moment(),
    hasOpenAfterSale: z.boolean(),
    actions: z.array(z.enum(ORDER_ACTIONS)),
  })

export const afterSaleView = () =>
  z.object({
    id: z.id(),
    orderId: z.id(),
    buyerName: z.string(),
    kind: afterSaleKind(),
    status: afterSaleStatus(),
    lines: z.array(
      z.object({
        line: z.number().int(),
        quantity: z.number().int(),
        title: z.string(),
        specText: z.string(),
        picture: z.string(),
        refundFen: z.amount(),
      }),
    ),
    reason: z.string(),
    refundFen: z.amount(),
    appliedAt: z.moment(),
    decidedAt: z.moment().nullable(),
    rejectReason: z.string().nullable(),
    returnParcel: z.object({ carrier: z.string(), trackingNumber: z.string() }).nullable(),
    refundedAt: z.moment().nullable(),
  })

export const paymentParams = () =>
  z.object({
    appId: z.string(),
    timeStamp: z.string(),
    nonceStr: z.string(),
    package: z.string(),
    signType: z.literal('RSA'),
    paySign: z.string(),
  })

export const commissionRow = () =>
  z.object({
    id: z.string(),
    level: level(),
    title: z.string(),
    buyerName: z.string(),
    amountFen: z.amount(),
    reversedFen: z.amount(),
    netFen: z.amount(),
    status: commissionStatus(),
    isHeld: z.boolean(),
    accruedAt: z.moment(),
    settleAt: z.moment().nullable(),
    settledAt: z.moment().nullable(),
  })

export const walletView = () =>
  z.object({
    availableFen: z.amount(),
    pendingFen: z.amount(),
    withdrawingFen: z.amount(),
    clawbackFen: z.amount(),
    earnedFen: z.amount(),
    paidFen: z.amount(),
  })

export const withdrawalRow = () =>
  z.object({
    id: z.string(),
    status: withdrawalStatus(),
    amountFen: z.amount(),
    feeFen: z.amount(),
    taxFen: z.amount(),
    netFen: z.amount(),
    requestedAt: z.moment(),
    paidAt: z.moment().nullable(),
    endedAt: z.moment().nullable(),
    reason: z.string().nullable(),
  })

const levelRates = () => z.array(z.rate()).min(1)
/** A plan as a person edits it; the compliance guard judges what schemas can't. */
export const planRules = () =>
  z.object({
    version: z.text(40),
    profile: z.literal('china'),
    rateBps: levelRates(),
    tierBonusBps: z.record(z.string(), levelRates()),
    overrides: z.array(
      z.discriminatedUnion('scope', [
        z.object({
          scope: z.literal('campaign'),
          id: z.text(60),
          productIds: z.array(z.id()),
          from: z.string(),
          to: z.string(),
          rateBps: levelRates(),
        }),
        z.object({ scope: z.literal('sku'), id: z.text(60), rateBps: levelRates() }),
        z.object({ scope: z.literal('product'), id: z.text(60), rateBps: levelRates() }),
        z.object({ scope: z.literal('category'), id: z.text(60), rateBps: levelRates() }),
      ]),
    ),
    capBps: z.rate(),
    selfPurchase: z.enum(['none', 'self']),
    freezeDays: z.number().int().min(0).max(365),
  })
