// Whether a buyer may ask for a refund: which orders, until when, how many units of which line.
import { DAY_MS } from '@contract/time'
import type { AfterSaleKind, Order, OrderStatus } from '@contract/model/order'
import { ALLOWED, refused, type Verdict } from '../refuse'
import type { UnitsOfLine } from './refund-line'
import { unitsSent } from './ship-lines'

/** A completed order opens again when its owner lengthens the window, which is judged apart. */
const OPEN_FOR: Readonly<Record<AfterSaleKind, readonly OrderStatus[]>> = {
  'refund-only': ['paid', 'partly-shipped', 'shipped', 'received', 'completed'],
  // What was never sent can't be sent back.
  'return-and-refund': ['partly-shipped', 'shipped', 'received', 'completed'],
}

export interface AfterSaleAsk {
  readonly order: Order
  readonly kind: AfterSaleKind
  readonly lines: readonly UnitsOfLine[]
  readonly now: number
  /** Days after receipt in which an after-sale can be asked for. */
  readonly afterSaleDays: number
}

/** The verdict; a "no" carries AFTER_SALE_NOT_OPEN, AFTER_SALE_TOO_LATE, AFTER_SALE_QUANTITY or INPUT_INVALID. */
export function judgeAfterSale(ask: AfterSaleAsk): Verdict {
  const { order, kind, lines, now, afterSaleDays } = ask
  if (!OPEN_FOR[kind].includes(order.status)) {
    return refused('AFTER_SALE_NOT_OPEN', { status: order.status })
  }
  if (isTooLate(order, now, afterSaleDays)) {
    return refused('AFTER_SALE_TOO_LATE', { days: afterSaleDays })
  }
  const numbers = new Set(lines.map((line) => line.line))
  if (lines.length === 0 || numbers.size !== lines.length) {
    return refused('INPUT_INVALID', { field: 'lines' })
  }
  for (const { line, quantity } of lines) {
    const found = order.lines.find((candidate) => candidate.line === line)
    if (found === undefined || quantity < 1) return refused('INPUT_INVALID', { field: 'lines' })
    const left = found.quantity - found.refundedQuantity - found.inAfterSaleQuantity
    const available = kind === 'refund-only' ? left : Math.min(left, unitsSent(order, line))
    if (quantity > available) {
      return refused('AFTER_SALE_QUANTITY', { title: found.title, available })
    }
  }
  return ALLOWED
}

/** Units of each line that can still be asked for: not those refunded or in an open after-sale. */
export function afterSaleLines(
  order: Order,
): readonly { readonly line: number; readonly available: number }[] {
  return order.lines.map((line) => ({
    line: line.line,
    available: line.quantity - line.refundedQuantity - line.inAfterSaleQuantity,
  }))
}

/** Whether there is anything to ask for now. */
export function isAfterSaleOpen(order: Order, now: number, afterSaleDays: number): boolean {
  return (
    OPEN_FOR['refund-only'].includes(order.status) &&
    !isTooLate(order, now, afterSaleDays) &&
    afterSaleLines(order).some((line) => line.available > 0)
  )
}

function isTooLate(order: Order, now: number, afterSaleDays: number): boolean {
  return order.receivedAt !== null && now >= order.receivedAt + afterSaleDays * DAY_MS
}
