// Places by value: equal values share a place, nothing is no place, and anybody finds their own among the steps.
import { compareCodePoints } from '../text/compare-code-points'

export interface Ranked {
  readonly distributorId: string
  readonly value: number
}
export interface RankStep {
  readonly value: number
  readonly place: number
}

/** People that a list shows. */
export const TOP = 50

export interface Ranking {
  /** The first so many, with their places. */
  readonly top: readonly (Ranked & RankStep)[]
  readonly ranked: number
  readonly steps: readonly RankStep[]
}

/** Whoever has nothing isn't on the list. Equal ones stand in the order of their ids. */
export function rankByValue(rows: readonly Ranked[], topCount: number): Ranking {
  const sorted = rows
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || compareCodePoints(a.distributorId, b.distributorId))
  const steps: RankStep[] = []
  const top: (Ranked & RankStep)[] = []
  for (const [index, row] of sorted.entries()) {
    const last = steps.at(-1)
    const place = last?.value === row.value ? last.place : index + 1
    if (last?.value !== row.value) steps.push({ value: row.value, place })
    if (index < topCount) top.push({ ...row, place })
  }
  return { top, ranked: sorted.length, steps }
}

/**
 * The place of a value: its own step's, or where it would stand between steps when figures are newer than the list.
 * Null for nothing. `steps` begin at or above the value; beyond them `ranked` stand before it.
 */
export function placeOf(value: number, steps: readonly RankStep[], ranked: number): number | null {
  if (value <= 0) return null
  return steps.find((step) => step.value <= value)?.place ?? ranked + 1
}

/** Which document of steps a value lies in, by the highest value of each; the first when it lies above all. */
export function stepsFor(value: number, heads: readonly number[]): number {
  let found = 0
  for (const [index, head] of heads.entries()) if (head >= value) found = index
  return found
}
