// An auditor of the simulated year: simpler than the system, shares no code with it, believes nobody but the documents
// and WeChat. Everything it demands is written out here in plain arithmetic.
import type { Commission, CommissionPlan } from '@contract/model/distribution'
import type { Stock } from '@contract/model/goods'
import type { LedgerEntry, Wallet, Withdrawal } from '@contract/model/ledger'
import type { AfterSale, Order } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import type { Cloud } from '../../emulator/cloud'
import type { WechatControl } from '../../emulator/wechat'
import { lookAtDesk } from './audit-desk'
import { commissionsByHand } from './commissions-by-hand'

type Fault = (what: string) => void
const PARTS = ['pending', 'available', 'withdrawing', 'clawback'] as const
const OPEN = ['requested', 'approved', 'dispatched', 'awaiting-confirmation']

/** Everything that is stored, read once for each look. */
interface Books {
  readonly entries: readonly LedgerEntry[]
  readonly wallets: readonly Wallet[]
  readonly orders: readonly Order[]
  readonly afterSales: ReadonlyMap<string, AfterSale>
  readonly commissions: readonly Commission[]
  readonly withdrawals: readonly Withdrawal[]
  readonly plans: ReadonlyMap<string, CommissionPlan>
  readonly distributors: ReadonlyMap<string, Distributor>
  readonly stocks: readonly Stock[]
}

export class Auditor {
  /** Entries as they were first seen: they may never change or vanish. */
  private readonly seen = new Map<string, string>()
  /** After-sales in the order in which their refunds entered the ledger. */
  private readonly refundOrder: string[] = []

  constructor(
    private readonly cloud: Cloud,
    private readonly wechat: WechatControl,
    /** Units ever put on the shelves, by SKU. */
    private readonly stocked: ReadonlyMap<string, number>,
  ) {}

  /** What is wrong now; empty when nothing is. */
  look(): string[] {
    const books = this.read()
    const found: string[] = []
    const fault: Fault = (what) => found.push(what)
    this.lookAtEntries(books, fault)
    lookAtWallets(books, fault)
    this.lookAtCommissions(books, fault)
    this.lookAtWithdrawals(books, fault)
    this.lookAtPayments(books, fault)
    this.lookAtStock(books, fault)
    lookAtDesk(this.cloud.database, this.wechat, fault)
    return found
  }

  /** What must hold besides when nothing is under way any more. */
  lookAtRest(): string[] {
    const books = this.read()
    const found = this.look()
    for (const order of books.orders) {
      if (order.accrual === 'due') found.push(`${order._id}: commissions still due`)
    }
    for (const one of books.afterSales.values()) {
      if (one.status === 'refunding') found.push(`${one._id}: the money is not back`)
    }
    const now = this.cloud.clock.now()
    for (const one of books.commissions) {
      const order = books.orders.find((each) => each._id === one.orderId)
      const isFree = order?.openAfterSales === 0 && !one.isHeld
      const isOver = one.settleAt !== null && one.settleAt < now
      if (one.status === 'pending' && isFree && isOver) found.push(`${one._id}: not settled`)
    }
    const moved = this.cashAtWechat()
    const booked = fold(books.entries).get('cash:wxpay') ?? 0
    if (moved !== booked) found.push(`cash: WeChat moved ${moved}, the ledger says ${booked}`)
    return found
  }

  private read(): Books {
    const { database } = this.cloud
    const byId = <T extends { _id: string }>(name: string) =>
      new Map(database.list<T>(name).map((one) => [one._id, one]))
    return {
      entries: database.list<LedgerEntry>('ledger_entries'),
      wallets: database.list<Wallet>('wallets'),
      orders: database.list<Order>('orders'),
      afterSales: byId<AfterSale>('after_sales'),
      commissions: database.list<Commission>('commissions'),
      withdrawals: database.list<Withdrawal>('withdrawals'),
      plans: byId<CommissionPlan>('plans'),
      distributors: byId<Distributor>('distributors'),
      stocks: database.list<Stock>('stocks'),
    }
  }

