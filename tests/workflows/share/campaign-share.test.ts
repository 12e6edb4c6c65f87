// 分享活动: the right page while it runs, the shop with a friendly word otherwise; whose customer somebody is never
// depends on what was shared.
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import type { BindingRule, Shop } from '@contract/model/shop'
import { digest } from '../../../cloudfunctions/kernel/ids'
import type { Person } from '../../support/world'
import { COVER, openCampaign } from '../campaign/open-campaign'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'
import { lineOf } from '../trade/open-trade'

let money: Money
startEachTest((opened) => (money = opened))

const database = () => money.world.cloud.database
const pass = (ms: number) => money.world.cloud.advance(ms)
const share = (person: Person, campaignId: string, channel: 'friend' | 'poster' = 'friend') =>
  person.call('distributor.createShare', { target: { kind: 'campaign', campaignId }, channel })
const open = (person: Person, shareCode: string) => person.call('mall.openShare', { shareCode })
const boundTo = (person: Person) =>
  database().get<Attribution>('attributions', person.memberId)?.distributorId ?? null
const withdraw = (campaignId: string) =>
  money.owner.call('owner.setCampaignStatus', { campaignId, status: 'withdrawn' })

describe('分享活动', () => {
  it('码不超过十位，同一个分享同一个码；卡片有标题、封面和活动页', async () => {
    const campaignId = await openCampaign(money)
    const made = await share(money.mei, campaignId)
    expect(made).toEqual(await share(money.mei, campaignId))
    expect(made.shareCode).toMatch(/^[0-9A-Z]{10}$/)
    expect(made).toMatchObject({ title: '冬茶节', picture: COVER, sharerName: '林晓梅' })
    expect(made.path).toBe(`/pages/trade/campaign/index?id=${campaignId}&s=${made.shareCode}`)
    const poster = await share(money.mei, campaignId, 'poster')
    expect(poster.shareCode).not.toBe(made.shareCode)
    const { image } = await money.mei.call('distributor.drawShareCode', {
      shareCode: poster.shareCode,
    })
    expect(image).toMatch(/^data:image\/(png|jpeg);base64,/)
  })

  it('以前发出去的码一个都不变', async () => {
    const { distributorId } = money.mei
    const { productId } = money.tea
    for (const [target, facts] of [
      [{ kind: 'product', productId }, `product:${productId}`],
      [{ kind: 'shop' }, 'shop:'],
      [{ kind: 'invitation' }, 'invitation:'],
    ] as const) {
      const made = await money.mei.call('distributor.createShare', { target, channel: 'friend' })
      expect(made.shareCode).toBe(digest(`${distributorId}:${facts}:friend`, 10))
    }
  })

  it('还没开始的可以先分享；草稿、撤下的、结束的不行', async () => {
    const ask = (campaignId: string) =>
      money.mei.refusal('distributor.createShare', {
        target: { kind: 'campaign', campaignId },
        channel: 'friend',
      })
    const later = await openCampaign(money, { from: HOUR_MS, to: DAY_MS })
    expect((await share(money.mei, later)).title).toBe('冬茶节')
    expect(await ask('cmp_none')).toBe('NOT_FOUND')
    await withdraw(later)
    expect(await ask(later)).toBe('CAMPAIGN_NOT_SHARED')
    const short = await openCampaign(money, { to: HOUR_MS })
    await pass(HOUR_MS)
    expect(await ask(short)).toBe('CAMPAIGN_NOT_SHARED')
  })
})

