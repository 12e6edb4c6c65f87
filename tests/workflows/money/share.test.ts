// 分享与绑定: a share keeps its code, a visitor counts once, and is bound by the rule; never to themself.
import { describe, expect, it } from 'vitest'
import type { Attribution } from '@contract/model/distribution'
import { changesOf } from '../../support/changes'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money
startEachTest((opened) => (money = opened))

const share = (channel: 'friend' | 'poster' = 'friend') =>
  money.mei.call('distributor.createShare', {
    target: { kind: 'product', productId: money.tea.productId },
    channel,
  })
const boundTo = (memberId: string) =>
  money.world.cloud.database.get<Attribution>('attributions', memberId)?.distributorId ?? null
const count = (collection: string) => money.world.cloud.database.count(collection)

describe('分享', () => {
  it('同一个分享总是同一个码，渠道不同码不同', async () => {
    const [first, again, poster] = [await share(), await share(), await share('poster')]
    expect(first).toEqual(again)
    expect(first.shareCode).toBe(money.shareCode)
    expect(poster.shareCode).not.toBe(first.shareCode)
    expect(first.shareCode).toMatch(/^[0-9A-Z]{10}$/)
    const { productId } = money.tea
    expect(first.path).toBe(`/pages/trade/product/index?id=${productId}&s=${first.shareCode}`)
    expect(first).toMatchObject({ title: '明前龙井', sharerName: '林晓梅' })
  })

  it('码被别的分享占了，就换一个码，还是十位，以后也一直是它', async () => {
    const { database } = money.world.cloud
    const taken = database.get<object>('shares', money.shareCode)
    database.put('shares', [{ ...taken, channel: 'timeline' }])
    const other = await share()
    expect(other.shareCode).toMatch(/^[0-9A-Z]{10}$/)
    expect(other.shareCode).not.toBe(money.shareCode)
    expect(await share()).toEqual(other)
  })

  it('下架的商品不能分享；旧分享带到店里并说明，访客照样记上、绑上', async () => {
    const { productId } = money.tea
    await money.owner.call('owner.shelveProduct', { productId, isOnShelf: false })
    const target = { kind: 'product', productId } as const
    const input = { target, channel: 'friend' } as const
    expect(await money.mei.refusal('distributor.createShare', input)).toBe('PRODUCT_OFF_SHELF')
    const { shareCode } = money
    const fang = money.world.as('fang')
    expect(await fang.call('mall.openShare', { shareCode })).toMatchObject({
      target: { kind: 'shop' },
      isTargetGone: true,
      isBound: true,
    })
    expect(boundTo(fang.memberId)).toBe(money.mei.distributorId)
  })

  it('小程序码扫出来就是这个分享；别人的分享不给画', async () => {
    const { shareCode } = await share('poster')
    const { image } = await money.mei.call('distributor.drawShareCode', { shareCode })
    const scanned = await money.world.wechat<{ page: string; query: { scene: string } }>(
      'scan',
      money.shopper,
      { image },
    )
    expect(scanned.page).toBe('pages/trade/product/index')
    expect(decodeURIComponent(scanned.query.scene)).toBe(`s=${shareCode}`)
    expect(await money.lan.refusal('distributor.drawShareCode', { shareCode })).toBe(
      'SHARE_UNKNOWN',
    )
  })
})

describe('打开分享', () => {
  it('没有这个码', async () => {
    const unknown = { shareCode: 'NOSUCHCODE' }
    expect(await money.shopper.refusal('mall.openShare', unknown)).toBe('SHARE_UNKNOWN')
  })

  it('自己的链接照样打开，但不绑定也不计数', async () => {
    const before = count('visits')
    const { shareCode } = money
    expect(await money.mei.call('mall.openShare', { shareCode })).toMatchObject({ isBound: false })
    expect(count('visits')).toBe(before)
    expect(boundTo(money.mei.memberId)).toBeNull()
  })

  it('上级打开下级的链接，不会变成下级的顾客', async () => {
    const { shareCode } = money
    expect(await money.lan.call('mall.openShare', { shareCode })).toMatchObject({ isBound: false })
    expect(boundTo(money.lan.memberId)).toBeNull()
  })

  it('反复打开只算一位访客，第二次起什么也不写', async () => {
    const { shareCode } = money
    const written = () => [
      ...money.world.cloud.database.list('visits'),
      ...money.world.cloud.database.list('attributions'),
      ...money.world.cloud.database.list('attribution_changes'),
    ]
    const before = written()
    for (let i = 0; i < 3; i += 1) await money.shopper.call('mall.openShare', { shareCode })
    expect(written()).toEqual(before)
  })

  it('被冻结的人的链接能打开，但不再绑定', async () => {
    const { distributorId } = money.mei
    const reason = '核查中'
    await money.owner.call('owner.setDistributorStatus', {
      distributorId,
      status: 'frozen',
      reason,
    })
    const fang = money.world.as('fang')
    const { shareCode } = money
    expect(await fang.call('mall.openShare', { shareCode })).toMatchObject({ isBound: false })
    expect(boundTo(fang.memberId)).toBeNull()
  })

  it('两个分享同时打开，只归一个人，历史只记一次绑定', async () => {
    const lans = await money.lan.call('distributor.createShare', {
      target: { kind: 'shop' },
      channel: 'group',
    })
    const fang = money.world.as('fang')
    await fang.call('mall.openSession', {})
    await Promise.all([
      fang.call('mall.openShare', { shareCode: money.shareCode }),
      fang.call('mall.openShare', { shareCode: lans.shareCode }),
    ])
    const changes = changesOf(money.world.cloud.database, fang.memberId)
    expect(changes).toMatchObject([{ from: null, to: boundTo(fang.memberId) }])
    expect(count('visits')).toBe(3)
  })

  it('下单冻结的归属，付款时不再改变', async () => {
    const orderId = await money.buyTeaAndPot()
    const lans = await money.lan.call('distributor.createShare', {
      target: { kind: 'shop' },
      channel: 'group',
    })
    await money.world.cloud.advance(31 * 86_400_000)
    await money.shopper.call('mall.openShare', { shareCode: lans.shareCode })
    expect(boundTo(money.shopper.memberId)).toBe(money.lan.distributorId)
    await money.deliver('payment')
    expect(money.commissionOf(money.mei, orderId).level).toBe(1)
    money.world.audit()
  })

  it('买过之后，绑定按规则续上', async () => {
    const before = money.world.cloud.database.get<Attribution>(
      'attributions',
      money.shopper.memberId,
    )
    await money.world.cloud.advance(10 * 86_400_000)
    await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.world.runTimer()
    const after = money.world.cloud.database.get<Attribution>(
      'attributions',
      money.shopper.memberId,
    )
    expect(after?.isPurchased).toBe(true)
    expect(after?.expireAt ?? 0).toBeGreaterThan(before?.expireAt ?? 0)
  })
})
