// Who earned most in a span: net commissions accrued in it, by distributor.
import { addFen, type Fen } from '@contract/money'
import type { Api } from '@contract/api'
import type { World } from '../../ports/world'

const PAGE = 1000
const SHOWN = 5

type TopEarners = Api['owner.getDashboard']['output']['topEarners']

/** `from` is inclusive, `to` exclusive (ms). */
export async function findTopEarners(world: World, from: number, to: number): Promise<TopEarners> {
  const top = [...(await addUpEarned(world, from, to))]
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

async function addUpEarned(world: World, from: number, to: number): Promise<Map<string, Fen>> {
  const earned = new Map<string, Fen>()
  for (let skip = 0; ; skip += PAGE) {
    const page = await world.store.find(
      'commissions',
      { accruedAt: { gte: from, lt: to } },
      {
        order: [
          ['accruedAt', 'desc'],
          ['_id', 'asc'],
        ],
        limit: PAGE,
        skip,
      },
    )
    for (const { distributorId, netFen } of page) {
      earned.set(distributorId, addFen(earned.get(distributorId) ?? 0, netFen))
    }
    if (page.length < PAGE) return earned
  }
}
