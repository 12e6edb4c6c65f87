// Every aggregate there is, and how it follows from the facts. A new one is a row here: then it can be rebuilt and is
// compared, by `npm run rebuild-aggregates` and in the tests that ask whether figures agree.
import type { AggregateCursor, StoredFigures } from '@contract/model/aggregate'
import type { Attribution } from '@contract/model/distribution'
import type { FunnelCursor, OpenBatch } from '@contract/model/funnel'
import type { Material, MaterialCursor, MaterialUse } from '@contract/model/material'
import type { RankCursor } from '@contract/model/rank'
import type { ShopDay } from '@contract/model/records'
import { everyChange } from '../attribution/every-change'
import { groupBy } from '../ledger/group-by'
import { materialUserId, summariseMaterial } from '../material/summarise-material'
import { foldRanks, isAway } from '../rank/fold-ranks'
import { unpackEarners, unpackProducts } from '../report/day-tops'
import { foldFunnels, funnelsTouched } from '../share/fold-funnels'
import { compareRows, type FigureDifference } from './compare-figures'
import { foldEverything, touchedBy, type AllFacts, type AllFigures } from './fold-everything'
import { packFigures, unpackFigures } from './pack-figures'
import type { TouchedDays } from './touched-days'

type Row = { readonly _id: string }

/** The facts that aggregates are made from, and where each kind is kept. */
export const FACTS = {
  orders: 'orders',
  refunds: 'after_sales',
  commissions: 'commissions',
  visits: 'visits',
  changes: 'attribution_changes',
  distributors: 'distributors',
  shares: 'shares',
  batches: 'open_batches',
  attributions: 'attributions',
  materials: 'materials',
  uses: 'material_uses',
} as const satisfies Record<keyof ShopFacts, string>

export interface ShopFacts extends AllFacts {
  readonly batches: readonly OpenBatch[]
  readonly attributions: readonly Attribution[]
  readonly materials: readonly Material[]
  readonly uses: readonly MaterialUse[]
}

/** How far the timer had come; null before its first run. */
export interface ShopCursors {
  readonly aggregates: AggregateCursor | null
  readonly funnels: FunnelCursor | null
  readonly ranks: RankCursor | null
  readonly materials: MaterialCursor | null
}

/** What rows of the table are worked out from; what several of them need is worked out once. */
interface Shop {
  readonly facts: ShopFacts
  readonly cursors: ShopCursors
  readonly figures: AllFigures
  /** Days of facts that the timer looks at again in its next run. */
  readonly open: TouchedDays
}

interface Aggregate {
  readonly collection: string
  /** Every document that the facts come to, as it is stored. */
  readonly fold: (shop: Shop) => readonly Row[]
  /** Records that newer facts will change yet: the timer will set them. */
  readonly isOpen: (shop: Shop) => (id: string) => boolean
  /** Fields that aren't figures. */
  readonly leftOut: readonly string[]
  /** The field that says when it was set, if it has one. */
  readonly setAt?: string
  /** What is packed, taken apart, so that figures are compared and named one by one. */
  readonly unpack?: (stored: never) => Row
  /** Old documents that nobody keeps any more are neither judged nor taken away. */
  readonly keepsOld?: boolean
}

const AGGREGATES: readonly Aggregate[] = [
  {
    collection: 'distributor_days',
    fold: ({ figures }) => figures.distributorDays,
    isOpen: ({ open }) => openDays(open),
    leftOut: ['asOf'],
    setAt: 'asOf',
  },
  {
    collection: 'distributor_figures',
    fold: ({ figures }) => figures.figures.map(packFigures),
    isOpen: ({ open }) => openPeople(open),
    leftOut: ['changedAt'],
    setAt: 'changedAt',
    unpack: (stored: StoredFigures) => {
      return { ...unpackFigures(stored), inClear: { salesFen: stored.salesFen ?? null } }
    },
  },
  {
    collection: 'shop_days',
    fold: ({ figures }) => figures.shopDays,
    isOpen:
      ({ open }) =>
      (id) =>
        open.shop.has(id),
    // Of orders paid in the same moment either may give a product its title.
    leftOut: ['asOf', 'title'],
    setAt: 'asOf',
    unpack: (day: ShopDay) => ({
      ...day,
      earners: Object.fromEntries(unpackEarners(day.earners)),
      products: Object.fromEntries(unpackProducts(day.products)),
    }),
  },
  {
    collection: 'funnel_days',
    fold: ({ facts }) => foldFunnels(facts),
    isOpen: openFunnels,
    leftOut: ['asOf'],
    setAt: 'asOf',
  },
  {
    collection: 'rank_lists',
    fold: (shop) => ranksOf(shop).map(({ list }) => list),
    isOpen: openRanks,
    // As they were when the list was made.
    leftOut: ['name', 'tier'],
    keepsOld: true,
  },
  {
    collection: 'rank_steps',
    fold: (shop) => ranksOf(shop).flatMap(({ parts }) => parts),
    isOpen: openRanks,
    leftOut: [],
    keepsOld: true,
  },
  {
    collection: 'material_users',
    fold: ({ facts }) => usesOf(facts).flatMap(({ users }) => users),
    isOpen: (shop) => openUses(shop, (use) => materialUserId(use.materialId, use.distributorId)),
    leftOut: [],
  },
  {
    // The counts alone: what else a material says is a fact.
    collection: 'materials',
    fold: ({ facts }) =>
      usesOf(facts).map(({ material, counts, usedCount }) => ({ ...material, counts, usedCount })),
    isOpen: (shop) => openUses(shop, (use) => use.materialId),
    leftOut: [],
  },
]

