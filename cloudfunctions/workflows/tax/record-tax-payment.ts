// 缴税登记: withheld tax of a month that was paid to the tax office leaves the ledger's withheld-tax account.
import type { Api } from '@contract/api'
import type { TaxPayment, TaxRemittance } from '@contract/model/tax'
import { addFen, subtractFen, ZERO } from '@contract/money'
import { dateOf, monthOf, startOfDate } from '@contract/time'
import { enterTaxRemitted } from '../../domain/ledger/enter-tax'
import { refuse } from '../../domain/refuse'
import { totalFiling } from '../../domain/tax/make-filing'
import type { Context } from '../../ports/world'
import { readFiling } from './read-filing'

/**
 * The month and the voucher's number name the payment: the same again changes nothing, another amount or date under
 * them is IDEMPOTENCY_CONFLICT. Refuses TAX_MONTH_INVALID, INPUT_INVALID, TAX_PAYMENT_TOO_MUCH `{ month, leftFen }`.
 */
export async function recordTaxPayment(
  ctx: Context,
  input: Api['owner.recordTaxPayment']['parsed'],
): Promise<Api['owner.recordTaxPayment']['output']> {
  const { month, amountFen, voucherNo, paidOn } = input
  checkInput(ctx, input)
  // It only ever grows: whatever fits into it now fits later.
  const { withheldFen } = totalFiling((await readFiling(ctx.store, month)).rows)
  const { memberId: by, member } = ctx.caller
  const payment: TaxPayment = {
    voucherNo,
    amountFen,
    paidOn,
    by,
    name: member.nickname,
    at: ctx.now,
  }
  const taxPaymentId = `${month}:${voucherNo}`
  await ctx.store.transaction(async (tx) => {
    const before: TaxRemittance = (await tx.get('tax_remittances', month)) ?? {
      _id: month,
      remittedFen: ZERO,
      payments: [],
    }
    const known = before.payments.find((one) => one.voucherNo === voucherNo)
    if (known) {
      if (known.amountFen === amountFen && known.paidOn === paidOn) return
      throw refuse('IDEMPOTENCY_CONFLICT')
    }
    const leftFen = Math.max(0, subtractFen(withheldFen, before.remittedFen))
    if (amountFen > leftFen) throw refuse('TAX_PAYMENT_TOO_MUCH', { month, leftFen })
    await tx.insert('ledger_entries', enterTaxRemitted({ taxPaymentId, amountFen, at: ctx.now }))
    await tx.put('tax_remittances', {
      ...before,
      remittedFen: addFen(before.remittedFen, amountFen),
      payments: [...before.payments, payment],
    })
  })
  return {}
}

function checkInput(ctx: Context, input: Api['owner.recordTaxPayment']['parsed']): void {
  const { month, amountFen, paidOn } = input
  if (month > monthOf(ctx.now)) throw refuse('TAX_MONTH_INVALID')
  if (amountFen === 0) throw refuse('INPUT_INVALID', { field: 'amountFen' })
  // V8 rolls 30 February over into March: such a text is no date.
  const isDate = dateOf(startOfDate(paidOn)) === paidOn
  if (!isDate || paidOn > dateOf(ctx.now) || paidOn < `${month}-01`) {
    throw refuse('INPUT_INVALID', { field: 'paidOn' })
  }
}
