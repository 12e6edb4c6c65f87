// The life of a transfer bill: which moves time, the person or a test may bring, and who hears of the end.
import { DAY_MS, dayOf, toRfc3339 } from '../shanghai'
import { changeSettings } from '../settings'
import { closeWork, listOpenWork, openWork } from '../tables'
import type { Announcement, PayContext } from './context'

const CONFIRM_LIFE_MS = DAY_MS

export type BillState =
  | 'ACCEPTED'
  | 'PROCESSING'
  | 'WAIT_USER_CONFIRM'
  | 'TRANSFERING'
  | 'CANCELING'
  | 'SUCCESS'
  | 'FAIL'
  | 'CANCELLED'

const FINAL: readonly BillState[] = ['SUCCESS', 'FAIL', 'CANCELLED']

export interface Bill {
  outBillNo: string
  transferBillNo: string
  openid: string
  amountFen: number
  remark: string
  userName: string
  sceneId: string
  reports: string
  notifyUrl: string
  createdAt: number
  updatedAt: number
  state: BillState
  packageInfo: string
  failReason?: string
  /** A failure ordered beforehand; it strikes when the money would have moved. */
  plannedFailure?: string
  /** When the electronic receipt was asked for, UTC ms. */
  receiptAskedAt?: number
}

/** Changes what the merchant may still pay out, when that is limited at all. */
function moveBalance(ctx: PayContext, byFen: number): void {
  const { balanceFen } = ctx.settings()
  if (balanceFen !== undefined) changeSettings(ctx.tables, { balanceFen: balanceFen + byFen })
}

/** Stores a new bill; its money is set aside. */
export function openBill(ctx: PayContext, bill: Bill): void {
  ctx.tables.bills.put(bill.outBillNo, bill)
  openWork(ctx.tables, 'bill', bill.outBillNo)
  moveBalance(ctx, -bill.amountFen)
}

export function moveBill(ctx: PayContext, bill: Bill, state: BillState, failReason?: string): Bill {
  const moved: Bill = { ...bill, state, updatedAt: ctx.now() }
  if (failReason !== undefined) moved.failReason = failReason
  ctx.tables.bills.put(moved.outBillNo, moved)
  if (FINAL.includes(state)) {
    closeWork(ctx.tables, 'bill', moved.outBillNo)
    announceBill(ctx, moved)
  }
  return moved
}

/** What a notice tells of a bill that came to its end. */
export function billAnnouncement(ctx: PayContext, bill: Bill): Announcement {
  return {
    kind: 'transfer',
    url: bill.notifyUrl,
    eventType: 'MCHTRANSFER.BILL.FINISHED',
    originalType: 'mch_payment',
    summary: '商家转账单据终态通知',
    about: bill.outBillNo,
    plaintext: {
      out_bill_no: bill.outBillNo,
      transfer_bill_no: bill.transferBillNo,
      state: bill.state,
      mchid: ctx.keys().mchid,
      transfer_amount: bill.amountFen,
      openid: bill.openid,
      fail_reason: bill.failReason ?? '',
      create_time: toRfc3339(bill.createdAt),
      update_time: toRfc3339(bill.updatedAt),
    },
  }
}

function announceBill(ctx: PayContext, bill: Bill): void {
  if (bill.state !== 'SUCCESS') moveBalance(ctx, bill.amountFen)
  ctx.announce(billAnnouncement(ctx, bill))
}

/** What WeChat finds against a payee before the person is asked; null when nothing. */
function findObstacle(ctx: PayContext, bill: Bill): string | null {
  const known = ctx.tables.people.get(bill.openid)?.realName
  if (bill.userName !== '' && known !== undefined && known !== bill.userName) {
    return 'NAME_NOT_CORRECT'
  }
  const day = dayOf(bill.createdAt)
  const theirs = ctx.tables.bills.all().filter((each) => each.openid === bill.openid)
  const isOver = sumOfDay(theirs, day) > ctx.settings().dailyLimitFen
  return isOver ? 'DAY_RECEIVED_QUOTA_EXCEED' : null
}

