// One phone in a test: taps what a person reads, types where a person would, and sees what is on the screen.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

const SHOTS = join(__dirname, '..', '..', '..', '.cache', 'e2e', 'shots')
const PATIENCE_MS = 15_000

/** A share as it leaves the phone. */
export interface SharedCard {
  readonly title: string
  readonly path: string
}

export interface Phone {
  readonly page: Page
  /** A cold start, at a page when one is named: `/pages/trade/product/index?s=…`. */
  open(path?: string): Promise<void>
  /** Taps the topmost thing with exactly these words, or with this label. */
  tap(words: string): Promise<void>
  /** Types into the field of this label: of several, the one at a place (0 is the first), else the last. */
  type(label: string, text: string, at?: number): Promise<void>
  /** Waits until all these words are on the screen; spaces don't count. */
  see(...words: string[]): Promise<void>
  /** Waits until these words are gone. */
  seeNo(words: string): Promise<void>
  /** Everything that is shown now, without spaces. */
  text(): Promise<string>
  /** Chooses pictures where a tap asks for one. */
  choosePicture(words: string, file: string): Promise<void>
  /** The card that was just shared from here. */
  sharedCard(): Promise<SharedCard>
  /** Where the phone is: `/pages/…/index?…`. */
  path(): string
  /** Waits until nothing slides or fades any more. */
  still(): Promise<void>
  /** A picture of the screen, into .cache/e2e/shots. */
  shot(name: string, options?: { full?: boolean }): Promise<void>
}

export function holdPhone(page: Page, url: string, onTrouble: (what: string) => void): Phone {
  page.setDefaultTimeout(PATIENCE_MS)
  page.on('pageerror', (error) => onTrouble(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') onTrouble(message.text())
  })
  let isReady = false
  return {
    page,
    async open(path = '/pages/tabs/home/index') {
      if (!isReady) await page.addInitScript(keepShared)
      isReady = true
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
    async choosePicture(words, file) {
      const asked = page.waitForEvent('filechooser')
      await reach(page, words).tap()
      await (await asked).setFiles(file)
    },
    async sharedCard() {
      await page.waitForFunction('window.__shared__.length > 0')
      return page.evaluate<SharedCard>('window.__shared__.pop()')
    },
    path: () => decodeURIComponent(new URL(page.url()).hash.slice(1)),
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

const bare = (words: string) => words.replace(/\s/g, '')

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

/** Runs in the browser before the app: a phone that stands alone is its own desk. */
const keepShared = `
  window.__shared__ = []
  addEventListener('message', (event) => {
    if (event.data && event.data.type === 'fenyou.share') window.__shared__.push(event.data)
  })
`
