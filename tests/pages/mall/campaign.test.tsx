// 活动页: opened by id or by a share; how much of its time is left, what it pays, and what to do when it doesn't run.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { leftText, runText, waitText } from '@/features/mall/campaign-words'
import CampaignPage from '@/pages/trade/campaign'
import type { Api } from '@contract/api'
import { fakeCloud, lostAnswer, never, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import { visits } from '../support/taro'
import { enterAs, isLoading } from './enter'
import { mountainShop, teaShop } from './shops.data'

type Campaign = Api['mall.getCampaign']['output']
const at = (text: string) => Date.parse(`${text}+08:00`)

const winter: Campaign = {
  id: 'cmp_winter',
  title: '冬茶节',
  intro: '围炉煮茶的日子。',
  picture: 'https://shop.test/winter.jpg',
  startAt: at('2026-11-20T00:00'),
  endAt: at('2026-12-01T00:00'),
  state: 'running',
  now: at('2026-11-28T21:00'),
  goods: teaShop.home.season,
}
const mountain: Campaign = {
  ...winter,
  id: 'cmp_new_year',
  title: '年货提前买',
  intro: '',
  startAt: at('2026-12-20T10:00'),
  endAt: at('2026-12-20T18:30'),
  state: 'to-come',
  goods: mountainShop.home.season,
}

let cloud: FakeCloud
beforeEach(() => vi.setSystemTime(winter.now))
afterEach(async () => {
  await leave()
  cloud.restore()
  enterAs(null)
})

const open = async (params: Record<string, string> = { id: 'cmp_winter' }) => {
  const screen = await render(<CampaignPage />, { params })
  await screen.settle()
  return screen
}

describe('活动页', () => {
  it('等待时有骨架，出错能重试', async () => {
    cloud = fakeCloud({ 'mall.getCampaign': never })
    expect(isLoading(await open())).toBe(true)
    await leave()
    cloud.restore()
    cloud = fakeCloud({ 'mall.getCampaign': refuse('INTERNAL') })
    const screen = await open()
    expect(screen.text()).toContain('我们这边出了点问题')
    cloud.answer({ 'mall.getCampaign': winter })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('冬茶节')
  })

  it('分销员看到还剩多久、商品和分享能赚多少，可以分享', async () => {
    cloud = fakeCloud({ 'mall.getCampaign': winter, 'distributor.createShare': lostAnswer() })
    enterAs(teaShop.session)
    const screen = await open()
    for (const words of ['冬茶节', '进行中', '还剩 2 天 3 小时', '11 月 20 日 – 11 月 30 日']) {
      expect(screen.text()).toContain(words)
    }
    for (const words of ['围炉煮茶', '武夷肉桂礼盒', '赚 ¥41.72', '分享这个活动']) {
      expect(screen.text()).toContain(words)
    }
    await screen.tap('武夷肉桂礼盒')
    expect(visits).toEqual(['navigateTo /pages/trade/product/index?id=prd_rougui'])
  })

  it('另一家店的顾客：还没开始，没有一个字说佣金', async () => {
    cloud = fakeCloud({ 'mall.getCampaign': mountain })
    enterAs(mountainShop.session)
    const screen = await open({ id: 'cmp_new_year' })
    for (const words of ['年货提前买', '还没开始', '还有 21 天 13 小时开始', '12 月 20 日 10:00']) {
      expect(screen.text()).toContain(words)
    }
    for (const words of ['赚', '分享这个活动', '进行中']) expect(screen.text()).not.toContain(words)
    await screen.tap('去店里逛逛')
    expect(visits).toEqual(['switchTab /pages/tabs/home/index'])
  })

  it('已经结束的照实说，不再能分享，一步到店里', async () => {
    cloud = fakeCloud({ 'mall.getCampaign': { ...winter, state: 'ended' } })
    enterAs(teaShop.session)
    const screen = await open()
    expect(screen.text()).toContain('已经结束')
    expect(screen.text()).not.toContain('还剩')
    expect(screen.has('分享这个活动')).toBe(false)
    await screen.tap('去店里逛逛')
    expect(visits).toEqual(['switchTab /pages/tabs/home/index'])
  })

  it.each([
    ['撤下的', { ...winter, state: 'withdrawn' as const, goods: [] }],
    ['没有的', refuse('NOT_FOUND')],
  ])('%s活动说已经撤下，带到店里', async (_case, answer) => {
    cloud = fakeCloud({ 'mall.getCampaign': answer })
    const screen = await open()
    expect(screen.text()).toContain('活动已经撤下，店里还有别的')
    await screen.tap('去逛逛')
    expect(visits).toEqual(['switchTab /pages/tabs/home/index'])
  })

  it('扫码进来只有分享码：分享指到哪个活动就开哪个', async () => {
    cloud = fakeCloud({
      'mall.getCampaign': winter,
      'mall.openShare': {
        target: { kind: 'campaign', campaignId: 'cmp_winter' },
        sharerName: '林小满',
        isBound: true,
      },
    })
    const screen = await open({ scene: encodeURIComponent('s=SCAN000001') })
    expect(screen.text()).toContain('还剩 2 天 3 小时')
    expect(cloud.callsOf('mall.getCampaign')[0]?.input).toEqual({ campaignId: 'cmp_winter' })
  })

  it('扫到结束了的，说是哪一场结束了；分享本身失效也说', async () => {
    cloud = fakeCloud({
      'mall.openShare': {
        target: { kind: 'shop' },
        sharerName: '林小满',
        isBound: true,
        isTargetGone: true,
        gone: { why: 'campaign-ended', title: '冬茶节', startAt: null },
      },
    })
    const ended = await open({ scene: 's=SCAN000002' })
    expect(ended.text()).toContain('「冬茶节」已经结束，店里还有别的')
    expect(ended.has('去逛逛')).toBe(true)
    await leave()
    cloud.answer({ 'mall.openShare': refuse('SHARE_UNKNOWN') })
    expect((await open({ scene: 's=SCAN000003' })).text()).toContain('这个分享打不开了')
  })

  it('看着看着到点了，自己去问现在怎样', async () => {
    cloud = fakeCloud({ 'mall.getCampaign': { ...winter, now: winter.endAt - 60_000 } })
    const screen = await open()
    expect(screen.text()).toContain('还剩 1 分钟')
    cloud.answer({ 'mall.getCampaign': { ...winter, state: 'ended', now: winter.endAt } })
    vi.setSystemTime(winter.now + 61_000)
    await screen.signal('show')
    await screen.settle()
    expect(screen.text()).toContain('已经结束')
  })
})

describe('活动的日子怎么说', () => {
  const now = at('2026-11-01T00:00')
  it.each([
    ['2026-11-20T00:00', '2026-12-01T00:00', '11 月 20 日 – 11 月 30 日'],
    ['2026-11-20T00:00', '2026-11-21T00:00', '11 月 20 日'],
    ['2026-11-20T10:00', '2026-11-20T18:30', '11 月 20 日 10:00 – 11 月 20 日 18:30'],
  ])('%s 到 %s', (from, to, words) => {
    vi.setSystemTime(now)
    expect(runText({ startAt: at(from), endAt: at(to) })).toBe(words)
  })

  it.each([
    [2 * 86_400_000 + 3 * 3_600_000, '2 天 3 小时'],
    [86_400_000, '1 天'],
    [86_400_000 - 1, '24 小时'],
    [3_600_000, '1 小时'],
    [3_601_000, '1 小时 1 分'],
    [59_000, '1 分钟'],
    [0, '1 分钟'],
  ])('%i 毫秒是 %s', (ms, words) => {
    expect(leftText(now + ms, now)).toBe(`还剩 ${words}`)
    expect(waitText(now + ms, now)).toBe(`还有 ${words}开始`)
  })
})
