// Whether somebody is among those that a list of people asks for.
import { DAY_MS, dateOf } from '@contract/time'
import type { Distributor, DistributorStatus } from '@contract/model/people'
import type { CreditGrade } from '@contract/model/credit'
import type { TierKey } from '@contract/model/shop'

/** Days without anything of their own after which somebody is quiet. */
const QUIET_DAYS = 30

export interface PeopleFilter {
  readonly status?: DistributorStatus | undefined
  readonly tier?: TierKey | undefined
  readonly credit?: CreditGrade | undefined
  /** A member id, or `none`: nobody answers for them now. */
  readonly manager?: string | undefined
  /** A part of the name in any case; empty = everybody. */
  readonly search: string
  readonly only?: 'of-note' | 'tier-held' | 'quiet' | undefined
}

/** What stands elsewhere than on the distributor. */
export interface PersonFacts {
  /** The newest date on which they did something themselves. */
  readonly livelyOn: string | null
  /** Who answers for them and may do so now, by member id. */
  readonly managerId: string | null
}

/** Who is of note is not judged here. */
export function matchesPerson(
  filter: PeopleFilter,
  person: Distributor,
  { livelyOn, managerId }: PersonFacts,
  now: number,
): boolean {
  const { status, tier, credit, manager, search, only } = filter
  if (status !== undefined && person.status !== status) return false
  if (tier !== undefined && (person.tier !== tier || person.admittedAt === null)) return false
  if (credit !== undefined && (person.credit?.grade !== credit || !isHere(person))) return false
  if (manager !== undefined && !isAnsweredBy(manager, person, managerId)) return false
  if (!person.name.toLowerCase().includes(search.toLowerCase())) return false
  if (only === 'tier-held') return person.tierHold !== undefined
  return only !== 'quiet' || isQuiet(person, livelyOn, now)
}

/** Joined and not left: others have neither credit nor a manager. */
function isHere({ status }: Distributor): boolean {
  return status === 'active' || status === 'frozen'
}

function isAnsweredBy(manager: string, person: Distributor, managerId: string | null): boolean {
  return isHere(person) && managerId === (manager === 'none' ? null : manager)
}

/** Active for longer than that, and nothing of their own since. */
function isQuiet(person: Distributor, livelyOn: string | null, now: number): boolean {
  const { status, admittedAt } = person
  const since = now - QUIET_DAYS * DAY_MS
  if (status !== 'active' || admittedAt === null || admittedAt > since) return false
  return livelyOn === null || livelyOn < dateOf(since)
}
