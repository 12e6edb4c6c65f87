// A withdrawal as the payout desk sees it: who approved it, why the caller can't, and what to look at twice.
import type { Api } from '@contract/api'
import type { Withdrawal } from '@contract/model/ledger'
import type { TierKey } from '@contract/model/shop'
import { blockedBy, countEligible } from '../../domain/withdrawal/decide-approval'
import type { Context } from '../../ports/world'
import { readApprovers } from './read-approvers'
import { readWithdrawal } from './read-withdrawal'
import { showWithdrawal } from './show-withdrawal'

export type DeskRow = Api['owner.approveWithdrawal']['output']

interface DeskFacts {
  readonly tier: TierKey
  readonly callerId: string
  /** Ids of all who may approve now. */
  readonly approvers: ReadonlySet<string>
}

export function showDeskRow(withdrawal: Withdrawal, facts: DeskFacts): DeskRow {
  const { tier, callerId, approvers } = facts
  return {
    ...showWithdrawal(withdrawal),
    name: withdrawal.name,
    tier,
    approvals: withdrawal.approvals.map(({ by, name, at }) => {
      // Once it is decided the approvals stand as they were.
      const counts = withdrawal.status !== 'requested' || approvers.has(by)
      return { name, at, counts }
    }),
    needsApprovals: withdrawal.needsApprovals,
    eligible: countEligible(withdrawal, approvers),
    taxMode: withdrawal.taxMode,
    taxSteps: [...withdrawal.taxSteps],
    flags: withdrawal.flags.map((flag) => ({ ...flag })),
    blockedBy: blockedBy(withdrawal, callerId),
  }
}

/** How it stands now. */
export async function readDeskRow(ctx: Context, withdrawalId: string): Promise<DeskRow> {
  const withdrawal = await readWithdrawal(ctx.store, withdrawalId)
  const [distributor, approvers] = await Promise.all([
    ctx.store.get('distributors', withdrawal.distributorId),
    readApprovers(ctx),
  ])
  const callerId = ctx.caller.memberId
  return showDeskRow(withdrawal, { tier: distributor?.tier ?? 'sprout', callerId, approvers })
}
