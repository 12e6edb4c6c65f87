// 提醒: when the shop last asked somebody to sign; signing answers it.
import type { Distributor } from '@contract/model/people'

/** ms, null when nobody asked since they signed. */
export function remindedAt({
  signed,
  remindedToSignAt,
}: Pick<Distributor, 'signed' | 'remindedToSignAt'>): number | null {
  if (remindedToSignAt === undefined || remindedToSignAt <= (signed?.signedAt ?? 0)) return null
  return remindedToSignAt
}
