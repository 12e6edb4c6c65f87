// 退货入库: goods that came back can be bought again, once for each after-sale.
import type { AfterSale, Order } from '@contract/model/order'
import type { World } from '../../ports/world'

/** Repeatable: the after-sale's id guards each SKU. */
export async function returnStock(world: World, order: Order, afterSale: AfterSale): Promise<void> {
  const key = `returned.${afterSale._id}`
  for (const { line, quantity } of afterSale.lines) {
    const skuId = order.lines.find((candidate) => candidate.line === line)?.skuId
    if (skuId === undefined) continue
    await world.store.updateIf(
      'stocks',
      skuId,
      { [key]: { exists: false } },
      { inc: { available: quantity }, set: { [key]: quantity } },
    )
  }
}
