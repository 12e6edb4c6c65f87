// 打款: fixes the tax of the month in which the money leaves, then hands the bill to WeChat.
import type { TaxMonth, Withdrawal } from '@contract/model/ledger'
import type { TaxMode } from '@contract/model/shop'
import { addFen } from '@contract/money'
import { dateOf } from '@contract/time'
import { LEAST_TRANSFER_FEN } from '../../domain/withdrawal/check-withdrawal'
import { nextCheckAt } from '../../domain/withdrawal/next-check'
import { quoteWithdrawal } from '../../domain/withdrawal/quote-withdrawal'
import { assertWithdrawalMove } from '../../domain/withdrawal/withdrawal-lifecycle'
import type { World } from '../../ports/world'
import type { WorkOutcome } from '../outbox/work-off-outbox'
import { readShop } from '../shop/read-shop'
import { followWithdrawal } from './follow-withdrawal'
import { readTaxMonth } from './read-tax-month'
import { readWithdrawal } from './read-withdrawal'
import { sendTransfer } from './send-transfer'
import { turnDown } from './turn-down'

type Fixed =
  | { readonly kind: 'fixed'; readonly withdrawal: Withdrawal }
  | { readonly kind: 'fixed-before'; readonly withdrawal: Withdrawal }
  | { readonly kind: 'nothing-left' }

/**
 * The outbox's way. Sent counts from before the first call, so that whatever happens in between is asked for under the
 * same number: from then on the sweep answers for it, and the outbox owes nothing more.
 */
export async function dispatchWithdrawal(world: World, withdrawalId: string): Promise<WorkOutcome> {
  const { taxMode } = await readShop(world)
  const fixed = await fixTax(world, withdrawalId, taxMode)
  if (fixed.kind === 'fixed') await sendTransfer(world, fixed.withdrawal)
  if (fixed.kind === 'fixed-before') await followWithdrawal(world, fixed.withdrawal)
  if (fixed.kind === 'nothing-left') {
    await turnDown(world, withdrawalId, '扣除税费后不足微信转账的最低金额')
  }
  return 'done'
}

/** One transaction over the withdrawal and the month: two dispatches of one person never tax the same yuan twice. */
function fixTax(world: World, withdrawalId: string, taxMode: TaxMode): Promise<Fixed> {
  const { now } = world
  return world.store.transaction(async (tx): Promise<Fixed> => {
    const withdrawal = await readWithdrawal(tx, withdrawalId)
    if (withdrawal.status !== 'approved') return { kind: 'fixed-before', withdrawal }
    const { amountFen, feeFen } = withdrawal
    const month = await readTaxMonth(tx, withdrawal.distributorId, now)
    const quote = quoteWithdrawal({ amountFen, feeFen, taxMode, month, on: dateOf(now) })
    if (quote.netFen < LEAST_TRANSFER_FEN) return { kind: 'nothing-left' }
    assertWithdrawalMove(withdrawal.status, 'dispatched')
    const sent: Withdrawal = {
      ...withdrawal,
      ...quote,
      status: 'dispatched',
      taxMonth: month.month,
      dispatchedAt: now,
      checkAt: nextCheckAt(now, now),
    }
    await tx.put('withdrawals', sent)
    await tx.put('tax_months', withDispatch(month, sent))
    return { kind: 'fixed', withdrawal: sent }
  })
}

function withDispatch(month: TaxMonth, { amountFen, taxFen }: Withdrawal): TaxMonth {
  return {
    ...month,
    incomeFen: addFen(month.incomeFen, amountFen),
    taxFen: addFen(month.taxFen, taxFen),
  }
}
