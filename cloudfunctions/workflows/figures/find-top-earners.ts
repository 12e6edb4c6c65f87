// Who earned most in a span: net commissions accrued in it, by distributor.
import { addFen, type Fen } from '@contract/money'
import type { Api } from '@contract/api'
import type { World } from '../../ports/world'

/** As many commissions as are looked at; beyond that the newest decide. */
const LOOKED_AT = 1000
const SHOWN = 5

type TopEarners = Api['owner.getDashboard']['output']['topEarners']

/** `from` is inclusive, `to` exclusive (ms). */
export async function findTopEarners(world: World, from: number, to: number): Promise<TopEarners> {
  const commissions = await world.store.find(
    'commissions',
    { accruedAt: { gte: from, lt: to } },
    { order: [['accruedAt', 'desc']], limit: LOOKED_AT },
  )
  const earned = new Map<string, Fen>()
  for (const { distributorId, netFen } of commissions) {
    earned.set(distributorId, addFen(earned.get(distributorId) ?? 0, netFen))
  }
  const top = [...earned]
    .filter(([, amountFen]) => amountFen > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, SHOWN)
  const people = await world.store.getMany(
    'distributors',
    top.map(([id]) => id),
  )
  return top.flatMap(([id, amountFen]) => {
    const person = people.find((candidate) => candidate._id === id)
    return person ? [{ id, name: person.name, tier: person.tier, amountFen }] : []
  })
}
