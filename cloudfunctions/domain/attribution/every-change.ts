// The changes of attributions wherever they stand: on their attribution while they are the newest, else on their own.
import type { Attribution, AttributionChange } from '@contract/model/distribution'

/** Each once, though it may have been read in both places while another took its place. */
export function everyChange(
  replaced: readonly AttributionChange[],
  attributions: readonly Pick<Attribution, 'change'>[],
): AttributionChange[] {
  const newest = attributions.flatMap(({ change }) => change ?? [])
  const all = [...newest, ...replaced].map((one): [string, AttributionChange] => [one._id, one])
  return [...new Map(all).values()]
}
