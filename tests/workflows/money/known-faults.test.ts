// Faults found in other shops' running code, by number: the naive way is written out and shown wrong, ours right.
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import { lineOf } from '../trade/open-trade'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money

startEachTest((opened) => (money = opened))

/** What every naive way does between reading and writing: it waits for its database. */
const wait = () => new Promise((resolve) => setImmediate(resolve))
const TEA = [{ line: 1, quantity: 1 }]

it('fault 1: the balance is read, then written: concurrent withdrawals overdraw', async () => {
  const naive = { balance: 1392, paid: 0 }
  const withdrawNaively = async (amount: number) => {
    const { balance } = naive
    await wait()
    if (balance < amount) return
    naive.balance = balance - amount
    naive.paid += amount
  }
  await Promise.all(Array.from({ length: 50 }, () => withdrawNaively(1392)))
  expect(naive.paid).toBeGreaterThan(1392)

  await money.earn()
  const ask = () => money.mei.call('distributor.requestWithdrawal', { amountFen: 1392 })
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, ask))
  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(money.wallet(money.mei)).toMatchObject({ availableFen: 0, withdrawingFen: 1392 })
})

it('fault 2: the frozen sharer is only looked for, and the present one is paid', async () => {
  const orderId = await money.buyTeaAndPot()
  const shop = { target: { kind: 'shop' }, channel: 'group' } as const
  const lans = await money.lan.call('distributor.createShare', shop)
  await money.world.cloud.advance(31 * DAY_MS)
  await money.shopper.call('mall.openShare', { shareCode: lans.shareCode })
  const { database } = money.world.cloud
  const naive = (order: { attribution: object | null; buyerId: string }) =>
    order.attribution && database.get<Attribution>('attributions', order.buyerId)?.distributorId
  expect(naive(money.order(orderId))).toBe(money.lan.distributorId)

  await money.deliver('payment')
  expect(money.commissionOf(money.mei, orderId).level).toBe(1)
  expect(money.commissionOf(money.lan, orderId).level).toBe(2)
})

describe('fault 4: overlapping timers settle twice, one bad row undoes a night', () => {
  it('twice', async () => {
    const naive = { row: { status: 'pending', fen: 1392 }, balance: 0 }
    const settleNaively = async () => {
      if (naive.row.status !== 'pending') return
      await wait()
      naive.balance += naive.row.fen
      naive.row.status = 'settled'
    }
    await Promise.all([settleNaively(), settleNaively()])
    expect(naive.balance).toBe(2784)

    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.receive(orderId)
    await money.world.cloud.advance(7 * DAY_MS)
    await Promise.all([1, 2, 3].map(() => money.world.runTimer()))
    expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 0, availableFen: 1392 })
  })

  it('one bad row', async () => {
    const naive = (rows: readonly number[]) => {
      let balance = 0
      try {
        let next = balance
        for (const row of rows) {
          if (!Number.isInteger(row)) throw new RangeError('not whole fen')
          next += row
        }
        balance = next
      } catch {
        // rolled back, and tomorrow night again
      }
      return balance
    }
    expect(naive([1392, 0.5])).toBe(0)

    const orders = [await money.buyTeaAndPot(), await money.buyTeaAndPot()]
    await money.deliver('payment')
    for (const orderId of orders) await money.receive(orderId)
    await money.world.cloud.advance(7 * DAY_MS)
    const { database } = money.world.cloud
    const sound = money.commissionOf(money.mei, orders[0] ?? '')
    database.put('commissions', [{ ...sound, netFen: 0.5 }])
    await money.world.runTimer()
    expect(money.wallet(money.mei).availableFen).toBe(1392)
    database.put('commissions', [sound])
    await money.world.runTimer()
    expect(money.wallet(money.mei).availableFen).toBe(2784)
  })
})

it('fault 5: a lost compare-and-set is only logged: settled, but the balance did not move', async () => {
  const naive = { status: 'pending', balance: 0, version: 1, log: [] as string[] }
  const settleNaively = async () => {
    const { version } = naive
    naive.status = 'settled'
    await wait()
    if (naive.version !== version) naive.log.push('balance has changed')
    else naive.balance += 1392
  }
  const somebodyElse = async () => {
    await Promise.resolve()
    naive.version += 1
  }
  await Promise.all([settleNaively(), somebodyElse()])
  expect([naive.status, naive.balance]).toEqual(['settled', 0])

  const orderId = await money.buyTeaAndPot()
  await money.deliver('payment')
  await money.receive(orderId)
  await money.world.cloud.advance(7 * DAY_MS)
  const match = { target: 'database', action: 'database.commitTransaction', function: 'timer' }
  money.world.cloud.faults.add({ match, effect: 'conflict', count: 300 })
  await money.world.runTimer()
  expect(money.commissionOf(money.mei, orderId).status).toBe('pending')
  expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 1392, availableFen: 0 })
  money.world.audit()
  money.world.cloud.faults.clear()
  await money.world.runTimer()
  expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 0, availableFen: 1392 })
})

