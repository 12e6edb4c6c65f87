// 发奖励: a bonus for an active distributor, out of the month's budget; a large one waits for a second person.
import type { Api } from '@contract/api'
import { dateOf, monthOf } from '@contract/time'
import { spend } from '../../domain/incentive/incentive-budget'
import { insistPayable } from '../../domain/incentive/judge-decision'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { askDecision } from './ask-decision'
import { readBudget } from './read-budget'
import { showDecision } from './show-decision'

/**
 * Refuses DISTRIBUTOR_UNKNOWN, OWN_CASE, INCENTIVE_NOT_ACTIVE, INCENTIVE_OVER_BUDGET, and IDEMPOTENCY_CONFLICT for the
 * same request with other facts.
 */
export async function payIncentive(
  ctx: Context,
  ask: Api['owner.payIncentive']['parsed'],
): Promise<Api['owner.payIncentive']['output']> {
  const { withdrawal } = await readShop(ctx)
  const decision = await askDecision(ctx, 'incentive', ask, async (tx, { distributor }) => {
    insistPayable(distributor)
    const before = await readBudget(tx, monthOf(ctx.now))
    const { fourEyesFen } = withdrawal
    const bonus = { amountFen: ask.amountFen, on: dateOf(ctx.now), fourEyesFen }
    const { budget, isAlone } = spend(before, bonus)
    await tx.put('incentive_budgets', budget)
    return { isAlone }
  })
  return showDecision(ctx, decision)
}
