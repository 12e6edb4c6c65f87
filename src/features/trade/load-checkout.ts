/** What is being bought, from the page's query, and how the server prices it now. */
import { ApiError } from '@/api/api-error'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { canSelect } from './cart-words'
import { useChosenAddress } from './chosen-address'
import type { Preview } from './what-changed'

type Lines = Api['mall.previewOrder']['input']['lines']

export interface Checkout {
  isFromCart: boolean
  lines: Lines
  /** Null when nothing is left to buy. */
  preview: Preview | null
}

async function linesOf(query: Record<string, string>): Promise<Lines> {
  if (query['from'] === 'cart') {
    const cart = await call('mall.getCart', {})
    return cart.lines
      .filter((line) => line.isSelected && canSelect(line))
      .map(({ skuId, productId, quantity }) => ({ skuId, productId, quantity }))
  }
  const { skuId, productId, quantity } = query
  if (skuId === undefined || productId === undefined) return []
  return [{ skuId, productId, quantity: Math.max(1, Number.parseInt(quantity ?? '1', 10) || 1) }]
}

export async function loadCheckout(query: Record<string, string>): Promise<Checkout> {
  const isFromCart = query['from'] === 'cart'
  const lines = await linesOf(query)
  if (lines.length === 0) return { isFromCart, lines, preview: null }
  const { addressId, choose } = useChosenAddress.getState()
  try {
    const preview = await call('mall.previewOrder', { lines, addressId: addressId ?? undefined })
    return { isFromCart, lines, preview }
  } catch (cause) {
    const isGone = cause instanceof ApiError && cause.code === 'ADDRESS_UNKNOWN'
    if (!isGone || addressId === null) throw cause
    // The chosen address was deleted on the way: the default one takes its place.
    choose(null)
    return { isFromCart, lines, preview: await call('mall.previewOrder', { lines }) }
  }
}
