// Conduct that costs credit: customers talked into buying give it back, and the owner stops people for a while. From a
// chance of its own, and of people nobody else buys from, so that the rest of the year stays as it was.
import { DAY_MS, HOUR_MS } from '@contract/time'
import { distributorIdOf } from './recruit-people'
import { shareCodeOf } from './share-codes'
import { createChance } from './random'
import { openidOf, type Stage } from './stage'
import type { StockedProduct } from './open-shop'

const SEED = 20261123

interface Stop {
  readonly key: string
  /** Days of the demo year; nobody has thawed them yet where the second is missing. */
  readonly from: number
  readonly to?: number
  readonly why: string
}

/** While none of them makes a share: what is refused would move the year. */
const STOPS: readonly Stop[] = [
  { key: 'feng', from: 350, to: 352, why: '朋友圈写了「降三高」，先停下，改了再开' },
  { key: 'feng', from: 361, why: '又写功效，等他把旧的都删掉' },
  { key: 'xue', from: 262, to: 264, why: '在别人的客户群里拉人，先停两天' },
  { key: 'xue', from: 295, to: 298, why: '同样的事第二次' },
  { key: 'xue', from: 341, to: 346, why: '私下打折卖，和协议不符' },
  { key: 'nan', from: 331, to: 333, why: '顾客接连退货，先停下来问清楚' },
  { key: 'nan', from: 349, to: 352, why: '还在劝人凑单再退，谈过之后再开' },
]

interface Purchase {
  readonly day: number
  readonly guest: keyof typeof GUESTS
  readonly product: string
  readonly isReturned?: true
}

/** 贺楠's acquaintances, who order because he asks. */
const GUESTS = {
  'guest-fan': { nickname: '范一鸣', phone: '13800010231', detail: '大理道 12 号 3 门 402' },
  'guest-miao': { nickname: '苗晓', phone: '13800010232', detail: '睦南道 56 号 1 门 101' },
  'guest-lu': { nickname: '卢定远', phone: '13800010233', detail: '常德道 31 号' },
} as const

/** What stays is small: the small commissions of it are never worth a withdrawal. */
const PURCHASES: readonly Purchase[] = [
  { day: 306, guest: 'guest-fan', product: 'mung-plate' },
  { day: 309, guest: 'guest-miao', product: 'osmanthus-plate' },
  { day: 311, guest: 'guest-fan', product: 'niulankeng-box', isReturned: true },
  { day: 315, guest: 'guest-lu', product: 'kumquat-jar' },
  { day: 318, guest: 'guest-lu', product: 'shuixian-wood', isReturned: true },
  { day: 321, guest: 'guest-miao', product: 'shipiao-pot', isReturned: true },
  { day: 325, guest: 'guest-fan', product: 'wedding-duo' },
  { day: 328, guest: 'guest-miao', product: 'jasmine-bags' },
  { day: 336, guest: 'guest-lu', product: 'iron-kettle', isReturned: true },
  { day: 340, guest: 'guest-fan', product: 'glass-pitcher' },
  { day: 344, guest: 'guest-miao', product: 'newyear-box', isReturned: true },
]

export function planConduct(
  stage: Stage,
  start: number,
  products: readonly StockedProduct[],
): void {
  const aside = stage.apart(createChance(SEED))
  const on = (day: number, hour: number, run: () => Promise<void>) =>
    stage.plan(start + day * DAY_MS + hour * HOUR_MS, run)
  for (const { key, from, to, why } of STOPS) {
    on(from, 10, () => setStatus(aside, key, 'frozen', why))
    if (to !== undefined) on(to, 16, () => setStatus(aside, key, 'active', '聊过了，先恢复'))
  }
  for (const guest of Object.keys(GUESTS) as (keyof typeof GUESTS)[]) {
    on(305, 12, () => welcome(aside, guest))
  }
  for (const purchase of PURCHASES) {
    const product = products.find(({ key }) => key === purchase.product)
    if (!product) throw new Error(`no product ${purchase.product}`)
    on(purchase.day, 13, () => buy(aside, purchase, product))
  }
}

async function setStatus(
  aside: Stage,
  key: string,
  status: 'active' | 'frozen',
  reason: string,
): Promise<void> {
  const asked = { distributorId: distributorIdOf(key), status, reason }
  await aside.call('owner', 'owner.setDistributorStatus', asked)
}

async function welcome(aside: Stage, guest: keyof typeof GUESTS): Promise<void> {
  const { nickname, phone, detail } = GUESTS[guest]
  const target = { kind: 'shop' } as const
  const shareCode = await shareCodeOf(aside, 'nan', { target, channel: 'group' })
  await aside.call(guest, 'mall.openShare', { shareCode })
  await aside.call(guest, 'mall.setNickname', { nickname })
  const place = { province: '天津市', city: '天津市', district: '和平区', detail }
  const address = { ...place, name: nickname, phone, isDefault: true }
  await aside.call(guest, 'mall.saveAddress', address)
}

/** Paid at once; given back before it is packed, or sent and received. */
async function buy(aside: Stage, purchase: Purchase, product: StockedProduct): Promise<void> {
  const { guest, isReturned } = purchase
  const [skuId = ''] = product.skuIds
  const lines = [{ productId: product.productId, skuId, quantity: 1 }]
  const preview = await aside.call(guest, 'mall.previewOrder', { lines })
  const { orderId } = await aside.call(guest, 'mall.placeOrder', {
    lines,
    addressId: preview.address?.id ?? '',
    expectedPayableFen: preview.payableFen,
    isFromCart: false,
    remark: '',
  })
  const params = await aside.call(guest, 'mall.startPayment', { orderId })
  aside.wechat.pay(openidOf(guest), params)
  await aside.wechat.drain()
  if (isReturned) {
    aside.plan(aside.now + 5 * HOUR_MS, () => giveBack(aside, guest, orderId))
    return
  }
  aside.plan(aside.now + DAY_MS, async () => {
    const parcel = { carrier: '中通快递', trackingNumber: `ZT77${orderId.slice(-8)}` }
    await aside.call('owner', 'owner.shipOrder', { orderId, ...parcel })
  })
  aside.plan(aside.now + 4 * DAY_MS, async () => {
    await aside.call(guest, 'mall.confirmReceipt', { orderId })
  })
}

async function giveBack(aside: Stage, guest: string, orderId: string): Promise<void> {
  const { afterSaleId } = await aside.call(guest, 'mall.applyAfterSale', {
    orderId,
    kind: 'refund-only',
    lines: [{ line: 1, quantity: 1 }],
    reason: '帮朋友凑个单，不要了',
  })
  aside.plan(aside.now + 3 * HOUR_MS, async () => {
    await aside.call('owner', 'owner.approveAfterSale', { afterSaleId })
    await aside.wechat.drain()
  })
}
