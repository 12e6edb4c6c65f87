// The plan editor's margin preview, 试算 of last month in one tap, and the shop's own names of its tiers.
import { afterEach, describe, expect, it } from 'vitest'
import { markText, sumText, verdictText } from '@/features/owner/margin-words'
import { daysOf, daysText, startAsked } from '@/features/owner/simulation-words'
import PlanPage from '@/pages/owner/plan'
import SimulatePage from '@/pages/owner/simulate'
import type { Api } from '@contract/api'
import { bps, fen } from '@contract/money'
import { never, refuse } from '../support/fake-cloud'
import { closeDesk, openDesk } from './desk'
import { mountainDesk, teaDesk } from './desks.data'
import { teaSimulated, teaSimulator } from './simulations.data'

afterEach(closeDesk)

type Margins = Api['owner.previewMargins']['output']
type Margin = Margins['margins'][number]

const margin = (of: Partial<Margin> & { price: number; cost: number; commission: number }) => {
  const { price, cost, commission, ...rest } = of
  return {
    id: 'prd_rougui',
    title: '武夷肉桂礼盒',
    specText: '两罐装',
    priceFen: fen(price),
    costFen: fen(cost),
    commissionFen: fen(commission),
    leftFen: fen(price - cost - commission),
    leftBps: 3100,
    rule: 'plan',
    isCapped: false,
    isBreach: false,
    ...rest,
  }
}
const good: Margins = {
  floorBps: bps(1200),
  margins: [
    margin({ price: 29_800, cost: 14_304, commission: 6_258 }),
    margin({
      ...{ id: 'prd_honey', title: '桂花冬酿蜜', specText: '', leftBps: 920, isBreach: true },
      ...{ price: 5_800, cost: 4_060, commission: 1_206 },
    }),
  ],
  unknown: [{ id: 'prd_tray', title: '重竹茶盘' }],
}
const worse: Margins = {
  floorBps: bps(1200),
  margins: [margin({ price: 1_000, cost: 950, commission: 160, leftBps: -1100, isBreach: true })],
  unknown: [],
}

const simulator = { today: '2026-11-20', plans: [], recent: [] }
/** The pause after which the page asks. */
const PAUSED = 520

const edit = async (answers: object, desk = teaDesk) => {
  const opened = await openDesk(<PlanPage />, desk, { 'owner.getPlan': desk.plan, ...answers })
  await opened.screen.tap('改一版')
  return opened
}

describe('边写边看毛利', () => {
  it('每件说售价、成本、佣金、剩多少；低于底线的标出来，没成本的点名', async () => {
    const { screen } = await edit({ 'owner.previewMargins': good })
    await screen.settle(PAUSED)
    const text = screen.text()
    for (const words of [
      '武夷肉桂礼盒 两罐装¥92.3831%',
      '售价 ¥298.00 − 成本 ¥143.04 − 佣金 ¥62.58',
      '桂花冬酿蜜¥5.349.2%',
      '低于底线 12%',
      '2 件里 1 件低于底线 12%',
      '没填进货价：重竹茶盘',
    ]) {
      expect(text).toContain(words)
    }
    expect(screen.all('.margin-share.fy-bad')).toHaveLength(1)
  })

  it('停下笔才问，问的就是写着的；换一个数字，看到新的', async () => {
    const { screen, cloud } = await edit({ 'owner.previewMargins': good })
    await screen.settle(PAUSED)
    for (const text of ['1', '15', '15.5']) await screen.type('一级', text)
    cloud.answer({ 'owner.previewMargins': worse })
    await screen.settle(PAUSED)
    const asked = cloud.callsOf('owner.previewMargins')
    expect(asked).toHaveLength(2)
    expect(asked[1]?.input).toMatchObject({ rules: { rateBps: [1550, 300], capBps: 3000 } })
    expect(screen.text()).toContain('−¥1.10−11%')
    expect(screen.text()).toContain('卖一件亏一件')
  })

  it('写的不成数，留着上一次的并说明；还没起名字也照算', async () => {
    const { screen, cloud } = await edit({ 'owner.previewMargins': good })
    await screen.settle(PAUSED)
    await screen.type('一级', '多一点')
    await screen.settle(PAUSED)
    expect(screen.text()).toContain('还有没填对的，下面是上一次的')
    expect(screen.text()).toContain('¥92.38')
    await screen.type('一级', '12')
    await screen.type('这一版叫', '')
    await screen.settle(PAUSED)
    expect(cloud.callsOf('owner.previewMargins')).toHaveLength(2)
    expect(screen.text()).not.toContain('下面是上一次的')
  })

  it('没算成时说原因，再算一次就好', async () => {
    const { screen, cloud } = await edit({
      'owner.previewMargins': refuse('COMPLIANCE_CAP_TOO_HIGH'),
    })
    await screen.settle(PAUSED)
    expect(screen.text()).toContain('没有算成：佣金总上限不能超过 30%')
    cloud.answer({ 'owner.previewMargins': good })
    await screen.tap('再算一次')
    await screen.settle(PAUSED)
    expect(screen.text()).toContain('¥92.38')
  })

  it('等的时候不写数字；什么都没有时说什么时候有', async () => {
    const { screen, cloud } = await edit({ 'owner.previewMargins': never })
    await screen.settle(PAUSED)
    expect(screen.text()).not.toContain('售价')
    const none = { floorBps: bps(1200), margins: [], unknown: [] }
    cloud.answer({ 'owner.previewMargins': none })
    await screen.type('一级', '11')
    await screen.settle(PAUSED)
    expect(screen.text()).toContain('还没有在卖的商品')
  })

  it('只看不改的人不问毛利', async () => {
    const { cloud, screen } = await openDesk(<PlanPage />, mountainDesk, {
      'owner.getPlan': mountainDesk.plan,
    })
    await screen.settle(PAUSED)
    expect(cloud.callsOf('owner.previewMargins')).toHaveLength(0)
  })

  it('怎么说：', () => {
    const [one, two] = good.margins as [Margin, Margin]
    expect(sumText(one)).toBe('售价 ¥298.00 − 成本 ¥143.04 − 佣金 ¥62.58')
    expect(markText(one, 1200)).toBe('')
    expect(markText({ ...one, isCapped: true }, 1200)).toBe('封顶压过')
    expect(markText(two, 1250)).toBe('低于底线 12.5%')
    expect(verdictText({ ...good, margins: [one] })).toBe('1 件都不低于底线 12%')
  })
})

