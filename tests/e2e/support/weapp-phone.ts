// A phone with the real mini-program on it, through miniprogram-automator: real taps, typed text, words on the screen.
import { mkdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type Page from 'miniprogram-automator/out/Page'
import type Element from 'miniprogram-automator/out/Element'
import type { InputElement } from 'miniprogram-automator/out/Element'
import type { Choices } from '../../../emulator/devtools'
import type { Phone, SharedCard, ShotOptions } from './phone'
import { bare, until } from './until'

const SHOTS = join(__dirname, '..', '..', '..', '.cache', 'e2e', 'shots')
const HOME = '/pages/tabs/home/index'
/** WeChat's numbers of the ways in: a card in a chat, and a scanned mini-program code. */
export const BY_CARD = 1007
export const BY_CODE = 1047

export interface WeappPhone extends Phone {
  readonly miniProgram: MiniProgram
  /** Opens the app anew from outside: what a friend sent, or a code that was scanned. What it stored stays. */
  arrive(path: string, scene: number): Promise<void>
  /** Taps a line or a button that WeChat itself draws: payment, transfer, a bar, a modal. */
  tapWechat(words: string): Promise<void>
  /** What the person will do when WeChat asks. */
  choose(choices: Partial<Choices>): Promise<void>
  /** Chooses a picture where a tap asks for one. */
  choosePicture(words: string, file: string): Promise<void>
  /** The label that begins so, whole: `数量 2`. */
  label(beginning: string): Promise<string>
  /** The card that was just sent from here. */
  sharedCard(): Promise<SharedCard>
  /** The picture that was last saved to the album, as a PNG. */
  savedPicture(): Promise<Buffer>
  /** What the simulated host offers beyond the protocol; refused by WeChat DevTools. */
  ask: <T = unknown>(method: `Host.${string}`, params?: object) => Promise<T>
}

export function holdWeappPhone(miniProgram: MiniProgram): WeappPhone {
  const ask: WeappPhone['ask'] = (method, params = {}) =>
    (miniProgram as unknown as { send(method: string, params: object): Promise<never> }).send(
      method,
      params,
    )
  const screen = readScreen(miniProgram, ask)
  const { find } = screen
  let sharesSeen = 0
  const tap = (words: string) => until(async () => touch(await find(saying(words)), words))
  return {
    miniProgram,
    ask,
    ...screen,
    tap,
    async open(path = HOME) {
      await miniProgram.callWxMethod('reLaunch', { url: path })
    },
    async arrive(path, scene) {
      await ask('Host.launch', { path: path.replace(/^\//, ''), scene, cold: true })
    },
    tapWechat: (words) => until(() => ask('Host.tapText', { text: words })).then(() => undefined),
    async choose(choices) {
      await ask('Host.choose', choices)
    },
    async choosePicture(words, file) {
      const type = extname(file) === '.png' ? 'png' : 'jpeg'
      const data = readFileSync(file).toString('base64')
      await ask('Host.choose', { pictures: [`data:image/${type};base64,${data}`] })
      await tap(words)
    },
    type: (label, text, at = -1) =>
      until(async () => {
        const field = (await find(fieldsOf(label))).at(at)
        if (!field) throw new Error(`no field “${label}”`)
        await (field as InputElement).input(text)
      }),
    async submit() {
      await ask('Host.type', { text: '\n' })
    },
    label: (beginning) =>
      until(async () => {
        const [found] = await find(`//*[starts-with(@aria-label, ${quoted(beginning)})]`)
        if (!found) throw new Error(`no label begins with “${beginning}”`)
        return found.attribute('aria-label')
      }),
    sharedCard: () =>
      until(async () => {
        const { shares } = await ask<{ shares: SharedCard[] }>('Host.shares')
        const card = shares[sharesSeen]
        if (!card) throw new Error('nothing was shared')
        sharesSeen = shares.length
        return { title: card.title, path: `/${card.path}` }
      }),
    savedPicture: () =>
      until(async () => {
        const { pictures } = await ask<{ pictures: { dataUrl: string }[] }>('Host.album')
        const picture = pictures.at(-1)
        if (!picture) throw new Error('nothing was saved to the album')
        return Buffer.from(picture.dataUrl.split(',')[1] ?? '', 'base64')
      }),
    shot: (name, options) => takeShot(miniProgram, ask, join(SHOTS, `${name}.png`), options),
  }
}

type Ask = WeappPhone['ask']

/** What can be read of the page on top, and of what WeChat draws around it. */
function readScreen(miniProgram: MiniProgram, ask: Ask) {
  const top = async (): Promise<Page> => {
    const page = await miniProgram.currentPage()
    if (!page) throw new Error('no page is open')
    return page
  }
  const text = async (): Promise<string> => {
    const root = await (await top()).$('page')
    const [own, around] = await Promise.all([
      root?.text(),
      ask<{ text: string }>('Host.text').catch(() => ({ text: '' })),
    ])
    return bare(`${own ?? ''}${around.text}`)
  }
  return {
    text,
    find: async (xpath: string) =>
      (await (await top()).getElementsByXpath(xpath)) as readonly Element[],
    see: (...words: string[]) =>
      until(async () => {
        const shown = await text()
        const missing = words.filter((one) => !shown.includes(bare(one)))
        if (missing.length === 0) return
        throw new Error(`not on the screen: ${missing.join(' | ')}\nshown: ${shown}`)
      }),
    seeNo: (words: string) =>
      until(async () => {
        if ((await text()).includes(bare(words))) throw new Error(`still on the screen: ${words}`)
      }),
    seeElement: (selector: string) =>
      until(async () => {
        if (!(await (await top()).$(selector))) throw new Error(`nothing is ${selector}`)
      }),
    async still() {
      await ask('Host.still')
    },
  }
}

/** The last one that can be touched: what lies on top comes last in the page, and words come after what holds them. */
async function touch(found: readonly Element[], words: string): Promise<void> {
  const refusals: string[] = []
  for (const element of [...found].reverse()) {
    try {
      return await element.tap()
    } catch (cause) {
      refusals.push(cause instanceof Error ? cause.message : String(cause))
    }
  }
  throw new Error([`nothing to tap says “${words}”`, ...refusals].join('\n'))
}

const quoted = (words: string) => (words.includes('"') ? `'${words}'` : `"${words}"`)

const saying = (words: string) =>
  `//*[normalize-space(.)=${quoted(words)} or @aria-label=${quoted(words)}]`

/** The field with the label, or within what has it. */
const fieldsOf = (label: string) =>
  ['input', 'textarea']
    .flatMap((tag) => [
      `//${tag}[@aria-label=${quoted(label)}]`,
      `//*[@aria-label=${quoted(label)}]//${tag}`,
    ])
    .join(' | ')

/** A taller phone shows all of a page that scrolls. */
export async function takeShot(
  miniProgram: MiniProgram,
  ask: Ask,
  path: string,
  { full = false }: ShotOptions = {},
): Promise<void> {
  mkdirSync(join(path, '..'), { recursive: true })
  await ask('Host.still').catch(() => undefined)
  if (!full) return void (await miniProgram.screenshot({ path }))
  const page = await miniProgram.currentPage()
  const [{ height }, { screenWidth, screenHeight, windowHeight }] = await Promise.all([
    page?.size() ?? { height: 0 },
    miniProgram.systemInfo() as Promise<Record<string, number>>,
  ])
  const [width, usual] = [screenWidth ?? 375, screenHeight ?? 812]
  const missing = Math.max(0, Number(height) - (windowHeight ?? usual))
  await ask('Host.resize', { width, height: usual + missing })
  await miniProgram.screenshot({ path })
  await ask('Host.resize', { width, height: usual })
}
