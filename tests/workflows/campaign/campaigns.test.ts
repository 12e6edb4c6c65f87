// 活动: written and published by the owner, seen by shoppers while it is theirs to see, paid as the plan froze it.
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '@contract/time'
import type { Campaign } from '@contract/model/campaign'
import type { AuditRecord } from '@contract/model/records'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'
import { lineOf } from '../trade/open-trade'
import { campaignOf, COVER, openCampaign, type Written } from './open-campaign'

let money: Money
startEachTest((opened) => (money = opened))

const database = () => money.world.cloud.database
const stored = (id: string) => database().get<Campaign>('campaigns', id)
const pass = (ms: number) => money.world.cloud.advance(ms)
const seen = (campaignId: string) => money.shopper.call('mall.getCampaign', { campaignId })
const setStatus = (campaignId: string, status: 'published' | 'withdrawn') =>
  money.owner.call('owner.setCampaignStatus', { campaignId, status })

describe('店主写活动', () => {
  it('先是草稿，顾客看不到；发布之后看到封面、说明和按顺序的商品', async () => {
    const { id } = await money.owner.call('owner.saveCampaign', campaignOf(money))
    expect(id).toMatch(/^cmp_/)
    expect(stored(id)).toMatchObject({ status: 'draft', revision: 1, publishedAt: null })
    expect(await money.shopper.refusal('mall.getCampaign', { campaignId: id })).toBe('NOT_FOUND')
    await setStatus(id, 'published')
    expect(await seen(id)).toMatchObject({
      title: '冬茶节',
      intro: '围炉煮茶',
      picture: COVER,
      state: 'running',
      goods: [
        { title: '紫砂西施壶', priceFen: 6600, earnFen: null },
        { title: '明前龙井', priceFen: 5000, earnFen: null },
      ],
    })
  })

  it.each<[string, Written, string]>([
    ['结束不晚于开始', { from: HOUR_MS, to: HOUR_MS }, 'CAMPAIGN_INVALID'],
    ['没有的商品', { productIds: ['prd_none'] }, 'NOT_FOUND'],
    ['名字空着', { title: ' ' }, 'INPUT_INVALID'],
    [
      '超过五十件',
      { productIds: Array.from({ length: 51 }, (_, at) => `prd_${at}`) },
      'INPUT_INVALID',
    ],
  ])('%s的存不下', async (_case, written, code) => {
    expect(await money.owner.refusal('owner.saveCampaign', campaignOf(money, written))).toBe(code)
    expect(database().count('campaigns')).toBe(0)
  })

  it('一件商品选两次的存不下', async () => {
    const productIds = [money.tea.productId, money.tea.productId]
    const input = campaignOf(money, { productIds })
    expect(await money.owner.refusal('owner.saveCampaign', input)).toBe('CAMPAIGN_INVALID')
  })

  it.each<[string, Written, string]>([
    ['没有封面', { picture: '' }, 'CAMPAIGN_INCOMPLETE'],
    ['没有商品', { productIds: [] }, 'CAMPAIGN_INCOMPLETE'],
    ['已经过了结束时间', { from: -2 * DAY_MS, to: -DAY_MS }, 'CAMPAIGN_OVER'],
  ])('%s的可以存成草稿，不能发布', async (_case, written, code) => {
    const { id } = await money.owner.call('owner.saveCampaign', campaignOf(money, written))
    const publish = { campaignId: id, status: 'published' } as const
    expect(await money.owner.refusal('owner.setCampaignStatus', publish)).toBe(code)
    expect(stored(id)?.status).toBe('draft')
  })

  it('发布过的改了马上看得到，但不能改到不完整', async () => {
    const id = await openCampaign(money)
    const { revision } = await money.owner.call('owner.getCampaign', { campaignId: id })
    const change = { ...campaignOf(money, { title: '冬茶节第二场' }), id, revision }
    await money.owner.call('owner.saveCampaign', change)
    expect((await seen(id)).title).toBe('冬茶节第二场')
    const bare = { ...change, revision: revision + 1, picture: '' }
    expect(await money.owner.refusal('owner.saveCampaign', bare)).toBe('CAMPAIGN_INCOMPLETE')
    expect((await seen(id)).picture).toBe(COVER)
  })

  it('两个人同时改，后存的被告知，先存的不会丢', async () => {
    const id = await openCampaign(money)
    const { revision } = await money.owner.call('owner.getCampaign', { campaignId: id })
    const edit = (title: string) => ({ ...campaignOf(money, { title }), id, revision })
    await money.owner.call('owner.saveCampaign', edit('先存的'))
    expect(await money.owner.refusal('owner.saveCampaign', edit('后存的'))).toBe(
      'CAMPAIGN_MOVED_ON',
    )
    expect(stored(id)?.title).toBe('先存的')
  })

  it('存到一半断了，再点一次只存一份', async () => {
    const requestId = '01J0000000000000000000CAMP'
    const input = campaignOf(money)
    const save = () => money.owner.call('owner.saveCampaign', input, { requestId })
    const calls = await money.callsOf('owner.saveCampaign', () =>
      money.owner.call('owner.saveCampaign', input),
    )
    const before = database().count('campaigns')
    for (let call = 1; call < calls; call += 1) {
      await money.killAfter('owner.saveCampaign', call, save)
      await money.world.cloud.advance(2 * HOUR_MS)
    }
    const first = await save()
    expect(await save()).toEqual(first)
    expect(database().count('campaigns')).toBe(before + 1)
    expect(stored(first.id)?.revision).toBe(1)
  })

  it('发布两次是一次；撤下之后顾客只知道撤下了，还能再发布', async () => {
    const id = await openCampaign(money)
    await setStatus(id, 'published')
    expect(stored(id)?.revision).toBe(2)
    await setStatus(id, 'withdrawn')
    expect(await seen(id)).toMatchObject({ state: 'withdrawn', goods: [] })
    await setStatus(id, 'published')
    expect(await seen(id)).toMatchObject({ state: 'running' })
  })

  it('草稿没有可撤下的', async () => {
    const { id } = await money.owner.call('owner.saveCampaign', campaignOf(money))
    const input = { campaignId: id, status: 'withdrawn' } as const
    expect(await money.owner.refusal('owner.setCampaignStatus', input)).toBe('CAMPAIGN_INVALID')
  })

  it('只有店主能写；每次动手都留下记录', async () => {
    for (const person of [money.shopper, money.mei, money.finance]) {
      expect(await person.refusal('owner.saveCampaign', campaignOf(money))).toBe('NOT_ALLOWED')
      expect(await person.refusal('owner.listCampaigns', {})).toBe('NOT_ALLOWED')
    }
    const id = await openCampaign(money)
    const records = database()
      .list<AuditRecord>('audit_records')
      .filter(({ action }) => action.includes('Campaign'))
    expect(records.map(({ action, subject }) => [action, subject])).toEqual(
      expect.arrayContaining([
        ['owner.saveCampaign', null],
        ['owner.setCampaignStatus', id],
      ]),
    )
  })

  it('列表后开始的在前；还没结束的可以单独列出来', async () => {
    const now = await openCampaign(money, { title: '进行中' })
    const later = await openCampaign(money, { title: '还没开始', from: DAY_MS, to: 2 * DAY_MS })
    const input = campaignOf(money, { title: '过去的', from: -3 * DAY_MS, to: -DAY_MS })
    await money.owner.call('owner.saveCampaign', input)
    const all = await money.owner.call('owner.listCampaigns', {})
    expect(all.rows.map(({ title, state }) => [title, state])).toEqual([
      ['还没开始', 'to-come'],
      ['进行中', 'running'],
      ['过去的', 'draft'],
    ])
    const open = await money.owner.call('owner.listCampaigns', { which: 'open' })
    expect(open.rows.map(({ id }) => id)).toEqual([later, now])
  })
})

