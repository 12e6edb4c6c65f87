// Orders and what happens to them: payment, parcels, after-sales, refunds.
import type { Fen } from '../money'

export const ORDER_STATUSES = [
  'created',
  'paid',
  'partly-shipped',
  'shipped',
  'received',
  'completed',
  'closed',
] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export interface OrderLine {
  /** 1, 2, 3 …: stable for the life of the order. */
  readonly line: number
  readonly skuId: string
  readonly productId: string
  readonly categoryId: string
  readonly title: string
  readonly specText: string
  readonly picture: string
  readonly unitPriceFen: Fen
  readonly quantity: number
  /** This line's part of the order's discounts. */
  readonly discountFen: Fen
  /** quantity × unit price − discount: what was really paid for the line, the base of its commission. */
  readonly baseFen: Fen
  /** Units and fen given back so far, and units in an open after-sale. */
  readonly refundedQuantity: number
  readonly refundedFen: Fen
  readonly inAfterSaleQuantity: number
}

/** Who is credited, frozen at placing. */
export interface OrderAttribution {
  readonly distributorId: string
  /** Who invited that distributor: level 2. */
  readonly inviterId: string | null
  readonly shareCode: string | null
}

export interface OrderAddress {
  readonly name: string
  readonly phone: string
  readonly province: string
  readonly city: string
  readonly district: string
  readonly detail: string
}

export interface Parcel {
  readonly carrier: string
  readonly trackingNumber: string
  readonly lines: readonly { readonly line: number; readonly quantity: number }[]
  readonly shippedAt: number
}

/** `_id` = ord_{suffix from buyer and request id}; outTradeNo is that suffix. */
export interface Order {
  readonly _id: string
  readonly outTradeNo: string
  readonly buyerId: string
  readonly buyerName: string
  readonly buyerOpenid: string
  readonly status: OrderStatus
  readonly lines: readonly OrderLine[]
  readonly goodsFen: Fen
  readonly discountFen: Fen
  readonly shippingFen: Fen
  /** What is to be paid: goods − discount + shipping. */
  readonly payableFen: Fen
  readonly refundedFen: Fen
  readonly address: OrderAddress
  readonly remark: string
  readonly attribution: OrderAttribution | null
  readonly planId: string | null
  readonly placedAt: number
  /** When it closes unless paid. */
  readonly expireAt: number
  readonly paidAt: number | null
  readonly transactionId: string | null
  /** When its payment or the last refund was booked, by our own clock; absent while unpaid. Figures go on from here. */
  readonly bookedAt?: number
  /**
   * Whether commissions were worked out: `due` after payment, `done` after accrual, `none` while unpaid, `held` where
   * they could not be and a person was called.
   */
  readonly accrual: 'none' | 'due' | 'done' | 'held'
  readonly parcels: readonly Parcel[]
  readonly shippedAt: number | null
  /** When it counts as received without a word from the buyer; null until shipped whole. */
  readonly autoReceiveAt: number | null
  readonly receivedAt: number | null
  readonly closedAt: number | null
  readonly closeReason: 'unpaid' | 'cancelled' | 'refunded' | null
  /** Whether receipt gave its commissions their due moments; absent before, held where that failed. */
  readonly dues?: 'todo' | 'set' | 'held'
  /** How often in a row the timer failed to close it or count it as received, and when it tries again; absent else. */
  readonly retries?: number
  readonly retryAt?: number
  readonly openAfterSales: number
  /** Refunds granted so far, absent before the first: each grant writes the order, so that two at once meet there. */
  readonly refundsGranted?: number
  /** Fingerprint of what was asked for: the same request id with another payload is refused. */
  readonly payloadHash: string
}

export const AFTER_SALE_KINDS = ['refund-only', 'return-and-refund'] as const
export type AfterSaleKind = (typeof AFTER_SALE_KINDS)[number]
export const AFTER_SALE_STATUSES = [
  'applied',
  'awaiting-return',
  'returning',
  'refunding',
  'refunded',
  'rejected',
  'withdrawn',
] as const
export type AfterSaleStatus = (typeof AFTER_SALE_STATUSES)[number]

export interface AfterSaleLine {
  readonly line: number
  readonly quantity: number
  /** What these units were paid: fixed when the after-sale is approved, 0 before. */
  readonly refundFen: Fen
  readonly title: string
  readonly specText: string
  readonly picture: string
}

/** `_id` = afs_{suffix from buyer and request id}; its refund's out_refund_no is that suffix. */
export interface AfterSale {
  readonly _id: string
  readonly orderId: string
  readonly buyerId: string
  readonly buyerName: string
  readonly kind: AfterSaleKind
  readonly status: AfterSaleStatus
  readonly lines: readonly AfterSaleLine[]
  readonly reason: string
  /** What is asked for (before approval) or granted (after). */
  readonly refundFen: Fen
  readonly appliedAt: number
  readonly decidedAt: number | null
  readonly decidedBy: string | null
  readonly rejectReason: string | null
  readonly returnParcel: { readonly carrier: string; readonly trackingNumber: string } | null
  readonly refundedAt: number | null
  /** Which number WeChat is asked under, absent for the first: a closed one can't be used again. */
  readonly refundTry?: number
  /**
   * It did not work: WeChat closed it, calls it abnormal, or has refused it or not answered again and again. A person
   * decides. Absent while it may well succeed by itself.
   */
  readonly refundTrouble?: {
    readonly state: 'closed' | 'abnormal' | 'unanswered'
    readonly at: number
  }
  /** The number under which WeChat paid it; absent unless it did. */
  readonly refundedNo?: string
  /** Handed back past WeChat, and by whom it was said. */
  readonly refundedByHand?: { readonly by: string; readonly name: string; readonly note: string }
  /** The date of WeChat's bill that names the refund; absent until it was reconciled. */
  readonly billedOn?: string
  readonly payloadHash: string
}

/** A verified notice from WeChat Pay, stored before it is worked on. `_id` is WeChat's notice id. */
export interface PayNoticeRecord {
  readonly _id: string
  readonly kind: 'payment' | 'refund' | 'transfer'
  /** out_trade_no, out_refund_no or out_bill_no. */
  readonly number: string
  readonly facts: Readonly<Record<string, string | number | null>>
  /** set-aside: it can't be worked on, an alert says so. */
  readonly status: 'stored' | 'done' | 'refused' | 'set-aside'
  /** Why it was refused or set aside. */
  readonly refusedWith: string | null
  readonly receivedAt: number
  /** When the timer looks at it (again). */
  readonly dueAt: number
  /** How often the timer failed to carry it out. */
  readonly tries: number
}
