// What the owner does on their phone, step by step, as the owner would.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { uploadFile } from '../../../emulator/cloud'
import type { TestWorld } from '../../support/world'
import * as fig from './figures.data'
import type { Phone } from './phone'

/** A picture as the owner has it on the phone. */
const PICTURE = join(__dirname, '..', '..', '..', 'seed', 'art', 'pictures', 'laobai-cake.jpg')
const DASHBOARD = '/pages/owner/dashboard/index'

export async function publishPlan(world: TestWorld, boss: Phone): Promise<void> {
  const owner = world.as('boss')
  const { planId } = await owner.call('owner.savePlanDraft', {
    rules: {
      version: '2026-11',
      profile: 'china',
      rateBps: [1200, 300],
      tierBonusBps: { silver: [150] },
      overrides: [],
      capBps: 2000,
      selfPurchase: 'none',
      freezeDays: 7,
    },
  })
  await owner.call('owner.publishPlan', { planId })
  await boss.open(DASHBOARD)
}

export async function addProduct(world: TestWorld, boss: Phone): Promise<void> {
  const owner = world.as('boss')
  const { id: categoryId } = await owner.call('owner.saveCategory', {
    name: fig.CATEGORY,
    picture: '',
    sort: 1,
  })
  const { id } = await owner.call('owner.saveProduct', {
    title: fig.TEA,
    subtitle: '',
    description: '',
    categoryId,
    pictures: [await uploadFile(world.cloud.base, 'goods/cake.jpg', readFileSync(PICTURE))],
    tags: ['new'],
    specNames: ['装法'],
    skus: [fig.CAKE, fig.BOX].map(({ name, price, stock }) => ({
      specValues: [name],
      priceFen: Number(price) * 100,
      marketPriceFen: null,
      stockChange: Number(stock),
    })),
  })
  await owner.call('owner.shelveProduct', { productId: id, isOnShelf: true })
  await boss.open(DASHBOARD)
}

/** From the dashboard's list of decisions to a new distributor. */
export async function admit(boss: Phone, name: string): Promise<void> {
  await boss.open(DASHBOARD)
  await boss.see('1 个人想做分销员')
  await boss.tap('看看')
  await boss.see(name)
  await boss.shot('owner-people-applied')
  await boss.tap(`通过 ${name}`)
  await boss.see(`让 ${name} 成为分销员`)
  await boss.tap('通过')
  await boss.see('分销中')
}

export async function setTier(boss: Phone, name: string, tier: string): Promise<void> {
  await boss.tap(`给 ${name} 定等级`)
  await boss.tap(tier)
  await boss.type('原因', '开店时定级')
  await boss.shot('owner-people-tier')
  await boss.tap(`改成${tier}`)
  await boss.see('等级改好了')
}

export async function ship(boss: Phone, trackingNumber: string): Promise<void> {
  await boss.open(DASHBOARD)
  await boss.see('1 单等着发货')
  await boss.tap('发货')
  await boss.shot('owner-orders-to-ship')
  await boss.tap('发货')
  await boss.tap('顺丰速运')
  await boss.type('快递单号', trackingNumber)
  await boss.shot('owner-ship')
  await boss.tap('确认发货')
  await boss.see('在路上', fig.MEI, fig.FIRST_ORDER.mei, fig.LAN, fig.FIRST_ORDER.lan)
  await boss.shot('owner-order-shipped', { full: true })
}

export async function approvePayout(
  boss: Phone,
  name: string,
  { amount, tax, net }: { amount: string; tax: string; net: string },
): Promise<void> {
  await boss.open(DASHBOARD)
  await boss.see('1 笔提现等审核', `一共 ${amount}`)
  await boss.tap('审核')
  await boss.see(name, amount, tax, net)
  await boss.shot('owner-payouts')
  await boss.tap(`同意 ${name} 的提现`)
  await boss.see(`同意 ${name} 提现 ${amount}`)
  await boss.tap('同意')
  await boss.see('同意了')
  await boss.shot('owner-payouts-approved')
}

export async function approveRefund(boss: Phone, refund: string): Promise<void> {
  await boss.open(DASHBOARD)
  await boss.see('1 笔售后等你处理')
  await boss.tap('处理')
  await boss.see(refund)
  await boss.shot('owner-refunds')
  await boss.tap('同意退款')
  await boss.see(`退 ${refund}`, '相关佣金一起减少')
  await boss.tap('同意')
  await boss.see('同意了')
}

/** Lets the waiting notices of a kind come, so many times each; answers how each was answered. */
export async function deliverNotices(
  world: TestWorld,
  kind: 'payment' | 'refund' | 'transfer',
  times: number,
): Promise<string[]> {
  type Notice = { id: string; kind: string }
  const answers: string[] = []
  for (const notice of await world.control<Notice[]>('wechat/notices', undefined, 'GET')) {
    if (notice.kind !== kind) continue
    const path = `wechat/notices/${notice.id}/deliver`
    answers.push(...(await world.control<{ answers: string[] }>(path, { times })).answers)
  }
  return answers
}
