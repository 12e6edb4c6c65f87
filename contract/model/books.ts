// The books beside the ledger: decisions about money, reconciliation with WeChat, audits, and closed months.
import type { Fen } from '../money'
import type { WalletPart } from './ledger'

export const MONEY_DECISION_KINDS = ['incentive', 'debt-write-off'] as const
export type MoneyDecisionKind = (typeof MONEY_DECISION_KINDS)[number]
export const MONEY_DECISION_STATUSES = ['waiting', 'done', 'rejected'] as const
export type MoneyDecisionStatus = (typeof MONEY_DECISION_STATUSES)[number]

/** A bonus, or a debt written off, by the shop's own decision. `_id` = mdc_{suffix from asker and request id}. */
export interface MoneyDecision {
  readonly _id: string
  readonly kind: MoneyDecisionKind
  readonly distributorId: string
  readonly name: string
  readonly amountFen: Fen
  readonly reason: string
  /** waiting: above the four-eyes threshold, until somebody else agrees. */
  readonly status: MoneyDecisionStatus
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: number
  /** Shanghai month of asking: whose incentive budget pays. */
  readonly month: string
  /** The second pair of eyes, or who turned it down; null when one pair was enough or it still waits. */
  readonly decidedBy: string | null
  readonly decidedByName: string | null
  readonly decidedAt: number | null
  readonly rejectReason: string | null
  readonly payloadHash: string
}

/** What may be given as bonuses in one Shanghai month. `_id` is the month. */
export interface IncentiveBudget {
  readonly _id: string
  readonly budgetFen: Fen
  readonly paidFen: Fen
  /** Asked for and not decided yet: already taken out of what is left. */
  readonly waitingFen: Fen
  /** What one person alone gave on `soloOn`: many small bonuses don't get round the four-eyes threshold. */
  readonly soloOn: string
  readonly soloFen: Fen
}

/** What goes between the shop and WeChat. */
export const MONEY_FLOWS = ['payment', 'refund', 'transfer'] as const
export type MoneyFlow = (typeof MONEY_FLOWS)[number]

/** Why a transaction does not agree with WeChat's bill: a closed list with the sentence a person reads. */
export const DIFFERENCE_CAUSES = {
  PAYMENT_ORDER_UNKNOWN: '微信收了款，店里没有这笔订单',
  PAYMENT_NOT_BOOKED: '微信收了款，订单还没有记成已付',
  PAYMENT_ORDER_CLOSED: '微信收了款，订单已经关闭',
  PAYMENT_NOT_IN_BILL: '订单记成已付，微信账单里没有',
  PAYMENT_AMOUNT: '付款金额和订单不一样',
  PAYMENT_OTHER_NUMBER: '微信支付单号和订单记的不一样',
  PAYMENT_REPEATED: '同一笔订单在账单里出现两次',
  PAYMENT_LEDGER: '订单已付，账本里没有或金额不同',
  REFUND_UNKNOWN: '微信退了款，店里没有这笔售后',
  REFUND_NOT_BOOKED: '微信已经退款，售后还没有记成已退',
  REFUND_UNDER_WAY: '微信还在退款，没有到账',
  REFUND_FAILED: '售后记成已退，微信没有退成',
  REFUND_NOT_IN_BILL: '售后记成已退，微信账单里没有',
  REFUND_BY_HAND_TOO: '已经人工退过款，微信又退了一次',
  REFUND_AMOUNT: '退款金额和售后不一样',
  REFUND_REPEATED: '同一笔售后在账单里退了两次',
  REFUND_LEDGER: '售后已退，账本里没有或金额不同',
  TRANSFER_UNDER_WAY: '微信已经划出，对方还没有收款',
  TRANSFER_UNKNOWN: '微信打了款，店里没有这笔提现',
  TRANSFER_NOT_BOOKED: '微信已经打款，提现还没有记成到账',
  TRANSFER_RETURNED: '提现记成到账，微信又退了回来',
  TRANSFER_NOT_RETURNED: '提现记成退回，微信账单里没有退回',
  TRANSFER_NOT_IN_BILL: '提现记成到账，微信账单里没有',
  TRANSFER_AMOUNT: '打款金额和提现不一样',
  TRANSFER_REPEATED: '同一笔提现在账单里打了两次',
  TRANSFER_LEDGER: '提现已到账，账本里没有或金额不同',
} as const satisfies Record<string, string>
export type DifferenceCause = keyof typeof DIFFERENCE_CAUSES

/** cleared: a later run found that both sides agree. */
export const DIFFERENCE_STATES = ['open', 'explained', 'closed', 'cleared'] as const
export type DifferenceState = (typeof DIFFERENCE_STATES)[number]

