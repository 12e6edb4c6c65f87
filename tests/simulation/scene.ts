// Where a simulated year is played: a shop with goods, people and a plan, chance from a seed, and a clock that stands.
import type { ActionName, Api } from '@contract/api'
import type { Shop } from '@contract/model/shop'
import type { RefusalCode } from '@contract/refusals'
import type { WechatControl } from '../../emulator/wechat'
import type { Cloud } from '../../emulator/cloud'
import { createChance, type Chance } from '../../seed/random'
import { registerName } from '../support/real-names'
import { BOOTSTRAP_CODE, openWorld, Refused, START_AT, type Person } from '../support/world'

export interface SimulatedSku {
  readonly productId: string
  readonly skuId: string
}

/** What came of something asked for; unknown: no answer, and nobody asked again. */
export type Outcome<T> =
  | { readonly kind: 'success'; readonly value: T }
  | { readonly kind: 'refusal'; readonly code: RefusalCode }
  | { readonly kind: 'unknown' }

export interface Scene {
  readonly cloud: Cloud
  readonly wechat: WechatControl
  readonly chance: Chance
  readonly owner: Person
  readonly finance: Person
  readonly buyers: readonly Person[]
  readonly distributors: readonly Person[]
  readonly skus: readonly SimulatedSku[]
  /** Units ever put on the shelves, by SKU. */
  readonly stocked: ReadonlyMap<string, number>
  /** Ids in the order in which they came to be: what a seed plays must not hang on what ids look like. */
  readonly orderIds: string[]
  readonly afterSaleIds: string[]
  readonly withdrawalIds: string[]
  readonly decisionIds: string[]
  /** Counts plan versions, and payments to the tax office. */
  plans: number
  vouchers: number
  /** Asks as a phone does: the same request again while there is no clear answer, or giving up. */
  ask<Name extends ActionName>(
    person: Person,
    action: Name,
    input: Api[Name]['input'],
  ): Promise<Outcome<Api[Name]['output']>>
  /** Faults gone, locks of killed instances gone, everything WeChat had to do done. */
  calmDown(): Promise<void>
  stop(): Promise<void>
}

const BUYERS = ['ming', 'qiu', 'tao', 'wen', 'xia', 'yan', 'zhou', 'bai']
/** Each with who invited them: a chain of four, a pair, and one alone. */
const DISTRIBUTORS: readonly (readonly [name: string, inviter: string | null])[] = [
  ['lan', null],
  ['mei', 'lan'],
  ['zhu', 'mei'],
  ['ju', 'zhu'],
  ['song', null],
  ['he', 'song'],
]
const STOCK = 2000
const FEE_FEN = 50
/** A transaction left open by a killed instance is gone after this long. */
const LOCK_MS = 31_000
const TRIES = 3

/** @param set what of the shop is other than it is opened with, from before anybody is anybody's customer */
export async function openScene(seed: number, set: Partial<Shop> = {}): Promise<Scene> {
  const world = await openWorld()
  const { cloud, wechatControl: wechat } = world
  cloud.clock.freeze(START_AT)
  const chance = createChance(seed)
  const owner = world.as('boss')
  const finance = world.as('finance')
  const buyers = BUYERS.map((name) => world.as(name))
  const distributors = DISTRIBUTORS.map(([name]) => world.as(name))
  await owner.call('owner.claimShop', { bootstrapCode: BOOTSTRAP_CODE, shopName: '茶与礼' })
  await finance.call('mall.openSession', {})
  await owner.call('owner.setStaff', { memberId: finance.memberId, roles: ['finance'] })
  const shop = cloud.database.get<Shop>('settings', 'shop')
  if (!shop) throw new Error('no shop')
  const withdrawal = { ...shop.withdrawal, feeFen: FEE_FEN }
  cloud.database.put('settings', [{ ...shop, withdrawal, ...set }])
  const skus = await stockShelves(owner)
  await welcome(owner, distributors)
  for (const person of [...buyers, ...distributors]) await person.call('mall.saveAddress', ADDRESS)
  for (const [index, buyer] of buyers.entries()) {
    const sharer = distributors[index % distributors.length] ?? owner
    const { shareCode } = await sharer.call('distributor.createShare', SHOP)
    await buyer.call('mall.openShare', { shareCode })
  }
  const scene: Scene = {
    ...{ cloud, wechat, chance, owner, finance, buyers, distributors, skus },
    stocked: new Map(skus.map(({ skuId }) => [skuId, STOCK])),
    orderIds: [],
    afterSaleIds: [],
    withdrawalIds: [],
    decisionIds: [],
    plans: 0,
    vouchers: 0,
    ask: (person, action, input) => ask(scene, world.newRequestId(), person, action, input),
    async calmDown() {
      cloud.faults.clear()
      await cloud.advance(LOCK_MS)
      await wechat.drain()
    },
    stop: () => world.stop(),
  }
  return scene
}

