// The frame of files that walk through a laid-out shop on phones with the built mini-program.
import { afterAll, afterEach, beforeAll } from 'vitest'
import { layOut, type LaidOut } from './lay-out'
import { lookBack } from './look-back'
import type { ShopData } from './shops.data'
import { openPhones, type Phones } from './weapp-phones'

/**
 * Lays the shop out once a file and hands it over with its phones. After every test no fault is left standing, no
 * phone has complained, and the books are right; a test that failed leaves pictures of all screens.
 */
export function holdShop(data: ShopData, take: (shop: LaidOut, phones: Phones) => unknown): void {
  let shop: LaidOut
  let phones: Phones
  beforeAll(async () => {
    shop = await layOut(data)
    phones = await openPhones(shop.world)
    await take(shop, phones)
  })
  afterEach(async ({ task }) => {
    shop.world.cloud.faults.clear()
    await lookBack(phones, task.result?.state === 'fail')
  })
  afterAll(async () => {
    await phones.stop()
    await shop.stop()
  })
}
