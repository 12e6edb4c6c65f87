// The ledger: immutable balanced entries, per-member wallets, withdrawals and tax.
import type { Fen } from '../money'
import type { Identity } from './real-name'
import type { TaxMode, TaxStep } from './tax'

/** The parts of what the shop owes a distributor; clawback is what the distributor owes the shop. */
export const WALLET_PARTS = ['pending', 'available', 'withdrawing', 'clawback'] as const
export type WalletPart = (typeof WALLET_PARTS)[number]

export const PLATFORM_ACCOUNTS = [
  /** What WeChat Pay holds for the shop; WeChat's bills must agree with it. */
  'cash:wxpay',
  /** The shop's bank account: taxes paid to the office, refunds handed back past WeChat. */
  'cash:bank',
  'sales',
  'shipping',
  'expense:commission',
  'expense:incentive',
  'expense:bad-debt',
  'tax:withheld',
  'income:withdrawal-fee',
] as const
export type PlatformAccount = (typeof PLATFORM_ACCOUNTS)[number]
export type WalletAccount = `payable:${string}:${WalletPart}`
export type LedgerAccount = PlatformAccount | WalletAccount

/** One side of an entry: debit is positive, credit negative. */
export interface Posting {
  readonly account: LedgerAccount
  readonly amountFen: Fen
}

export const ENTRY_CODES = [
  'ORDER_PAID',
  'ORDER_REFUNDED',
  'COMMISSION_ACCRUED',
  'COMMISSION_REVERSED',
  'COMMISSION_CLAWED_BACK',
  'COMMISSION_SETTLED',
  'WITHDRAWAL_REQUESTED',
  'WITHDRAWAL_REJECTED',
  'WITHDRAWAL_PAID',
  'WITHDRAWAL_RETURNED',
  'INCENTIVE_PAID',
  'DEBT_WRITTEN_OFF',
  'TAX_REMITTED',
] as const
export type EntryCode = (typeof ENTRY_CODES)[number]

/** `_id` is the idempotency key, derived from facts: `pay:{orderId}`, `accrue:{orderId}` … */
export interface LedgerEntry {
  readonly _id: string
  readonly code: EntryCode
  readonly at: number
  /** Shanghai date of `at`. */
  readonly on: string
  readonly postings: readonly Posting[]
  /** The distributors whose wallets it touches: for their statement. */
  readonly distributorIds: readonly string[]
  readonly orderId: string | null
  readonly withdrawalId: string | null
}

/**
 * What the ledger says of one distributor, kept in the same transaction as each entry. `_id` is the distributor's id.
 * Never negative; available > 0 implies clawback = 0.
 */
export interface Wallet {
  readonly _id: string
  readonly pendingFen: Fen
  readonly availableFen: Fen
  readonly withdrawingFen: Fen
  readonly clawbackFen: Fen
  /** Net commissions ever accrued, and gross ever paid out: for lists and totals. */
  readonly earnedFen: Fen
  readonly paidFen: Fen
  /** Counts the entries that touched this wallet; a batch that read an older one starts over. */
  readonly version: number
  /** Counts the due moments that after-sales took away from its commissions: such a batch starts over too. */
  readonly duesMoved: number
  /** Gross asked for on `askedOn`, for the daily limit. */
  readonly askedOn: string
  readonly askedFen: Fen
}

export const WITHDRAWAL_STATUSES = [
  'requested',
  'approved',
  'dispatched',
  'awaiting-confirmation',
  'paid',
  'rejected',
  'returned',
] as const
export type WithdrawalStatus = (typeof WITHDRAWAL_STATUSES)[number]

export const FLAG_CODES = [
  'FIRST_TIME',
  'FAR_ABOVE_USUAL',
  'BINDING_BURST',
  'DEBT_LATELY',
  'NAME_JUST_CHANGED',
  'REFUNDS_HIGH',
] as const
export type FlagCode = (typeof FLAG_CODES)[number]

/** A reason to look twice; it explains itself and decides nothing. */
export interface WithdrawalFlag {
  readonly code: FlagCode
  readonly title: string
  /** What was seen, with its figures. */
  readonly text: string
}

/** `_id` = wd_{suffix from member and the client-made id}; that suffix is the out_bill_no of every try. */
export interface Withdrawal {
  readonly _id: string
  readonly outBillNo: string
  readonly distributorId: string
  readonly memberId: string
  readonly openid: string
  readonly name: string
  readonly status: WithdrawalStatus
  readonly amountFen: Fen
  readonly feeFen: Fen
  /** Tax withheld: estimated while requested, fixed at dispatch. */
  readonly taxFen: Fen
  /** amount − fee − tax: what arrives. */
  readonly netFen: Fen
  /** The Shanghai month in which it was dispatched. */
  readonly taxMonth: string | null
  readonly taxMode: TaxMode
  /** How the tax came about: of the estimate while requested, of what is withheld once dispatched. */
  readonly taxSteps: readonly TaxStep[]
  /** Who receives it by law, as it was at dispatch; null where no real name is needed. */
  readonly payee: Identity | null
  /** What its reviewers should look at, as it was when asked for. */
  readonly flags: readonly WithdrawalFlag[]
  readonly approvals: readonly { readonly by: string; readonly name: string; readonly at: number }[]
  readonly needsApprovals: 1 | 2
  readonly requestedAt: number
  readonly dispatchedAt: number | null
  readonly packageInfo: string | null
  readonly paidAt: number | null
  readonly endedAt: number | null
  readonly reason: string | null
  /** When the outcome is next asked for; null when nothing is owed by WeChat. */
  readonly checkAt: number | null
  /** The dates of WeChat's bills that name it leaving and coming back; absent until it was reconciled. */
  readonly billedOn?: string
  readonly returnBilledOn?: string
}
