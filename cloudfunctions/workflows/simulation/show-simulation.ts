// A simulation as the owner's page shows it: how far it is, and its largest rows with names.
import type { Api } from '@contract/api'
import { fen, shareBps, subtractFen } from '@contract/money'
import type { Product } from '@contract/model/goods'
import type {
  ComparedRow,
  ComparedSku,
  Comparison,
  ProductMargin,
  Simulation,
} from '@contract/model/simulation'
import { TIER_KEYS } from '@contract/model/shop'
import { compareCodePoints } from '../../domain/text/compare-code-points'

export type Result = NonNullable<Api['owner.getSimulation']['output']['result']>
type Progress = Api['owner.advanceSimulation']['output']

const SHOWN = 8
const PEOPLE = 5

export function showProgress({ _id, status, ordersTotal, compared }: Simulation): Progress {
  return { id: _id, status, ordersDone: compared.orders, ordersTotal }
}

/** What names and tiers the rows need. */
export interface Known {
  readonly products: ReadonlyMap<string, Product>
  readonly ruleNames: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, { readonly name: string; readonly tier: string }>
}

export function showResult({ compared, margins, floorBps }: Simulation, known: Known): Result {
  const { baseFen, refundedFen, draftFen, realFen, byMember } = compared
  const keptFen = subtractFen(baseFen, refundedFen)
  const breaches = margins.filter(({ draftBps }) => draftBps < floorBps)
  const titleOf = (id: string) => known.products.get(id)?.title ?? ''
  const { gains, losses } = changesOf(byMember)
  const products = productsOf(compared.bySku)
  return {
    orders: compared.orders,
    lines: compared.lines,
    baseFen,
    keptFen,
    draftFen,
    realFen,
    draftRatioBps: shareBps(draftFen, keptFen),
    realRatioBps: shareBps(realFen, keptFen),
    realVersions: [...compared.realVersions],
    cappedLines: compared.cappedLines,
    cutFen: compared.cutFen,
    byLevel: compared.byLevel.map(pairOf),
    byTier: [...compared.byTier].sort(byTierOrder).map(pairOf),
    byRule: costliest(compared.byRule).map((row) => {
      return { ...pairOf(row), name: known.ruleNames.get(row.key) ?? '' }
    }),
    byProduct: showProducts(products, margins, titleOf),
    products: products.length,
    breaches: breaches.slice(0, SHOWN).map((margin) => showMargin(margin, titleOf)),
    breachCount: breaches.length,
    unknownCosts: products.filter(({ keptFen: kept }) => kept > 0).length - margins.length,
    members: byMember.length,
    gains: showPeople(gains, known),
    losses: showPeople(losses, known),
    gainCount: gains.length,
    lossCount: losses.length,
  }
}

/** Whom the result will name, so that they can be read. */
export function peopleShown({ byMember }: Comparison): readonly string[] {
  const { gains, losses } = changesOf(byMember)
  return [...largest(gains), ...largest(losses)].map(({ key }) => key)
}

function changesOf(byMember: readonly ComparedRow[]) {
  return {
    gains: byMember.filter((row) => row.draftFen > row.realFen),
    losses: byMember.filter((row) => row.draftFen < row.realFen),
  }
}

/** The largest differences first, equal ones by id. */
function largest(rows: readonly ComparedRow[]): readonly ComparedRow[] {
  const sizeOf = (row: ComparedRow) => Math.abs(row.draftFen - row.realFen)
  return [...rows]
    .sort((a, b) => sizeOf(b) - sizeOf(a) || compareCodePoints(a.key, b.key))
    .slice(0, PEOPLE)
}

const pairOf = ({ key, draftFen, realFen }: ComparedRow) => ({ key, draftFen, realFen })
function byTierOrder(a: ComparedRow, b: ComparedRow): number {
  const placeOf = (key: string) => TIER_KEYS.findIndex((tier) => tier === key)
  return placeOf(a.key) - placeOf(b.key)
}

function costliest<Row extends ComparedRow>(rows: readonly Row[]): readonly Row[] {
  const cost = (row: Row) => Math.max(row.draftFen, row.realFen)
  return [...rows]
    .sort((a, b) => cost(b) - cost(a) || compareCodePoints(a.key, b.key))
    .slice(0, SHOWN)
}

function showPeople(rows: readonly ComparedRow[], { people }: Known): Result['gains'] {
  return largest(rows).map(({ key: id, draftFen, realFen }) => {
    const { name, tier } = people.get(id) ?? { name: '', tier: '' }
    return { id, name, tier, draftFen, realFen }
  })
}

interface ProductRow extends ComparedRow {
  readonly keptFen: ComparedSku['keptFen']
}

function productsOf(bySku: readonly ComparedSku[]): ProductRow[] {
  const sums = new Map<string, { kept: number; draft: number; real: number }>()
  for (const { productId, keptFen, draftFen, realFen } of bySku) {
    const sum = sums.get(productId) ?? { kept: 0, draft: 0, real: 0 }
    sums.set(productId, {
      kept: sum.kept + keptFen,
      draft: sum.draft + draftFen,
      real: sum.real + realFen,
    })
  }
  return [...sums].map(([key, { kept, draft, real }]) => ({
    key,
    keptFen: fen(kept),
    draftFen: fen(draft),
    realFen: fen(real),
  }))
}

function showProducts(
  products: readonly ProductRow[],
  margins: readonly ProductMargin[],
  titleOf: (id: string) => string,
): Result['byProduct'] {
  const marginOf = new Map(margins.map((margin) => [margin.productId, margin]))
  return costliest(products).map(({ key: id, keptFen, draftFen, realFen }) => {
    const margin = marginOf.get(id)
    const draftMarginBps = margin?.draftBps ?? null
    const realMarginBps = margin?.realBps ?? null
    const amounts = { keptFen, draftFen, realFen, draftMarginBps, realMarginBps }
    return { id, title: titleOf(id), ...amounts }
  })
}

function showMargin(
  { productId: id, draftBps: draftMarginBps, realBps: realMarginBps }: ProductMargin,
  titleOf: (id: string) => string,
) {
  return { id, title: titleOf(id), draftMarginBps, realMarginBps }
}
