// Pages of a list of which only some rows are wanted, for what no query can ask: read on until a page is full.
import type { CollectionName, Collections, Store } from '../ports/store'
import { cursorAfter, readPage, type Page, type PageOptions } from './read-page'

const SIZE = 20
/** The first rows may do; where wanted ones are rare, few long reads are cheaper than many short ones. */
const FIRST = 50
const MORE = 1000

/**
 * One page of what `pick` makes of the rows, null where a row is not wanted. An answer without rows is the end; the
 * price of a rare condition is a read for every thousand rows, and one for each that `pick` makes.
 */
export async function readMatching<C extends CollectionName, Row>(
  store: Store,
  collection: C,
  options: Omit<PageOptions<C>, 'size'>,
  pick: (rows: readonly Collections[C][]) => Promise<readonly (Row | null)[]>,
): Promise<Page<Row>> {
  const found: Row[] = []
  let { cursor } = options
  for (let size = FIRST; ; size = MORE) {
    const page = await readPage(store, collection, { ...options, size, cursor })
    const picked = await pick(page.rows)
    for (const [index, row] of picked.entries()) {
      if (row === null) continue
      if (found.length === SIZE) {
        return { rows: found, next: cursorAfter(page.rows.slice(0, index), options.by, cursor) }
      }
      found.push(row)
    }
    if (page.next === null) return { rows: found, next: null }
    cursor = page.next
  }
}
