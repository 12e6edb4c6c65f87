// 个税: one month of withheld tax for the owner and finance, masked, with its agreement with the ledger.
import type { Api } from '@contract/api'
import { fen, sumFen } from '@contract/money'
import { dateOf, monthOf } from '@contract/time'
import { modeOf } from '../../domain/tax/tax-mode'
import { totalFiling } from '../../domain/tax/make-filing'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { firstOpenMonth } from './first-open-month'
import { readFiling } from './read-filing'

/** Refuses TAX_MONTH_INVALID for a month that has not begun. */
export async function getTaxMonth(
  ctx: Context,
  { month: asked }: Api['owner.getTaxMonth']['parsed'],
): Promise<Api['owner.getTaxMonth']['output']> {
  const month = asked ?? monthOf(ctx.now)
  if (month > monthOf(ctx.now)) throw refuse('TAX_MONTH_INVALID')
  const [{ tax }, filing, remittance, mayChangeFrom] = await Promise.all([
    readShop(ctx),
    readFiling(ctx.store, month),
    ctx.store.get('tax_remittances', month),
    firstOpenMonth(ctx),
  ])
  const { incomeFen, withheldFen } = totalFiling(filing.rows)
  const remittedFen = remittance?.remittedFen ?? fen(0)
  return {
    month,
    today: dateOf(ctx.now),
    mode: modeOf(tax, month),
    rules: tax.map((rule) => ({ ...rule })),
    mayChangeFrom,
    people: filing.rows.map((row) => ({
      id: row.distributorId,
      name: row.name,
      maskedName: row.payee?.maskedName ?? '',
      maskedIdNumber: row.payee?.maskedIdNumber ?? '',
      incomeFen: row.incomeFen,
      dueFen: row.reckoning.dueFen,
      withheldFen: row.withheldFen,
    })),
    incomeFen,
    withheldFen,
    ledgerFen: filing.ledgerFen,
    open: {
      count: filing.open.length,
      taxFen: sumFen(filing.open, (one) => one.taxFen),
    },
    remittedFen,
    leftFen: fen(Math.max(0, withheldFen - remittedFen)),
    payments: (remittance?.payments ?? []).map(({ voucherNo, amountFen, paidOn, name, at }) => ({
      voucherNo,
      amountFen,
      paidOn,
      name,
      at,
    })),
  }
}