  private lookAtEntries({ entries }: Books, fault: Fault): void {
    const present = new Set<string>()
    for (const entry of entries) {
      const sum = entry.postings.reduce((total, { amountFen }) => total + amountFen, 0)
      if (sum !== 0) fault(`${entry._id}: postings sum to ${sum}`)
      const isWhole = entry.postings.every(({ amountFen }) => Number.isSafeInteger(amountFen))
      if (!isWhole) fault(`${entry._id}: an amount is no whole number`)
      const text = JSON.stringify(entry)
      const before = this.seen.get(entry._id)
      if (before === undefined) {
        this.seen.set(entry._id, text)
        if (entry.code === 'ORDER_REFUNDED') this.refundOrder.push(entry._id.slice(7))
      } else if (before !== text) fault(`${entry._id}: changed after it was entered`)
      present.add(entry._id)
    }
    for (const id of this.seen.keys()) if (!present.has(id)) fault(`${id}: vanished`)
  }

  private lookAtCommissions(books: Books, fault: Fault): void {
    const { commissions, orders, plans, distributors, afterSales } = books
    const byOrder = new Map<string, Commission[]>()
    for (const one of commissions) {
      byOrder.set(one.orderId, [...(byOrder.get(one.orderId) ?? []), one])
      if (one.netFen !== one.amountFen - one.reversedFen) fault(`${one._id}: net is wrong`)
    }
    const accrued = new Set(
      books.entries.filter((one) => one.code === 'COMMISSION_ACCRUED').map((one) => one.orderId),
    )
    for (const order of orders) {
      // Whom the cap alone left with nothing is kept with 0, and owed nothing.
      const had = (byOrder.get(order._id) ?? []).filter(
        ({ amountFen, netFen }) => amountFen !== 0 || netFen !== 0,
      )
      if (had.length > 0 !== accrued.has(order._id)) fault(`${order._id}: accrual without entry`)
      if (order.accrual !== 'done' && had.length === 0) continue
      const plan = order.planId === null ? undefined : plans.get(order.planId)
      const refunds = this.refundOrder
        .map((id) => afterSales.get(id))
        .filter((one): one is AfterSale => one?.orderId === order._id)
      const owed = plan ? commissionsByHand(order, plan.rules, distributors, refunds) : []
      const text = (rows: readonly { level: number; to: string; fen: number; netFen: number }[]) =>
        rows.map(({ level, to, fen, netFen }) => `L${level} ${to} ${fen}→${netFen}`).join(', ')
      const paid = had
        .map(({ level, distributorId, amountFen, netFen }) => {
          return { level, to: distributorId, fen: amountFen, netFen }
        })
        .sort((a, b) => a.level - b.level)
      if (text(owed) !== text(paid)) {
        fault(`${order._id}: owed [${text(owed)}], had [${text(paid)}]`)
      }
    }
  }

  private lookAtWithdrawals({ withdrawals, entries }: Books, fault: Fault): void {
    const bills = new Map(this.wechat.transfers().map((bill) => [bill.outBillNo, bill]))
    const ends = new Map<string, string[]>()
    for (const { code, withdrawalId } of entries) {
      if (withdrawalId === null || code === 'WITHDRAWAL_REQUESTED') continue
      ends.set(withdrawalId, [...(ends.get(withdrawalId) ?? []), code])
    }
    for (const one of withdrawals) {
      const { _id, status, amountFen, feeFen, taxFen, netFen } = one
      if (amountFen !== feeFen + taxFen + netFen) fault(`${_id}: gross is not net + tax + fee`)
      const ended = ends.get(_id) ?? []
      const expected = OPEN.includes(status) ? [] : [`WITHDRAWAL_${status.toUpperCase()}`]
      if (ended.join() !== expected.join())
        fault(`${_id}: ${status}, but entered as ${ended.join()}`)
      const bill = bills.get(one.outBillNo)
      const hasArrived = bill?.state === 'SUCCESS'
      if (status === 'paid' && !hasArrived) fault(`${_id}: paid, but nothing arrived`)
      if (hasArrived && (status === 'rejected' || status === 'returned')) {
        fault(`${_id}: ${status}, but the money arrived`)
      }
      if (bill && bill.amountFen !== netFen) fault(`${_id}: sent ${bill.amountFen} of ${netFen}`)
    }
    for (const bill of bills.values()) {
      const isKnown = withdrawals.some((one) => one.outBillNo === bill.outBillNo)
      if (!isKnown) fault(`transfer ${bill.outBillNo}: nobody asked for it`)
    }
  }

