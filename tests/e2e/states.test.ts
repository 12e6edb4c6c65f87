// 每一页的四种样子：出错能重试、等着有骨架、有内容、空着；两家店的名字和数字全不一样。
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../emulator/devtools'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { layOut, PEOPLE, type Holder, type LaidOut } from './support/lay-out'
import { PAGES, type PageCase } from './support/pages.data'
import { SHOPS } from './support/shops.data'
import { BY_CARD, type WeappPhone } from './support/weapp-phone'
import { openPhones, type Phones } from './support/weapp-phones'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A shop, and phones on it. */
interface Open extends LaidOut {
  readonly phones: Phones
}

async function open(of: Promise<LaidOut>): Promise<Open> {
  const shop = await of
  const phones = await openPhones(shop.world, browser)
  const stop = async () => {
    await phones.stop()
    await shop.stop()
  }
  return { ...shop, phones, stop }
}

async function visit(
  shop: Open,
  page: PageCase,
  { path = page.path(shop.ids), who = page.who }: { path?: string; who?: Holder } = {},
): Promise<WeappPhone> {
  const phone = await shop.phones.phone(who)
  if (page.isAskedAtStart) await phone.arrive(path, BY_CARD)
  else await phone.open(path)
  await page.prepare?.(phone, shop.data)
  return phone
}

/** The next question of this kind fails, and the one after it waits until it is let go. */
function strike(shop: Open, { action }: PageCase): void {
  const { faults } = shop.world.cloud
  faults.clear()
  const match = { target: 'function', function: action.split('.')[0], event: { action } }
  faults.add({ match, effect: 'fail', count: 1 })
  faults.add({ match, effect: 'delay', delayMs: 60_000, count: 1 })
}

const named = PAGES.map((page) => [page.name, page] as const)

describe('第一家店', () => {
  let shop: Open
  beforeAll(async () => {
    shop = await open(layOut(SHOPS[0]))
    // The first page has been asked for before anything fails.
    for (const who of PEOPLE) await (await shop.phones.phone(who)).see(shop.data.product)
  })
  afterEach(async ({ task }) => {
    shop.world.cloud.faults.clear()
    shop.world.cloud.faults.release()
    if (task.result?.state === 'fail') await shop.phones.shootAll()
    expect(shop.phones.takeTroubles()).toEqual([])
  })
  afterAll(() => shop.stop())

  const asking = PAGES.filter(({ isAskedByTap }) => !isAskedByTap)
  it.each(asking.map((page) => [page.name, page] as const))(
    '%s：出错能重试，等着有骨架，然后是内容',
    async (_name, page) => {
      strike(shop, page)
      const phone = await visit(shop, page)
      await phone.see('再试一次')
      await phone.tap('再试一次')
      await phone.seeElement('.fy-bone')
      shop.world.cloud.faults.release()
      await phone.see(...page.shows(shop.data))
      await phone.seeNo('再试一次')
    },
  )

  it('付款结果：问不到时不乱说，问到了才说付好了', async () => {
    const { faults } = shop.world.cloud
    const match = { target: 'function', event: { action: 'mall.checkPayment' } }
    faults.add({ match, effect: 'fail', count: 2 })
    const phone = await shop.phones.phone('ming')
    await phone.open(`/pages/trade/pay-result/index?id=${shop.ids.settledOrder}`)
    await phone.see('正在向微信确认')
    await phone.see('付好了', shop.data.figures.settledTotal)
  })

  it('没付的订单：看得到还剩多久，可以去付', async () => {
    const phone = await shop.phones.phone('ming')
    await phone.open(`/pages/trade/order-detail/index?id=${shop.ids.unpaidOrder}`)
    await phone.see('等你付款', '去付款', shop.data.figures.unpaidTotal)
  })

  it('分享和海报：拿不到码时说清楚，可以再试', async () => {
    const { faults } = shop.world.cloud
    const failing = (action: string) =>
      faults.add({ match: { target: 'function', event: { action } }, effect: 'fail', count: 1 })
    failing('distributor.drawShareCode')
    const phone = await shop.phones.phone('mei')
    await phone.open(`/pages/trade/product/index?id=${shop.ids.productId}`)
    await phone.tap('分享')
    await phone.see(`朋友买一件，你得 ${shop.data.figures.earn}`)
    await phone.tap('保存海报')
    await phone.see('小程序码没有拿到')
    await phone.tap('再试一次')
    await phone.see('保存到相册')
  })
})

describe('第二家店', () => {
  let shop: Open
  beforeAll(async () => {
    shop = await open(layOut(SHOPS[1]))
  })
  afterEach(() => expect(shop.phones.takeTroubles()).toEqual([]))
  afterAll(() => shop.stop())

  it.each(named)('%s：是这家店自己的名字和数字', async (_name, page) => {
    const phone = await visit(shop, page)
    await phone.see(...page.shows(shop.data))
    const shown = await phone.text()
    const { name, product, sharer } = SHOPS[0]
    for (const words of [name, product, sharer]) expect(shown).not.toContain(words)
  })
})

describe('刚开的店', () => {
  let shop: Open
  beforeAll(async () => {
    shop = await open(layOut(SHOPS[0], { isNew: true }))
  })
  afterEach(() => expect(shop.phones.takeTroubles()).toEqual([]))
  afterAll(() => shop.stop())

  const canBeEmpty = PAGES.filter(({ empty }) => empty !== undefined)
  it.each(canBeEmpty.map((page) => [page.name, page] as const))(
    '%s：空着时说明为什么空、从哪里开始',
    async (_name, page) => {
      const { emptyPath: path, emptyWho: who } = page
      const phone = await visit(shop, page, { path, who })
      await phone.see(...(page.empty ?? []))
    },
  )
})
