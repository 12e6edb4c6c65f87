// 等级检查死在半路: whoever was checked stays checked, nobody rises twice, and every rise is told once.
import { describe, expect, it } from 'vitest'
import { startOfDate } from '@contract/time'
import { TIER_KEYS, TIER_NAMES, type Shop } from '@contract/model/shop'
import type { Distributor } from '@contract/model/people'
import type { TierChange, TierCursor } from '@contract/model/tier'
import type { World } from '../../../cloudfunctions/ports/world'
import { checkTiers } from '../../../cloudfunctions/workflows/tier/check-tiers'
import { dying, Killed } from '../../support/dying-store'
import { openEngineStore, type EngineStore } from '../../support/engine-store'
import { figuresOf, memberIdOf, memberOf } from '../../support/members'

const MEMBERS = 2_500
const ON = '2026-12-01'
const NOW = startOfDate(ON) + 2 * 3_600_000
/** Every fiftieth rises by what they sold. */
const rises = (n: number) => n % 50 === 3

async function openShop(from: Partial<TierCursor>): Promise<EngineStore> {
  const store = openEngineStore()
  const tiers = TIER_KEYS.map((key, index) => ({
    key,
    name: TIER_NAMES[key],
    need: 'all',
    conditions:
      index === 0
        ? []
        : [{ measure: 'own-sales', window: 'this-month', atLeast: index === 1 ? 1000 : 10 ** 9 }],
  }))
  const keep = { check: 'monthly', graceMonths: 0, demoteTo: 'one-step' }
  const terms = { version: 1, publishedAt: 0, publishedBy: 'mbr_0', tiers, keep }
  await store.put('settings', { _id: 'shop', plans: [], tiers: terms } as unknown as Shop)
  await store.put('aggregate_cursors', { _id: 'aggregates', seen: {} as never, asOf: NOW })
  for (let n = 0; n < MEMBERS; n += 1) {
    await store.put('distributors', memberOf(n))
    const own = { salesFen: rises(n) ? 2000 : 10, commissionFen: 0, newCustomers: 0 }
    await store.put('distributor_figures', figuresOf(n, own, ON))
  }
  const cursor = { _id: 'tiers', seen: NOW, closedMonth: '2026-11', version: 1, pass: null }
  await store.put('tier_cursors', { ...cursor, ...from } as TierCursor)
  return store
}

/** Runs that are killed after so many calls, a minute apart, until one comes to its end. */
async function runUntilDone(store: EngineStore, calls: number) {
  let runs = 0
  const pages: number[] = []
  for (let isDone = false; !isDone && runs < 100; runs += 1) {
    const { store: mortal, fate } = dying(store, calls)
    const world = { store: mortal, now: NOW + runs * 60_000 } as unknown as World
    try {
      await checkTiers(world)
      isDone = true
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
    pages.push((fate.calls['find distributors'] ?? 1) - 1)
  }
  return { runs, pages: pages.reduce((sum, count) => sum + count, 0) }
}

describe('等级检查死在半路', () => {
  it.each([
    ['新条件，死得早', { version: 0 }, 40],
    ['新条件，死得晚', { version: 0 }, 97],
    ['月底', { closedMonth: '2026-10' }, 40],
    ['刚变的数字', { seen: 0 }, 60],
  ])(
    '%s：接着走，每人只升一次，历史只记一条',
    async (_words, from, calls) => {
      const store = await openShop(from)
      const { runs, pages } = await runUntilDone(store, calls)
      expect(runs).toBeGreaterThan(2)
      expect(runs).toBeLessThan(100)
      // Three pages of members; a page that was cut off is looked at again, those behind it are not.
      expect(pages).toBeLessThanOrEqual(3 + runs)
      const risen = Array.from({ length: MEMBERS }, (_, n) => n).filter(rises)
      const changes = store.list<TierChange>('tier_changes').map((one) => one.distributorId)
      expect([...changes].sort()).toEqual(risen.map(memberIdOf).sort())
      for (const person of store.list<Distributor>('distributors')) {
        const isRisen = changes.includes(person._id)
        expect([person.tier, person.standings.length]).toEqual(
          isRisen ? ['silver', 2] : ['sprout', 1],
        )
      }
      expect((await store.get('tier_cursors', 'tiers'))?.pass).toBeNull()
    },
    120_000,
  )
})
