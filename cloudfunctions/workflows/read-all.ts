// Every document that matches, a page at a time in the order of ids: for sets whose bound the caller knows.
import type { CollectionName, Collections, Comparison, Where } from '../ports/store'
import type { World } from '../ports/world'

const PAGE = 1000

/** Pages begin after the id before them: one that stops matching meanwhile hides no other. */
export async function readAll<C extends CollectionName>(
  world: World,
  collection: C,
  where: Where,
): Promise<Collections[C][]> {
  const rows: Collections[C][] = []
  const order = [['_id', 'asc']] as const
  for (;;) {
    const last = rows.at(-1)
    const more = last ? { ...where, _id: { ...(where['_id'] as Comparison), gt: last._id } } : where
    const page = await world.store.find(collection, more, { order, limit: PAGE })
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}
