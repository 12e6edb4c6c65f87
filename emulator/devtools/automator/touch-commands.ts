/** Element.tap, touches and typing as a person does them: through the browser's input, on what is really there. */
import type { Command, CommandHost, Params } from './command'
import type { Point, TouchType } from './phone'

/** A tap: finger down and up at the middle of the element, once nothing covers it. */
const tap: Command = async (host, params) => {
  if (host.taps === 'direct') return host.phone.ask('Element.tap', params)
  const { x, y } = await pointOf(host, params)
  await host.phone.page.touchscreen.tap(x, y)
  return settle(host)
}

/** The finger goes down or moves where the client says, else at the element's middle. */
function touch(type: TouchType): Command {
  return async (host, params) => {
    const method = `Element.${type.toLowerCase()}`
    if (host.taps === 'direct') return host.phone.ask(method, params)
    if (type === 'touchEnd') await host.phone.touch(type, [])
    else await host.phone.touch(type, [await touchedPoint(host, params, type)])
    return settle(host)
  }
}

async function touchedPoint(host: CommandHost, params: Params, type: TouchType): Promise<Point> {
  const middle = await pointOf(host, { ...params, isMoving: type === 'touchMove' })
  const [first] = (params['touches'] ?? params['changedTouches'] ?? []) as Record<string, unknown>[]
  const [x, y] = [first?.['clientX'] ?? first?.['pageX'], first?.['clientY'] ?? first?.['pageY']]
  if (typeof x !== 'number' || typeof y !== 'number') return middle
  return { x: x + middle.frameX, y: y + middle.frameY }
}

/** Where to tap, in the phone's pixels, and where the page's frame begins. @throws Error naming what covers it */
async function pointOf(
  { phone }: CommandHost,
  params: Params,
): Promise<Point & { frameX: number; frameY: number }> {
  const found = (await phone.ask('Host.tapPoint', params)) as Partial<Point> & {
    frameX?: number
    frameY?: number
  }
  const { x = 0, y = 0, frameX = 0, frameY = 0 } = found
  return { x, y, frameX, frameY }
}

/** Element.callFunction: typing is done with the keyboard; the rest is the component's own. */
const callFunction: Command = async (host, params) => {
  const name = params['functionName']
  const isTyping = name === 'input.input' || name === 'textarea.input'
  if (!isTyping || host.taps === 'direct') return host.phone.ask('Element.callFunction', params)
  const [given] = (params['args'] ?? []) as unknown[]
  const text = typeof given === 'string' || typeof given === 'number' ? String(given) : ''
  await pointOf(host, params)
  await host.phone.ask('Host.focus', params)
  const { keyboard } = host.phone.page
  // What stood there is marked by Host.focus, and goes with the first key.
  if (text === '') await keyboard.press('Delete')
  else await keyboard.insertText(text)
  await settle(host)
  return { result: null }
}

export async function settle({ phone }: CommandHost): Promise<Record<string, never>> {
  await phone.ask('Host.settle', {})
  return {}
}

export const TOUCH_COMMANDS: Readonly<Record<string, Command>> = {
  'Element.tap': tap,
  'Element.touchstart': touch('touchStart'),
  'Element.touchmove': touch('touchMove'),
  'Element.touchend': touch('touchEnd'),
  'Element.callFunction': callFunction,
}
