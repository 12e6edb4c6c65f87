// Team: what an inviter may remind whom they brought in of, once a week.

export const NUDGE_STATES = ['sent', 'thanked', 'closed'] as const
export type NudgeState = (typeof NUDGE_STATES)[number]

/** One reminder. `_id` = {from}:{to}:{the Monday of its Shanghai week}, so that there is only one a week. */
export interface Nudge {
  readonly _id: string
  readonly from: string
  readonly fromName: string
  readonly to: string
  /** The Monday of its week. */
  readonly week: string
  readonly at: number
  /** Of the request that made it: the same one repeated is no second nudge. */
  readonly requestId: string
  readonly state: NudgeState
  readonly answeredAt: number | null
}

/** The most this month, the longest without anything, the last to come. */
export const TEAM_SORTS = ['sales', 'quiet', 'newest'] as const
export type TeamSort = (typeof TEAM_SORTS)[number]
