// 签署协议: one transaction keeps the signature and, for whoever was approved, makes them a distributor.
import type { Api } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import type { AgreementInForce, SignedAgreement } from '@contract/model/recruitment'
import type { Shop } from '@contract/model/shop'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { sign, signingOf } from '../../domain/agreement/signing-state'
import { refuse } from '../../domain/refuse'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'
import { admit } from '../recruitment/admit'

/**
 * Signing what is signed changes nothing. Refuses AGREEMENT_NONE, AGREEMENT_OUTDATED (another version, or another
 * text), DISTRIBUTOR_ONLY (nobody has said yes), APPLICATION_PENDING, DISTRIBUTOR_NOT_ACTIVE for whoever left.
 */
export function signAgreement(
  ctx: Context,
  { version, hash }: Api['distributor.signAgreement']['parsed'],
): Promise<Api['distributor.signAgreement']['output']> {
  const distributorId = distributorIdOf(ctx.caller.memberId)
  return ctx.store.transaction(async (tx) => {
    const shop = await tx.get('settings', 'shop')
    const agreement = shop?.agreement
    if (!agreement) throw refuse('AGREEMENT_NONE')
    const person = await tx.get('distributors', distributorId)
    insistMaySign(person)
    if (agreement.version !== version || agreement.hash !== hash) throw refuse('AGREEMENT_OUTDATED')
    return keepSignature(tx, person, { shop, agreement, now: ctx.now })
  })
}

function insistMaySign(person: Distributor | null): asserts person is Distributor {
  if (!person || person.status === 'rejected') throw refuse('DISTRIBUTOR_ONLY')
  if (person.status === 'applied') throw refuse('APPLICATION_PENDING')
  if (person.status === 'exited') throw refuse('DISTRIBUTOR_NOT_ACTIVE')
}

interface Signing {
  readonly shop: Shop
  readonly agreement: AgreementInForce
  readonly now: number
}

async function keepSignature(
  tx: Transaction,
  person: Distributor,
  { shop, agreement, now }: Signing,
): Promise<Api['distributor.signAgreement']['output']> {
  const isApproved = person.status === 'approved'
  const { state } = signingOf(agreement, person.signed, now)
  if (!isApproved && state === 'signed' && person.signed) {
    return { status: person.status, signedAt: person.signed.signedAt }
  }
  const signed: SignedAgreement = sign(agreement, person.signed, now)
  const _id = `${person._id}:${signed.turn}`
  await tx.insert('signatures', { _id, distributorId: person._id, ...signed })
  if (isApproved) await admit(tx, person, { shop, now, more: { signed } })
  // Signing answers a reminder, whichever of the two began first.
  else await tx.update('distributors', person._id, { set: { signed }, unset: ['remindedToSignAt'] })
  return { status: isApproved ? 'active' : person.status, signedAt: now }
}
