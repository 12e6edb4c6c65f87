// members.csv: who could earn, and who invited whom.
import type { Candidate } from '../../cloudfunctions/domain/commission/find-beneficiaries'
import { openTable, type Table } from './read-table'

const COLUMNS = ['member_id', 'inviter_id', 'tier', 'status'] as const
type Column = (typeof COLUMNS)[number]
const STATUSES = ['active', 'frozen', 'exited'] as const

export interface Member extends Candidate {
  readonly inviterId: string | null
  /** Of its line in the file. */
  readonly line: number
}

/** Throws FileInvalid. */
export function readMembers(path: string): ReadonlyMap<string, Member> {
  const table: Table<Column> = openTable(path, COLUMNS)
  const members = new Map<string, Member>()
  table.eachRow(({ line, cells }) => {
    const { member_id: id, inviter_id: inviter, tier } = cells
    if (id === '') table.refuse(line, 'member_id', 'it is empty')
    const known = members.get(id)
    if (known) table.refuse(line, 'member_id', `"${id}" stands in line ${known.line} already`)
    const status =
      STATUSES.find((one) => one === cells.status) ??
      table.refuse(line, 'status', `"${cells.status}" is none of ${STATUSES.join(', ')}`)
    const inviterId = inviter === '' ? null : inviter
    members.set(id, { _id: id, inviterId, tier, status, line })
  })
  checkInviters(members, table)
  return members
}

/** Every inviter is known, and nobody is in their own upline. */
function checkInviters(members: ReadonlyMap<string, Member>, table: Table<Column>): void {
  for (const { inviterId, line } of members.values()) {
    if (inviterId === null || members.has(inviterId)) continue
    table.refuse(line, 'inviter_id', `there is no member "${inviterId}"`)
  }
  const isSound = new Set<Member>()
  for (const first of members.values()) {
    const path = new Set<Member>()
    for (let member: Member | undefined = first; member;) {
      if (isSound.has(member)) break
      if (path.has(member)) {
        const { _id: id, line } = member
        table.refuse(line, 'inviter_id', `"${id}" is invited by somebody in their own downline`)
      }
      path.add(member)
      member = member.inviterId === null ? undefined : members.get(member.inviterId)
    }
    for (const member of path) isSound.add(member)
  }
}
