// Pages of a list in the order of a moment: a cursor says where the next page begins, also among equal moments.
import { refuse } from '../domain/refuse'
import type { CollectionName, Collections, Store, Where } from '../ports/store'

export interface PageOptions<C extends CollectionName> {
  readonly where: Where
  /** The moment that orders the list; `where` may bound it, with `lt` for newest first and `gte` for oldest first. */
  readonly by: keyof Collections[C] & string
  readonly direction?: 'asc' | 'desc'
  /** 20 when absent. */
  readonly size?: number
  readonly cursor?: string | undefined
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Where the next page begins; null at the end. */
  readonly next: string | null
}

/** One page, newest first unless said otherwise. Refuses INPUT_INVALID for a cursor it did not make. */
export async function readPage<C extends CollectionName>(
  store: Store,
  collection: C,
  options: PageOptions<C>,
): Promise<Page<Collections[C]>> {
  const { where, by, direction = 'desc', size = 20 } = options
  const from = readCursor(options.cursor)
  const given = where[by]
  const span = given !== null && typeof given === 'object' ? given : {}
  const bound = from && (direction === 'desc' ? { lte: from.at } : { gte: from.at })
  const found = await store.find(
    collection,
    bound ? { ...where, [by]: { ...span, ...bound } } : where,
    {
      order: [
        [by, direction],
        ['_id', direction],
      ],
      limit: size + 1,
      skip: from?.seen ?? 0,
    },
  )
  const rows = found.slice(0, size)
  return { rows, next: found.length > size ? nextCursor(rows, by, from) : null }
}

interface Cursor {
  readonly at: number
  /** How many rows of that very moment were shown already. */
  readonly seen: number
}

function readCursor(cursor: string | undefined): Cursor | null {
  if (cursor === undefined || cursor === '') return null
  const match = /^(\d{1,16})\.(\d{1,6})$/.exec(cursor)
  if (!match) throw refuse('INPUT_INVALID', { field: 'cursor' })
  return { at: Number(match[1]), seen: Number(match[2]) }
}

/** Where a page goes on after the last of these rows, which follow those before `cursor`. */
export function cursorAfter<Row>(
  rows: readonly Row[],
  by: keyof Row,
  cursor: string | undefined,
): string | null {
  if (rows.length === 0) return cursor ?? null
  return nextCursor(rows, by, readCursor(cursor))
}

function nextCursor<Row>(rows: readonly Row[], by: keyof Row, from: Cursor | null): string {
  const at = Number(rows.at(-1)?.[by])
  const same = rows.filter((row) => Number(row[by]) === at).length
  return `${at}.${same + (from?.at === at ? from.seen : 0)}`
}
