/** App.*: the page stack, calls of wx.*, mocks, functions evaluated in the app's code. */
import type { OpenPage } from '../open-page'
import type { RunningApp } from '../running-app'
import { listOf, settle, textOf, type Handlers, type Params } from './answer'
import { makeMocks } from './mock-wx'

const placeOf = (page: OpenPage) => ({ pageId: page.pageId, path: page.route, query: page.query })

/** Calls that answer a task at once and their result only through callbacks. */
const TASKS = new Set(['request', 'uploadFile', 'downloadFile', 'connectSocket'])

/** A member of wx by its dotted name. @throws Error when it is no function */
export function memberOf(wx: Record<string, unknown>, method: string) {
  const keys = method.split('.')
  const name = keys.pop() ?? ''
  let owner = wx
  for (const key of keys) owner = (owner[key] ?? {}) as Record<string, unknown>
  const own = owner[name]
  if (typeof own !== 'function') throw new Error(`wx.${method} not exists`)
  return { owner, name, call: own as (...args: unknown[]) => unknown }
}

async function callWx(running: RunningApp, params: Params): Promise<unknown> {
  const method = textOf(params, 'method')
  const { owner, call } = memberOf(running.wx, method)
  const args = listOf(params, 'args')
  // navigateBack comes with `{ url: null }`: what is null was not told.
  const options = Object.fromEntries(
    Object.entries(args[0] ?? {}).filter(([, value]) => value !== null),
  )
  if (TASKS.has(method))
    return new Promise((success, fail) => {
      call.call(owner, { ...options, success, fail })
    })
  const isPlain = args[0] !== null && typeof args[0] === 'object' && !Array.isArray(args[0])
  const result: unknown = await call.apply(owner, isPlain ? [options, ...args.slice(1)] : args)
  if (['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'].includes(method))
    await settle(running)
  return result
}

/** A function sent as its text: it sees what the app's code sees. */
export function functionFrom(running: RunningApp, source: string): (...args: unknown[]) => unknown {
  const made = running.sandbox.compile(`return (${source}\n)`, 'automator:///function', ['require'])
  return made(running.loader.requireFrom('app.js')) as (...args: unknown[]) => unknown
}

export function appHandlers(running: RunningApp): Handlers {
  const { router } = running
  const mocks = makeMocks(running, (source) => functionFrom(running, source))
  return {
    'App.getPageStack': () => ({ pageStack: router.stack.map(placeOf) }),
    'App.getCurrentPage': () => {
      const page = router.top()
      if (!page) throw new Error('no page is open')
      return placeOf(page)
    },
    'App.callWxMethod': async (params) => ({ result: await callWx(running, params) }),
    'App.mockWxMethod': (params) => mocks.mock(params),
    'App.callFunction': async (params) => {
      const call = functionFrom(running, textOf(params, 'functionDeclaration'))
      return { result: await call(...listOf(params, 'args')) }
    },
    'App.addBinding': (params) => {
      const name = textOf(params, 'name')
      const binding = (...args: unknown[]) => void running.emit('App.bindingCalled', { name, args })
      // Bare names end at the window; those the window had before stay hidden.
      Object.assign(window, { [name]: binding })
      running.sandbox.globals[name] = binding
    },
    'App.enableLog': () => running.problems.enableLog(),
    'App.exit': () => running.start.background(),
  }
}