async function ask<Name extends ActionName>(
  scene: Scene,
  requestId: string,
  person: Person,
  action: Name,
  input: Api[Name]['input'],
): Promise<Outcome<Api[Name]['output']>> {
  const tries = scene.chance.is(0.2) ? 1 : TRIES
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    try {
      return { kind: 'success', value: await person.call(action, input, { requestId }) }
    } catch (error) {
      if (error instanceof Refused && !/^(TRY_AGAIN|INTERNAL|PAYMENT_UNKNOWN)$/.test(error.code)) {
        return { kind: 'refusal', code: error.code }
      }
    }
    if (attempt < tries) await scene.calmDown()
  }
  return { kind: 'unknown' }
}

async function stockShelves(owner: Person): Promise<SimulatedSku[]> {
  const { id: categoryId } = await owner.call('owner.saveCategory', {
    name: '茶',
    picture: '',
    sort: 1,
  })
  const skus: SimulatedSku[] = []
  for (const [index, prices] of PRICES.entries()) {
    const { id: productId } = await owner.call('owner.saveProduct', {
      title: `茶 ${index + 1}`,
      subtitle: '',
      description: '',
      categoryId,
      pictures: ['https://pictures.example/1.jpg'],
      tags: [],
      specNames: ['规格'],
      skus: prices.map((priceFen) => ({
        specValues: [`${priceFen} 分`],
        priceFen,
        marketPriceFen: null,
        stockChange: STOCK,
      })),
    })
    await owner.call('owner.shelveProduct', { productId, isOnShelf: true })
    const { product } = await owner.call('owner.getProduct', { productId })
    for (const { skuId } of product?.skus ?? []) skus.push({ productId, skuId })
  }
  return skus
}

async function welcome(owner: Person, distributors: readonly Person[]): Promise<void> {
  for (const [index, [name, inviterName]] of DISTRIBUTORS.entries()) {
    const person = distributors[index]
    if (!person) continue
    const inviterIndex = DISTRIBUTORS.findIndex(([one]) => one === inviterName)
    const inviter = distributors[inviterIndex]
    const shareCode = inviter
      ? (await inviter.call('distributor.createShare', SHOP)).shareCode
      : null
    await person.call('distributor.apply', { name, ...(shareCode ? { shareCode } : {}) })
    const { distributorId } = person
    await owner.call('owner.decideApplication', { distributorId, isAdmitted: true })
    // Without a real name nobody is paid out: the shop withholds tax.
    await registerName(person, `林${'甲乙丙丁戊己'.charAt(index)}`)
  }
}

export const SHOP = { target: { kind: 'shop' }, channel: 'friend' } as const
/** Odd prices, so that every rounding is met. */
const PRICES = [[1999, 3333], [1], [8801, 12_345], [101], [66_667]]
const ADDRESS = {
  name: '周明',
  phone: '13800001111',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '龙井路 1 号',
  isDefault: true,
}
