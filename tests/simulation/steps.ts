// What people do in a simulated year. A step reads what it needs from the documents, asks, and tells what came of it.
import type { Withdrawal } from '@contract/model/ledger'
import type { AfterSale, Order, OrderStatus } from '@contract/model/order'
import type { Shop } from '@contract/model/shop'
import { DAY_MS } from '@contract/time'
import type { Person } from '../support/world'
import { any, DESK_STEPS, NOTHING, tell, type Step } from './desk-steps'
import { SHOP, type Scene } from './scene'

const LIVE = ['paid', 'partly-shipped', 'shipped', 'received', 'completed'] as const
const DAILY_FEN = 2_000_000
const TIERS = ['sprout', 'silver', 'gold', 'jade'] as const

function ordersIn({ cloud, orderIds }: Scene, statuses: readonly OrderStatus[]): Order[] {
  return orderIds
    .map((id) => cloud.database.get<Order>('orders', id))
    .filter((order): order is Order => order !== null && statuses.includes(order.status))
}
const buyerOf = ({ buyers, distributors }: Scene, order: { buyerId: string }) =>
  [...buyers, ...distributors].find((one) => one.memberId === order.buyerId)
const personOf = ({ distributors }: Scene, withdrawal: Withdrawal) =>
  distributors.find((one) => one.memberId === withdrawal.memberId)
const available = ({ cloud }: Scene, person: Person) =>
  cloud.database.get<{ availableFen: number }>('wallets', person.distributorId)?.availableFen ?? 0

async function visit(scene: Scene): Promise<string> {
  const { chance, distributors, skus } = scene
  const sharer = any(scene, distributors)
  const visitor = any(scene, [...scene.buyers, ...distributors])
  const sku = any(scene, skus)
  if (!sharer || !visitor || !sku) return NOTHING
  const product = {
    target: { kind: 'product', productId: sku.productId },
    channel: 'poster',
  } as const
  const share = await scene.ask(sharer, 'distributor.createShare', chance.is(0.5) ? SHOP : product)
  if (share.kind !== 'success') return tell(share)
  const { shareCode } = share.value
  return tell(await scene.ask(visitor, 'mall.openShare', { shareCode }))
}

async function buy(scene: Scene): Promise<string> {
  const { chance, skus, wechat } = scene
  const buyer = any(scene, chance.is(0.15) ? scene.distributors : scene.buyers)
  if (!buyer) return NOTHING
  const chosen = new Set(Array.from({ length: chance.between(1, 3) }, () => any(scene, skus)))
  const lines = [...chosen].flatMap((sku) =>
    sku ? [{ ...sku, quantity: chance.between(1, 4) }] : [],
  )
  const preview = await scene.ask(buyer, 'mall.previewOrder', { lines })
  if (preview.kind !== 'success' || !preview.value.address) return `preview ${tell(preview)}`
  const { payableFen: expectedPayableFen, address } = preview.value
  const placed = await scene.ask(buyer, 'mall.placeOrder', {
    lines,
    addressId: address.id,
    expectedPayableFen,
    isFromCart: false,
  })
  if (placed.kind !== 'success') return `place ${tell(placed)}`
  const { orderId } = placed.value
  scene.orderIds.push(orderId)
  if (chance.is(0.08)) return 'left unpaid'
  if (chance.is(0.05))
    return `cancelled: ${tell(await scene.ask(buyer, 'mall.cancelOrder', { orderId }))}`
  const params = await scene.ask(buyer, 'mall.startPayment', { orderId })
  if (params.kind !== 'success') return `start ${tell(params)}`
  const { errMsg } = wechat.pay(buyer.openid, params.value)
  // The page asks how it went while the notice is on its way.
  if (chance.is(0.5)) await scene.ask(buyer, 'mall.checkPayment', { orderId })
  await wechat.drain()
  return `paid ${expectedPayableFen}: ${errMsg}`
}

async function ship(scene: Scene): Promise<string> {
  const { chance, owner } = scene
  const order = any(scene, ordersIn(scene, ['paid', 'partly-shipped']))
  if (!order) return NOTHING
  const line = any(scene, order.lines)
  const part = line && chance.is(0.3) ? { lines: [{ line: line.line, quantity: 1 }] } : {}
  const parcel = { carrier: '顺丰速运', trackingNumber: `SF${chance.between(10 ** 9, 10 ** 10)}` }
  return tell(await scene.ask(owner, 'owner.shipOrder', { orderId: order._id, ...parcel, ...part }))
}

async function receive(scene: Scene): Promise<string> {
  const order = any(scene, ordersIn(scene, ['shipped']))
  const buyer = order && buyerOf(scene, order)
  if (!order || !buyer) return NOTHING
  return tell(await scene.ask(buyer, 'mall.confirmReceipt', { orderId: order._id }))
}

