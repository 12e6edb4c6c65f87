// The bonuses' budget of a month; nothing until somebody sets it.
import type { IncentiveBudget } from '@contract/model/books'
import { emptyBudget } from '../../domain/incentive/incentive-budget'
import type { Store, Transaction } from '../../ports/store'

export async function readBudget(
  from: Pick<Store | Transaction, 'get'>,
  month: string,
): Promise<IncentiveBudget> {
  return (await from.get('incentive_budgets', month)) ?? emptyBudget(month)
}
