// 毛利预览: price less cost less what both levels get at most; the figures are worked out by hand.
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import { compilePlan } from '../../cloudfunctions/domain/commission/compile-plan'
import { parsePlan } from '../../cloudfunctions/domain/commission/parse-plan'
import { previewMargins } from '../../cloudfunctions/domain/commission/preview-margins'

const NOW = Date.parse('2026-11-20T00:00:00Z')
const plan = (changes: object = {}) =>
  compilePlan(
    parsePlan({
      version: 'T',
      profile: 'china',
      rateBps: [1000, 300],
      tierBonusBps: { silver: [100], gold: [200, 50], jade: [150, 100] },
      overrides: [],
      capBps: 3000,
      selfPurchase: 'none',
      freezeDays: 7,
      ...changes,
    }),
  )
const sku = (skuId: string, price: number, cost: number | null | undefined) => ({
  skuId,
  priceFen: fen(price),
  ...(cost === undefined ? {} : { costFen: cost === null ? null : fen(cost) }),
})
const tea = (...skus: ReturnType<typeof sku>[]) => ({ _id: 'P1', categoryId: 'C1', skus })
const first = (rules: object, skus: ReturnType<typeof sku>[]) =>
  previewMargins(plan(rules), NOW, [tea(...skus)]).margins[0]
const campaign = (id: string, from: string, to: string, rateBps: number[]) => ({
  ...{ scope: 'campaign', id, productIds: ['P1'], rateBps },
  ...{ from: `2026-${from}T00:00:00Z`, to: `2026-${to}T00:00:00Z` },
})

describe('一件剩多少', () => {
  // ¥298.00, cost ¥143.04: level 1 at gold's 12 %, level 2 at jade's 4 %: ¥35.76 + ¥11.92.
  it('售价减成本，再减两级按最高等级拿的佣金', () => {
    expect(first({}, [sku('S1', 29_800, 14_304)])).toEqual({
      productId: 'P1',
      skuId: 'S1',
      priceFen: 29_800,
      costFen: 14_304,
      commissionFen: 4_768,
      leftFen: 10_728,
      leftBps: 3_600,
      rule: 'plan',
      isCapped: false,
    })
  })

  it.each<[string, object, number, string, boolean]>([
    ['只有一级', { rateBps: [1000] }, 3_576, 'plan', false],
    ['没有等级加成', { tierBonusBps: {} }, 3_874, 'plan', false],
    [
      '商品单独定 0，不加成也不给',
      { overrides: [{ scope: 'product', id: 'P1', rateBps: [0] }] },
      0,
      'product:P1',
      false,
    ],
    [
      '分类单独定',
      { overrides: [{ scope: 'category', id: 'C1', rateBps: [500, 100] }] },
      2_682,
      'category:C1',
      false,
    ],
    // (40 % + 2 %) + (3 % + 1 %) = 46 %, the cap is 30 %.
    [
      '超过封顶按封顶',
      { overrides: [{ scope: 'sku', id: 'S1', rateBps: [4000, 300] }] },
      8_940,
      'sku:S1',
      true,
    ],
    // The campaign is still to come: (18 + 2) % + (5 + 1) %.
    [
      '要来的活动也算进去',
      { overrides: [campaign('K1', '12-01', '12-05', [1800, 500])] },
      7_748,
      'campaign:K1',
      false,
    ],
    [
      '过去的活动不算',
      { overrides: [campaign('K1', '11-01', '11-05', [1800, 500])] },
      4_768,
      'plan',
      false,
    ],
    [
      '几个活动里取给得最多的',
      {
        overrides: [
          campaign('K1', '12-01', '12-20', [1200, 500]),
          campaign('K2', '12-05', '12-10', [1800, 500]),
          campaign('K3', '12-06', '12-08', [500]),
        ],
      },
      7_748,
      'campaign:K2',
      false,
    ],
  ])('%s', (_case, rules, commission, rule, isCapped) => {
    const seen = first(rules, [sku('S1', 29_800, 14_304)])
    expect(seen).toMatchObject({ commissionFen: commission, rule, isCapped })
    expect(seen?.leftFen).toBe(29_800 - 14_304 - commission)
  })

  it('亏的是负数，比例往小里取', () => {
    // ¥10.00, cost ¥9.50, commissions ¥1.20 + ¥0.40: −¥1.10.
    expect(first({}, [sku('S1', 1_000, 950)])).toMatchObject({ leftFen: -110, leftBps: -1_100 })
    // ¥0.03, cost ¥0.04: −33.33… %, rounded down.
    expect(first({}, [sku('S1', 3, 4)])?.leftBps).toBe(-3_334)
  })
})

describe('哪些商品算得了', () => {
  it('有几种规格时，说剩得最少的那一种', () => {
    const rows = [sku('S1', 10_000, 5_000), sku('S2', 20_000, 15_000), sku('S3', 30_000, 12_000)]
    expect(first({}, rows)).toMatchObject({ skuId: 'S2', leftBps: 900 })
  })

  it('有一种规格没填进货价，整件都不算，点名说出来', () => {
    const known = { ...tea(sku('S1', 100, 50)), _id: 'P0' }
    const part = tea(sku('S1', 100, 50), sku('S2', 100, null))
    const never = { ...tea(sku('S1', 100, undefined)), _id: 'P2' }
    const { margins, unknown } = previewMargins(plan(), NOW, [known, part, never])
    expect(margins.map(({ productId }) => productId)).toEqual(['P0'])
    expect(unknown).toEqual(['P1', 'P2'])
  })

  it('成本是 0 是填过了；没有价格的规格不算数', () => {
    expect(first({}, [sku('S1', 1_000, 0), sku('S2', 0, null)])).toMatchObject({ leftFen: 840 })
    const none: { margins: readonly unknown[]; unknown: readonly string[] } = previewMargins(
      plan(),
      NOW,
      [tea(sku('S1', 0, 0))],
    )
    expect(none).toEqual({ margins: [], unknown: [] })
  })
})
