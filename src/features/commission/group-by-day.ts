/** Rows under the Shanghai day they belong to, in the order they came. */
import { dateOf } from '@contract/time'

export interface DayGroup<Row> {
  on: string
  at: number
  rows: Row[]
}

export function groupByDay<Row>(rows: readonly Row[], atOf: (row: Row) => number): DayGroup<Row>[] {
  const groups: DayGroup<Row>[] = []
  for (const row of rows) {
    const on = dateOf(atOf(row))
    const last = groups[groups.length - 1]
    if (last?.on === on) last.rows.push(row)
    else groups.push({ on, at: atOf(row), rows: [row] })
  }
  return groups
}
