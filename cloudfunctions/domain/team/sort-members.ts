// The list of direct members: found by name, sorted, and cut into pages that hold though figures move between them.
import type { TeamSort } from '@contract/model/team'
import type { TeamMember } from './describe-member'
import { compareCodePoints } from '../text/compare-code-points'
import { lastSignOf } from './judge-activity'

export interface MemberPage {
  readonly rows: readonly TeamMember[]
  readonly found: number
  /** Where the next page begins; null at the end. */
  readonly next: string | null
}

/** Sorts before another where it is smaller: a number as text of one width, so that a cursor can carry it. */
const KEYS: Readonly<Record<TeamSort, (member: TeamMember) => string>> = {
  sales: (member) => width(Number.MAX_SAFE_INTEGER - member.salesFen),
  quiet: (member) => `${Number(member.standing !== 'active')}${lastSignOf(member)}`,
  newest: (member) => width(Number.MAX_SAFE_INTEGER - member.admittedAt),
}

/** `cursor` is one that an earlier page gave; anything else is just a place in the order. */
export function pageMembers(
  members: readonly TeamMember[],
  asked: {
    readonly search: string
    readonly sort: TeamSort
    readonly cursor?: string | undefined
    readonly size: number
  },
): MemberPage {
  const { search, sort, cursor, size } = asked
  const wanted = search.toLowerCase()
  const found = members.filter((member) => member.name.toLowerCase().includes(wanted))
  const placeOf = (member: TeamMember) => `${KEYS[sort](member)} ${member.id}`
  const places = found.map((member) => ({ member, place: placeOf(member) }))
  places.sort((a, b) => compareCodePoints(a.place, b.place))
  const rest = cursor ? places.filter(({ place }) => compareCodePoints(place, cursor) > 0) : places
  const rows = rest.slice(0, size)
  return {
    rows: rows.map(({ member }) => member),
    found: found.length,
    next: rest.length > size ? (rows.at(-1)?.place ?? null) : null,
  }
}

const width = (count: number) => String(count).padStart(16, '0')
