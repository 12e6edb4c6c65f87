// 顾客争议: what waits for the shop, and what was decided.
import type { Api } from '@contract/api'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { showShopDispute } from './show-dispute'

/** Open ones oldest first; ended ones newest first. */
export async function listShopDisputes(
  ctx: Context,
  { isOpen, cursor }: Api['owner.listDisputes']['parsed'],
): Promise<Api['owner.listDisputes']['output']> {
  const by = isOpen ? 'raisedAt' : 'endedAt'
  const direction = isOpen ? 'asc' : 'desc'
  const page = await readPage(ctx.store, 'disputes', { where: { isOpen }, by, direction, cursor })
  return { rows: page.rows.map((row) => showShopDispute(row, ctx.now)), next: page.next }
}
