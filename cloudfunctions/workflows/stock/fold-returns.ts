// Timer, at night: what came back long ago is kept as one sum, so that a stock's document doesn't grow for ever.
import type { Stock } from '@contract/model/goods'
import { dateOf, DAY_MS, HOUR_MS, startOfDate } from '@contract/time'
import type { World } from '../../ports/world'

/** Shanghai time of day in which it runs. */
const FROM_MS = 4 * HOUR_MS
/** Until then the after-sale's id guards against taking the same goods in twice. */
const GUARDED_MS = 30 * DAY_MS
const PAGE = 500

/** Running twice changes nothing: each id is taken out together with its units. */
export async function foldReturns(world: World): Promise<{ folded: number }> {
  const timeOfDay = world.now - startOfDate(dateOf(world.now))
  if (timeOfDay < FROM_MS || timeOfDay >= FROM_MS + HOUR_MS) return { folded: 0 }
  let folded = 0
  for (let skip = 0; ; skip += PAGE) {
    const order = [['_id', 'asc']] as const
    const stocks = await world.store.find('stocks', {}, { order, limit: PAGE, skip })
    const old = await readOld(world, stocks)
    for (const stock of stocks) folded += await foldOne(world, stock, old)
    if (stocks.length < PAGE) return { folded }
  }
}

/** After-sales among those named that ended long ago. */
async function readOld(world: World, stocks: readonly Stock[]): Promise<ReadonlySet<string>> {
  const named = stocks.flatMap((stock) => Object.keys(stock.returned))
  if (named.length === 0) return new Set()
  const before = world.now - GUARDED_MS
  const afterSales = await world.store.getMany('after_sales', named)
  const isOld = (refundedAt: number | null) => refundedAt !== null && refundedAt < before
  return new Set(afterSales.flatMap((one) => (isOld(one.refundedAt) ? one._id : [])))
}

async function foldOne(
  world: World,
  { _id, returned }: Stock,
  old: ReadonlySet<string>,
): Promise<number> {
  const gone = Object.entries(returned).filter(([afterSaleId]) => old.has(afterSaleId))
  if (gone.length === 0) return 0
  const keys = gone.map(([afterSaleId]) => `returned.${afterSaleId}`)
  const units = gone.reduce((sum, [, quantity]) => sum + quantity, 0)
  const areThere = Object.fromEntries(keys.map((key) => [key, { exists: true }]))
  const change = { inc: { returnedBefore: units }, unset: keys }
  return (await world.store.updateIf('stocks', _id, areThere, change)) ? gone.length : 0
}
