// The document store as workflows see it: only operations that are safe on CloudBase.
import type { Campaign } from '@contract/model/campaign'
import type { Product, Category, Stock, Cart } from '@contract/model/goods'
import type { Order, AfterSale, PayNoticeRecord } from '@contract/model/order'
import type {
  Attribution,
  AttributionChange,
  Commission,
  CommissionPlan,
  Share,
  TypedCode,
  Visit,
} from '@contract/model/distribution'
import type { Dispute } from '@contract/model/dispute'
import type { CreditCursor } from '@contract/model/credit'
import type { FunnelCursor, FunnelDay, OpenBatch } from '@contract/model/funnel'
import type { LedgerEntry, Wallet, Withdrawal } from '@contract/model/ledger'
import type {
  Material,
  MaterialCursor,
  MaterialFavourite,
  MaterialUse,
  MaterialUser,
  ProductNotes,
} from '@contract/model/material'
import type { Address, Distributor, HandOver, Member, PersonNote } from '@contract/model/people'
import type { RankCursor, RankList, RankPart, RankSteps } from '@contract/model/rank'
import type { IdClaim, RealName } from '@contract/model/real-name'
import type { AggregateCursor, DistributorDay, StoredFigures } from '@contract/model/aggregate'
import type {
  AgreementVersion,
  Application,
  RecruitVersion,
  Signature,
} from '@contract/model/recruitment'
import type { Shop } from '@contract/model/shop'
import type { Simulation } from '@contract/model/simulation'
import type { TaxRemittance, TaxYear } from '@contract/model/tax'
import type { Nudge } from '@contract/model/team'
import type { TierChange, TierCursor, TierVersion } from '@contract/model/tier'
import type {
  AuditRun,
  IncentiveBudget,
  MoneyDecision,
  ReconcileDifference,
  ReconciledDay,
  StatementMonth,
} from '@contract/model/books'
import type {
  Alert,
  AuditRecord,
  DeskBoard,
  OutboxRecord,
  RequestRecord,
  ShopDay,
} from '@contract/model/records'

/** Collection → the document it holds. database/collections.json declares the same names. */
export interface Collections {
  readonly settings: Shop
  readonly members: Member
  readonly addresses: Address
  readonly distributors: Distributor
  readonly person_notes: PersonNote
  readonly hand_overs: HandOver
  readonly credit_cursors: CreditCursor
  readonly categories: Category
  readonly products: Product
  readonly campaigns: Campaign
  readonly materials: Material
  readonly material_uses: MaterialUse
  readonly material_users: MaterialUser
  readonly material_favourites: MaterialFavourite
  readonly material_cursors: MaterialCursor
  readonly product_notes: ProductNotes
  readonly stocks: Stock
  readonly carts: Cart
  readonly orders: Order
  readonly after_sales: AfterSale
  readonly pay_notices: PayNoticeRecord
  readonly shares: Share
  readonly visits: Visit
  readonly typed_codes: TypedCode
  readonly open_batches: OpenBatch
  readonly funnel_days: FunnelDay
  readonly funnel_cursors: FunnelCursor
  readonly attributions: Attribution
  readonly attribution_changes: AttributionChange
  readonly plans: CommissionPlan
  readonly simulations: Simulation
  readonly commissions: Commission
  readonly ledger_entries: LedgerEntry
  readonly wallets: Wallet
  readonly withdrawals: Withdrawal
  readonly tax_years: TaxYear
  readonly tax_remittances: TaxRemittance
  readonly real_names: RealName
  readonly id_claims: IdClaim
  readonly money_decisions: MoneyDecision
  readonly incentive_budgets: IncentiveBudget
  readonly statement_months: StatementMonth
  readonly reconciled_days: ReconciledDay
  readonly reconcile_differences: ReconcileDifference
  readonly audit_runs: AuditRun
  readonly outbox: OutboxRecord
  readonly requests: RequestRecord
  readonly shop_days: ShopDay
  readonly desk_boards: DeskBoard
  readonly distributor_days: DistributorDay
  readonly distributor_figures: StoredFigures
  readonly aggregate_cursors: AggregateCursor
  readonly tier_versions: TierVersion
  readonly tier_changes: TierChange
  readonly tier_cursors: TierCursor
  readonly rank_lists: RankList
  readonly rank_steps: RankSteps
  readonly rank_parts: RankPart
  readonly rank_cursors: RankCursor
  readonly recruit_versions: RecruitVersion
  readonly applications: Application
  readonly agreement_versions: AgreementVersion
  readonly signatures: Signature
  readonly nudges: Nudge
  readonly disputes: Dispute
  readonly audit_records: AuditRecord
  readonly alerts: Alert
}
export type CollectionName = keyof Collections

