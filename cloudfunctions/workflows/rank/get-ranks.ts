// 排行榜: one list with the caller's own place; everybody else's name is masked.
import { fen } from '@contract/money'
import { dateOf } from '@contract/time'
import type { Api } from '@contract/api'
import type { RankList } from '@contract/model/rank'
import { assert } from '../../domain/assert'
import { unpackOrNull } from '../../domain/aggregate/pack-figures'
import { placeOf, stepsFor } from '../../domain/rank/rank-by-value'
import { rankIdOf, rankValue } from '../../domain/rank/rank-lists'
import { maskName } from '../../domain/text/mask'
import type { Context } from '../../ports/world'
import { insistNotLeft } from '../distributor/insist-active'

type Output = Api['distributor.getRanks']['output']

/** Four reads at most, whoever asks. Refuses DISTRIBUTOR_NOT_ACTIVE for whoever left. */
export async function getRanks(
  ctx: Context,
  { period, measure }: Api['distributor.getRanks']['parsed'],
): Promise<Output> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  insistNotLeft(ctx)
  const on = dateOf(ctx.now)
  const [list, stored, cursor] = await Promise.all([
    ctx.store.get('rank_lists', rankIdOf(period, measure, on)),
    ctx.store.get('distributor_figures', distributor._id),
    ctx.store.get('rank_cursors', 'ranks'),
  ])
  const figures = unpackOrNull(stored)
  const value = rankValue(figures, period, measure, on)
  const isAway = distributor.status !== 'active'
  const place = list && !isAway ? await findPlace(ctx, list, distributor._id, value) : null
  return {
    rows: (list?.top ?? []).map((row) => ({
      place: row.place,
      name: row.distributorId === distributor._id ? row.name : maskName(row.name),
      tier: row.tier,
      value: fen(row.value),
      isOwn: row.distributorId === distributor._id,
    })),
    ranked: list?.ranked ?? 0,
    own: { name: distributor.name, tier: distributor.tier, place, value: fen(value) },
    asOf: cursor && cursor.asOf > 0 ? cursor.asOf : null,
  }
}

/** Among the first the list itself says it; further down one document of steps does. */
async function findPlace(
  ctx: Context,
  list: RankList,
  distributorId: string,
  value: number,
): Promise<number | null> {
  const shown = list.top.find((row) => row.distributorId === distributorId)
  if (shown) return shown.place
  if (value <= 0) return null
  const steps = await ctx.store.get('rank_steps', `${list._id}:${stepsFor(value, list.heads)}`)
  return placeOf(value, steps?.steps ?? [], list.ranked)
}
