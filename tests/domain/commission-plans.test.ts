// Versions of the plan: which moves there are, and which version pays an order placed at a moment.
import { array, assert as check, integer, property } from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { PLAN_STATUSES, type LevelRates, type CommissionPlan } from '@contract/model/distribution'
import type { PlanTerm } from '@contract/model/shop'
import { bps } from '@contract/money'
import { DAY_MS, HOUR_MS } from '@contract/time'
import { canMovePlan } from '../../cloudfunctions/domain/commission/plan-lifecycle'
import {
  addTerm,
  dropOld,
  planInForce,
  plansOver,
  plansToCome,
  withdrawTerm,
} from '../../cloudfunctions/domain/commission/plan-schedule'
import { validatePlan } from '../../cloudfunctions/domain/commission/validate-plan'
import { NOON, planOf, refusalOf } from './support/builders'

const term = (planId: string, effectiveAt: number): PlanTerm => {
  return { planId, version: planId, effectiveAt }
}
const A = term('A', NOON - 40 * DAY_MS)
const B = term('B', NOON - HOUR_MS)
const C = term('C', NOON + HOUR_MS)
const ids = (terms: readonly PlanTerm[]) => terms.map(({ planId }) => planId).join('')

describe('the life of a plan', () => {
  it('has these moves and no others', () => {
    const moves = PLAN_STATUSES.flatMap((from) =>
      PLAN_STATUSES.filter((to) => canMovePlan(from, to)).map((to) => `${from} → ${to}`),
    )
    expect(moves).toEqual([
      'draft → validated',
      'validated → draft',
      'validated → simulated',
      'validated → published',
      'simulated → draft',
      'simulated → published',
      'published → superseded',
      'published → withdrawn',
    ])
  })
})

describe('the version in force for an order placed', () => {
  it.each([
    ['before the first plan', A.effectiveAt - 1, null],
    ['the moment it begins', A.effectiveAt, 'A'],
    ['just before the next', B.effectiveAt - 1, 'A'],
    ['the moment the next begins', B.effectiveAt, 'B'],
    ['now', NOON, 'B'],
    ['once the one to come has begun', C.effectiveAt, 'C'],
  ])('%s', (_label, at, planId) => {
    expect(planInForce([A, B, C], at)?.planId ?? null).toBe(planId)
    expect(planInForce([C, A, B], at)?.planId ?? null).toBe(planId)
  })

  it('of two that begin together, the later published one', () => {
    expect(planInForce([A, B, term('b', B.effectiveAt)], NOON)?.planId).toBe('b')
  })

  it('is always the latest that has begun, however many there are', () => {
    const moments = array(integer({ min: 0, max: 50 }), { maxLength: 12 })
    check(
      property(moments, integer({ min: 0, max: 50 }), (begun, at) => {
        const terms = begun.map((moment, index) => term(String(index), moment))
        const found = planInForce(terms, at)
        const latest = Math.max(...begun.filter((moment) => moment <= at))
        expect(found?.effectiveAt ?? -Infinity).toBe(latest)
        expect(plansOver(terms, at)).toHaveLength(
          Math.max(0, begun.filter((moment) => moment <= at).length - 1),
        )
        const kept = dropOld(terms, at)
        expect(planInForce(kept, at)).toEqual(found)
        expect(plansToCome(kept, at)).toEqual(plansToCome(terms, at))
      }),
    )
  })
})

describe('publishing', () => {
  it('now: what was in force is over, and stays to be found for a day', () => {
    const terms = addTerm([A, B, C], term('D', NOON), NOON)
    expect(planInForce(terms, NOON)?.planId).toBe('D')
    expect(ids(plansOver(terms, NOON))).toBe('AB')
    expect(ids(dropOld(terms, NOON + DAY_MS - 1))).toBe('BDC')
    expect(ids(dropOld(terms, NOON + DAY_MS))).toBe('DC')
  })

  it('later: the one in force goes on until then', () => {
    const terms = addTerm([A, B], C, NOON)
    expect(planInForce(terms, NOON)?.planId).toBe('B')
    expect(ids(plansToCome(terms, NOON))).toBe('C')
  })

  it.each([
    ['a moment that is over', NOON - 1, 'PLAN_EFFECTIVE_PAST'],
    ['the moment at which another begins', C.effectiveAt, 'PLAN_EFFECTIVE_TAKEN'],
  ])('not from %s', (_label, at, code) => {
    expect(refusalOf(() => addTerm([A, B, C], term('D', at), NOON)).code).toBe(code)
  })
})

describe('withdrawing', () => {
  it('takes away what is still to come', () => {
    expect(ids(withdrawTerm([A, B, C], 'C', NOON))).toBe('AB')
  })

  it.each([
    ['what is in force', 'B', NOON],
    ['what is over', 'A', NOON],
    ['what begins this very moment', 'C', C.effectiveAt],
    ['what was never published', 'Z', NOON],
  ])('not %s', (_label, planId, now) => {
    expect(refusalOf(() => withdrawTerm([A, B, C], planId, now)).code).toBe('PLAN_NOT_WITHDRAWABLE')
  })
})

describe('checking a draft', () => {
  const plan = (changes: Partial<CommissionPlan> = {}): CommissionPlan => ({
    _id: 'pln_1',
    status: 'draft',
    rules: planOf(),
    createdAt: NOON,
    validatedAt: null,
    simulationId: null,
    publishedAt: null,
    publishedBy: null,
    effectiveAt: null,
    ...changes,
  })
  it('marks it checked, with the moment', () => {
    expect(validatePlan(plan(), NOON)).toMatchObject({ status: 'validated', validatedAt: NOON })
  })
  it('leaves one that is further as it is', () => {
    const simulated = plan({ status: 'simulated', validatedAt: 1, simulationId: 'sim_1' })
    expect(validatePlan(simulated, NOON)).toEqual(simulated)
  })
  it('believes nothing of what is stored', () => {
    const rules = { ...planOf(), headcountRewardFen: 1 }
    for (const status of ['draft', 'validated', 'simulated'] as const) {
      expect(refusalOf(() => validatePlan(plan({ status, rules }), NOON)).code).toBe(
        'COMPLIANCE_HEADCOUNT_REWARD',
      )
    }
  })
  it('is over once it is published', () => {
    expect(refusalOf(() => validatePlan(plan({ status: 'published' }), NOON)).code).toBe(
      'PLAN_NOT_DRAFT',
    )
  })
})

describe('a third level', () => {
  it('cannot be written down: the type of rates has one or two places', () => {
    expectTypeOf<LevelRates['length']>().toEqualTypeOf<1 | 2>()
    const rate = bps(100)
    // @ts-expect-error three places are none too few
    const three: LevelRates = [rate, rate, rate]
    // @ts-expect-error and none is too few
    const none: LevelRates = []
    expect([three, none]).toHaveLength(2)
  })
})
