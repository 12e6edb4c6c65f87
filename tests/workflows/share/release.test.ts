// 分销员退出之后，顾客放开：下的单不再记给他，谁的分享都能接着绑定，一条也不用改写。
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import type { Person } from '../../support/world'
import { lineOf } from '../trade/open-trade'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'

let money: Money
startEachTest((opened) => (money = opened))

const boundTo = ({ memberId }: Person) =>
  money.world.cloud.database.get<Attribution>('attributions', memberId)?.distributorId ?? null
const open = (person: Person, shareCode: string) => person.call('mall.openShare', { shareCode })
const shopShare = async (person: Person) =>
  (await person.call('distributor.createShare', { target: { kind: 'shop' }, channel: 'friend' }))
    .shareCode
const leave = (person: Person) => person.call('distributor.leave', { reason: '搬家了' })
async function admit(name: string): Promise<Person> {
  const person = money.world.as(name)
  await person.call('distributor.apply', { name })
  const { distributorId } = person
  await money.owner.call('owner.decideApplication', { distributorId, isAdmitted: true })
  return person
}

describe('分销员退出之后', () => {
  it('老顾客下的单不记给谁，邀请人也没有；退出前下的单，邀请人的照旧', async () => {
    const placed = await money.buyTeaAndPot()
    await money.world.cloud.advance(2000)
    await leave(money.mei)
    await money.deliver('payment')
    expect(money.commissions(placed).map(({ level, netFen }) => [level, netFen])).toEqual([
      [1, 1392],
      [2, 580],
    ])
    const later = await money.buyTeaAndPot()
    await money.deliver('payment')
    expect(money.order(later).attribution).toBeNull()
    expect(money.commissions(later)).toEqual([])
    money.world.audit()
  })

  it('退出前下单、退出后付款：他没有，邀请人照旧', async () => {
    const { orderId } = await money.place(money.shopper, [lineOf(money.tea, 0, 1)])
    await leave(money.mei)
    const params = await money.shopper.call('mall.startPayment', { orderId })
    await money.world.wechat('request-payment', money.shopper, params)
    await money.deliver('payment')
    expect(money.commissions(orderId).map(({ level }) => level)).toEqual([2])
    money.world.audit()
  })

  it.each(['first-touch', 'permanent-after-purchase'] as const)(
    '%s，买过的也放开：别人的分享能接着绑定，历史写明原因',
    async (rule) => {
      money.changeShop({ binding: { rule, expireDays: 90, protectDays: 30 } })
      const fang = money.world.as('fang')
      await open(fang, money.shareCode)
      await money.buy(fang, [lineOf(money.tea, 0, 1)])
      await money.deliver('payment')
      await money.world.runTimer()
      const code = await shopShare(money.lan)
      expect(await open(fang, code)).toMatchObject({ isBound: false })
      await leave(money.mei)
      const { memberId } = fang
      const { distributorId } = money.mei
      const { customers } = await money.owner.call('owner.listCustomers', { distributorId })
      expect(customers.rows.find(({ id }) => id === memberId)).toMatchObject({ isReleased: true })
      expect(await open(fang, code)).toMatchObject({ isBound: true })
      const { rows } = await money.owner.call('owner.getCustomerHistory', { memberId })
      expect(rows[0]).toMatchObject({
        fromName: '林晓梅',
        toName: '何岚',
        cause: 'released-then-bound',
      })
      const orderId = await money.buy(fang, [lineOf(money.tea, 0, 1)])
      await money.deliver('payment')
      expect(money.commissionOf(money.lan, orderId).level).toBe(1)
      money.world.audit()
    },
  )

  it('两个分享同时打开，只归一个人', async () => {
    const [an, bo] = [await admit('an'), await admit('bo')]
    const codes = [await shopShare(an), await shopShare(bo)]
    await leave(money.mei)
    await Promise.all(codes.map((code) => open(money.shopper, code)))
    const { memberId } = money.shopper
    const { rows } = await money.owner.call('owner.getCustomerHistory', { memberId })
    expect(rows.map(({ cause }) => cause)).toEqual(['released-then-bound', 'first-bind'])
  })

  it('他的码补填不了；72 小时内来的老顾客可以补填别人的', async () => {
    const fang = money.world.as('fang')
    await fang.call('mall.openSession', {})
    await open(fang, money.shareCode)
    const code = await shopShare(money.lan)
    expect(await fang.refusal('mall.enterShareCode', { code })).toBe('RESCUE_ALREADY_BOUND')
    await leave(money.mei)
    const gone = { code: money.shareCode }
    expect(await fang.refusal('mall.enterShareCode', gone)).toBe('SHARE_EXPIRED')
    expect(await fang.call('mall.enterShareCode', { code })).toMatchObject({ isBound: true })
    expect(boundTo(fang)).toBe(money.lan.distributorId)
  })

  it('店主还能把他的顾客移给别人', async () => {
    await leave(money.mei)
    const { memberId } = money.shopper
    const { distributorId } = money.lan
    await money.owner.call('owner.moveCustomer', { memberId, distributorId, reason: '他退出了' })
    expect(boundTo(money.shopper)).toBe(distributorId)
  })

  it('经过他的圈也断开了：他不再挣钱', async () => {
    const [an, bo] = [await admit('an'), await admit('bo')]
    const [anCode, boCode] = [await shopShare(an), await shopShare(bo)]
    await open(an, boCode)
    expect(await open(bo, anCode)).toMatchObject({ isBound: false })
    const ci = await admit('ci')
    const ciCode = await shopShare(ci)
    await open(bo, ciCode)
    expect(await open(ci, anCode)).toMatchObject({ isBound: false })
    await leave(bo)
    expect(await open(ci, anCode)).toMatchObject({ isBound: true })
  })

  it('到期了的照旧算到期；买过的不因为再买而续上', async () => {
    await leave(money.mei)
    await money.world.cloud.advance(DAY_MS)
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    expect(money.order(orderId).attribution).toBeNull()
    expect(boundTo(money.shopper)).toBe(money.mei.distributorId)
  })
})
