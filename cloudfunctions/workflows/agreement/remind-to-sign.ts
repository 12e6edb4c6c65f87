// 提醒签署: a word from the shop on the distributor's centre, where the notice to sign already stands.
import type { Api } from '@contract/api'
import { isRemindedToday } from '../../domain/agreement/reminded-today'
import { signingOf } from '../../domain/agreement/signing-state'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/**
 * Once a Shanghai date; again changes nothing. Refuses AGREEMENT_NONE, DISTRIBUTOR_UNKNOWN (also for who left or has
 * not joined yet), AGREEMENT_SIGNED.
 */
export function remindToSign(
  ctx: Context,
  { distributorId }: Api['owner.remindToSign']['parsed'],
): Promise<Api['owner.remindToSign']['output']> {
  return ctx.store.transaction(async (tx) => {
    const shop = await tx.get('settings', 'shop')
    if (!shop?.agreement) throw refuse('AGREEMENT_NONE')
    const person = await tx.get('distributors', distributorId)
    if (person?.status !== 'active' && person?.status !== 'frozen') {
      throw refuse('DISTRIBUTOR_UNKNOWN')
    }
    const { state } = signingOf(shop.agreement, person.signed, ctx.now)
    if (state === 'signed') throw refuse('AGREEMENT_SIGNED')
    if (isRemindedToday(person, ctx.now)) return {}
    await tx.update('distributors', distributorId, { set: { remindedToSignAt: ctx.now } })
    return {}
  })
}
