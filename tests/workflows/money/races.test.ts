// 抢在一起：每一处都停在说好的那一次数据库调用上，让别人先过去，再接着走；钱一分不差，结果只有一个。
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { AuditRun } from '@contract/model/books'
import type { Stock } from '@contract/model/goods'
import { overtake as overtakeIn, type Stop } from '../../support/overtake'
import { lookAtBooks, passTo, readBooks } from './books'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money
let books: ReturnType<typeof readBooks>

startEachTest((opened) => {
  money = opened
  books = readBooks(opened)
})

/** However long it takes on a busy machine. */
const AS_LONG_AS_IT_TAKES = 240_000

/** Stops work before a call, lets others overtake it, and lets it go on. */
const overtake = (stop: Stop, work: () => Promise<unknown>, others: () => Promise<unknown>) =>
  overtakeIn(money.world.cloud, stop, work, others)

describe('一个上级名下同时到期', () => {
  const ORDERS = 200
  const AT_ONCE = 8
  /** One transaction settles so many commissions. */
  const CHUNK = 50

  /** 两百笔 ¥116.00，都收了货，一分钟后同时到期。 */
  async function manyNearlyDue(): Promise<void> {
    const { world, tea, pot } = money
    // Half past, so that no job of the full hour is counted.
    await world.cloud.advance(30 * 60_000)
    for (const skuId of [tea.skuIds[0] ?? '', pot.skuIds[0] ?? '']) {
      const stock = world.cloud.database.get<Stock>('stocks', skuId)
      world.cloud.database.put('stocks', [{ ...stock, _id: skuId, available: ORDERS }])
    }
    const orderIds: string[] = []
    while (orderIds.length < ORDERS) {
      const some = Array.from({ length: AT_ONCE }, () => money.buyTeaAndPot())
      orderIds.push(...(await Promise.all(some)))
    }
    await money.deliver('payment')
    for (let at = 0; at < ORDERS; at += AT_ONCE) {
      await Promise.all(orderIds.slice(at, at + AT_ONCE).map(receive))
    }
    for (let round = 0; round < ORDERS / CHUNK; round += 1) await world.runTimer()
    await world.cloud.advance(7 * DAY_MS - 300_000)
    // Catches up with the days in between.
    await world.runTimer()
  }

  async function receive(orderId: string): Promise<void> {
    await money.ship(orderId)
    await money.shopper.call('mall.confirmReceipt', { orderId })
  }

  it(
    '两百笔订单，几个定时器抢着结算：可提现一分不差，调用在预算之内',
    async () => {
      const { world } = money
      await manyNearlyDue()
      const dues = world.cloud.database.find('commissions', { status: 'pending' })
      expect(dues).toHaveLength(2 * ORDERS)
      await world.cloud.advance(300_000)
      const [due, at] = [world.cloud.snapshot(), world.cloud.clock.now()]

      await Promise.all(Array.from({ length: 4 }, () => world.runTimer()))
      for (let round = 0; round < 4; round += 1) await world.runTimer()
      expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 0, availableFen: ORDERS * 1392 })
      expect(money.wallet(money.lan)).toMatchObject({ pendingFen: 0, availableFen: ORDERS * 580 })
      expect(world.cloud.database.count('commissions', { status: 'settled' })).toBe(2 * ORDERS)
      const perMember = ORDERS / CHUNK
      expect(money.entries('COMMISSION_SETTLED')).toHaveLength(2 * perMember)
      world.audit()

      await world.cloud.restore(due)
      world.cloud.clock.set(at)
      const { database } = world.cloud
      // Only settling is counted: nothing else is left to do, and summing up figures is another job's work.
      const figures = { target: 'database', function: 'timer', collection: 'aggregate_cursors' }
      world.cloud.faults.add({ match: figures, effect: 'fail' })
      for (const order of database.find<{ _id: string }>('orders', { status: 'received' })) {
        database.put('orders', [{ ...order, status: 'completed' }])
      }
      const calls = async () => {
        world.cloud.counters.clear()
        await world.runTimer()
        return world.cloud.counters.read().invocations.at(-1)?.database ?? 0
      }
      const worked = await calls()
      const resting = await calls()
      const ofMember = 5 * perMember + ORDERS
      expect(worked - resting).toBeLessThanOrEqual(2 + 2 * ofMember)
      expect(money.wallet(money.mei).availableFen).toBe(ORDERS * 1392)
    },
    AS_LONG_AS_IT_TAKES,
  )
})

