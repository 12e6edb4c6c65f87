// A bonus or write-off as the desk sees it.
import type { Api } from '@contract/api'
import type { IncentiveBudget, MoneyDecision } from '@contract/model/books'
import type { Fen } from '@contract/money'
import { leftOf } from '../../domain/incentive/incentive-budget'
import { blockedBy } from '../../domain/incentive/judge-decision'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import type { Context } from '../../ports/world'

type Output = Api['owner.listMoneyDecisions']['output']

export function showDecision(
  { caller }: Context,
  decision: MoneyDecision,
): Output['decisions']['rows'][number] {
  const { memberId } = caller
  return {
    id: decision._id,
    kind: decision.kind,
    distributorId: decision.distributorId,
    name: decision.name,
    amountFen: decision.amountFen,
    reason: decision.reason,
    status: decision.status,
    askedByName: decision.askedByName,
    askedAt: decision.askedAt,
    decidedByName: decision.decidedByName,
    decidedAt: decision.decidedAt,
    rejectReason: decision.rejectReason,
    blockedBy: blockedBy(decision, { memberId, distributorId: distributorIdOf(memberId) }),
  }
}

export function showBudget(budget: IncentiveBudget, fourEyesFen: Fen): Output['budget'] {
  const { _id: month, budgetFen, paidFen, waitingFen } = budget
  return { month, budgetFen, paidFen, waitingFen, leftFen: leftOf(budget), fourEyesFen }
}
