// One phone of the browser preview in a test: taps what a person reads, and sees what is on the screen.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { Phone } from './phone'
import { bare } from './until'

const SHOTS = join(__dirname, '..', '..', '..', '.cache', 'e2e', 'shots')
const PATIENCE_MS = 15_000

/** The app in a browser: layout and desk need the page itself. */
export interface PreviewPhone extends Phone {
  readonly page: Page
}

export function holdPhone(
  page: Page,
  url: string,
  onTrouble: (what: string) => void,
): PreviewPhone {
  page.setDefaultTimeout(PATIENCE_MS)
  page.on('pageerror', (error) => onTrouble(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') onTrouble(message.text())
  })
  return {
    page,
    async open(path = '/pages/tabs/home/index') {
      // Only a new query makes a cold start: another hash alone would be a warm one.
      await page.goto(`${url}&t=${Date.now()}#${path}`)
    },
    tap: (words) => reach(page, words).tap(),
    async type(label, text, at = -1) {
      const field = page
        .locator(`:is([aria-label="${label}"]):is(input, textarea)`)
        .or(page.locator(`[aria-label="${label}"] :is(input, textarea)`))
        .filter({ visible: true })
        .nth(at)
      await field.tap()
      await field.fill('')
      await field.pressSequentially(text)
    },
    async see(...words) {
      const wanted = words.map(bare)
      await page
        .waitForFunction(SHOWS, { wanted, isWanted: true })
        .catch(async (cause: unknown) => {
          const shown = await textOf(page)
          const missing = wanted.filter((one) => !shown.includes(one))
          throw new Error(`not on the screen: ${missing.join(' | ')}\nshown: ${shown}`, { cause })
        })
    },
    async seeNo(words) {
      await page.waitForFunction(SHOWS, { wanted: [bare(words)], isWanted: false })
    },
    text: () => textOf(page),
    submit: () => page.keyboard.press('Enter'),
    seeElement: (selector) => page.locator(selector).filter({ visible: true }).first().waitFor(),
    async still() {
      await page.waitForFunction(IS_STILL)
    },
    async shot(name, { full = false } = {}) {
      mkdirSync(SHOTS, { recursive: true })
      await page.waitForFunction(IS_STILL)
      const { width = 0, height = 0 } = page.viewportSize() ?? {}
      // The page scrolls within itself: only a taller phone shows all of it.
      if (full) await page.setViewportSize({ width, height: await page.evaluate(FULL_HEIGHT) })
      await page.screenshot({ path: join(SHOTS, `${name}.png`) })
      if (full) await page.setViewportSize({ width, height })
    },
  }
}

/** Words that stand alone come before those within a longer sentence; what lies on top comes last in the page. */
function reach(page: Page, words: string): Locator {
  const isShown = { visible: true }
  const said = page.getByText(words, { exact: true }).filter(isShown)
  const labelled = page.locator(`[aria-label="${words}"]`).filter(isShown)
  return said.or(labelled).last()
}

const textOf = (page: Page) => page.evaluate<string>('document.body.innerText').then(bare)

/** Runs in the browser. */
const SHOWS = ({ wanted, isWanted }: { wanted: string[]; isWanted: boolean }) => {
  const { body } = (globalThis as unknown as { document: { body: { innerText: string } } }).document
  const shown = body.innerText.replace(/\s/g, '')
  return wanted.every((one) => shown.includes(one) === isWanted)
}

/** Runs in the browser: nothing slides or fades any more; what turns for ever doesn't count. */
const IS_STILL = `document.getAnimations().every((one) =>
  one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity)`

/** Runs in the browser: the height of everything in the page on top, bars included. */
const FULL_HEIGHT = `[...document.querySelectorAll('.taro_page')]
  .filter((page) => page.offsetParent !== null || page.getClientRects().length > 0)
  .reduce((most, page) => Math.max(most, page.scrollHeight), window.innerHeight)`
