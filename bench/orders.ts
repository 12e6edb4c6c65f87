// Orders through the real functions: database calls against their budgets, and what one costs beside CRMEB's.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DAY_MS, MINUTE_MS } from '@contract/time'
import { startShopCloud } from '../scripts/demo-shop'
import { openShop, type StockedProduct } from '../seed/open-shop'
import { createChance } from '../seed/random'
import { DEMO_ENDS_AT } from '../seed/seed-demo-shop'
import { openidOf, Stage } from '../seed/stage'
import { welcomeDistributor, welcomeShopper } from './people'
import type { Row } from './row'

/**
 * CRMEB v4.7.1 (PHP, MySQL): a paid and received order with its commissions, as measured apart from this run: read the
 * times loosely. Not equal in scope either: there no notice is decrypted, verified and kept, no entry booked twice.
 */
const CRMEB_MS = 40.5
const CRMEB_STATEMENTS = 145

const BOUGHT = 3
const ROUNDS = 40

/** The middle one by time: a pause of the machine counts for nothing. */
function medianOf(costs: readonly Cost[]): Cost {
  const sorted = [...costs].sort((a, b) => a.ms - b.ms)
  return sorted[Math.floor(sorted.length / 2)] ?? { calls: 0, ms: 0 }
}

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

/** Database calls and ms of one step. */
interface Cost {
  readonly calls: number
  readonly ms: number
}

async function costOf(stage: Stage, work: () => Promise<unknown>): Promise<Cost> {
  const startedAt = performance.now()
  const calls = await counted(stage, work)
  return { calls, ms: performance.now() - startedAt }
}

/** From WeChat's notice until the order is paid and two levels pending. */
async function payOrder(stage: Stage, orderId: string): Promise<Cost> {
  const params = await stage.call('ming', 'mall.startPayment', { orderId })
  // WeChat keeps the notice until it is asked to deliver: it is the work on it that is measured.
  stage.wechat.pause()
  stage.wechat.pay(openidOf('ming'), params)
  const [notice] = stage.wechat.notices('pending').slice(-1)
  const cost = await costOf(stage, () => stage.wechat.deliver(notice?.id ?? ''))
  await stage.wechat.resume()
  return cost
}

async function receiveOrder(stage: Stage, orderId: string): Promise<Cost> {
  const parcel = { carrier: '顺丰速运', trackingNumber: 'SF1234567890' }
  await stage.call('owner', 'owner.shipOrder', { orderId, ...parcel })
  return costOf(stage, () => stage.call('ming', 'mall.confirmReceipt', { orderId }))
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

export async function measureOrders(): Promise<Row[]> {
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
    const costs: Cost[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const { orderId } = await placeOrder(stage, products, 1)
      const [paid, received] = [await payOrder(stage, orderId), await receiveOrder(stage, orderId)]
      costs.push({ calls: paid.calls + received.calls, ms: paid.ms + received.ms })
    }
    const ms = (performance.now() - startedAt) / ROUNDS
    const follow = medianOf(costs)
    const settled = await settleDue(stage)
    return [
      { what: 'place an order, 1 SKU', measured: `${one.calls} calls`, budget: '≤ 9' },
      { what: 'place an order, 3 SKUs', measured: `${three.calls} calls`, budget: '≤ 11' },
      {
        what: 'payment notice, 1 line, 2 levels',
        measured: `${paidOne.calls} calls`,
        budget: '≤ 14',
      },
      {
        what: 'payment notice, 3 lines, 2 levels',
        measured: `${paidThree.calls} calls`,
        budget: '≤ 14',
      },
      {
        what: `settle ${settled.commissions} commissions of 2 members`,
        measured: `${settled.calls} calls`,
        budget: `≤ ${settled.commissions + 2 * 5} + the scan`,
      },
      {
        what: `payment notice to receipt (CRMEB ~${CRMEB_STATEMENTS} statements, ${CRMEB_MS} ms)`,
        measured: `${follow.calls} calls, ${follow.ms.toFixed(1)} ms`,
        budget: '≤ 18 calls, ≤ 28 ms',
      },
      {
        what: '… as a part of CRMEB’s',
        measured: `× ${(follow.calls / CRMEB_STATEMENTS).toFixed(2)}, × ${(follow.ms / CRMEB_MS).toFixed(2)}`,
        budget: '–',
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
