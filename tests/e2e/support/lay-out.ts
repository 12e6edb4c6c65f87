// Lays a shop out by its actions: people, goods, and orders in the states that pages show.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { uploadFile } from '../../../emulator/cloud'
import { DAY_MS, dateOf } from '@contract/time'
import {
  BOOTSTRAP_CODE,
  openWorld,
  START_AT,
  type Person,
  type TestWorld,
} from '../../support/world'
import { registerName } from '../../support/real-names'
import { layOutDisputes, type DisputeIds } from './lay-out-disputes'
import { layOutRecruitment } from './lay-out-recruitment'
import type { ShopData } from './shops.data'

const PICTURES = join(__dirname, '..', '..', '..', 'seed', 'art', 'pictures')
/** Who holds a phone in these shops. */
export const PEOPLE = ['boss', 'mei', 'ming', 'yun'] as const
export type Holder = (typeof PEOPLE)[number]

export interface Ids extends DisputeIds {
  readonly productId: string
  readonly campaignId: string
  readonly settledOrder: string
  readonly toShipOrder: string
  readonly refundOrder: string
  readonly unpaidOrder: string
  readonly afterSaleId: string
  readonly materialId: string
  readonly sharerId: string
  /** A day whose books were compared, or might be. */
  readonly reconciledOn: string
}

interface Goods {
  readonly productId: string
  readonly skuIds: readonly string[]
}

const NOTHING: Ids = {
  productId: '',
  campaignId: '',
  settledOrder: '',
  toShipOrder: '',
  refundOrder: '',
  unpaidOrder: '',
  afterSaleId: '',
  materialId: '',
  sharerId: '',
  reconciledOn: dateOf(START_AT),
  raisedDispute: '',
  answeredDispute: '',
  decidedDispute: '',
}

export interface LaidOut {
  readonly data: ShopData
  readonly world: TestWorld
  readonly ids: Ids
  stop(): Promise<void>
}

/** A shop that trades, or (`isNew`) one that has just opened. */
export async function layOut(data: ShopData, { isNew = false } = {}): Promise<LaidOut> {
  const world = await openWorld()
  await openDoors(world, data)
  const ids = isNew ? NOTHING : await trade(world, data)
  return { data, world, ids, stop: () => world.stop() }
}

/** A shop with goods and a plan, and the inviter as its one distributor; nobody has applied or bought. */
export async function layOutCounter(data: ShopData) {
  const world = await openWorld()
  const boss = world.as('boss')
  await boss.call('owner.claimShop', { bootstrapCode: BOOTSTRAP_CODE, shopName: data.name })
  await admit(boss, world.as('lan'), data.inviter)
  const { productId } = await stock(world, boss, data)
  await publish(boss, data)
  const nicknames = { lan: data.inviter, mei: data.sharer, ming: data.shopper }
  for (const [name, nickname] of Object.entries(nicknames)) {
    await world.as(name).call('mall.setNickname', { nickname })
  }
  return { world, productId }
}

/** The shop is claimed and has distributors; nothing is sold, and no plan is in force. */
async function openDoors(world: TestWorld, data: ShopData): Promise<void> {
  const [boss, lan] = [world.as('boss'), world.as('lan')]
  const [mei, ming] = [world.as('mei'), world.as('ming')]
  await boss.call('owner.claimShop', { bootstrapCode: BOOTSTRAP_CODE, shopName: data.name })
  await ming.call('mall.setNickname', { nickname: data.shopper })
  await admit(boss, lan, data.inviter)
  const invitation = { target: { kind: 'shop' }, channel: 'friend' } as const
  const { shareCode } = await lan.call('distributor.createShare', invitation)
  await admit(boss, mei, data.sharer, shareCode)
  const { distributorId } = mei
  await boss.call('owner.setTier', { distributorId, tier: 'silver', reason: '开店时定级' })
}

