// What the staff note about somebody is neither written nor read by that very person.
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/** Refuses DISTRIBUTOR_UNKNOWN and OWN_CASE. */
export async function insistOthersCase(ctx: Context, distributorId: string): Promise<void> {
  const person = await ctx.store.get('distributors', distributorId)
  if (!person) throw refuse('DISTRIBUTOR_UNKNOWN')
  if (person.memberId === ctx.caller.memberId) throw refuse('OWN_CASE')
}
