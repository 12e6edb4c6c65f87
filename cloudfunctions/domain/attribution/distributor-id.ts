// One person, two ids: a member's distributor id shares the suffix of the member id.
import { idOf, suffixOf } from '@contract/ids'

/** The distributor id that this member has, or would have. */
export function distributorIdOf(memberId: string): string {
  return idOf('distributor', suffixOf(memberId))
}

/** The member behind a distributor id. */
export function memberIdOf(distributorId: string): string {
  return idOf('member', suffixOf(distributorId))
}
