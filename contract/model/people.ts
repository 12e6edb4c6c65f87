// People: members, and those of them who distribute.
import type { StaffRole } from '../action'
import type { Credit } from './credit'
import type { OrderAddress } from './order'
import type { TierHold, TierKeeping } from './tier'
import type { DistributorExit, SignedAgreement } from './recruitment'
import type { TierKey } from './shop'

/** A person known by OPENID. `_id` = mbr_{suffix}, the suffix is derived from the OPENID. */
export interface Member {
  readonly _id: string
  readonly openid: string
  readonly nickname: string
  readonly staffRoles: readonly StaffRole[]
  readonly createdAt: number
  /** cloud:// file id of the picture they chose; absent until then. */
  readonly avatar?: string
  /** Changes of the address book, absent before the first: each writes the member, so that two at once meet there. */
  readonly addressChanges?: number
}

export const DISTRIBUTOR_STATUSES = [
  'applied',
  'approved',
  'active',
  'frozen',
  'rejected',
  'exited',
] as const
/** approved: the shop said yes, the agreement is not signed yet. */
export type DistributorStatus = (typeof DISTRIBUTOR_STATUSES)[number]

/** What a distributor was from a moment on. */
export interface Standing {
  readonly at: number
  readonly status: DistributorStatus
  readonly tier: TierKey
}

/** A member's standing as distributor. `_id` = dst_{the member's suffix}. */
export interface Distributor {
  readonly _id: string
  readonly memberId: string
  readonly name: string
  readonly status: DistributorStatus
  readonly tier: TierKey
  /** Every standing since admission, oldest first; the last is the present one. What is paid late is paid by it. */
  readonly standings: readonly Standing[]
  /** A tier held by hand; absent where figures decide. */
  readonly tierHold?: TierHold
  /** Months missed in keeping the tier; absent while there is nothing to remember. */
  readonly tierKeeping?: TierKeeping
  /** The last tier change that moved them, until they have seen it; absent while there is no news. */
  readonly tierNews?: string
  /** Who invited them; never changes after admission. */
  readonly inviterId: string | null
  /** The uplines from the nearest to the farthest, frozen at admission: cycles are found without walking. */
  readonly uplineIds: readonly string[]
  readonly appliedAt: number
  readonly admittedAt: number | null
  readonly rejectReason: string | null
  /** When they were last turned down; absent where that never was. */
  readonly rejectedAt?: number
  /** Applications with a form so far, absent before the first. */
  readonly applicationRound?: number
  /** The agreement they signed last; absent while they signed none. */
  readonly signed?: SignedAgreement
  /** When the shop last asked them to sign; absent where nobody asked since they signed. */
  readonly remindedToSignAt?: number
  /** Keys of the owner's own welcome tasks that they ticked. */
  readonly tasksDone?: readonly string[]
  /** They want no nudges; absent or false: they may be nudged. */
  readonly refusesNudges?: boolean
  /** How they left; absent while they have not. */
  readonly exit?: DistributorExit
  /** Bindings of distributors that passed here, absent before the first: each writes it, so that two at once meet. */
  readonly bindTurns?: number
  /** What grading left last; absent before the first. */
  readonly credit?: Credit
  /** The member of the staff who answers for them; absent or null: nobody. Counts while that member has the role. */
  readonly managerId?: string | null
}

export interface Address extends OrderAddress {
  readonly _id: string
  readonly memberId: string
  readonly isDefault: boolean
}

/** What one of the staff noted about a distributor: append-only. `_id` = nte_{from author and request}. */
export interface PersonNote {
  readonly _id: string
  readonly distributorId: string
  readonly authorId: string
  /** As they were called then. */
  readonly authorName: string
  readonly text: string
  readonly at: number
}

/** Who answered for a distributor, and who does since: append-only. `_id` = hdo_{from request and distributor}. */
export interface HandOver {
  readonly _id: string
  readonly distributorId: string
  /** Member ids with the names they had then; null = nobody. */
  readonly from: HandOverSide | null
  readonly to: HandOverSide | null
  readonly by: HandOverSide
  readonly reason: string
  readonly at: number
}
export interface HandOverSide {
  readonly memberId: string
  readonly name: string
}
