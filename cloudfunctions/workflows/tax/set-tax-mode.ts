// 代扣方式: how the shop withholds from a month on; what was withheld before never changes.
import type { Api } from '@contract/api'
import { addRule, firstMonthOf } from '../../domain/tax/tax-mode'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { firstOpenMonth } from './first-open-month'

/**
 * Repeating it changes nothing. Refuses TAX_MODE_PAST `{ from }` for a month in which money was sent, or for which the
 * law has no such table. Of a dispatch that races it, the person's month keeps the mode of its first dispatch.
 */
export async function setTaxMode(
  ctx: Context,
  rule: Api['owner.setTaxMode']['parsed'],
): Promise<Api['owner.setTaxMode']['output']> {
  const open = await firstOpenMonth(ctx)
  const lawful = firstMonthOf(rule.mode)
  const from = open > lawful ? open : lawful
  await ctx.store.transaction(async (tx) => {
    const shop = await tx.get('settings', 'shop')
    if (!shop) throw refuse('SHOP_NOT_OPEN')
    const isThere = shop.tax.some((one) => one.from === rule.from && one.mode === rule.mode)
    if (isThere && shop.tax.at(-1)?.from === rule.from) return
    if (rule.from < from) throw refuse('TAX_MODE_PAST', { from })
    await tx.update('settings', 'shop', { set: { tax: addRule(shop.tax, rule) } })
  })
  return {}
}
