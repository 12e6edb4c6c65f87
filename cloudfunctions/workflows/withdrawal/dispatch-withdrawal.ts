// 打款: fixes the tax of the month in which the money leaves and who receives it by law, then hands the bill to WeChat.
import type { Withdrawal } from '@contract/model/ledger'
import type { TaxRule } from '@contract/model/tax'
import { monthOf } from '@contract/time'
import { addToYear } from '../../domain/tax/tax-year'
import { LEAST_TRANSFER_FEN } from '../../domain/withdrawal/check-withdrawal'
import { nameNeed } from '../../domain/withdrawal/name-rule'
import { nextCheckAt } from '../../domain/withdrawal/next-check'
import { quoteWithdrawal } from '../../domain/withdrawal/quote-withdrawal'
import { assertWithdrawalMove } from '../../domain/withdrawal/withdrawal-lifecycle'
import type { Transaction } from '../../ports/store'
import type { World } from '../../ports/world'
import type { WorkOutcome } from '../outbox/work-off-outbox'
import { readRealName } from '../real-name/read-real-name'
import { readShop } from '../shop/read-shop'
import { readTaxYear } from '../tax/read-tax-year'
import { followWithdrawal } from './follow-withdrawal'
import { readWithdrawal } from './read-withdrawal'
import { sendTransfer } from './send-transfer'
import { turnDown } from './turn-down'

type Fixed =
  | { readonly kind: 'fixed'; readonly withdrawal: Withdrawal }
  | { readonly kind: 'fixed-before'; readonly withdrawal: Withdrawal }
  /** It can't be sent: `reason` is what its asker reads. */
  | { readonly kind: 'impossible'; readonly reason: string }

/**
 * The outbox's way. Sent counts from before the first call, so that whatever happens in between is asked for under the
 * same number: from then on the sweep answers for it, and the outbox owes nothing more.
 */
export async function dispatchWithdrawal(world: World, withdrawalId: string): Promise<WorkOutcome> {
  const { tax } = await readShop(world)
  const fixed = await fixTax(world, withdrawalId, tax)
  if (fixed.kind === 'fixed') await sendTransfer(world, fixed.withdrawal)
  if (fixed.kind === 'fixed-before') await followWithdrawal(world, fixed.withdrawal)
  if (fixed.kind === 'impossible') await turnDown(world, withdrawalId, fixed.reason)
  return 'done'
}

/** One transaction over the withdrawal and the year: two dispatches of one person never tax the same yuan twice. */
function fixTax(world: World, withdrawalId: string, tax: readonly TaxRule[]): Promise<Fixed> {
  const { now } = world
  const month = monthOf(now)
  return world.store.transaction(async (tx): Promise<Fixed> => {
    const withdrawal = await readWithdrawal(tx, withdrawalId)
    if (withdrawal.status !== 'approved') return { kind: 'fixed-before', withdrawal }
    const { amountFen, feeFen, distributorId } = withdrawal
    const year = await readTaxYear(tx, distributorId, now)
    const quote = quoteWithdrawal({ amountFen, feeFen, tax, year, month })
    if (quote.netFen < LEAST_TRANSFER_FEN) {
      return { kind: 'impossible', reason: '扣除税费后不足微信转账的最低金额' }
    }
    const payee = nameNeed(quote.taxMode, quote.netFen) ? await fixPayee(tx, withdrawal) : null
    if (payee === 'missing') return { kind: 'impossible', reason: '打款前需要登记实名，登记好再提' }
    assertWithdrawalMove(withdrawal.status, 'dispatched')
    const sent: Withdrawal = {
      ...withdrawal,
      ...quote,
      status: 'dispatched',
      taxMonth: month,
      payee,
      dispatchedAt: now,
      checkAt: nextCheckAt(now, now),
    }
    await tx.put('withdrawals', sent)
    await tx.put('tax_years', addToYear(year, sent))
    return { kind: 'fixed', withdrawal: sent }
  })
}

/** The identity as it is now goes with the bill, so that every try says the same; its number can't change any more. */
async function fixPayee(tx: Transaction, { memberId }: Withdrawal) {
  const realName = await readRealName(tx, memberId)
  if (realName.identity === null) return 'missing'
  if (!realName.isFixed) await tx.put('real_names', { ...realName, isFixed: true })
  return realName.identity
}
