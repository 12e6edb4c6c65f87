// 对账：订单、账本、微信账单三边一天一天地对；对不上的说出原因，晚到的自己消掉，人写的说明留着。
import { describe, expect, it } from 'vitest'
import type { DifferenceCause } from '@contract/model/books'
import type { LedgerEntry } from '@contract/model/ledger'
import type { Order } from '@contract/model/order'
import type { AuditRecord } from '@contract/model/records'
import { lookAtBooks, passTo, readBooks } from './books'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money
let books: ReturnType<typeof readBooks>

startEachTest((opened) => {
  money = opened
  books = readBooks(opened)
})

const TEA = [{ line: 1, quantity: 1 }]
/** The day on which these tests begin, and the next. */
const DAY = '2026-11-20'
const NEXT = '2026-11-21'

const reconcile = (on = DAY) => money.finance.call('owner.reconcileDay', { on })
const settings = (change: object) => money.world.control('wechat/settings', change, 'PUT')
const causes = (on?: string) =>
  books
    .differences(on)
    .map(({ cause, state }) => [cause, state])
    .sort()
const openAlerts = () => money.alerts().filter((alert) => alert.isOpen)
const sides = (count: number, amountFen: number) => ({
  records: { count, amountFen },
  ledger: { count, amountFen },
  wechat: { count, amountFen },
})

/** 一笔 ¥116.00 的订单，付了款，通知也到了。 */
async function sell(): Promise<string> {
  const orderId = await money.buyTeaAndPot()
  await money.deliver('payment')
  return orderId
}
/** 付了款，通知没有来。 */
const sellUnheard = () => money.buyTeaAndPot()

interface Sandbox {
  readonly bucket: string
  readonly key: string
}
/** Changes what the fake WeChat holds, as if it were different there. */
function alter({ bucket, key }: Sandbox, change: object | null): void {
  const { state } = money.world.cloud
  if (change === null) state.remove(bucket, key)
  else state.put(bucket, key, { ...(state.get(bucket, key) as object), ...change })
}
const paymentOf = (orderId: string) => ({
  bucket: 'wechat_pay_orders',
  key: money.order(orderId).outTradeNo,
})
const refundOf = (afterSaleId: string) => ({
  bucket: 'wechat_pay_refunds',
  key: afterSaleId.slice('afs_'.length),
})
const transferOf = (withdrawalId: string) => ({
  bucket: 'wechat_pay_transfer_bills',
  key: withdrawalId.slice('wd_'.length),
})
/** Puts a document of ours in another's place, and gives back how to undo it: the audit after each test is strict. */
function tamper<Row extends { _id: string }>(
  collection: string,
  id: string,
  change: object | null,
) {
  const { database } = money.world.cloud
  const before = database.get<Row>(collection, id)
  if (change === null) database.remove(collection, [id])
  else database.put(collection, [{ ...before, ...change }])
  return () => database.put(collection, [before as Row])
}

