/** Where everybody in the picture is: the root, whom it brought, dots for whom those brought; the rest is folded. */
import { hierarchy, tree } from 'd3-hierarchy'
import type { HierarchyPointNode } from 'd3-hierarchy'
import { placesBelow } from './tree-row'
import type { TreeRow } from './tree-row'

/** A place in the picture, in its own px, x to the right from the root. */
export interface Spot {
  kind: 'root' | 'person' | 'fold' | 'dot'
  /** The row it stands for; -1 for the root and the fold. */
  at: number
  x: number
  y: number
  /** Of a person or a fold: how many are below and not drawn as dots. */
  more: number
  /** Of the fold: how many people it stands for. */
  folded: number
  salesFen: number
  /** Sales, of the most anybody drawn has: 0 to 1. */
  share: number
}

export interface Picture {
  root: Spot
  /** From left to right; the fold is the last. */
  people: readonly Spot[]
  /** From left to right, with the place of their person in `people`. */
  dots: readonly (Spot & { of: number })[]
  left: number
  right: number
  bottom: number
}

export const ROOT_R = 26
export const PERSON_R = 18
export const DOT_R = 5.5
/** Room for one person with a name below. */
export const COLUMN = 56
const ROOT_Y = 36
const PERSON_Y = 146
const DOT_Y = 234
export const BOTTOM = 262
const DOT_STEP = 13
const DOTS = 4
/** How many one tap on the fold adds. */
export const UNFOLD = 24

interface Leaf {
  kind: Spot['kind']
  at: number
  more: number
  folded: number
  salesFen: number
  children: Leaf[]
}

const leafOf = (kind: Spot['kind'], at: number, rest: Partial<Leaf> = {}): Leaf => ({
  ...{ kind, at, more: 0, folded: 0, salesFen: 0, children: [] },
  ...rest,
})

/** How many people fit beside each other when the picture is as high as the canvas. */
export function columnsIn({ width, height }: { width: number; height: number }): number {
  return Math.max(3, Math.floor((width * BOTTOM) / (height * COLUMN)))
}

/** Which rows under the root are drawn as people; one alone is never folded. */
export function shownRows(rows: readonly TreeRow[], count: number, chosen: number | null) {
  const all = placesBelow(rows).get(-1) ?? []
  if (all.length <= count + 1) return { shown: all, hidden: [] as readonly number[] }
  const isShown = (at: number, index: number) => index < count || at === chosen
  return { shown: all.filter(isShown), hidden: all.filter((at, index) => !isShown(at, index)) }
}

/** @param count people right under the root before the rest is folded; @param chosen a row that is drawn in any case */
export function layOutTree(
  rows: readonly TreeRow[],
  count: number,
  chosen: number | null = null,
): Picture {
  const below = placesBelow(rows)
  const { shown, hidden } = shownRows(rows, count, chosen)
  const salesOf = (at: number) => rows[at]?.salesFen ?? 0
  const leaves = shown.map((at) => {
    const places = below.get(at) ?? []
    const children = places.slice(0, DOTS).map((dot) => leafOf('dot', dot))
    const more = places.length - children.length
    return leafOf('person', at, { more, salesFen: salesOf(at), children })
  })
  if (hidden.length > 0) {
    const places = hidden.flatMap((at) => below.get(at) ?? [])
    const children = places.slice(0, DOTS).map((dot) => leafOf('dot', dot))
    const salesFen = hidden.reduce((sum, at) => sum + salesOf(at), 0)
    const rest = { folded: hidden.length, more: places.length - children.length }
    leaves.push(leafOf('fold', -1, { ...rest, salesFen, children }))
  }
  return place(hierarchy(leafOf('root', -1, { children: leaves })))
}

function place(grown: ReturnType<typeof hierarchy<Leaf>>): Picture {
  const root = tree<Leaf>()
    .nodeSize([1, 1])
    .separation((a, b) => {
      if (a.depth < 2) return COLUMN
      return a.parent === b.parent ? DOT_STEP : DOT_STEP + 4
    })(grown)
  const nodes = root.children ?? []
  const most = Math.max(1, ...nodes.map(({ data }) => (data.kind === 'person' ? data.salesFen : 0)))
  const spot = ({ x, data }: HierarchyPointNode<Leaf>, y: number): Spot => {
    const { kind, at, more, folded, salesFen } = data
    return { kind, at, more, folded, x, y, salesFen, share: Math.min(1, salesFen / most) }
  }
  const people = nodes.map((node) => spot(node, PERSON_Y))
  const dots = nodes.flatMap((node, of) =>
    (node.children ?? []).map((dot) => ({ ...spot(dot, DOT_Y), of })),
  )
  const ends = [root.x - ROOT_R, root.x + ROOT_R]
  for (const { x } of people) ends.push(x - COLUMN / 2, x + COLUMN / 2)
  const { min, max } = ends.reduce(
    (span, x) => ({ min: Math.min(span.min, x), max: Math.max(span.max, x) }),
    { min: Infinity, max: -Infinity },
  )
  return { root: spot(root, ROOT_Y), people, dots, left: min, right: max, bottom: BOTTOM }
}
