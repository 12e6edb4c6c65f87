// 试算：把真实订单按草稿重算一遍；谁多谁少、毛利底线、进度、并发、中断，以及它什么也不改。
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CommissionPlan } from '@contract/model/distribution'
import type { Order } from '@contract/model/order'
import type { Simulation } from '@contract/model/simulation'
import { DAY_MS, dateOf, MINUTE_MS } from '@contract/time'
import type { Snapshot } from '../../../emulator/cloud'
import { lineOf } from '../trade/open-trade'
import { openMoney, type Money } from '../money/open-money'

let money: Money
let sold: Snapshot
let soldAt: number
let today: string

/** Three paid orders: ¥116 whole, ¥116 with one pot refunded, and one that nobody shared. */
beforeAll(async () => {
  money = await openMoney()
  const { world, shopper } = money
  await money.buyTeaAndPot()
  const second = await money.buyTeaAndPot()
  await money.buy(world.as('stranger'), [lineOf(money.pot, 0, 1)])
  await money.deliver('payment')
  await world.runTimer()
  await money.refund(second, [{ line: 2, quantity: 1 }])
  await world.runTimer()
  expect(shopper.name).toBe('ming')
  today = dateOf(world.cloud.clock.now())
  sold = world.cloud.snapshot()
  soldAt = world.cloud.clock.now()
})
beforeEach(async () => {
  await money.world.cloud.restore(sold)
  money.world.cloud.clock.set(soldAt)
})
afterAll(() => money.world.stop())

const RULES = {
  version: '2026-12',
  profile: 'china' as const,
  rateBps: [1500],
  tierBonusBps: {},
  overrides: [],
  capBps: 2000,
  selfPurchase: 'none' as const,
  freezeDays: 7,
}
async function draft(changes: Partial<typeof RULES> | object = {}): Promise<string> {
  const rules = { ...RULES, ...changes } as typeof RULES
  return (await money.owner.call('owner.savePlanDraft', { rules })).planId
}
const stored = (id: string) => money.world.cloud.database.get<Simulation>('simulations', id)
const plan = (id: string) => money.world.cloud.database.get<CommissionPlan>('plans', id)

const asked = (planId: string, changes: object = {}) => {
  return { planId, from: today, to: today, budgetBps: 1500, floorBps: 1200, ...changes }
}
async function start(planId: string, changes: object = {}): Promise<string> {
  const { id, status } = await money.owner.call('owner.simulatePlan', asked(planId, changes))
  expect(status).toBe('running')
  return id
}
const advance = (simulationId: string) =>
  money.owner.call('owner.advanceSimulation', { simulationId })
async function simulate(planId: string, changes: object = {}) {
  const simulationId = await start(planId, changes)
  for (;;) if ((await advance(simulationId)).status !== 'running') break
  const answer = await money.owner.call('owner.getSimulation', { simulationId })
  expect(answer.status).toBe('done')
  return { simulationId, answer, result: answer.result! }
}

