import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../launch-browser'
import { dropApps, type Files } from './write-app'
import { startLogicHost, type LogicHost } from './logic-app'
import type { HostOptions } from '../host'

let browser: Browser
let host: LogicHost
beforeAll(async () => {
  browser = await launchBrowser({})
})
afterAll(async () => {
  await browser.close()
  dropApps()
})
afterEach(() => host.close())

const start = async (options: Partial<HostOptions> = {}, files: Files = {}) => {
  host = await startLogicHost(files, { ...options, browser })
}
const told = (name: string) =>
  host.run<Record<string, unknown>>(`function () { return getApp().told['${name}'] }`)
const options = (which: 'Launch' | 'Enter') =>
  host.run<Record<string, unknown>>(`function () { return wx.get${which}OptionsSync() }`)
const launch = (params: object) => host.send('Host.launch', params as Record<string, unknown>)

describe('a cold start', () => {
  it('launches and shows the app, then loads, shows and readies the first page', async () => {
    await start()
    const expected = 'app.launch app.show home.load home.show home.ready'
    expect((await host.log()).join(' ')).toBe(expected)
    expect(await told('launch')).toMatchObject({ path: 'pages/home/home', query: {}, scene: 1001 })
  })

  it('opens the page a code or card leads to, alone on the stack', async () => {
    await start({ launch: { path: 'pages/a/a', query: { scene: 'k%3D1' }, scene: 1047 } })
    expect(await host.stack()).toEqual(['a'])
    expect((await host.top()).query).toEqual({ scene: 'k%3D1' })
    expect(await told('launch')).toMatchObject({
      path: 'pages/a/a',
      query: { scene: 'k%3D1' },
      scene: 1047,
    })
  })

  it('keeps what was stored, forgets everything else, and uses no page id twice', async () => {
    await start()
    await host.call('setStorage', { key: 'name', data: '小满' })
    await host.run('function () { getApp().word = 1 }')
    const before = await host.top()
    await launch({ path: 'pages/b/b', cold: true })
    expect(await host.stack()).toEqual(['b'])
    expect(await host.run("function () { return wx.getStorageSync('name') }")).toBe('小满')
    expect(await host.run('function () { return getApp().word }')).toBeUndefined()
    expect((await host.top()).pageId).toBeGreaterThan(before.pageId)
  })

  it('to a page that is not there asks onPageNotFound, which may go elsewhere', async () => {
    const app = `App({ log: [], told: {}, onPageNotFound(options) {
      this.told.notfound = options
      wx.redirectTo({ url: '/pages/a/a' })
    } })`
    await start({ launch: { path: 'pages/old/old', query: { id: '1' } } }, { 'app.js': app })
    expect(await host.stack()).toEqual(['a'])
    expect(await told('notfound')).toEqual({
      path: 'pages/old/old',
      query: { id: '1' },
      isEntryPage: true,
    })
    expect(host.problems().map(({ kind }) => kind)).not.toContain('exception')
  })

  it('to a page that is not there, with nobody to ask, is an error', async () => {
    const files = { 'app.js': 'App({ log: [], told: {} })' }
    await start({ launch: { path: 'pages/old/old' } }, files)
    expect(host.problems()).toContainEqual(
      expect.objectContaining({ kind: 'exception', message: 'page "pages/old/old" is not found' }),
    )
  })

  it('loads page scripts at once, or only when opened where the app is lazy', async () => {
    const mark = (name: string) =>
      `getApp().log.push('script ${name}'); Page(require('../../log-page')('${name}'))`
    const pages = { 'pages/a/a.js': mark('a'), 'pages/b/b.js': mark('b') }
    await start({}, pages)
    expect((await host.log()).slice(0, 2)).toEqual(['script a', 'script b'])
    await host.close()
    const json = JSON.stringify({
      pages: ['home', 'me', 'a', 'b', 'c'].map((name) => `pages/${name}/${name}`),
      lazyCodeLoading: 'requiredComponents',
    })
    await start({}, { ...pages, 'app.json': json })
    expect((await host.log())[0]).toBe('app.launch')
    await host.call('navigateTo', { url: '/pages/a/a' })
    expect((await host.log()).slice(0, 2)).toEqual(['script a', 'home.hide'])
  })
})

