/** What the desk calls the people who work for the shop. Pure. */
import type { Api } from '@/api/call'

export type StaffMember = Api['owner.listStaff']['output']['rows'][number]
export type StaffRole = StaffMember['roles'][number]

export const roleWords: Readonly<Record<StaffRole, { word: string; does: string }>> = {
  owner: { word: '店主', does: '什么都能看、能改，包括员工' },
  finance: { word: '财务', does: '订单、提现审核、对账和个税' },
  supervisor: { word: '渠道主管', does: '可以做分销员的负责人' },
  manager: { word: '渠道经理', does: '可以做分销员的负责人' },
}

export const rolesText = (roles: readonly StaffRole[]) =>
  roles.length === 0 ? '还没有角色' : roles.map((role) => roleWords[role].word).join('、')

/** Whether somebody may answer for distributors. */
export const mayAnswer = ({ roles }: Pick<StaffMember, 'roles'>) =>
  roles.includes('manager') || roles.includes('supervisor')

/** A member's number wherever it stands in what was pasted; null when there is none. */
export function numberIn(text: string): string | null {
  return /mbr_[0-9A-Z]{26}/i.exec(text)?.[0].replace(/^mbr/i, 'mbr') ?? null
}