describe('对得上的一天', () => {
  it('收款、退款三边一致，没有差异，也不打扰谁', async () => {
    await sell()
    await money.refund(await sell(), TEA)
    await passTo(money, NEXT, '10:30')
    const day = await reconcile()
    expect(day).toMatchObject({ status: 'done', openCount: 0, hasTradeBill: true })
    expect(day.payment).toEqual(sides(2, 23_200))
    expect(day.refund).toEqual(sides(1, 5000))
    expect(day.transfer).toEqual(sides(0, 0))
    expect(openAlerts()).toEqual([])
  })

  it('打款那天：提现、账本、资金账单一致', async () => {
    await money.earn()
    await money.withdraw(1392)
    await passTo(money, '2026-11-28', '10:30')
    const day = await reconcile('2026-11-27')
    expect(day.transfer).toEqual(sides(1, 1392))
    expect(day).toMatchObject({ openCount: 0, hasFundBill: true, hasTradeBill: false })
  })

  it('没有交易的一天：微信没有账单，三边都是零', async () => {
    await passTo(money, NEXT, '10:30')
    const day = await reconcile()
    expect(day).toMatchObject({ status: 'done', hasTradeBill: false, openCount: 0 })
    expect(day.payment).toEqual(sides(0, 0))
  })

  it('同一天的通知来两次、晚来，都不多不少', async () => {
    await sell()
    await money.deliver('payment', 2)
    await passTo(money, NEXT, '10:30')
    await money.deliver('payment', 2)
    expect((await reconcile()).payment).toEqual(sides(1, 11_600))
  })

  it('退款今天受理、明天到账：算在受理那天，两天都没有差异', async () => {
    const orderId = await sell()
    await settings({ refundMs: 30 * 3_600_000 })
    const afterSaleId = await money.refund(orderId, TEA)
    await passTo(money, NEXT, '11:00')
    await reconcile()
    expect(causes(DAY)).toEqual([['REFUND_UNDER_WAY', 'open']])
    expect(openAlerts()).toEqual([])
    await passTo(money, NEXT, '20:00')
    await money.deliver('refund')
    expect(money.afterSale(afterSaleId).status).toBe('refunded')
    await passTo(money, '2026-11-22', '10:30')
    expect((await reconcile(NEXT)).refund).toEqual(sides(0, 0))
    expect((await reconcile(DAY)).refund).toEqual(sides(1, 5000))
    expect(causes()).toEqual([['REFUND_UNDER_WAY', 'cleared']])
  })

  it('退款被微信关了、第二天换单号退成：只算退成的那一笔', async () => {
    const orderId = await sell()
    await settings({ refundOutcome: 'CLOSED' })
    const afterSaleId = await money.refund(orderId, TEA)
    await settings({ refundOutcome: 'SUCCESS' })
    await passTo(money, NEXT, '11:00')
    expect((await reconcile()).refund).toEqual(sides(0, 0))
    await money.finance.call('owner.retryRefund', { afterSaleId })
    await money.deliver('refund')
    await passTo(money, '2026-11-22', '10:30')
    expect((await reconcile(NEXT)).refund).toEqual(sides(1, 5000))
    expect(causes()).toEqual([])
  })

  it('打出去没人收、一天后退回：钱没有动，两天都没有差异', async () => {
    await money.earn()
    const { id } = await money.mei.call('distributor.requestWithdrawal', { amountFen: 1392 })
    await money.approve(id)
    await passTo(money, '2026-11-28', '10:30')
    await reconcile('2026-11-27')
    expect(causes()).toEqual([['TRANSFER_UNDER_WAY', 'open']])
    expect(openAlerts()).toEqual([])
    await money.deliver('transfer')
    await money.world.runTimer()
    expect(money.withdrawal(id).status).toBe('returned')
    await passTo(money, '2026-11-29', '10:30')
    expect((await reconcile('2026-11-28')).transfer).toEqual(sides(0, 0))
    expect((await reconcile('2026-11-27')).transfer).toEqual(sides(0, 0))
    expect(causes()).toEqual([['TRANSFER_UNDER_WAY', 'cleared']])
  })
})

