// One member of a team: who they are, and what their running figures say of this month and the one before.
import { ZERO, type Fen } from '@contract/money'
import { addMonths, dateOf, monthOf } from '@contract/time'
import type { DistributorFigures } from '@contract/model/aggregate'
import type { Distributor, DistributorStatus } from '@contract/model/people'
import type { TierKey } from '@contract/model/shop'
import { isLively } from './judge-activity'

/** paused: frozen by the shop. left: ended, or asking to come back. */
export type MemberStanding = 'active' | 'paused' | 'left'

export interface TeamMember {
  readonly id: string
  readonly inviterId: string | null
  readonly name: string
  readonly tier: TierKey
  readonly standing: MemberStanding
  readonly refusesNudges: boolean
  readonly salesFen: Fen
  readonly lastSalesFen: Fen
  /** What their sales brought their inviter this month. */
  readonly broughtFen: Fen
  readonly hasSold: boolean
  readonly livelyOn: string | null
  readonly joinedOn: string
  readonly admittedAt: number
  readonly isLively: boolean
}

/** `figures` is null for whoever never did anything. */
export function describeMember(
  person: Distributor,
  figures: DistributorFigures | null,
  now: number,
): TeamMember {
  const admittedAt = person.admittedAt ?? person.appliedAt
  const signs = { livelyOn: figures?.livelyOn ?? null, joinedOn: dateOf(admittedAt) }
  const month = figures?.months[monthOf(now)]
  const standing = standingOf(person.status)
  return {
    id: person._id,
    inviterId: person.inviterId,
    name: person.name,
    tier: person.tier,
    standing,
    refusesNudges: person.refusesNudges === true,
    salesFen: month?.salesFen ?? ZERO,
    lastSalesFen: figures?.months[addMonths(monthOf(now), -1)]?.salesFen ?? ZERO,
    broughtFen: month?.broughtFen ?? ZERO,
    hasSold: (figures?.ever.orders ?? 0) > 0,
    ...signs,
    admittedAt,
    isLively: standing === 'active' && isLively(signs, now),
  }
}

function standingOf(status: DistributorStatus): MemberStanding {
  if (status === 'active') return 'active'
  return status === 'frozen' ? 'paused' : 'left'
}
