/** Host.*: what a person, or the phone around the app, does beyond the protocol. The rest is the logic layer's. */
import {
  numberParam,
  pointParam,
  textParam,
  type Command,
  type CommandHost,
  type Params,
} from './command'
import type { Point } from './phone'
import { settle } from './touch-commands'

const choose: Command = async (host, params) => {
  await host.choose(params)
  return {}
}

/** Opens the app as a share or a scan would; `cold` ends it first and keeps what it stored. */
const launch: Command = async (host, params) => {
  const { path, query, scene, cold, shareTicket, referrerInfo } = params
  const given = { path, query, scene, shareTicket, referrerInfo }
  const said = Object.entries(given).filter(([, value]) => value !== undefined && value !== null)
  await host.launch(Object.fromEntries(said), cold === true)
  return {}
}

/** A real tap on a text of a sheet, the navigation bar or the tab bar. */
const tapText: Command = async (host, params) => {
  const { x, y } = (await host.phone.ask('Host.pointOfText', {
    text: textParam(params, 'text'),
  })) as Point
  await host.phone.page.touchscreen.tap(x, y)
  return settle(host)
}

/** Types into whatever has the focus; a line's end is the keyboard's confirm key. */
const type: Command = async (host, params) => {
  const { keyboard } = host.phone.page
  const [first = '', ...more] = textParam(params, 'text').split('\n')
  await keyboard.insertText(first)
  for (const line of more) {
    await keyboard.press('Enter')
    await keyboard.insertText(line)
  }
  return settle(host)
}

const STEPS = 12
const STEP_MS = 16

/** A finger that goes down, moves in a dozen steps and lifts; points in the phone's pixels. */
const swipe: Command = async (host, params) => {
  const [from, to] = [pointParam(params, 'from'), pointParam(params, 'to')]
  await host.phone.touch('touchStart', [from])
  for (let step = 1; step <= STEPS; step++) {
    const part = step / STEPS
    const point = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
    await host.phone.touch('touchMove', [point])
    await host.phone.page.waitForTimeout(STEP_MS)
  }
  await host.phone.touch('touchEnd', [])
  return settle(host)
}

const theme: Command = async (host, params) => {
  const name = themeOf(params)
  await host.phone.page.emulateMedia({ colorScheme: name })
  host.keepSettings({ theme: name })
  return host.phone.ask('Host.theme', { name })
}

function themeOf(params: Params): 'light' | 'dark' {
  const name = textParam(params, 'name')
  if (name === 'light' || name === 'dark') return name
  throw new Error(`a theme is light or dark, not "${name}"`)
}

const scaleText: Command = async (host, params) => {
  const size = numberParam(params, 'size')
  host.keepSettings({ fontSize: size })
  return host.phone.ask('Host.fontSize', { size })
}

const resize: Command = async (host, params) => {
  const [width, height] = [numberParam(params, 'width'), numberParam(params, 'height')]
  await host.phone.page.setViewportSize({ width, height })
  return host.phone.ask('Host.resize', { width, height })
}

export const HOST_COMMANDS: Readonly<Record<string, Command>> = {
  'Host.choose': choose,
  'Host.launch': launch,
  'Host.tapText': tapText,
  'Host.type': type,
  'Host.swipe': swipe,
  'Host.theme': theme,
  'Host.fontSize': scaleText,
  'Host.resize': resize,
  'Host.problems': (host: CommandHost) => ({ problems: host.problems() }),
  'Host.screenshot': async ({ phone }) => ({ data: await phone.screenshot() }),
}
