// The timer's share of the outbox: what is owed after a commit is tried until it holds, or set aside with an alert.
import { MINUTE_MS, SECOND_MS } from '@contract/time'
import type { OutboxRecord } from '@contract/model/records'
import { assertNever } from '../../domain/assert'
import type { World } from '../../ports/world'
import { requestRefund } from '../refund/request-refund'
import { dispatchWithdrawal } from '../withdrawal/dispatch-withdrawal'
import { markUnanswered } from '../refund/mark-trouble'
import { isPoisoned, nameFailure } from './name-failure'
import { raiseAlert } from './raise-alert'

const BATCH = 20
/** While one instance works on a record, others leave it alone. */
const CLAIM_MS = MINUTE_MS
const FIRST_WAIT_MS = 15 * SECOND_MS
const MAX_WAIT_MS = 30 * MINUTE_MS
/** With the waits above: after half an hour of failures a person hears of a refund, and it goes on being tried. */
const TELL_AFTER = 7
/** With the waits above: about most of a day of failures. A refund is owed until it is paid and never given up so. */
const MAX_FAILURES = 40

/** done: nothing is owed any more. waiting: the other side has it, ask again later. */
export type WorkOutcome = 'done' | 'waiting'

export async function workOffOutbox(
  world: World,
): Promise<{ done: number; waiting: number; failed: number }> {
  const due = await world.store.find(
    'outbox',
    { status: 'due', dueAt: { lte: world.now } },
    { order: [['dueAt', 'asc']], limit: BATCH },
  )
  const counts = { done: 0, waiting: 0, failed: 0 }
  for (const record of due) {
    const isMine = await world.store.updateIf(
      'outbox',
      record._id,
      { status: 'due', dueAt: record.dueAt },
      { set: { dueAt: world.now + CLAIM_MS } },
    )
    if (isMine) counts[await tryRecord(world, record)] += 1
  }
  return counts
}

/** Tries a record right after its commit; never throws, the timer comes back to it. */
export async function tryNow(world: World, record: OutboxRecord): Promise<void> {
  try {
    await tryRecord(world, record)
  } catch (error) {
    world.log.warn('outbox-postponed', { id: record._id, error: nameFailure(error) })
  }
}

async function tryRecord(
  world: World,
  record: OutboxRecord,
): Promise<'done' | 'waiting' | 'failed'> {
  try {
    const outcome = await carryOut(world, record)
    await note(world, record, { outcome, failures: 0, lastError: null })
    return outcome
  } catch (error) {
    const lastError = nameFailure(error)
    world.log.warn('outbox-failed', { id: record._id, tries: record.tries + 1, error: lastError })
    const failures = (record.failures ?? 0) + 1
    const isGivenUp = isPoisoned(error) || (record.kind !== 'refund' && failures >= MAX_FAILURES)
    await note(world, record, { outcome: isGivenUp ? 'set-aside' : 'failed', failures, lastError })
    const isToBeTold = isGivenUp || failures >= TELL_AFTER
    if (record.kind === 'refund' && isToBeTold) await markUnanswered(world, record.subjectId)
    return 'failed'
  }
}

function carryOut(world: World, record: OutboxRecord): Promise<WorkOutcome> {
  switch (record.kind) {
    case 'refund':
      return requestRefund(world, record.subjectId, record.tries > 0)
    case 'dispatch-withdrawal':
      return dispatchWithdrawal(world, record.subjectId)
    default:
      return assertNever(record.kind)
  }
}

interface Noted {
  readonly outcome: WorkOutcome | 'failed' | 'set-aside'
  readonly failures: number
  readonly lastError: string | null
}

/** What fails for itself is set aside at once, anything else after many failures; each time a person is called. */
async function note(
  world: World,
  record: OutboxRecord,
  { outcome, failures, lastError }: Noted,
): Promise<void> {
  const tries = record.tries + 1
  const status = outcome === 'waiting' || outcome === 'failed' ? 'due' : outcome
  const dueAt = world.now + Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 10))
  const isNoted = await world.store.updateIf(
    'outbox',
    record._id,
    { status: 'due' },
    { set: { status, tries, failures, lastError, dueAt } },
  )
  if (outcome !== 'set-aside' || !isNoted) return
  const message = `多次尝试没有成功，需要人工处理（${lastError ?? ''}）`
  await raiseAlert(world, { kind: 'OUTBOX_SET_ASIDE', subjectId: record._id, message }, true)
}
