// 佣金方案: exact percentages, the server's verdict, and a publication that says what it does.
import { bps } from '@contract/money'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import PlanPage from '@/pages/owner/plan'
import { bpsFromText, bpsToText } from '@/features/owner/percent'
import { draftOfRules, nextVersion, rulesOf } from '@/features/owner/plan-draft'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, NOW, teaDesk } from './desks.data'
import type { Desk } from './desks.data'

beforeEach(() => void vi.spyOn(Date, 'now').mockReturnValue(NOW))
afterEach(async () => {
  await closeDesk()
  vi.restoreAllMocks()
})

/** The mountain shop's plan, read by an owner. */
const owned = {
  ...mountainDesk,
  session: { ...mountainDesk.session, roles: teaDesk.session.roles },
}
const open = (desk: Desk, more: Answers = {}) =>
  openDesk(<PlanPage />, desk, { 'owner.getPlan': desk.plan, ...more })

/** The mountain shop's page with its draft at this point. */
function draftOf(status: 'draft' | 'validated' | 'simulated', simulationId: string | null) {
  const { plan } = mountainDesk
  return { ...plan, draft: { ...plan.draft!, status, simulationId } }
}

/** A server that keeps what it is told: a draft, its check, its publication. */
function planServer(desk: Desk, warnings: Desk['plan']['draftWarnings'] = []): Answers {
  let page = desk.plan
  const put = (status: 'draft' | 'validated', rules = page.draft!.rules) => {
    const draft = { ...desk.plan.inForce!, id: 'pln_b', status, rules, simulationId: null }
    page = { ...page, draft, draftWarnings: warnings }
  }
  return {
    'owner.getPlan': () => page,
    'owner.savePlanDraft': ({ rules }) => {
      put('draft', rules as NonNullable<typeof page.draft>['rules'])
      return { planId: 'pln_b', warnings }
    },
    'owner.validatePlan': () => {
      put('validated')
      return { checks: [], warnings }
    },
    'owner.publishPlan': () => {
      const { version } = page.draft!.rules
      page = { ...page, inForce: { ...page.draft!, status: 'published' }, draft: null }
      return { version, effectiveAt: NOW }
    },
  }
}

describe('百分数', () => {
  it.each([
    ['10', 1000],
    ['9.5', 950],
    ['0.07', 7],
    ['12.', 1200],
    ['100', 10_000],
    ['4.35', 435],
    ['1.005', null],
    ['100.01', null],
    ['-1', null],
    ['1e1', null],
    ['', null],
  ])('“%s” 是 %s 个基点', (text, rate) => {
    expect(bpsFromText(text)).toBe(rate)
  })

  it('写出来再读回去，一个基点也不差', () => {
    for (let rate = 0; rate <= 10_000; rate += 1) expect(bpsFromText(bpsToText(rate))).toBe(rate)
  })
})

describe('草稿', () => {
  it.each([
    ['茶与礼', teaDesk.plan.inForce],
    ['山里货', mountainDesk.plan.draft],
  ])('%s 的方案写进表单再取出来，还是那一版', (_name, plan) => {
    if (!plan) throw new Error('a plan')
    const { tierBonusBps, ...rest } = plan.rules
    expect(rulesOf(draftOfRules(plan.rules))).toMatchObject({ ...rest, tierBonusBps })
  })

  it('新一版的名字不和用过的重', () => {
    expect(nextVersion(teaDesk.plan, NOW)).toBe('2026-11-B')
    expect(nextVersion(mountainDesk.plan, NOW)).toBe('2026-11-A')
  })
})

