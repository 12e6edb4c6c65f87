// A small shop that trades: an owner, two products, a plan, and people who buy; each test starts from the same state.
import type { Cart, Product, Stock } from '@contract/model/goods'
import type { AfterSale, Order } from '@contract/model/order'
import type { Commission } from '@contract/model/distribution'
import type { Snapshot } from '../../../emulator/cloud'
import { BOOTSTRAP_CODE, openWorld, type Person, type TestWorld } from '../../support/world'

export interface Goods {
  readonly productId: string
  readonly skuIds: readonly string[]
}
export interface Asked {
  readonly skuId: string
  readonly productId: string
  readonly quantity: number
}
export interface Placed {
  readonly orderId: string
  readonly payableFen: number
}

export interface Trade {
  readonly world: TestWorld
  readonly owner: Person
  /** 龙井: two SKUs at ¥50 (5 in stock) and ¥88 (2 in stock). */
  readonly tea: Goods
  /** 紫砂壶: one SKU at ¥66 (9 in stock). */
  readonly pot: Goods
  readonly categoryId: string
  /** Back to the freshly opened shop. */
  restart(): Promise<void>
  addressOf(person: Person): Promise<string>
  /** Previews and places, as the checkout page does. */
  place(person: Person, lines: readonly Asked[], options?: PlaceOptions): Promise<Placed>
  /** Everything up to WeChat's confirmation, and the page that asks how it went. */
  pay(person: Person, orderId: string): Promise<void>
  placeAndPay(person: Person, lines: readonly Asked[]): Promise<string>
  ship(orderId: string): Promise<void>
  order(orderId: string): Order
  stock(skuId: string): Stock
  product(productId: string): Product
  cart(person: Person): Cart | null
  afterSale(afterSaleId: string): AfterSale
  commissions(orderId: string): Commission[]
  /** Kills the next call of an action after some database calls; answers whether it was killed. */
  killAfter(action: string, calls: number, work: () => Promise<unknown>): Promise<boolean>
  /** Database calls of one invocation of an action. */
  callsOf(action: string, work: () => Promise<unknown>): Promise<number>
}

export interface PlaceOptions {
  readonly requestId?: string
  readonly isFromCart?: boolean
}

export const lineOf = (goods: Goods, index: number, quantity: number): Asked => ({
  productId: goods.productId,
  skuId: goods.skuIds[index] ?? '',
  quantity,
})

const ADDRESS = {
  name: '周明',
  phone: '13800001111',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '龙井路 1 号',
  isDefault: true,
}

export async function openTrade(): Promise<Trade> {
  const world = await openWorld()
  const owner = world.as('boss')
  await owner.call('owner.claimShop', { bootstrapCode: BOOTSTRAP_CODE, shopName: '茶与礼' })
  const category = { name: '绿茶', picture: '', sort: 1 }
  const { id: categoryId } = await owner.call('owner.saveCategory', category)
  const tea = await sellTea(owner, categoryId)
  await world.cloud.advance(1000)
  const pot = await sellPot(owner, categoryId)
  await publishPlan(owner)
  const opened: Snapshot = world.cloud.snapshot()
  return { world, owner, tea, pot, categoryId, ...reads(world), ...moves(world, owner, opened) }
}

async function sellTea(owner: Person, categoryId: string): Promise<Goods> {
  return sell(owner, categoryId, {
    title: '明前龙井',
    subtitle: '狮峰山',
    specNames: ['规格'],
    tags: ['special'],
    skus: [
      { specValues: ['50 克'], priceFen: 5000, marketPriceFen: 6800, stockChange: 5 },
      { specValues: ['100 克'], priceFen: 8800, marketPriceFen: null, stockChange: 2 },
    ],
  })
}

async function sellPot(owner: Person, categoryId: string): Promise<Goods> {
  return sell(owner, categoryId, {
    title: '紫砂西施壶',
    subtitle: '',
    specNames: [],
    tags: ['new'],
    skus: [{ specValues: [], priceFen: 6600, marketPriceFen: null, stockChange: 9 }],
  })
}

