// Takes README's pictures from a running preview (`npm start`): the screens a newcomer should see first, and the desk.
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS, ensureChromium } from './find-chromium'

const IMAGES = join(__dirname, '..', 'docs', 'images')
const PHONE = { width: 375, height: 812 }
const DESK = { width: 1440, height: 1000 }
const KILOBYTE = 1024
const PHONE_LIMIT = 160 * KILOBYTE
const DESK_LIMIT = 250 * KILOBYTE
const QUALITIES = [82, 76, 70, 62, 54]
const HELP = 'npx tsx scripts/take-screenshots.ts [http://127.0.0.1:8600]\n'

/** Whose phone it is, and the taps that lead to the screen, by the words on it. */
interface Screen {
  readonly name: string
  readonly person: string
  readonly tab?: string
  readonly taps: readonly string[]
  /** What must be there before the picture is taken. */
  readonly sees: string
}

const SCREENS: readonly Screen[] = [
  { name: 'home', person: 'mei', taps: [], sees: '赚' },
  { name: 'product', person: 'mei', taps: ['岩茶四样 · 品鉴装'], sees: '分享赚' },
  { name: 'distribution', person: 'mei', taps: ['分销'], sees: '待结算' },
  {
    name: 'commission-why',
    person: 'mei',
    taps: ['分销', '佣金明细', '收货 7 天后可提现'],
    sees: '为什么是这个数',
  },
  { name: 'dashboard', person: 'owner', taps: ['我的', '店主工作台'], sees: '从哪来' },
]

async function main(): Promise<void> {
  const [given = 'http://127.0.0.1:8600'] = process.argv.slice(2)
  if (given === '--help') return console.log(HELP)
  const desk = new URL(given)
  mkdirSync(IMAGES, { recursive: true })
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [...CHROMIUM_FLAGS],
  })
  try {
    for (const screen of SCREENS) await takePhone(browser, desk, screen)
    await takeDesk(browser, desk)
  } finally {
    await browser.close()
  }
}

async function takePhone(browser: Browser, desk: URL, screen: Screen): Promise<void> {
  const context = await browser.newContext({
    viewport: PHONE,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${originOfPhone(desk, 1)}/?person=${screen.person}`)
  for (const words of screen.taps) {
    await page.getByText(words, { exact: true }).filter({ visible: true }).first().tap()
  }
  await page.getByText(screen.sees).filter({ visible: true }).first().waitFor()
  await save(page, screen.name, PHONE_LIMIT)
  await context.close()
}

/** Three phones in the middle of the story: earnings, a product, the shop's figures. */
async function takeDesk(browser: Browser, desk: URL): Promise<void> {
  const page = await browser.newPage({ viewport: DESK, locale: 'zh-CN', reducedMotion: 'reduce' })
  await page.goto(desk.href)
  const tap = async (phone: number, words: string) =>
    page
      .frameLocator('iframe')
      .nth(phone - 1)
      .getByText(words, { exact: true })
      .filter({ visible: true })
      .first()
      .click()
  await tap(3, '我的')
  await tap(3, '店主工作台')
  await tap(1, '岩茶四样 · 品鉴装')
  // The page comes in from the side: what is tapped on its way scrolls it.
  await page.waitForTimeout(2000)
  await tap(1, '分享')
  await tap(1, '微信好友')
  const card = page.getByText('2 号机点开卡片')
  await card.waitFor()
  await save(page, 'desk', DESK_LIMIT)
  await page.close()
}

/** Phones listen on the ports after the desk's. */
function originOfPhone(desk: URL, phone: number): string {
  return `${desk.protocol}//${desk.hostname}:${Number(desk.port) + phone}`
}

/** As good as the limit in bytes allows, once pictures have come and nothing moves any more. */
async function save(page: Page, name: string, limit: number): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1000)
  const path = join(IMAGES, `${name}.jpg`)
  for (const quality of QUALITIES) {
    await page.screenshot({ path, type: 'jpeg', quality })
    if (statSync(path).size <= limit) break
  }
  console.log(`${name}.jpg ${Math.round(statSync(path).size / KILOBYTE)} KB`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