describe('对不上的，说出原因', () => {
  type Case = readonly [
    label: string,
    cause: DifferenceCause,
    /** Answers how to put our own books right again. */
    spoil: () => Promise<void | (() => void)>,
    amounts: readonly [oursFen: number | null, wechatFen: number | null],
  ]
  const cases: readonly Case[] = [
    [
      '微信收了款，通知没有来',
      'PAYMENT_NOT_BOOKED',
      async () => void (await sellUnheard()),
      [11_600, 11_600],
    ],
    [
      '微信收了款，订单已经关闭',
      'PAYMENT_ORDER_CLOSED',
      async () => {
        const orderId = await sellUnheard()
        tamper('orders', orderId, { status: 'closed', closedAt: 1, closeReason: 'unpaid' })
      },
      [11_600, 11_600],
    ],
    [
      '微信收了款，店里没有这笔订单',
      'PAYMENT_ORDER_UNKNOWN',
      async () => void tamper('orders', await sellUnheard(), null),
      [null, 11_600],
    ],
    [
      '订单记成已付，微信账单里没有',
      'PAYMENT_NOT_IN_BILL',
      async () => alter(paymentOf(await sell()), null),
      [11_600, null],
    ],
    [
      '付款金额不一样',
      'PAYMENT_AMOUNT',
      async () => alter(paymentOf(await sell()), { totalFen: 11_700 }),
      [11_600, 11_700],
    ],
    [
      '微信支付单号不一样',
      'PAYMENT_OTHER_NUMBER',
      async () => alter(paymentOf(await sell()), { transactionId: '42000009' }),
      [11_600, 11_600],
    ],
    [
      '订单已付，账本里没有',
      'PAYMENT_LEDGER',
      async () => tamper<LedgerEntry>('ledger_entries', `pay:${await sell()}`, null),
      [0, null],
    ],
    [
      '微信已经退款，通知没有来',
      'REFUND_NOT_BOOKED',
      async () => void (await refundUnheard()),
      [5000, 5000],
    ],
    [
      '微信退了款，店里没有这笔售后',
      'REFUND_UNKNOWN',
      async () => {
        const afterSaleId = await refundUnheard()
        const { orderId } = money.afterSale(afterSaleId)
        const lines = money
          .order(orderId)
          .lines.map((line) => ({ ...line, inAfterSaleQuantity: 0 }))
        tamper('orders', orderId, { lines, openAfterSales: 0 })
        tamper('after_sales', afterSaleId, null)
      },
      [null, 5000],
    ],
    [
      '售后记成已退，微信没有退成',
      'REFUND_FAILED',
      async () => alter(refundOf(await money.refund(await sell(), TEA)), { state: 'CLOSED' }),
      [5000, 5000],
    ],
    [
      '售后记成已退，微信账单里没有',
      'REFUND_NOT_IN_BILL',
      async () => alter(refundOf(await money.refund(await sell(), TEA)), null),
      [5000, null],
    ],
    [
      '退款金额不一样',
      'REFUND_AMOUNT',
      async () => alter(refundOf(await money.refund(await sell(), TEA)), { amountFen: 4999 }),
      [5000, 4999],
    ],
    [
      '售后已退，账本里没有',
      'REFUND_LEDGER',
      async () => {
        const afterSaleId = await money.refund(await sell(), TEA)
        return tamper<LedgerEntry>('ledger_entries', `refund:${afterSaleId}`, null)
      },
      [0, null],
    ],
    [
      '人工退过，微信又退成',
      'REFUND_BY_HAND_TOO',
      async () => {
        await settings({ refundOutcome: 'ABNORMAL' })
        const afterSaleId = await money.refund(await sell(), TEA)
        const note = '转给买家了'
        await money.finance.call('owner.markRefundedByHand', { afterSaleId, note })
        alter(refundOf(afterSaleId), { state: 'SUCCESS' })
      },
      [5000, 5000],
    ],
  ]
  it.each(cases)('%s：%s', async (_label, cause, spoil, [oursFen, wechatFen]) => {
    const mend = await spoil()
    await passTo(money, NEXT, '10:30')
    const { openCount } = await reconcile()
    expect(books.differences()).toMatchObject([{ cause, oursFen, wechatFen, state: 'open' }])
    expect(openCount).toBe(1)
    expect(openAlerts()).toMatchObject([{ kind: 'RECONCILE' }])
    mend?.()
  })

  const transfers: readonly Case[] = [
    [
      '微信已经打款，店里还没有同意',
      'TRANSFER_NOT_BOOKED',
      async () => {
        const id = await money.withdraw(1392)
        return tamper('withdrawals', id, { status: 'approved' })
      },
      [1392, 1392],
    ],
    [
      '提现记成到账，微信又退了回来',
      'TRANSFER_RETURNED',
      async () => alter(transferOf(await money.withdraw(1392)), { state: 'FAIL' }),
      [1392, 1392],
    ],
    [
      '提现记成到账，微信账单里没有',
      'TRANSFER_NOT_IN_BILL',
      async () => alter(transferOf(await money.withdraw(1392)), null),
      [1392, null],
    ],
    [
      '打款金额不一样',
      'TRANSFER_AMOUNT',
      async () => alter(transferOf(await money.withdraw(1392)), { amountFen: 1400 }),
      [1392, 1400],
    ],
    [
      '提现已到账，账本里没有',
      'TRANSFER_LEDGER',
      async () => tamper('ledger_entries', `wd:${await money.withdraw(1392)}:paid`, null),
      [0, null],
    ],
    [
      '微信打了款，店里没有这笔提现',
      'TRANSFER_UNKNOWN',
      async () => {
        const { key, bucket } = transferOf(await money.withdraw(1392))
        const { state } = money.world.cloud
        const bill = state.get(bucket, key) as object
        state.put(bucket, 'SOMEBODYELSES', { ...bill, outBillNo: 'SOMEBODYELSES', amountFen: 500 })
      },
      [null, 500],
    ],
  ]
  it.each(transfers)('%s：%s', async (_label, cause, spoil, [oursFen, wechatFen]) => {
    await money.earn()
    const mend = await spoil()
    await passTo(money, '2026-11-28', '10:30')
    await reconcile('2026-11-27')
    const found = books.differences()
    expect(found).toMatchObject([{ cause, oursFen, wechatFen, state: 'open' }])
    mend?.()
  })

  it('退回却没有回来：记成退回的提现，微信账单里没有退回', async () => {
    await money.earn()
    const { id } = await money.mei.call('distributor.requestWithdrawal', { amountFen: 1392 })
    await money.approve(id)
    const { key } = transferOf(id)
    await money.world.control(`wechat/transfers/${key}/outcome`, { outcome: 'FAIL' })
    await money.deliver('transfer')
    await money.world.runTimer()
    expect(money.withdrawal(id).status).toBe('returned')
    alter(transferOf(id), { state: 'TRANSFERING' })
    await passTo(money, '2026-11-28', '10:30')
    await reconcile('2026-11-27')
    expect(causes()).toEqual([['TRANSFER_NOT_RETURNED', 'open']])
  })

  async function refundUnheard(): Promise<string> {
    const orderId = await sell()
    const { afterSaleId } = await money.shopper.call('mall.applyAfterSale', {
      orderId,
      kind: 'refund-only',
      lines: TEA,
      reason: '不要了',
    })
    await money.owner.call('owner.approveAfterSale', { afterSaleId })
    await money.world.cloud.advance(100)
    return afterSaleId
  }
})

