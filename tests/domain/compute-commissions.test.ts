// The worked table of commissions: who earns how much from one line, and by which rule.
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import { compilePlan } from '../../cloudfunctions/domain/commission/compile-plan'
import { computeCommissions } from '../../cloudfunctions/domain/commission/compute-commissions'
import { splitUnderCap } from '../../cloudfunctions/domain/commission/pay-on-base'
import { findBeneficiaries } from '../../cloudfunctions/domain/commission/find-beneficiaries'
import { findRule } from '../../cloudfunctions/domain/commission/find-rule'
import { previewEarning } from '../../cloudfunctions/domain/commission/preview-earning'
import { recomputeFromSteps } from '../../cloudfunctions/domain/commission/recompute-from-steps'
import { warnOverCap } from '../../cloudfunctions/domain/commission/warn-over-cap'
import { candidate, lineOf, NOON, planOf } from './support/builders'

const mei = { distributorId: 'mei', tier: 'silver' }
const lan = { distributorId: 'lan', tier: 'gold' }

function pay(line: Parameters<typeof lineOf>[0], plan = planOf(), at = NOON) {
  const beneficiaries = { level1: mei, level2: lan }
  return computeCommissions({ plan: compilePlan(plan), at, lines: [lineOf(line)], beneficiaries })
}

describe('what a line pays (level 1 silver, level 2 gold)', () => {
  it.each([
    ['the plan’s own rates plus bonus', { baseFen: 10_000 }, 'plan', [1100, 1100], [350, 350]],
    [
      'a category rule',
      { categoryId: 'C1', baseFen: 10_000 },
      'category:C1',
      [900, 900],
      [250, 250],
    ],
    [
      'a SKU rule before the campaign’s end, SKU of another product',
      { skuId: 'S1', categoryId: 'C1', baseFen: 10_000 },
      'sku:S1',
      [1600, 1600],
      [450, 450],
    ],
    [
      'a campaign before the SKU',
      { skuId: 'S1', productId: 'P1', baseFen: 10_000 },
      'campaign:K1',
      [1900, 1900],
      [550, 550],
    ],
    ['one fen is floored away', { baseFen: 9 }, 'nobody', [0, 0], [0, 0]],
    ['rounded down', { baseFen: 999 }, 'plan', [1100, 109], [350, 34]],
  ] as const)('%s', (_label, line, rule, [rate1, amount1], [rate2, amount2]) => {
    const [first, second] = pay(line)
    if (rule === 'nobody') return expect(first).toBeUndefined()
    expect(first?.lines[0]).toMatchObject({ rule, rateBps: rate1, amountFen: amount1 })
    expect(second?.lines[0]).toMatchObject({ rule, rateBps: rate2, amountFen: amount2 })
  })

  it('a rate of 0 stays 0: it takes no tier bonus', () => {
    expect(pay({ productId: 'P2' })).toEqual([])
  })

  it('a rule with one level pays level 2 nothing, bonus or not', () => {
    const rows = pay({}, planOf({ rateBps: [1000] }))
    expect(rows.map((row) => [row.level, row.amountFen])).toEqual([[1, 1100]])
  })

  it('the cap shrinks both in proportion and marks the line', () => {
    const rows = pay({ baseFen: 10_001 }, planOf({ rateBps: [2900, 2950] }))
    expect(rows.map((row) => row.lines[0]?.amountFen)).toEqual([1500, 1500])
    expect(rows.every((row) => row.lines[0]?.isCapped)).toBe(true)
  })

  it.each([
    ['they fit', 3, 4, 7, [3, 4]],
    ['a tie goes to level 1', 5, 5, 5, [3, 2]],
    ['the larger remainder gets the fen', 2, 1, 2, [1, 1]],
    ['level 1 alone', 9, 0, 4, [4, 0]],
    ['level 2 alone', 0, 9, 4, [0, 4]],
    ['a cap of nothing', 5, 5, 0, [0, 0]],
    ['beyond 2^53', 7e11, 3e11, 3e11, [2.1e11, 0.9e11]],
  ])('split under a cap: %s', (_label, wanted1, wanted2, cap, expected) => {
    expect(splitUnderCap(fen(wanted1), fen(wanted2), fen(cap))).toEqual(expected)
  })
})

