// Tiers as an owner reads them: what is asked, over which months, who rises at once, who keeps, who falls.
import { describe, expect, it } from 'vitest'
import { startOfMonth } from '@contract/time'
import type { TierKey } from '@contract/model/shop'
import type { DistributorFigures, DistributorSums } from '@contract/model/aggregate'
import type { TierCondition, TierRule, TierTerms } from '@contract/model/tier'
import type { PlanRules } from '@contract/model/distribution'
import { NO_SUMS } from '../../cloudfunctions/domain/aggregate/sums'
import { guardTiers } from '../../cloudfunctions/domain/tier/guard-tiers'
import {
  judgeHoldEnd,
  judgeMonth,
  judgeNow,
  type TierSubject,
} from '../../cloudfunctions/domain/tier/judge-tier'
import { nextStep } from '../../cloudfunctions/domain/tier/progress'
import { reachTier } from '../../cloudfunctions/domain/tier/reach-tier'
import { readWindow } from '../../cloudfunctions/domain/tier/read-window'
import { planOf, refusalOf } from './support/builders'

const sums = (of: Partial<Record<keyof DistributorSums, number>>) =>
  ({ ...NO_SUMS, ...of }) as DistributorSums
const figures = (months: Record<string, Partial<Record<keyof DistributorSums, number>>>) =>
  ({
    ever: sums({
      salesFen: Object.values(months).reduce((sum, month) => sum + (month.salesFen ?? 0), 900),
    }),
    months: Object.fromEntries(Object.entries(months).map(([month, of]) => [month, sums(of)])),
  }) as Pick<DistributorFigures, 'ever' | 'months'>

const sell = (atLeast: number, window: TierCondition['window'] = 'this-month'): TierCondition => ({
  measure: 'own-sales',
  window,
  atLeast,
})
const rule = (key: TierKey, conditions: TierCondition[] = [], need: TierRule['need'] = 'all') => ({
  key,
  name: { sprout: '新芽', silver: '银毫', gold: '金毫', jade: '玉露' }[key],
  need,
  conditions,
})
const terms = (changes: Partial<TierTerms> = {}): TierTerms => ({
  tiers: [
    rule('sprout'),
    rule('silver', [sell(1000)]),
    rule('gold', [sell(5000), { measure: 'paid-orders', window: 'this-month', atLeast: 3 }]),
    rule('jade'),
  ],
  keep: { check: 'monthly', graceMonths: 1, demoteTo: 'one-step' },
  ...changes,
})
const person = (tier: TierKey, changes: Partial<TierSubject> = {}): TierSubject => ({
  status: 'active',
  tier,
  standings: [{ at: startOfMonth('2026-01'), status: 'active', tier }],
  ...changes,
})
const NOV = '2026-11'
const NOW = startOfMonth(NOV) + 1
const at = { now: NOW, month: NOV }

describe('时间窗', () => {
  const year = figures({
    '2026-11': { salesFen: 1 },
    '2026-10': { salesFen: 20 },
    '2026-09': { salesFen: 300 },
    '2026-06': { salesFen: 4000 },
    '2025-12': { salesFen: 50000 },
    '2025-11': { salesFen: 600000 },
  })
  it.each([
    ['this-month', 1],
    ['last-month', 20],
    ['last-3-months', 321],
    ['last-6-months', 4321],
    ['last-12-months', 54321],
    ['ever', 655221],
  ] as const)('%s 是 %i', (window, value) => {
    expect(readWindow(year, 'own-sales', window, NOV)).toBe(value)
  })

  it('还没有的指标和还没有数字的人都是 0', () => {
    expect(readWindow(year, 'assessment-score', 'ever', NOV)).toBe(0)
    expect(readWindow(null, 'own-sales', 'ever', NOV)).toBe(0)
  })
})

