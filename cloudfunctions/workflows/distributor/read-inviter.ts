// Who invites an applicant: the distributor whose share they came through.
import type { Distributor } from '@contract/model/people'
import { checkInviter } from '../../domain/attribution/check-inviter'
import type { World } from '../../ports/world'

/**
 * null without a share, for an unknown one, and where its distributor may not invite this applicant (themself, their
 * downline, not active): the application stands all the same, it just has no inviter.
 */
export async function readInviter(
  world: World,
  shareCode: string | undefined,
  applicantId: string,
): Promise<Distributor | null> {
  if (shareCode === undefined) return null
  const share = await world.store.get('shares', shareCode)
  const inviter = share && (await world.store.get('distributors', share.distributorId))
  return inviter && checkInviter(applicantId, inviter).isValid ? inviter : null
}