/** Fen of a Shanghai day's bills that were not given up. */
export function sumOfDay(bills: readonly Bill[], day: string): number {
  return bills
    .filter((each) => each.state !== 'FAIL' && each.state !== 'CANCELLED')
    .filter((each) => dayOf(each.createdAt) === day)
    .reduce((sum, each) => sum + each.amountFen, 0)
}

/** The next move that time alone brings, or undefined while the bill rests. */
function nextMove(ctx: PayContext, bill: Bill): { state: BillState; reason?: string } | undefined {
  const { acceptMs, transferMs, cancelMs } = ctx.settings()
  const rested = ctx.now() - bill.updatedAt
  switch (bill.state) {
    case 'ACCEPTED':
      return rested >= acceptMs ? { state: 'PROCESSING' } : undefined
    case 'PROCESSING': {
      const reason = findObstacle(ctx, bill)
      return reason === null ? { state: 'WAIT_USER_CONFIRM' } : { state: 'FAIL', reason }
    }
    case 'WAIT_USER_CONFIRM':
      if (ctx.now() - bill.createdAt < CONFIRM_LIFE_MS) return undefined
      return { state: 'FAIL', reason: 'OVERDUE_CLOSE' }
    case 'TRANSFERING':
      if (rested < transferMs) return undefined
      return bill.plannedFailure === undefined
        ? { state: 'SUCCESS' }
        : { state: 'FAIL', reason: bill.plannedFailure }
    case 'CANCELING':
      return rested >= cancelMs ? { state: 'CANCELLED' } : undefined
    default:
      return undefined
  }
}

/** Makes every move whose time has come. */
export function advanceBill(ctx: PayContext, bill: Bill): Bill {
  let current = bill
  for (let next = nextMove(ctx, current); next; next = nextMove(ctx, current)) {
    current = moveBill(ctx, current, next.state, next.reason)
  }
  return current
}

export function advanceBills(ctx: PayContext): void {
  for (const id of listOpenWork(ctx.tables, 'bill')) {
    const bill = ctx.tables.bills.get(id)
    if (bill) advanceBill(ctx, bill)
  }
}

/** The bill behind a sheet for 确认收款, as the person may see it, or why there is none to show. */
export function findBill(
  ctx: PayContext,
  openid: string,
  packageInfo: string,
): { bill: Bill } | { fault: string } {
  const found = ctx.tables.bills.all().find((each) => each.packageInfo === packageInfo)
  if (!found || packageInfo === '') return { fault: '单据不存在' }
  if (found.openid !== openid) return { fault: '收款用户与当前用户不一致' }
  const bill = advanceBill(ctx, found)
  if (bill.state === 'SUCCESS') return { fault: '已收款' }
  const isOpen = bill.state === 'TRANSFERING' || bill.state === 'WAIT_USER_CONFIRM'
  return isOpen ? { bill } : { fault: '单据已失效' }
}

/** The person taps 确认收款: why it cannot be, or the bill on its way. */
export function confirmBill(
  ctx: PayContext,
  openid: string,
  packageInfo: string,
): { bill: Bill } | { fault: string } {
  const found = findBill(ctx, openid, packageInfo)
  if ('fault' in found) return found
  const { bill } = found
  // The sheet may be opened again while the money is on its way.
  if (bill.state === 'TRANSFERING') return { bill }
  const moving = moveBill(ctx, bill, 'TRANSFERING')
  ctx.wake()
  return { bill: moving }
}

/** Orders a bill's fate: a final state now, or a failure at the moment the money would move. */
export function decideBill(
  ctx: PayContext,
  outBillNo: string,
  outcome: 'SUCCESS' | 'FAIL' | 'FAIL_ON_CONFIRM',
  reason = 'ACCOUNT_FROZEN',
): Bill {
  const bill = ctx.tables.bills.get(outBillNo)
  if (!bill) throw new RangeError(`no transfer bill ${outBillNo}`)
  if (FINAL.includes(bill.state)) throw new RangeError(`bill ${outBillNo} is already ${bill.state}`)
  if (outcome !== 'FAIL_ON_CONFIRM') {
    return moveBill(ctx, bill, outcome, outcome === 'FAIL' ? reason : undefined)
  }
  const planned = { ...bill, plannedFailure: reason }
  ctx.tables.bills.put(outBillNo, planned)
  return planned
}
