// 占库存: promises units of SKUs to an order, each with one conditional update keyed by the order.
import { refuse } from '../../domain/refuse'
import type { World } from '../../ports/world'

interface UnitsOfSku {
  readonly skuId: string
  readonly title: string
  readonly quantity: number
}

/** One promise as this try made it: `heldAt` is its token, so that a try gives back only what is still its own. */
export interface Hold {
  readonly skuId: string
  readonly quantity: number
  readonly heldAt: number
}

const TRIES = 5

/**
 * Holds everything or nothing: refuses with OUT_OF_STOCK and gives back what it took. A hold that an earlier try of
 * the same request left behind is taken over, so that that try, should it still run, can't give it back.
 */
export async function holdStock(
  world: World,
  orderId: string,
  units: readonly UnitsOfSku[],
): Promise<Hold[]> {
  const taken: Hold[] = []
  // One order of SKUs for everybody, so that two orders for the last units don't each take half.
  const inOrder = [...units].sort((a, b) => (a.skuId < b.skuId ? -1 : 1))
  try {
    for (const unit of inOrder) taken.push(await holdOne(world, orderId, unit))
  } catch (error) {
    await giveBack(world, orderId, taken)
    throw error
  }
  return taken
}

/** Releases holds that this try made, unless a later try took them over. */
export async function giveBack(
  world: World,
  orderId: string,
  holds: readonly Hold[],
): Promise<void> {
  for (const { skuId, quantity, heldAt } of holds) {
    await world.store.updateIf(
      'stocks',
      skuId,
      { [`heldAt.${orderId}`]: heldAt },
      { inc: { available: quantity }, unset: [`held.${orderId}`, `heldAt.${orderId}`] },
    )
  }
}

async function holdOne(world: World, orderId: string, unit: UnitsOfSku): Promise<Hold> {
  const { skuId, title, quantity } = unit
  const held = `held.${orderId}`
  const heldAt = `heldAt.${orderId}`
  for (let tries = 0; tries < TRIES; tries += 1) {
    const isTaken = await world.store.updateIf(
      'stocks',
      skuId,
      { available: { gte: quantity }, [held]: { exists: false } },
      { inc: { available: -quantity }, set: { [held]: quantity, [heldAt]: world.now } },
    )
    if (isTaken) return { skuId, quantity, heldAt: world.now }
    const stock = await world.store.get('stocks', skuId)
    const token = stock?.heldAt[orderId]
    if (token === undefined) {
      throw refuse('OUT_OF_STOCK', { title, available: stock?.available ?? 0 })
    }
    // Same request id with other quantities.
    if (stock?.held[orderId] !== quantity) throw refuse('IDEMPOTENCY_CONFLICT')
    const next = Math.max(world.now, token + 1)
    const isOurs = await world.store.updateIf(
      'stocks',
      skuId,
      { [heldAt]: token },
      { set: { [heldAt]: next } },
    )
    if (isOurs) return { skuId, quantity, heldAt: next }
  }
  throw refuse('TRY_AGAIN')
}
