// Compares one day with WeChat's bills, page by page; what is cut off goes on, and a repeat sets the same.
import { RECONCILE_STAGES, type ReconciledDay, type ReconcileStage } from '@contract/model/books'
import { assert } from '../../domain/assert'
import { NO_TOTALS } from '../../domain/reconciliation/tallies'
import type { World } from '../../ports/world'
import { comparePage } from './compare-page'
import { countDifferences, endRun } from './end-run'
import { fetchBills, type Bills } from './fetch-bills'
import { keepFindings } from './keep-findings'

const FIRST: ReconcileStage = RECONCILE_STAGES[0]

/**
 * Starts a run, or goes on with the one that was cut off, for at most so many pages. Answers the day as it then stands.
 * Refuses BILL_NOT_READY; throws PayUnknown and PayRefused.
 */
export async function runDay(world: World, on: string, pages: number): Promise<ReconciledDay> {
  const bills = await fetchBills(world, on)
  let day = await startRun(world, on, bills)
  for (let page = 0; page < pages && day.status === 'running'; page += 1) {
    const next = await runPage(world, day, bills)
    if (!next) return leaveToOthers(world, on)
    day = next
  }
  return day
}

/**
 * Somebody else is at it or has ended it: what is there is theirs. Differences that came too late for their end are
 * counted as open, so that the next run looks at them again.
 */
async function leaveToOthers(world: World, on: string): Promise<ReconciledDay> {
  const day = await readDay(world, on)
  if (day.status !== 'done') return day
  const set = await countDifferences(world, on)
  const isSame = set.openCount === day.openCount && set.foundCount === day.foundCount
  if (isSame) return day
  await world.store.updateIf('reconciled_days', on, { status: 'done', run: day.run }, { set })
  return { ...day, ...set }
}

async function startRun(world: World, on: string, bills: Bills): Promise<ReconciledDay> {
  const { hasTradeBill, hasFundBill } = bills
  const begun = {
    status: 'running' as const,
    cursor: { stage: FIRST, after: '' },
    draft: NO_TOTALS,
    ...{ hasTradeBill, hasFundBill, startedAt: world.now, finishedAt: null },
  }
  const fresh: ReconciledDay = {
    ...{ _id: on, ...begun, run: 1 },
    ...{ totals: NO_TOTALS, openCount: 0, foundCount: 0 },
  }
  if (await world.store.insert('reconciled_days', fresh)) return fresh
  const known = await readDay(world, on)
  if (known.status === 'running') return known
  const { run } = known
  await world.store.updateIf(
    'reconciled_days',
    on,
    { status: 'done', run },
    { set: { ...begun, run: run + 1 } },
  )
  return readDay(world, on)
}

async function runPage(
  world: World,
  day: ReconciledDay,
  bills: Bills,
): Promise<ReconciledDay | null> {
  const { _id: on, run, cursor } = day
  assert(cursor !== null, `${on} runs without a cursor`)
  const { stage, after } = cursor
  if (stage === 'end') return endRun(world, day)
  const page = await comparePage(world, day, bills, { stage, after })
  await keepFindings(world, { on, run }, page.found)
  const next =
    page.after === null ? { stage: stageAfter(stage), after: '' } : { stage, after: page.after }
  const set = { cursor: next, draft: page.found.totals }
  const at = { run, status: 'running', 'cursor.stage': stage, 'cursor.after': after }
  const isMine = await world.store.updateIf('reconciled_days', on, at, { set })
  return isMine ? { ...day, ...set } : null
}

function stageAfter(stage: ReconcileStage): ReconcileStage {
  const next = RECONCILE_STAGES[RECONCILE_STAGES.indexOf(stage) + 1]
  assert(next !== undefined, `nothing follows ${stage}`)
  return next
}

async function readDay(world: World, on: string): Promise<ReconciledDay> {
  const day = await world.store.get('reconciled_days', on)
  assert(day !== null, `${on} was not begun`)
  return day
}
