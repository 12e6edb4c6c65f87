// Tier checks of 10,000 members through the real SDK and the local cloud: calls, time, and what CRMEB's figure covers.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addMonths, startOfDate } from '@contract/time'
import { TIER_KEYS, TIER_NAMES } from '@contract/model/shop'
import type { TierTerms } from '@contract/model/tier'
import { packFigures } from '../cloudfunctions/domain/aggregate/pack-figures'
import type { DistributorFigures } from '@contract/model/aggregate'
import type { World } from '../cloudfunctions/ports/world'
import { startCloud, type Cloud, type CollectionsFile } from '../emulator/cloud'
import { median } from './median'
import type { Row } from './row'
import { callsOf, worldOf } from './world'

const ROOT = join(__dirname, '..')
const MEMBERS = 10_000
const ROUNDS = 5
const CHANGES = 100
/** CRMEB v4.7.1: upgrade checks of 10,000 members one after the other, as measured apart from this run. */
const CRMEB_S = 14.4
const NOW = startOfDate('2026-12-01') + 2 * 3_600_000
const MONTH = '2026-12'

const TERMS: TierTerms = {
  tiers: TIER_KEYS.map((key, index) => ({
    key,
    name: TIER_NAMES[key],
    need: 'all',
    conditions:
      index === 0
        ? []
        : [
            { measure: 'own-sales', window: 'last-3-months', atLeast: index * 100_000 },
            { measure: 'team-sales', window: 'last-12-months', atLeast: index * 100_000 },
            { measure: 'paid-orders', window: 'ever', atLeast: index * 10 },
          ],
  })),
  keep: { check: 'monthly', graceMonths: 1, demoteTo: 'one-step' },
}

/** Thirteen full months each; nobody's tier is to change. */
function figuresOf(id: string, n: number) {
  const sums = {
    salesFen: 40_000 + (n % 977),
    receivedFen: 30_000,
    refundedFen: 100,
    teamSalesFen: 20_000,
    orders: 3,
    newCustomers: 2,
    visitors: 40,
    commissionFen: 4000,
    settledFen: 3000,
    newMembers: 0,
  }
  const months = Array.from({ length: 13 }, (_, back) => [addMonths(MONTH, -back), sums] as const)
  const weeks = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']
  const { salesFen, commissionFen, newCustomers } = sums
  return packFigures({
    _id: id,
    ever: { ...sums, orders: 39 },
    months: Object.fromEntries(months) as Record<string, object>,
    weeks: Object.fromEntries(
      weeks.map((week) => [week, { salesFen, commissionFen, newCustomers }]),
    ),
    changedAt: NOW - 3_600_000,
  } as unknown as DistributorFigures)
}

function fill(cloud: Cloud): void {
  const ids = Array.from({ length: MEMBERS }, (_, n) => `dst_${String(n).padStart(6, '0')}`)
  const at = startOfDate('2026-01-01')
  const people = ids.map((_id, n) => ({
    _id,
    memberId: `mbr_${n}`,
    name: '林晓梅',
    status: 'active',
    tier: 'silver',
    standings: [
      { at, status: 'active', tier: 'sprout' },
      { at: at + 1, status: 'active', tier: 'silver' },
    ],
    inviterId: null,
    uplineIds: [],
    appliedAt: at,
    admittedAt: at,
    rejectReason: null,
  }))
  cloud.database.put('distributors', people)
  cloud.database.put('distributor_figures', ids.map(figuresOf))
  const tiers = { _id: 'tiers:1', version: 1, publishedAt: at, publishedBy: 'mbr_0', ...TERMS }
  cloud.database.put('settings', [{ _id: 'shop', name: '茶与礼', plans: [], tiers }])
  cloud.database.put('aggregate_cursors', [{ _id: 'aggregates', seen: {}, asOf: NOW }])
}

const cursor = (changes: object) => ({
  _id: 'tiers',
  seen: NOW,
  closedMonth: '2026-11',
  version: 1,
  pass: null,
  ...changes,
})

interface Pass {
  readonly ms: number
  /** Of the check and the local cloud together: what other work on the machine doesn't change much. */
  readonly cpuMs: number
  readonly calls: number
  readonly checked: number
  readonly changed: number
}

async function passOver(cloud: Cloud, world: World, from: object): Promise<Pass> {
  const { checkTiers } = await import('../cloudfunctions/workflows/tier/check-tiers')
  cloud.database.put('tier_cursors', [from])
  cloud.counters.clear()
  const startedAt = performance.now()
  const cpuBefore = process.cpuUsage()
  const counts = await checkTiers(world)
  const { user, system } = process.cpuUsage(cpuBefore)
  const ms = performance.now() - startedAt
  return { ms, cpuMs: (user + system) / 1000, calls: callsOf(cloud), ...counts }
}

async function middleOf(work: () => Promise<Pass>): Promise<Pass> {
  const passes: Pass[] = []
  for (let round = 0; round < ROUNDS; round += 1) passes.push(await work())
  const ms = median(passes.map((pass) => pass.ms))
  const cpuMs = median(passes.map((pass) => pass.cpuMs))
  return { ...(passes[0] ?? { calls: 0, checked: 0, changed: 0 }), ms, cpuMs }
}

const say = ({ ms, cpuMs, calls }: Pass) =>
  `${(ms / 1000).toFixed(2)} s (CPU ${(cpuMs / 1000).toFixed(2)} s), ${calls} calls`

export async function measureTiers(): Promise<Row[]> {
  const collections = JSON.parse(
    readFileSync(join(ROOT, 'database', 'collections.json'), 'utf8'),
  ) as CollectionsFile
  const functionsDir = join(ROOT, 'dist', 'cloudfunctions')
  const cloud = await startCloud({ functionsDir, collections, timers: false, quiet: true })
  try {
    fill(cloud)
    const world = await worldOf(cloud, NOW)
    const newTerms = () => passOver(cloud, world, cursor({ version: 0 }))
    await newTerms()
    const terms = await middleOf(newTerms)
    const month = await middleOf(() => passOver(cloud, world, cursor({ closedMonth: '2026-10' })))
    const demoted = Array.from(
      { length: CHANGES },
      (_, n) => `dst_${String(n * 97).padStart(6, '0')}`,
    )
    const people = cloud.database.list<{ _id: string }>('distributors')
    const lower = people.filter(({ _id }) => demoted.includes(_id))
    cloud.database.put(
      'distributors',
      lower.map((one) => ({ ...one, tier: 'sprout' })),
    )
    const moved = await newTerms()
    if (terms.checked !== MEMBERS || terms.changed + month.changed !== 0) {
      throw new Error('the members were not as they should be')
    }
    return [
      {
        what: `tier check of ${MEMBERS} members, nobody moves (CRMEB ${CRMEB_S} s)`,
        measured: say(terms),
        budget: '≤ 1.5 s',
      },
      {
        what: '… and whether they keep it, at a month’s end',
        measured: say(month),
        budget: '≤ 1.5 s',
      },
      {
        what: `… with ${moved.changed} who rise, a transaction each`,
        measured: say(moved),
        budget: '–',
      },
    ]
  } finally {
    await cloud.stop()
  }
}
