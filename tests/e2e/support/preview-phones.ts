// Phones of the browser preview: Chromium on the h5 build, each person in a browser of their own, on one cloud.
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { servePreview, type Preview } from '../../../emulator/preview/serve-preview'
import { CHROMIUM_FLAGS, ensureChromium } from '../../../scripts/find-chromium'
import type { TestWorld } from '../../support/world'
import { holdPhone, type PreviewPhone } from './preview-phone'

const ROOT = join(__dirname, '..', '..', '..')
/** The build under test; another folder may be named while a page is being worked on. */
const APP = process.env['FENYOU_H5'] ?? join(ROOT, 'dist', 'h5')
const SCREEN = { width: 375, height: 812 }

interface Phones {
  readonly world: TestWorld
  /** The phone of a person, as it was left; the same name is the same OPENID as `world.as`. */
  phone(name: string): Promise<PreviewPhone>
  /** What went wrong in any phone since the last asking: exceptions and console errors. */
  takeTroubles(): string[]
  /** Every phone's screen into .cache/e2e/shots, to see why a test failed. */
  shootAll(): Promise<void>
  stop(): Promise<void>
}

interface PhoneOptions {
  readonly width?: number
}

/** Opens the phones of some people on a world's cloud. */
export async function openPreviewPhones(
  names: readonly string[],
  world: TestWorld,
  browser?: Browser,
  options: PhoneOptions = {},
): Promise<Phones> {
  const preview = await servePreview({
    cloud: world.cloud,
    app: APP,
    people: names.map((name) => ({ key: name, openid: `o_${name}`, name, role: '' })),
    phones: [names[0] ?? ''],
    title: 'test',
    port: 0,
    host: '127.0.0.1',
  })
  const own = browser ? null : await launch()
  const held = new Map<string, PreviewPhone>()
  const contexts: BrowserContext[] = []
  const troubles: string[] = []
  return {
    world,
    async phone(name) {
      const known = held.get(name)
      if (known) return known
      const context = await openContext(browser ?? own, options)
      contexts.push(context)
      const page = await context.newPage()
      const phone = holdPhone(page, `${urlOf(preview)}?person=${name}`, (trouble) =>
        troubles.push(`${name}: ${trouble}`),
      )
      held.set(name, phone)
      return phone
    },
    takeTroubles: () => troubles.splice(0),
    async shootAll() {
      for (const [name, phone] of held) await phone.shot(`failed-${name}`)
    },
    async stop() {
      for (const context of contexts) await context.close()
      await own?.close()
      await preview.stop()
    },
  }
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: [...CHROMIUM_FLAGS] })
}

function openContext(browser: Browser | null, options: PhoneOptions): Promise<BrowserContext> {
  if (!browser) throw new Error('no browser')
  return browser.newContext({
    viewport: { ...SCREEN, ...options },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
}

const urlOf = (preview: Preview) => preview.phoneUrls[0] ?? preview.url