/** How many and how much (fen, above 0), on one of the three sides. */
export interface Tally {
  readonly count: number
  readonly amountFen: Fen
}
/** The same transactions as the orders say, as the ledger says, as WeChat's bill says. */
export interface ThreeSides {
  readonly records: Tally
  readonly ledger: Tally
  readonly wechat: Tally
}

export type FlowTotals = Readonly<Record<MoneyFlow, ThreeSides>>

/** What a run goes through, page by page: first what WeChat says, then what only we say. */
export const RECONCILE_STAGES = [
  'billed-payments',
  'billed-refunds',
  'billed-transfers',
  'paid-orders',
  'paid-refunds',
  'paid-withdrawals',
  'end',
] as const
export type ReconcileStage = (typeof RECONCILE_STAGES)[number]

/** One Shanghai date compared with WeChat's bills. `_id` is the date; running it again sets the same document. */
export interface ReconciledDay {
  readonly _id: string
  readonly status: 'running' | 'done'
  /** Counts the runs: what a run didn't meet again is cleared at its end. */
  readonly run: number
  /** Where the running run goes on: a stage and the place in it. */
  readonly cursor: { readonly stage: ReconcileStage; readonly after: string } | null
  /** Of the last finished run. */
  readonly totals: FlowTotals
  /** Of the running run, as far as it has come. */
  readonly draft: FlowTotals
  /** false: WeChat has no bill of that date, because nothing was traded. */
  readonly hasTradeBill: boolean
  readonly hasFundBill: boolean
  /** Differences that nobody has explained or closed yet. */
  readonly openCount: number
  /** Differences ever found for the date. */
  readonly foundCount: number
  readonly startedAt: number
  readonly finishedAt: number | null
}

/** `_id` = {date}:{cause}:{number}. */
export interface ReconcileDifference {
  readonly _id: string
  readonly on: string
  readonly flow: MoneyFlow
  readonly cause: DifferenceCause
  /** WeChat's name for it: out_trade_no, out_refund_no or out_bill_no. */
  readonly number: string
  /** The record on our side: an order, an after-sale, a withdrawal; null when there is none. */
  readonly recordId: string | null
  readonly oursFen: Fen | null
  readonly wechatFen: Fen | null
  readonly state: DifferenceState
  /** The last run that met it, and the first since it was last cleared. */
  readonly run: number
  readonly sinceRun: number
  readonly foundAt: number
  readonly note: string | null
  readonly notedBy: string | null
  readonly notedByName: string | null
  readonly notedAt: number | null
}

/** What a nightly audit goes through, page by page. */
export const AUDIT_STAGES = [
  'entries',
  'orders',
  'withdrawals',
  'decisions',
  'remittances',
  'wallets',
] as const
export type AuditStage = (typeof AUDIT_STAGES)[number]

/** One nightly audit of all books. `_id` is the Shanghai date on which it ran. */
export interface AuditRun {
  readonly _id: string
  readonly status: 'running' | 'right' | 'differs'
  readonly stage: AuditStage
  /** The last record of the stage that was checked. */
  readonly after: string
  /** Records checked so far, by stage. */
  readonly counts: Readonly<Partial<Record<AuditStage, number>>>
  /** The first difference in words, with the record it names; the audit ends with it. */
  readonly first: string | null
  readonly startedAt: number
  readonly finishedAt: number | null
}

/** Change or balance of each part of a wallet (fen). */
export type WalletAmounts = Readonly<Record<`${WalletPart}Fen`, Fen>>

/** What can happen to a wallet in a month, in the order of the statement. */
export const STATEMENT_LINES = [
  'accrued',
  'reversed',
  'settled',
  'clawed-back',
  'bonus',
  'asked',
  'given-back',
  'paid',
  'written-off',
] as const
export type StatementLine = (typeof STATEMENT_LINES)[number]

/** The sums of one distributor's Shanghai month, all from entries. */
export interface StatementSums {
  readonly opening: WalletAmounts
  readonly lines: Readonly<Record<StatementLine, WalletAmounts & { readonly count: number }>>
  /** Of what was paid out: what arrived, and what was kept back. */
  readonly paid: { readonly netFen: Fen; readonly taxFen: Fen; readonly feeFen: Fen }
  readonly closing: WalletAmounts
}

/** A month that is over, kept so that the next need not start from the first entry. `_id` = {distributorId}:{month}. */
export interface StatementMonth extends StatementSums {
  readonly _id: string
  readonly distributorId: string
  readonly month: string
  readonly sealedAt: number
}
