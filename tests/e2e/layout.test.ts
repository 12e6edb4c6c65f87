// 放得下、点得中：每一页在 320 到 430 宽的手机上不横着溢出，能点的至少 44 高，字大三成按钮也装得下。
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layOut, PEOPLE, type LaidOut } from './support/lay-out'
import { measure } from './support/measure'
import { PAGES } from './support/pages.data'
import { launch, openPreviewPhones } from './support/preview-phones'
import { SHOPS } from './support/shops.data'

let browser: Browser
let shop: LaidOut
let phones: Awaited<ReturnType<typeof openPreviewPhones>>

beforeAll(async () => {
  browser = await launch()
  shop = await layOut(SHOPS[0])
  phones = await openPreviewPhones(PEOPLE, shop.world, browser)
})
afterAll(async () => {
  await phones.stop()
  await shop.stop()
  await browser.close()
})

describe('放得下、点得中', () => {
  it.each(PAGES.map((page) => [page.name, page] as const))('%s', async (_name, page) => {
    const phone = await phones.phone(page.who)
    await phone.open(page.path(shop.ids))
    await page.prepare?.(phone, shop.data)
    await phone.see(...page.shows(shop.data))
    await phone.still()
    expect(await measure(phone.page)).toEqual([])
  })
})
