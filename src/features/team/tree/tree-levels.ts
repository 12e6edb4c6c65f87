/** A tree level by level: how many people, how many of them lively, and what they sold this month. */
import type { TreeRow } from './tree-row'

interface TreeLevel {
  level: number
  people: number
  lively: number
  salesFen: number
}

/** Whoever left stands in the tree and is counted nowhere. */
export function levelsOf(rows: readonly TreeRow[]): readonly TreeLevel[] {
  const levels: TreeLevel[] = []
  const levelOf: number[] = []
  rows.forEach(({ under, standing, isLively, salesFen }, at) => {
    const level = under === -1 ? 1 : (levelOf[under] ?? 0) + 1
    levelOf[at] = level
    const known = levels[level - 1] ?? { level, people: 0, lively: 0, salesFen: 0 }
    levels[level - 1] = known
    if (standing === 'left') return
    known.people += 1
    known.lively += Number(isLively)
    known.salesFen += salesFen ?? 0
  })
  return levels
}
