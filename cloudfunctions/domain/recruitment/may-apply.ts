// Whether somebody may apply now: not while one application waits, not twice, not right after a rejection.
import type { FormAnswer } from '@contract/model/recruitment'
import type { Distributor } from '@contract/model/people'
import { addDays, dateOf } from '@contract/time'
import { ALLOWED, refused, type Verdict } from '../refuse'

/** The first date on which somebody who was turned down may apply again; null when that is today or past. */
export function reapplyOn(
  known: Pick<Distributor, 'status' | 'rejectedAt'> | null,
  reapplyDays: number,
  now: number,
): string | null {
  if (known?.status !== 'rejected' || known.rejectedAt === undefined) return null
  const on = addDays(dateOf(known.rejectedAt), reapplyDays)
  return dateOf(now) < on ? on : null
}

/**
 * Of whoever has no application under way. Refuses DISTRIBUTOR_NOT_ACTIVE for whoever left, ALREADY_DISTRIBUTOR,
 * APPLICATION_TOO_SOON `{ on }`.
 */
export function mayApply(
  known: Pick<Distributor, 'status' | 'rejectedAt'> | null,
  reapplyDays: number,
  now: number,
): Verdict {
  if (known?.status === 'exited') return refused('DISTRIBUTOR_NOT_ACTIVE')
  if (known && known.status !== 'rejected') return refused('ALREADY_DISTRIBUTOR')
  const on = reapplyOn(known, reapplyDays, now)
  return on === null ? ALLOWED : refused('APPLICATION_TOO_SOON', { on })
}

/** Whether two applications say the same, in whatever order. */
export function sameAnswers(a: readonly FormAnswer[], b: readonly FormAnswer[]): boolean {
  const plain = (answers: readonly FormAnswer[]) =>
    JSON.stringify(answers.map(({ field, value }) => [field, value]).sort())
  return plain(a) === plain(b)
}