describe('结果', () => {
  it('正在用的方案自己重算一遍，谁也不多一分不少一分', async () => {
    const { inForce } = await money.owner.call('owner.getPlan', {})
    const { result } = await simulate(inForce!.id)
    // 13.92 + 5.80, then of the tea alone 6.00 + 2.50.
    expect(result).toMatchObject({
      orders: 3,
      lines: 5,
      baseFen: 29_800,
      keptFen: 23_200,
      draftFen: 1972 + 850,
      realFen: 1972 + 850,
      realVersions: ['2026-11'],
      members: 2,
      gainCount: 0,
      lossCount: 0,
      gains: [],
      losses: [],
    })
  })

  it('草稿只有一级 15%：林晓梅多，何岚没有', async () => {
    const { answer, result } = await simulate(await draft())
    expect(answer).toMatchObject({ version: '2026-12', isCurrent: true, ordersDone: 3 })
    // 15 % of 116.00 and of 50.00.
    expect(result).toMatchObject({
      draftFen: 1740 + 750,
      realFen: 2822,
      draftRatioBps: 1073,
      realRatioBps: 1216,
      byLevel: [
        { key: '1', draftFen: 2490, realFen: 1392 + 600 },
        { key: '2', draftFen: 0, realFen: 830 },
      ],
      byTier: [
        { key: 'sprout', draftFen: 0, realFen: 830 },
        { key: 'silver', draftFen: 2490, realFen: 1992 },
      ],
      byRule: [{ key: 'plan', name: '', draftFen: 2490, realFen: 2822 }],
      gains: [{ name: '林晓梅', tier: 'silver', draftFen: 2490, realFen: 1992 }],
      losses: [{ name: '何岚', draftFen: 0, realFen: 830 }],
    })
    expect(
      result.byProduct.map(({ title, keptFen, draftFen }) => [title, keptFen, draftFen]),
    ).toEqual([
      ['明前龙井', 10_000, 1500],
      ['紫砂西施壶', 13_200, 990],
    ])
  })

  it('单独定的比例写出名字，封顶压了几行、压掉多少也写出来', async () => {
    const [skuId = ''] = money.tea.skuIds
    const overrides = [
      { scope: 'sku', id: skuId, rateBps: [1900, 500] },
      { scope: 'product', id: money.pot.productId, rateBps: [100] },
    ]
    const { result } = await simulate(await draft({ overrides }))
    // Tea ¥50 twice at 19 % + 5 %, capped at 20 %: 10.00 instead of 12.00. The pot that stayed: 0.66.
    expect(result).toMatchObject({ draftFen: 2066, cappedLines: 2, cutFen: 400 })
    expect(result.byRule.map(({ name, draftFen }) => [name, draftFen])).toEqual([
      ['', 0],
      ['明前龙井 50 克', 2000],
      ['紫砂西施壶', 66],
    ])
  })

  it('填了进货价的商品算毛利，低于底线的点名；没填的说有几个', async () => {
    const { product } = await money.owner.call('owner.getProduct', {
      productId: money.tea.productId,
    })
    const { id, isOnShelf: _shelf, skus, ...rest } = product!
    const costly = skus.map(({ stock: _stock, ...sku }) => ({
      ...sku,
      costFen: 3900,
      stockChange: 0,
    }))
    await money.owner.call('owner.saveProduct', { ...rest, id, skus: costly })
    const { result } = await simulate(await draft())
    // 100.00 kept, 78.00 cost: 22 % before commissions; 15.00 and 17.00 of commissions.
    expect(result).toMatchObject({
      breachCount: 1,
      breaches: [{ title: '明前龙井', draftMarginBps: 700, realMarginBps: 500 }],
      unknownCosts: 1,
    })
    const patient = await simulate(await draft({ version: '2026-12b' }), { floorBps: 700 })
    expect(patient.result.breachCount).toBe(0)
  })

  it('只算选的那几天付款的单', async () => {
    const { world } = money
    await world.cloud.advance(DAY_MS)
    await money.buyTeaAndPot()
    await money.deliver('payment')
    const tomorrow = dateOf(world.cloud.clock.now())
    const planId = await draft()
    const orders = async (from: string, to: string) =>
      (await simulate(planId, { from, to })).result.orders
    expect(await orders(today, today)).toBe(3)
    expect(await orders(today, tomorrow)).toBe(4)
    expect(await orders(tomorrow, tomorrow)).toBe(1)
  })

  it('没有订单的日子，结果是零', async () => {
    const { result } = await simulate(await draft(), { from: '2026-01-01', to: '2026-01-31' })
    expect(result).toMatchObject({ orders: 0, draftFen: 0, draftRatioBps: 0, gains: [] })
  })

  it('什么真的都没改：订单、佣金、账本、钱包一个字节不差', async () => {
    const { database } = money.world.cloud
    const kept = ['orders', 'commissions', 'ledger_entries', 'wallets', 'distributors', 'settings']
    const before = kept.map((name) => JSON.stringify(database.list(name)))
    await simulate(await draft())
    expect(kept.map((name) => JSON.stringify(database.list(name)))).toEqual(before)
    money.world.audit()
  })
})

