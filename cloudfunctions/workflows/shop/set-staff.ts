// 员工: gives or takes staff roles; the last owner stays, and nobody gives a role to themself.
import type { Api } from '@contract/api'
import type { Member } from '@contract/model/people'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/**
 * Refuses with NOT_FOUND (no such member) or OWN_CASE (a role for oneself, or the last owner leaving). Two owners who
 * demote each other meet at the settings document, which names an owner who remains.
 */
export async function setStaff(
  ctx: Context,
  input: Api['owner.setStaff']['parsed'],
): Promise<Api['owner.setStaff']['output']> {
  const roles = [...new Set(input.roles)]
  await ctx.store.transaction(async (tx) => {
    const member = await tx.get('members', input.memberId)
    if (!member) throw refuse('NOT_FOUND')
    const isOwn = member._id === ctx.caller.memberId
    if (isOwn && roles.some((role) => !member.staffRoles.includes(role))) throw refuse('OWN_CASE')
    if (isLeaving(member, roles)) {
      const owners = await tx.find('members', { staffRoles: 'owner' })
      const heir = owners.find((owner) => owner._id !== member._id)
      if (!heir) throw refuse('OWN_CASE')
      // The count too: a write that changes nothing (the heir is named already) need not conflict with another.
      const change = { set: { ownerId: heir._id }, inc: { ownersDismissed: 1 } }
      await tx.update('settings', 'shop', change)
    }
    await tx.update('members', member._id, { set: { staffRoles: roles } })
  })
  return {}
}

function isLeaving(member: Member, roles: readonly string[]): boolean {
  return member.staffRoles.includes('owner') && !roles.includes('owner')
}
