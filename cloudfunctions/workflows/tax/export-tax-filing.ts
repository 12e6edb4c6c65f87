// 报税明细: a month's filing with plain names and ID numbers, for a reason that is written down.
import type { Api } from '@contract/api'
import { monthOf } from '@contract/time'
import { refuse } from '../../domain/refuse'
import { writeFiling } from '../../domain/tax/write-filing'
import type { Context } from '../../ports/world'
import { openIdentities } from '../real-name/open-identities'
import { readFiling } from './read-filing'

/** Refuses TAX_MONTH_INVALID. Never remembered: each export opens the names anew, and is recorded anew. */
export async function exportTaxFiling(
  ctx: Context,
  { month, reason }: Api['owner.exportTaxFiling']['parsed'],
): Promise<Api['owner.exportTaxFiling']['output']> {
  if (month > monthOf(ctx.now)) throw refuse('TAX_MONTH_INVALID')
  const { rows } = await readFiling(ctx.store, month)
  const sealed = rows.flatMap(({ memberId, payee }) =>
    payee === null ? [] : [{ memberId, identity: payee }],
  )
  const { memberId, member } = ctx.caller
  const by = { memberId, name: member.nickname }
  const people = await openIdentities(ctx, sealed, {
    by,
    purpose: 'filing',
    subject: month,
    reason,
  })
  return {
    fileName: `tax-${month}.csv`,
    csv: writeFiling(month, rows, people),
    people: rows.length,
  }
}
