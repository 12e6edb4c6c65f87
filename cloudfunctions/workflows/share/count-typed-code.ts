// 填码次数: so many different codes a person and day, so that nobody finds codes by trying.
import { dateOf } from '@contract/time'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/** Different codes that one member may type in on one Shanghai date, right ones included. */
export const CODES_A_DAY = 10

/**
 * Takes one of the member's places of today before the code is looked up, so that trying many at once finds out no
 * more; a code that has a place takes no other. A place is a document named by member, date and number: nothing is
 * counted up. Refuses RESCUE_TOO_MANY.
 */
export async function countTypedCode(ctx: Context, code: string): Promise<void> {
  const { memberId } = ctx.caller
  const on = dateOf(ctx.now)
  const places = Array.from({ length: CODES_A_DAY }, (_, at) => `${memberId}:${on}:${at + 1}`)
  const taken = await ctx.store.getMany('typed_codes', places)
  if (taken.some((one) => one.code === code)) return
  const free = places.filter((place) => !taken.some(({ _id }) => _id === place))
  for (const _id of free) {
    if (await ctx.store.insert('typed_codes', { _id, memberId, code, at: ctx.now })) return
  }
  throw refuse('RESCUE_TOO_MANY')
}
