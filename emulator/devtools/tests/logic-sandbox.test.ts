import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropApps } from './write-app'
import { startLogicHost, type LogicHost } from './logic-app'

let host: LogicHost
beforeAll(async () => {
  host = await startLogicHost({
    'lib/one.js': `let loads = 0; loads += 1; module.exports = { loads: () => loads, add: () => (loads += 1) }`,
    'lib/index.js': `exports.name = 'lib'`,
    'lib/asks.js': `module.exports = () => require('./gone')`,
    'miniprogram_npm/tea/index.js': `module.exports = 'npm tea'`,
    'shop/part.js': `module.exports = 'shop part'`,
    'shop/list/list.js': `const part = require('../part'); const one = require('/lib/one')
      Page({ data: {}, part, one })`,
  })
})
afterAll(async () => {
  await host.close()
  dropApps()
})

const evaluate = <T>(expression: string) => host.run<T>(`function () { return ${expression} }`)

const HIDDEN = [
  ...['window', 'document', 'self', 'frames', 'top', 'parent', 'location', 'navigator', 'history'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'screen', 'alert', 'confirm'],
  ...['prompt', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'requestAnimationFrame'],
  ...['cancelAnimationFrame', 'HTMLElement', 'Element', 'Node', 'Event', 'CustomEvent'],
  ...['MutationObserver', 'customElements', 'getComputedStyle', 'performance', 'URL'],
  ...['URLSearchParams', 'Blob', 'File', 'FormData', 'Headers', 'Request', 'Response'],
  ...['AbortController', 'TextEncoder', 'TextDecoder', 'crypto', 'atob', 'btoa', 'Image', 'Worker'],
  ...['queueMicrotask', 'structuredClone', 'WebAssembly', 'MessageChannel', 'addEventListener'],
  ...['postMessage', 'open', 'origin', 'name', 'external', 'visualViewport', 'matchMedia'],
  ...['__hostCall', '__hostEmit', '__automator', '__boot', '__logic', '__MANIFEST', 'process'],
]

describe("the browser is out of the app's sight", () => {
  it.each(HIDDEN)('%s', async (name) => {
    expect(await evaluate(`[typeof ${name}, typeof globalThis['${name}']]`)).toEqual([
      'undefined',
      'undefined',
    ])
  })

  it('nothing the window has is seen but what the language and WeChat have', async () => {
    const names = await host.page.evaluate(() => Object.getOwnPropertyNames(window))
    const language = /^(undefined|NaN|Infinity|globalThis|console|eval|Function)$/
    const seen = await evaluate<string[]>(
      `${JSON.stringify(names.filter((one) => /^[A-Za-z_]\w*$/.test(one)))}.filter((name) =>
        globalThis[name] !== undefined)`,
    )
    const own = seen.filter((name) => !language.test(name)).sort()
    expect(own.filter((name) => /^[a-z]/.test(name))).toEqual([
      ...['clearInterval', 'clearTimeout', 'decodeURI', 'decodeURIComponent', 'encodeURI'],
      ...['encodeURIComponent', 'escape', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
      ...['setInterval', 'setTimeout', 'unescape'],
    ])
  })

  it('has the language, timers, console, and WeChat’s own globals', async () => {
    const names = ['Promise', 'Map', 'JSON', 'Uint8Array', 'setTimeout', 'console', 'wx', 'Page']
    for (const name of [...names, 'App', 'Component', 'Behavior', 'getApp', 'getCurrentPages'])
      expect(await evaluate(`typeof ${name}`), name).not.toBe('undefined')
  })
})

describe('texts cannot become code', () => {
  it.each([
    ['eval', `eval('1')`],
    ['new Function', `new Function('return 1')()`],
    ['Function', `Function('return this')()`],
    ['by a function’s constructor', `(() => {}).constructor('return this')()`],
    ['by an async function’s', `(async () => {}).constructor('return 1')()`],
  ])('%s', async (_, code) => {
    const before = host.problems().length
    await expect(evaluate(code)).rejects.toThrow('code generation from strings is disallowed')
    expect(host.problems().slice(before)).toMatchObject([{ kind: 'platform' }])
  })

  it('functions still are Functions', async () => {
    expect(
      await evaluate(`(() => {}) instanceof Function && (() => {}).constructor === Function`),
    ).toBe(true)
  })
})

describe('modules', () => {
  it('run once, whoever asks', async () => {
    expect(await evaluate(`(require('./lib/one').add(), require('/lib/one.js').loads())`)).toBe(2)
  })

  it.each([
    ['a folder’s index', `require('./lib').name`, 'lib'],
    ['an npm package', `require('tea')`, 'npm tea'],
  ])('%s', async (_, code, value) => {
    expect(await evaluate(code)).toBe(value)
  })

  it('a missing one is named with who asked for it', async () => {
    await expect(evaluate(`require('./lib/asks')()`)).rejects.toThrow(
      "module './gone' is not defined, require args is './gone', asked by 'lib/asks.js'",
    )
  })

  it("a subpackage's are reached by require.async from outside, by require from inside", async () => {
    await expect(evaluate(`require('./shop/part')`)).rejects.toThrow(
      "it is in subpackage 'shop', which only require.async can reach from outside",
    )
    expect(await evaluate(`require.async('./shop/part')`)).toBe('shop part')
    expect(await evaluate(`new Promise((resolve) => require('./shop/part', resolve))`)).toBe(
      'shop part',
    )
  })

  it('require.async rejects with WeChat’s object', async () => {
    expect(await evaluate(`require.async('./shop/gone').catch((failure) => failure)`)).toEqual({
      mod: './shop/gone',
      errMsg: expect.stringContaining('is not defined') as string,
    })
  })
})
