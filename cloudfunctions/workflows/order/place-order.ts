// 下单: reserves stock, freezes price, plan and attribution, and writes the order.
// Stock is held first, keyed by the order's id, and the order is written last: an order that exists has all its units.
// A function killed in between leaves holds without an order; repeating the request takes them over, and if nobody
// repeats it the timer gives them back (stock/end-loose-holds.ts).
import { idOf, suffixOf } from '@contract/ids'
import { MINUTE_MS } from '@contract/time'
import type { Api } from '@contract/api'
import type { Order, OrderAttribution } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import type { Shop } from '@contract/model/shop'
import { attributionForOrder } from '../../domain/attribution/attribution-for-order'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { planInForce } from '../../domain/commission/plan-schedule'
import type { PricedOrder } from '../../domain/order/price-order'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { suffixOfRequest } from '../name-by-request'
import { readShop } from '../shop/read-shop'
import { isEnded } from '../stock/end-holds'
import { giveBack, holdStock } from '../stock/hold-stock'
import { draftOrder } from './draft-order'

type Input = Api['mall.placeOrder']['parsed']
type Output = Api['mall.placeOrder']['output']

/**
 * Repeating the request answers with the same order. Refuses with SHOP_NOT_OPEN, SKU_UNKNOWN, PRODUCT_OFF_SHELF,
 * ADDRESS_UNKNOWN, PRICE_CHANGED, OUT_OF_STOCK, or IDEMPOTENCY_CONFLICT (same request id, other order).
 */
export async function placeOrder(ctx: Context, input: Input): Promise<Output> {
  const suffix = suffixOfRequest(ctx)
  const orderId = idOf('order', suffix)
  const payloadHash = ctx.digest(JSON.stringify(input))
  try {
    const order = await prepareOrder(ctx, input, { orderId, payloadHash })
    const holds = await holdStock(ctx, orderId, order.lines)
    if (!(await ctx.store.insert('orders', order))) {
      const earlier = await ctx.store.get('orders', orderId)
      if (earlier && isEnded(earlier)) await giveBack(ctx, orderId, holds)
      return answerWith(earlier, payloadHash)
    }
    if (input.isFromCart) await takeOutOfCart(ctx, order)
    return answerWith(order, payloadHash)
  } catch (refusal) {
    // What was fine when it was placed may be refused by now: the first answer stands.
    const earlier = await ctx.store.get('orders', orderId)
    if (!earlier) throw refusal
    return answerWith(earlier, payloadHash)
  }
}

function answerWith(order: Order | null, payloadHash: string): Output {
  if (!order) throw refuse('TRY_AGAIN')
  if (order.payloadHash !== payloadHash) throw refuse('IDEMPOTENCY_CONFLICT')
  return { orderId: order._id, payableFen: order.payableFen, expireAt: order.expireAt }
}

async function prepareOrder(
  ctx: Context,
  input: Input,
  names: { readonly orderId: string; readonly payloadHash: string },
): Promise<Order> {
  const shop = await readShop(ctx)
  const people = findPeople(ctx)
  const [draft, address, { attribution }] = await Promise.all([
    draftOrder(
      ctx,
      shop,
      input.lines,
      people.then(({ buyer }) => buyer),
    ),
    ctx.store.get('addresses', input.addressId),
    people,
  ])
  if (address?.memberId !== ctx.caller.memberId) throw refuse('ADDRESS_UNKNOWN')
  if (draft.payableFen !== input.expectedPayableFen) {
    throw refuse('PRICE_CHANGED', { payableFen: draft.payableFen })
  }
  const { name, phone, province, city, district, detail } = address
  return {
    ...newOrder(ctx, shop, draft),
    _id: names.orderId,
    outTradeNo: suffixOf(names.orderId),
    address: { name, phone, province, city, district, detail },
    remark: input.remark,
    attribution,
    payloadHash: names.payloadHash,
  }
}

/** The buyer as a distributor, and who is credited, with their inviter; null where there is nobody. */
async function findPeople(
  ctx: Context,
): Promise<{ buyer: Distributor | null; attribution: OrderAttribution | null }> {
  const ownId = distributorIdOf(ctx.caller.memberId)
  const current = await ctx.store.get('attributions', ctx.caller.memberId)
  const people = await ctx.store.getMany(
    'distributors',
    current ? [ownId, current.distributorId] : [ownId],
  )
  const personNamed = (id: string | undefined) => people.find(({ _id }) => _id === id) ?? null
  const sharer = personNamed(current?.distributorId)
  const buyer = personNamed(ownId)
  return { buyer, attribution: attributionForOrder({ current, sharer, buyer, now: ctx.now }) }
}

function newOrder(ctx: Context, shop: Shop, draft: PricedOrder) {
  const { member, memberId, openid } = ctx.caller
  return {
    buyerId: memberId,
    buyerName: member.nickname,
    buyerOpenid: openid,
    status: 'created',
    lines: draft.lines,
    goodsFen: draft.goodsFen,
    discountFen: draft.discountFen,
    shippingFen: draft.shippingFen,
    payableFen: draft.payableFen,
    refundedFen: 0 as Order['refundedFen'],
    planId: planInForce(shop.plans, ctx.now)?.planId ?? null,
    placedAt: ctx.now,
    expireAt: ctx.now + shop.payMinutes * MINUTE_MS,
    paidAt: null,
    transactionId: null,
    accrual: 'none',
    parcels: [],
    shippedAt: null,
    autoReceiveAt: null,
    receivedAt: null,
    closedAt: null,
    closeReason: null,
    openAfterSales: 0,
  } as const
}

/** A convenience after the fact: should it fail, the cart shows what was bought until the buyer takes it out. */
async function takeOutOfCart(ctx: Context, order: Order): Promise<void> {
  const skuId = order.lines.map((line) => line.skuId)
  await ctx.store.updateIf('carts', ctx.caller.memberId, {}, { pull: { lines: { skuId } } })
}
