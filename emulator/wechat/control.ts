// What tests and the preview may do to the fake WeChat beyond what WeChat offers; typed, and mirrored over HTTP.
import type { Keyring } from './keys'
import { personOf } from './openapi/messages'
import { decideBill, type Bill } from './pay/bill-moves'
import type { PayContext } from './pay/context'
import { sealNotice, type Notice, type NoticeDesk } from './pay/notices'
import { paidFacts, type Order } from './pay/orders'
import { decideRefund, type Refund, type RefundOutcome } from './pay/refunds'
import type { Flaw } from './pay/signing'
import { confirmTransfer, requestPayment, type PhoneResult } from './phone'
import { changeSettings, type Settings } from './settings'
import type { InboxMessage, Person, Shipment } from './tables'

export interface Forgery {
  outTradeNo: string
  /** What is wrong with the signature; absent means genuinely signed. */
  flaw?: Flaw | undefined
  /** Tells another amount than the order's, in fen. */
  amountFen?: number | undefined
  /** Tells another payer. */
  openid?: string | undefined
}

export interface WechatControl {
  keys(): Keyring
  orders(): Order[]
  refunds(): Refund[]
  transfers(): Bill[]
  notices(state?: Notice['state']): Notice[]
  inbox(openid?: string): InboxMessage[]
  shipments(): Shipment[]
  settings(change?: Partial<Settings>): Settings
  setPerson(openid: string, facts: { realName?: string; phone?: string }): Person
  pause(): void
  /** Lets notices flow again and sends those that are due. */
  resume(): Promise<void>
  /** Sends a notice now (again), whatever its state; resolves to the merchant's answers. */
  deliver(noticeId: string, times?: number): Promise<string[]>
  /** Posts a payment notice that WeChat never sent; resolves to the merchant's answer. */
  forge(forgery: Forgery): Promise<string>
  decideRefund(outRefundNo: string, outcome: RefundOutcome): Refund
  decideTransfer(
    outBillNo: string,
    outcome: 'SUCCESS' | 'FAIL' | 'FAIL_ON_CONFIRM',
    reason?: string,
  ): Bill
  /** The payer's phone: params are those of wx.requestPayment. */
  pay(openid: string, params: object, verdict?: 'pay' | 'cancel'): PhoneResult
  /** The payee's phone: params are those of wx.requestMerchantTransfer. */
  confirm(openid: string, params: object, verdict?: 'confirm' | 'cancel'): PhoneResult
  /** Resolves when every timed move that is due is made and nothing is on its way. */
  drain(): Promise<void>
}

async function forge(ctx: PayContext, desk: NoticeDesk, forgery: Forgery): Promise<string> {
  const order = ctx.tables.orders.get(forgery.outTradeNo)
  if (!order) throw new RangeError(`no order ${forgery.outTradeNo}`)
  const told: Order = {
    ...order,
    state: 'SUCCESS',
    paidAt: order.paidAt ?? ctx.now(),
    transactionId: order.transactionId ?? '4200000000202601010000000000000',
    totalFen: forgery.amountFen ?? order.totalFen,
    openid: forgery.openid ?? order.openid,
  }
  const announcement = {
    kind: 'payment' as const,
    url: order.notifyUrl,
    eventType: 'TRANSACTION.SUCCESS',
    originalType: 'transaction',
    summary: '支付成功',
    about: order.outTradeNo,
    plaintext: paidFacts(ctx, told),
  }
  const id = `forged-${ctx.now()}`
  return desk.post(
    order.notifyUrl,
    sealNotice(id, announcement, ctx.keys(), ctx.now()),
    forgery.flaw,
  )
}

export function createControl(
  ctx: PayContext,
  desk: NoticeDesk,
  drain: () => Promise<void>,
): WechatControl {
  const { tables } = ctx
  const byCreation = <Row extends { createdAt: number }>(rows: Row[]) =>
    rows.sort((a, b) => a.createdAt - b.createdAt)
  return {
    keys: () => ctx.keys(),
    orders: () => byCreation(tables.orders.all()),
    refunds: () => byCreation(tables.refunds.all()),
    transfers: () => byCreation(tables.bills.all()),
    notices: (state) =>
      byCreation(tables.notices.all().filter((each) => !state || each.state === state)),
    inbox: (openid) => tables.inbox.all().filter((each) => !openid || each.openid === openid),
    shipments: () => tables.shipments.all(),
    settings: (change = {}) => changeSettings(tables, change),
    setPerson(openid, facts) {
      const person: Person = { ...personOf(tables, openid), ...facts }
      tables.people.put(openid, person)
      return person
    },
    pause: () => void changeSettings(tables, { noticesPaused: true }),
    async resume() {
      changeSettings(tables, { noticesPaused: false })
      await desk.deliverDue()
    },
    async deliver(noticeId, times = 1) {
      if (!tables.notices.get(noticeId)) throw new RangeError(`no notice ${noticeId}`)
      const answers: string[] = []
      for (let i = 0; i < times; i += 1) answers.push(await desk.deliver(noticeId))
      return answers
    },
    forge: (forgery) => forge(ctx, desk, forgery),
    decideRefund: (outRefundNo, outcome) => decideRefund(ctx, outRefundNo, outcome),
    decideTransfer: (outBillNo, outcome, reason) => decideBill(ctx, outBillNo, outcome, reason),
    pay: (openid, params, verdict = 'pay') => requestPayment(ctx, openid, { ...params, verdict }),
    confirm: (openid, params, verdict = 'confirm') =>
      confirmTransfer(ctx, openid, { ...params, verdict }),
    drain,
  }
}
