// 试算: what is asked, how far it is, and a result whose every figure comes from the server.
import { afterEach, describe, expect, it } from 'vitest'
import SimulatePage from '@/pages/owner/simulate'
import { barsOf } from '@/features/owner/simulation-words'
import { never, offline, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'
import {
  mountainSimulated,
  mountainSimulator,
  teaSimulated,
  teaSimulator,
  type Simulated,
} from './simulations.data'

afterEach(closeDesk)

const open = (answers: Answers = {}, params: Record<string, string> = {}, desk = teaDesk) =>
  openDesk(<SimulatePage />, desk, { 'owner.getSimulator': teaSimulator, ...answers }, params)
const openResult = (simulated: Simulated, answers: Answers = {}) =>
  open({ 'owner.getSimulation': simulated, ...answers }, { id: simulated.id })

describe('试算之前', () => {
  itKeepsItsStates({
    page: () => <SimulatePage />,
    action: 'owner.getSimulator',
    desk: teaDesk,
    good: teaSimulator,
    words: '草稿 2026-12-A',
    empty: {
      answer: { ...mountainSimulator, plans: [] },
      words: '还没有方案可以试算',
    },
  })

  it('默认试算草稿、近 30 天、上次画的线', async () => {
    const { screen, cloud } = await open({ 'owner.simulatePlan': never })
    await screen.tap('开始试算')
    expect(cloud.callsOf('owner.simulatePlan')[0]?.input).toEqual({
      planId: 'pln_b',
      from: '2026-10-22',
      to: '2026-11-20',
      budgetBps: 1800,
      floorBps: 950,
    })
  })

  it('没画过线的店，预算 15%、底线 12%', async () => {
    const { screen, cloud } = await open({
      'owner.getSimulator': mountainSimulator,
      'owner.simulatePlan': never,
    })
    await screen.tap('近 7 天')
    await screen.tap('开始试算')
    expect(cloud.callsOf('owner.simulatePlan')[0]?.input).toEqual({
      planId: 'pln_m',
      from: '2026-01-28',
      to: '2026-02-03',
      budgetBps: 1500,
      floorBps: 1200,
    })
  })

  it('从方案页来，选的就是那一版', async () => {
    const { screen, cloud } = await open({ 'owner.simulatePlan': never }, { plan: 'pln_a' })
    await screen.tap('近 90 天')
    await screen.tap('开始试算')
    expect(cloud.callsOf('owner.simulatePlan')[0]?.input).toMatchObject({
      planId: 'pln_a',
      from: '2026-08-23',
    })
  })

  it('线写错了，按钮说怎么改', async () => {
    const { screen } = await open()
    await screen.type('佣金预算', '一成')
    expect(screen.has('预算和底线写 0 到 100 的数')).toBe(true)
    expect(screen.has('开始试算')).toBe(false)
  })

  it('单太多时说出有多少、最多多少，人还在原处', async () => {
    const { screen } = await open({
      'owner.simulatePlan': refuse('SIMULATION_TOO_LARGE', { orders: 31_000, limit: 20_000 }),
    })
    await screen.tap('开始试算')
    expect(screen.text()).toContain('没有开始算：这段时间有 31000 单，一次最多试算 20000 单')
    expect(screen.has('开始试算')).toBe(true)
  })

  it('最近算过的点开就看', async () => {
    const { screen, cloud } = await open({ 'owner.getSimulation': teaSimulated })
    expect(screen.text()).toContain('10 月 · 2,146 单')
    await press(screen, '.fy-row-item')
    expect(cloud.callsOf('owner.getSimulation')[0]?.input).toEqual({ simulationId: 'sim_tea' })
    expect(screen.text()).toContain('2026-12-A 要多付')
  })

  it('财务只能看算过的', async () => {
    const { screen } = await open({}, {}, { ...teaDesk, session: mountainDesk.session })
    expect(screen.has('开始试算')).toBe(false)
    expect(screen.text()).toContain('最近算过')
  })
})

describe('正在算', () => {
  const begun = (ordersDone: number, status: 'running' | 'done' = 'running') => ({
    id: 'sim_tea',
    status,
    ordersDone,
    ordersTotal: 2146,
  })
  const running: Simulated = { ...teaSimulated, ...begun(0), result: null, finishedAt: null }

  it('一段一段往前，进度看得到，算完自己显示结果', async () => {
    const answers: ((now: ReturnType<typeof begun>) => void)[] = []
    let shown: Simulated = running
    const { screen, cloud } = await open({
      'owner.simulatePlan': begun(0),
      'owner.getSimulation': () => shown,
      'owner.advanceSimulation': () => new Promise((resolve) => answers.push(resolve)),
    })
    const answer = async (now: ReturnType<typeof begun>) => {
      answers.shift()?.(now)
      await screen.settle(10)
    }
    await screen.tap('开始试算')
    await screen.settle(10)
    expect(screen.text()).toContain('算了 0 / 2,146 单')
    await answer(begun(1000))
    expect(screen.text()).toContain('算了 1,000 / 2,146 单')
    expect(screen.text()).toContain('可以先离开')
    await answer(begun(2000))
    shown = teaSimulated
    await answer(begun(2146, 'done'))
    expect(screen.text()).toContain('2026-12-A 要多付')
    const calls = cloud.callsOf('owner.advanceSimulation')
    expect(calls.map(({ input }) => input)).toEqual(Array(3).fill({ simulationId: 'sim_tea' }))
  })

  it('网断了停在那里，说停在哪儿；接着算就接着算', async () => {
    const { screen, cloud } = await open(
      { 'owner.getSimulation': running, 'owner.advanceSimulation': offline() },
      { id: 'sim_tea' },
    )
    await screen.settle(10)
    expect(screen.text()).toContain('停在这里了')
    cloud.answer({ 'owner.advanceSimulation': never })
    const before = cloud.callsOf('owner.advanceSimulation').length
    await press(screen, '.fy-notice-action')
    expect(cloud.callsOf('owner.advanceSimulation').length).toBe(before + 1)
    expect(screen.text()).not.toContain('停在这里了')
  })

  it('财务打开正在算的，只看进度，不催', async () => {
    const { screen, cloud } = await open(
      { 'owner.getSimulation': { ...running, ordersDone: 400 } },
      { id: 'sim_tea' },
      { ...teaDesk, session: mountainDesk.session },
    )
    expect(screen.text()).toContain('算了 400 / 2,146 单')
    expect(cloud.callsOf('owner.advanceSimulation')).toEqual([])
  })

  it('没算成的说清楚真的订单没动', async () => {
    const { screen } = await openResult({ ...running, status: 'failed' })
    expect(screen.text()).toContain('真实的订单和佣金没有动')
  })
})

describe('结果', () => {
  it.each([
    [
      '茶与礼',
      teaSimulated,
      [
        '10 月的 2,146 单，用 2026-12-A 重算一遍',
        '2026-12-A 要多付+¥2,920.00',
        '现行 2026-11-A¥57,375.00占 11.79%',
        '试算 2026-12-A¥60,295.00占 12.4%',
        '计佣总额 ¥486,230.00',
        '竖线：你的预算 15%',
        '1 个商品会低于毛利底线',
        '桂花冬酿蜜：毛利 9.2%（现在 12.53%），底线 12%',
        '4 个商品没填进货价',
        '封顶压了 18 行订单，一共少付 ¥32.10',
        '金毫¥17,085.00+¥1,240.00',
        '二级¥11,900.00+¥525.00',
        '186 人里 12 人多，3 人少',
        '程见金毫¥1,880.40+¥121.60',
        '何川新芽¥642.30−¥86.20',
        '活动 · 双旦茶礼',
        '商品 · 已经没有了',
        '毛利 12.53% → 9.2%',
        '毛利：没填进货价',
        '共 38 个',
        '这里没改任何真实订单',
      ],
    ],
    [
      '山里货',
      mountainSimulated,
      [
        '2 月 3 日的 40 单，用 开张版 重算一遍',
        '开张版 要少付−¥81.00',
        '当时的 2 版¥511.00占 5.94%',
        '竖线：你的预算 10%',
        '玉露¥430.00−¥81.00',
        '2 人都不变',
      ],
    ],
  ] as const)('%s：每个数都是服务器说的', async (_shop, simulated, words) => {
    const { screen } = await openResult(simulated)
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('没越线就不吓人', async () => {
    const { screen } = await openResult(mountainSimulated)
    expect(screen.all('.fy-notice')).toEqual([])
  })

  it('超过预算要说', async () => {
    const { screen } = await openResult({ ...teaSimulated, budgetBps: 1200 as never })
    expect(screen.text()).toContain('超过你的预算：佣金会占 12.4%，预算 12%')
  })

  it('草稿后来改过，写明这是改之前的', async () => {
    const { screen } = await openResult({ ...teaSimulated, isCurrent: false })
    expect(screen.text()).toContain('2026-12-A 后来改过了，这是改之前的结果')
    expect(screen.has('回方案页，改或发布')).toBe(false)
  })

  it('一样多就说一样多', async () => {
    const result = { ...teaSimulated.result!, draftFen: teaSimulated.result!.realFen }
    const { screen } = await openResult({ ...teaSimulated, result })
    expect(screen.text()).toContain('2026-12-A 和现在付的一样多¥0.00')
  })

  it('那些天没有订单，说换一段', async () => {
    const result = { ...mountainSimulated.result!, orders: 0 }
    const { screen } = await openResult({ ...mountainSimulated, result })
    expect(screen.text()).toContain('没有可算的')
    await screen.tap('换一段')
    expect(screen.has('开始试算')).toBe(true)
  })

  it('能回方案页去改、去发布；超底线也一样', async () => {
    const { screen, visits } = await openResult(teaSimulated)
    await screen.tap('去调比例')
    await screen.tap('回方案页，改或发布')
    expect(visits).toEqual(Array(2).fill('navigateTo /pages/owner/plan/index'))
  })

  it('结果没拿到，说原因，再试就好', async () => {
    const { screen, cloud } = await open(
      { 'owner.getSimulation': refuse('INTERNAL') },
      { id: 'sim_tea' },
    )
    expect(screen.text()).toContain('我们这边出了点问题')
    cloud.answer({ 'owner.getSimulation': teaSimulated })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('2026-12-A 要多付')
  })

  it('三条线画在同一把尺上，最长的后面也留空', () => {
    expect(barsOf(teaSimulated.result!, 1500)).toEqual({ draft: 66.1, real: 62.8, budget: 80 })
    expect(barsOf({ ...teaSimulated.result!, draftRatioBps: 0, realRatioBps: 0 }, 0)).toEqual({
      draft: 0,
      real: 0,
      budget: 0,
    })
  })
})