describe('试算和草稿', () => {
  it('算完，草稿记作试算过；发布后看得到它试算过', async () => {
    const planId = await draft()
    const { simulationId } = await simulate(planId)
    expect(plan(planId)).toMatchObject({ status: 'simulated', simulationId })
    await money.owner.call('owner.publishPlan', { planId })
    const { inForce } = await money.owner.call('owner.getPlan', {})
    expect(inForce).toMatchObject({ id: planId, simulationId })
  })

  it('试算过又改了内容，就不算试算过；结果还看得到，写明已经不是这一版', async () => {
    const planId = await draft()
    const { simulationId } = await simulate(planId)
    await draft({ rateBps: [1400] })
    expect(plan(planId)).toMatchObject({ status: 'draft', simulationId: null })
    const answer = await money.owner.call('owner.getSimulation', { simulationId })
    expect(answer).toMatchObject({ isCurrent: false, version: '2026-12' })
    expect(answer.result?.draftFen).toBe(2490)
  })

  it('算到一半改了草稿：结果是开始时那一版的，草稿不算试算过', async () => {
    const planId = await draft()
    const simulationId = await start(planId)
    await draft({ rateBps: [1400] })
    await advance(simulationId)
    expect(plan(planId)?.status).toBe('draft')
    const { result } = await money.owner.call('owner.getSimulation', { simulationId })
    expect(result?.draftFen).toBe(2490)
  })

  it('没检查过的草稿，试算前先检查；被改坏的不给算', async () => {
    const planId = await draft()
    const { database } = money.world.cloud
    database.put('plans', [{ ...plan(planId), rules: { ...RULES, entryFeeFen: 5 } }])
    expect(await money.owner.refusal('owner.simulatePlan', asked(planId))).toBe(
      'COMPLIANCE_ENTRY_FEE',
    )
    expect(database.count('simulations', {})).toBe(0)
  })

  it('最近算过的和能算的方案列在一起', async () => {
    const planId = await draft()
    const { simulationId } = await simulate(planId)
    expect(await money.owner.call('owner.getSimulator', {})).toMatchObject({
      today,
      plans: [
        { id: planId, version: '2026-12', kind: 'draft' },
        { version: '2026-11', kind: 'in-force' },
      ],
      recent: [{ id: simulationId, version: '2026-12', status: 'done', draftFen: 2490 }],
    })
  })
})

describe('不能算的', () => {
  it.each([
    ['结束早于开始', { from: '2026-11-20', to: '2026-11-19' }],
    ['还没到的日子', { from: '2026-11-20', to: '2030-01-01' }],
  ])('%s', async (_label, days) => {
    const input = asked(await draft(), days)
    expect(await money.owner.refusal('owner.simulatePlan', input)).toBe('SIMULATION_RANGE')
  })

  it('不认识的方案、不认识的试算', async () => {
    expect(await money.owner.refusal('owner.simulatePlan', asked('pln_no'))).toBe('PLAN_UNKNOWN')
    const simulationId = 'sim_no'
    for (const action of ['owner.getSimulation', 'owner.advanceSimulation'] as const) {
      expect(await money.owner.refusal(action, { simulationId })).toBe('SIMULATION_UNKNOWN')
    }
  })

  it('财务能看不能算，别人都不能', async () => {
    const planId = await draft()
    const { simulationId } = await simulate(planId)
    const { finance, mei, shopper } = money
    expect((await finance.call('owner.getSimulation', { simulationId })).status).toBe('done')
    for (const person of [finance, mei, shopper]) {
      expect(await person.refusal('owner.simulatePlan', asked(planId))).toBe('NOT_ALLOWED')
      expect(await person.refusal('owner.advanceSimulation', { simulationId })).toBe('NOT_ALLOWED')
    }
    expect(await mei.refusal('owner.getSimulation', { simulationId })).toBe('NOT_ALLOWED')
  })
})

