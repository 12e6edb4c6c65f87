// The answer of functions that mini-programs have no business in: notices and timers.
import { refusalText } from '@contract/refusals'
import type { Answer } from './endpoint'

export function refuseCall(requestId: string): Answer {
  const code = 'CALL_REFUSED'
  return { ok: false, error: { code, message: refusalText(code), facts: {}, requestId } }
}
