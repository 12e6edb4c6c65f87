// A withdrawal as the payout desk sees it: who approved it, and why the caller can't.
import type { Api } from '@contract/api'
import type { Withdrawal } from '@contract/model/ledger'
import type { TierKey } from '@contract/model/shop'
import { blockedBy } from '../../domain/withdrawal/decide-approval'
import type { Context } from '../../ports/world'
import { readWithdrawal } from './read-withdrawal'
import { showWithdrawal } from './show-withdrawal'

export type DeskRow = Api['owner.approveWithdrawal']['output']

export function showDeskRow(withdrawal: Withdrawal, tier: TierKey, callerId: string): DeskRow {
  return {
    ...showWithdrawal(withdrawal),
    name: withdrawal.name,
    tier,
    approvals: withdrawal.approvals.map(({ name, at }) => ({ name, at })),
    needsApprovals: withdrawal.needsApprovals,
    blockedBy: blockedBy(withdrawal, callerId),
  }
}

/** How it stands now. */
export async function readDeskRow(ctx: Context, withdrawalId: string): Promise<DeskRow> {
  const withdrawal = await readWithdrawal(ctx.store, withdrawalId)
  const distributor = await ctx.store.get('distributors', withdrawal.distributorId)
  return showDeskRow(withdrawal, distributor?.tier ?? 'sprout', ctx.caller.memberId)
}
