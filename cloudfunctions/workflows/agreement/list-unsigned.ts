// 谁还没签: who distributes without a signature that does for long, by what is wrong with it, the longest here first.
import type { Api } from '@contract/api'
import type { AgreementInForce } from '@contract/model/recruitment'
import { DAY_MS } from '@contract/time'
import { isRemindedToday } from '../../domain/agreement/reminded-today'
import { RENEW_DAYS, signingOf } from '../../domain/agreement/signing-state'
import type { Where } from '../../ports/store'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { readShop } from '../shop/read-shop'

/** Those whom an agreement binds: whoever left or has not joined yet signs nothing. */
export const IS_IN = { status: { in: ['active', 'frozen'] } } as const

type Page = Api['owner.listUnsigned']['output']
type Why = Page['why']
const IN_TURN: readonly Why[] = ['never', 'older', 'ending']

/** Empty while the shop has no agreement. Without a `why`, the first that somebody stands under. */
export async function listUnsigned(
  ctx: Context,
  { why, cursor }: Api['owner.listUnsigned']['parsed'],
): Promise<Page> {
  const { agreement } = await readShop(ctx)
  if (!agreement) return { why: why ?? 'never', rows: [], next: null }
  if (why) return listBy(ctx, agreement, why, cursor)
  for (const one of IN_TURN) {
    const page = await listBy(ctx, agreement, one)
    if (page.rows.length > 0) return page
  }
  return { why: 'never', rows: [], next: null }
}

async function listBy(
  ctx: Context,
  agreement: AgreementInForce,
  why: Why,
  cursor?: string,
): Promise<Page> {
  const wheres: Readonly<Record<Why, Where>> = {
    never: { 'signed.version': { exists: false } },
    older: { 'signed.version': { lt: agreement.version } },
    ending: {
      'signed.version': agreement.version,
      'signed.expiresAt': { lte: ctx.now + RENEW_DAYS * DAY_MS },
    },
  }
  const { rows, next } = await readPage(ctx.store, 'distributors', {
    where: { ...wheres[why], ...IS_IN },
    by: 'admittedAt',
    direction: 'asc',
    cursor,
  })
  return {
    why,
    rows: rows.map((person) => ({
      id: person._id,
      name: person.name,
      status: person.status,
      ...signingOf(agreement, person.signed, ctx.now),
      signedVersion: person.signed?.version ?? null,
      signedAt: person.signed?.signedAt ?? null,
      remindedAt: person.remindedToSignAt ?? null,
      isRemindedToday: isRemindedToday(person, ctx.now),
    })),
    next,
  }
}
