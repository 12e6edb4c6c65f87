// 备注列表: newest first, each with who wrote it and when.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { insistOthersCase } from './insist-others-case'

/** Refuses DISTRIBUTOR_UNKNOWN and OWN_CASE. */
export async function listPersonNotes(
  ctx: Context,
  { distributorId, cursor }: Api['owner.listPersonNotes']['parsed'],
): Promise<Api['owner.listPersonNotes']['output']> {
  await insistOthersCase(ctx, distributorId)
  const where = { distributorId }
  const page = await readPage(ctx.store, 'person_notes', { where, by: 'at', cursor })
  const rows = page.rows.map(({ _id, authorName, text, at }) => ({ id: _id, authorName, text, at }))
  return { rows, next: page.next }
}