async function askBack(scene: Scene): Promise<string> {
  const { chance } = scene
  // Often what was received: then commissions have settled, and may have left.
  const received = ordersIn(scene, ['received'])
  const isLate = received.length > 0 && chance.is(0.6)
  const order = any(scene, isLate ? received : ordersIn(scene, LIVE))
  const buyer = order && buyerOf(scene, order)
  const line = order && any(scene, order.lines)
  if (!order || !buyer || !line) return NOTHING
  const asked = await scene.ask(buyer, 'mall.applyAfterSale', {
    orderId: order._id,
    kind: chance.is(0.6) ? 'refund-only' : 'return-and-refund',
    lines: [{ line: line.line, quantity: chance.between(1, line.quantity) }],
    reason: '不想要了',
  })
  if (asked.kind === 'success') scene.afterSaleIds.push(asked.value.afterSaleId)
  return tell(asked)
}

async function moveAfterSale(scene: Scene): Promise<string> {
  const { chance, cloud, owner, wechat } = scene
  const waiting = scene.afterSaleIds
    .map((id) => cloud.database.get<AfterSale>('after_sales', id))
    .filter((one) => one && /^(applied|awaiting-return|returning)$/.test(one.status))
  const one = any(scene, waiting)
  const buyer = one && buyerOf(scene, one)
  if (!one || !buyer) return NOTHING
  const afterSaleId = one._id
  wechat.settings({
    refundMs: chance.is(0.3) ? chance.between(1, 48) * 3_600_000 : 0,
    refundOutcome: chance.is(0.25) ? chance.pick(['CLOSED', 'ABNORMAL'], () => 1) : 'SUCCESS',
  })
  const move = async () => {
    if (one.status === 'awaiting-return') {
      const parcel = { carrier: '中通快递', trackingNumber: 'ZT20261122' }
      return scene.ask(buyer, 'mall.sendReturnParcel', { afterSaleId, ...parcel })
    }
    if (one.status === 'returning') return scene.ask(owner, 'owner.receiveReturn', { afterSaleId })
    if (chance.is(0.15)) {
      return scene.ask(owner, 'owner.rejectAfterSale', { afterSaleId, reason: '已经拆封' })
    }
    if (chance.is(0.1)) return scene.ask(buyer, 'mall.withdrawAfterSale', { afterSaleId })
    return scene.ask(owner, 'owner.approveAfterSale', { afterSaleId })
  }
  const outcome = await move()
  await wechat.drain()
  return `${one.status}: ${tell(outcome)}`
}

async function withdraw(scene: Scene): Promise<string> {
  const { chance, distributors } = scene
  const able = distributors.filter((one) => available(scene, one) >= 100)
  const [richest] = [...able].sort((a, b) => available(scene, b) - available(scene, a))
  const person = chance.is(0.4) ? richest : any(scene, able)
  if (!person) return NOTHING
  const all = available(scene, person)
  // Mostly no more than WeChat transfers in a day.
  const most = chance.is(0.9) ? Math.min(all, DAILY_FEN) : all
  const amountFen = chance.is(0.5) ? most : chance.between(100, most)
  const isTwice = chance.is(0.25)
  // Two phones ask at the same time: what one gets, the other can't have.
  const asked = [0, ...(isTwice ? [1] : [])].map(() =>
    scene.ask(person, 'distributor.requestWithdrawal', { amountFen }),
  )
  const outcomes = await Promise.all(asked)
  for (const one of outcomes) if (one.kind === 'success') scene.withdrawalIds.push(one.value.id)
  const words = outcomes.map(tell).sort().join(' and ')
  return `${amountFen} of ${all}: ${words}`
}

function withdrawalsIn({ cloud, withdrawalIds }: Scene, statuses: readonly string[]): Withdrawal[] {
  return withdrawalIds
    .map((id) => cloud.database.get<Withdrawal>('withdrawals', id))
    .filter((one): one is Withdrawal => one !== null && statuses.includes(one.status))
}

async function review(scene: Scene): Promise<string> {
  const { chance, finance, owner, wechat } = scene
  const one = any(scene, withdrawalsIn(scene, ['requested']))
  if (!one) return NOTHING
  const withdrawalId = one._id
  const reviewer = chance.is(0.6) ? finance : owner
  if (chance.is(0.15)) {
    return tell(
      await scene.ask(reviewer, 'owner.rejectWithdrawal', { withdrawalId, reason: '资料不全' }),
    )
  }
  wechat.settings({
    acceptMs: chance.is(0.1) ? 3_600_000 : 0,
    transferMs: chance.is(0.2) ? 60_000 : 0,
  })
  const both = chance.is(one.needsApprovals > 1 ? 0.7 : 0.2) ? [finance, owner] : [reviewer]
  const outcomes = await Promise.all(
    both.map((each) => scene.ask(each, 'owner.approveWithdrawal', { withdrawalId })),
  )
  const words = outcomes.map(tell).sort().join(' and ')
  // Mostly the payee looks at the phone before a day is over.
  return chance.is(0.7) ? `${words}, then ${await takeMoney(scene)}` : words
}

