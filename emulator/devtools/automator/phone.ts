/** The phone in the browser: one page of a context of its own, in which the app runs; what Node can do to it. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import type { Boot } from '../shared/host-calls'

export interface PhoneOptions {
  browser: Browser
  /** Where the phone's document is served. */
  base: string
  width: number
  height: number
  theme: 'light' | 'dark'
  reducedMotion?: boolean
  onCall: (kind: string, ask: unknown) => Promise<unknown>
  onEmit: (method: string, params: unknown) => void
  /** An error of the host's own scripts. */
  onScriptError: (error: Error) => void
}

export interface Phone {
  readonly page: Page
  readonly context: BrowserContext
  /** Loads everything anew and opens the app; figures of the start in ms. */
  boot(boot: Boot): Promise<Record<string, number>>
  /** The logic layer's answer to an automator method. @throws Error with its words */
  ask(method: string, params: unknown): Promise<unknown>
  /** Base64 PNG. */
  screenshot(): Promise<string>
  touch(type: TouchType, points: readonly Point[]): Promise<void>
  close(): Promise<void>
}

export interface Point {
  x: number
  y: number
}
export type TouchType = 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel'

interface PhoneWindow {
  __boot(boot: Boot): Promise<Record<string, number> | undefined>
  __automator(
    method: string,
    params: unknown,
  ): Promise<{ result?: unknown; error?: { message: string } }>
}

/** Two device pixels a CSS pixel, as most phones of this width have. */
const PIXEL_RATIO = 2

export async function openPhone(options: PhoneOptions): Promise<Phone> {
  const context = await options.browser.newContext({
    viewport: { width: options.width, height: options.height },
    deviceScaleFactor: PIXEL_RATIO,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.theme,
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
  })
  const page = await context.newPage()
  page.on('pageerror', options.onScriptError)
  await page.exposeFunction('__hostCall', options.onCall)
  await page.exposeFunction('__hostEmit', options.onEmit)
  let session: CDPSession | null = null
  return {
    page,
    context,
    async boot(boot) {
      await page.goto(`${options.base}/`, { waitUntil: 'load' })
      const start = (given: Boot) => (window as unknown as PhoneWindow).__boot(given)
      return (await page.evaluate(start, boot)) ?? {}
    },
    async ask(method, params) {
      const answer = await page.evaluate(
        ([name, given]) => (window as unknown as PhoneWindow).__automator(name, given),
        [method, params] as const,
      )
      if (answer.error) throw new Error(answer.error.message)
      return answer.result
    },
    screenshot: async () => (await page.screenshot({ type: 'png' })).toString('base64'),
    async touch(type, points) {
      session ??= await context.newCDPSession(page)
      const touchPoints = points.map(({ x, y }, id) => ({
        x,
        y,
        id,
        radiusX: 1,
        radiusY: 1,
        force: 1,
      }))
      await session.send('Input.dispatchTouchEvent', { type, touchPoints })
    },
    close: () => context.close(),
  }
}
