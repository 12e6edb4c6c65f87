// 关系图: members in the order of a tree, each after whoever brought them, everybody once.
import type { TeamMember } from './describe-member'
import { groupBy } from '../ledger/group-by'

export interface TreeRow {
  readonly member: TeamMember
  /** The place in the rows of whoever brought them; -1 = the root. */
  readonly under: number
  /** 1 = brought by the root. */
  readonly level: number
}

export interface Tree {
  readonly rows: readonly TreeRow[]
  /** Members who would be in the tree and are left out: beyond the limit, or under somebody who is. */
  readonly cut: number
}

/**
 * Level by level; on a level those with more sales first. Whoever left is there only while people they brought are.
 * Members whom no chain leads to from the root are counted as cut.
 */
export function growTree(rootId: string, members: readonly TeamMember[], limit: number): Tree {
  const below = groupBy(members, (member) => (member.inviterId === null ? [] : [member.inviterId]))
  const kept = keptIds(members)
  const rows: TreeRow[] = []
  let level: readonly { readonly id: string; readonly at: number }[] = [{ id: rootId, at: -1 }]
  for (let depth = 1; level.length > 0 && rows.length < limit; depth += 1) {
    const next: { id: string; at: number }[] = []
    for (const { id, at } of level) {
      const brought = (below.get(id) ?? []).filter((member) => kept.has(member.id))
      for (const member of [...brought].sort(bySales)) {
        if (rows.length >= limit) break
        next.push({ id: member.id, at: rows.length })
        rows.push({ member, under: at, level: depth })
      }
    }
    level = next
  }
  return { rows, cut: kept.size - rows.length }
}

/** More sales first; equal ones in the order in which they came. */
export function bySales(a: TeamMember, b: TeamMember): number {
  return b.salesFen - a.salesFen || a.admittedAt - b.admittedAt || (a.id < b.id ? -1 : 1)
}

/** Everybody who is still there, and whoever left but stands between them and the root. */
function keptIds(members: readonly TeamMember[]): ReadonlySet<string> {
  const byId = new Map(members.map((member): [string, TeamMember] => [member.id, member]))
  const kept = new Set<string>()
  for (const member of members) {
    if (member.standing === 'left') continue
    let one: TeamMember | undefined = member
    while (one && !kept.has(one.id)) {
      kept.add(one.id)
      one = one.inviterId === null ? undefined : byId.get(one.inviterId)
    }
  }
  return kept
}
