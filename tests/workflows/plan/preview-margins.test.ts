// 毛利预览: on the shop's own goods, by the engine that pays; for the owner alone, and nothing is kept.
import { expect, it } from 'vitest'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'
import { lineOf } from '../trade/open-trade'

let money: Money
startEachTest((opened) => (money = opened))

const rules = {
  version: '写着的',
  profile: 'china' as const,
  rateBps: [1000, 500],
  tierBonusBps: { silver: [200] },
  overrides: [],
  capBps: 2000,
  selfPurchase: 'none' as const,
  freezeDays: 3,
}
const preview = (changes: object = {}) =>
  money.owner.call('owner.previewMargins', { rules: { ...rules, ...changes } })

/** 龙井's SKUs cost ¥30.00 and ¥60.00. */
async function sayCosts(costs: readonly (number | null)[]): Promise<void> {
  const { product } = await money.owner.call('owner.getProduct', { productId: money.tea.productId })
  if (!product) throw new Error('no tea')
  const { skus, isOnShelf: _shelf, ...words } = product
  await money.owner.call('owner.saveProduct', {
    ...words,
    skus: skus.map(({ stock: _stock, ...sku }, at) => ({
      ...sku,
      costFen: costs[at] ?? null,
      stockChange: 0,
    })),
  })
}

it('说的就是真会付的：和一笔真的订单付出去的佣金一样', async () => {
  await sayCosts([3_000, 6_000])
  const { margins } = await preview()
  // 龙井 100 克, ¥88.00: 12 % and 5 % are ¥10.56 and ¥4.40; 50 克 keeps more: 23 % against 14 %.
  expect(margins).toMatchObject([
    {
      title: '明前龙井',
      specText: '100 克',
      priceFen: 8_800,
      costFen: 6_000,
      commissionFen: 1_496,
      leftFen: 1_304,
      leftBps: 1_481,
      rule: 'plan',
      isBreach: false,
    },
  ])
  const orderId = await money.buy(money.shopper, [lineOf(money.tea, 1, 1)])
  await money.deliver('payment')
  const paid = money.commissions(orderId).reduce((sum, { amountFen }) => sum + amountFen, 0)
  expect(paid).toBe(margins[0]?.commissionFen)
})

it('没填进货价的点名；只填了一种规格的也算没填', async () => {
  await sayCosts([3_000, null])
  const { margins, unknown } = await preview()
  expect(margins).toEqual([])
  expect(unknown.map(({ title }) => title).sort()).toEqual(['明前龙井', '紫砂西施壶'])
})

it('低于底线的标出来；底线是上次试算画的，没画过是 12%', async () => {
  await sayCosts([3_000, 6_000])
  expect((await preview({ rateBps: [1300, 500] })).margins[0]).toMatchObject({
    leftBps: 1_181,
    isBreach: true,
  })
  const { inForce } = await money.owner.call('owner.getPlan', {})
  const { today } = await money.owner.call('owner.getSimulator', {})
  const days = { from: today, to: today, budgetBps: 2000, floorBps: 1000 }
  await money.owner.call('owner.simulatePlan', { planId: inForce?.id ?? '', ...days })
  const { floorBps, margins } = await preview({ rateBps: [1300, 500] })
  expect([floorBps, margins[0]?.isBreach]).toEqual([1000, false])
})

it('只看在卖的', async () => {
  await sayCosts([3_000, 6_000])
  const { productId } = money.tea
  await money.owner.call('owner.shelveProduct', { productId, isOnShelf: false })
  const { margins, unknown } = await preview()
  expect([margins.length, unknown.map(({ title }) => title)]).toEqual([0, ['紫砂西施壶']])
})

it('违规的方案照样点名拒绝；只有店主能看；三次数据库，什么也不存', async () => {
  const ask = (changes: object) =>
    money.owner.refusal('owner.previewMargins', { rules: { ...rules, ...changes } })
  expect(await ask({ capBps: 3001 })).toBe('COMPLIANCE_CAP_TOO_HIGH')
  expect(await ask({ rateBps: [1, 1, 1] })).toBe('COMPLIANCE_TOO_MANY_LEVELS')
  for (const person of [money.finance, money.mei, money.shopper]) {
    expect(await person.refusal('owner.previewMargins', { rules })).toBe('NOT_ALLOWED')
  }
  const records = () => money.world.cloud.database.count('audit_records')
  const before = records()
  await preview()
  expect(await money.callsOf('owner.previewMargins', () => preview())).toBe(3)
  expect(records()).toBe(before)
})
