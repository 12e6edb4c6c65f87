// 对账的一天: three sides, and each difference with its cause and what was said about it.
import type { Api } from '@contract/api'
import { DIFFERENCE_CAUSES, type ReconcileDifference } from '@contract/model/books'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { showDay } from './show-day'

export type DifferenceView = Api['owner.noteDifference']['output']

/** Refuses NOT_FOUND for a day that was never compared. */
export async function getReconciledDay(
  ctx: Context,
  { on, cursor }: Api['owner.getReconciledDay']['parsed'],
): Promise<Api['owner.getReconciledDay']['output']> {
  const [day, page] = await Promise.all([
    ctx.store.get('reconciled_days', on),
    readPage(ctx.store, 'reconcile_differences', { where: { on }, by: 'foundAt', cursor }),
  ])
  if (!day) throw refuse('NOT_FOUND')
  return {
    day: showDay(day),
    differences: { rows: page.rows.map(showDifference), next: page.next },
  }
}

export function showDifference(difference: ReconcileDifference): DifferenceView {
  const { _id: id, flow, cause, number, recordId, oursFen, wechatFen, state } = difference
  const { foundAt, note, notedByName, notedAt } = difference
  return {
    ...{ id, flow, cause, causeText: DIFFERENCE_CAUSES[cause] },
    ...{ number, recordId, oursFen, wechatFen, state },
    ...{ foundAt, note, notedByName, notedAt },
  }
}
