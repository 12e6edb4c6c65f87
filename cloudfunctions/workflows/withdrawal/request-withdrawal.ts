// 申请提现: available → withdrawing, with balance, limits and real name checked in the same transaction.
import type { Api } from '@contract/api'
import { idOf } from '@contract/ids'
import type { Withdrawal, WithdrawalFlag } from '@contract/model/ledger'
import type { WithdrawalPolicy } from '@contract/model/shop'
import type { Fen } from '@contract/money'
import { dateOf, monthOf } from '@contract/time'
import { assert } from '../../domain/assert'
import { enterWithdrawalRequested } from '../../domain/ledger/enter-withdrawal'
import { postToWallet } from '../../domain/ledger/post-to-wallet'
import { insist, refuse } from '../../domain/refuse'
import { checkWithdrawal } from '../../domain/withdrawal/check-withdrawal'
import { raiseFlags } from '../../domain/withdrawal/flags/raise-flags'
import { nameNeed } from '../../domain/withdrawal/name-rule'
import {
  approvalsNeeded,
  quoteWithdrawal,
  type WithdrawalQuote,
} from '../../domain/withdrawal/quote-withdrawal'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'
import { suffixOfRequest } from '../name-by-request'
import { readRealName } from '../real-name/read-real-name'
import { readShop } from '../shop/read-shop'
import { readTaxYear } from '../tax/read-tax-year'
import { readWallet } from '../wallet/read-wallet'
import { countAsked } from './count-asked'
import { readFlagFacts } from './read-flag-facts'
import { showWithdrawal } from './show-withdrawal'

/**
 * The request id names the withdrawal: the same again answers the same, with another amount IDEMPOTENCY_CONFLICT.
 * Refuses WITHDRAWAL_TOO_SMALL, WITHDRAWAL_TOO_LARGE, INSUFFICIENT_BALANCE, WITHDRAWAL_DAILY_LIMIT,
 * WITHDRAWAL_DAILY_COUNT, REAL_NAME_REQUIRED.
 */
export async function requestWithdrawal(
  ctx: Context,
  { amountFen }: Api['distributor.requestWithdrawal']['parsed'],
): Promise<Api['distributor.requestWithdrawal']['output']> {
  const { distributor, memberId } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  const [shop, year, realName] = await Promise.all([
    readShop(ctx),
    readTaxYear(ctx.store, distributor._id, ctx.now),
    readRealName(ctx.store, memberId),
  ])
  const { withdrawal: policy, tax } = shop
  const month = monthOf(ctx.now)
  const quote = quoteWithdrawal({ amountFen, feeFen: policy.feeFen, tax, year, month })
  const flags = raiseFlags(await readFlagFacts(ctx, distributor._id, amountFen, realName))
  const withdrawal = makeWithdrawal(ctx, distributor, quote, policy, flags)
  return ctx.store.transaction(async (tx) => {
    const earlier = await tx.get('withdrawals', withdrawal._id)
    if (earlier) return answerAgain(earlier, amountFen)
    await hold(tx, ctx, withdrawal, policy)
    return showWithdrawal(withdrawal)
  })
}

async function hold(
  tx: Transaction,
  ctx: Context,
  withdrawal: Withdrawal,
  policy: WithdrawalPolicy,
): Promise<void> {
  const { distributorId, memberId, amountFen, netFen, taxMode } = withdrawal
  const wallet = await readWallet(tx, distributorId)
  const verdict = checkWithdrawal({
    wallet,
    amountFen,
    netFen,
    policy,
    on: dateOf(ctx.now),
    askedCount: await countAsked(tx, distributorId, ctx.now),
    nameNeed: nameNeed(taxMode, netFen),
    hasName: (await readRealName(tx, memberId)).identity !== null,
  })
  insist(verdict)
  const entry = enterWithdrawalRequested(withdrawal, ctx.now)
  await tx.insert('withdrawals', withdrawal)
  await tx.insert('ledger_entries', entry)
  await tx.put('wallets', postToWallet(wallet, entry))
}

function answerAgain(earlier: Withdrawal, amountFen: Fen) {
  if (earlier.amountFen !== amountFen) throw refuse('IDEMPOTENCY_CONFLICT')
  return showWithdrawal(earlier)
}

function makeWithdrawal(
  ctx: Context,
  distributor: { readonly _id: string; readonly name: string },
  quote: WithdrawalQuote,
  policy: WithdrawalPolicy,
  flags: readonly WithdrawalFlag[],
): Withdrawal {
  const { memberId, openid } = ctx.caller
  const outBillNo = suffixOfRequest(ctx)
  return {
    _id: idOf('withdrawal', outBillNo),
    outBillNo,
    distributorId: distributor._id,
    memberId,
    openid,
    name: distributor.name,
    status: 'requested',
    ...quote,
    taxMonth: null,
    payee: null,
    flags,
    approvals: [],
    needsApprovals: approvalsNeeded(quote.amountFen, policy),
    requestedAt: ctx.now,
    dispatchedAt: null,
    packageInfo: null,
    paidAt: null,
    endedAt: null,
    reason: null,
    checkAt: null,
  }
}
