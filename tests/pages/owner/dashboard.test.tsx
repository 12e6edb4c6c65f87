// 看板: the figures add up, the sentence is a fact, and only real work is listed.
import { fen } from '@contract/money'
import { afterEach, describe, expect, it } from 'vitest'
import { formatFen } from '@/components/money/format'
import DashboardPage from '@/pages/owner/dashboard'
import { closeDesk, itKeepsItsStates, openDesk } from './desk'
import { mountainDesk, teaDesk } from './desks.data'
import type { Desk } from './desks.data'

afterEach(closeDesk)

const open = (desk: Desk, dashboard = desk.dashboard, params = {}) =>
  openDesk(
    <DashboardPage />,
    desk,
    {
      'owner.getDashboard': dashboard,
      'owner.listProducts': { rows: [], next: null },
    },
    params,
  )

describe('看板', () => {
  itKeepsItsStates({
    page: () => <DashboardPage />,
    action: 'owner.getDashboard',
    desk: teaDesk,
    good: teaDesk.dashboard,
    words: '¥125,121.00',
  })

  it.each([
    [
      '茶与礼',
      teaDesk,
      [
        '茶与礼 · 看板',
        '¥125,121.00',
        '↑ 11.9%',
        '前 7 天 ¥111,824.00，多了 ¥13,297.00',
        '12,480',
        '↓ 1.0%',
        '4.30%',
        '↑ 12.6%',
        '¥233.00',
        '多的 ¥13,297.00 从哪来',
        '−¥1,226.00',
        '+¥14,014.00',
        '+¥509.00',
        '主要靠转化率：100 个访客里有 4.3 个下单，前 7 天是 3.8 个。访客少了 130 人。',
        '11.80%',
        '¥14,764.28 · 上限 30%',
        '6 笔',
        '¥5,482.60',
        '最早一笔等了 3 小时',
        '+¥779.70',
        '明前龙井',
        '¥58,800.00',
        '588 件',
        '数据截至 11 月 20 日 09:41',
      ],
    ],
    [
      '山里货',
      mountainDesk,
      [
        '山里货 · 看板',
        '¥8,600.00',
        '↓ 14.0%',
        '前 7 天 ¥10,000.00，少了 ¥1,400.00',
        '1,000',
        '持平',
        '4.00%',
        '↓ 20.0%',
        '¥215.00',
        '↑ 7.5%',
        '少的 ¥1,400.00 从哪来',
        '主要是转化率：100 个访客里有 4 个下单，前 7 天是 5 个。',
        '5.00%',
        '¥430.00 · 上限 25%',
        '1 笔',
        '¥200.50',
        '最早一笔等了 2 天',
        '+¥99.01',
        '野山菌',
        '86 件',
        '数据截至 11 月 20 日 07:41',
      ],
    ],
  ])('%s 的数字和话都来自它自己', async (_name, desk, words) => {
    const { screen } = await open(desk)
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it.each([teaDesk, mountainDesk])('变化的三部分加起来正好是变化', ({ dashboard }) => {
    const { trafficFen, conversionFen, basketFen } = dashboard.moved
    expect(trafficFen + conversionFen + basketFen).toBe(
      dashboard.now.salesFen - dashboard.before.salesFen,
    )
  })

  it('要你拿主意的事一条条带去办', async () => {
    const { screen, visits } = await open(teaDesk)
    for (const words of [
      '4 单等着发货',
      '2 笔售后等你处理',
      '6 笔提现等审核',
      '3 个人想做分销员',
    ]) {
      expect(screen.text()).toContain(words)
    }
    expect(screen.text()).toContain('有一笔付款金额和订单不一致')
    await screen.tap('去发货')
    await screen.tap('去看看，3 个人想做分销员')
    expect(visits).toEqual([
      'navigateTo /pages/owner/orders/index?filter=to-ship',
      'navigateTo /pages/owner/recruitment/index',
    ])
  })

  it('要你拿主意的事紧跟在销售额后面，图和排名在它下面', async () => {
    const { screen } = await open(teaDesk)
    const text = screen.text()
    const order = ['¥125,121.00', '要你拿主意', '每天销售额', '佣金成本率', '卖得最好的商品']
    const places = order.map((word) => text.indexOf(word))
    expect(places).not.toContain(-1)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
  })

  it('看一周时也说今天到现在卖了多少，点一下就只看今天', async () => {
    const { screen, cloud } = await open(teaDesk)
    const today = teaDesk.dashboard.days.at(-1)?.salesFen
    expect(screen.text()).toContain(`今天到现在${formatFen(today)}`)
    await screen.tap('今天到现在')
    expect(cloud.callsOf('owner.getDashboard').map(({ input }) => input)).toEqual([
      { range: '7d' },
      { range: 'today' },
    ])
    expect(screen.text()).not.toContain('今天到现在')
  })

  it('图下面有一句话，说哪一天最多', async () => {
    const { screen } = await open(teaDesk, {
      ...teaDesk.dashboard,
      days: [
        { on: '2026-11-18', salesFen: fen(310_500), beforeFen: fen(0) },
        { on: '2026-11-19', salesFen: fen(12_30), beforeFen: fen(0) },
      ],
    })
    expect(screen.text()).toContain('最多的一天是 11 月 18 日，¥3,105.00。')
  })

  it('没有事时说都处理完了；财务看不到申请和商品', async () => {
    const quiet = {
      ...mountainDesk.dashboard,
      payouts: { count: 0, amountFen: fen(0), oldestAt: null },
    }
    const { screen } = await open(mountainDesk, quiet)
    expect(screen.text()).toContain('都处理完了')
    expect(screen.text()).not.toContain('想做分销员')
    expect(screen.all('.dash-tool').map((tool) => tool.textContent)).toEqual([
      '订单',
      '售后',
      '等级',
      '佣金方案',
      '推广效果',
      '提现审核',
      '谁赚了多少',
      '奖励核销',
      '个税',
      '对账',
      '待处理',
    ])
  })

  it('卖得最好的，条子按第一名的长短画；点一个人就是他的一页', async () => {
    const { screen, visits } = await open(teaDesk)
    const widths = screen.all('.dash-top-bar').map((bar) => bar.getAttribute('style'))
    expect(widths).toEqual(['width: 100%;', 'width: 50%;'])
    await screen.tap('梅**')
    expect(visits).toEqual(['navigateTo /pages/owner/person/index?id=dst_mei'])
  })

  it('店主点一件卖得好的商品就能改它；财务只看', async () => {
    const [best] = teaDesk.dashboard.topProducts
    const owner = await open(teaDesk)
    await owner.screen.tap(best?.title ?? '')
    expect(owner.visits).toEqual([`navigateTo /pages/owner/product-edit/index?id=${best?.id}`])
    await closeDesk()
    const finance = await open(mountainDesk)
    await finance.screen.tap(mountainDesk.dashboard.topProducts[0]?.title ?? '')
    expect(finance.visits).toEqual([])
  })

  it('换一段时间，重新问一次，话也跟着换', async () => {
    const { screen, cloud } = await open(teaDesk)
    await screen.tap('今天')
    expect(cloud.callsOf('owner.getDashboard').map(({ input }) => input)).toEqual([
      { range: '7d' },
      { range: 'today' },
    ])
    expect(screen.text()).toContain('昨天全天 ¥111,824.00')
  })

  it('一单都没有时不编数字，告诉新店主先做什么', async () => {
    const nothing = {
      salesFen: fen(0),
      orders: 0,
      visitors: 0,
      buyers: 0,
      commissionFen: fen(0),
      refundedFen: fen(0),
    }
    const { screen, visits } = await open(
      teaDesk,
      {
        ...teaDesk.dashboard,
        now: nothing,
        before: nothing,
        moved: { trafficFen: fen(0), conversionFen: fen(0), basketFen: fen(0) },
        costRatioBps: 0,
        capBps: null,
        topEarners: [],
        topProducts: [],
      },
      { new: '1' },
    )
    expect(screen.text()).toContain('¥0.00')
    expect(screen.text()).not.toContain('从哪来')
    expect(screen.text()).not.toContain('NaN')
    expect(screen.text()).not.toContain('卖得最好的商品')
    expect(screen.text()).not.toContain('每天销售额')
    expect(screen.text()).toContain('第一单付款后，这里就有数字')
    expect(screen.text()).toContain('没有可比')
    expect(screen.text()).toContain('把第一件商品放上货架')
    await screen.tap('去定')
    expect(visits).toEqual(['navigateTo /pages/owner/plan/index'])
  })

  it('再次显示时刷新', async () => {
    const { screen, cloud } = await open(teaDesk)
    cloud.answer({ 'owner.getDashboard': { ...teaDesk.dashboard, toShip: 5 } })
    await screen.signal('show')
    expect(screen.text()).toContain('5 单等着发货')
  })
})
