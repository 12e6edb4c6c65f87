/** The withdrawal being filled in: amount, its live quote, what is wrong with it, and the request. */
import { useEffect, useState } from 'react'
import { fenToText } from '@contract/money'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { useResource } from '@/state/use-resource'
import { amountOf, limitProblem, mostFen } from './withdrawal-limits'
import type { Quote } from './withdrawal-limits'

type Wallet = Api['distributor.getWallet']['output']['wallet']

const PAUSE_MS = 350
const BAD_AMOUNT = '写成 88 或 88.50 这样，最多两位小数'

interface Start {
  wallet: Wallet
  /** The quote of all there is: it also tells the limits. */
  all: Quote | null
}

async function start(): Promise<Start> {
  const { wallet } = await call('distributor.getWallet', {})
  if (wallet.availableFen === 0) return { wallet, all: null }
  const all = await call('distributor.quoteWithdrawal', { amountFen: wallet.availableFen })
  return { wallet, all }
}

/** The value once typing has paused. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

export function useWithdrawal() {
  // Shown again after 登记实名: what was missing may be there now.
  const page = useResource(start, { isEmpty: ({ all }) => all === null, onShow: true })
  const [typed, setTyped] = useState<string | null>(null)
  const request = useAction('distributor.requestWithdrawal')

  const all = page.data?.all ?? null
  // Until something is typed, everything is offered, as far as the limits go.
  const text = typed ?? (all ? fenToText(mostFen(all)) : '')
  const amountFen = amountOf(text)
  const settledFen = useSettled(amountFen)
  const isWorthAsking =
    settledFen !== null && all !== null && limitProblem(settledFen, all) === null
  const asked = useResource(
    () => call('distributor.quoteWithdrawal', { amountFen: settledFen ?? 0 }),
    { keys: [settledFen], when: isWorthAsking, onShow: true },
  )
  const quote = settledFen === amountFen && amountFen !== null ? (asked.data ?? null) : null
  const limits = quote ?? all
  const problem =
    text.trim() === ''
      ? null
      : amountFen === null
        ? BAD_AMOUNT
        : limits && limitProblem(amountFen, limits)
  return {
    page,
    text,
    amountFen,
    quote,
    quoteError: asked.error,
    askAgain: () => void asked.reload(),
    limits,
    problem,
    request,
    type: (next: string) => {
      request.clear()
      setTyped(next)
    },
    takeAll: () => limits && setTyped(fenToText(mostFen(limits))),
  }
}
