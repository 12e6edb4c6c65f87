/** Takes pictures of page after page; one that cannot be shown is told, and the next one comes. */
import { join } from 'node:path'
import automator from 'miniprogram-automator'
import type { Browser } from 'playwright-core'
import { startHost, type Host } from '../../emulator/devtools'
import type { Holder } from '../../tests/e2e/support/lay-out'
import { PAGES, type PageCase } from '../../tests/e2e/support/pages.data'
import type { ShopData } from '../../tests/e2e/support/shops.data'
import { until } from '../../tests/e2e/support/until'
import {
  BY_CARD,
  holdWeappPhone,
  takeShot,
  type WeappPhone,
} from '../../tests/e2e/support/weapp-phone'
import type { GalleryShop } from './open-shops'
import type { State } from './states.data'

const DIST = join(__dirname, '..', '..', 'dist', 'weapp')
/** Longer than a picture takes. */
const WAIT_MS = 6000
const GLANCE_MS = 120
/** Photographs of goods come after the words. */
const PICTURES_MS = 300

export interface Taken {
  readonly page: string
  readonly state: string
  /** Below the gallery's folder. */
  readonly file: string
  /** What was wrong, or null. */
  readonly failure: string | null
}

interface Wish {
  readonly shop: GalleryShop
  readonly browser: Browser
  readonly out: string
  /** Empty: all. */
  readonly pages: readonly string[]
  readonly states: readonly State[]
}

interface Held {
  readonly phone: WeappPhone
  readonly host: Host
  /** Where its settings stand. */
  state: State | null
}

export async function takePictures(wish: Wish): Promise<Taken[]> {
  const phones = new Map<Holder, Held>()
  const taken: Taken[] = []
  const wanted = PAGES.filter(({ name }) => wish.pages.length === 0 || wish.pages.includes(name))
  for (const state of wish.states) {
    for (const page of wanted.filter((one) => fits(one, state))) {
      const file = join(state.name, `${page.name}.png`)
      const failure = await photograph(wish, phones, page, state, join(wish.out, file))
      taken.push({ page: page.name, state: state.name, file, failure })
      console.log(`${failure ? 'FAILED ' : ''}${file}`)
    }
  }
  for (const { host } of phones.values()) await host.close()
  return taken
}

/** Not every page can be empty, or waits for something by itself. */
const fits = ({ empty, isAskedByTap }: PageCase, { shop, cloud }: State) =>
  (shop === 'demo' || empty !== undefined) && (cloud === 'answers' || !isAskedByTap)

/** Whose phone: the empty page may be somebody else's. */
const whoseIs = ({ who, emptyWho }: PageCase, { shop }: State): Holder =>
  (shop === 'new' ? emptyWho : undefined) ?? who

/** Null when the picture is taken and nothing went wrong. */
async function photograph(
  wish: Wish,
  phones: Map<Holder, Held>,
  page: PageCase,
  state: State,
  file: string,
): Promise<string | null> {
  const { faults } = wish.shop.cloud
  const who = whoseIs(page, state)
  try {
    const held = phones.get(who) ?? (await hold(wish, who))
    phones.set(who, held)
    await setUp(held, state)
    const before = held.host.problems().length
    faults.clear()
    strike(wish.shop, page, state)
    await show(held.phone, wish, page, state)
    await takeShot(held.phone.miniProgram, held.phone.ask, file, { full: state.cloud !== 'wait' })
    const problems = held.host.problems().slice(before)
    const wrong = problems.filter(({ kind }) => kind !== 'warning')
    return wrong.length === 0 ? null : wrong.map(({ message }) => message).join('; ')
  } catch (error) {
    // The next page gets a phone that is not stuck.
    await phones.get(who)?.host.close()
    phones.delete(who)
    return error instanceof Error ? error.message : String(error)
  } finally {
    faults.clear()
  }
}

async function hold({ shop, browser }: Wish, holder: Holder): Promise<Held> {
  const host = await startHost({
    dist: DIST,
    cloud: shop.cloud.base,
    openid: shop.openid(holder),
    browser,
    reducedMotion: true,
  })
  const miniProgram = await automator.connect({ wsEndpoint: host.wsEndpoint })
  return { host, phone: holdWeappPhone(miniProgram), state: null }
}

async function setUp(held: Held, state: State): Promise<void> {
  if (held.state === state) return
  const { ask } = held.phone
  await ask('Host.resize', { width: state.width, height: state.height })
  await ask('Host.theme', { name: state.theme })
  await ask('Host.fontSize', { size: state.fontSize })
  held.state = state
}

function strike({ cloud }: GalleryShop, { action }: PageCase, state: State): void {
  const match = { target: 'function', event: { action } }
  if (state.cloud === 'fail') cloud.faults.add({ match, effect: 'fail', count: 1 })
  if (state.cloud === 'wait') {
    cloud.faults.add({ match, effect: 'delay', delayMs: WAIT_MS, count: 1 })
  }
}

async function show(
  phone: WeappPhone,
  { shop }: Wish,
  page: PageCase,
  state: State,
): Promise<void> {
  const path = (state.shop === 'new' ? page.emptyPath : undefined) ?? page.path(shop.ids)
  const isStruck = state.cloud !== 'answers'
  if (isStruck && page.isAskedAtStart) await phone.arrive(path, BY_CARD)
  else await phone.open(path)
  await page.prepare?.(phone, { product: shop.product } as ShopData)
  if (state.cloud === 'fail') await phone.see('再试一次')
  else if (state.cloud === 'wait') await phone.seeElement('.fy-bone')
  else await isLoaded(phone)
  await new Promise((resolve) => setTimeout(resolve, PICTURES_MS))
}

export const isLoaded = (phone: WeappPhone) => until(async () => mustBeLoaded(phone))

/** No skeleton, also not a moment later: what was asked may only begin to be waited for. */
async function mustBeLoaded(phone: WeappPhone): Promise<void> {
  for (const _glance of [1, 2]) {
    await phone.still()
    await new Promise((resolve) => setTimeout(resolve, GLANCE_MS))
    const page = await phone.miniProgram.currentPage()
    const root = await page?.$('page')
    const words = (await root?.text())?.trim() ?? ''
    if (!page || words === '' || (await page.$('.fy-bone'))) throw new Error('still loading')
  }
}
