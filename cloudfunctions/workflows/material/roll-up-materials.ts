// Timer: finds who used which material since the last time, and sets those counts anew from the uses.
import { MINUTE_MS } from '@contract/time'
import type { MaterialCursor, MaterialUse } from '@contract/model/material'
import { summariseMaterial } from '../../domain/material/summarise-material'
import type { World } from '../../ports/world'
import { inLanes } from '../in-lanes'
import { readAll } from '../read-all'
import { readPage } from '../read-page'

/** A use carries the moment at which its call began: what was written late is still found. */
const OVERLAP_MS = 2 * MINUTE_MS
const PAGE = 200
/** Whose uses of what are set before the next minute goes on; the last page may go over. */
const PAIRS_A_RUN = 400

type Pair = Pick<MaterialUse, 'materialId' | 'distributorId'>

/**
 * Counts are set whole, so that running twice, or dying half-way, changes nothing: the cursor moves on only after
 * they are set. Without a cursor it begins at the first use, which is how the counts are made anew.
 */
export async function rollUpMaterials(world: World): Promise<{ materials: number }> {
  const cursor = (await world.store.get('material_cursors', 'materials')) ?? FIRST
  const { pairs, next } = await findTouched(world, cursor)
  await inLanes([...pairs.values()], (pair) => setUser(world, pair))
  const ids = new Set([...pairs.values()].map(({ materialId }) => materialId))
  await inLanes([...ids], (id) => setCounts(world, id))
  const { now } = world
  await world.store.put(
    'material_cursors',
    next === null
      ? { _id: 'materials', from: now - OVERLAP_MS, page: null, asOf: now }
      : { ...cursor, page: next },
  )
  return { materials: ids.size }
}

const FIRST: MaterialCursor = { _id: 'materials', from: 0, page: null, asOf: 0 }

async function findTouched(world: World, { from, page }: MaterialCursor) {
  const pairs = new Map<string, Pair>()
  let next = page
  do {
    const found = await readPage(world.store, 'material_uses', {
      where: { at: { gte: from } },
      by: 'at',
      direction: 'asc',
      size: PAGE,
      cursor: next ?? undefined,
    })
    for (const { materialId, distributorId } of found.rows) {
      pairs.set(`${materialId}:${distributorId}`, { materialId, distributorId })
    }
    next = found.next
  } while (next !== null && pairs.size < PAIRS_A_RUN)
  return { pairs, next }
}

/** At most three uses a day make this a small set: some thousand in a year of daily use. */
async function setUser(world: World, { materialId, distributorId }: Pair): Promise<void> {
  const uses = await readAll(world, 'material_uses', { materialId, distributorId })
  const [user] = summariseMaterial(materialId, uses).users
  if (user) await world.store.put('material_users', user)
}

async function setCounts(world: World, materialId: string): Promise<void> {
  const fields = ['copied', 'saved', 'shared', 'usedCount']
  const sums = await world.store.sum('material_users', { materialId }, fields)
  const { copied = 0, saved = 0, shared = 0, usedCount = 0 } = sums
  const set = { counts: { copied, saved, shared }, usedCount }
  await world.store.updateIf('materials', materialId, {}, { set })
}
