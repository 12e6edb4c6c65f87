// 发布招募: form, standards, plan and welcome from now on, guarded; what was sent in before stays as it was.
import type { Api } from '@contract/api'
import type { RecruitVersion } from '@contract/model/recruitment'
import { guardRecruitment } from '../../domain/recruitment/guard-recruitment'
import { recruitOf } from '../../domain/recruitment/recruit-of-shop'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'

/**
 * Publishing what already holds changes nothing. Refuses SHOP_NOT_OPEN, RECRUIT_MOVED_ON, and what the guard refuses:
 * COMPLIANCE_ENTRY_FEE, RECRUIT_PURCHASE_REQUIRED, RECRUIT_INCOME_PROMISE, RECRUIT_INVALID.
 */
export function publishRecruitment(
  ctx: Context,
  { basedOn, terms }: Api['owner.publishRecruitment']['parsed'],
): Promise<Api['owner.publishRecruitment']['output']> {
  guardRecruitment(terms)
  return ctx.store.transaction(async (tx) => {
    const shop = await tx.get('settings', 'shop')
    if (!shop) throw refuse('SHOP_NOT_OPEN')
    const known = recruitOf(shop)
    const stored = known.version > 0 ? await tx.get('recruit_versions', known._id) : null
    const version = known.version + 1
    const published: RecruitVersion = {
      _id: `recruit:${version}`,
      version,
      ...terms,
      publishedAt: ctx.now,
      publishedBy: ctx.caller.memberId,
    }
    if (stored && says(stored) === says(published)) return { version: known.version }
    if (known.version !== basedOn) throw refuse('RECRUIT_MOVED_ON')
    await tx.insert('recruit_versions', published)
    await tx.update('settings', 'shop', { set: { recruit: published } })
    return { version }
  })
}

/** What a version says, field by field in one order. */
function says(terms: RecruitVersion): string {
  const { headline, forWhom, offer, reapplyDays, drive } = terms
  return JSON.stringify([
    [headline, forWhom, offer, reapplyDays],
    terms.fields.map(({ key, label, kind, isRequired, choices }) => [
      [key, label, kind, isRequired],
      choices,
    ]),
    terms.standards.map(({ kind, field, min, max, allowed }) => [[kind, field, min, max], allowed]),
    drive && [drive.name, drive.target, drive.fromOn, drive.toOn],
    terms.tasks.map(({ key, kind, title }) => [key, kind, title]),
  ])
}
