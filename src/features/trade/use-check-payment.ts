/** Asks the server until it knows whether an order is paid, with growing pauses, and then lets the person ask. */
import { useEffect, useState } from 'react'
import { call } from '@/api/call'

/** Pauses before each question, ms: half a minute in all, as long as a notice from WeChat usually takes. */
const PAUSES_MS = [0, 1000, 1500, 2000, 3000, 4000, 6000, 8000]

export interface PaymentCheck {
  /** asking: not known yet · open: still not, and the page stopped asking by itself. */
  state: 'asking' | 'paid' | 'open'
  payableFen: number | null
  /** Questions asked so far, of `most`. */
  asked: number
  most: number
  askAgain: () => void
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export function useCheckPayment(orderId: string): PaymentCheck {
  const [round, setRound] = useState(0)
  const [check, setCheck] = useState({
    state: 'asking' as PaymentCheck['state'],
    payableFen: null as number | null,
    asked: 0,
  })
  useEffect(() => {
    let isLeft = false
    const ask = async () => {
      for (const [index, pause] of PAUSES_MS.entries()) {
        await wait(pause)
        if (isLeft) return
        // A lost answer says nothing about the payment: the next question may be answered.
        const answer = await call('mall.checkPayment', { orderId }).catch(() => null)
        if (isLeft) return
        const state = answer?.isPaid ? 'paid' : 'asking'
        setCheck((before) => ({
          state,
          payableFen: answer?.payableFen ?? before.payableFen,
          asked: index + 1,
        }))
        if (state === 'paid') return
      }
      setCheck((before) => ({ ...before, state: 'open' }))
    }
    setCheck((before) => ({ ...before, state: 'asking', asked: 0 }))
    void ask()
    return () => {
      isLeft = true
    }
  }, [orderId, round])
  const askAgain = () => setRound((before) => before + 1)
  return { ...check, most: PAUSES_MS.length, askAgain }
}