describe('which rule is found', () => {
  const at = (text: string) => Date.parse(text)
  const window = (id: string, from: string, to: string) => ({
    scope: 'campaign',
    id,
    productIds: ['P1'],
    from: `2026-11-${from}T00:00:00+08:00`,
    to: `2026-11-${to}T00:00:00+08:00`,
    rateBps: [1],
  })
  const plan = compilePlan(
    planOf({
      overrides: [
        window('K2', '01', '20'),
        window('K9', '05', '10'),
        window('K3', '05', '10'),
        { scope: 'product', id: 'P1', rateBps: [2] },
      ],
    }),
  )
  it.each([
    ['a second before it starts', '2026-10-31T23:59:59+08:00', 'product:P1'],
    ['the moment it starts', '2026-11-01T00:00:00+08:00', 'campaign:K2'],
    [
      'two overlap: the latest start; a tie: the smallest id',
      '2026-11-06T00:00:00+08:00',
      'campaign:K3',
    ],
    ['the moment the shorter ends', '2026-11-10T00:00:00+08:00', 'campaign:K2'],
    ['the moment all have ended', '2026-11-20T00:00:00+08:00', 'product:P1'],
  ])('%s', (_label, moment, name) => {
    const subject = { skuId: 'S9', productId: 'P1', categoryId: 'C1' }
    expect(findRule(plan, subject, at(moment)).name).toBe(name)
  })

  it('a tier called constructor has no bonus', () => {
    const rows = computeCommissions({
      plan: compilePlan(planOf()),
      at: NOON,
      lines: [lineOf({})],
      beneficiaries: { level1: { distributorId: 'x', tier: 'constructor' }, level2: null },
    })
    expect(rows[0]?.amountFen).toBe(1000)
  })
})

describe('who earns', () => {
  const m = candidate('mei')
  const l = candidate('lan')
  const frozen = candidate('mei', '', 'frozen')
  const gone = candidate('lan', '', 'exited')
  it.each([
    ['sharer and inviter', 'buyer', m, l, 'none', ['mei', 'lan']],
    ['no sharer: nobody', 'buyer', null, l, 'none', [null, null]],
    ['no inviter', 'buyer', m, null, 'none', ['mei', null]],
    ['a frozen sharer: level 2 still earns as level 2', 'buyer', frozen, l, 'none', [null, 'lan']],
    ['an exited inviter', 'buyer', m, gone, 'none', ['mei', null]],
    ['the buyer is the sharer, mode none: nobody', 'mei', m, l, 'none', [null, null]],
    ['the buyer is the sharer, mode self: both', 'mei', m, l, 'self', ['mei', 'lan']],
    ['the buyer invited the sharer: never level 2', 'lan', m, l, 'self', ['mei', null]],
  ] as const)('%s', (_label, buyerId, sharer, inviter, selfPurchase, [first, second]) => {
    const found = findBeneficiaries({ buyerId, sharer, inviter, selfPurchase })
    expect(found.level1?.distributorId ?? null).toBe(first)
    expect(found.level2?.distributorId ?? null).toBe(second)
  })
})

describe('what is said about it', () => {
  it('names each step, from which alone the amount follows', () => {
    const [first] = pay({
      quantity: 3,
      unitPriceFen: fen(400),
      discountFen: fen(201),
      baseFen: fen(999),
    })
    const line = first?.lines[0]
    expect(line?.steps).toEqual([
      { step: 'base', unitPriceFen: 400, quantity: 3, discountFen: 201, baseFen: 999 },
      {
        step: 'rule',
        matched: 'plan',
        ruleId: null,
        skipped: ['campaign', 'sku', 'product', 'category'],
        rateBps: 1000,
      },
      { step: 'tier-bonus', tier: 'silver', bonusBps: 100, totalBps: 1100 },
      { step: 'amount', baseFen: 999, rateBps: 1100, amountFen: 109 },
      {
        step: 'cap',
        capBps: 3000,
        capFen: 299,
        wantedFen: [109, 34],
        isCapped: false,
        amountFen: 109,
      },
    ])
    expect(recomputeFromSteps(1, line?.steps ?? [])).toEqual({ amountFen: 109, netFen: 109 })
  })

  it('shows a distributor what sharing would pay, as it would be paid', () => {
    const skus = [
      { skuId: 'S1', priceFen: fen(10_000) },
      { skuId: 'S2', priceFen: fen(999) },
    ]
    const product = { _id: 'P9', categoryId: 'C9', skus }
    const plan = compilePlan(planOf())
    expect(previewEarning({ plan, at: NOON, tier: 'silver', inviterTier: null, product })).toEqual({
      skus: [
        { skuId: 'S1', earnFen: 1600 },
        { skuId: 'S2', earnFen: 109 },
      ],
      minFen: 109,
      maxFen: 1600,
    })
  })

  it('warns before publishing which rule and tier exceed the cap together', () => {
    const overrides = [{ scope: 'sku', id: 'S1', rateBps: [2500, 400] }]
    expect(warnOverCap(planOf({ overrides }))).toEqual([
      { rule: 'sku:S1', tier: 'silver', totalBps: 3050 },
      { rule: 'sku:S1', tier: 'gold', totalBps: 3150 },
    ])
    expect(warnOverCap(planOf({ overrides: [] }))).toEqual([])
  })
})
