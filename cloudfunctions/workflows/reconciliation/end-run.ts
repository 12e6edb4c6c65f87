// The end of a day's run: what it did not meet again is cleared, totals are set, and new differences call a person.
import type { ReconciledDay } from '@contract/model/books'
import { isPassing } from '../../domain/reconciliation/finding'
import type { World } from '../../ports/world'
import { closeSolvedAlert } from '../alert/close-alert'
import { raiseAlert } from '../outbox/raise-alert'

const PAGE = 500

/** null when somebody else ended it. */
export async function endRun(world: World, day: ReconciledDay): Promise<ReconciledDay | null> {
  const { _id: on, run, draft } = day
  await clearUnmet(world, on, run)
  const counts = await countDifferences(world, on)
  await callPerson(world, on, run, counts.foundCount)
  if (counts.openCount === 0) await dismissCalls(world, on)
  const set = {
    ...{ status: 'done' as const, cursor: null, totals: draft },
    ...{ ...counts, finishedAt: world.now },
  }
  const at = { run, status: 'running', 'cursor.stage': 'end' }
  const isMine = await world.store.updateIf('reconciled_days', on, at, { set })
  return isMine ? { ...day, ...set } : null
}

/** How many are open, and how many were ever found. */
export async function countDifferences(
  world: World,
  on: string,
): Promise<{ openCount: number; foundCount: number }> {
  const { store } = world
  const [openCount, foundCount] = await Promise.all([
    store.count('reconcile_differences', { on, state: 'open' }),
    store.count('reconcile_differences', { on }),
  ])
  return { openCount, foundCount }
}

/** Both sides agree by now; what somebody closed stays closed. */
async function clearUnmet(world: World, on: string, run: number): Promise<void> {
  for (;;) {
    const unmet = await world.store.find(
      'reconcile_differences',
      { on, state: { in: ['open', 'explained'] }, run: { lt: run } },
      { limit: PAGE },
    )
    for (const { _id, state } of unmet) {
      const set = { state: 'cleared' }
      await world.store.updateIf('reconcile_differences', _id, { state, run: { lt: run } }, { set })
    }
    if (unmet.length < PAGE) return
  }
}

/** Once for what this run found first; what passes by itself calls nobody. */
async function callPerson(
  world: World,
  on: string,
  run: number,
  foundCount: number,
): Promise<void> {
  const fresh = await world.store.find(
    'reconcile_differences',
    { on, state: 'open', sinceRun: run },
    { limit: PAGE },
  )
  const count = fresh.filter((difference) => !isPassing(difference.cause)).length
  if (count === 0) return
  const message = `${on} 的账和微信对不上，有 ${count} 处，请去对账页看看`
  await raiseAlert(world, { kind: 'RECONCILE', subjectId: `${on}:${foundCount}`, message })
}

/** Nothing is open any more: nobody need look at the day. */
export async function dismissCalls(world: World, on: string): Promise<void> {
  const _id = { gte: `RECONCILE:${on}:`, lt: `RECONCILE:${on};` }
  for (const { kind, subjectId } of await world.store.find('alerts', { _id, isOpen: true })) {
    await closeSolvedAlert(world, kind, subjectId, '都对上了')
  }
}
