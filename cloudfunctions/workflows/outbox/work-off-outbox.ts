// The timer's share of the outbox: what is owed after a commit is tried until it holds, or set aside with an alert.
import { MINUTE_MS, SECOND_MS } from '@contract/time'
import type { OutboxRecord } from '@contract/model/records'
import { assertNever } from '../../domain/assert'
import type { World } from '../../ports/world'
import { requestRefund } from '../refund/request-refund'
import { dispatchWithdrawal } from '../withdrawal/dispatch-withdrawal'
import { nameFailure } from './name-failure'
import { raiseAlert } from './raise-alert'

const BATCH = 20
/** While one instance works on a record, others leave it alone. */
const CLAIM_MS = MINUTE_MS
const FIRST_WAIT_MS = 15 * SECOND_MS
const MAX_WAIT_MS = 30 * MINUTE_MS
/** With the waits above: about most of a day of failures. */
const MAX_TRIES = 40

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
    await note(world, record, outcome, null)
    return outcome
  } catch (error) {
    const lastError = nameFailure(error)
    world.log.warn('outbox-failed', { id: record._id, tries: record.tries + 1, error: lastError })
    await note(world, record, 'failed', lastError)
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

async function note(
  world: World,
  record: OutboxRecord,
  outcome: WorkOutcome | 'failed',
  lastError: string | null,
): Promise<void> {
  const tries = record.tries + 1
  const isGivenUp = outcome === 'failed' && tries >= MAX_TRIES
  const status = outcome === 'done' ? 'done' : isGivenUp ? 'set-aside' : 'due'
  const dueAt = world.now + Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 10))
  await world.store.updateIf(
    'outbox',
    record._id,
    { status: 'due' },
    { set: { status, tries, lastError, dueAt } },
  )
  if (!isGivenUp) return
  const message = `多次尝试没有成功，需要人工处理（${lastError ?? ''}）`
  await raiseAlert(world, { kind: 'OUTBOX_SET_ASIDE', subjectId: record._id, message })
}
