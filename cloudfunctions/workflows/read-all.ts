// Every document that matches, a page at a time in the order of ids: for small sets, whose bound the caller knows.
import type { CollectionName, Collections, Where } from '../ports/store'
import type { World } from '../ports/world'

const PAGE = 1000

export async function readAll<C extends CollectionName>(
  world: World,
  collection: C,
  where: Where,
): Promise<Collections[C][]> {
  const rows: Collections[C][] = []
  for (;;) {
    const options = { order: [['_id', 'asc']] as const, skip: rows.length, limit: PAGE }
    const page = await world.store.find(collection, where, options)
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}
