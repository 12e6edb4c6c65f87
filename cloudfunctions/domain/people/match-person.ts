// Whether somebody is among those that a list of people asks for.
import { DAY_MS, dateOf } from '@contract/time'
import type { Distributor, DistributorStatus } from '@contract/model/people'
import type { TierKey } from '@contract/model/shop'

/** Days without anything of their own after which somebody is quiet. */
const QUIET_DAYS = 30

export interface PeopleFilter {
  readonly status?: DistributorStatus | undefined
  readonly tier?: TierKey | undefined
  /** A part of the name in any case; empty = everybody. */
  readonly search: string
  readonly only?: 'of-note' | 'tier-held' | 'quiet' | undefined
}

/** `livelyOn`: the newest date on which they did something themselves. Who is of note is not judged here. */
export function matchesPerson(
  filter: PeopleFilter,
  person: Distributor,
  livelyOn: string | null,
  now: number,
): boolean {
  const { status, tier, search, only } = filter
  if (status !== undefined && person.status !== status) return false
  if (tier !== undefined && (person.tier !== tier || person.admittedAt === null)) return false
  if (!person.name.toLowerCase().includes(search.toLowerCase())) return false
  if (only === 'tier-held') return person.tierHold !== undefined
  return only !== 'quiet' || isQuiet(person, livelyOn, now)
}

/** Active for longer than that, and nothing of their own since. */
function isQuiet(person: Distributor, livelyOn: string | null, now: number): boolean {
  const { status, admittedAt } = person
  const since = now - QUIET_DAYS * DAY_MS
  if (status !== 'active' || admittedAt === null || admittedAt > since) return false
  return livelyOn === null || livelyOn < dateOf(since)
}
