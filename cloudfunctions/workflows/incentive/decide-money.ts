// 复核: the second pair of eyes agrees to a waiting bonus or write-off, or turns it down.
import type { Api } from '@contract/api'
import type { MoneyDecision } from '@contract/model/books'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { endWaiting } from '../../domain/incentive/incentive-budget'
import { blockedBy, insistPayable, insistWritable } from '../../domain/incentive/judge-decision'
import { refuse } from '../../domain/refuse'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { readWallet } from '../wallet/read-wallet'
import { carryOutDecision } from './carry-out-decision'
import { readBudget } from './read-budget'
import { showDecision } from './show-decision'

/**
 * Refuses DECISION_UNKNOWN, DECISION_MOVED_ON, OWN_CASE, FOUR_EYES, DECISION_ASKER_LEFT, and what speaks against the
 * decision by now. Repeated by who agreed it answers how it stands.
 */
export async function approveMoneyDecision(
  ctx: Context,
  { decisionId }: Api['owner.approveMoneyDecision']['parsed'],
): Promise<Api['owner.approveMoneyDecision']['output']> {
  const { withdrawal } = await readShop(ctx)
  const { fourEyesFen: thresholdFen } = withdrawal
  const decided = await ctx.store.transaction(async (tx) => {
    const decision = await readDecision(tx, decisionId)
    if (decision.status === 'done' && decision.decidedBy === ctx.caller.memberId) return decision
    insistOther(ctx, decision, thresholdFen)
    const asker = await tx.get('members', decision.askedBy)
    if (!asker?.staffRoles.includes('owner')) throw refuse('DECISION_ASKER_LEFT')
    const distributor = await tx.get('distributors', decision.distributorId)
    if (!distributor) throw refuse('DISTRIBUTOR_UNKNOWN')
    const wallet = await readWallet(tx, distributor._id)
    if (decision.kind === 'incentive') insistPayable(distributor)
    else insistWritable(distributor, wallet, decision.amountFen)
    const done = { ...decision, ...decidedBy(ctx), status: 'done' as const }
    await tx.put('money_decisions', done)
    await freeBudget(tx, decision, true)
    await carryOutDecision(tx, done, wallet, ctx.now)
    return done
  })
  return showDecision(ctx, decided)
}

/** Anybody on the desk may say no, also who asked. Refuses DECISION_UNKNOWN, DECISION_MOVED_ON, OWN_CASE. */
export async function rejectMoneyDecision(
  ctx: Context,
  { decisionId, reason }: Api['owner.rejectMoneyDecision']['parsed'],
): Promise<Api['owner.rejectMoneyDecision']['output']> {
  const decided = await ctx.store.transaction(async (tx) => {
    const decision = await readDecision(tx, decisionId)
    if (decision.status === 'rejected') return decision
    const code = blockOf(ctx, decision)
    if (code !== null && code !== 'FOUR_EYES') throw refuse(code)
    const rejected = {
      ...decision,
      ...decidedBy(ctx),
      status: 'rejected' as const,
      rejectReason: reason,
    }
    await tx.put('money_decisions', rejected)
    await freeBudget(tx, decision, false)
    return rejected
  })
  return showDecision(ctx, decided)
}

async function readDecision(tx: Transaction, decisionId: string): Promise<MoneyDecision> {
  const decision = await tx.get('money_decisions', decisionId)
  if (!decision) throw refuse('DECISION_UNKNOWN')
  return decision
}

function blockOf({ caller: { memberId } }: Context, decision: MoneyDecision) {
  return blockedBy(decision, { memberId, distributorId: distributorIdOf(memberId) })
}

function insistOther(ctx: Context, decision: MoneyDecision, thresholdFen: number): void {
  const code = blockOf(ctx, decision)
  if (code !== null) throw refuse(code, code === 'FOUR_EYES' ? { thresholdFen } : {})
}

function decidedBy({ caller, now }: Context) {
  const { memberId, member } = caller
  return { decidedBy: memberId, decidedByName: member.nickname, decidedAt: now }
}

/** What was reserved in the month of asking is spent or free again. */
async function freeBudget(
  tx: Transaction,
  decision: MoneyDecision,
  isPaid: boolean,
): Promise<void> {
  if (decision.kind !== 'incentive') return
  const budget = await readBudget(tx, decision.month)
  await tx.put('incentive_budgets', endWaiting(budget, decision.amountFen, isPaid))
}
