// Who invites an applicant: the distributor whose share they came through.
import type { Distributor } from '@contract/model/people'
import { checkInviter } from '../../domain/attribution/check-inviter'
import { refuse } from '../../domain/refuse'
import type { World } from '../../ports/world'

/**
 * null without a share, for an unknown one, and where its distributor may not invite this applicant (themself, their
 * downline, not active): there is just no inviter to show.
 */
export async function readInviter(
  world: World,
  shareCode: string | undefined,
  applicantId: string,
): Promise<Distributor | null> {
  const inviter = await readSharer(world, shareCode)
  return inviter && checkInviter(applicantId, inviter).isValid ? inviter : null
}

/**
 * The same for an application that is sent: whoever comes through a link of their own, or of somebody they brought in,
 * is told so. Refuses INVITER_INVALID; an unknown link, or one of somebody not active, leaves it without an inviter.
 */
export async function insistInviter(
  world: World,
  shareCode: string | undefined,
  applicantId: string,
): Promise<Distributor | null> {
  const inviter = await readSharer(world, shareCode)
  const check = checkInviter(applicantId, inviter)
  if (check.isValid) return inviter
  if (check.reason !== 'not-active') throw refuse('INVITER_INVALID')
  return null
}

async function readSharer(world: World, shareCode: string | undefined) {
  if (shareCode === undefined) return null
  const share = await world.store.get('shares', shareCode)
  return share && (await world.store.get('distributors', share.distributorId))
}
