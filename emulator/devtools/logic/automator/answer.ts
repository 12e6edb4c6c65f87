/** How a call of the automator is answered: by a handler of its name; what a handler throws is the error's message. */
import type { OpenPage } from '../open-page'
import type { RunningApp } from '../running-app'
import { messageOf } from '../report-problems'
import { isCrossing, turn } from '../take-turn'

export type Params = Record<string, unknown>
export type Handler = (params: Params) => unknown
export type Handlers = Readonly<Record<string, Handler>>

export type Answer = { result: unknown } | { error: { message: string } }

/** What JSON carries of an answer. */
const carried = (value: unknown): unknown =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value) ?? 'null') as unknown)

export function makeAnswerer(handlers: Handlers) {
  return async (method: string, params: unknown): Promise<Answer> => {
    const handler = handlers[method]
    if (!handler) return { error: { message: `unimplemented: ${method}` } }
    try {
      return { result: carried((await handler((params ?? {}) as Params)) ?? {}) }
    } catch (error) {
      return { error: { message: messageOf(error) } }
    }
  }
}

const GLANCE_MS = 30

/** Resolves when the page is drawn; one that is taken from the phone meanwhile would never say so. */
async function settlePage(page: OpenPage): Promise<void> {
  let isSettled = false
  const settled = page.view.settled().then(() => void (isSettled = true))
  while (!isSettled && !page.isGone)
    await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, GLANCE_MS))])
}

/** Resolves when moves are made, what crosses has crossed and the page on top is drawn. */
export async function settle({ router }: RunningApp): Promise<void> {
  do {
    await turn()
    await router.idle()
    const top = router.top()
    if (top) await settlePage(top)
  } while (isCrossing())
}

export const textOf = (params: Params, name: string): string => {
  const value = params[name]
  if (typeof value !== 'string') throw new Error(`${name} must be a string`)
  return value
}

export const listOf = (params: Params, name: string): unknown[] => {
  const value = params[name]
  return Array.isArray(value) ? value : []
}
