// Timer, at night: all books are checked as the audit command does, in bounded pages, while traffic goes on.
import { AUDIT_STAGES, type AuditRun, type AuditStage } from '@contract/model/books'
import { dateOf, HOUR_MS, startOfDate } from '@contract/time'
import { assert } from '../../domain/assert'
import { differenceText, type Difference } from '../../domain/ledger/difference'
import type { World } from '../../ports/world'
import { raiseAlert } from '../outbox/raise-alert'
import { auditPage } from './audit-page'

/** Shanghai time of day from which a night's audit may begin. */
const FROM_MS = 3 * HOUR_MS
const PAGES_A_RUN = 60

/**
 * Once a night, resumable: where it stopped is stored. It ends at the first difference, which calls a person by name;
 * the same one calls once, however many nights it stays.
 */
export async function auditBooks(world: World): Promise<{ pages: number; status: string }> {
  const on = dateOf(world.now)
  if (world.now < startOfDate(on) + FROM_MS) return { pages: 0, status: 'early' }
  let run = await beginRun(world, on)
  let pages = 0
  for (; pages < PAGES_A_RUN && run.status === 'running'; pages += 1) {
    const next = await nextRun(world, run)
    // Another instance is at it.
    if (!next) break
    run = next
  }
  return { pages, status: run.status }
}

async function beginRun(world: World, on: string): Promise<AuditRun> {
  const fresh: AuditRun = {
    _id: on,
    status: 'running',
    stage: AUDIT_STAGES[0],
    after: '',
    counts: {},
    first: null,
    startedAt: world.now,
    finishedAt: null,
  }
  if (await world.store.insert('audit_runs', fresh)) return fresh
  const known = await world.store.get('audit_runs', on)
  assert(known !== null, `audit of ${on} was begun`)
  return known
}

/** null when somebody else has moved on from here meanwhile. */
async function nextRun(world: World, run: AuditRun): Promise<AuditRun | null> {
  const page = await auditPage(world, run.stage, run.after)
  const [first] = page.differences
  const next = first ? foundWrong(world, run, first) : goOn(world, run, page)
  if (first) await callPerson(world, first)
  const { status, stage, after, counts, finishedAt } = next
  const set = { status, stage, after, counts, finishedAt, first: next.first }
  const at = { status: 'running', stage: run.stage, after: run.after }
  return (await world.store.updateIf('audit_runs', run._id, at, { set })) ? next : null
}

function foundWrong(world: World, run: AuditRun, first: Difference): AuditRun {
  return { ...run, status: 'differs', first: differenceText(first), finishedAt: world.now }
}

function goOn(
  world: World,
  run: AuditRun,
  page: { readonly after: string | null; readonly checked: number },
): AuditRun {
  const counts = { ...run.counts, [run.stage]: (run.counts[run.stage] ?? 0) + page.checked }
  if (page.after !== null) return { ...run, counts, after: page.after }
  const stage: AuditStage | undefined = AUDIT_STAGES[AUDIT_STAGES.indexOf(run.stage) + 1]
  if (stage !== undefined) return { ...run, counts, stage, after: '' }
  return { ...run, counts, status: 'right', finishedAt: world.now }
}

async function callPerson(world: World, first: Difference): Promise<void> {
  const subjectId = `${first.rule}:${first.record}`.slice(0, 150)
  const message = `夜间核账发现不一致：${differenceText(first)}`
  await raiseAlert(world, { kind: 'AUDIT', subjectId, message })
}
