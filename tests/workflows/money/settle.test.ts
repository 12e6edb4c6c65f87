// 结算: due commissions become available once, whoever runs the timer how often, and one bad row keeps no other.
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Commission } from '@contract/model/distribution'
import { overtake } from '../../support/overtake'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money
startEachTest((opened) => (money = opened))

/** Some orders, received, at (or some ms before) the moment at which they are due. */
async function nearlyDue(orders: number, early = 0): Promise<string[]> {
  const orderIds: string[] = []
  for (let i = 0; i < orders; i += 1) orderIds.push(await money.buyTeaAndPot())
  await money.deliver('payment')
  for (const orderId of orderIds) await money.receive(orderId)
  await money.world.runTimer()
  await money.world.cloud.advance(7 * DAY_MS - early)
  return orderIds
}

describe('结算到期佣金', () => {
  it('两个定时器同时跑，只结算一次', async () => {
    await nearlyDue(2)
    const runs = Array.from({ length: 4 }, () => money.world.runTimer())
    await Promise.all(runs)
    await money.world.runTimer()
    expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 0, availableFen: 2784 })
    expect(money.wallet(money.lan)).toMatchObject({ pendingFen: 0, availableFen: 1160 })
    money.world.audit()
  })

  it('没到期的、有售后没办完的，不结算', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.receive(orderId)
    await money.world.passDays(6)
    expect(money.wallet(money.mei).availableFen).toBe(0)
    await money.shopper.call('mall.applyAfterSale', {
      orderId,
      kind: 'refund-only',
      lines: [{ line: 1, quantity: 1 }],
      reason: '有点潮',
    })
    await money.world.passDays(30)
    expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 1392, availableFen: 0 })
    money.world.audit()
  })

  it.each([8, 10, 11, 12, 13, 14, 15, 18])(
    '定时器在第 %i 次数据库调用时被杀，下一次补完',
    async (calls) => {
      await nearlyDue(1)
      await money.cutShort('timer', calls, () => money.world.runTimer())
      await money.world.runTimer()
      await money.world.runTimer()
      expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 0, availableFen: 1392 })
      money.world.audit()
    },
  )

  it('一条坏记录被搁下并提醒，其余的照常结算', async () => {
    const [bad = '', good = ''] = await nearlyDue(2)
    const { database } = money.world.cloud
    const spoiled = money.commissionOf(money.mei, bad)
    database.put('commissions', [{ ...spoiled, netFen: 0.5 }])
    await money.world.runTimer()
    expect(money.commissionOf(money.mei, good).status).toBe('settled')
    expect(money.commissionOf(money.mei, bad)).toMatchObject({ status: 'pending', isHeld: true })
    expect(money.wallet(money.lan).availableFen).toBe(1160)
    // The figures of the day leave it out as well, and name the same one.
    const told = money.alerts().map(({ kind, subjectId }) => [kind, subjectId])
    expect(told.sort()).toEqual([
      ['FIGURES_LEFT_OUT', spoiled._id],
      ['SETTLE_SET_ASIDE', spoiled._id],
    ])
    database.put('commissions', [{ ...spoiled, isHeld: false } satisfies Commission])
    await money.world.runTimer()
    expect(money.wallet(money.mei).availableFen).toBe(2784)
    money.world.audit()
  })

  it('退款抢在结算中间，佣金也不多不少', async () => {
    const [orderId = ''] = await nearlyDue(1)
    const refund = money.refund(orderId, [{ line: 1, quantity: 1 }]).catch(() => undefined)
    await Promise.all([refund, money.world.runTimer(), money.world.runTimer()])
    await money.world.runTimer()
    money.world.audit()
  })

  it('结算已经看过的佣金，顾客赶在入账前申请了售后：这一单先不结', async () => {
    const { world, shopper } = money
    const [orderId = ''] = await nearlyDue(1, 60_000)
    money.changeShop({ afterSaleDays: 30 })
    await world.runTimer()
    await world.cloud.advance(60_000)
    const lines = [{ line: 1, quantity: 1 }]
    const asked = { orderId, kind: 'refund-only', lines, reason: '买多了' } as const
    await overtake(
      world.cloud,
      { function: 'timer', action: 'database.startTransaction' },
      () => world.runTimer(),
      () => shopper.call('mall.applyAfterSale', asked),
    )
    await world.runTimer()
    expect(money.commissionOf(money.mei, orderId)).toMatchObject({
      status: 'pending',
      settleAt: null,
    })
    expect(money.wallet(money.mei).availableFen).toBe(0)
    world.audit()
  })

  it('一批到期：每人不超过 5 次调用，每条佣金再加 1 次（扫描另算 3 次）', async () => {
    const { cloud } = money.world
    const calls = async () => {
      cloud.counters.clear()
      await money.world.runTimer()
      return cloud.counters.read().invocations.at(-1)?.database ?? 0
    }
    // Half past, so that no job of the full hour is counted.
    await cloud.advance(30 * 60_000)
    await nearlyDue(3, 60_000)
    // Once to catch up with the days in between.
    await calls()
    // Figures are summed up anew after a settlement; that is another job's work.
    const figures = { target: 'database', function: 'timer', collection: 'aggregate_cursors' }
    cloud.faults.add({ match: figures, effect: 'fail' })
    await cloud.advance(120_000)
    const worked = await calls()
    const resting = await calls()
    // An idle run asks once what is due; a working one adds two reads, and 5 + 3 calls for each of two members.
    // The same round completes the three orders, with one call each.
    expect(worked - resting - 3).toBeLessThanOrEqual(2 + 2 * (5 + 3))
    expect(money.wallet(money.mei).availableFen).toBe(3 * 1392)
    money.world.audit()
  })
})
