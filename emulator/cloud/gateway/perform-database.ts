/** Carries out one database action: in its transaction's turn, past open locks, safe before it is answered. */
import type { DatabaseRequest } from '../database/database'
import { answerTooLarge, TcbError } from '../database/tcb-error'
import type { Parts } from '../parts'
import { DATABASE_OPERATIONS, READING } from './answer-database'
import type { SentAt } from './transaction-turns'

export type Fields = Record<string, unknown>

/** What one answer may carry, in bytes. */
export const MAX_ANSWER = 16 * 1024 * 1024

export async function performDatabase(
  { database, turns, state }: Parts,
  action: string,
  request: DatabaseRequest,
  sent: SentAt,
  maxAnswer = MAX_ANSWER,
): Promise<Fields> {
  const operation = DATABASE_OPERATIONS[action] as (typeof DATABASE_OPERATIONS)[string]
  // An abort is never turned away: it would leave the locks of a broken-off callback behind.
  const { transactionId } = request
  const isTurn = transactionId !== undefined && action !== 'database.abortTransaction'
  const done = isTurn ? await turns.take(transactionId, sent) : () => {}
  try {
    const answer = await database.waiting(() => operation(database, request))
    checkSize(answer, maxAnswer)
    if (!READING.has(action)) await state.settled()
    return answer
  } catch (error) {
    // MongoDB ends a transaction with the first statement that fails in it.
    if (error instanceof TcbError && error.code === 'DATABASE_REQUEST_FAILED') {
      database.store.drop(transactionId)
    }
    throw error
  } finally {
    done()
  }
}

function checkSize({ data }: Fields, max: number): void {
  const { list } = (data ?? {}) as { list?: string[] }
  if (!list) return
  let length = 0
  for (const text of list) length += text.length
  // A character has 3 bytes at most: only what may be too large is measured.
  if (length * 3 <= max) return
  const size = list.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (size > max) throw answerTooLarge(size, max)
}
