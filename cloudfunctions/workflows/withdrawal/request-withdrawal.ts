// 申请提现: available → withdrawing, with balance and daily limit checked in the same transaction.
import type { Api } from '@contract/api'
import { idOf } from '@contract/ids'
import type { Withdrawal } from '@contract/model/ledger'
import type { Fen } from '@contract/money'
import { dateOf } from '@contract/time'
import { assert } from '../../domain/assert'
import { enterWithdrawalRequested } from '../../domain/ledger/enter-withdrawal'
import { postToWallet } from '../../domain/ledger/post-to-wallet'
import { insist, refuse } from '../../domain/refuse'
import { checkWithdrawal } from '../../domain/withdrawal/check-withdrawal'
import {
  approvalsNeeded,
  quoteWithdrawal,
  type WithdrawalQuote,
} from '../../domain/withdrawal/quote-withdrawal'
import type { WithdrawalPolicy } from '@contract/model/shop'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { readWallet } from '../wallet/read-wallet'
import { readTaxMonth } from './read-tax-month'
import { showWithdrawal } from './show-withdrawal'

/** From here on WeChat wants the receiver's real name, which nobody has given yet (商家转账). */
const NAME_NEEDED_FROM_FEN = 200_000

/**
 * The request id names the withdrawal: the same again answers the same, with another amount IDEMPOTENCY_CONFLICT.
 * Refuses WITHDRAWAL_TOO_SMALL, WITHDRAWAL_TOO_LARGE, INSUFFICIENT_BALANCE, WITHDRAWAL_DAILY_LIMIT.
 */
export async function requestWithdrawal(
  ctx: Context,
  { amountFen }: Api['distributor.requestWithdrawal']['parsed'],
): Promise<Api['distributor.requestWithdrawal']['output']> {
  const { distributor } = ctx.caller
  assert(distributor !== null, 'the endpoint reads the distributor')
  const [shop, month] = await Promise.all([
    readShop(ctx),
    readTaxMonth(ctx.store, distributor._id, ctx.now),
  ])
  const { withdrawal: policy, taxMode } = shop
  const on = dateOf(ctx.now)
  const quote = quoteWithdrawal({ amountFen, feeFen: policy.feeFen, taxMode, month, on })
  const withdrawal = makeWithdrawal(ctx, distributor, quote, policy)
  return ctx.store.transaction(async (tx) => {
    const earlier = await tx.get('withdrawals', withdrawal._id)
    if (earlier) return answerAgain(earlier, amountFen)
    const wallet = await readWallet(tx, distributor._id)
    insist(checkWithdrawal({ wallet, amountFen, netFen: quote.netFen, policy, on }))
    if (quote.netFen >= NAME_NEEDED_FROM_FEN) {
      throw refuse('WITHDRAWAL_TOO_LARGE', { maxFen: NAME_NEEDED_FROM_FEN - 1 })
    }
    const entry = enterWithdrawalRequested(withdrawal, ctx.now)
    await tx.insert('withdrawals', withdrawal)
    await tx.insert('ledger_entries', entry)
    await tx.put('wallets', postToWallet(wallet, entry))
    return showWithdrawal(withdrawal)
  })
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
): Withdrawal {
  const { memberId, openid } = ctx.caller
  const outBillNo = ctx.digest(`${memberId}:${ctx.requestId}`)
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
