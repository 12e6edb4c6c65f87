// 一万人的排行榜: swept in pages that a killed timer goes on with, and right for everybody, ties and masks included.
import { beforeAll, describe, expect, it } from 'vitest'
import { startOfDate } from '@contract/time'
import type { RankMeasure, RankPeriod } from '@contract/model/rank'
import type { Context, World } from '../../../cloudfunctions/ports/world'
import { unpackFigures } from '../../../cloudfunctions/domain/aggregate/pack-figures'
import { foldRanks } from '../../../cloudfunctions/domain/rank/fold-ranks'
import { rankValue } from '../../../cloudfunctions/domain/rank/rank-lists'
import { getRanks } from '../../../cloudfunctions/workflows/rank/get-ranks'
import { rankDistributors } from '../../../cloudfunctions/workflows/rank/rank-distributors'
import { dying, Killed } from '../../support/dying-store'
import { openEngineStore, type EngineStore } from '../../support/engine-store'
import { figuresOf, memberIdOf, memberOf } from '../../support/members'

const MEMBERS = 10_000
const ON = '2026-11-20'
const NOW = startOfDate(ON) + 10 * 3_600_000
/** Every ninth has nothing, every hundredth is frozen; many have the same. */
const isFrozen = (n: number) => n % 100 === 7
const members = Array.from({ length: MEMBERS }, (_, n) =>
  memberOf(n, isFrozen(n) ? { status: 'frozen' } : {}),
)
const figures = members.map((_, n) => {
  const salesFen = n % 9 === 0 ? 0 : 100 * ((n * 7919) % 3001)
  return figuresOf(n, { salesFen, commissionFen: (n * 31) % 4999, newCustomers: n % 40 }, ON)
})

let store: EngineStore
const worldOf = (of: EngineStore, now = NOW) => ({ store: of, now }) as unknown as World
const ask = (n: number, period: RankPeriod, measure: RankMeasure) => {
  const ctx = { ...worldOf(store), caller: { distributor: members[n] } } as unknown as Context
  return getRanks(ctx, { period, measure })
}

beforeAll(async () => {
  store = openEngineStore()
  for (const member of members) await store.put('distributors', member)
  for (const one of figures) await store.put('distributor_figures', one)
}, 120_000)

describe('一万人的排行榜', () => {
  it('定时器每次都死在半路，下一次接着走：每页只看一遍，榜和一次算完的一样', async () => {
    const pages = []
    let runs = 0
    for (let isDone = false; !isDone; runs += 1) {
      const { store: mortal, fate } = dying(store, 45)
      try {
        await rankDistributors(worldOf(mortal))
        isDone = true
      } catch (error) {
        if (!(error instanceof Killed)) throw error
      }
      pages.push((fate.calls['find distributor_figures'] ?? 1) - 1)
    }
    // Eleven pages, the last of them empty; it is looked at again where the lists were cut off.
    expect(runs).toBeGreaterThan(2)
    expect(pages.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(11 + runs)
    const wanted = foldRanks(figures.map(unpackFigures), members, ON)
    const byId = (rows: readonly { _id: string }[]) =>
      Object.fromEntries(rows.map((row) => [row._id, row]))
    expect(byId(store.list('rank_lists'))).toEqual(byId(wanted.map(({ list }) => list)))
    expect(byId(store.list('rank_steps'))).toEqual(byId(wanted.flatMap(({ parts }) => parts)))
  }, 60_000)

  it.each(
    (['week', 'month', 'total'] as const).flatMap((period) =>
      (['sales', 'commission', 'new-customers'] as const).map(
        (measure) => [period, measure] as const,
      ),
    ),
  )('%s %s：并列同名次，自己的名次等于数人头，别人的名字遮住', async (period, measure) => {
    const valueOf = (n: number) => {
      const own = figures[n]
      return own && !isFrozen(n) ? rankValue(unpackFigures(own), period, measure, ON) : 0
    }
    const values = members.map((_, n) => valueOf(n))
    for (const n of [1, 2, 9, 77, 1234, 5678, 9_998]) {
      const value = values[n] ?? 0
      const { own, ranked, rows } = await ask(n, period, measure)
      expect(ranked).toBe(values.filter((one) => one > 0).length)
      const before = values.filter((one) => one > value).length
      expect(own.place).toBe(value > 0 ? before + 1 : null)
      for (const row of rows) {
        expect(row.place).toBe(1 + values.filter((one) => one > row.value).length)
        expect(row.name.includes('*')).toBe(!row.isOwn)
      }
    }
    expect((await ask(7, period, measure)).own.place).toBeNull()
  })

  it('没有人变就不再看一遍；有人变了，第二天了，才重新来', async () => {
    const quiet = dying(store, 1000)
    await rankDistributors(worldOf(quiet.store, NOW + 60_000))
    expect(quiet.fate.calls).toEqual({
      'get rank_cursors': 1,
      'get aggregate_cursors': 1,
      'find distributor_figures': 1,
      'find distributors': 1,
      'put rank_cursors': 1,
    })
    const changed = figuresOf(1, { salesFen: 10, commissionFen: 10 ** 6, newCustomers: 1 }, ON)
    await store.put('distributor_figures', { ...changed, changedAt: NOW })
    await rankDistributors(worldOf(store, NOW + 120_000))
    expect((await ask(1, 'week', 'commission')).own.place).toBe(1)
    expect(memberIdOf(1)).toBe(
      store
        .list<{ _id: string; top: { distributorId: string }[] }>('rank_lists')
        .find(({ _id }) => _id === 'total:commission')?.top[0]?.distributorId,
    )
  })

  it('半路换了日子，旧的一半作废；两个定时器交错留下的断页也作废', async () => {
    const killed = dying(store, 20)
    const tomorrow = NOW + 86_400_000
    await rankDistributors(worldOf(killed.store, tomorrow)).catch(() => undefined)
    expect((await store.get('rank_cursors', 'ranks'))?.sweep?.parts).toBeGreaterThan(2)
    const second = await store.get('rank_parts', 'part:1')
    if (second) await store.put('rank_parts', { ...second, after: memberIdOf(3) })
    const again = dying(store, 1000)
    await rankDistributors(worldOf(again.store, tomorrow))
    expect(again.fate.calls['find distributor_figures']).toBe(1 + 11)
    expect((await store.get('rank_cursors', 'ranks'))?.sweep).toBeUndefined()
    expect((await ask(2, 'total', 'sales')).own.place).toBeGreaterThan(0)
  })
})