describe('达到哪一级', () => {
  it.each<[string, Partial<Record<keyof DistributorSums, number>>, TierKey]>([
    ['差一分', { salesFen: 999 }, 'sprout'],
    ['刚好', { salesFen: 1000 }, 'silver'],
    ['全部满足才算：单数不够', { salesFen: 9000, orders: 2 }, 'silver'],
    ['全部满足', { salesFen: 9000, orders: 3 }, 'gold'],
  ])('%s', (_words, month, tier) => {
    expect(reachTier(terms(), figures({ [NOV]: month }), NOV)).toBe(tier)
  })

  it('任一满足：有一项够就行', () => {
    const [sprout, silver, gold, jade] = terms().tiers as [TierRule, TierRule, TierRule, TierRule]
    const any = terms({ tiers: [sprout, silver, { ...gold, need: 'any' }, jade] })
    expect(reachTier(any, figures({ [NOV]: { salesFen: 10, orders: 3 } }), NOV)).toBe('gold')
  })

  it('没有条件的等级靠数字到不了；下一级跳过它', () => {
    const rich = figures({ [NOV]: { salesFen: 10 ** 9, orders: 999 } })
    expect(reachTier(terms(), rich, NOV)).toBe('gold')
    expect(nextStep(terms(), 'gold', rich, NOV)).toBeNull()
    expect(nextStep(terms(), 'sprout', null, NOV)).toMatchObject({
      tier: 'silver',
      figures: [{ atLeast: 1000, value: 0 }],
    })
  })
})

describe('当下', () => {
  const rich = figures({ [NOV]: { salesFen: 2000 } })
  it('数字够了就升，带着那时的数字', () => {
    expect(judgeNow(terms(), person('sprout'), rich, at)).toMatchObject({
      to: 'silver',
      cause: 'reached',
      figures: [{ measure: 'own-sales', atLeast: 1000, value: 2000 }],
    })
  })
  const hold = { reason: '试用', at: 0, untilOn: null, endsAt: null }
  it.each([
    ['已经是', person('silver'), rich],
    ['比数字高的不降', person('gold'), rich],
    ['冻结的不动', person('sprout', { status: 'frozen' }), rich],
    ['店主保留的不动', person('sprout', { tierHold: hold }), rich],
    ['没有数字的', person('sprout'), null],
  ])('%s：什么也不变', (_words, subject, own) => {
    expect(judgeNow(terms(), subject, own, at)).toBeNull()
  })
  it('保留过期就照数字来，升降都可以', () => {
    const ended = person('gold', { tierHold: { ...hold, untilOn: '2026-10-31', endsAt: NOW } })
    expect(judgeHoldEnd(terms(), ended, rich, at)).toMatchObject({ to: 'silver' })
    expect(judgeNow(terms(), { ...ended, tier: 'sprout' }, rich, at)).toMatchObject({
      to: 'silver',
    })
  })
})

