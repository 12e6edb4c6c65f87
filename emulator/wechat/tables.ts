// Typed tables over the host's durable buckets: every fact of the fake WeChat lives in one of these.
import type { Buckets } from './host'
import type { Credentials } from './keys'
import type { Notice } from './pay/notices'
import type { Order, Prepay } from './pay/orders'
import type { Refund } from './pay/refund-moves'
import type { Bill } from './pay/bill-moves'
import type { BillFile } from './pay/bill-files'
import type { ReceiptLink } from './pay/receipts'
import type { OutsideLink } from './openapi/links'
import type { AccessToken, LoginCode } from './openapi/login'
import { DEFAULT_SETTINGS, type Settings } from './settings'

export interface Table<Row> {
  get(key: string): Row | undefined
  put(key: string, row: Row): void
  remove(key: string): void
  all(): Row[]
}

/** A subscribe message that reached a person. */
export interface InboxMessage {
  id: string
  openid: string
  templateId: string
  page: string
  fields: Record<string, string>
  sentAt: number
}

/** What WeChat knows about one person beside the OPENID. */
export interface Person {
  openid: string
  realName?: string | undefined
  phone?: string | undefined
  /** Template id → messages still allowed by taps on 允许. */
  consents: Record<string, number>
}

export interface PhoneCode {
  openid: string
  issuedAt: number
}

/** Shipping information of one payment (发货信息管理), as it now stands. */
export interface Shipment {
  transactionId: string
  /** 1 express, 2 same city, 3 virtual, 4 picked up */
  logisticsType: number
  /** 1 whole, 2 in parcels */
  deliveryMode: number
  isFinished: boolean
  /** Whether the one correction is spent. */
  isCorrected?: boolean
  parcels: Record<string, unknown>[]
  /** The merchant's `upload_time`, which orders the requests. */
  uploadedAt: number
  updatedAt: number
  /** When the person said that it came. */
  receivedAt?: number
  /** The moments of all uploads that were taken. */
  uploads: number[]
}

/** A subscribe message's template: which fields it shows. */
export interface Template {
  id: string
  fields: string[]
}

/** Something that time alone will move: looked at on every tick, so only these are listed. */
export interface OpenWork {
  kind: 'notice' | 'refund' | 'bill'
  id: string
}

function table<Row>(state: Buckets, bucket: string): Table<Row> {
  return {
    get: (key) => state.get(bucket, key) as Row | undefined,
    put: (key, row) => state.put(bucket, key, row),
    remove: (key) => state.remove(bucket, key),
    all: () => state.list(bucket).map(({ value }) => value as Row),
  }
}

export interface TableDefaults {
  settings?: Partial<Settings> | undefined
  pages?: readonly string[] | undefined
}

export function openTables(state: Buckets, { settings, pages = [] }: TableDefaults = {}) {
  return {
    /** What holds until a setting is changed; not part of the state. */
    defaults: { ...DEFAULT_SETTINGS, ...settings } satisfies Settings,
    /** The pages that count as published until others are. */
    defaultPages: pages,
    credentials: table<Credentials>(state, 'wechat_credentials'),
    settings: table<Partial<Settings>>(state, 'wechat_settings'),
    counters: table<number>(state, 'wechat_counters'),
    people: table<Person>(state, 'wechat_people'),
    inbox: table<InboxMessage>(state, 'wechat_inbox'),
    phoneCodes: table<PhoneCode>(state, 'wechat_phone_codes'),
    templates: table<Template>(state, 'wechat_templates'),
    published: table<string[]>(state, 'wechat_published'),
    links: table<OutsideLink>(state, 'wechat_links'),
    loginCodes: table<LoginCode>(state, 'wechat_login_codes'),
    accessTokens: table<AccessToken>(state, 'wechat_access_tokens'),
    shipments: table<Shipment>(state, 'wechat_shipments'),
    open: table<OpenWork>(state, 'wechat_open_work'),
    /** Transaction id → out_trade_no. */
    transactions: table<string>(state, 'wechat_pay_transactions'),
    orders: table<Order>(state, 'wechat_pay_orders'),
    prepays: table<Prepay>(state, 'wechat_pay_prepays'),
    refunds: table<Refund>(state, 'wechat_pay_refunds'),
    bills: table<Bill>(state, 'wechat_pay_transfer_bills'),
    billFiles: table<BillFile>(state, 'wechat_pay_bill_files'),
    receiptLinks: table<ReceiptLink>(state, 'wechat_pay_receipt_links'),
    notices: table<Notice>(state, 'wechat_pay_notices'),
  }
}

export type Tables = ReturnType<typeof openTables>

export function openWork(tables: Tables, kind: OpenWork['kind'], id: string): void {
  tables.open.put(`${kind}:${id}`, { kind, id })
}

export function closeWork(tables: Tables, kind: OpenWork['kind'], id: string): void {
  tables.open.remove(`${kind}:${id}`)
}

export function listOpenWork(tables: Tables, kind: OpenWork['kind']): string[] {
  return tables.open
    .all()
    .filter((each) => each.kind === kind)
    .map((each) => each.id)
}

/** Gives 1, 2, 3 … per name; survives a restart with the rest of the state. */
export function nextNumber(tables: Tables, name: string): number {
  const next = (tables.counters.get(name) ?? 0) + 1
  tables.counters.put(name, next)
  return next
}
