// A failure in one short code, fit for a log line or a record: never a raw error, which may hold secrets.
import { Bug } from '../../domain/assert'
import { Refusal } from '../../domain/refuse'
import { PayRefused, PayUnknown } from '../../ports/payments'

/** `TRY_AGAIN`, `PayUnknown:TIMEOUT`, `Bug: …` — at most 200 characters. */
export function nameFailure(error: unknown): string {
  if (error instanceof Refusal) return error.code
  if (error instanceof PayUnknown || error instanceof PayRefused)
    return `${error.name}:${error.code}`
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown'
}

/** Whether the record itself is at fault: trying it again would fail again. */
export function isPoisoned(error: unknown): boolean {
  if (error instanceof TypeError) return error.message !== 'fetch failed'
  return error instanceof Bug || error instanceof RangeError
}

/** Whether trying it again would fail again: the record's own fault, or a refusal that time doesn't change. */
export function isLasting(error: unknown): boolean {
  return error instanceof Refusal ? error.code !== 'TRY_AGAIN' : isPoisoned(error)
}
