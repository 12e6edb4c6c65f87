// An app whose pages write down their lifecycles, and a phone that runs it: what the logic layer's tests share.
import { launchBrowser } from '../launch-browser'
import { startHost } from '../start-host'
import type { Host, HostOptions } from '../host'
import { appJson, writeApp, type Files } from './write-app'

/** Every lifecycle of a page is written into `getApp().log` as `<page>.<load|show|…>`. */
const LOG_PAGE = `
const NAMES = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload']
module.exports = (name, more = {}) => {
  const page = { ...more }
  for (const one of NAMES)
    page[one] = function (...args) {
      getApp().log.push(name + '.' + one.slice(2).toLowerCase())
      return more[one] && more[one].apply(this, args)
    }
  return page
}`

const APP = `
const seen = (name) => function (options) { this.log.push('app.' + name); this.told[name] = options }
App({
  log: [], told: {},
  onLaunch: seen('launch'), onShow: seen('show'), onHide: seen('hide'), onError: seen('error'),
  onPageNotFound: seen('notfound'), onUnhandledRejection: seen('rejection'), onThemeChange: seen('theme'),
})`

const plainPage = (name: string): Files => ({
  [`pages/${name}/${name}.js`]: `Page(require('../../log-page')('${name}'))`,
  [`pages/${name}/${name}.wxml`]: `<view class="${name}">${name}</view>`,
})

/** Two tabs (home, me) and three further pages (a, b, c). */
export const LOGIC_APP: Files = {
  'app.json': appJson({
    pages: ['home', 'me', 'a', 'b', 'c'].map((name) => `pages/${name}/${name}`),
    darkmode: false,
  }),
  'app.js': APP,
  'log-page.js': LOG_PAGE,
  ...Object.fromEntries(
    ['home', 'me', 'a', 'b', 'c'].flatMap((name) => Object.entries(plainPage(name))),
  ),
}

export interface LogicHost extends Host {
  /** wx.<method>(options): its result; rejects with its errMsg. */
  call(method: string, ...args: unknown[]): Promise<unknown>
  /** Runs a function's text in the app's code. */
  run<T = unknown>(source: string, ...args: unknown[]): Promise<T>
  /** What was written down since the last look. */
  log(): Promise<string[]>
  /** Routes of the stack. */
  stack(): Promise<string[]>
  top(): Promise<{ pageId: number; path: string; query: Record<string, string> }>
  /** Events told to the client, by name. */
  page$(selector: string): Promise<{ elementId: string; tagName: string; pageId: number }>
}

export async function startLogicHost(
  files: Files = {},
  options: Partial<HostOptions> = {},
): Promise<LogicHost> {
  const browser = options.browser ?? (await launchBrowser({}))
  const host = await startHost({ dist: writeApp({ ...LOGIC_APP, ...files }), ...options, browser })
  const run = async <T>(source: string, ...args: unknown[]): Promise<T> => {
    const given = { functionDeclaration: source, args }
    const { result } = (await host.send('App.callFunction', given)) as { result: T }
    return result
  }
  const top = async () =>
    (await host.send('App.getCurrentPage')) as Awaited<ReturnType<LogicHost['top']>>
  return {
    ...host,
    close: async () => {
      await host.close()
      if (!options.browser) await browser.close()
    },
    problems: () => host.problems(),
    call: async (method, ...args) =>
      ((await host.send('App.callWxMethod', { method, args })) as { result: unknown }).result,
    run,
    log: () => run<string[]>('function () { return getApp().log.splice(0) }'),
    stack: async () => {
      const answer = await host.send('App.getPageStack')
      return (answer as { pageStack: { path: string }[] }).pageStack.map(
        ({ path }) => path.split('/').at(-1) ?? '',
      )
    },
    top,
    page$: async (selector) => {
      const { pageId } = await top()
      const found = await host.send('Page.getElement', { pageId, selector })
      return { ...(found as { elementId: string; tagName: string }), pageId }
    },
  }
}