describe('用上个月的订单试算', () => {
  const checked = {
    ...teaDesk.plan,
    draft: {
      ...(mountainDesk.plan.draft as NonNullable<typeof mountainDesk.plan.draft>),
      id: 'pln_b',
      status: 'validated' as const,
    },
  }
  const progress = { status: 'running' as const, ordersDone: 0, ordersTotal: 9 }

  it('一点就开始，算的是上个月从一号到月底，打开结果', async () => {
    const { screen, cloud, visits } = await openDesk(<PlanPage />, teaDesk, {
      'owner.getPlan': checked,
      'owner.previewMargins': good,
      'owner.getSimulator': {
        ...simulator,
        plans: [{ id: 'pln_b', version: '开张版', kind: 'draft' }],
      },
      'owner.simulatePlan': { id: 'sim_new', ...progress },
    })
    await screen.tap('用上个月的订单算一遍')
    await screen.settle()
    expect(cloud.callsOf('owner.simulatePlan').map(({ input }) => input)).toEqual([
      { planId: 'pln_b', from: '2026-10-01', to: '2026-10-31', budgetBps: 1500, floorBps: 1200 },
    ])
    expect(visits).toContain('navigateTo /pages/owner/simulate/index?id=sim_new')
  })

  it('没有开始就说原因，留在这里', async () => {
    const { screen, visits } = await openDesk(<PlanPage />, teaDesk, {
      'owner.getPlan': checked,
      'owner.previewMargins': good,
      'owner.getSimulator': {
        ...simulator,
        plans: [{ id: 'pln_b', version: '开张版', kind: 'draft' }],
      },
      'owner.simulatePlan': refuse('SIMULATION_TOO_LARGE', { orders: 31_000, limit: 20_000 }),
    })
    await screen.tap('用上个月的订单算一遍')
    await screen.settle()
    expect(screen.text()).toContain('没有开始算：这段时间有 31000 单')
    expect(visits).toEqual([])
  })

  it.each([
    ['2026-11-20', '2026-10-01', '2026-10-31', '10 月'],
    ['2026-03-31', '2026-02-01', '2026-02-28', '2 月'],
    ['2026-01-01', '2025-12-01', '2025-12-31', '12 月'],
  ])('%s 的上个月是 %s 到 %s', (today, from, to, words) => {
    const asked = { ...startAsked({ ...simulator, today }, undefined), span: 'month' as const }
    expect(daysOf(asked, today)).toEqual({ from, to })
    expect(daysText(from, to)).toBe(words)
  })
})

describe('店里自己的等级名', () => {
  const named = {
    ...teaDesk,
    session: { ...teaDesk.session, tierNames: ['茶芽', '茶友', '茶师', '茶王'] },
  }

  it('方案的加成、检查出的提醒都用它', async () => {
    const draft = mountainDesk.plan.draft as NonNullable<typeof mountainDesk.plan.draft>
    const plan = {
      ...mountainDesk.plan,
      draft: { ...draft, status: 'validated' as const },
      draftWarnings: [{ rule: 'plan', tier: 'jade', totalBps: 3300 }],
    }
    const { screen } = await openDesk(<PlanPage />, named, {
      'owner.getPlan': plan,
      'owner.previewMargins': good,
    })
    expect(screen.text()).toContain('统一比例，茶王：两级合计 33%')
    expect(screen.has('茶师 一级加成')).toBe(true)
    expect(screen.text()).not.toContain('玉露')
  })

  it('试算结果也用它', async () => {
    const { screen } = await openDesk(
      <SimulatePage />,
      named,
      { 'owner.getSimulator': teaSimulator, 'owner.getSimulation': teaSimulated },
      { id: teaSimulated.id },
    )
    await screen.settle()
    expect(screen.text()).toContain('茶师')
    for (const first of ['新芽', '银毫', '金毫', '玉露']) expect(screen.text()).not.toContain(first)
  })
})
