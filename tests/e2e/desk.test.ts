// The desk: phones side by side that share nothing but the cloud, what one shares another opens, one clock for all.
import { join } from 'node:path'
import type { Browser, Frame, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import { servePreview, type Preview } from '../../emulator/preview/serve-preview'
import { openMoney, type Money } from '../workflows/money/open-money'
import { launch } from './support/preview-phones'

const APP = process.env['FENYOU_H5'] ?? join(__dirname, '..', '..', 'dist', 'h5')
const PRODUCT = 'pages/trade/product'
const SETTLE_MS = 15_000

let money: Money
let preview: Preview
let browser: Browser
let desk: Page

beforeAll(async () => {
  money = await openMoney()
  preview = await servePreview({
    cloud: money.world.cloud,
    app: APP,
    people: ['mei', 'passer'].map((name) => ({ key: name, openid: `o_${name}`, name, role: '' })),
    phones: ['mei', 'passer'],
    title: 'test',
    port: 0,
    host: '127.0.0.1',
  })
  browser = await launch()
  desk = await browser.newPage({ viewport: { width: 1000, height: 960 }, locale: 'zh-CN' })
  await desk.goto(preview.url)
})

afterAll(async () => {
  await browser.close()
  await preview.stop()
  await money.world.stop()
})

/** The frame of a phone, by its place on the desk. */
function frameAt(index: number): Frame {
  const origin = new URL(preview.phoneUrls[index] ?? '').origin
  const found = desk.frames().find((frame) => frame.url().startsWith(origin))
  if (!found) throw new Error(`no phone ${index + 1} on the desk`)
  return found
}

const placeOf = (index: number) => frameAt(index).evaluate<string>('location.hash')

function becomes(ask: () => Promise<string>, part: string): Promise<void> {
  return expect.poll(ask, { timeout: SETTLE_MS }).toContain(part)
}

/** Pages that were left may still lie hidden behind the one that is shown. */
const shown = (found: Locator) => found.locator('visible=true').first()

const tap = (index: number, text: string | RegExp) =>
  shown(frameAt(index).getByText(text)).click({ timeout: SETTLE_MS })

async function openProduct(index: number): Promise<void> {
  await tap(index, '龙井')
  await becomes(() => placeOf(index), PRODUCT)
}

describe('手机桌面', () => {
  it('一台手机点返回，另一台留在原处', async () => {
    await openProduct(0)
    await openProduct(1)
    await shown(frameAt(0).getByLabel('返回')).click()
    await becomes(() => placeOf(0), 'pages/tabs/home')
    expect(await placeOf(1)).toContain(PRODUCT)
  })

  it('一台分享的卡片，另一台点开就是那个商品，人归分享的人', async () => {
    await openProduct(0)
    await tap(0, /^分享$/)
    await tap(0, '微信好友')
    await desk.getByText('2 号机点开卡片').click()
    await becomes(() => placeOf(1), `id=${money.tea.productId}`)
    const passer = money.world.as('passer').memberId
    const bound = () => money.world.cloud.database.get<Attribution>('attributions', passer)
    await expect
      .poll(() => bound()?.distributorId, { timeout: SETTLE_MS })
      .toBe(money.mei.distributorId)
  })

  it('拨一天，店里就过了一天', async () => {
    const before = money.world.cloud.clock.now()
    await desk.getByText('+1 天').click()
    await expect
      .poll(() => money.world.cloud.clock.now() - before, { timeout: SETTLE_MS })
      .toBeGreaterThanOrEqual(DAY_MS)
  })
})