describe('leaving for the background and coming back', () => {
  beforeEach(async () => {
    await start()
    await host.call('navigateTo', { url: '/pages/a/a?id=1' })
    await host.log()
  })

  it('hides the page, then the app; shows the app, then the page', async () => {
    await host.send('Host.background')
    await host.send('Host.foreground')
    expect(await host.log()).toEqual(['a.hide', 'app.hide', 'app.show', 'a.show'])
  })

  it('twice is once', async () => {
    await host.send('Host.background')
    await host.send('Host.background')
    await host.send('Host.foreground')
    await host.send('Host.foreground')
    expect(await host.log()).toEqual(['a.hide', 'app.hide', 'app.show', 'a.show'])
  })

  it('a warm start elsewhere shows the app and relaunches to that page', async () => {
    await launch({ path: 'pages/b/b', query: { id: '2' }, scene: 1007 })
    expect((await host.log()).join(' ')).toBe(
      'a.hide app.hide app.show a.unload home.unload b.load b.show b.ready',
    )
    expect(await host.stack()).toEqual(['b'])
  })

  it('a warm start tells how it entered; how it was launched stays', async () => {
    await launch({ path: 'pages/b/b', query: { id: '2' }, scene: 1047 })
    const entered = { path: 'pages/b/b', query: { id: '2' }, scene: 1047 }
    expect(await options('Enter')).toMatchObject(entered)
    expect(await told('show')).toMatchObject(entered)
    expect(await options('Launch')).toMatchObject({ path: 'pages/home/home', scene: 1001 })
  })

  it('a warm start to the page one is on shows it as it is', async () => {
    await launch({ path: 'pages/a/a', query: { id: '1' }, scene: 1007 })
    expect(await host.log()).toEqual(['a.hide', 'app.hide', 'app.show', 'a.show'])
    expect(await host.stack()).toEqual(['home', 'a'])
  })

  it('a warm start to the same page with another query loads it anew', async () => {
    await launch({ path: 'pages/a/a', query: { id: '9' }, scene: 1007 })
    expect(await host.stack()).toEqual(['a'])
    expect((await host.top()).query).toEqual({ id: '9' })
  })

  it('from the list of mini-programs, without a page, shows what was there', async () => {
    await launch({ scene: 1089 })
    expect(await host.log()).toEqual(['a.hide', 'app.hide', 'app.show', 'a.show'])
    expect(await options('Enter')).toMatchObject({ path: 'pages/a/a', scene: 1089 })
  })

  it('from elsewhere, without a page, goes to the first page', async () => {
    await launch({ scene: 1020 })
    expect(await host.stack()).toEqual(['home'])
  })

  it('listeners of wx.onAppShow and onAppHide hear it too', async () => {
    await host.run(`function () {
      wx.onAppShow((options) => getApp().log.push('heard show ' + options.scene))
      wx.onAppHide(() => getApp().log.push('heard hide'))
    }`)
    await launch({ path: 'pages/b/b', scene: 1007 })
    const log = await host.log()
    expect(log).toContain('heard hide')
    expect(log).toContain('heard show 1007')
  })
})

describe('errors come to light', () => {
  const problem = (message: string): unknown =>
    expect.objectContaining({
      kind: 'exception',
      message: expect.stringContaining(message) as string,
    })
  const page = (more: string) => ({ 'pages/a/a.js': `Page({ ${more} })` })
  const open = () => host.call('navigateTo', { url: '/pages/a/a' })

  it.each<[what: string, page: string, message: string]>([
    ['thrown in onLoad', 'onLoad() { throw new Error("no tea") }', 'no tea'],
    ['thrown in a timer', 'onLoad() { setTimeout(() => { throw new Error("late") }) }', 'late'],
    ['a rejection nobody caught', 'onLoad() { Promise.reject(new Error("cold")) }', 'cold'],
    ['a rejection with errMsg', 'onLoad() { Promise.reject({ errMsg: "x:fail y" }) }', 'x:fail y'],
    [
      'thrown in setData’s callback',
      'onLoad() { this.setData({}, () => { throw Error("cb") }) }',
      'cb',
    ],
    ['an error React prints', 'onLoad() { console.error(new Error("in render")) }', 'in render'],
    ['a wx member nobody has', 'onLoad() { wx.makeTea() }', 'wx.makeTea is not a function'],
  ])('%s', async (_, more, message) => {
    await start({}, page(more))
    await open()
    await expect
      .poll(() =>
        host
          .problems()
          .map((one) => one.message)
          .join(),
      )
      .toContain(message)
    expect(await host.stack()).toEqual(['home', 'a'])
  })

  it('App.onError and onUnhandledRejection are told, with the stack', async () => {
    await start({}, page('onLoad() { Promise.reject("why"); throw new Error("no tea") }'))
    await open()
    await expect.poll(() => host.log()).toContain('app.rejection')
    expect(await told('error')).toMatch(/no tea[^]*weapp:\/\/\/pages\/a\/a\.js/)
    expect(await told('rejection')).toMatchObject({ reason: 'why' })
  })

  it('a script that fails is an error, and its page cannot be opened', async () => {
    await start({}, { 'pages/a/a.js': 'throw new Error("broken script")' })
    await expect(open()).rejects.toThrow('navigateTo:fail broken script')
    expect(host.problems()).toContainEqual(problem('broken script'))
    expect(await host.stack()).toEqual(['home'])
  })

  it('a script that registers nothing is named', async () => {
    await start({}, { 'pages/a/a.js': '' })
    await expect(open()).rejects.toThrow('Page "pages/a/a" has not been registered')
  })

  it('an error in app.js is told; the page still opens', async () => {
    await start({}, { 'app.js': 'App({ log: [] }); throw new Error("in app.js")' })
    expect(host.problems()).toContainEqual(problem('in app.js'))
    expect(await host.stack()).toEqual(['home'])
  })
})
