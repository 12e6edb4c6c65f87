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
    const { screen, cloud } = await open(teaDesk, {
      'owner.savePlanDraft': {
        planId: 'pln_b',
        warnings: [{ rule: 'product:prd_rougui', tier: 'gold', totalBps: 3350 }],
      },
      'owner.publishPlan': { version: '2026-11-B', effectiveAt: NOW },
    })
    await screen.tap('改一版')
    await screen.type('一级', '10.05')
    await screen.type('玉露 一级加成', '3.5')
    await screen.tap('存草稿，检查一遍')
    expect(cloud.callsOf('owner.savePlanDraft')[0]?.input).toMatchObject({
      rules: {
        version: '2026-11-B',
        rateBps: [1005, 300],
        tierBonusBps: { jade: [350, 0], gold: [250, 50] },
        capBps: 3000,
        freezeDays: 7,
      },
    })
    expect(screen.text()).toContain(
      '商品 · 武夷肉桂礼盒，金毫：两级合计 33.5%，会按 30% 上限等比减少',
    )
    expect(screen.text()).toContain('合规检查通过')
    await screen.tap('发布 2026-11-B')
    expect(screen.text()).toContain('新订单从现在起按这版算，已下的单不变')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.publishPlan')[0]?.input).toEqual({ planId: 'pln_b' })
    expect(cloud.callsOf('owner.getPlan')).toHaveLength(2)
  })

  it('检查后又改了，要再检查一遍才能发布', async () => {
    const { screen } = await open(teaDesk, {
      'owner.savePlanDraft': { planId: 'pln_b', warnings: [] },
    })
    await screen.tap('改一版')
    await screen.tap('存草稿，检查一遍')
    expect(screen.has('发布 2026-11-B')).toBe(true)
    await screen.type('二级', '2')
    expect(screen.has('发布 2026-11-B')).toBe(false)
    expect(screen.text()).not.toContain('合规检查通过')
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
    const { screen, cloud } = await open(teaDesk, {
      'owner.savePlanDraft': { planId: 'pln_b', warnings: [] },
    })
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
