/** Placing an order and going on to pay it; a changed price or stock is shown before it is tried again. */
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useAction } from '@/api/use-action'
import { useResource } from '@/state/use-resource'
import { useSession } from '@/state/session'
import { useChosenAddress } from './chosen-address'
import { loadCheckout } from './load-checkout'
import { leaveForOutcome, usePay } from './use-pay'
import { whatChanged } from './what-changed'
import type { Preview } from './what-changed'

/** After these the server's figures are not the ones on the page. */
const MOVED = ['PRICE_CHANGED', 'OUT_OF_STOCK', 'SKU_UNKNOWN', 'PRODUCT_OFF_SHELF']

export function useCheckout() {
  const query = useRouter().params as Record<string, string>
  const addressId = useChosenAddress((state) => state.addressId)
  const checkout = useResource(() => loadCheckout(query), {
    keys: [addressId],
    onShow: true,
    isEmpty: ({ preview }) => preview === null,
  })
  const placing = useAction('mall.placeOrder')
  const paying = usePay()
  const [isPlaced, setPlaced] = useState(false)
  const [seen, setSeen] = useState<Preview | null>(null)
  const preview = checkout.data?.preview ?? null
  const latest = useRef({ preview, reload: checkout.reload })
  latest.current = { preview, reload: checkout.reload }

  const { error } = placing
  useEffect(() => {
    if (!error || !MOVED.includes(error.code)) return
    setSeen(latest.current.preview)
    void latest.current.reload()
  }, [error])

  const submit = async (remark: string) => {
    if (!checkout.data || !preview?.address || isPlaced) return
    const { lines, isFromCart } = checkout.data
    const placed = await placing.run({
      ...{ lines, isFromCart, remark },
      addressId: preview.address.id,
      expectedPayableFen: preview.payableFen,
    })
    if (!placed) return
    // From here on the order exists: this page must never place it again.
    setPlaced(true)
    useChosenAddress.getState().choose(null)
    if (isFromCart) void useSession.getState().refresh()
    leaveForOutcome(placed.orderId, await paying.pay(placed.orderId, placed.payableFen))
  }
  const changes = seen && preview && seen !== preview ? whatChanged(seen, preview) : []
  const busy = placing.busy || paying.busy || isPlaced
  return { checkout, preview, submit, busy, error, changes }
}
