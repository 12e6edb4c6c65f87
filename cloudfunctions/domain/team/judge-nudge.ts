// 提醒一下: whether a direct member may be reminded now, and what the list says of it.
import { addDays, dateOf, weekOf } from '@contract/time'
import type { Nudge } from '@contract/model/team'
import { ALLOWED, refused, type Verdict } from '../refuse'
import type { TeamMember } from './describe-member'
import { LIVELY_DAYS } from './judge-activity'

/** One a week: the id is made of who, whom and the week. */
export function nudgeIdOf(from: string, to: string, now: number): string {
  return `${from}:${to}:${weekOf(dateOf(now))}`
}

/** `known` is this week's nudge, if there is one. NUDGE_AWAY, NUDGE_REFUSED, NUDGE_TWICE `{ on }`, NUDGE_LIVELY. */
export function judgeNudge(member: TeamMember, known: Nudge | null): Verdict {
  if (member.standing !== 'active') return refused('NUDGE_AWAY')
  if (member.refusesNudges) return refused('NUDGE_REFUSED')
  if (known) return refused('NUDGE_TWICE', { on: addDays(known.week, 7) })
  if (member.isLively) return refused('NUDGE_LIVELY', { days: LIVELY_DAYS })
  return ALLOWED
}

export type NudgeOffer = 'offered' | Nudge['state'] | 'refused' | 'none'

/** The same for the list: a nudge of this week is shown however lively they became by it. */
export function offerNudge(member: TeamMember, known: Nudge | null): NudgeOffer {
  if (member.standing !== 'active') return 'none'
  if (known) return known.state
  if (member.isLively) return 'none'
  return member.refusesNudges ? 'refused' : 'offered'
}
