// One order of the demo year from the first look to the end: paid or forgotten, shipped, received, sometimes returned.
import type { ShareTarget } from '@contract/model/distribution'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@contract/time'
import type { StockedProduct } from './open-shop'
import { shareCodeOf } from './share-codes'
import { openidOf, type Stage } from './stage'

const CARRIERS = ['顺丰速运', '中通快递', '京东快递', '邮政特快'] as const
const REASONS = [
  '买多了，退一件',
  '包装磕了一角',
  '送人日子改了，用不上',
  '颜色和想的不一样',
] as const

export interface Shopping {
  readonly buyer: string
  /** Who shared it; null = came by themselves. */
  readonly sharer: string | null
  readonly products: readonly StockedProduct[]
  /** What was shared; the first product when absent. */
  readonly target?: ShareTarget
  /** Placed and left unpaid. */
  readonly isForgotten?: boolean
}

/** Looks at a share and, mostly, buys. */
export async function playOrder(stage: Stage, shopping: Shopping): Promise<void> {
  const { chance } = stage
  const { buyer } = shopping
  await followShare(stage, shopping)
  const lines = shopping.products.map((product) => ({
    productId: product.productId,
    skuId: chance.pick(product.skuIds, () => 1),
    quantity: chance.is(0.75) ? 1 : chance.between(2, 3),
  }))
  const preview = await stage.call(buyer, 'mall.previewOrder', { lines })
  if (!preview.address) return
  const { orderId } = await stage.call(buyer, 'mall.placeOrder', {
    lines,
    addressId: preview.address.id,
    expectedPayableFen: preview.payableFen,
    isFromCart: false,
    remark: chance.is(0.1) ? '送长辈，麻烦包好一点' : '',
  })
  if (shopping.isForgotten || chance.is(0.05)) return
  const at = stage.now + chance.between(1, 12) * MINUTE_MS
  if (chance.is(0.02)) stage.plan(at, () => cancel(stage, buyer, orderId))
  else stage.plan(at, () => pay(stage, buyer, orderId))
}

async function followShare(stage: Stage, shopping: Shopping): Promise<void> {
  const { buyer, sharer, products } = shopping
  const product = products[0]
  if (!sharer || !product) return
  const shareCode = await shareCodeOf(stage, sharer, {
    target: shopping.target ?? { kind: 'product', productId: product.productId },
    channel: stage.chance.is(0.6) ? 'friend' : 'poster',
  })
  await stage.call(buyer, 'mall.openShare', { shareCode })
}

async function cancel(stage: Stage, buyer: string, orderId: string): Promise<void> {
  await stage.call(buyer, 'mall.cancelOrder', { orderId })
}

async function pay(stage: Stage, buyer: string, orderId: string): Promise<void> {
  const params = await stage.call(buyer, 'mall.startPayment', { orderId })
  const result = stage.wechat.pay(openidOf(buyer), params)
  if (result.errMsg !== 'requestPayment:ok') throw new Error(result.errMsg)
  await stage.wechat.drain()
  const { chance } = stage
  if (chance.is(0.03)) {
    stage.plan(stage.now + 2 * HOUR_MS, () => askBack(stage, buyer, orderId, 'refund-only'))
    return
  }
  const shipAt = stage.now + chance.between(8, 40) * HOUR_MS
  stage.plan(shipAt, () => ship(stage, buyer, orderId))
}

async function ship(stage: Stage, buyer: string, orderId: string): Promise<void> {
  const { chance } = stage
  const parcel = () => ({
    carrier: chance.pick(CARRIERS, () => 1),
    trackingNumber: `SF${String(chance.between(10 ** 9, 10 ** 10 - 1))}`,
  })
  const { order } = await stage.call('owner', 'owner.getOrder', { orderId })
  const [first, second] = order.lines
  if (first && second && chance.is(0.4)) {
    const quantity = first.quantity - first.refundedQuantity
    if (quantity === 0) {
      // Given back before it was packed: the rest leaves at once, and the timer receives it.
      await stage.call('owner', 'owner.shipOrder', { orderId, ...parcel() })
      return
    }
    // What is packed first leaves first; the rest follows two days later.
    const lines = [{ line: first.line, quantity }]
    await stage.call('owner', 'owner.shipOrder', { orderId, ...parcel(), lines })
    stage.plan(stage.now + 2 * DAY_MS, async () => {
      await stage.call('owner', 'owner.shipOrder', { orderId, ...parcel() })
      planReceipt(stage, buyer, orderId)
    })
    return
  }
  await stage.call('owner', 'owner.shipOrder', { orderId, ...parcel() })
  planReceipt(stage, buyer, orderId)
}

function planReceipt(stage: Stage, buyer: string, orderId: string): void {
  const { chance } = stage
  // One in four never says a word: the timer receives for them.
  if (chance.is(0.25)) return
  const at = stage.now + chance.between(40, 110) * HOUR_MS
  stage.plan(at, () => receive(stage, buyer, orderId))
}

async function receive(stage: Stage, buyer: string, orderId: string): Promise<void> {
  await stage.call(buyer, 'mall.confirmReceipt', { orderId })
  if (!stage.chance.is(0.05)) return
  const at = stage.now + stage.chance.between(5, 60) * HOUR_MS
  stage.plan(at, () => askBack(stage, buyer, orderId, 'return-and-refund'))
}

/** Asks one or all units of a line back, and lets the owner decide. */
async function askBack(
  stage: Stage,
  buyer: string,
  orderId: string,
  kind: 'refund-only' | 'return-and-refund',
): Promise<void> {
  const { chance } = stage
  const order = await stage.call(buyer, 'mall.getOrder', { orderId })
  const line = chance.pick(order.lines, () => 1)
  const { afterSaleId } = await stage.call(buyer, 'mall.applyAfterSale', {
    orderId,
    kind,
    lines: [{ line: line.line, quantity: chance.between(1, line.quantity) }],
    reason: chance.pick(REASONS, () => 1),
  })
  const at = stage.now + chance.between(2, 30) * HOUR_MS
  stage.plan(at, () => decide(stage, buyer, orderId, afterSaleId, kind))
}

async function decide(
  stage: Stage,
  buyer: string,
  orderId: string,
  afterSaleId: string,
  kind: 'refund-only' | 'return-and-refund',
): Promise<void> {
  const { chance } = stage
  if (chance.is(0.12)) {
    await stage.call('owner', 'owner.rejectAfterSale', {
      afterSaleId,
      reason: '茶已开封试饮，按页面说明不能退',
    })
  } else {
    await stage.call('owner', 'owner.approveAfterSale', { afterSaleId })
    await stage.wechat.drain()
  }
  if (kind === 'refund-only') {
    stage.plan(stage.now + 6 * HOUR_MS, () => ship(stage, buyer, orderId))
    return
  }
  stage.plan(stage.now + DAY_MS, async () => {
    await stage.call(buyer, 'mall.sendReturnParcel', {
      afterSaleId,
      carrier: chance.pick(CARRIERS, () => 1),
      trackingNumber: `YT${String(chance.between(10 ** 9, 10 ** 10 - 1))}`,
    })
    stage.plan(stage.now + 2 * DAY_MS, async () => {
      await stage.call('owner', 'owner.receiveReturn', { afterSaleId })
      await stage.wechat.drain()
    })
  })
}
