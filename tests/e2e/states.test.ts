// 每一页的四种样子：出错能重试、等着有骨架、有内容、空着；两家店的名字和数字全不一样。
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { layOut, type LaidOut } from './support/lay-out'
import { PAGES, type PageCase } from './support/pages.data'
import type { Phone } from './support/phone'
import { launch } from './support/phones'
import { SHOPS } from './support/shops.data'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

async function visit(shop: LaidOut, page: PageCase, path = page.path(shop.ids)): Promise<Phone> {
  const phone = await shop.phones.phone(page.who)
  await phone.open(path)
  await page.prepare?.(phone, shop.data)
  return phone
}

/** The next question of this kind fails, and the one after it takes its time. */
function strike(shop: LaidOut, { action, asks = 1 }: PageCase): void {
  const { faults } = shop.world.cloud
  faults.clear()
  const match = { target: 'function', function: action.split('.')[0], event: { action } }
  faults.add({ match, effect: 'fail', count: asks })
  faults.add({ match, effect: 'delay', delayMs: 900, count: 1 })
}

const named = PAGES.map((page) => [page.name, page] as const)

describe('第一家店', () => {
  let shop: LaidOut
  beforeAll(async () => {
    shop = await layOut(SHOPS[0], browser)
  })
  afterEach(async ({ task }) => {
    shop.world.cloud.faults.clear()
    if (task.result?.state === 'fail') await shop.phones.shootAll()
    // The struck question is an error of the network, and the only one.
    const troubles = shop.phones.takeTroubles()
    expect(troubles.filter((trouble) => !trouble.includes('status of 500'))).toEqual([])
  })
  afterAll(() => shop.stop())

  it.each(named)('%s：出错能重试，等着有骨架，然后是内容', async (name, page) => {
    strike(shop, page)
    const phone = await visit(shop, page)
    await phone.see('再试一次')
    await phone.shot(`${name}-error`)
    await phone.tap('再试一次')
    await phone.page.locator('.fy-bone').filter({ visible: true }).first().waitFor()
    await phone.shot(`${name}-loading`)
    await phone.see(...page.shows(shop.data))
    await phone.seeNo('再试一次')
    await phone.shot(`${name}-ready`, { full: true })
  })

  it('付款结果：问不到时不乱说，问到了才说付好了', async () => {
    const { faults } = shop.world.cloud
    const match = { target: 'function', event: { action: 'mall.checkPayment' } }
    faults.add({ match, effect: 'fail', count: 2 })
    const phone = await shop.phones.phone('ming')
    await phone.open(`/pages/trade/pay-result/index?id=${shop.ids.settledOrder}`)
    await phone.see('正在向微信确认')
    await phone.shot('pay-result-asking')
    await phone.see('付好了', shop.data.figures.settledTotal)
  })

  it('没付的订单：看得到还剩多久，可以去付', async () => {
    const phone = await shop.phones.phone('ming')
    await phone.open(`/pages/trade/order-detail/index?id=${shop.ids.unpaidOrder}`)
    await phone.see('等你付款', '去付款', shop.data.figures.unpaidTotal)
    await phone.shot('order-detail-unpaid')
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
    await phone.shot('poster-error')
    await phone.tap('再试一次')
    await phone.see('保存到相册')
  })
})

describe('第二家店', () => {
  let shop: LaidOut
  beforeAll(async () => {
    shop = await layOut(SHOPS[1], browser)
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
  let shop: LaidOut
  beforeAll(async () => {
    shop = await layOut(SHOPS[0], browser, { isNew: true })
  })
  afterEach(() => expect(shop.phones.takeTroubles()).toEqual([]))
  afterAll(() => shop.stop())

  const canBeEmpty = PAGES.filter(({ empty }) => empty !== undefined)
  it.each(canBeEmpty.map((page) => [page.name, page] as const))(
    '%s：空着时说明为什么空、从哪里开始',
    async (name, page) => {
      const phone = await visit(shop, page, page.emptyPath)
      await phone.see(...(page.empty ?? []))
      await phone.shot(`${name}-empty`)
    },
  )
})
