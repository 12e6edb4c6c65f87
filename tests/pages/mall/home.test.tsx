// 商城首页, as a shopper and as a distributor see it, in two shops.
import { afterEach, describe, expect, it } from 'vitest'
import { useCategoryChoice } from '@/features/mall/category-choice'
import HomePage from '@/pages/tabs/home'
import { fakeCloud, lostAnswer, never, offline, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import { visits } from '../support/taro'
import { enterAs, isLoading } from './enter'
import { mountainShop, teaShop } from './shops.data'

let cloud: FakeCloud
afterEach(async () => {
  await leave()
  cloud.restore()
  enterAs(null)
})

describe('商城首页', () => {
  it('还没取到货架时，300 毫秒后才出现骨架', async () => {
    cloud = fakeCloud({ 'mall.home': never })
    const screen = await render(<HomePage />)
    expect(isLoading(screen)).toBe(true)
    expect(screen.all('.fy-bone')).toHaveLength(0)
    await screen.settle(320)
    expect(screen.all('.fy-bone').length).toBeGreaterThan(0)
  })

  it('分销员看到店名、寄语、特价和分享能赚多少', async () => {
    cloud = fakeCloud({ 'mall.home': teaShop.home, 'distributor.createShare': lostAnswer() })
    enterAs(teaShop.session)
    const screen = await render(<HomePage />)
    await screen.settle()
    for (const words of ['茶与礼', '好茶，分给懂的人', '限时特价', '桂花冬酿蜜', '¥58']) {
      expect(screen.text()).toContain(words)
    }
    expect(screen.text()).toContain('赚 ¥41.72')
    expect(screen.text()).toContain('已售 1,286')
  })

  it('另一家店没有特价，就没有特价货架；顾客看不到佣金', async () => {
    cloud = fakeCloud({ 'mall.home': mountainShop.home })
    enterAs(mountainShop.session)
    const screen = await render(<HomePage />)
    await screen.settle()
    expect(screen.text()).toContain('山里有什么，就卖什么')
    expect(screen.all('.mall-banner-motto').map((line) => line.textContent)).toEqual([
      '山里有什么，',
      '就卖什么',
    ])
    expect(screen.text()).toContain('¥66.50')
    expect(screen.text()).toContain('卖完了')
    for (const words of ['限时特价', '赚', '茶与礼']) expect(screen.text()).not.toContain(words)
  })

  it('货架空着时说什么时候会有', async () => {
    cloud = fakeCloud({
      'mall.home': { ...teaShop.home, categories: [], specials: [], season: [] },
    })
    const screen = await render(<HomePage />)
    await screen.settle()
    expect(screen.text()).toContain('货架还空着')
  })

  it('有分类、还没有推荐时，请人去看全部商品', async () => {
    cloud = fakeCloud({ 'mall.home': { ...mountainShop.home, season: [] } })
    const screen = await render(<HomePage />)
    await screen.settle()
    expect(screen.text()).toContain('这一季还没有推荐')
    await screen.tap('看全部商品')
    expect(visits).toEqual(['switchTab /pages/tabs/category/index'])
    expect(useCategoryChoice.getState().categoryId).toBeNull()
  })

  it('出错时给错误编号和重试，重试成功就是货架', async () => {
    cloud = fakeCloud({ 'mall.home': refuse('INTERNAL') })
    const screen = await render(<HomePage />)
    await screen.settle()
    expect(screen.text()).toContain('店里的货架没有打开')
    expect(screen.text()).toContain('错误编号')
    cloud.answer({ 'mall.home': mountainShop.home })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('高山花菇')
  })

  it('断网刷新失败时，旧货架还在，并说明是之前的', async () => {
    cloud = fakeCloud({ 'mall.home': mountainShop.home })
    const screen = await render(<HomePage />)
    await screen.settle()
    cloud.answer({ 'mall.home': offline() })
    await screen.signal('pull')
    expect(screen.text()).toContain('没有刷新成功')
    expect(screen.text()).toContain('高山花菇')
  })

  it('点商品、分类、搜索各到各的页', async () => {
    cloud = fakeCloud({ 'mall.home': mountainShop.home })
    const screen = await render(<HomePage />)
    await screen.settle()
    await screen.tap('高山花菇')
    await screen.tap('干货')
    await screen.tap('搜索商品')
    expect(visits).toEqual([
      'navigateTo /pages/trade/product/index?id=prd_mushroom',
      'switchTab /pages/tabs/category/index',
      'navigateTo /pages/trade/search/index',
    ])
    expect(useCategoryChoice.getState().categoryId).toBe('cat_dry')
  })

  it('从朋友的分享进来，说是谁请来的', async () => {
    cloud = fakeCloud({
      'mall.home': mountainShop.home,
      'mall.openShare': { target: { kind: 'shop' }, sharerName: '林小满', isBound: true },
    })
    const screen = await render(<HomePage />, { params: { s: 'HOME01' } })
    await screen.settle()
    expect(screen.text()).toContain('林小满 请你来店里看看')
  })

  it('进行中的活动摆在货架上面，点开是活动页；没有就不摆', async () => {
    cloud = fakeCloud({ 'mall.home': teaShop.home })
    const screen = await render(<HomePage />)
    await screen.settle()
    await screen.tap('冬茶节')
    expect(visits).toContain('navigateTo /pages/trade/campaign/index?id=cmp_winter')
    cloud.answer({ 'mall.home': mountainShop.home })
    await screen.signal('pull')
    await screen.settle()
    expect(screen.all('.mall-campaign')).toHaveLength(0)
  })

  it.each([
    ['campaign-ended', null, '林小满 分享的「冬茶节」已经结束，店里还有别的'],
    ['campaign-withdrawn', null, '林小满 分享的活动已经撤下，店里还有别的'],
    [
      'campaign-to-come',
      Date.parse('2026-12-01T10:00:00+08:00'),
      '林小满 分享的「冬茶节」 12 月 1 日 10:00 才开始，先看看别的',
    ],
    ['product-off-shelf', null, '林小满 分享的那件已经下架，店里还有别的'],
  ] as const)('分享的 %s 了，说清楚，也还能逛', async (why, startAt, words) => {
    cloud = fakeCloud({
      'mall.home': mountainShop.home,
      'mall.openShare': {
        target: { kind: 'shop' },
        sharerName: '林小满',
        isBound: true,
        isTargetGone: true,
        gone: { why, title: '冬茶节', startAt },
      },
    })
    const screen = await render(<HomePage />, { params: { s: `GONE-${why}` } })
    await screen.settle()
    expect(screen.text()).toContain(words)
    expect(screen.text()).toContain('高山花菇')
  })

  it('分享失效了，也还能逛', async () => {
    cloud = fakeCloud({ 'mall.home': mountainShop.home, 'mall.openShare': refuse('SHARE_UNKNOWN') })
    const screen = await render(<HomePage />, { params: { s: 'HOME02' } })
    await screen.settle()
    expect(screen.text()).toContain('这个分享已经失效，店还开着')
    expect(screen.text()).toContain('高山花菇')
  })
})
