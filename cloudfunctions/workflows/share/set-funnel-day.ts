// Sets one day of a funnel anew from its facts: a distributor's, or the whole shop's.
import { DAY_MS, startOfDate } from '@contract/time'
import type { AttributionChange, Visit } from '@contract/model/distribution'
import type { FunnelDay } from '@contract/model/funnel'
import {
  inOrder,
  nameShares,
  paidThroughShares,
  wonByShares,
} from '../../domain/share/funnel-facts'
import { SHOP, sumFunnelDay, type FunnelFacts } from '../../domain/share/sum-funnel-day'
import type { Collections, Where } from '../../ports/store'
import type { World } from '../../ports/world'
import { sumReadable } from '../outbox/leave-out-poisoned'
import { readAll } from '../read-all'
import { readChanges } from './read-changes'

/** Ids in one condition. */
const SOME = 500

/** Running it again sets the same figures. */
export async function setFunnelDay(world: World, owner: string, on: string): Promise<FunnelDay> {
  const asOf = world.now
  const from = startOfDate(on)
  const within = { gte: from, lt: from + DAY_MS }
  const of = (field: string): Where => (owner === SHOP ? {} : { [field]: owner })
  const visits = await readAll(world, 'visits', { ...of('distributorId'), visitedAt: within })
  const changes = await readChanges(world, { ...(owner === SHOP ? {} : { to: owner }), at: within })
  const batches = await readAll(world, 'open_batches', { ...of('distributorIds'), at: within })
  const opens = batches
    .flatMap((batch) => batch.opens)
    .filter(({ distributorId }) => owner === SHOP || distributorId === owner)
  const orders = paidThroughShares(
    await readAll(world, 'orders', { ...of('attribution.distributorId'), paidAt: within }),
  )
  const own = wonByShares(changes)
  const bound = nameShares(own, await readCurrent(world, own))
  const facts = {
    visits: inOrder(visits, (visit) => visit.visitedAt),
    earlierVisits: await readEarlier(world, 'visits', visits, {
      ...of('distributorId'),
      visitedAt: { lt: from },
    }),
    opens,
    bound: inOrder(bound, (change) => change.at),
    // A change before another has been replaced by it.
    earlierBound: (
      await readEarlier(world, 'attribution_changes', own, { ...of('to'), at: { lt: from } })
    ).map(({ to, memberId }) => ({ distributorId: to, memberId })),
    orders,
  }
  const shares = await readShares(world, facts)
  const day = await sumReadable(world, facts, (rows) =>
    sumFunnelDay({ ...rows, owner, on, asOf, shares }),
  )
  await world.store.put('funnel_days', day)
  return day
}

/** The bindings of those whose change does not name its share. */
function readCurrent(world: World, changes: readonly AttributionChange[]) {
  const nameless = changes.filter(({ shareCode }) => shareCode === undefined)
  return world.store.getMany(
    'attributions',
    nameless.map(({ memberId }) => memberId),
  )
}

async function readEarlier<C extends 'visits' | 'attribution_changes'>(
  world: World,
  collection: C,
  rows: readonly Pick<Visit | AttributionChange, 'memberId'>[],
  where: Where,
): Promise<Collections[C][]> {
  const people = [...new Set(rows.map(({ memberId }) => memberId))]
  const found: Collections[C][] = []
  for (let from = 0; from < people.length; from += SOME) {
    const memberId = { in: people.slice(from, from + SOME) }
    found.push(...(await readAll(world, collection, { ...where, memberId })))
  }
  return found
}

async function readShares(
  world: World,
  {
    visits,
    earlierVisits,
    opens,
    bound,
    orders,
  }: Omit<FunnelFacts, 'owner' | 'on' | 'asOf' | 'shares'>,
) {
  const rows = [...visits, ...earlierVisits, ...opens, ...bound, ...orders]
  const codes = [...new Set(rows.flatMap(({ shareCode }) => shareCode ?? []))]
  const shares = await world.store.getMany('shares', codes)
  return new Map(shares.map((share) => [share._id, share]))
}
