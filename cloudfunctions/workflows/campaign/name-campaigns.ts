// What campaign rules of a plan are called: a campaign's title today, or the name that was typed in its place.
import { ID_PREFIXES } from '@contract/ids'
import type { World } from '../../ports/world'

const OWN_ID = `${ID_PREFIXES.campaign}_`

/** Every id with its name; no read where none is a campaign's. */
export async function nameCampaigns(
  world: World,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly name: string }[]> {
  const all = [...new Set(ids)]
  const own = all.filter((id) => id.startsWith(OWN_ID))
  const found = own.length === 0 ? [] : await world.store.getMany('campaigns', own)
  const titles = new Map(found.map(({ _id, title }) => [_id, title]))
  return all.map((id) => ({ id, name: titles.get(id) ?? id }))
}