describe('晚到的，再对一次就消掉', () => {
  it('再对一次先去问微信：没记的付款补记上，差异消掉，提醒收起', async () => {
    const orderId = await sellUnheard()
    await passTo(money, NEXT, '10:30')
    await reconcile()
    expect(causes()).toEqual([['PAYMENT_NOT_BOOKED', 'open']])
    const day = await reconcile()
    expect(money.order(orderId).status).toBe('paid')
    expect(day).toMatchObject({ openCount: 0, foundCount: 1 })
    expect(day.payment).toEqual(sides(1, 11_600))
    expect(causes()).toEqual([['PAYMENT_NOT_BOOKED', 'cleared']])
    expect(openAlerts()).toEqual([])
  })

  it('订单关了之后通知才来：照规矩原路退回，再对就平了', async () => {
    const orderId = await sellUnheard()
    tamper('orders', orderId, { status: 'closed', closedAt: 1, closeReason: 'unpaid' })
    await passTo(money, NEXT, '10:30')
    await reconcile()
    await money.deliver('payment')
    await money.deliver('refund')
    expect(money.order(orderId)).toMatchObject({ closeReason: 'refunded', refundedFen: 11_600 })
    expect((await reconcile()).payment).toEqual(sides(1, 11_600))
    expect(causes(DAY)).toEqual([['PAYMENT_ORDER_CLOSED', 'cleared']])
    await passTo(money, '2026-11-22', '10:30')
    expect((await reconcile(NEXT)).refund).toEqual(sides(1, 11_600))
  })

  it('消掉之后又出现：是新的一处，重新提醒', async () => {
    const payment = paymentOf(await sell())
    const held = money.world.cloud.state.get(payment.bucket, payment.key) as object
    await passTo(money, NEXT, '10:30')
    for (const [change, state] of [
      [null, 'open'],
      [held, 'cleared'],
      [null, 'open'],
    ] as const) {
      alter(payment, change)
      await reconcile()
      expect(causes()).toEqual([['PAYMENT_NOT_IN_BILL', state]])
    }
  })
})

