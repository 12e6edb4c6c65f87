// The note that work is owed: written in the same transaction as the fact that causes it.
import type { OutboxRecord } from '@contract/model/records'

/** Due at once; the id follows from the fact, so that a repeat adds no second one. */
export function makeOutboxRecord(
  kind: OutboxRecord['kind'],
  subjectId: string,
  now: number,
): OutboxRecord {
  return {
    _id: `${kind}:${subjectId}`,
    kind,
    subjectId,
    status: 'due',
    dueAt: now,
    tries: 0,
    lastError: null,
    createdAt: now,
  }
}