async function sell(
  owner: Person,
  categoryId: string,
  product: {
    title: string
    subtitle: string
    specNames: string[]
    tags: ('special' | 'new')[]
    skus: {
      specValues: string[]
      priceFen: number
      marketPriceFen: number | null
      stockChange: number
    }[]
  },
): Promise<Goods> {
  const pictures = ['https://pictures.example/1.jpg']
  const { id: productId } = await owner.call('owner.saveProduct', {
    ...product,
    categoryId,
    pictures,
    description: '',
  })
  await owner.call('owner.shelveProduct', { productId, isOnShelf: true })
  const { product: saved } = await owner.call('owner.getProduct', { productId })
  return { productId, skuIds: saved?.skus.map((sku) => sku.skuId) ?? [] }
}

async function publishPlan(owner: Person): Promise<void> {
  const { planId } = await owner.call('owner.savePlanDraft', {
    rules: {
      version: '2026-11',
      profile: 'china',
      rateBps: [1000, 500],
      tierBonusBps: { silver: [200] },
      overrides: [],
      capBps: 2000,
      selfPurchase: 'none',
      freezeDays: 3,
    },
  })
  await owner.call('owner.publishPlan', { planId })
}

function reads(world: TestWorld) {
  const { database } = world.cloud
  const known = <T>(collection: string, id: string): T => {
    const found = database.get<T>(collection, id)
    if (found === null) throw new Error(`no ${id} in ${collection}`)
    return found
  }
  return {
    order: (orderId: string) => known<Order>('orders', orderId),
    stock: (skuId: string) => known<Stock>('stocks', skuId),
    product: (productId: string) => known<Product>('products', productId),
    cart: (person: Person) => database.get<Cart>('carts', person.memberId),
    afterSale: (id: string) => known<AfterSale>('after_sales', id),
    commissions: (orderId: string) => database.find<Commission>('commissions', { orderId }),
  }
}

function moves(world: TestWorld, owner: Person, opened: Snapshot) {
  const { cloud } = world
  async function addressOf(person: Person): Promise<string> {
    const { addresses } = await person.call('mall.listAddresses', {})
    return addresses[0]?.id ?? (await person.call('mall.saveAddress', ADDRESS)).id
  }
  async function place(person: Person, asked: readonly Asked[], options: PlaceOptions = {}) {
    const { requestId, isFromCart = false } = options
    const addressId = await addressOf(person)
    const lines = [...asked]
    const { payableFen } = await person.call('mall.previewOrder', { lines, addressId })
    const input = { lines, addressId, isFromCart, expectedPayableFen: payableFen }
    return person.call('mall.placeOrder', input, requestId ? { requestId } : {})
  }
  async function pay(person: Person, orderId: string): Promise<void> {
    const params = await person.call('mall.startPayment', { orderId })
    const { errMsg } = await world.wechat<{ errMsg: string }>('request-payment', person, params)
    if (errMsg !== 'requestPayment:ok') throw new Error(errMsg)
    await person.call('mall.checkPayment', { orderId })
    // The notice may have come first and still be at work on the commissions.
    const isDue = () => cloud.database.count('orders', { _id: orderId, accrual: 'due' }) > 0
    while (isDue()) await world.runTimer()
  }
  return {
    restart() {
      cloud.faults.clear()
      cloud.faults.release()
      return cloud.restore(opened)
    },
    addressOf,
    place,
    pay,
    async placeAndPay(person: Person, lines: readonly Asked[]) {
      const { orderId } = await place(person, lines)
      await pay(person, orderId)
      return orderId
    },
    async ship(orderId: string) {
      const parcel = { carrier: '顺丰速运', trackingNumber: `SF${orderId.slice(-10)}` }
      await owner.call('owner.shipOrder', { orderId, ...parcel })
    },
    async killAfter(action: string, calls: number, work: () => Promise<unknown>) {
      const match = { target: 'function', event: { action } }
      cloud.faults.add({ match, effect: 'kill-instance', afterCalls: calls, count: 1 })
      const isKilled = await work().then(
        () => false,
        () => true,
      )
      cloud.faults.clear()
      return isKilled
    },
    async callsOf(action: string, work: () => Promise<unknown>) {
      cloud.counters.clear()
      await work()
      const { invocations } = cloud.counters.read()
      const [found] = invocations.filter((one) => one.event === action)
      if (found === undefined) throw new Error(`${action} was not called`)
      return found.database
    },
  }
}
