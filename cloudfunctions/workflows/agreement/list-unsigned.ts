// 谁还没签: who distributes without a signature that does for long, by what is wrong with it, the longest here first.
import type { Api } from '@contract/api'
import { DAY_MS } from '@contract/time'
import { isRemindedToday } from '../../domain/agreement/reminded-today'
import { RENEW_DAYS, signingOf } from '../../domain/agreement/signing-state'
import type { Where } from '../../ports/store'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { readShop } from '../shop/read-shop'

/** Those whom an agreement binds: whoever left or has not joined yet signs nothing. */
export const IS_IN = { status: { in: ['active', 'frozen'] } } as const

/** Empty while the shop has no agreement. */
export async function listUnsigned(
  ctx: Context,
  { why, cursor }: Api['owner.listUnsigned']['parsed'],
): Promise<Api['owner.listUnsigned']['output']> {
  const { agreement } = await readShop(ctx)
  if (!agreement) return { rows: [], next: null }
  const wheres: Readonly<Record<typeof why, Where>> = {
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