  private lookAtPayments({ orders, entries, afterSales }: Books, fault: Fault): void {
    const paid = new Map(this.wechat.orders().map((one) => [one.outTradeNo, one]))
    const refunds = this.wechat.refunds()
    const entered = new Set(entries.map((one) => one._id))
    const refundsOf = (orderId: string) =>
      [...afterSales.values()].filter((one) => {
        return one.orderId === orderId && one.status === 'refunded'
      })
    for (const order of orders) {
      if ((order.paidAt !== null) !== entered.has(`pay:${order._id}`)) {
        fault(`${order._id}: paid and entered disagree`)
      }
      if (order.paidAt === null) continue
      const theirs = paid.get(order.outTradeNo)
      const hasPaid = theirs?.state === 'SUCCESS' || theirs?.state === 'REFUND'
      if (!hasPaid || theirs.totalFen !== order.payableFen) fault(`${order._id}: not paid for`)
      const back = refundsOf(order._id).reduce((sum, one) => sum + one.refundFen, 0)
      if (back !== order.refundedFen)
        fault(`${order._id}: refunded ${order.refundedFen}, is ${back}`)
      const sent = refunds
        .filter((one) => one.outTradeNo === order.outTradeNo && one.state === 'SUCCESS')
        .reduce((sum, one) => sum + one.amountFen, 0)
      if (sent > order.payableFen) fault(`${order._id}: ${sent} given back of ${order.payableFen}`)
      const byHand = refundsOf(order._id)
        .filter((one) => one.refundedByHand)
        .reduce((sum, one) => sum + one.refundFen, 0)
      if (back - byHand > sent) {
        fault(`${order._id}: ${back - byHand} booked as given back, WeChat says ${sent}`)
      }
    }
  }

  private lookAtStock({ stocks }: Books, fault: Fault): void {
    const sum = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((total, count) => total + count, 0)
    for (const { _id, available, held, sold, returned, returnedBefore = 0 } of stocks) {
      if (available < 0) fault(`${_id}: ${available} available`)
      const units = available + sum(held) + sold - sum(returned) - returnedBefore
      const put = this.stocked.get(_id)
      if (units !== put) fault(`${_id}: ${units} units, ${put} were put there`)
    }
  }

  /** What came in, less what went out, by WeChat's own account (fen). */
  private cashAtWechat(): number {
    const total = <T>(rows: readonly T[], amountOf: (row: T) => number) =>
      rows.reduce((sum, row) => sum + amountOf(row), 0)
    const orders = this.wechat.orders().filter(({ state }) => /SUCCESS|REFUND/.test(state))
    const refunds = this.wechat.refunds().filter(({ state }) => state === 'SUCCESS')
    const transfers = this.wechat.transfers().filter(({ state }) => state === 'SUCCESS')
    return (
      total(orders, (one) => one.totalFen) -
      total(refunds, (one) => one.amountFen) -
      total(transfers, (one) => one.amountFen)
    )
  }
}

function fold(entries: readonly LedgerEntry[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { postings } of entries) {
    for (const { account, amountFen } of postings) {
      sums.set(account, (sums.get(account) ?? 0) + amountFen)
    }
  }
  return sums
}

function lookAtWallets({ entries, wallets, commissions, withdrawals }: Books, fault: Fault): void {
  const sums = fold(entries)
  for (const wallet of wallets) {
    for (const part of PARTS) {
      const held = wallet[`${part}Fen`]
      // What is owed to somebody is a credit; what they owe, a debit.
      const folded = sums.get(`payable:${wallet._id}:${part}`) ?? 0
      const expected = part === 'clawback' ? folded : 0 - folded
      if (held !== expected) fault(`${wallet._id}: ${part} is ${held}, entries say ${expected}`)
      if (held < 0) fault(`${wallet._id}: ${part} is ${held}`)
    }
    if (wallet.availableFen > 0 && wallet.clawbackFen > 0) {
      fault(`${wallet._id}: has ${wallet.availableFen} and owes ${wallet.clawbackFen}`)
    }
    const pending = commissions
      .filter((one) => one.distributorId === wallet._id && one.status === 'pending')
      .reduce((sum, one) => sum + one.netFen, 0)
    if (pending !== wallet.pendingFen) fault(`${wallet._id}: pending commissions are ${pending}`)
    const open = withdrawals
      .filter((one) => one.distributorId === wallet._id && OPEN.includes(one.status))
      .reduce((sum, one) => sum + one.amountFen, 0)
    if (open !== wallet.withdrawingFen) fault(`${wallet._id}: open withdrawals are ${open}`)
  }
}
