// What may be given as bonuses in a month: reserved when asked for, spent when paid, never more than was set.
import type { IncentiveBudget } from '@contract/model/books'
import { addFen, subtractFen, ZERO, type Fen } from '@contract/money'
import { refuse } from '../refuse'

/** A month for which nothing was set: nothing may be given. */
export function emptyBudget(month: string): IncentiveBudget {
  const nothing = { budgetFen: ZERO, paidFen: ZERO, waitingFen: ZERO, soloFen: ZERO }
  return { _id: month, ...nothing, soloOn: '' }
}

export function leftOf({ budgetFen, paidFen, waitingFen }: IncentiveBudget): Fen {
  return subtractFen(budgetFen, paidFen + waitingFen)
}

/** Refuses INCENTIVE_BUDGET_USED `{ usedFen }`: what was paid or waits stays within it. */
export function setBudget(budget: IncentiveBudget, budgetFen: Fen): IncentiveBudget {
  const usedFen = addFen(budget.paidFen, budget.waitingFen)
  if (budgetFen < usedFen) throw refuse('INCENTIVE_BUDGET_USED', { usedFen })
  return { ...budget, budgetFen }
}

/**
 * Whether one person may give this alone: it and what was given alone on that date stay within the threshold together.
 * Refuses INCENTIVE_OVER_BUDGET `{ leftFen }`.
 */
export function spend(
  budget: IncentiveBudget,
  bonus: { readonly amountFen: Fen; readonly on: string; readonly fourEyesFen: Fen },
): { readonly budget: IncentiveBudget; readonly isAlone: boolean } {
  const { amountFen, on, fourEyesFen } = bonus
  const leftFen = leftOf(budget)
  if (amountFen > leftFen) throw refuse('INCENTIVE_OVER_BUDGET', { leftFen: Math.max(0, leftFen) })
  // One of before midnight that is written after it counts for the new day: the day's sum never starts over.
  const soloOn = on > budget.soloOn ? on : budget.soloOn
  const soloBefore = budget.soloOn === soloOn ? budget.soloFen : ZERO
  const soloFen = addFen(soloBefore, amountFen)
  if (soloFen > fourEyesFen) {
    const waitingFen = addFen(budget.waitingFen, amountFen)
    return { budget: { ...budget, waitingFen }, isAlone: false }
  }
  const paidFen = addFen(budget.paidFen, amountFen)
  return { budget: { ...budget, paidFen, soloOn, soloFen }, isAlone: true }
}

/** A waiting bonus was decided: what was reserved is paid, or free again. */
export function endWaiting(
  budget: IncentiveBudget,
  amountFen: Fen,
  isPaid: boolean,
): IncentiveBudget {
  const waitingFen = subtractFen(budget.waitingFen, amountFen)
  const paidFen = isPaid ? addFen(budget.paidFen, amountFen) : budget.paidFen
  return { ...budget, waitingFen, paidFen }
}
