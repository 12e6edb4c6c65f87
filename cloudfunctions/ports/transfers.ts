// What workflows need to pay people out: a bill per withdrawal, which the person confirms on their own phone.

export interface DispatchInput {
  /** 1–32 digits and letters; the same on every retry: a new number without a final query pays twice. */
  outBillNo: string
  openid: string
  /** At least 10 fen. */
  amountFen: number
  /** Shown to the person; at most 32 characters. */
  remark: string
  /** Real name: required from 200,000 fen, forbidden below 30 fen. Travels encrypted. */
  userName?: string
}

interface BillFacts {
  transferBillNo: string
}

/** Final: success, fail, cancelled. Everything else may still move by itself: never guess, query. */
export type TransferState =
  | ({ state: 'accepted' } & BillFacts)
  | ({ state: 'processing' } & BillFacts)
  /** `packageInfo` opens the person's confirmation; a query doesn't tell it: keep the last one, or dispatch again. */
  | ({ state: 'wait-user-confirm'; packageInfo?: string } & BillFacts)
  | ({ state: 'transferring' } & BillFacts)
  | ({ state: 'success' } & BillFacts)
  /** `reason` is WeChat's code, such as OVERDUE_CLOSE (nobody confirmed within 24 h). */
  | ({ state: 'fail'; reason: string } & BillFacts)
  | ({ state: 'canceling' } & BillFacts)
  | ({ state: 'cancelled' } & BillFacts)
  | { state: 'not-found' }

/** The parameters of wx.requestMerchantTransfer. */
export interface TransferParams {
  mchId: string
  appId: string
  package: string
}

/** One movement of a transfer in WeChat's fund-flow bill: `back` when it failed or was cancelled after it had left. */
export interface TransferMove {
  outBillNo: string
  transferBillNo: string
  direction: 'out' | 'back'
  amountFen: number
  /** UTC ms */
  at: number
}

/** Throws PayUnknown and PayRefused like Payments; both mean: query the same number before anything else. */
export interface Transfers {
  /** Repeatable: the same number with the same facts answers the same bill as it now stands. */
  dispatch(input: DispatchInput): Promise<TransferState>
  query(outBillNo: string): Promise<TransferState>
  /** Asks to revoke before the person confirms; `canceling` is accepted, not done. */
  cancel(outBillNo: string): Promise<TransferState>
  clientParams(packageInfo: string): TransferParams
  /**
   * What one Shanghai day (`YYYY-MM-DD`) moved, from 10:00 of the next; null when nothing did. Refused with
   * STATEMENT_CREATING while the bill isn't there yet.
   */
  bill(date: string): Promise<TransferMove[] | null>
}