describe('佣金方案', () => {
  itKeepsItsStates({
    page: () => <PlanPage />,
    action: 'owner.getPlan',
    desk: teaDesk,
    good: teaDesk.plan,
    words: '2026-11-A',
  })

  it('茶与礼：正在用的一版写得明白', async () => {
    const { screen } = await open(teaDesk)
    for (const word of [
      '9.5% + 3%',
      '+2.5%，+0.5%',
      '商品 · 武夷肉桂礼盒',
      '12% + 3%',
      '30%',
      '7 天',
      '不计佣',
    ]) {
      expect(screen.text()).toContain(word)
    }
  })

  it('山里货：草稿接着写', async () => {
    const { screen } = await open(owned)
    expect(screen.text()).toContain('还没有发布过方案')
    expect(screen.text()).toContain('活动 · 双旦山货')
    expect(screen.text()).toContain('18% + 5%')
    const values = screen.all('input').map((field) => (field as HTMLInputElement).value)
    expect(values).toEqual(
      expect.arrayContaining(['开张版', '5.05', '', '1.25', '0.25', '25.00', '10']),
    )
  })

  it('改一版：存草稿检查，超限说清楚，再发布', async () => {
    const server = planServer(teaDesk, [
      { rule: 'product:prd_rougui', tier: 'gold', totalBps: 3350 },
    ])
    const { screen, cloud } = await open(teaDesk, server)
    await screen.tap('改一版')
    await screen.type('一级', '10.05')
    await screen.type('玉露 一级加成', '3.5')
    await screen.tap('存草稿，检查一遍')
    await screen.settle()
    expect(cloud.callsOf('owner.savePlanDraft')[0]?.input).toMatchObject({
      rules: {
        version: '2026-11-B',
        rateBps: [1005, 300],
        tierBonusBps: { jade: [350, 0], gold: [250, 50] },
        capBps: 3000,
        freezeDays: 7,
      },
    })
    expect(cloud.callsOf('owner.validatePlan')[0]?.input).toEqual({ planId: 'pln_b' })
    expect(screen.text()).toContain(
      '商品 · 武夷肉桂礼盒，金毫：两级合计 33.5%，会按 30% 上限等比减少',
    )
    expect(screen.text()).toContain('合规检查通过')
    await screen.tap('发布 2026-11-B')
    expect(screen.text()).toContain('现在起下的新订单按这版算，已下的单不变')
    expect(screen.text()).toContain('还没试算过')
    await screen.tap('发布，现在起生效')
    expect(cloud.callsOf('owner.publishPlan')[0]?.input).toEqual({ planId: 'pln_b' })
    await screen.settle()
    expect(screen.text()).toContain('2026-11-B正在用')
    expect(screen.has('改一版')).toBe(true)
  })

  it('检查后又改了，要再检查一遍才能发布', async () => {
    const { screen } = await open(teaDesk, planServer(teaDesk))
    await screen.tap('改一版')
    await screen.tap('存草稿，检查一遍')
    await screen.settle()
    expect(screen.has('发布 2026-11-B')).toBe(true)
    await screen.type('二级', '2')
    expect(screen.has('发布 2026-11-B')).toBe(false)
    expect(screen.text()).not.toContain('合规检查通过')
    // Written differently, said the same.
    await screen.type('二级', '3')
    expect(screen.has('发布 2026-11-B')).toBe(true)
  })

  it('草稿存上了、检查没过：写明停在哪一步，不给发布', async () => {
    const server = { ...planServer(teaDesk), 'owner.validatePlan': refuse('COMPLIANCE_ENTRY_FEE') }
    const { screen } = await open(teaDesk, server)
    await screen.tap('改一版')
    await screen.tap('存草稿，检查一遍')
    expect(screen.text()).toContain('草稿存好了，检查没有通过：不能向分销员收入门费')
    expect(screen.has('发布 2026-11-B')).toBe(false)
  })

  it.each([
    ['draft', false, '到了第 2 步：检查'],
    ['validated', false, '到了第 3 步：试算'],
    ['simulated', true, '到了第 4 步：发布'],
  ] as const)('草稿到了 %s，步骤条说下一步', async (status, isSimulated, words) => {
    const { screen, visits } = await open(owned, {
      'owner.getPlan': draftOf(status, isSimulated ? 'sim_9' : null),
    })
    expect(screen.has(words)).toBe(true)
    if (status === 'draft') return
    expect(screen.has('再试算')).toBe(isSimulated)
    await press(screen, '.fy-bottom .fy-btn', 0)
    expect(visits).toEqual(['navigateTo /pages/owner/simulate/index?plan=pln_d'])
  })

  it('试算过的草稿，发布前看得到结果在哪里', async () => {
    const { screen, visits } = await open(owned, {
      'owner.getPlan': draftOf('simulated', 'sim_9'),
    })
    await screen.tap('发布 开张版')
    expect(screen.text()).toContain('这一版用真实订单试算过')
    await screen.tap('看结果')
    expect(visits).toEqual(['navigateTo /pages/owner/simulate/index?plan=pln_d&id=sim_9'])
  })

  it('定个时间生效：默认明天零点，按钮写明从哪一刻起', async () => {
    const { screen, cloud } = await open(owned, {
      'owner.getPlan': draftOf('validated', null),
      'owner.publishPlan': { version: '开张版', effectiveAt: NOW },
    })
    await screen.tap('发布 开张版')
    await screen.tap('定个时间')
    expect(screen.text()).toContain('生效前可以撤回')
    await screen.tap('发布，11 月 21 日 00:00 起生效')
    expect(cloud.callsOf('owner.publishPlan')[0]?.input).toEqual({
      planId: 'pln_d',
      effectiveAt: Date.parse('2026-11-21T00:00:00+08:00'),
    })
  })

  it('没发布成功，写在发布的地方', async () => {
    const { screen } = await open(owned, {
      'owner.getPlan': draftOf('validated', null),
      'owner.publishPlan': refuse('PLAN_EFFECTIVE_TAKEN'),
    })
    await screen.tap('发布 开张版')
    await screen.tap('发布，现在起生效')
    expect(screen.text()).toContain('没有发布：这个时刻已经有一版要生效')
  })

  it('将生效的一版：写明从哪一刻起，可以撤回', async () => {
    const [coming] = [{ ...teaDesk.plan.inForce!, id: 'pln_c', effectiveAt: NOW + 3_600_000 }]
    const scheduled = [{ ...coming, rules: { ...coming.rules, version: '2026-12-A' } }]
    const { screen, cloud } = await open(teaDesk, {
      'owner.getPlan': { ...teaDesk.plan, scheduled },
      'owner.withdrawPlan': {},
    })
    expect(screen.text()).toContain('2026-12-A已发布11 月 20 日 10:41 起')
    await screen.tap('撤回')
    expect(screen.text()).toContain('撤回后现在这版接着用')
    expect(cloud.callsOf('owner.withdrawPlan')).toEqual([])
    cloud.answer({ 'owner.getPlan': teaDesk.plan })
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.withdrawPlan')[0]?.input).toEqual({ planId: 'pln_c' })
    expect(screen.has('2026-12-A')).toBe(false)
  })

  it('撤不回来时说原因', async () => {
    const scheduled = [{ ...teaDesk.plan.inForce!, id: 'pln_c', effectiveAt: NOW + 1 }]
    const { screen } = await open(teaDesk, {
      'owner.getPlan': { ...teaDesk.plan, scheduled },
      'owner.withdrawPlan': refuse('PLAN_NOT_WITHDRAWABLE'),
    })
    await screen.tap('撤回')
    await press(screen, '.fy-dialog-button')
    expect(screen.text()).toContain('没有撤回：这一版已经生效，不能撤回')
  })

  it('用过的：什么时候起、试算过没有、撤回过没有', async () => {
    const past = (id: string, version: string, changes: object) => {
      const { rules, ...rest } = teaDesk.plan.inForce!
      return { ...rest, ...changes, id, rules: { ...rules, version } }
    }
    const history = [
      past('p1', '旧一', { status: 'superseded', simulationId: 'sim_1' }),
      past('p2', '旧二', { status: 'withdrawn', simulationId: null }),
    ]
    const { screen, visits } = await open(teaDesk, {
      'owner.getPlan': { ...teaDesk.plan, history },
    })
    expect(screen.text()).toContain('11 月 20 日 09:41 起 · 试算过')
    expect(screen.text()).toContain('旧二生效前撤回了')
    await screen.tap('旧一')
    await screen.tap('看发布前的试算')
    expect(visits).toEqual(['navigateTo /pages/owner/simulate/index?plan=p1&id=sim_1'])
  })

  it('规格的比例写规格的名字，不写编号', async () => {
    const overrides = [{ scope: 'sku' as const, id: 'sku_two', rateBps: [bps(700)] }]
    const inForce = {
      ...teaDesk.plan.inForce!,
      rules: { ...teaDesk.plan.inForce!.rules, overrides },
    }
    const skus = [{ id: 'sku_two', name: '武夷肉桂礼盒 两罐' }]
    const { screen } = await open(teaDesk, { 'owner.getPlan': { ...teaDesk.plan, inForce, skus } })
    expect(screen.text()).toContain('规格 · 武夷肉桂礼盒 两罐')
    expect(screen.text()).not.toContain('编号')
  })

  it('多于两位小数的比例不往外送', async () => {
    const { screen, cloud } = await open(teaDesk)
    await screen.tap('改一版')
    await screen.type('一级', '10.555')
    await screen.tap('存草稿，检查一遍')
    expect(screen.text()).toContain('最多两位小数')
    expect(cloud.callsOf('owner.savePlanDraft')).toEqual([])
  })

  it.each([
    ['COMPLIANCE_CAP_TOO_HIGH', '佣金总上限不能超过 30%'],
    ['COMPLIANCE_TOO_MANY_LEVELS', '最多只能设两级佣金（《禁止传销条例》第七条）'],
    ['COMPLIANCE_ENTRY_FEE', '不能向分销员收入门费（《禁止传销条例》第七条）'],
    ['COMPLIANCE_HEADCOUNT_REWARD', '不能按拉人头发奖励（《禁止传销条例》第七条）'],
  ] as const)('不合规（%s）时，写出依据', async (code, words) => {
    const { screen } = await open(teaDesk, { 'owner.savePlanDraft': refuse(code) })
    await screen.tap('改一版')
    await screen.tap('存草稿，检查一遍')
    expect(screen.text()).toContain(words)
    expect(screen.has('发布 2026-11-B')).toBe(false)
  })

  it('单独给一个分类定比例，写进草稿', async () => {
    const { screen, cloud } = await open(teaDesk, planServer(teaDesk))
    await screen.tap('改一版')
    await screen.tap('添加')
    await press(screen, '.fy-sheet .fy-seg-item', 1)
    await screen.tap('岩茶')
    await screen.type('一级比例', '8')
    await screen.tap('写进草稿')
    expect(screen.text()).toContain('分类 · 岩茶')
    await screen.tap('存草稿，检查一遍')
    expect(cloud.callsOf('owner.savePlanDraft')[0]?.input).toMatchObject({
      rules: {
        overrides: [
          { scope: 'product', id: 'prd_rougui', rateBps: [bps(1200), bps(300)] },
          { scope: 'category', id: 'cat_rock', rateBps: [800] },
        ],
      },
    })
  })

  it('没存就返回，先问一句', async () => {
    const { screen, visits } = await open(teaDesk)
    await screen.tap('改一版')
    await screen.type('一级', '11')
    await screen.tap('返回')
    expect(screen.text()).toContain('还有没保存的修改')
    await screen.tap('接着写')
    expect(visits).toEqual([])
  })

  it('财务只能看', async () => {
    const { screen } = await open({ ...teaDesk, session: mountainDesk.session })
    expect(screen.has('改一版')).toBe(false)
    expect(screen.text()).toContain('9.5% + 3%')
  })
})
