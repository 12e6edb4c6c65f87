// 提现试算: fee, tax and net of an amount, and how much may be asked for.
import type { Api } from '@contract/api'
import { fen } from '@contract/money'
import { dateOf } from '@contract/time'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { leftTodayFen } from '../../domain/withdrawal/check-withdrawal'
import { approvalsNeeded, quoteWithdrawal as quote } from '../../domain/withdrawal/quote-withdrawal'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { readWallet } from '../wallet/read-wallet'
import { readTaxMonth } from './read-tax-month'

/** The tax is an estimate: it is fixed in the month in which the money is sent. */
export async function quoteWithdrawal(
  ctx: Context,
  { amountFen }: Api['distributor.quoteWithdrawal']['parsed'],
): Promise<Api['distributor.quoteWithdrawal']['output']> {
  const distributorId = distributorIdOf(ctx.caller.memberId)
  const [shop, wallet, month] = await Promise.all([
    readShop(ctx),
    readWallet(ctx.store, distributorId),
    readTaxMonth(ctx.store, distributorId, ctx.now),
  ])
  const { withdrawal: policy, taxMode } = shop
  const on = dateOf(ctx.now)
  const quoted = quote({ amountFen, feeFen: policy.feeFen, taxMode, month, on })
  return {
    availableFen: wallet.availableFen,
    minFen: policy.minFen,
    maxFen: policy.maxFen,
    leftTodayFen: leftTodayFen(wallet, policy, on),
    feeFen: quoted.feeFen,
    taxFen: quoted.taxFen,
    netFen: fen(Math.max(0, quoted.netFen)),
    monthIncomeFen: month.incomeFen,
    monthTaxFen: month.taxFen,
    needsTwoApprovals: approvalsNeeded(amountFen, policy) === 2,
  }
}