type Scalar = string | number | boolean | null
export interface Comparison {
  readonly in?: readonly Scalar[]
  readonly lt?: Scalar
  readonly lte?: Scalar
  readonly gt?: Scalar
  readonly gte?: Scalar
  readonly exists?: boolean
  /** Case-insensitive part of a text; special characters stand for themselves. */
  readonly contains?: string
}
/** Field (dotted path) → value or comparison; all must hold. A value matches an array that contains it. */
export type Where = Readonly<Record<string, Scalar | Comparison>>

export interface FindOptions {
  readonly order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
  /** 1 to 1,000; 100 when absent. */
  readonly limit?: number
  readonly skip?: number
}

/** Changes of one document; values replace what is there, also objects. */
export interface Change {
  readonly set?: Readonly<Record<string, unknown>>
  readonly inc?: Readonly<Record<string, number>>
  readonly unset?: readonly string[]
  readonly push?: Readonly<Record<string, unknown>>
  /** Takes the rows of a list whose field is one of the values: `{ lines: { skuId: [a, b] } }`. */
  readonly pull?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/** Reads and writes inside one transaction: one at a time, never in parallel. */
export interface Transaction {
  get<C extends CollectionName>(collection: C, id: string): Promise<Collections[C] | null>
  /** Reads by condition in the transaction's snapshot; at most 100. */
  find<C extends CollectionName>(collection: C, where: Where): Promise<Collections[C][]>
  /** Throws AlreadyExists (and the transaction is over) when the id or a unique key is taken. */
  insert<C extends CollectionName>(collection: C, document: Collections[C]): Promise<void>
  put<C extends CollectionName>(collection: C, document: Collections[C]): Promise<void>
  /** Changes a document that is known to exist. */
  update<C extends CollectionName>(collection: C, id: string, change: Change): Promise<void>
  remove<C extends CollectionName>(collection: C, id: string): Promise<void>
}

export interface Store {
  get<C extends CollectionName>(collection: C, id: string): Promise<Collections[C] | null>
  /** In any order; unknown ids are left out. One read for every 1,000 ids. */
  getMany<C extends CollectionName>(
    collection: C,
    ids: readonly string[],
  ): Promise<Collections[C][]>
  find<C extends CollectionName>(
    collection: C,
    where: Where,
    options?: FindOptions,
  ): Promise<Collections[C][]>
  count(collection: CollectionName, where: Where): Promise<number>
  /** Sums fields over matching documents, on the server; `count` is always in the answer. */
  sum(
    collection: CollectionName,
    where: Where,
    fields: readonly string[],
  ): Promise<Readonly<Record<string, number>> & { readonly count: number }>
  /** false when the id or a unique key is taken. */
  insert<C extends CollectionName>(collection: C, document: Collections[C]): Promise<boolean>
  put<C extends CollectionName>(collection: C, document: Collections[C]): Promise<void>
  /** One conditional single-document update: false when the document is absent or doesn't match. */
  updateIf<C extends CollectionName>(
    collection: C,
    id: string,
    where: Where,
    change: Change,
  ): Promise<boolean>
  /** Removes those of the documents that still match, and says how many; for what nobody needs any more. */
  removeMany(collection: CollectionName, ids: readonly string[], where: Where): Promise<number>
  /**
   * Runs work in a transaction and commits; on a write conflict it starts over with jitter, a bounded number of
   * times, then refuses with TRY_AGAIN. No external calls inside.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}

/** An id or a unique key was taken inside a transaction. */
export class AlreadyExists extends Error {
  constructor(readonly collection: string) {
    super(`already exists in ${collection}`)
    this.name = 'AlreadyExists'
  }
}
