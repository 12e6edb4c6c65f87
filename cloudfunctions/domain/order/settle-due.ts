// When commissions of a received order become available.
import { DAY_MS } from '@contract/time'

/**
 * `receivedAt` (ms) plus the plan's freeze, never before the after-sale window ends. Stored on the commission,
 * so that a later change of policy moves nothing.
 */
export function settleAtOf(receivedAt: number, freezeDays: number, afterSaleDays: number): number {
  return receivedAt + Math.max(freezeDays, afterSaleDays) * DAY_MS
}
