// What each page of the weapp build costs to show, in the simulated host on the demo shop: first picture, setData.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import automator from 'miniprogram-automator'
import { launchBrowser, startHost } from '../emulator/devtools'
import { openDemoShop, type GalleryShop } from '../scripts/gallery/open-shops'
import { isLoaded } from '../scripts/gallery/take-pictures'
import type { Holder } from '../tests/e2e/support/lay-out'
import { PAGES, type PageCase } from '../tests/e2e/support/pages.data'
import type { ShopData } from '../tests/e2e/support/shops.data'
import { holdWeappPhone, type WeappPhone } from '../tests/e2e/support/weapp-phone'
import type { Row } from './row'

const DIST = join(__dirname, '..', 'dist', 'weapp')
const KIB = 1024

interface Stats {
  readonly pages: readonly {
    readonly setDataCalls: number
    readonly setDataBytes: number
    readonly firstSetDataBytes: number
    readonly largestSetDataBytes: number
    readonly firstRenderMs: number
  }[]
}

const kib = (bytes: number) => `${(bytes / KIB).toFixed(1)} KiB`

/** Nothing without a build: `npm run build:weapp`. */
export async function measurePages(): Promise<Row[]> {
  if (!existsSync(DIST)) return []
  const shop = await openDemoShop()
  const browser = await launchBrowser()
  const rows: Row[] = []
  try {
    for (const holder of ['ming', 'mei', 'boss'] as const) {
      const pages = PAGES.filter(({ who }) => who === holder)
      rows.push(...(await measurePhone(shop, browser, holder, pages)))
    }
  } finally {
    await browser.close()
    await shop.close()
  }
  return rows
}

async function measurePhone(
  shop: GalleryShop,
  browser: Awaited<ReturnType<typeof launchBrowser>>,
  holder: Holder,
  pages: readonly PageCase[],
): Promise<Row[]> {
  const openid = shop.openid(holder)
  const host = await startHost({ dist: DIST, cloud: shop.cloud.base, openid, browser })
  const phone = holdWeappPhone(await automator.connect({ wsEndpoint: host.wsEndpoint }))
  const rows: Row[] = []
  try {
    for (const page of pages) rows.push(await measurePage(shop, phone, page))
  } finally {
    phone.miniProgram.disconnect()
    await host.close()
  }
  const ready = `${host.timings['ready'] ?? 0} ms`
  return [{ what: `host ready (${holder})`, measured: ready, budget: '≤ 2,500 ms' }, ...rows]
}

async function measurePage(shop: GalleryShop, phone: WeappPhone, page: PageCase): Promise<Row> {
  await phone.open(page.path(shop.ids))
  await page.prepare?.(phone, { product: shop.product } as ShopData)
  await isLoaded(phone)
  const { pages } = await phone.ask<Stats>('Host.stats')
  const top = pages.at(-1)
  if (!top) throw new Error(`no figures of ${page.name}`)
  const { firstRenderMs, setDataCalls, setDataBytes } = top
  const each = `first ${kib(top.firstSetDataBytes)}, largest ${kib(top.largestSetDataBytes)}`
  return {
    what: `page ${page.name}: first picture; setData`,
    measured: `${Math.round(firstRenderMs)} ms; ${setDataCalls}, ${kib(setDataBytes)} (${each})`,
    budget: page.name === 'home' ? 'first setData ≤ 32 KB' : '',
  }
}
