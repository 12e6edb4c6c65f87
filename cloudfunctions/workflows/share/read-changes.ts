// What changed in attributions within a span: the newest of each customer, and those whose place was taken since.
import type { AttributionChange } from '@contract/model/distribution'
import { everyChange } from '../../domain/attribution/every-change'
import type { Comparison, Where } from '../../ports/store'
import type { World } from '../../ports/world'
import { readAll } from '../read-all'

/**
 * The attributions first: a change whose place is taken meanwhile is found among the changes then. `to`: all
 * distributors when absent.
 */
export async function readChanges(
  world: World,
  { to, at }: { readonly to?: string | Comparison; readonly at: Comparison },
): Promise<AttributionChange[]> {
  const holders: Where = to === undefined ? {} : { distributorId: to }
  const attributions = await readAll(world, 'attributions', { ...holders, boundAt: at })
  const winners: Where = to === undefined ? {} : { to }
  const replaced = await readAll(world, 'attribution_changes', { ...winners, at })
  return everyChange(replaced, attributions)
}
