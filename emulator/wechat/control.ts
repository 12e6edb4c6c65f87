// What tests and the preview may do to the fake WeChat beyond what WeChat offers; typed, and mirrored over HTTP.
import { forge, type Forgery } from './forge'
import type { KeyChanges } from './key-changes'
import type { Keyring } from './keys'
import { personOf } from './openapi/messages'
import { listPages, publishPages } from './openapi/published-pages'
import { decideBill, type Bill } from './pay/bill-moves'
import type { PayContext } from './pay/context'
import type { Notice, NoticeDesk } from './pay/notices'
import type { Order } from './pay/orders'
import { decideRefund, type Refund, type RefundOutcome } from './pay/refund-moves'
import { confirmTransfer, requestPayment, type PhoneResult } from './phone'
import { changeSettings, type Settings } from './settings'
import type { InboxMessage, Person, Shipment, Template } from './tables'

export type { Forgery } from './forge'
export type TransferOutcome = 'SUCCESS' | 'FAIL' | 'FAIL_ON_CONFIRM'

/** New values by name; null takes away a limit that need not be. */
export type SettingsChange = {
  [Name in keyof Settings]?: Settings[Name] | (undefined extends Settings[Name] ? null : never)
}

export interface WechatControl {
  keys(): Keyring
  /** Issues, begins, ends WeChat's keys, and changes the APIv3 key. */
  keyChanges: KeyChanges
  orders(): Order[]
  refunds(): Refund[]
  transfers(): Bill[]
  notices(state?: Notice['state']): Notice[]
  inbox(openid?: string): InboxMessage[]
  shipments(): Shipment[]
  settings(change?: SettingsChange): Settings
  /** The pages of the published mini-program; with an empty list every page counts as published. */
  pages(published?: readonly string[]): readonly string[]
  /** Makes a subscribe message's template known. Once one is, unknown ones are refused. */
  setTemplate(id: string, fields: readonly string[]): Template
  setPerson(openid: string, facts: { realName?: string; phone?: string }): Person
  pause(): void
  /** Lets notices flow again and sends those that are due. */
  resume(): Promise<void>
  /** Sends a notice now (again), whatever its state; resolves to the merchant's answers. */
  deliver(noticeId: string, times?: number): Promise<string[]>
  /** Posts a notice that WeChat never sent; resolves to the merchant's answer. */
  forge(forgery: Forgery): Promise<string>
  decideRefund(outRefundNo: string, outcome: RefundOutcome): Refund
  decideTransfer(outBillNo: string, outcome: TransferOutcome, reason?: string): Bill
  /** The payer's phone: params are those of wx.requestPayment. */
  pay(openid: string, params: object, verdict?: 'pay' | 'cancel'): PhoneResult
  /** The payee's phone: params are those of wx.requestMerchantTransfer. */
  confirm(openid: string, params: object, verdict?: 'confirm' | 'cancel'): PhoneResult
  /** Resolves when every timed move that is due is made and nothing is on its way. */
  drain(): Promise<void>
}

function listing(ctx: PayContext) {
  const { tables } = ctx
  const byCreation = <Row extends { createdAt: number }>(rows: Row[]) =>
    rows.sort((a, b) => a.createdAt - b.createdAt)
  return {
    keys: () => ctx.keys(),
    orders: () => byCreation(tables.orders.all()),
    refunds: () => byCreation(tables.refunds.all()),
    transfers: () => byCreation(tables.bills.all()),
    notices: (state?: Notice['state']) =>
      byCreation(tables.notices.all().filter((each) => !state || each.state === state)),
    inbox: (openid?: string) =>
      tables.inbox.all().filter((each) => !openid || each.openid === openid),
    shipments: () => tables.shipments.all(),
  }
}

export function createControl(
  ctx: PayContext,
  desk: NoticeDesk,
  keyChanges: KeyChanges,
  drain: () => Promise<void>,
): WechatControl {
  const { tables } = ctx
  return {
    ...listing(ctx),
    keyChanges,
    settings: (change = {}) => changeSettings(tables, change),
    pages(published) {
      if (published) publishPages(tables, published)
      return listPages(tables)
    },
    setTemplate(id, fields) {
      const template: Template = { id, fields: [...fields] }
      tables.templates.put(id, template)
      return template
    },
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