describe('月底', () => {
  const DEC = { now: startOfMonth('2026-12') + 1, month: NOV }
  const none = figures({})
  it.each([
    ['保住了，什么也不写', 'silver', { [NOV]: { salesFen: 1000 } }, {}, null],
    ['第一次没保住，只提醒', 'silver', {}, {}, ['silver', 'warned', 1]],
    [
      '再一次没保住，降一级',
      'gold',
      {},
      { tierKeeping: { month: '2026-10', missed: 1 } },
      ['silver', 'missed', 0],
    ],
    [
      '补上了，前面的不再算',
      'silver',
      { [NOV]: { salesFen: 1000 } },
      { tierKeeping: { month: '2026-10', missed: 1 } },
      ['silver', null, 0],
    ],
    ['这个月已经看过', 'gold', {}, { tierKeeping: { month: NOV, missed: 1 } }, null],
    ['最低一级没有可降的', 'sprout', {}, {}, null],
    ['冻结的不看', 'gold', {}, { status: 'frozen' as const }, null],
    [
      '月底之后才升上来的不看',
      'gold',
      {},
      {
        standings: [
          { at: startOfMonth('2026-12'), status: 'active' as const, tier: 'gold' as const },
        ],
      },
      null,
    ],
  ] as const)('%s', (_words, tier, months, changes, expected) => {
    const verdict = judgeMonth(terms(), person(tier, changes), figures(months), DEC)
    const told = verdict && [verdict.to, verdict.cause, verdict.keeping?.missed]
    expect(told).toEqual(expected)
  })

  it('店主选了“降到数字够得上的一级”就一次到位；选了“不降”就都留着', () => {
    const late = person('jade', { tierKeeping: { month: '2026-10', missed: 1 } })
    const keep = { check: 'monthly', graceMonths: 1, demoteTo: 'figures' } as const
    expect(judgeMonth(terms({ keep }), late, none, DEC)).toMatchObject({ to: 'sprout' })
    expect(judgeMonth(terms(), late, none, DEC)).toMatchObject({ to: 'gold' })
    const never = { ...keep, check: 'never' } as const
    expect(judgeMonth(terms({ keep: never }), late, none, DEC)).toBeNull()
  })

  it('没有宽限就第一次降', () => {
    const keep = { check: 'monthly', graceMonths: 0, demoteTo: 'one-step' } as const
    expect(judgeMonth(terms({ keep }), person('gold'), none, DEC)).toMatchObject({
      to: 'silver',
      cause: 'missed',
    })
  })
})

describe('合规', () => {
  const heads: TierCondition = { measure: 'direct-members', window: 'ever', atLeast: 5 }
  const withHeads = (key: TierKey, need: TierRule['need'] = 'all') =>
    terms({
      tiers: terms().tiers.map((one) =>
        one.key === key ? { ...one, need, conditions: [sell(1000), heads] } : one,
      ),
    })
  const free = planOf({ tierBonusBps: { silver: [100] } })
  const paid = planOf({ tierBonusBps: { gold: [0, 50] } })
  it.each([
    ['只有销售条件的可以加佣金', terms(), paid, null],
    ['人数条件的等级没有加成，可以', withHeads('gold'), free, null],
    ['人数条件加佣金，哪怕还要销售', withHeads('gold'), paid, 'COMPLIANCE_HEADCOUNT_PAY'],
    ['人数条件加佣金，任一满足', withHeads('gold', 'any'), paid, 'COMPLIANCE_HEADCOUNT_PAY'],
  ])('%s', (_words, tiers, plan: PlanRules, code) => {
    const run = () => guardTiers(tiers, [free, plan])
    if (code === null) expect(run).not.toThrow()
    else expect(refusalOf(run)).toEqual({ code, facts: { tier: '金毫' } })
  })

  const changed = (index: number, change: Partial<TierRule>) =>
    terms({ tiers: terms().tiers.map((one, n) => (n === index ? { ...one, ...change } : one)) })
  it.each([
    ['没有名字', changed(1, { name: ' ' }), 'name'],
    ['重名', changed(1, { name: '金毫' }), 'name'],
    ['第一级有条件', changed(0, { conditions: [sell(1)] }), 'sprout.conditions'],
    ['零', changed(1, { conditions: [sell(0)] }), 'silver.atLeast'],
    ['同一个条件两次', changed(1, { conditions: [sell(1), sell(2)] }), 'silver.conditions'],
    [
      '还没有的培训',
      changed(1, { conditions: [{ measure: 'training-passed', window: 'ever', atLeast: 1 }] }),
      'silver.training-passed',
    ],
    ['少一级', terms({ tiers: terms().tiers.slice(1) }), 'tiers'],
    [
      '宽限太长',
      terms({ keep: { check: 'monthly', graceMonths: 7, demoteTo: 'figures' } }),
      'keep',
    ],
  ])('不能发布：%s', (_words, tiers, field) => {
    expect(refusalOf(() => guardTiers(tiers, []))).toEqual({
      code: 'TIER_INVALID',
      facts: { field },
    })
  })
})