describe('顾客看活动', () => {
  it('还没开始的说还没开始，到点就进行，结束那一刻就结束；商品一直看得到', async () => {
    const id = await openCampaign(money, { from: HOUR_MS, to: DAY_MS })
    const states = [await seen(id)]
    for (const ms of [HOUR_MS, DAY_MS]) {
      await pass(ms)
      states.push(await seen(id))
    }
    expect(states.map(({ state, goods }) => [state, goods.length])).toEqual([
      ['to-come', 2],
      ['running', 2],
      ['ended', 2],
    ])
  })

  it('下架的商品不摆出来；分销员看到能赚多少', async () => {
    const id = await openCampaign(money)
    const { productId } = money.pot
    await money.owner.call('owner.shelveProduct', { productId, isOnShelf: false })
    const { goods } = await money.mei.call('mall.getCampaign', { campaignId: id })
    // 10 % + 2 % of ¥50.00.
    expect(goods).toMatchObject([{ title: '明前龙井', earnFen: 600 }])
  })

  it('首页只摆进行中的，先结束的在前；有没有活动，问数据库都是八次', async () => {
    const home = () => money.shopper.call('mall.home', {})
    await home()
    expect(await money.callsOf('mall.home', home)).toBe(8)
    await openCampaign(money, { title: '三天的' })
    await openCampaign(money, { title: '一天的', to: DAY_MS })
    await openCampaign(money, { title: '明天的', from: DAY_MS })
    await setStatus(await openCampaign(money, { title: '撤下的' }), 'withdrawn')
    const { campaigns } = await home()
    expect(campaigns.map(({ title }) => title)).toEqual(['一天的', '三天的'])
    expect(await money.callsOf('mall.home', home)).toBe(8)
  })
})

