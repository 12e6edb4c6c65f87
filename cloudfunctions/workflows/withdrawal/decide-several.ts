// 批量审核: several withdrawals decided one after the other, each for itself: a refusal of one stops no other.
import type { Api } from '@contract/api'
import { refusalText } from '@contract/refusals'
import { Refusal } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { approveWithdrawal } from './approve-withdrawal'
import { rejectWithdrawal } from './reject-withdrawal'
import { readDeskRow, type DeskRow } from './show-desk-row'

type Outcomes = Api['owner.approveWithdrawals']['output']

/** Cut off half-way, some are decided and some are not: repeating it decides the rest and answers for all. */
export function approveWithdrawals(
  ctx: Context,
  { withdrawalIds }: Api['owner.approveWithdrawals']['parsed'],
): Promise<Outcomes> {
  return decideEach(ctx, withdrawalIds, (withdrawalId) => approveWithdrawal(ctx, { withdrawalId }))
}

export function rejectWithdrawals(
  ctx: Context,
  { withdrawalIds, reason }: Api['owner.rejectWithdrawals']['parsed'],
): Promise<Outcomes> {
  return decideEach(ctx, withdrawalIds, (withdrawalId) =>
    rejectWithdrawal(ctx, { withdrawalId, reason }),
  )
}

async function decideEach(
  ctx: Context,
  withdrawalIds: readonly string[],
  decide: (withdrawalId: string) => Promise<DeskRow>,
): Promise<Outcomes> {
  const outcomes: Outcomes['outcomes'] = []
  for (const withdrawalId of new Set(withdrawalIds)) {
    try {
      outcomes.push({ withdrawalId, row: await decide(withdrawalId), refusal: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const refusal = { code: error.code, message: refusalText(error.code, error.facts) }
      outcomes.push({ withdrawalId, row: await findRow(ctx, withdrawalId), refusal })
    }
  }
  return { outcomes }
}

/** Null for an id that names nothing. */
async function findRow(ctx: Context, withdrawalId: string): Promise<DeskRow | null> {
  const isKnown = (await ctx.store.get('withdrawals', withdrawalId)) !== null
  return isKnown ? readDeskRow(ctx, withdrawalId) : null
}