describe('人写的说明', () => {
  async function oneDifference(): Promise<string> {
    alter(paymentOf(await sell()), { totalFen: 11_700 })
    await passTo(money, NEXT, '10:30')
    await reconcile()
    return books.differences()[0]?._id ?? ''
  }
  const note = (differenceId: string, state: 'open' | 'explained' | 'closed', text: string) =>
    money.finance.call('owner.noteDifference', { differenceId, state, note: text })

  it('说明、关掉、重新打开，每一步都留下谁、什么时候、说了什么', async () => {
    const id = await oneDifference()
    await note(id, 'explained', '银行手续费的差')
    expect((await money.owner.call('owner.getReconciledDay', { on: DAY })).day.openCount).toBe(0)
    expect(openAlerts()).toEqual([])
    await note(id, 'closed', '已经补款')
    const { differences } = await money.owner.call('owner.getReconciledDay', { on: DAY })
    expect(differences.rows).toMatchObject([
      { state: 'closed', note: '已经补款', causeText: '付款金额和订单不一样' },
    ])
    await note(id, 'open', '补款退回来了')
    expect(books.day(DAY)?.openCount).toBe(1)
    const trail = money.world.cloud.database.find<AuditRecord>('audit_records', {
      action: 'owner.noteDifference',
    })
    expect(trail.map(({ memberId }) => memberId)).toEqual(Array(3).fill(money.finance.memberId))
    expect(trail.map(({ summary }) => summary).join()).toContain('银行手续费的差')
  })

  it('再对一次不会冲掉说明：关掉的还是关着', async () => {
    const id = await oneDifference()
    await note(id, 'closed', '已经补款')
    await reconcile()
    expect(books.differences()).toMatchObject([{ state: 'closed', note: '已经补款' }])
    expect(openAlerts()).toEqual([])
  })

  it('已经对上的、没有的，不能再写', async () => {
    await sellUnheard()
    await passTo(money, NEXT, '10:30')
    await reconcile()
    await reconcile()
    const [cleared] = books.differences()
    const input = { differenceId: cleared?._id ?? '', state: 'closed', note: '好' } as const
    expect(await money.finance.refusal('owner.noteDifference', input)).toBe('DIFFERENCE_CLEARED')
    const unknown = { ...input, differenceId: 'nothing' }
    expect(await money.finance.refusal('owner.noteDifference', unknown)).toBe('DIFFERENCE_UNKNOWN')
  })

  it.each(['mei', 'shopper'] as const)('%s看不到对账', async (who) => {
    await oneDifference()
    const person = money[who]
    expect(await person.refusal('owner.listReconciledDays', {})).toBe('NOT_ALLOWED')
    expect(await person.refusal('owner.getReconciledDay', { on: DAY })).toBe('NOT_ALLOWED')
    expect(await person.refusal('owner.reconcileDay', { on: DAY })).toBe('NOT_ALLOWED')
  })
})

