// What the owner does on their phone, step by step, as the owner would.
import { join } from 'node:path'
import type { TestWorld } from '../../support/world'
import * as fig from './figures.data'
import type { WeappPhone } from './weapp-phone'

/** A picture as the owner has it on the phone. */
const PICTURE = join(__dirname, '..', '..', '..', 'seed', 'art', 'pictures', 'laobai-cake.jpg')
const DASHBOARD = '/pages/owner/dashboard/index'
const PEOPLE = '/pages/owner/people/index'

/** From the first steps of a new shop: 12 % and 3 %, 银毫 gets 1.5 % more on the first level. */
export async function publishPlan(boss: WeappPhone): Promise<void> {
  await boss.tap('去定')
  await boss.see('还没有发布过方案')
  await boss.tap('起草第一版')
  await boss.type('这一版叫', fig.PLAN)
  await boss.type('一级', '12')
  await boss.type('二级', '3')
  await boss.type('银毫 一级加成', '1.5')
  await boss.type('每行订单封顶', '20')
  await boss.type('收货后冻结', '7')
  await boss.tap('存草稿，检查一遍')
  await boss.see('合规检查通过')
  await boss.shot('owner-plan-checked', { full: true })
  await boss.tap(`发布 ${fig.PLAN}`)
  await boss.see('还没试算过')
  await boss.tap('发布，现在起生效')
  await boss.see('正在用', fig.PLAN, '12%', '3%')
  await boss.shot('owner-plan-published')
}

/** A product with a picture, a new category and two SKUs, put on the shelf. */
export async function addProduct(boss: WeappPhone): Promise<void> {
  await boss.open(`${DASHBOARD}?new=1`)
  await boss.tap('去加')
  await boss.choosePicture('加图片', PICTURE)
  await boss.see('封面')
  await boss.type('商品名', fig.TEA)
  await boss.tap('加一个分类')
  await boss.type('新分类的名字', fig.CATEGORY)
  await boss.tap('加上')
  await boss.seeNo('加上')
  await boss.tap('新品')
  await boss.tap('分规格卖（比如两种克重）')
  await boss.type('规格名', '装法')
  await boss.type('装法的第 1 项', fig.CAKE.name)
  await boss.tap('加一项')
  await boss.type('装法的第 2 项', fig.BOX.name)
  for (const [at, { price, stock }] of [fig.CAKE, fig.BOX].entries()) {
    await boss.type('售价', price, at)
    await boss.type('库存', stock, at)
  }
  await boss.shot('owner-product-edit', { full: true })
  await boss.tap('保存并上架')
  await boss.see('上架了')
}

/** From the dashboard's list of decisions to a new distributor. */
export async function admit(boss: WeappPhone, name: string): Promise<void> {
  await boss.open(DASHBOARD)
  await boss.see('1 个人想做分销员')
  await boss.tap('去看看，1 个人想做分销员')
  await boss.see(name)
  await boss.shot('owner-applications')
  await boss.tap(`通过 ${name}`)
  await boss.see(`${name} 通过了`, '没有等审核的申请')
  await boss.open(PEOPLE)
  await boss.see(name)
}

export async function setTier(boss: WeappPhone, name: string, tier: string): Promise<void> {
  await boss.tap(`${name}，分销中，看他的一页`)
  await boss.tap(`给 ${name} 定等级`)
  await boss.tap(tier)
  await boss.type('原因', '开店时定级')
  await boss.shot('owner-people-tier')
  await boss.tap(`改成${tier}`)
  await boss.see('等级改好了')
}

export async function ship(boss: WeappPhone, trackingNumber: string): Promise<void> {
  await shipFirst(boss, trackingNumber)
  await boss.see('在路上', fig.MEI, fig.FIRST_ORDER.mei, fig.LAN, fig.FIRST_ORDER.lan)
  await boss.shot('owner-order-shipped', { full: true })
}

/** The one order that waits, from the dashboard's list of decisions. */
export async function shipFirst(boss: WeappPhone, trackingNumber: string): Promise<void> {
  await boss.open(DASHBOARD)
  await boss.see('1 单等着发货')
  await boss.tap('发货')
  await boss.shot('owner-orders-to-ship')
  await boss.tap('发货')
  await boss.tap('顺丰速运')
  await boss.type('快递单号', trackingNumber)
  await boss.shot('owner-ship')
  await boss.tap('确认发货')
  await boss.see('在路上')
}

export async function approvePayout(
  boss: WeappPhone,
  name: string,
  { amount, tax, net }: { amount: string; tax: string; net: string },
): Promise<void> {
  await boss.open(DASHBOARD)
  await boss.see('1 笔提现等审核', `一共 ${amount}`)
  await boss.tap('审核')
  await boss.see(name, amount, tax, net)
  await boss.shot('owner-payouts')
  await boss.tap('同意')
  await boss.see(`同意 ${name} 提现 ${amount}`)
  await boss.tap('同意')
  await boss.see('同意了')
  await boss.shot('owner-payouts-approved')
}

export async function approveRefund(boss: WeappPhone, refund: string): Promise<void> {
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
