// Everything that fits a condition, a page at a time by id: for checks, which may leave nothing out.
import type { CollectionName, Collections, Where } from '../../ports/store'
import type { World } from '../../ports/world'

const PAGE = 1000

export async function readWhole<C extends CollectionName>(
  world: World,
  collection: C,
  where: Where,
): Promise<Collections[C][]> {
  const rows: Collections[C][] = []
  for (let after = ''; ; after = rows.at(-1)?._id ?? '') {
    const order = [['_id', 'asc']] as const
    const bounded = { ...where, _id: { gt: after } }
    const page = await world.store.find(collection, bounded, { order, limit: PAGE })
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}
