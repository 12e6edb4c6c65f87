// 发布协议: a new version whose text never changes; who signed an earlier one signs again by a date.
import type { Api } from '@contract/api'
import type { AgreementInForce, AgreementVersion } from '@contract/model/recruitment'
import { addDays, dateOf, startOfDate } from '@contract/time'
import { composeAgreement } from '../../domain/agreement/compose-agreement'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/**
 * Publishing the very text in force again changes nothing. Refuses SHOP_NOT_OPEN, AGREEMENT_MOVED_ON,
 * AGREEMENT_INVALID `{ field }` for a date that is over.
 */
export function publishAgreement(
  ctx: Context,
  { basedOn, terms, signByOn }: Api['owner.publishAgreement']['parsed'],
): Promise<Api['owner.publishAgreement']['output']> {
  if (!isDate(signByOn) || signByOn < dateOf(ctx.now)) {
    throw refuse('AGREEMENT_INVALID', { field: '重新签署的截止日' })
  }
  return ctx.store.transaction(async (tx) => {
    const shop = await tx.get('settings', 'shop')
    if (!shop) throw refuse('SHOP_NOT_OPEN')
    const known = shop.agreement
    const text = composeAgreement(shop.name, terms)
    const hash = ctx.sha256(text)
    if (known?.hash === hash) return { version: known.version, hash }
    if ((known?.version ?? 0) !== basedOn) throw refuse('AGREEMENT_MOVED_ON')
    const version = basedOn + 1
    const published: AgreementVersion = {
      _id: `agreement:${version}`,
      version,
      ...terms,
      text,
      hash,
      signByOn,
      publishedAt: ctx.now,
      publishedBy: ctx.caller.memberId,
    }
    const deadline = { version, endsAt: startOfDate(addDays(signByOn, 1)) }
    const agreement: AgreementInForce = {
      version,
      hash,
      termDays: terms.termDays,
      deadlines: [...(known?.deadlines ?? []), deadline],
    }
    await tx.insert('agreement_versions', published)
    await tx.update('settings', 'shop', { set: { agreement } })
    return { version, hash }
  })
}

/** The contract checks the shape alone: there is no 31st of February. */
function isDate(on: string): boolean {
  const at = startOfDate(on)
  return !Number.isNaN(at) && dateOf(at) === on
}
