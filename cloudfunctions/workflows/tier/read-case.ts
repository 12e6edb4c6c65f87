// What a decision about somebody's tier is taken on: an admitted member other than oneself, and the terms in force.
import type { Distributor } from '@contract/model/people'
import { monthOf } from '@contract/time'
import { refuse } from '../../domain/refuse'
import { termsOf } from '../../domain/tier/tiers-of-shop'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'

/** Refuses DISTRIBUTOR_UNKNOWN (also for who was never admitted) and OWN_CASE. */
export async function readAdmitted(
  tx: Transaction,
  ctx: Context,
  distributorId: string,
): Promise<Distributor> {
  const distributor = await tx.get('distributors', distributorId)
  if (!distributor) throw refuse('DISTRIBUTOR_UNKNOWN')
  if (distributor.memberId === ctx.caller.memberId) throw refuse('OWN_CASE')
  const isAdmitted = distributor.status === 'active' || distributor.status === 'frozen'
  if (!isAdmitted) throw refuse('DISTRIBUTOR_UNKNOWN')
  return distributor
}

export async function readTerms(tx: Transaction, ctx: Context) {
  return { terms: termsOf(await tx.get('settings', 'shop')), month: monthOf(ctx.now) }
}