it('fault 8: the hold counts from payment: money leaves before the goods arrive', async () => {
  const orderId = await money.buyTeaAndPot()
  await money.deliver('payment')
  const { paidAt, receivedAt } = money.order(orderId)
  const naive = (paidAt ?? 0) + 7 * DAY_MS
  await money.world.passDays(8)
  expect(naive).toBeLessThan(money.world.cloud.clock.now())
  expect(receivedAt).toBeNull()
  expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 1392, availableFen: 0 })
})

it('fault 9: no unique key on order, beneficiary and level: a replay pays again', async () => {
  const naive: { orderId: string; to: string; fen: number }[] = []
  const accrueNaively = () => naive.push({ orderId: 'ord_1', to: 'dst_mei', fen: 1392 })
  accrueNaively()
  accrueNaively()
  expect(naive).toHaveLength(2)

  const orderId = await money.buyTeaAndPot()
  await money.deliver('payment', 3)
  await money.world.runTimer()
  expect(
    money
      .commissions(orderId)
      .map((one) => one.level)
      .sort(),
  ).toEqual([1, 2])
  expect(money.entries('COMMISSION_ACCRUED')).toHaveLength(1)
})

it('fault 12: each order sums up all orders before it: what it costs grows with the shop', async () => {
  const orders: number[] = []
  const naive = (fen: number) => {
    orders.push(fen)
    let read = 0
    for (let person = 0; person < 3; person += 1) read += orders.length
    return read
  }
  const first = naive(100)
  for (let i = 0; i < 20; i += 1) naive(100)
  expect(naive(100)).toBeGreaterThan(first)

  const buyPot = () => money.buy(money.shopper, [lineOf(money.pot, 0, 1)])
  const costOfOne = () =>
    money.world.countCalls(async () => {
      await buyPot()
      const [newest] = money.world.wechatControl.notices('pending').slice(-1)
      await money.world.wechatControl.deliver(newest?.id ?? '')
    })
  await costOfOne()
  const early = await costOfOne()
  for (let i = 0; i < 5; i += 1) await buyPot()
  await money.deliver('payment')
  expect(await costOfOne()).toBe(early)
})

it('fault 13: who shared lives in a cache, and an anonymous visit overwrites it', async () => {
  const naive = new Map([['ming', 'dst_mei']])
  const openNaively = (member: string, sharer?: string) => naive.set(member, sharer ?? '0')
  openNaively('ming')
  expect(naive.get('ming')).toBe('0')

  const sharerNow = () =>
    money.world.cloud.database.get<Attribution>('attributions', money.shopper.memberId)
      ?.distributorId
  expect(sharerNow()).toBe(money.mei.distributorId)
  await money.shopper.call('mall.openSession', {})
  await money.shopper.call('mall.home', {})
  expect(await money.shopper.refusal('mall.openShare', { shareCode: 'NOBODY00' })).toBe(
    'SHARE_UNKNOWN',
  )
  expect(sharerNow()).toBe(money.mei.distributorId)
})

it('fault 15: a refund resets the freeze of other rows, and they thaw early', async () => {
  const naive = [
    { order: 1, settleAt: 7 },
    { order: 2, settleAt: 30 },
  ]
  const refundNaively = (now: number) => naive.forEach((row) => (row.settleAt = now))
  refundNaively(10)
  expect(naive[1]?.settleAt).toBe(10)

  const [refunded, other] = [await money.buyTeaAndPot(), await money.buyTeaAndPot()]
  await money.deliver('payment')
  for (const orderId of [refunded, other]) await money.receive(orderId)
  const before = money.commissionOf(money.mei, other).settleAt
  const own = money.commissionOf(money.mei, refunded).settleAt
  await money.world.cloud.advance(DAY_MS)
  await money.refund(refunded, TEA)
  expect(money.commissionOf(money.mei, other).settleAt).toBe(before)
  expect(money.commissionOf(money.mei, refunded).settleAt).toBe(own)
})

it('fault 16: a failed transfer returns no money, or a new transfer number pays twice', async () => {
  const naive = { sent: new Map<string, number>() }
  // Each answer is lost; under a new number WeChat pays once more.
  const sendNaively = (attempt: number) => naive.sent.set(`T${attempt}`, 1392)
  for (const attempt of [1, 2]) sendNaively(attempt)
  expect(naive.sent.size * 1392).not.toBe(1392)

  await money.earn()
  const ask = { amountFen: 1392 }
  const { id } = await money.mei.call('distributor.requestWithdrawal', ask)
  const lost = { match: { target: 'pay' }, effect: 'drop-answer-after-work', count: 2 } as const
  money.world.cloud.faults.add(lost)
  await money.approve(id)
  await money.world.cloud.advance(61_000)
  await money.world.runTimer()
  const sent = money.world.wechatControl.transfers()
  expect(sent.map((bill) => [bill.outBillNo, bill.amountFen])).toEqual([
    [money.withdrawal(id).outBillNo, 1392],
  ])
  money.world.wechatControl.decideTransfer(sent[0]?.outBillNo ?? '', 'FAIL', 'ACCOUNT_FROZEN')
  await money.deliver('transfer')
  expect(money.withdrawal(id).status).toBe('returned')
  expect(money.wallet(money.mei)).toMatchObject({ availableFen: 1392, withdrawingFen: 0 })
})
