// Writes whose customer somebody is now, in the caller's transaction: one document, two where it takes another's place.
import type { Attribution, AttributionChange } from '@contract/model/distribution'
import type { Transaction } from '../../ports/store'

interface Bound {
  readonly attribution: Attribution
  readonly change: AttributionChange
}

/** The change stands on the attribution; the one that stood there before goes among the changes. */
export async function putAttribution(
  tx: Transaction,
  current: Attribution | null,
  { attribution, change }: Bound,
): Promise<void> {
  if (current?.change) {
    await tx.put('attribution_changes', { ...current.change, replacedAt: change.at })
  }
  await tx.put('attributions', { ...attribution, change })
}

/** When a change happens (ms): a call that began before the last change, or in its moment, still comes after it. */
export function momentAfter(current: Attribution | null, now: number): number {
  return Math.max(now, (current?.boundAt ?? 0) + 1)
}
