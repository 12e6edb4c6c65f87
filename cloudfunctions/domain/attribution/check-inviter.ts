// Whether someone may be an applicant's inviter: the tree of invitations has no loops, however long.
import type { Distributor } from '@contract/model/people'

export type InviterCheck =
  | { readonly isValid: true; readonly uplineIds: readonly string[] }
  | { readonly isValid: false; readonly reason: 'self' | 'cycle' | 'not-active' | 'not-signed' }

/**
 * `applicantId` is a distributor id. The inviter's uplines were frozen at admission, so one look finds a cycle at any
 * depth, compared id by id. Who gains no customers wins no people either: `isLapsed` says that the inviter has let the
 * agreement lapse. Valid: the uplines to freeze on the applicant, nearest first; none without inviter.
 */
export function checkInviter(
  applicantId: string,
  inviter: Pick<Distributor, '_id' | 'status' | 'uplineIds'> | null,
  isLapsed = false,
): InviterCheck {
  if (inviter === null) return { isValid: true, uplineIds: [] }
  if (inviter._id === applicantId) return { isValid: false, reason: 'self' }
  if (inviter.uplineIds.includes(applicantId)) return { isValid: false, reason: 'cycle' }
  if (inviter.status !== 'active') return { isValid: false, reason: 'not-active' }
  if (isLapsed) return { isValid: false, reason: 'not-signed' }
  return { isValid: true, uplineIds: [inviter._id, ...inviter.uplineIds] }
}
