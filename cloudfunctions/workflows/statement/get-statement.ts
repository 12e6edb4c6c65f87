// The statement of a month, for whom it is about and for the desk.
import type { Api } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import { assert } from '../../domain/assert'
import { refuse } from '../../domain/refuse'
import type { Context, World } from '../../ports/world'
import { readStatement, type Statement } from './read-statement'

/** One's own. Refuses STATEMENT_NONE. */
export function getOwnStatement(
  ctx: Context,
  asked: Api['distributor.getStatement']['parsed'],
): Promise<Statement> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  return readStatement(ctx, distributor, asked)
}

/** Anybody's. Refuses DISTRIBUTOR_UNKNOWN, STATEMENT_NONE. */
export async function getStatement(
  ctx: Context,
  { distributorId, ...asked }: Api['owner.getStatement']['parsed'],
): Promise<Statement> {
  return readStatement(ctx, await readAdmitted(ctx, distributorId), asked)
}

/** Refuses DISTRIBUTOR_UNKNOWN, also for who was never admitted. */
export async function readAdmitted(world: World, distributorId: string): Promise<Distributor> {
  const distributor = await world.store.get('distributors', distributorId)
  if (!distributor?.admittedAt) throw refuse('DISTRIBUTOR_UNKNOWN')
  return distributor
}
