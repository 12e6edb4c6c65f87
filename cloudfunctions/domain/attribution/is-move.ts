// Changes of an attribution that the shop made, not the customer.
import type { AttributionChange } from '@contract/model/distribution'

const MOVE_CAUSES = ['moved-by-owner', 'dispute-decided'] as const
export type MoveCause = (typeof MOVE_CAUSES)[number]

/** Whether the shop moved the customer: nobody won them by a share. */
export function isMove(cause: AttributionChange['cause']): cause is MoveCause {
  return MOVE_CAUSES.some((one) => one === cause)
}
