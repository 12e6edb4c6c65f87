// Who invites an applicant: the distributor whose share they came through.
import type { Distributor } from '@contract/model/people'
import type { Shop } from '@contract/model/shop'
import { isLapsed } from '../../domain/agreement/signing-state'
import { checkInviter } from '../../domain/attribution/check-inviter'
import { refuse } from '../../domain/refuse'
import type { World } from '../../ports/world'

interface Invited {
  readonly shop: Pick<Shop, 'agreement'> | null
  readonly shareCode: string | undefined
  readonly applicantId: string
}

/**
 * null without a share, for an unknown one, and where its distributor may not invite this applicant (themself, their
 * downline, not active, not signed): there is just no inviter to show.
 */
export async function readInviter(world: World, invited: Invited): Promise<Distributor | null> {
  const inviter = await readSharer(world, invited)
  return check(world, invited, inviter).isValid ? inviter : null
}

/**
 * The same for an application that is sent: whoever comes through a link of their own, or of somebody they brought in,
 * is told so. Refuses INVITER_INVALID; an unknown link, or one of somebody not active or not signed, leaves it without
 * an inviter.
 */
export async function insistInviter(world: World, invited: Invited): Promise<Distributor | null> {
  const inviter = await readSharer(world, invited)
  const verdict = check(world, invited, inviter)
  if (verdict.isValid) return inviter
  if (verdict.reason === 'self' || verdict.reason === 'cycle') throw refuse('INVITER_INVALID')
  return null
}

function check(world: World, { shop, applicantId }: Invited, inviter: Distributor | null) {
  const hasLapsed = inviter !== null && isLapsed(shop?.agreement, inviter, world.now)
  return checkInviter(applicantId, inviter, hasLapsed)
}

async function readSharer(world: World, { shareCode }: Invited) {
  if (shareCode === undefined) return null
  const share = await world.store.get('shares', shareCode)
  return share && (await world.store.get('distributors', share.distributorId))
}
