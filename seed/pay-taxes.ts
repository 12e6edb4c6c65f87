// On the 12th of each month finance pays last month's withheld tax to the tax office and enters the voucher.
import { DAY_MS, HOUR_MS, addDays, dateOf } from '@contract/time'
import type { Stage } from './stage'

const PAY_DAY = 12

/** Plans the payments of the year; a month in which nothing was withheld needs none. */
export function planTaxPayments(stage: Stage, start: number, days: number): void {
  for (let day = 0; day < days; day += 1) {
    const on = dateOf(start + day * DAY_MS)
    if (Number(on.slice(8)) !== PAY_DAY) continue
    const month = addDays(on, -PAY_DAY).slice(0, 7)
    stage.plan(start + day * DAY_MS + 15 * HOUR_MS, () => payTaxes(stage, month, on))
  }
}

async function payTaxes(stage: Stage, month: string, paidOn: string): Promise<void> {
  const { leftFen } = await stage.call('finance', 'owner.getTaxMonth', { month })
  if (leftFen === 0) return
  const voucherNo = `DEMO-${month}-01`
  await stage.call('finance', 'owner.recordTaxPayment', {
    month,
    amountFen: leftFen,
    voucherNo,
    paidOn,
  })
}
