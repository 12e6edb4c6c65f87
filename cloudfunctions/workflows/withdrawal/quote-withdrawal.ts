// 提现试算: fee, tax with its steps and net of an amount, how much may be asked for, and whether a name is needed.
import type { Api } from '@contract/api'
import { fen } from '@contract/money'
import { dateOf, monthOf } from '@contract/time'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { leftTodayFen } from '../../domain/withdrawal/check-withdrawal'
import { nameNeed } from '../../domain/withdrawal/name-rule'
import { approvalsNeeded, quoteWithdrawal as quote } from '../../domain/withdrawal/quote-withdrawal'
import type { Context } from '../../ports/world'
import { readRealName } from '../real-name/read-real-name'
import { readShop } from '../shop/read-shop'
import { readTaxYear } from '../tax/read-tax-year'
import { readWallet } from '../wallet/read-wallet'
import { countAsked } from './count-asked'

/** The tax is an estimate: it is fixed in the month in which the money is sent. */
export async function quoteWithdrawal(
  ctx: Context,
  { amountFen }: Api['distributor.quoteWithdrawal']['parsed'],
): Promise<Api['distributor.quoteWithdrawal']['output']> {
  const { memberId } = ctx.caller
  const distributorId = distributorIdOf(memberId)
  const [shop, wallet, year, realName, asked] = await Promise.all([
    readShop(ctx),
    readWallet(ctx.store, distributorId),
    readTaxYear(ctx.store, distributorId, ctx.now),
    readRealName(ctx.store, memberId),
    countAsked(ctx.store, distributorId, ctx.now),
  ])
  const { withdrawal: policy, tax } = shop
  const month = monthOf(ctx.now)
  const quoted = quote({ amountFen, feeFen: policy.feeFen, tax, year, month })
  return {
    availableFen: wallet.availableFen,
    minFen: policy.minFen,
    maxFen: policy.maxFen,
    leftTodayFen: leftTodayFen(wallet, policy, dateOf(ctx.now)),
    leftTodayCount: Math.max(0, policy.dailyCount - asked),
    feeFen: quoted.feeFen,
    taxFen: quoted.taxFen,
    netFen: fen(Math.max(0, quoted.netFen)),
    taxMode: quoted.taxMode,
    taxSteps: [...quoted.taxSteps],
    needsTwoApprovals: approvalsNeeded(amountFen, policy) === 2,
    nameNeed: nameNeed(quoted.taxMode, quoted.netFen),
    realName: realName.identity?.maskedName ?? null,
  }
}
