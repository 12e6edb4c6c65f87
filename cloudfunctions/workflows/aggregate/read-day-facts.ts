// The facts of one date that some distributors' figures are summed up from: a few reads, however many people.
import { addDays, startOfDate } from '@contract/time'
import type { DayFacts } from '../../domain/aggregate/sum-day'
import type { World } from '../../ports/world'
import { readAll } from '../read-all'
import { readChanges } from '../share/read-changes'

export async function readDayFacts(
  world: World,
  on: string,
  distributorIds: readonly string[],
): Promise<DayFacts> {
  const within = { gte: startOfDate(on), lt: startOfDate(addDays(on, 1)) }
  const who = { in: distributorIds }
  const [own, team, earned, passedOn, visits, won, members, shares] = await Promise.all([
    readAll(world, 'orders', { 'attribution.distributorId': who, paidAt: within }),
    readAll(world, 'orders', { 'attribution.inviterId': who, paidAt: within }),
    readAll(world, 'commissions', { distributorId: who, accruedAt: within }),
    readAll(world, 'commissions', { sharerId: who, accruedAt: within }),
    readAll(world, 'visits', { distributorId: who, visitedAt: within }),
    readChanges(world, { to: who, at: within }),
    readAll(world, 'distributors', { inviterId: who, admittedAt: within }),
    readAll(world, 'shares', { distributorId: who, createdAt: within }),
  ])
  const orders = once(own, team)
  const commissions = once(earned, passedOn)
  const changes = [...won, ...(await readEarlier(world, won, within.gte))]
  return { orders, commissions, visits, changes, members, shares }
}

/** Each document once, though both readings may have found it. */
function once<Row extends { readonly _id: string }>(a: readonly Row[], b: readonly Row[]): Row[] {
  return [...new Map([...a, ...b].map((row): [string, Row] => [row._id, row])).values()]
}

/** Whether those who came had been these distributors' customers before: a change before another has been replaced. */
async function readEarlier(
  world: World,
  won: readonly { readonly memberId: string; readonly to: string }[],
  before: number,
) {
  const memberIds = [...new Set(won.map((change) => change.memberId))]
  if (memberIds.length === 0) return []
  const to = [...new Set(won.map((change) => change.to))]
  const earlier = []
  for (let from = 0; from < memberIds.length; from += 500) {
    const memberId = { in: memberIds.slice(from, from + 500) }
    const where = { memberId, to: { in: to }, at: { lt: before } }
    earlier.push(...(await readAll(world, 'attribution_changes', where)))
  }
  return earlier
}