async function admit(boss: Person, person: Person, name: string, shareCode?: string) {
  await person.call('distributor.apply', { name, ...(shareCode ? { shareCode } : {}) })
  const { distributorId } = person
  await boss.call('owner.decideApplication', { distributorId, isAdmitted: true })
  await registerName(person, name)
}

/** Goods, a plan, and orders: one settled, one to ship, one with an after-sale, one unpaid; a withdrawal waits. */
async function trade(world: TestWorld, data: ShopData): Promise<Ids> {
  const [boss, mei] = [world.as('boss'), world.as('mei')]
  const ming = world.as('ming')
  const goods = await stock(world, boss, data)
  await growTeam(world, data)
  await publish(boss, data)
  const target = { kind: 'product', productId: goods.productId } as const
  const { shareCode } = await mei.call('distributor.createShare', { target, channel: 'friend' })
  await ming.call('mall.openShare', { shareCode })
  const addressId = await writeAddress(ming, data)
  const buy = (lines: [number, number][]) => place(world, ming, goods, addressId, lines)

  const settledOrder = await buy([
    [0, 1],
    [1, 1],
  ])
  await pay(world, ming, settledOrder)
  const parcel = { carrier: '顺丰速运', trackingNumber: data.tracking }
  await boss.call('owner.shipOrder', { orderId: settledOrder, ...parcel })
  await ming.call('mall.confirmReceipt', { orderId: settledOrder })
  await world.passDays(7)
  await mei.call('distributor.requestWithdrawal', { amountFen: data.withdrawFen })
  const reconciledOn = dateOf(START_AT)
  await boss.call('owner.reconcileDay', { on: reconciledOn })
  // Above the four-eyes threshold: it waits, and moves nobody's money.
  const { distributorId: sharerId } = mei
  await boss.call('owner.setIncentiveBudget', { budgetFen: 500_000, reason: '年终' })
  const bonus = { distributorId: sharerId, amountFen: 120_000, reason: '年度最佳' }
  await boss.call('owner.payIncentive', bonus)

  const toShipOrder = await buy([[1, 1]])
  await pay(world, ming, toShipOrder)
  const refundOrder = await buy([[0, 2]])
  await pay(world, ming, refundOrder)
  const { afterSaleId } = await ming.call('mall.applyAfterSale', {
    orderId: refundOrder,
    kind: 'refund-only',
    lines: [{ line: 1, quantity: 1 }],
    reason: '买多了',
  })
  const unpaidOrder = await buy([[0, 1]])
  await ming.call('mall.addToCart', { ...skuOf(goods, 0), quantity: 3 })
  await layOutRecruitment(world, data)
  const materialId = await prepareMaterial(world, boss, goods, data)
  await mei.call('distributor.recordMaterialUse', { materialId, kind: 'copied' })
  const disputes = await layOutDisputes(world, data, settledOrder)
  await world.runTimer()
  const { productId } = goods
  const campaignId = await openCampaign(world, boss, data, productId)
  const orders = { settledOrder, toShipOrder, refundOrder, unpaidOrder }
  const others = { sharerId, materialId, reconciledOn, ...disputes }
  return { productId, campaignId, ...orders, afterSaleId, ...others }
}

/** Mei brought somebody in, who brought somebody in. */
async function growTeam(world: TestWorld, data: ShopData): Promise<void> {
  const [boss, mei] = [world.as('boss'), world.as('mei')]
  const [near, far] = [world.as('near'), world.as('far')]
  const invite = async (person: Person) => {
    const invitation = { target: { kind: 'invitation' }, channel: 'friend' } as const
    return (await person.call('distributor.createShare', invitation)).shareCode
  }
  await admit(boss, near, data.member, await invite(mei))
  await admit(boss, far, data.farMember, await invite(near))
}

