// Reads all facts and all figures of a shop, for tests that ask whether they agree.
import { FACTS, foldAggregates } from '../../cloudfunctions/domain/aggregate/every-aggregate'
import type { Cloud } from '../../emulator/cloud'

/** Each figure of every aggregate that isn't what the facts come to, in words; empty when all agree. */
export function figureDifferencesIn(database: Cloud['database']): string[] {
  const listed = Object.entries(FACTS).map(([part, name]) => [part, database.list(name)])
  const facts = Object.fromEntries(listed) as never
  const cursors = {
    aggregates: database.get('aggregate_cursors', 'aggregates'),
    funnels: database.get('funnel_cursors', 'funnels'),
    ranks: database.get('rank_cursors', 'ranks'),
    materials: database.get('material_cursors', 'materials'),
  }
  const storedIn = (name: string) => database.list<{ _id: string }>(name)
  return foldAggregates(facts, cursors as never, storedIn, { isAll: true }).flatMap((folded) =>
    folded.differences.map(
      ({ collection, record, field, expected, found }) =>
        `${collection} ${record} ${field}: ${found} instead of ${expected}`,
    ),
  )
}
