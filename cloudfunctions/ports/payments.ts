// What workflows need from whoever takes the shoppers' money: WeChat Pay in production, its sandbox in the emulator.

export interface PrepayInput {
  /** The shop's number of this payment, 6–32 of `0-9A-Za-z_-`; never reused with other facts. */
  outTradeNo: string
  /** Shown to the payer; at most 127 characters. */
  description: string
  amountFen: number
  payerOpenid: string
  /** After this moment (UTC ms) the payer's phone refuses to pay. */
  expireAt: number
  /** Comes back in the notice; at most 128 characters. */
  attach?: string
}

/** The parameters of wx.requestPayment; `timeStamp` is text, in seconds. */
export interface PaymentParams {
  appId: string
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

/** Facts of a payment that went through. */
export interface PaidFacts {
  transactionId: string
  /** UTC ms */
  paidAt: number
  amountFen: number
  payerOpenid: string
}

/** `refund` is a paid order of which something was given back: it carries the payment's facts too. */
export type PaymentState =
  | ({ state: 'success' } & PaidFacts)
  | ({ state: 'refund' } & PaidFacts)
  | { state: 'not-paid' }
  | { state: 'closed' }
  | { state: 'not-found' }

export interface RefundInput {
  outTradeNo: string
  /** The shop's number of this refund, ≤ 64 of `0-9A-Za-z_-`; the same on every retry. */
  outRefundNo: string
  amountFen: number
  /** The whole payment's amount. */
  totalFen: number
  /** Shown to the payer; at most 80 characters. */
  reason: string
}

/** `processing` is accepted, not done. `abnormal` needs a person: the payer's card no longer takes money. */
export type RefundState =
  | { state: 'processing'; refundId: string }
  | { state: 'success'; refundId: string; succeededAt: number }
  | { state: 'closed'; refundId: string }
  | { state: 'abnormal'; refundId: string }
  | { state: 'not-found' }

export type PayNotice =
  | ({ kind: 'payment'; noticeId: string; outTradeNo: string; attach: string } & PaidFacts)
  | {
      kind: 'refund'
      noticeId: string
      outTradeNo: string
      outRefundNo: string
      refundId: string
      status: 'success' | 'closed' | 'abnormal'
      /** UTC ms; only for `success`. */
      succeededAt?: number
      amountFen: number
      totalFen: number
    }
  | {
      kind: 'transfer'
      noticeId: string
      outBillNo: string
      transferBillNo: string
      status: 'success' | 'fail' | 'cancelled'
      /** WeChat's code, such as OVERDUE_CLOSE; only for `fail`. */
      failReason?: string
      amountFen: number
      openid: string
      /** UTC ms */
      updatedAt: number
    }

export interface TradeBill {
  payments: { transactionId: string; outTradeNo: string; amountFen: number; paidAt: number }[]
  refunds: {
    refundId: string
    outRefundNo: string
    outTradeNo: string
    amountFen: number
    acceptedAt: number
    status: string
  }[]
}

/**
 * Every method that calls out throws PayUnknown when the outcome cannot be known (then query, never assume) and
 * PayRefused when WeChat said no. Nothing here may run inside a database transaction.
 */
export interface Payments {
  /** Repeatable with the same facts; other facts under the same number are refused (INVALID_REQUEST). */
  prepay(input: PrepayInput): Promise<{ prepayId: string }>
  /** Signs wx.requestPayment's parameters. `now` is UTC ms; `nonce` is any random text up to 32 characters. */
  clientParams(prepayId: string, now: number, nonce: string): PaymentParams
  query(outTradeNo: string): Promise<PaymentState>
  /** After this nobody can pay the number any more. Repeatable; refused when it is already paid (ORDERPAID). */
  close(outTradeNo: string): Promise<void>
  refund(input: RefundInput): Promise<RefundState>
  queryRefund(outRefundNo: string): Promise<RefundState>
  /**
   * Verifies and opens a notice: signature over the raw body, known key, at most 300 s away from `now` (UTC ms).
   * Header names in any case. Throws NoticeRefused; the facts must still be compared with the order.
   */
  readNotice(headers: Record<string, string>, rawBody: string, now: number): PayNotice
  /**
   * One Shanghai day (`YYYY-MM-DD`), from 10:00 of the next; null when nothing was traded. Refused with
   * STATEMENT_CREATING while the bill isn't there yet.
   */
  tradeBill(date: string): Promise<TradeBill | null>
}

/** The outcome is unknown: no answer, a broken one, or one that cannot be trusted. Query before deciding. */
export class PayUnknown extends Error {
  override readonly name = 'PayUnknown'
  constructor(
    /** The call in our words, such as `prepay`. */
    readonly operation: string,
    /** Why, as a code: TIMEOUT, CONNECTION, UNTRUSTED_ANSWER, MALFORMED_ANSWER, or WeChat's own of a 5xx. */
    readonly code: string,
    /** WeChat's Request-ID, for support. */
    readonly requestId?: string,
  ) {
    super(`${operation}: outcome unknown (${code})`)
  }
}

/** WeChat answered no. `code` is WeChat's own. For transfers even this means: query before another number. */
export class PayRefused extends Error {
  override readonly name = 'PayRefused'
  constructor(
    readonly operation: string,
    readonly code: string,
    /** WeChat's Chinese explanation. */
    readonly explanation: string,
    readonly status: number,
    readonly requestId?: string,
  ) {
    super(`${operation}: ${code} ${explanation}`)
  }
}

/** The deployment lacks variables; `missing` names them. Thrown by the first use, so that a shop can start unpaid. */
export class PayNotConfigured extends Error {
  override readonly name = 'PayNotConfigured'
  constructor(readonly missing: readonly string[]) {
    super(`WeChat Pay is not configured: set ${missing.join(', ')}`)
  }
}

export type NoticeRefusal =
  | 'HEADERS_MISSING'
  | 'TIMESTAMP_OFF'
  | 'KEY_UNKNOWN'
  | 'SIGNATURE_WRONG'
  | 'BODY_MALFORMED'
  | 'DECRYPTION_FAILED'
  | 'KIND_UNKNOWN'
  | 'NOT_OURS'

/** The notice is not to be believed (or not understood): answer 4xx, store nothing. */
export class NoticeRefused extends Error {
  override readonly name = 'NoticeRefused'
  constructor(readonly reason: NoticeRefusal) {
    super(`notice refused: ${reason}`)
  }
}