async function stock(world: TestWorld, boss: Person, data: ShopData): Promise<Goods> {
  const { id: categoryId } = await boss.call('owner.saveCategory', { name: data.category, sort: 0 })
  const file = readFileSync(join(PICTURES, `${data.picture}.jpg`))
  const { id: productId } = await boss.call('owner.saveProduct', {
    title: data.product,
    categoryId,
    pictures: [await uploadFile(world.cloud.base, `goods/${data.picture}.jpg`, file)],
    tags: ['special'],
    specNames: ['规格'],
    skus: data.skus.map(({ spec, priceFen }) => ({
      specValues: [spec],
      priceFen,
      marketPriceFen: null,
      stockChange: 20,
    })),
  })
  await boss.call('owner.shelveProduct', { productId, isOnShelf: true })
  const { product } = await boss.call('owner.getProduct', { productId })
  return { productId, skuIds: product?.skus.map(({ skuId }) => skuId) ?? [] }
}

/** Runs from yesterday for a week, under the product's own picture. */
async function openCampaign(world: TestWorld, boss: Person, data: ShopData, productId: string) {
  const { product } = await boss.call('owner.getProduct', { productId })
  const now = world.cloud.clock.now()
  const { id } = await boss.call('owner.saveCampaign', {
    title: data.campaign,
    picture: product?.pictures[0] ?? '',
    productIds: [productId],
    startAt: now - DAY_MS,
    endAt: now + 6 * DAY_MS,
  })
  await boss.call('owner.setCampaignStatus', { campaignId: id, status: 'published' })
  return id
}

/** One material of the product: words and two pictures, and a selling point beside it. */
async function prepareMaterial(
  world: TestWorld,
  boss: Person,
  { productId }: Goods,
  data: ShopData,
): Promise<string> {
  const file = readFileSync(join(PICTURES, `${data.picture}.jpg`))
  const upload = (name: string) => uploadFile(world.cloud.base, `pictures/${name}.jpg`, file)
  const pictures = [await upload('material-1'), await upload('material-2')]
  const points = [`${data.product}，当年新做`]
  await boss.call('owner.saveProductNotes', { productId, points, faq: [] })
  const { id } = await boss.call('owner.saveMaterial', {
    title: `${data.product}怎么说`,
    target: { kind: 'product', productId },
    text: `今天泡的是${data.product}，第三泡最好喝。`,
    ...{ pictures, video: null, tags: ['开箱'], sort: 0 },
  })
  return id
}

async function publish(boss: Person, data: ShopData): Promise<void> {
  const { planId } = await boss.call('owner.savePlanDraft', {
    rules: {
      version: data.plan,
      profile: 'china',
      rateBps: [...data.rateBps],
      tierBonusBps: { silver: [data.bonusBps] },
      overrides: [],
      capBps: 2000,
      selfPurchase: 'none',
      freezeDays: 7,
    },
  })
  await boss.call('owner.publishPlan', { planId })
}

async function writeAddress(person: Person, data: ShopData): Promise<string> {
  const { id } = await person.call('mall.saveAddress', {
    name: data.receiver,
    phone: '13800001111',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    detail: data.place,
    isDefault: true,
  })
  return id
}

const skuOf = ({ productId, skuIds }: Goods, index: number) => ({
  productId,
  skuId: skuIds[index] ?? '',
})

async function place(
  world: TestWorld,
  person: Person,
  goods: Goods,
  addressId: string,
  wanted: [number, number][],
): Promise<string> {
  // Orders are told apart by when they were placed.
  await world.cloud.advance(60_000)
  const lines = wanted.map(([index, quantity]) => ({ ...skuOf(goods, index), quantity }))
  const { payableFen } = await person.call('mall.previewOrder', { lines, addressId })
  const input = { lines, addressId, isFromCart: false, expectedPayableFen: payableFen }
  return (await person.call('mall.placeOrder', input)).orderId
}

async function pay(world: TestWorld, person: Person, orderId: string): Promise<void> {
  const params = await person.call('mall.startPayment', { orderId })
  await world.wechat('request-payment', person, params)
  await person.call('mall.checkPayment', { orderId })
}
