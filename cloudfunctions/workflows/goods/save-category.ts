// Adds a category or renames one.
import { idOf } from '@contract/ids'
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { suffixOfRequest } from '../name-by-request'

/** Refuses with CATEGORY_UNKNOWN. */
export async function saveCategory(
  ctx: Context,
  { id, name, picture, sort }: Api['owner.saveCategory']['parsed'],
): Promise<Api['owner.saveCategory']['output']> {
  if (id !== undefined) {
    if (!(await ctx.store.get('categories', id))) throw refuse('CATEGORY_UNKNOWN')
    await ctx.store.updateIf('categories', id, {}, { set: { name, picture, sort } })
    return { id }
  }
  const newId = idOf('category', suffixOfRequest(ctx))
  await ctx.store.insert('categories', { _id: newId, name, picture, sort })
  return { id: newId }
}
