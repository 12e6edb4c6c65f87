// Measures what docs/performance.md claims: counts of calls against their budgets, speeds and sizes.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DAY_MS, MINUTE_MS } from '@contract/time'
import { buildFunctions } from '../scripts/build-functions'
import { startShopCloud } from '../scripts/demo-shop'
import { SOURCES, whenStale } from '../scripts/freshness'
import { openShop, type StockedProduct } from '../seed/open-shop'
import { createChance } from '../seed/random'
import { DEMO_ENDS_AT } from '../seed/seed-demo-shop'
import { openidOf, Stage } from '../seed/stage'
import { welcomeDistributor, welcomeShopper } from './people'
import { measureColdStarts } from './cold-start'
import { measureCommissions } from './commissions'
import { measureSizes } from './sizes'

interface Row {
  readonly what: string
  readonly measured: string
  readonly budget: string
}

const BOUGHT = 3

/** Database calls by all functions since the last clearing. */
function databaseCalls(stage: Stage): number {
  const { totals } = stage.cloud.counters.read()
  return Object.entries(totals)
    .filter(([kind]) => kind.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0)
}

async function counted(stage: Stage, work: () => Promise<unknown>): Promise<number> {
  stage.cloud.counters.clear()
  await work()
  return databaseCalls(stage)
}

async function placeOrder(stage: Stage, products: readonly StockedProduct[], skus: number) {
  const lines = products.slice(0, skus).map((product) => ({
    productId: product.productId,
    skuId: product.skuIds[0] ?? '',
    quantity: 1,
  }))
  const preview = await stage.call('ming', 'mall.previewOrder', { lines })
  let orderId = ''
  const calls = await counted(stage, async () => {
    const placed = await stage.call('ming', 'mall.placeOrder', {
      lines,
      addressId: preview.address?.id ?? '',
      expectedPayableFen: preview.payableFen,
      isFromCart: true,
      remark: '',
    })
    orderId = placed.orderId
  })
  return { orderId, calls }
}

async function payOrder(stage: Stage, orderId: string): Promise<number> {
  const params = await stage.call('ming', 'mall.startPayment', { orderId })
  stage.wechat.pay(openidOf('ming'), params)
  return counted(stage, () => stage.wechat.drain())
}

async function receiveOrder(stage: Stage, orderId: string): Promise<number> {
  const parcel = { carrier: '顺丰速运', trackingNumber: 'SF1234567890' }
  return (
    (await counted(stage, () => stage.call('owner', 'owner.shipOrder', { orderId, ...parcel }))) +
    (await counted(stage, () => stage.call('ming', 'mall.confirmReceipt', { orderId })))
  )
}

/** What a timer round costs more when commissions are due than when nothing is. */
async function settleDue(stage: Stage): Promise<{ calls: number; commissions: number }> {
  // Everything that follows from the orders and from the days in between is worked off first.
  stage.cloud.clock.set(stage.now + 7 * DAY_MS - 10 * MINUTE_MS)
  for (let round = 0; round < 3; round += 1) await stage.cloud.runTimer('timer')
  const idle = await counted(stage, () => stage.cloud.runTimer('timer'))
  stage.cloud.clock.set(stage.now + 20 * MINUTE_MS)
  const busy = await counted(stage, () => stage.cloud.runTimer('timer'))
  const commissions = stage.cloud.database.count('commissions', { status: 'settled' })
  // The same round completes their orders, with one call each.
  const completed = stage.cloud.database.count('orders', { status: 'completed' })
  return { calls: busy - idle - completed, commissions }
}

async function measureCalls(): Promise<Row[]> {
  const data = join(__dirname, '..', '.cache', 'bench-data')
  rmSync(data, { recursive: true, force: true })
  const { cloud, wechat } = await startShopCloud({ data, startAt: DEMO_ENDS_AT, timers: false })
  const stage = new Stage(cloud, wechat, createChance(1))
  try {
    const products = await openShop(stage)
    await welcomeDistributor(stage, 'lan', null)
    const shareCode = await welcomeDistributor(stage, 'mei', 'lan')
    await welcomeShopper(stage, 'ming', shareCode)
    // One order first: what an instance reads once (the plan) is then read.
    const warm = await placeOrder(stage, products, 1)
    await payOrder(stage, warm.orderId)
    const one = await placeOrder(stage, products, 1)
    const three = await placeOrder(stage, products, BOUGHT)
    const paidOne = await payOrder(stage, one.orderId)
    const paidThree = await payOrder(stage, three.orderId)
    const startedAt = performance.now()
    const rounds = 40
    for (let round = 0; round < rounds; round += 1) {
      const { orderId } = await placeOrder(stage, products, 1)
      await payOrder(stage, orderId)
      await receiveOrder(stage, orderId)
    }
    const ms = (performance.now() - startedAt) / rounds
    const settled = await settleDue(stage)
    return [
      { what: 'place an order, 1 SKU', measured: `${one.calls} calls`, budget: '≤ 9' },
      { what: 'place an order, 3 SKUs', measured: `${three.calls} calls`, budget: '≤ 11' },
      { what: 'payment notice, 1 line, 2 levels', measured: `${paidOne} calls`, budget: '≤ 14' },
      { what: 'payment notice, 3 lines, 2 levels', measured: `${paidThree} calls`, budget: '≤ 14' },
      {
        what: `settle ${settled.commissions} commissions of 2 members`,
        measured: `${settled.calls} calls`,
        budget: `≤ ${settled.commissions + 2 * 5} + the scan`,
      },
      {
        what: 'an order previewed, placed, paid, shipped, received',
        measured: `${ms.toFixed(1)} ms`,
        budget: '–',
      },
    ]
  } finally {
    await cloud.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  await whenStale('functions', SOURCES.functions, 'dist/cloudfunctions', buildFunctions)
  const rows = [
    ...measureCommissions(),
    ...(await measureCalls()),
    ...(await measureColdStarts()),
    ...measureSizes(),
  ]
  const width = Math.max(...rows.map((row) => row.what.length))
  for (const { what, measured, budget } of rows) {
    console.log(`${what.padEnd(width)}  ${measured.padStart(18)}  ${budget}`)
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
