// 会员价: what a tier takes off its members' own purchases, from the product page to the commission and the refund.
import { expect, it } from 'vitest'
import type { Api } from '@contract/api'
import { bps } from '@contract/money'
import type { OrderLine } from '@contract/model/order'
import { TIER_KEYS, TIER_NAMES, type TierKey } from '@contract/model/shop'
import { lineOf } from '../trade/open-trade'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'

type Tiers = Api['owner.publishTiers']['input']
const heads = { measure: 'direct-members', window: 'ever', atLeast: 1 } as const
type Change = Partial<Tiers['tiers'][number]>
/** 银毫 has a bonus in the plan, 金毫 has none. */
const tiersWith = (change: Change, basedOn = 0, of: TierKey = 'silver'): Tiers => ({
  basedOn,
  tiers: TIER_KEYS.map((key) => ({
    key,
    name: TIER_NAMES[key],
    need: 'all',
    conditions: [],
    ...(key === of ? change : {}),
  })),
  keep: { check: 'never', graceMonths: 0, demoteTo: 'one-step' },
})

let money: Money
startEachTest((opened) => (money = opened))

const teaLine = () => lineOf(money.tea, 0, 3)
const preview = (who: 'mei' | 'lan' | 'shopper') =>
  money[who].call('mall.previewOrder', { lines: [teaLine()] })

it('银毫自己买减 5%：商品页、结算、订单、退款都是同一个价；别人照原价', async () => {
  const perks = ['每月样茶 2 份']
  await money.owner.call('owner.publishTiers', tiersWith({ memberOffBps: bps(500), perks }))
  const { productId } = money.tea
  const seen = await money.mei.call('mall.getProduct', { productId })
  expect(seen.skus.map((sku) => [sku.priceFen, sku.memberPriceFen])).toEqual([
    [5000, 4750],
    [8800, 8360],
  ])
  const plain = await money.shopper.call('mall.getProduct', { productId })
  expect(plain.skus.map((sku) => sku.memberPriceFen)).toEqual([null, null])
  expect(await preview('mei')).toMatchObject({
    goodsFen: 15000,
    memberOffFen: 750,
    discountFen: 750,
    payableFen: 14250,
  })
  // 何岚 is of another tier, the shopper of none.
  for (const who of ['lan', 'shopper'] as const) {
    expect(await preview(who)).toMatchObject({ memberOffFen: 0, discountFen: 0 })
  }
  const orderId = await money.placeAndPay(money.mei, [teaLine()])
  const [line] = money.order(orderId).lines as [OrderLine]
  expect([line.unitPriceFen, line.discountFen, line.baseFen]).toEqual([5000, 750, 14250])
  const mine = await money.mei.call('distributor.getTier', {})
  expect(mine.tiers.find(({ key }) => key === 'silver')).toMatchObject({ memberOffBps: 500, perks })
  await money.world.runTimer()
  money.world.audit()
})

it('购物车和结算是同一个价：只算选中的，减一件就少一件的会员价', async () => {
  await money.owner.call('owner.publishTiers', tiersWith({ memberOffBps: bps(333) }))
  const [one, other] = [lineOf(money.tea, 0, 3), lineOf(money.tea, 1, 1)]
  for (const who of ['mei', 'lan'] as const) {
    await money[who].call('mall.addToCart', one)
    await money[who].call('mall.addToCart', other)
  }
  const cart = await money.mei.call('mall.getCart', {})
  // Each unit's part is floored to the fen: 1.665 of 50 yuan, 2.9304 of 88.
  expect(cart.lines.map((line) => [line.priceFen, line.memberPriceFen])).toEqual([
    [8800, 8507],
    [5000, 4834],
  ])
  const checkout = await money.mei.call('mall.previewOrder', { lines: [one, other] })
  expect(cart.selectedFen).toBe(3 * 4834 + 8507)
  expect(cart.selectedFen).toBe(checkout.goodsFen - checkout.memberOffFen)
  const fewer = { skuId: one.skuId, quantity: 2, isSelected: true }
  expect(await money.mei.call('mall.setCartLine', fewer)).toMatchObject({
    selectedFen: 2 * 4834 + 8507,
  })
  const without = { skuId: other.skuId, quantity: 1, isSelected: false }
  expect(await money.mei.call('mall.setCartLine', without)).toMatchObject({ selectedFen: 2 * 4834 })
  // 何岚 is of another tier, and a frozen member pays what everybody pays.
  const plain = await money.lan.call('mall.getCart', {})
  expect(plain.lines.map(({ memberPriceFen }) => memberPriceFen)).toEqual([null, null])
  expect(plain.selectedFen).toBe(3 * 5000 + 8800)
  const { distributorId } = money.mei
  const frozen = { distributorId, status: 'frozen', reason: '复核' } as const
  await money.owner.call('owner.setDistributorStatus', frozen)
  expect(await money.mei.call('mall.getCart', {})).toMatchObject({ selectedFen: 2 * 5000 })
})

it('等级在下单前变了，价格跟着变，先让人看见', async () => {
  await money.owner.call('owner.publishTiers', tiersWith({ memberOffBps: bps(500) }))
  const { payableFen } = await preview('mei')
  const { distributorId } = money.mei
  const frozen = { distributorId, status: 'frozen', reason: '复核' } as const
  await money.owner.call('owner.setDistributorStatus', frozen)
  const addressId = await money.addressOf(money.mei)
  const order = { lines: [teaLine()], addressId, expectedPayableFen: payableFen, isFromCart: false }
  expect(await money.mei.refusal('mall.placeOrder', order)).toBe('PRICE_CHANGED')
  expect(await preview('mei')).toMatchObject({ memberOffFen: 0, payableFen: 15000 })
})

const REFUSED: readonly (readonly [string, Change, string])[] = [
  ['人数条件换会员价', { memberOffBps: bps(100), conditions: [heads] }, 'COMPLIANCE_HEADCOUNT_PAY'],
  ['减一半以上', { memberOffBps: bps(5001) }, 'TIER_INVALID'],
  ['六条好处', { perks: Array.from({ length: 6 }, (_, at) => `好处 ${at}`) }, 'INPUT_INVALID'],
  ['一条好处太长', { perks: ['好'.repeat(31)] }, 'INPUT_INVALID'],
]
it.each(REFUSED)('不能发布：%s', async (_, change, code) => {
  const input = tiersWith(change, 0, 'gold')
  expect(await money.owner.refusal('owner.publishTiers', input)).toBe(code)
})

it('人数条件可以换样品这类好处', async () => {
  const input = tiersWith({ conditions: [heads], perks: ['每月样茶 2 份'] }, 0, 'gold')
  expect(await money.owner.call('owner.publishTiers', input)).toEqual({ version: 1 })
  // The same once more publishes nothing; another perk does.
  expect(await money.owner.call('owner.publishTiers', input)).toEqual({ version: 1 })
  const more = tiersWith({ conditions: [heads], perks: ['每月样茶 3 份'] }, 1, 'gold')
  expect(await money.owner.call('owner.publishTiers', more)).toEqual({ version: 2 })
})

it('没有哪一级有会员价时，结算一次也不多读', async () => {
  const cost = () => money.world.countCalls(() => preview('mei'))
  const before = await cost()
  await money.owner.call('owner.publishTiers', tiersWith({ perks: ['新品先试喝'] }))
  expect(await cost()).toBe(before)
  await money.owner.call('owner.publishTiers', tiersWith({ memberOffBps: bps(500) }, 1))
  expect(await cost()).toBe(before + 1)
})
