// One page of a day's comparison: reads what a stage needs, compares, and says where the next page begins.
import type { FlowTotals, ReconciledDay, ReconcileStage } from '@contract/model/books'
import { idOf } from '@contract/ids'
import { DAY_MS, startOfDate } from '@contract/time'
import { assertNever } from '../../domain/assert'
import { afterSaleOfNumber } from '../../domain/order/refund-number'
import {
  compareBilledPayments,
  comparePaidOrders,
} from '../../domain/reconciliation/compare-payments'
import {
  compareBilledRefunds,
  comparePaidRefunds,
} from '../../domain/reconciliation/compare-refunds'
import {
  compareBilledTransfers,
  compareEndedWithdrawals,
} from '../../domain/reconciliation/compare-transfers'
import { repeatedOf, type Findings } from '../../domain/reconciliation/finding'
import type { CollectionName, Collections, Where } from '../../ports/store'
import type { World } from '../../ports/world'
import { readPage } from '../read-page'
import type { Bills } from './fetch-bills'

const PAGE = 100

export interface ComparedPage {
  readonly found: Findings
  /** The place in the same stage; null when the stage is over. */
  readonly after: string | null
}

type Stage = Exclude<ReconcileStage, 'end'>

/** `after` is where the page begins: a position in the bill, or a cursor among our own records. */
export function comparePage(
  world: World,
  day: Pick<ReconciledDay, '_id' | 'draft'>,
  bills: Bills,
  at: { readonly stage: Stage; readonly after: string },
): Promise<ComparedPage> {
  const { _id: on, draft } = day
  const { stage, after } = at
  switch (stage) {
    case 'billed-payments':
      return billedPayments(world, draft, bills, after)
    case 'billed-refunds':
      return billedRefunds(world, draft, bills, after)
    case 'billed-transfers':
      return billedTransfers(world, draft, bills, after)
    case 'paid-orders':
      return paidOrders(world, draft, bills, on, after)
    case 'paid-refunds':
      return paidRefunds(world, draft, bills, on, after)
    case 'paid-withdrawals':
      return endedWithdrawals(world, draft, bills, on, after)
    default:
      return assertNever(stage)
  }
}

type Step = (world: World, draft: FlowTotals, bills: Bills, after: string) => Promise<ComparedPage>

const billedPayments: Step = async (world, draft, { payments }, after) => {
  const { rows, next } = slice(payments, after)
  const ids = rows.map((row) => idOf('order', row.outTradeNo))
  const orders = await world.store.getMany('orders', ids)
  const entries = await readEntries(
    world,
    orders.map((order) => `pay:${order._id}`),
  )
  const byNumber = new Map(orders.map((order) => [order.outTradeNo, order]))
  const repeated = repeatedOf(payments.map((row) => row.outTradeNo))
  const ours = { orders: byNumber, entries }
  return { found: compareBilledPayments(draft, rows, ours, repeated), after: next }
}

const billedRefunds: Step = async (world, draft, { refunds }, after) => {
  const { rows, next } = slice(refunds, after)
  const known = await world.store.getMany(
    'after_sales',
    rows.map((row) => afterSaleOfNumber(row.outRefundNo)),
  )
  const entries = await readEntries(
    world,
    known.map((afterSale) => `refund:${afterSale._id}`),
  )
  const afterSales = new Map(
    rows.flatMap(({ outRefundNo }) => {
      const found = known.find((one) => one._id === afterSaleOfNumber(outRefundNo))
      return found ? [[outRefundNo, found] as const] : []
    }),
  )
  const repeated = repeatedOf(refunds.map((row) => row.outRefundNo))
  return {
    found: compareBilledRefunds(draft, rows, { afterSales, entries }, repeated),
    after: next,
  }
}

const billedTransfers: Step = async (world, draft, { transfers }, after) => {
  const { rows, next } = slice(transfers, after)
  const ids = rows.map((row) => idOf('withdrawal', row.outBillNo))
  const known = await world.store.getMany('withdrawals', ids)
  const entries = await readEntries(
    world,
    known.map((withdrawal) => `wd:${withdrawal._id}:paid`),
  )
  const withdrawals = new Map(known.map((withdrawal) => [withdrawal.outBillNo, withdrawal]))
  const { outs, backs } = directionsOf(transfers)
  const ours = { withdrawals, entries }
  const facts = { backs: new Set(backs), repeated: repeatedOf(outs) }
  return { found: compareBilledTransfers(draft, rows, ours, facts), after: next }
}

type OwnStep = (
  world: World,
  draft: FlowTotals,
  bills: Bills,
  on: string,
  after: string,
) => Promise<ComparedPage>

const paidOrders: OwnStep = async (world, draft, { payments }, on, after) => {
  const { rows, next } = await readOwn(world, 'orders', 'paidAt', {}, on, after)
  const entries = await readEntries(
    world,
    rows.map((order) => `pay:${order._id}`),
  )
  const billed = new Set(payments.map((row) => row.outTradeNo))
  return { found: comparePaidOrders(draft, rows, entries, billed), after: next }
}

const paidRefunds: OwnStep = async (world, draft, { refunds }, on, after) => {
  const { rows, next } = await readOwn(world, 'after_sales', 'refundedAt', {}, on, after)
  const entries = await readEntries(
    world,
    rows.map((afterSale) => `refund:${afterSale._id}`),
  )
  const billed = new Set(refunds.map((row) => row.outRefundNo))
  return { found: comparePaidRefunds(draft, rows, entries, billed), after: next }
}

const endedWithdrawals: OwnStep = async (world, draft, { transfers }, on, after) => {
  const where = { status: { in: ['paid', 'returned'] } }
  const { rows, next } = await readOwn(world, 'withdrawals', 'endedAt', where, on, after)
  const entries = await readEntries(
    world,
    rows.map((withdrawal) => `wd:${withdrawal._id}:paid`),
  )
  const { outs, backs } = directionsOf(transfers)
  const today = { outs: new Set(outs), backs: new Set(backs) }
  return { found: compareEndedWithdrawals(draft, rows, entries, today), after: next }
}

function directionsOf(transfers: Bills['transfers']) {
  const numbers = (direction: 'out' | 'back') =>
    transfers.filter((row) => row.direction === direction).map((row) => row.outBillNo)
  return { outs: numbers('out'), backs: numbers('back') }
}

function slice<Row>(rows: readonly Row[], after: string) {
  const from = Number(after === '' ? 0 : after)
  const to = from + PAGE
  return { rows: rows.slice(from, to), next: to < rows.length ? String(to) : null }
}

function readOwn<C extends CollectionName>(
  world: World,
  collection: C,
  by: keyof Collections[C] & string,
  where: Where,
  on: string,
  after: string,
) {
  const from = startOfDate(on)
  const span = { gte: from, lt: from + DAY_MS }
  const bounded = { ...where, [by]: span }
  return readPage(world.store, collection, {
    where: bounded,
    by,
    direction: 'desc',
    size: PAGE,
    cursor: after,
  })
}

async function readEntries(world: World, keys: readonly string[]) {
  const entries = keys.length === 0 ? [] : await world.store.getMany('ledger_entries', keys)
  return new Map(entries.map((entry) => [entry._id, entry]))
}
