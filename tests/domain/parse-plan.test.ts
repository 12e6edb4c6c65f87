// The compliance guard and plan.json: what is refused, with which code, in which order.
import { describe, expect, it } from 'vitest'
import { parsePlan, parsePlanText } from '../../cloudfunctions/domain/commission/parse-plan'
import { PLAN_JSON, refusalOf } from './support/builders'

const with_ = (changes: Readonly<Record<string, unknown>>) => ({ ...PLAN_JSON, ...changes })
const override = (changes: Readonly<Record<string, unknown>>) =>
  with_({ overrides: [{ scope: 'sku', id: 'S1', rateBps: [1], ...changes }] })
const campaign = (changes: Readonly<Record<string, unknown>>) =>
  with_({ overrides: [{ ...PLAN_JSON.overrides[0], ...changes }] })

describe('a plan that may be published', () => {
  it('is read as it is written', () => {
    expect(parsePlanText(JSON.stringify(PLAN_JSON))).toEqual(PLAN_JSON)
  })

  it.each([
    ['one level only', { rateBps: [1000] }],
    ['an override with two levels where the plan has one', { rateBps: [1000] }],
    ['no tiers and no overrides', { tierBonusBps: {}, overrides: [] }],
    ['fees said to be 0', { entryFeeFen: 0, headcountRewardFen: 0 }],
    ['rates whose sum exceeds the cap', { rateBps: [9000, 9000] }],
    ['a freeze of a year', { freezeDays: 365 }],
  ])('may have %s', (_label, changes) => {
    expect(parsePlan(with_(changes)).version).toBe('2026-11-A')
  })
})

describe('a plan that breaks the law', () => {
  it.each([
    ['a third level in the plan', { rateBps: [1, 1, 1] }, 'COMPLIANCE_TOO_MANY_LEVELS'],
    ['a third level in a bonus', { tierBonusBps: { a: [1, 1, 1] } }, 'COMPLIANCE_TOO_MANY_LEVELS'],
    [
      'a third level in an override',
      { overrides: [{ rateBps: [1, 1, 1] }] },
      'COMPLIANCE_TOO_MANY_LEVELS',
    ],
    ['a cap of 30.01 %', { capBps: 3001 }, 'COMPLIANCE_CAP_TOO_HIGH'],
    ['an entry fee', { entryFeeFen: 1 }, 'COMPLIANCE_ENTRY_FEE'],
    ['pay per head', { headcountRewardFen: 1 }, 'COMPLIANCE_HEADCOUNT_REWARD'],
    [
      'everything at once: levels first',
      { rateBps: [1, 1, 1], capBps: 9999, entryFeeFen: 1, headcountRewardFen: 1, version: '' },
      'COMPLIANCE_TOO_MANY_LEVELS',
    ],
    [
      'then the cap, even if the plan is malformed',
      { rateBps: 'x', capBps: 3000.5, entryFeeFen: 1 },
      'COMPLIANCE_CAP_TOO_HIGH',
    ],
    ['then the fee', { entryFeeFen: 1, headcountRewardFen: 1, version: 1 }, 'COMPLIANCE_ENTRY_FEE'],
    ['then pay per head', { headcountRewardFen: 0.5, what: 1 }, 'COMPLIANCE_HEADCOUNT_REWARD'],
  ])('%s', (_label, changes, code) => {
    expect(refusalOf(() => parsePlan(with_(changes))).code).toBe(code)
  })
})

describe('a plan that is not filled in', () => {
  it.each([
    ['no object', [], 'plan'],
    ['a null', null, 'plan'],
    ['a missing key', { ...PLAN_JSON, freezeDays: undefined }, 'freezeDays'],
    ['an unknown key', with_({ note: 'x' }), 'note'],
    ['an empty version', with_({ version: '' }), 'version'],
    ['another profile', with_({ profile: 'us' }), 'profile'],
    ['no rate', with_({ rateBps: [] }), 'rateBps'],
    ['a rate in per cent', with_({ rateBps: [10.5] }), 'rateBps[0]'],
    ['a rate over 100 %', with_({ rateBps: [1, 10_001] }), 'rateBps[1]'],
    ['a negative bonus', with_({ tierBonusBps: { gold: [-1] } }), 'tierBonusBps.gold[0]'],
    ['a text as cap', with_({ capBps: '3000' }), 'capBps'],
    ['a fee as text', with_({ entryFeeFen: '1' }), 'entryFeeFen'],
    ['a fee of null', with_({ entryFeeFen: null }), 'entryFeeFen'],
    ['a negative fee', with_({ headcountRewardFen: -1 }), 'headcountRewardFen'],
    ['another self-purchase', with_({ selfPurchase: 'half' }), 'selfPurchase'],
    ['a freeze of 366 days', with_({ freezeDays: 366 }), 'freezeDays'],
    ['an unknown scope', override({ scope: 'brand' }), 'overrides[0].scope'],
    ['a SKU rule with a window', override({ from: 'x' }), 'overrides[0].from'],
    ['an empty id', override({ id: '' }), 'overrides[0].id'],
    [
      'the same override twice',
      with_({ overrides: [PLAN_JSON.overrides[1], PLAN_JSON.overrides[1]] }),
      'overrides[1].id',
    ],
    ['a campaign without products', campaign({ productIds: [] }), 'overrides[0].productIds'],
    [
      'a campaign that ends as it starts',
      campaign({ to: PLAN_JSON.overrides[0].from }),
      'overrides[0].to',
    ],
    ['a moment without offset', campaign({ from: '2026-11-01T00:00:00' }), 'overrides[0].from'],
    ['30 February', campaign({ from: '2026-02-30T00:00:00Z' }), 'overrides[0].from'],
  ])('%s', (_label, plan, field) => {
    expect(refusalOf(() => parsePlan(plan))).toEqual({ code: 'PLAN_INVALID', facts: { field } })
  })

  it('is refused when the text is no JSON', () => {
    expect(refusalOf(() => parsePlanText('{')).code).toBe('PLAN_INVALID')
  })
})