describe('方案里的活动比例', () => {
  // A server keeps published plans by their ids, which come from facts: these tests publish the same one.
  const DAYS = { requestId: '01J0000000000000000000RATE', to: 2 * DAY_MS }

  /** A version that pays 18 % + 4 % for what the campaign shows now. */
  async function payBy(campaignId: string): Promise<void> {
    const campaign = await money.owner.call('owner.getCampaign', { campaignId })
    const iso = (at: number) => new Date(at).toISOString()
    const { planId } = await money.owner.call('owner.savePlanDraft', {
      rules: {
        version: '冬茶节版',
        profile: 'china',
        rateBps: [1000, 500],
        tierBonusBps: { silver: [200] },
        overrides: [
          {
            scope: 'campaign',
            id: campaignId,
            productIds: campaign.products.map(({ id }) => id),
            from: iso(campaign.startAt),
            to: iso(campaign.endAt),
            rateBps: [1800, 400],
          },
        ],
        capBps: 3000,
        selfPurchase: 'none',
        freezeDays: 3,
      },
    })
    await money.owner.call('owner.publishPlan', { planId })
  }
  const buyTea = async () => {
    const orderId = await money.buy(money.shopper, [lineOf(money.tea, 0, 1)])
    await money.deliver('payment')
    return money.commissionOf(money.mei, orderId)
  }

  it('活动期间按活动的比例，说明里是活动的名字；结束后按方案的', async () => {
    const id = await openCampaign(money, DAYS)
    await payBy(id)
    const during = await buyTea()
    // (18 % + 银毫 2 %) of ¥50.00.
    expect(during.amountFen).toBe(1000)
    expect(during.lines[0]?.rule).toBe(`campaign:${id}`)
    const shown = await money.mei.call('distributor.getCommission', { commissionId: during._id })
    expect(shown.lines[0]?.ruleName).toBe('冬茶节')
    // WeChat tells the moment of a payment in whole seconds: one more, so that it is surely after the end.
    await pass(2 * DAY_MS + 1000)
    expect((await buyTea()).amountFen).toBe(600)
  })

  it('活动后来改了日子和商品，方案还按发布时记下的算；编辑页看得到两边', async () => {
    const id = await openCampaign(money, DAYS)
    await payBy(id)
    const { revision } = await money.owner.call('owner.getCampaign', { campaignId: id })
    const change = campaignOf(money, { productIds: [money.pot.productId], to: DAY_MS })
    await money.owner.call('owner.saveCampaign', { ...change, id, revision })
    await pass(DAY_MS)
    expect((await seen(id)).state).toBe('ended')
    expect((await buyTea()).amountFen).toBe(1000)
    const edited = await money.owner.call('owner.getCampaign', { campaignId: id })
    expect(edited.products.map(({ title }) => title)).toEqual(['紫砂西施壶'])
    expect(edited.plans).toMatchObject([
      { version: '冬茶节版', productIds: [money.pot.productId, money.tea.productId] },
    ])
    expect(edited.plans[0]?.to).toBeGreaterThan(edited.endAt)
  })

  it('方案页和试算里也叫活动的名字；手写的名字照旧', async () => {
    const id = await openCampaign(money, DAYS)
    await payBy(id)
    const plan = await money.owner.call('owner.getPlan', {})
    expect(plan.campaigns).toEqual([{ id, name: '冬茶节' }])
    await buyTea()
    const today = new Date(money.world.cloud.clock.now() + 8 * HOUR_MS).toISOString().slice(0, 10)
    const planId = plan.inForce?.id ?? ''
    const days = { planId, from: today, to: today, budgetBps: 2000, floorBps: 0 }
    const { id: simulationId } = await money.owner.call('owner.simulatePlan', days)
    await money.owner.call('owner.advanceSimulation', { simulationId })
    const { result } = await money.owner.call('owner.getSimulation', { simulationId })
    expect(result?.byRule).toMatchObject([{ key: `campaign:${id}`, name: '冬茶节' }])
  })
})
