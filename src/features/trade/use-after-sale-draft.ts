/** An after-sale while it is being written: units, kind and reason, and why it cannot be sent yet. */
import { useState } from 'react'
import type { AfterSaleKind } from '@contract/model/order'
import { goodsRefund, unitsLeft } from './after-sale-words'
import type { Order } from './order-words'

/** With a single unit left there is nothing to choose. */
function openingUnits({ lines }: Order): Record<number, number> {
  const open = lines.filter((line) => unitsLeft(line) > 0)
  const [only] = open
  return open.length === 1 && only ? { [only.line]: unitsLeft(only) } : {}
}

/** What was never sent cannot be sent back. */
export const kindsOf = ({ status }: Order): AfterSaleKind[] =>
  status === 'paid' ? ['refund-only'] : ['refund-only', 'return-and-refund']

export function useAfterSaleDraft(order: Order | undefined) {
  const [written, setUnits] = useState<Record<number, number> | null>(null)
  const [wantedKind, setKind] = useState<AfterSaleKind>('refund-only')
  const [reason, setReason] = useState('')
  const units = written ?? (order ? openingUnits(order) : {})
  const lines = Object.entries(units)
    .map(([line, quantity]) => ({ line: Number(line), quantity }))
    .filter(({ quantity }) => quantity > 0)
  const block = lines.length === 0 ? '先选要退的商品' : reason.trim() === '' ? '写一下原因' : null
  return {
    units,
    setUnits,
    kind: order && kindsOf(order).includes(wantedKind) ? wantedKind : 'refund-only',
    setKind,
    reason,
    setReason,
    lines,
    block,
    refundFen: order && lines.length > 0 ? goodsRefund(order.lines, units) : null,
  } as const
}
