// Rank lists of 10,000 members through the real SDK and the local cloud: calls, documents and bytes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startOfDate } from '@contract/time'
import type { Store } from '../cloudfunctions/ports/store'
import type { Context, World } from '../cloudfunctions/ports/world'
import { startCloud, type Cloud, type CollectionsFile } from '../emulator/cloud'
import { figuresOf, memberOf } from '../tests/support/members'
import type { Row } from './row'
import { callsOf, worldOf } from './world'

const ROOT = join(__dirname, '..')
const MEMBERS = 10_000
const ON = '2026-12-01'
const NOW = startOfDate(ON) + 2 * 3_600_000

function fill(cloud: Cloud): void {
  const numbers = Array.from({ length: MEMBERS }, (_, n) => n)
  cloud.database.put(
    'distributors',
    numbers.map((n) => memberOf(n)),
  )
  const own = (n: number) => {
    return { salesFen: (n * 7919) % 99_991, commissionFen: (n * 31) % 9973, newCustomers: n % 40 }
  }
  cloud.database.put(
    'distributor_figures',
    numbers.map((n) => figuresOf(n, own(n), ON)),
  )
  cloud.database.put('aggregate_cursors', [{ _id: 'aggregates', seen: {}, asOf: NOW }])
}

interface Flow {
  documents: number
  bytes: number
}
interface Cost {
  readonly calls: number
  readonly ms: number
  readonly read: Flow
  readonly written: Flow
}

/** A store that weighs what comes and goes, as JSON. */
function weighed(store: Store, read: Flow, written: Flow): Store {
  const add = (to: Flow, rows: readonly unknown[]) => {
    to.documents += rows.length
    for (const row of rows) to.bytes += JSON.stringify(row).length
  }
  return {
    ...store,
    get: async (collection, id) => {
      const row = await store.get(collection, id)
      if (row !== null) add(read, [row])
      return row
    },
    getMany: async (collection, ids) => {
      const rows = await store.getMany(collection, ids)
      add(read, rows)
      return rows
    },
    find: async (collection, where, options) => {
      const rows = await store.find(collection, where, options)
      add(read, rows)
      return rows
    },
    put: (collection, document) => {
      add(written, [document])
      return store.put(collection, document)
    },
  }
}

async function costOf(
  cloud: Cloud,
  world: World,
  work: (world: World) => Promise<unknown>,
): Promise<Cost> {
  const [read, written] = [
    { documents: 0, bytes: 0 },
    { documents: 0, bytes: 0 },
  ]
  const store = weighed(world.store, read, written)
  cloud.counters.clear()
  const startedAt = performance.now()
  await work({ ...world, store })
  return { calls: callsOf(cloud), ms: performance.now() - startedAt, read, written }
}

const say = ({ calls, ms, read, written }: Cost) =>
  `${calls} calls; read ${flowOf(read)}; written ${flowOf(written)}; ${(ms / 1000).toFixed(2)} s`
const flowOf = ({ documents, bytes }: Flow) => `${documents} (${(bytes / 2 ** 20).toFixed(2)} MiB)`

export async function measureRanks(): Promise<Row[]> {
  const collections = JSON.parse(
    readFileSync(join(ROOT, 'database', 'collections.json'), 'utf8'),
  ) as CollectionsFile
  const functionsDir = join(ROOT, 'dist', 'cloudfunctions')
  const cloud = await startCloud({ functionsDir, collections, timers: false, quiet: true })
  try {
    fill(cloud)
    const world = await worldOf(cloud, NOW)
    const { rankDistributors } = await import('../cloudfunctions/workflows/rank/rank-distributors')
    const { getRanks } = await import('../cloudfunctions/workflows/rank/get-ranks')
    const all = await costOf(cloud, world, rankDistributors)
    const none = await costOf(cloud, world, rankDistributors)
    const one = figuresOf(1, { salesFen: 77, commissionFen: 7, newCustomers: 1 }, ON)
    cloud.database.put('distributor_figures', [{ ...one, changedAt: NOW }])
    const again = await costOf(cloud, world, rankDistributors)
    const caller = { distributor: memberOf(4321) }
    const look = await costOf(cloud, world, (of) =>
      getRanks({ ...of, caller } as unknown as Context, { period: 'week', measure: 'sales' }),
    )
    return [
      {
        what: `fifteen rank lists of ${MEMBERS} members, all new`,
        measured: say(all),
        budget: '–',
      },
      { what: '… anew, when one member’s figures changed', measured: say(again), budget: '–' },
      { what: '… when nothing changed', measured: say(none), budget: '–' },
      { what: '… looking at one, place 1 to last', measured: say(look), budget: '≤ 4 calls' },
    ]
  } finally {
    await cloud.stop()
  }
}
