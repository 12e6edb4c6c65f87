// 招募页: for whom distributing is, what the form asks, and when the caller may apply.
import type { Api } from '@contract/api'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { reapplyOn } from '../../domain/recruitment/may-apply'
import { recruitOf } from '../../domain/recruitment/recruit-of-shop'
import { needText } from '../../domain/recruitment/standard-text'
import type { Context } from '../../ports/world'
import { findShop } from '../shop/read-shop'

export async function getRecruitment(
  ctx: Context,
): Promise<Api['distributor.getRecruitment']['output']> {
  const [shop, distributor] = await Promise.all([
    findShop(ctx),
    ctx.store.get('distributors', distributorIdOf(ctx.caller.memberId)),
  ])
  const { version, headline, forWhom, offer, fields, standards, reapplyDays } = recruitOf(shop)
  const needs = new Map(standards.map((standard) => [standard.field, needText(standard)]))
  return {
    formVersion: version,
    headline,
    forWhom,
    offer,
    fields: fields.map((field) => ({
      ...field,
      choices: [...field.choices],
      need: needs.get(field.key) ?? '',
    })),
    reapplyOn: reapplyOn(distributor, reapplyDays, ctx.now),
    hasAgreement: shop?.agreement !== undefined,
  }
}
