/** Pays an order through WeChat; what came of it is never taken from the phone alone. */
import { useState } from 'react'
import { requestPayment } from '@/api/platform'
import { useAction } from '@/api/use-action'
import { pathOf, replacePage } from '@/features/mall/open-page'

/** ask: paid or not is the server's to say · refused: no payment was begun, see `error`. */
export type PayOutcome = 'ask' | 'cancelled' | 'refused'

export function usePay() {
  const starting = useAction('mall.startPayment')
  const [isPaying, setPaying] = useState(false)
  const pay = async (orderId: string, amountFen: number): Promise<PayOutcome> => {
    setPaying(true)
    try {
      const params = await starting.run({ orderId })
      if (!params) return 'refused'
      return (await requestPayment(params, amountFen)) === 'cancelled' ? 'cancelled' : 'ask'
    } finally {
      setPaying(false)
    }
  }
  return { pay, busy: isPaying, error: starting.error, clear: starting.clear }
}

/** Where a placed order goes on: to the result, or to itself, still waiting to be paid. */
export function leaveForOutcome(orderId: string, outcome: PayOutcome): void {
  if (outcome === 'ask') return replacePage(pathOf.payResult(orderId))
  replacePage(pathOf.orderUnpaid(orderId, outcome === 'cancelled' ? 'cancelled' : 'failed'))
}