describe('打开活动的分享', () => {
  it('进行中到活动页；结束、撤下、没开始都到店里并说明；访客照样记上、绑上', async () => {
    const running = await openCampaign(money, { to: DAY_MS })
    const later = await openCampaign(money, { from: HOUR_MS, to: 2 * DAY_MS })
    const [toRunning, toLater] = [await share(money.mei, running), await share(money.mei, later)]
    const visitor = (name: string) => money.world.as(name)
    expect(await open(visitor('an'), toRunning.shareCode)).toMatchObject({
      target: { kind: 'campaign', campaignId: running },
      isTargetGone: false,
      gone: null,
      isBound: true,
    })
    const gone = async (name: string, shareCode: string) => {
      const opened = await open(visitor(name), shareCode)
      expect(opened).toMatchObject({ target: { kind: 'shop' }, isTargetGone: true, isBound: true })
      expect(boundTo(visitor(name))).toBe(money.mei.distributorId)
      return opened.gone
    }
    expect(await gone('bo', toLater.shareCode)).toMatchObject({
      why: 'campaign-to-come',
      title: '冬茶节',
      startAt: expect.any(Number) as number,
    })
    await pass(DAY_MS)
    expect(await gone('ci', toRunning.shareCode)).toEqual({
      why: 'campaign-ended',
      title: '冬茶节',
      startAt: null,
    })
    expect(await open(visitor('di'), toLater.shareCode)).toMatchObject({
      target: { kind: 'campaign', campaignId: later },
    })
    await withdraw(later)
    expect((await gone('ed', toLater.shareCode))?.why).toBe('campaign-withdrawn')
  })

  it('读出来的码也一样：手填活动分享的码，到同一个地方', async () => {
    const campaignId = await openCampaign(money)
    const { shareCode } = await share(money.mei, campaignId)
    const answer = await money.world.as('an').call('mall.enterShareCode', { code: shareCode })
    expect(answer).toMatchObject({ target: { kind: 'campaign', campaignId }, isBound: true })
  })

  it('第一次打开写一份，绑定再写一份；再打开一次不写', async () => {
    const { shareCode } = await share(money.mei, await openCampaign(money))
    const visitor = money.world.as('an')
    await visitor.call('mall.openSession', {})
    const counts = () =>
      ['visits', 'attributions', 'attribution_changes'].map((name) => database().count(name))
    const before = counts()
    await open(visitor, shareCode)
    const after = counts()
    expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([1, 1, 0])
    await open(visitor, shareCode)
    expect(counts()).toEqual(after)
  })

  it.each<[BindingRule, boolean]>([
    ['first-touch', false],
    ['last-touch', true],
    ['protected-days', false],
    ['permanent-after-purchase', true],
  ])('别人的顾客按 %s：活动的分享和商品的分享一样判', async (rule, isTaken) => {
    const { binding } = database().get<Shop>('settings', 'shop') as Shop
    money.changeShop({ binding: { ...binding, rule } })
    const campaign = await share(money.lan, await openCampaign(money))
    const product = await money.lan.call('distributor.createShare', {
      target: { kind: 'product', productId: money.tea.productId },
      channel: 'friend',
    })
    const moved: boolean[] = []
    for (const [name, { shareCode }] of [
      ['an', campaign],
      ['bo', product],
    ] as const) {
      const person = money.world.as(name)
      await open(person, money.shareCode)
      await open(person, shareCode)
      moved.push(boundTo(person) === money.lan.distributorId)
    }
    expect(moved).toEqual([isTaken, isTaken])
  })

  it('自己的链接、上级打开，都不绑', async () => {
    const { shareCode } = await share(money.mei, await openCampaign(money))
    expect(await open(money.mei, shareCode)).toMatchObject({ isBound: false })
    expect(await open(money.lan, shareCode)).toMatchObject({ isBound: false })
    expect([boundTo(money.mei), boundTo(money.lan)].includes(money.mei.distributorId)).toBe(false)
  })

  it('漏斗里是活动的名字，从打开到付款都算在它头上', async () => {
    const campaignId = await openCampaign(money)
    const { shareCode } = await share(money.mei, campaignId)
    const fang = money.world.as('fang')
    await open(fang, shareCode)
    await money.buy(fang, [lineOf(money.tea, 0, 1)])
    await money.deliver('payment')
    await money.world.runTimer()
    const { targets, shares } = await money.mei.call('distributor.getFunnel', { range: '7d' })
    const row = targets.find(({ key }) => key === `campaign:${campaignId}`)
    expect(row).toMatchObject({ name: '活动「冬茶节」', visits: 1, newCustomers: 1, orders: 1 })
    expect(shares.find(({ key }) => key === shareCode)?.name).toBe('活动「冬茶节」 · 好友')
    const shop = await money.owner.call('owner.getFunnel', { range: '7d' })
    expect(shop.targets.find(({ key }) => key === row?.key)?.name).toBe('活动「冬茶节」')
  })
})