describe('同一个钱包', () => {
  const bonus = () => {
    const { distributorId } = money.mei
    return money.owner.call('owner.payIncentive', { distributorId, amountFen: 300, reason: '谢' })
  }
  const ask = (amountFen: number) => money.mei.call('distributor.requestWithdrawal', { amountFen })
  const budget = () =>
    money.owner.call('owner.setIncentiveBudget', { budgetFen: 1000, reason: '十一月' })

  it('提现读了余额停住，奖励先到：余额是两笔都算过的', async () => {
    await money.earn()
    await budget()
    const stop = { function: 'distributor', action: 'database.insertDocument' }
    await overtake({ ...stop, collection: 'withdrawals' }, () => ask(1392), bonus)
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 300, withdrawingFen: 1392 })
  })

  it('提现读了余额停住，退款先把钱追回：不够就拒绝，不会变成负数', async () => {
    const orderId = await money.earn()
    money.changeShop({ afterSaleDays: 30 })
    const stop = { function: 'distributor', action: 'database.insertDocument' }
    const refused: unknown[] = []
    await overtake(
      { ...stop, collection: 'withdrawals' },
      () => ask(1392).catch((error: unknown) => refused.push(error)),
      () => money.refund(orderId, [{ line: 1, quantity: 1 }]),
    )
    expect(refused).toMatchObject([{ code: 'INSUFFICIENT_BALANCE' }])
    const { availableFen, clawbackFen, withdrawingFen } = money.wallet(money.mei)
    expect([availableFen, clawbackFen, withdrawingFen]).toEqual([792, 0, 0])
  })

  it('结算读了钱包停住，提现先走：这一轮不算，下一轮结清', async () => {
    await money.earn()
    await money.buyTeaAndPot()
    await money.deliver('payment')
    const [order] = money.world.cloud.database.find<{ _id: string }>('orders', { status: 'paid' })
    await money.receive(order?._id ?? '')
    await money.world.cloud.advance(7 * DAY_MS)
    const stop = { function: 'timer', action: 'database.startTransaction' }
    await overtake(
      stop,
      () => money.world.runTimer(),
      () => ask(1000),
    )
    await money.world.runTimer()
    const { availableFen, pendingFen, withdrawingFen } = money.wallet(money.mei)
    expect([availableFen, pendingFen, withdrawingFen]).toEqual([392 + 1392, 0, 1000])
  })

  it('奖励停在写账的时候，退款先把钱追回：先还欠款', async () => {
    const orderId = await money.earn()
    await budget()
    money.changeShop({ afterSaleDays: 30 })
    await ask(1392)
    const stop = { function: 'owner', action: 'database.insertDocument' }
    await overtake({ ...stop, collection: 'ledger_entries' }, bonus, async () => {
      const lines = [{ line: 1, quantity: 1 }]
      const asked = { orderId, kind: 'refund-only', lines, reason: '买多了' } as const
      const { afterSaleId } = await money.shopper.call('mall.applyAfterSale', asked)
      await money.owner.call('owner.approveAfterSale', { afterSaleId })
      await money.deliver('refund')
    })
    await money.world.runTimer()
    await money.world.cloud.advance(60_000)
    await money.world.runTimer()
    const { availableFen, clawbackFen, withdrawingFen } = money.wallet(money.mei)
    expect([availableFen, clawbackFen, withdrawingFen]).toEqual([0, 600 - 300, 1392])
  })
})

describe('同一笔打款', () => {
  it('本人去问时停住，定时器先退回：两边都有答案，只退一次', async () => {
    await money.earn()
    const { id } = await money.mei.call('distributor.requestWithdrawal', { amountFen: 1000 })
    await money.approve(id)
    const { wechatControl, cloud } = money.world
    const { outBillNo } = money.withdrawal(id)
    wechatControl.decideTransfer(outBillNo, 'FAIL', 'PAYEE_ACCOUNT_ABNORMAL')
    await cloud.advance(3 * 60_000)
    const answers: unknown[] = []
    const ask = () => money.mei.call('distributor.checkWithdrawal', { withdrawalId: id })
    const stop = { function: 'distributor', action: 'database.startTransaction' }
    await overtake(
      stop,
      async () => answers.push(await ask()),
      () => money.world.runTimer(),
    )
    expect(answers).toMatchObject([{ id, status: 'returned' }])
    expect(money.entries('WITHDRAWAL_RETURNED')).toHaveLength(1)
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 1392, withdrawingFen: 0 })
  })
})

describe('对账撞在一起', () => {
  const ON = '2026-11-20'
  const reconcile = () => money.finance.call('owner.reconcileDay', { on: ON })
  const openOn = (on: string) => books.differences(on).filter(({ state }) => state === 'open')

  /** 付了款，通知没有来。 */
  async function unheard(): Promise<void> {
    await money.buyTeaAndPot()
    await passTo(money, '2026-11-21', '10:30')
  }

  it('一个人停在记差异的时候，另一个人对完了：差异只有一处，合计不重', async () => {
    await unheard()
    const stop = { function: 'owner', action: 'database.insertDocument' }
    await overtake({ ...stop, collection: 'reconcile_differences' }, reconcile, reconcile)
    expect(openOn(ON)).toMatchObject([{ cause: 'PAYMENT_NOT_BOOKED' }])
    expect(books.day(ON)).toMatchObject({ status: 'done', openCount: 1, foundCount: 1 })
    expect(books.day(ON)?.totals.payment.wechat).toEqual({ count: 1, amountFen: 11_600 })
    await money.deliver('payment')
  })

  it('停住的人醒来时差异早已消掉：不会又变成没解决的', async () => {
    await unheard()
    const stop = { function: 'owner', action: 'database.insertDocument' }
    await overtake({ ...stop, collection: 'reconcile_differences' }, reconcile, async () => {
      await money.deliver('payment')
      await reconcile()
      await reconcile()
    })
    // What the late one wrote is known to be open, so that the next day's run looks again.
    expect(books.day(ON)?.openCount).toBe(openOn(ON).length)
    await passTo(money, '2026-11-22', '10:30')
    await lookAtBooks(money)
    expect(openOn(ON)).toEqual([])
    expect(books.day(ON)).toMatchObject({ status: 'done', openCount: 0 })
  })
})

describe('夜间核账撞在一起', () => {
  it('一个停在记进度的时候，另一个查完了：数只数一遍', async () => {
    await money.earn()
    await passTo(money, '2026-12-01', '03:01')
    const run = () => money.world.cloud.database.get<AuditRun>('audit_runs', '2026-12-01')
    const stop = { function: 'timer', action: 'database.modifyDocument', collection: 'audit_runs' }
    await overtake(
      stop,
      () => lookAtBooks(money),
      () => money.world.runTimer(),
    )
    expect(run()).toMatchObject({ status: 'right', first: null })
    expect(run()?.counts).toMatchObject({ entries: money.entries().length, orders: 1, wallets: 2 })
  })
})
