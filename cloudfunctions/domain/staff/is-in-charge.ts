// Who may answer for distributors: channel managers and their supervisors, as long as they have the role.
import type { Member } from '@contract/model/people'
import type { StaffRole } from '@contract/action'

export const IN_CHARGE_ROLES = ['manager', 'supervisor'] as const satisfies readonly StaffRole[]

export function isInCharge({ staffRoles }: Pick<Member, 'staffRoles'>): boolean {
  return IN_CHARGE_ROLES.some((role) => staffRoles.includes(role))
}
