/** 再买一次: an order's lines into the cart; what went in stays in when another line is refused. */
import { useRef, useState } from 'react'
import { useAction } from '@/api/use-action'
import { CART, openTab } from '@/features/mall/open-page'
import type { Failure } from '@/state/failure'
import { useSession } from '@/state/session'
import type { Order } from './order-words'

type Line = Order['lines'][number]

/** The first line that could not be bought again, and why. */
interface Missing {
  readonly title: string
  readonly error: Failure | null
}

export function useBuyAgain() {
  const adding = useAction('mall.addToCart')
  const setCartCount = useSession((state) => state.setCartCount)
  const [isMissing, setMissing] = useState<string | null>(null)
  // Asked again after a refusal, only the rest is asked for: nothing lies in the cart twice.
  const inCart = useRef(new Set<number>())
  const buyAgain = async (lines: readonly Line[]) => {
    setMissing(null)
    for (const { line, skuId, productId, quantity, title } of lines) {
      if (inCart.current.has(line)) continue
      const answer = await adding.run({ skuId, productId, quantity })
      if (!answer) return setMissing(title)
      inCart.current.add(line)
      setCartCount(answer.count)
    }
    inCart.current.clear()
    openTab(CART)
  }
  const missing: Missing | null =
    isMissing === null ? null : { title: isMissing, error: adding.error }
  return { buyAgain, busy: adding.busy, missing }
}