describe('什么时候对', () => {
  it('十点之前账单还没有出来；十点以后定时器自己对昨天的', async () => {
    await sell()
    await passTo(money, NEXT, '09:55')
    expect(await money.owner.refusal('owner.reconcileDay', { on: DAY })).toBe('BILL_NOT_READY')
    await lookAtBooks(money)
    expect(books.days()).toEqual([])
    await passTo(money, NEXT, '10:01')
    expect((await lookAtBooks(money)).reconcileDays).toEqual({ days: 1 })
    expect(books.day(DAY)).toMatchObject({ status: 'done', openCount: 0 })
    expect((await lookAtBooks(money)).reconcileDays).toEqual({ days: 0 })
  })

  it('今天的、三个月以前的，不能对', async () => {
    expect(await money.owner.refusal('owner.reconcileDay', { on: DAY })).toBe('BILL_NOT_READY')
    const old = { on: '2026-08-01' }
    expect(await money.owner.refusal('owner.reconcileDay', old)).toBe('BILL_TOO_OLD')
    expect(await money.owner.refusal('owner.getReconciledDay', old)).toBe('NOT_FOUND')
  })

  it('停了几天：一次补三天，从开店那天起，一天不漏', async () => {
    await sell()
    await passTo(money, '2026-11-25', '10:01')
    expect((await lookAtBooks(money)).reconcileDays).toEqual({ days: 3 })
    expect((await lookAtBooks(money)).reconcileDays).toEqual({ days: 2 })
    const list = await money.owner.call('owner.listReconciledDays', {})
    expect(list.days.rows.map((day) => day.on)).toEqual(
      [24, 23, 22, 21, 20].map((day) => `2026-11-${day}`),
    )
  })

  it('还有没解决的差异：每天再对一次，对一个星期', async () => {
    alter(paymentOf(await sell()), { totalFen: 11_700 })
    await passTo(money, NEXT, '10:01')
    await lookAtBooks(money)
    for (const [on, run] of [
      ['2026-11-22', 2],
      ['2026-11-27', 3],
      ['2026-12-01', 3],
    ] as const) {
      await passTo(money, on, '10:01')
      for (let round = 0; round < 5; round += 1) await lookAtBooks(money)
      expect(books.day(DAY)?.run).toBe(run)
    }
  })

  it('微信没答清楚，或者账单被人改过：这次不算，什么也没有写', async () => {
    await sell()
    await passTo(money, NEXT, '10:30')
    for (const code of ['ANSWER_FORGED', 'ANSWER_UNSIGNED', 'SYSTEM_ERROR']) {
      money.world.cloud.faults.add({ match: { target: 'pay' }, effect: 'fail', code, count: 1 })
      expect(await money.owner.refusal('owner.reconcileDay', { on: DAY })).toBe('TRY_AGAIN')
    }
    expect(books.days()).toEqual([])
  })
})

describe('一天几百笔', () => {
  const MANY = 230

  /** 和真的一样的订单：每笔有付款分录，微信也有。 */
  async function sellMany(): Promise<void> {
    const orderId = await sell()
    const order = money.order(orderId)
    const { database, state } = money.world.cloud
    const [entry] = money.entries('ORDER_PAID')
    const payment = state.get('wechat_pay_orders', order.outTradeNo) as object
    for (let index = 1; index < MANY; index += 1) {
      const outTradeNo = `${order.outTradeNo.slice(0, 22)}${String(index).padStart(4, '0')}`
      const _id = `ord_${outTradeNo}`
      const transactionId = `42000000${index}`
      const copy: Order = { ...order, _id, outTradeNo, transactionId, attribution: null }
      database.put('orders', [{ ...copy, accrual: 'done' }])
      database.put('ledger_entries', [{ ...entry, _id: `pay:${_id}`, orderId: _id }])
      state.put('wechat_pay_orders', outTradeNo, { ...payment, outTradeNo, transactionId })
    }
  }

  it('一页一页地对，合起来一笔不多一笔不少；再对一次结果一样', async () => {
    await sellMany()
    await passTo(money, NEXT, '10:30')
    const first = await reconcile()
    expect(first).toMatchObject({ status: 'done', openCount: 0 })
    expect(first.payment).toEqual(sides(MANY, MANY * 11_600))
    expect(await reconcile()).toMatchObject({ payment: first.payment, openCount: 0, foundCount: 0 })
  })

  it.each([6, 10, 14, 20])(
    '在第 %i 次数据库调用被杀：从停下的地方接着对，结果一样',
    async (calls) => {
      await sellMany()
      await passTo(money, NEXT, '10:30')
      await money.cutShort('owner', calls, () => reconcile())
      expect((await reconcile()).payment).toEqual(sides(MANY, MANY * 11_600))
      expect(causes()).toEqual([])
    },
  )

  it('几个人同时点，和定时器撞在一起，也只有一个结果', async () => {
    await sellMany()
    await passTo(money, NEXT, '10:27')
    await Promise.all([reconcile(), reconcile(), lookAtBooks(money)])
    const day = await reconcile()
    expect(day.payment).toEqual(sides(MANY, MANY * 11_600))
    expect(day).toMatchObject({ status: 'done', openCount: 0, foundCount: 0 })
  })
})