export const AGGREGATE_COLLECTIONS = AGGREGATES.map(({ collection }) => collection)

/** One aggregate as the facts have it, beside what is stored. */
export interface FoldedAggregate {
  readonly collection: string
  /** Documents the facts come to. */
  readonly count: number
  /** Of these or those stored, how many newer facts will change yet. */
  readonly open: number
  /** Where what is stored differs; without what is open, unless all is asked for. */
  readonly differences: readonly FigureDifference[]
  /** What to write so that it agrees. */
  readonly put: readonly Row[]
  readonly remove: readonly string[]
}

/** Works every aggregate out anew; `at` (ms) is what documents that are written say of when they were set. */
export function foldAggregates(
  given: ShopFacts,
  cursors: ShopCursors,
  storedIn: (collection: string) => readonly Row[],
  { at = 0, isAll = false }: { readonly at?: number; readonly isAll?: boolean } = {},
): FoldedAggregate[] {
  const facts = { ...given, changes: everyChange(given.changes, given.attributions) }
  const seen = cursors.aggregates?.seen
  const open = touchedBy(facts, (kind, moment) => moment != null && moment >= (seen?.[kind] ?? 0))
  const shop: Shop = { facts, cursors, figures: foldEverything(facts), open }
  return AGGREGATES.map((aggregate) => foldOne(aggregate, shop, storedIn, { at, isAll }))
}

function foldOne(
  aggregate: Aggregate,
  shop: Shop,
  storedIn: (collection: string) => readonly Row[],
  { at, isAll }: { readonly at: number; readonly isAll: boolean },
): FoldedAggregate {
  const { collection, leftOut, setAt, keepsOld = false } = aggregate
  const unpack = (aggregate.unpack ?? same) as (row: Row) => Row
  const wanted = aggregate.fold(shop)
  const ids = new Set(wanted.map(({ _id }) => _id))
  const stored = storedIn(collection).filter(({ _id }) => !keepsOld || ids.has(_id))
  const isOpen = aggregate.isOpen(shop)
  const all = compareRows(collection, wanted.map(unpack), stored.map(unpack), leftOut)
  const wrong = new Set(all.map(({ record }) => record))
  const stamp = setAt === undefined ? {} : { [setAt]: at }
  return {
    collection,
    count: wanted.length,
    open: new Set([...ids, ...stored.map(({ _id }) => _id)].filter(isOpen)).size,
    differences: isAll ? all : all.filter(({ record }) => !isOpen(record)),
    put: wanted.filter(({ _id }) => wrong.has(_id)).map((row) => ({ ...row, ...stamp })),
    remove: [...wrong].filter((id) => !ids.has(id)),
  }
}

const same = (row: Row) => row

function ranksOf({ figures, facts, cursors }: Shop) {
  return cursors.ranks?.on ? foldRanks(figures.figures, facts.distributors, cursors.ranks.on) : []
}

function openDays({ distributors }: TouchedDays) {
  return (id: string) => {
    const cut = id.lastIndexOf(':')
    return distributors.get(id.slice(cut + 1))?.has(id.slice(0, cut)) ?? false
  }
}

function openPeople({ distributors }: TouchedDays) {
  const people = new Set([...distributors.values()].flatMap((ids) => [...ids]))
  return (id: string) => people.has(id)
}

function openFunnels({ facts, cursors: { funnels } }: Shop) {
  const days = funnelsTouched(facts, (source, at) => at >= (funnels?.sources[source]?.from ?? 0))
  return (id: string) => days.has(id)
}

/** Lists are made from everybody's figures: while some of these are open, or somebody was just frozen, so are they. */
function openRanks({ open, facts, cursors: { ranks } }: Shop) {
  const away = facts.distributors.filter(({ status }) => isAway(status)).map(({ _id }) => _id)
  const isSame = JSON.stringify(ranks?.excluded) === JSON.stringify(away.sort())
  const isOpen = open.distributors.size > 0 || !isSame || ranks?.sweep !== undefined
  return () => isOpen
}

function usesOf({ materials, uses }: ShopFacts) {
  const byMaterial = groupBy(uses, (use) => [use.materialId])
  return materials.map((material) => {
    return { material, ...summariseMaterial(material._id, byMaterial.get(material._id) ?? []) }
  })
}

function openUses({ facts, cursors }: Shop, idOf: (use: MaterialUse) => string) {
  const from = cursors.materials?.from ?? 0
  const ids = new Set(facts.uses.filter((use) => use.at >= from).map(idOf))
  return (id: string) => ids.has(id)
}
