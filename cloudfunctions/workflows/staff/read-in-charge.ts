// The members who answer for distributors now: whoever lost the role answers for nobody.
import type { Member } from '@contract/model/people'
import { IN_CHARGE_ROLES } from '../../domain/staff/is-in-charge'
import type { World } from '../../ports/world'

/** By member id; shops have few. One read. */
export async function readInCharge({ store }: World): Promise<ReadonlyMap<string, Member>> {
  const where = { staffRoles: { in: IN_CHARGE_ROLES } }
  const managers = await store.find('members', where, { limit: 1000 })
  return new Map(managers.map((member) => [member._id, member]))
}
