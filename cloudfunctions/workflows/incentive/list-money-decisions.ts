// 奖励与核销: what was given and forgiven, what waits, and what is left of the month's budget.
import type { Api } from '@contract/api'
import { monthOf } from '@contract/time'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { readShop } from '../shop/read-shop'
import { readBudget } from './read-budget'
import { showBudget, showDecision } from './show-decision'

export async function listMoneyDecisions(
  ctx: Context,
  { status, cursor }: Api['owner.listMoneyDecisions']['parsed'],
): Promise<Api['owner.listMoneyDecisions']['output']> {
  const { store } = ctx
  const [shop, budget, page, owners, finance] = await Promise.all([
    readShop(ctx),
    readBudget(store, monthOf(ctx.now)),
    readPage(store, 'money_decisions', {
      where: status === undefined ? {} : { status },
      by: 'askedAt',
      cursor,
    }),
    store.find('members', { staffRoles: 'owner' }),
    store.find('members', { staffRoles: 'finance' }),
  ])
  const eligible = new Set([...owners, ...finance].map((member) => member._id))
  return {
    budget: showBudget(budget, shop.withdrawal.fourEyesFen),
    eligible: eligible.size,
    decisions: { rows: page.rows.map((row) => showDecision(ctx, row)), next: page.next },
  }
}