describe('成百上千单', () => {
  /** So many orders as if they had been paid then: many of them in the very same moment. */
  function multiply(times: number): void {
    const { database } = money.world.cloud
    const [order] = database.find<Order>('orders', { refundedFen: 0, planId: { $ne: null } })
    const copies = Array.from({ length: times }, (_, i) => {
      const number = String(i).padStart(5, '0')
      return { ...order!, _id: `ord_copy${number}`, outTradeNo: `copy${number}` }
    })
    database.put('orders', copies)
  }

  it('一页一页算完，一单不多一单不少，进度看得到；一次调用读库的次数有数', async () => {
    multiply(1230)
    const simulationId = await start(await draft())
    const seen: number[] = []
    let status = 'running'
    while (status === 'running') {
      const calls = await money.callsOf('owner.advanceSimulation', async () => {
        const answer = await advance(simulationId)
        seen.push(answer.ordersDone)
        status = answer.status
        expect(answer.ordersTotal).toBe(1233)
      })
      // Who asks and the record, then a page's reads and its one write, five pages at most, and what the end costs.
      expect(calls).toBeLessThanOrEqual(2 + 5 * 5 + 8)
    }
    expect(seen).toEqual([1000, 1233])
    expect(stored(simulationId)?.compared.orders).toBe(1233)
  })

  it('几个人一起催，也只算一遍', async () => {
    multiply(700)
    const simulationId = await start(await draft())
    await Promise.all([1, 2, 3].map(() => advance(simulationId)))
    while ((await advance(simulationId)).status === 'running');
    expect(stored(simulationId)?.compared).toMatchObject({ orders: 703 })
    const whole = stored(simulationId)!.compared.draftFen
    const again = await simulate(await draft())
    expect(again.result.draftFen).toBe(whole)
  })

  it('算到哪一步被打断，接着算，结果都一样', async () => {
    multiply(450)
    const planId = await draft()
    const { result } = await simulate(planId)
    for (const calls of [1, 3, 6, 8, 11, 14, 17, 19, 20, 21]) {
      const simulationId = await start(planId)
      await money.cutShort('owner', calls, () => advance(simulationId))
      while ((await advance(simulationId)).status === 'running');
      const answer = await money.owner.call('owner.getSimulation', { simulationId })
      expect(answer.result).toEqual(result)
    }
  })

  it('离开页面，定时器接着算完', async () => {
    multiply(300)
    const simulationId = await start(await draft())
    await money.world.runTimer()
    expect(stored(simulationId)?.status).toBe('running')
    await money.world.cloud.advance(2 * MINUTE_MS)
    await money.world.runTimer()
    expect(stored(simulationId)).toMatchObject({ status: 'done', ordersTotal: 303 })
    // Done is done: neither a timer nor a late tap changes it.
    const done = JSON.stringify(stored(simulationId))
    await money.world.cloud.advance(2 * MINUTE_MS)
    await money.world.runTimer()
    await advance(simulationId)
    expect(JSON.stringify(stored(simulationId))).toBe(done)
  })

  it('一笔坏订单让它停下，写明没算成，不拖住别的试算', async () => {
    const planId = await draft()
    const simulationId = await start(planId)
    const { database } = money.world.cloud
    const [order] = database.find<Order>('orders', { refundedFen: 0 })
    database.put('orders', [{ ...order!, lines: 'broken' }])
    const good = await start(planId, { from: '2026-01-01', to: '2026-01-02' })
    await money.world.cloud.advance(2 * MINUTE_MS)
    await money.world.runTimer()
    expect(stored(simulationId)?.status).toBe('failed')
    expect(stored(good)?.status).toBe('done')
  })

  it('同一请求发两次是同一次试算；换了内容不行', async () => {
    const planId = await draft()
    const requestId = money.world.newRequestId()
    const first = await money.owner.call('owner.simulatePlan', asked(planId), { requestId })
    expect(await money.owner.call('owner.simulatePlan', asked(planId), { requestId })).toEqual(
      first,
    )
    const other = asked(planId, { floorBps: 1 })
    expect(await money.owner.refusal('owner.simulatePlan', other, { requestId })).toBe(
      'IDEMPOTENCY_CONFLICT',
    )
    expect(money.world.cloud.database.count('simulations', {})).toBe(1)
  })
})
