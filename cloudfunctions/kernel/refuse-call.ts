// The answer of functions that mini-programs have no business in: notices and timers.
import { refusalText } from '@contract/refusals'
import type { Answer } from './endpoint'

export function refuseCall(requestId: string): Answer {
  const code = 'CALL_REFUSED'
  const error = { code, message: refusalText(code), facts: {}, requestId } as const
  return { ok: false, error, now: Date.now() }
}
