// 奖励预算: what may be given this month.
import type { Api } from '@contract/api'
import { monthOf } from '@contract/time'
import { setBudget } from '../../domain/incentive/incentive-budget'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { readBudget } from './read-budget'
import { showBudget } from './show-decision'

/** Refuses INCENTIVE_BUDGET_USED. The audit trail keeps the reason. */
export async function setIncentiveBudget(
  ctx: Context,
  { budgetFen }: Api['owner.setIncentiveBudget']['parsed'],
): Promise<Api['owner.setIncentiveBudget']['output']> {
  const { withdrawal } = await readShop(ctx)
  const budget = await ctx.store.transaction(async (tx) => {
    const after = setBudget(await readBudget(tx, monthOf(ctx.now)), budgetFen)
    await tx.put('incentive_budgets', after)
    return after
  })
  return showBudget(budget, withdrawal.fourEyesFen)
}
