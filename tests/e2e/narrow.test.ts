// 最窄的手机：小程序在 320 宽的屏上会整体缩小，手指要点的地方不跟着缩，还是至少 44 高。
import type Element from 'miniprogram-automator/out/Element'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { layOut, type LaidOut } from './support/lay-out'
import { lookBack } from './support/look-back'
import { PAGES } from './support/pages.data'
import { SHOPS } from './support/shops.data'
import { openPhones, type Phones } from './support/weapp-phones'

const TAP = 44
/** What is tapped by its own height; small buttons, links and dots grow theirs unseen. */
const TAPPED = [
  ...['fy-btn-big', 'fy-btn-mid', 'fy-icon-tap', 'fy-chip-tap', 'fy-switch-tap'],
  ...['fy-stepper', 'fy-segment', 'search-bar', 'fy-section-more'],
]
const XPATH = TAPPED.map(
  (one) => `//*[contains(concat(' ', normalize-space(@class), ' '), ' ${one} ')]`,
).join(' | ')
const PLACES = ['product', 'cart', 'centre', 'withdraw', 'team', 'owner-dashboard', 'owner-people']

let shop: LaidOut
let phones: Phones
beforeAll(async () => {
  shop = await layOut(SHOPS[0])
  phones = await openPhones(shop.world, undefined, { width: 320, height: 568 })
})
afterEach(({ task }) => lookBack(phones, task.result?.state === 'fail'))
afterAll(async () => {
  await phones.stop()
  await shop.stop()
})

describe('320 宽的手机，真的小程序', () => {
  it.each(PAGES.filter(({ name }) => PLACES.includes(name)))(
    '$name：要点的至少 44 高',
    async (page) => {
      const phone = await phones.phone(page.who)
      await phone.open(page.path(shop.ids))
      await page.prepare?.(phone, shop.data)
      await phone.see(...page.shows(shop.data))
      await phone.shot(`narrow-${page.name}`)
      const top = await phone.miniProgram.currentPage()
      const tapped = ((await top?.getElementsByXpath(XPATH)) ?? []) as readonly Element[]
      expect(tapped.length).toBeGreaterThan(0)
      const sizes = await Promise.all(
        tapped.map(async (one) => [await one.attribute('class'), (await one.size()).height]),
      )
      expect(sizes.filter(([, height]) => Number(height) < TAP)).toEqual([])
    },
  )
})
