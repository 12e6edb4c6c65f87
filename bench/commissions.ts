// How many orders a second the commission arithmetic and its explanation take on one core.
import { fen } from '@contract/money'
import type { OrderLine } from '@contract/model/order'
import { compilePlan } from '../cloudfunctions/domain/commission/compile-plan'
import { computeCommissions } from '../cloudfunctions/domain/commission/compute-commissions'
import { computeLine } from '../cloudfunctions/domain/commission/compute-line'
import { parsePlan } from '../cloudfunctions/domain/commission/parse-plan'

const RUN_MS = 1500

const rules = parsePlan({
  version: 'bench',
  profile: 'china',
  rateBps: [1000, 300],
  tierBonusBps: { silver: [100, 0], gold: [200, 50] },
  overrides: [
    { scope: 'product', id: 'prd_2', rateBps: [1500, 400] },
    { scope: 'category', id: 'cat_1', rateBps: [800, 200] },
  ],
  capBps: 3000,
  selfPurchase: 'none',
  freezeDays: 7,
})

const lines = [1, 2, 3].map((line): OrderLine => {
  const unitPriceFen = fen(9_800 + line * 1_733)
  return {
    line,
    skuId: `sku_${line}`,
    productId: `prd_${line}`,
    categoryId: `cat_${line}`,
    title: 'tea',
    specText: '',
    picture: '',
    unitPriceFen,
    quantity: 2,
    discountFen: fen(37),
    baseFen: fen(unitPriceFen * 2 - 37),
    refundedQuantity: 0,
    refundedFen: fen(0),
    inAfterSaleQuantity: 0,
  }
})

function perSecond(work: () => void): number {
  for (let warm = 0; warm < 20_000; warm += 1) work()
  const startedAt = performance.now()
  let rounds = 0
  while (performance.now() - startedAt < RUN_MS) {
    for (let batch = 0; batch < 1000; batch += 1) work()
    rounds += 1000
  }
  return Math.round((rounds * 1000) / (performance.now() - startedAt))
}

export function measureCommissions() {
  const plan = compilePlan(rules)
  const at = Date.parse('2026-11-20T00:00:00Z')
  const beneficiaries = {
    level1: { distributorId: 'dst_mei', tier: 'silver' as const },
    level2: { distributorId: 'dst_lan', tier: 'gold' as const },
  }
  const bare = perSecond(() => {
    for (const line of lines) computeLine(plan, line, at, 'silver', 'gold')
  })
  const explained = perSecond(() => {
    computeCommissions({ plan, at, lines, beneficiaries })
  })
  const say = (n: number) => `${n.toLocaleString('en')} /s`
  return [
    {
      what: 'commissions of a 3-line order, 2 levels',
      measured: say(bare),
      budget: '≥ 100,000 /s',
    },
    { what: '… with every step explained', measured: say(explained), budget: '–' },
  ]
}
