// The one way to change a cart: read and written in one transaction, so that two phones of a person don't lose a line.
import type { Cart, CartLine } from '@contract/model/goods'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'

/** Answers with the cart as it is now. `first` runs in the same transaction, before the change. */
export function changeCart(
  ctx: Context,
  change: (lines: readonly CartLine[]) => readonly CartLine[],
  first: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
): Promise<Cart> {
  const { memberId } = ctx.caller
  return ctx.store.transaction(async (tx) => {
    const before = await tx.get('carts', memberId)
    await first(tx)
    const cart = { _id: memberId, lines: change(before?.lines ?? []) }
    await tx.put('carts', cart)
    return cart
  })
}
