// What a distributor was when an order was paid: its commissions go by that, however late they are worked out.
import type { Standing } from '@contract/model/people'

/** WeChat tells the moment of a payment in whole seconds (success_time, RFC 3339 without fractions). */
const SECOND_MS = 1000

/**
 * The last standing that began before the second of `paidAt` (ms) was over; the first one for a payment before all
 * of them. Null for whoever was never admitted. `standings` are oldest first.
 */
export function standingAt(standings: readonly Standing[], paidAt: number): Standing | null {
  const begun = standings.filter(({ at }) => at < paidAt + SECOND_MS)
  return begun.at(-1) ?? standings[0] ?? null
}
