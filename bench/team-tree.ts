// What the picture of a team of 2,000 costs: laying it out once, and drawing it anew with every step of a finger.
import { fen } from '@contract/money'
import { drawTree } from '@/features/team/tree/draw-tree'
import { treeInks } from '@/features/team/tree/inks.data'
import { columnsIn, layOutTree } from '@/features/team/tree/lay-out-tree'
import type { TreeRow } from '@/features/team/tree/tree-row'
import { firstView, moveBy } from '@/features/team/tree/view'
import { median } from './median'
import type { Row } from './row'

const SIZE = { width: 343, height: 264 }
const [DIRECT, BELOW] = [500, 3]
const STEPS = 200
const TURNS = 15

const rows: TreeRow[] = Array.from({ length: DIRECT * (BELOW + 1) }, (_, n) => ({
  id: n < DIRECT ? `dst_${n}` : null,
  name: '苏晚',
  tier: 'sprout',
  under: n < DIRECT ? -1 : Math.floor((n - DIRECT) / BELOW),
  standing: 'active',
  isLively: n % 3 > 0,
  hasSold: n % 4 > 0,
  salesFen: fen(n < DIRECT ? (DIRECT - n) * 1000 : 0),
}))

/** Takes every stroke and does nothing: what is measured is our own work, not the phone's canvas. */
const ctx = new Proxy(
  {},
  { get: () => () => undefined, set: () => true },
) as CanvasRenderingContext2D

const msOf = (work: () => void): number => {
  const from = performance.now()
  work()
  return performance.now() - from
}

const ms = (turns: readonly number[]) => `${median(turns).toFixed(2)} ms`
const turns = (work: () => void) => Array.from({ length: TURNS }, () => msOf(work))

export function measureTeamTree(): Row[] {
  const folded = columnsIn(SIZE) - 1
  const picture = layOutTree(rows, DIRECT)
  let view = firstView(picture, SIZE)
  const scene = { name: '林晓梅', rows, picture, chosen: null }
  let spots = 0
  const step = () => {
    view = moveBy(view, { x: -7, y: 0 }, picture, SIZE)
    const { people, dots } = drawTree(ctx, SIZE, scene, view, treeInks.light)
    spots = Math.max(spots, people + dots)
  }
  const walk = turns(() => {
    for (let count = 0; count < STEPS; count += 1) step()
  }).map((walked) => walked / STEPS)
  return [
    {
      what: `team of ${rows.length}: first picture, laid out`,
      measured: ms(turns(() => void layOutTree(rows, folded))),
      budget: 'told',
    },
    {
      what: `team of ${rows.length}: everybody unfolded, laid out`,
      measured: ms(turns(() => void layOutTree(rows, DIRECT))),
      budget: 'told',
    },
    {
      what: `team of ${rows.length}: a step of the finger, everybody unfolded`,
      measured: `${ms(walk)}, ${spots} spots`,
      budget: 'told',
    },
  ]
}
