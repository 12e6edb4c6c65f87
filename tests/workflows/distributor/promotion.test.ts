// 分销中心、推广商品和推广订单: what earns most stands first, every order says what it pays, and days add up.
import { describe, expect, it } from 'vitest'
import { PROMOTED } from '@contract/api/promotion'
import type { Product } from '@contract/model/goods'
import { lineOf } from '../trade/open-trade'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'

let money: Money
startEachTest((opened) => (money = opened))

const database = () => money.world.cloud.database
const goodsOf = async (sort: 'earn' | 'sold' | 'new', keyword?: string) => {
  const { rows } = await money.mei.call('distributor.listGoods', { sort, keyword })
  return rows.map(({ title, earnFen }) => [title, earnFen])
}

describe('推广商品', () => {
  it('按能赚多少排：紫砂壶 ¥66 赚 7.92，龙井最低 ¥50 赚 6.00；卖得多的在另一种排法里靠前', async () => {
    const orderId = await money.buy(money.shopper, [lineOf(money.tea, 0, 2)])
    await money.deliver('payment')
    await money.receive(orderId)
    const [pot, tea] = [
      ['紫砂西施壶', 792],
      ['明前龙井', 600],
    ]
    expect(await goodsOf('earn')).toEqual([pot, tea])
    expect(await goodsOf('sold')).toEqual([tea, pot])
    expect(await goodsOf('new')).toEqual([pot, tea])
    expect(await goodsOf('earn', '龙井')).toEqual([tea])
    expect(await goodsOf('new', '龙')).toEqual([tea])
    expect(await goodsOf('earn', '咖啡')).toEqual([])
  })

  it('一页 20 件，翻到底不多不少；只看卖得最好的 200 件', async () => {
    const pot = money.product(money.pot.productId)
    const rows = Array.from({ length: PROMOTED + 30 }, (_, index): Product => {
      const _id = `prd_many${String(index).padStart(3, '0')}`
      return { ...pot, _id, title: `茶杯 ${index}`, soldCount: 1_000 + index }
    })
    database().put('products', rows)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const input = cursor === undefined ? {} : { cursor }
      const page = await money.mei.call('distributor.listGoods', input)
      expect(page.rows).toHaveLength(20)
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(new Set(seen).size).toBe(PROMOTED)
    // Equal earnings go by sales, so the best-selling stands first.
    expect(seen[0]).toBe(`prd_many${PROMOTED + 29}`)
    expect(seen).not.toContain('prd_many029')
    const forged = { cursor: '7.1' }
    expect(await money.mei.refusal('distributor.listGoods', forged)).toBe('INPUT_INVALID')
  })

  it('下架的不列；顾客看不到', async () => {
    const { productId } = money.pot
    await money.owner.call('owner.shelveProduct', { productId, isOnShelf: false })
    expect(await goodsOf('earn')).toEqual([['明前龙井', 600]])
    expect(await money.shopper.refusal('distributor.listGoods', {})).toBe('DISTRIBUTOR_ONLY')
    expect(await money.shopper.refusal('distributor.listOrders', {})).toBe('DISTRIBUTOR_ONLY')
  })
})

describe('推广订单', () => {
  it('晓梅分享的单她看得到，邀请她的何岚在“我邀请的人分享的”里看到；名字都打码', async () => {
    await money.shopper.call('mall.openSession', {})
    await money.shopper.call('mall.setNickname', { nickname: '王小明' })
    const orderId = await money.buyTeaAndPot()
    expect((await money.mei.call('distributor.listOrders', {})).rows).toEqual([])
    await money.deliver('payment')
    await money.world.runTimer()
    const { rows } = await money.mei.call('distributor.listOrders', {})
    expect(rows).toMatchObject([
      {
        id: orderId,
        status: 'paid',
        sharerName: null,
        goodsFen: 11600,
        refundedFen: 0,
        commission: { netFen: 1392, status: 'pending', isHeld: false },
      },
    ])
    expect(rows[0]?.buyerName).toBe('王**')
    expect(JSON.stringify(rows)).not.toContain('13800001111')
    const team = await money.lan.call('distributor.listOrders', { from: 'team' })
    expect(team.rows).toMatchObject([
      { id: orderId, sharerName: '林晓梅', commission: { netFen: 580 } },
    ])
    expect((await money.lan.call('distributor.listOrders', {})).rows).toEqual([])
    expect((await money.mei.call('distributor.listOrders', { from: 'team' })).rows).toEqual([])
  })

  it('冻结的人还看得到自己的单，看不到团队的人和他们的单', async () => {
    await money.buyTeaAndPot()
    await money.deliver('payment')
    const { distributorId } = money.lan
    const frozen = { distributorId, status: 'frozen', reason: '复核' } as const
    await money.owner.call('owner.setDistributorStatus', frozen)
    expect((await money.lan.call('distributor.listOrders', {})).rows).toEqual([])
    const code = 'DISTRIBUTOR_NOT_ACTIVE'
    expect(await money.lan.refusal('distributor.listOrders', { from: 'team' })).toBe(code)
    expect(await money.lan.refusal('distributor.getTeam', {})).toBe(code)
    expect(await money.lan.refusal('distributor.listTeam', {})).toBe(code)
    const member = { distributorId: money.mei.distributorId }
    expect(await money.lan.refusal('distributor.getTeamMember', member)).toBe(code)
  })

  it('退款后写明退了多少、还剩多少佣金', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.world.runTimer()
    await money.refund(orderId, [{ line: 1, quantity: 1 }])
    await money.world.runTimer()
    const { rows } = await money.mei.call('distributor.listOrders', {})
    expect(rows[0]).toMatchObject({ goodsFen: 11600, refundedFen: 5000 })
    expect(rows[0]?.commission).toMatchObject({ netFen: 792 })
    money.world.audit()
  })

  it('一页三次读取，与多少单无关', async () => {
    for (let order = 0; order < 3; order += 1) {
      await money.buy(money.shopper, [lineOf(money.pot, 0, 1)])
    }
    await money.deliver('payment')
    const of = (from: 'own' | 'team') => () => money.lan.call('distributor.listOrders', { from })
    const bare = await money.world.countCalls(() => money.lan.call('distributor.getRealName', {}))
    // The kernel's own reads are in both; getRealName reads one document.
    expect((await money.world.countCalls(of('team'))) - bare).toBe(2)
  })
})

describe('收益走势', () => {
  it('30 天，最后一天是今天；昨天的来自汇总，今天的当场数', async () => {
    await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.world.runTimer()
    const today = await money.mei.call('distributor.getCentre', {})
    expect(today.days).toHaveLength(30)
    expect(today.days.at(-1)).toEqual({ on: '2026-11-20', commissionFen: 1392 })
    expect(today.today.commissionFen).toBe(1392)
    await money.world.passDays(1)
    const after = await money.mei.call('distributor.getCentre', {})
    expect(after.days.slice(-2)).toEqual([
      { on: '2026-11-20', commissionFen: 1392 },
      { on: '2026-11-21', commissionFen: 0 },
    ])
  })
})