async function takeMoney(scene: Scene): Promise<string> {
  const { chance, wechat } = scene
  const one = any(scene, withdrawalsIn(scene, ['dispatched', 'awaiting-confirmation']))
  const person = one && personOf(scene, one)
  if (!one || !person) return NOTHING
  const withdrawalId = one._id
  if (chance.is(0.15) && wechat.transfers().some((bill) => bill.outBillNo === one.outBillNo)) {
    try {
      wechat.decideTransfer(
        one.outBillNo,
        chance.is(0.5) ? 'FAIL' : 'FAIL_ON_CONFIRM',
        'NAME_NOT_CORRECT',
      )
    } catch {
      return 'already over at WeChat'
    }
  }
  const params = await scene.ask(person, 'distributor.confirmWithdrawal', { withdrawalId })
  if (params.kind !== 'success') return tell(params)
  const verdict = chance.is(0.85) ? 'confirm' : 'cancel'
  const { errMsg } = wechat.confirm(person.openid, params.value, verdict)
  if (chance.is(0.5)) await scene.ask(person, 'distributor.checkWithdrawal', { withdrawalId })
  await wechat.drain()
  return `${verdict} ${one.netFen}: ${errMsg}`
}

async function changeStanding(scene: Scene): Promise<string> {
  const { chance, owner } = scene
  const person = any(scene, scene.distributors)
  if (!person) return NOTHING
  const subject = { distributorId: person.distributorId, reason: '按考察结果' }
  if (chance.is(0.6)) {
    const tier = chance.pick(TIERS, () => 1)
    return `${tier}: ${tell(await scene.ask(owner, 'owner.setTier', { ...subject, tier }))}`
  }
  const status = chance.is(0.35) ? 'frozen' : 'active'
  return `${status}: ${tell(await scene.ask(owner, 'owner.setDistributorStatus', { ...subject, status }))}`
}

async function publishPlan(scene: Scene): Promise<string> {
  const { chance, cloud, owner } = scene
  scene.plans += 1
  const bps = (most: number) => chance.between(0, most / 50) * 50
  const sku = any(scene, scene.skus)
  const other = any(scene, scene.skus)
  if (!sku || !other) return NOTHING
  const now = cloud.clock.now()
  const moment = (days: number) => new Date(now + days * DAY_MS).toISOString()
  const rateBps = () => (chance.is(0.8) ? [bps(2000), bps(1500)] : [bps(2500)]) as [number, number]
  const saved = await scene.ask(owner, 'owner.savePlanDraft', {
    rules: {
      version: `V${scene.plans}`,
      profile: 'china',
      rateBps: rateBps(),
      tierBonusBps: { silver: [100], gold: [200, 50], jade: [333, 77] },
      overrides: [
        {
          scope: 'campaign',
          id: 'K1',
          productIds: [other.productId],
          from: moment(-1),
          to: moment(20),
          rateBps: rateBps(),
        },
        { scope: 'sku', id: sku.skuId, rateBps: rateBps() },
        ...(other.productId === sku.productId
          ? []
          : [{ scope: 'product' as const, id: other.productId, rateBps: rateBps() }]),
      ],
      capBps: chance.between(5, 30) * 100,
      selfPurchase: chance.is(0.5) ? 'none' : 'self',
      freezeDays: chance.between(0, 15),
    },
  })
  if (saved.kind !== 'success') return `save ${tell(saved)}`
  return tell(await scene.ask(owner, 'owner.publishPlan', { planId: saved.value.planId }))
}

/** How long goods may be sent back: longer than before, and refunds meet money that has left already. */
function changeAfterSaleDays({ chance, cloud }: Scene): Promise<string> {
  const shop = cloud.database.get<Shop>('settings', 'shop')
  const afterSaleDays = chance.pick([0, 7, 120, 120], () => 1)
  if (shop) cloud.database.put('settings', [{ ...shop, afterSaleDays }])
  return Promise.resolve(`${afterSaleDays} days`)
}

/** One of the notices WeChat ever sent, again. */
async function repeatNotice(scene: Scene): Promise<string> {
  const notice = any(scene, scene.wechat.notices())
  if (!notice) return NOTHING
  await scene.wechat.deliver(notice.id, scene.chance.between(1, 3))
  return notice.kind
}

/** The minute's trigger; sometimes two instances of it at once. */
export async function runTimers(scene: Scene): Promise<string> {
  const { chance, cloud, wechat } = scene
  const rounds = chance.is(0.4) ? 2 : 1
  await Promise.all(
    Array.from({ length: rounds }, () => cloud.runTimer('timer').catch(() => undefined)),
  )
  await wechat.drain()
  return `${rounds} at once`
}

export const STEPS: Readonly<Record<string, Step>> = {
  visit: { weight: 10, play: visit },
  buy: { weight: 34, play: buy },
  ship: { weight: 14, play: ship },
  receive: { weight: 16, play: receive },
  'ask back': { weight: 9, play: askBack },
  'move an after-sale': { weight: 14, play: moveAfterSale },
  withdraw: { weight: 10, play: withdraw },
  review: { weight: 12, play: review },
  'take the money': { weight: 16, play: takeMoney },
  'change a standing': { weight: 3, play: changeStanding },
  'publish a plan': { weight: 2, play: publishPlan },
  'change the after-sale days': { weight: 3, play: changeAfterSaleDays },
  'repeat a notice': { weight: 4, play: repeatNotice },
  'run the timer': { weight: 8, play: runTimers },
  ...DESK_STEPS,
}
