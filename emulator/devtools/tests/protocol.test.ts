import automator from 'miniprogram-automator'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { launchBrowser, startHost, type Host, type HostOptions } from '../index'
import { appJson, dropApps, writeApp, type Files } from './write-app'

const APP: Files = {
  'app.js': 'App({ taps: [] })',
  'app.json': appJson({ pages: ['pages/home/home', 'pages/me/me', 'pages/form/form'] }),
  'pages/home/home.js': `Page({
    data: { word: '茶', isCovered: false, nested: { list: [{ n: 1 }, { n: 2 }] } },
    tapped(event) {
      const { name } = event.currentTarget.dataset
      getApp().taps.push(name)
      this.setData({ word: name })
    },
    held() { this.setData({ word: 'held' }) },
    touched(event) { getApp().taps.push(event.type) },
    ask() { wx.showModal({ title: '确定吗', success: (r) => this.setData({ word: r.confirm ? 'yes' : 'no' }) }) },
    fail() { throw new Error('a mistake in a handler') },
    join(a, b) { return a + b },
  })`,
  'pages/home/home.wxml': `
    <view class="word" id="w" data-n="1" bindtouchstart="touched" bindtouchend="touched"
      bindlongpress="held">{{word}}</view>
    <button class="one" data-name="one" bindtap="tapped">一</button>
    <view style="position: relative; height: 60px">
      <button class="under" data-name="under" bindtap="tapped">下</button>
      <view wx:if="{{isCovered}}" class="cover" data-name="cover" bindtap="tapped"
        style="position: absolute; inset: 0; z-index: 9"/>
    </view>
    <view class="hidden" style="display: none" bindtap="tapped">x</view>
    <button class="ask" bindtap="ask">问</button>
    <button class="fail" bindtap="fail">错</button>
    <view style="height: 1500px"/>
    <button class="far" data-name="far" bindtap="tapped">远</button>`,
  'pages/form/form.js': `Page({
    data: { value: '旧', seen: '' },
    input(e) { this.setData({ seen: e.detail.value }) },
  })`,
  'pages/form/form.wxml': `
    <input class="name" value="{{value}}" maxlength="4" bindinput="input"/>
    <input class="off" disabled value="锁"/><text class="seen">{{seen}}</text>`,
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
const hosts: Host[] = []
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close()
})
afterAll(async () => {
  await browser.close()
  dropApps()
})

/** The client keeps it to itself. */
const idOf = (page: unknown) => (page as { id: number }).id

async function open(options: Partial<HostOptions> = {}) {
  const host = await startHost({ dist: writeApp(APP), browser, ...options })
  hosts.push(host)
  const miniProgram = await automator.connect({ wsEndpoint: host.wsEndpoint })
  const page = (await miniProgram.currentPage())!
  const find = async (selector: string) => (await page.$(selector))!
  const word = async () => (await find('.word')).text()
  const client = miniProgram as unknown as {
    send(method: string, params: object): Promise<unknown>
  }
  const send = (method: string, params: object = {}) => client.send(method, params)
  return { host, miniProgram, page, find, word, send }
}

describe('the client of miniprogram-automator', () => {
  it('connects, and reads the page on top', async () => {
    const { miniProgram, page, find } = await open()
    expect([page.path, page.query]).toEqual(['pages/home/home', {}])
    expect(await page.data('nested.list[1].n')).toBe(2)
    expect(await page.callMethod('join', 'a', 'b')).toBe('ab')
    const word = await find('.word')
    expect(await word.text()).toBe('茶')
    expect(await word.attribute('class')).toBe('word')
    expect(await word.style('display')).toBe('block')
    expect((await word.size()).width).toBe(375)
    expect(await word.outerWxml()).toContain('茶')
    expect(await page.$$('button')).toHaveLength(5)
    expect(await page.$('.nothing')).toBeNull()
    expect((await page.size()).height).toBeGreaterThan(1500)
    expect((await miniProgram.pageStack()).map(({ path }) => path)).toEqual(['pages/home/home'])
  })

  it('runs functions in the app, and calls and mocks wx', async () => {
    const { miniProgram } = await open()
    expect(
      await miniProgram.evaluate(
        'function (a, b) { return getCurrentPages().length + a + b }',
        1,
        2,
      ),
    ).toBe(4)
    await expect(miniProgram.evaluate('() => { throw new Error("no") }')).rejects.toThrow('no')
    await miniProgram.callWxMethod('setStorageSync', 'k', { a: 1 })
    expect(await miniProgram.callWxMethod('getStorageSync', 'k')).toEqual({ a: 1 })
    await miniProgram.mockWxMethod('getStorageSync', 'mocked')
    expect(await miniProgram.callWxMethod('getStorageSync', 'k')).toBe('mocked')
    await miniProgram.restoreWxMethod('getStorageSync')
    expect(await miniProgram.callWxMethod('getStorageSync', 'k')).toEqual({ a: 1 })
    await expect(miniProgram.callWxMethod('navigateTo', { url: '/pages/nowhere' })).rejects.toThrow(
      /navigateTo:fail/,
    )
  })

  it('hears what the app prints, its exceptions, and its bindings', async () => {
    const { host, miniProgram, find } = await open()
    const heard: unknown[] = []
    miniProgram.on('console', (entry: unknown) => heard.push(entry))
    miniProgram.on('exception', ({ message }: { message: string }) => heard.push(message))
    await miniProgram.exposeFunction('tellTest', (...args: unknown[]) => heard.push(args))
    await miniProgram.evaluate('function () { console.log("hello", 1); tellTest("bound", 2) }')
    await (await find('.fail')).tap()
    expect(heard).toEqual([
      { type: 'log', args: ['hello', 1] },
      ['bound', 2],
      'a mistake in a handler',
    ])
    expect(host.problems()).toMatchObject([
      { kind: 'exception', message: 'a mistake in a handler' },
    ])
  })

  it('takes a picture of the whole phone', async () => {
    const { miniProgram } = await open({ width: 320, height: 600 })
    const png = Buffer.from((await miniProgram.screenshot()) as string, 'base64')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 1200])
  })

  it('answers "page is not on top" for a page below', async () => {
    const { miniProgram, page } = await open()
    await miniProgram.callWxMethod('navigateTo', { url: '/pages/form/form?a=1' })
    expect((await miniProgram.currentPage())!.query).toEqual({ a: '1' })
    await expect(page.data()).rejects.toThrow('page is not on top of page stack')
    await miniProgram.callWxMethod('navigateBack')
    expect(idOf(await miniProgram.currentPage())).toBe(idOf(page))
  })
})

describe('real taps', () => {
  it('land on the element, scrolled into view when it is far', async () => {
    const { find, word, miniProgram } = await open()
    await (await find('.one')).tap()
    expect(await word()).toBe('one')
    await (await find('.far')).tap()
    expect(await word()).toBe('far')
    expect(await miniProgram.evaluate('() => getApp().taps')).toEqual(['one', 'far'])
  })

  it('are refused when something lies above, naming it; then nothing was tapped', async () => {
    const { find, word, page } = await open()
    await page.setData({ isCovered: true })
    await expect((await find('.under')).tap()).rejects.toThrow('is covered by <view class="cover">')
    expect(await word()).toBe('茶')
    await (await find('.cover')).tap()
    expect(await word()).toBe('cover')
  })

  it('are refused on what is not displayed', async () => {
    const { find } = await open()
    await expect((await find('.hidden')).tap()).rejects.toThrow('is not displayed')
  })

  it('may be dispatched directly instead, whatever lies above', async () => {
    const { find, word, page } = await open({ taps: 'direct' })
    await page.setData({ isCovered: true })
    await (await find('.under')).tap()
    expect(await word()).toBe('under')
  })

  it('are held in real time: a long press is one', async () => {
    const { find, word, miniProgram } = await open()
    await (await find('.word')).longpress()
    expect(await word()).toBe('held')
    expect(await miniProgram.evaluate('() => getApp().taps')).toEqual(['touchstart', 'touchend'])
  })

  it("reach WeChat's own sheets and bars by their text", async () => {
    const { find, word, send } = await open()
    await (await find('.ask')).tap()
    expect(await send('Host.sheet')).toMatchObject({ sheet: { kind: 'modal', title: '确定吗' } })
    await expect((await find('.one')).tap()).rejects.toThrow("is covered by WeChat's own")
    await send('Host.tapText', { text: '确定' })
    expect(await word()).toBe('yes')
    await expect(send('Host.tapText', { text: '没有这样的' })).rejects.toThrow(
      'WeChat shows no "没有这样的"',
    )
    await send('Host.tapText', { text: '我的' })
    expect(await send('App.getCurrentPage')).toMatchObject({ path: 'pages/me/me' })
  })
})

describe('typing', () => {
  it('replaces what stands there, no longer than maxlength, and not where it is disabled', async () => {
    const { miniProgram } = await open({ launch: { path: 'pages/form/form' } })
    const page = (await miniProgram.currentPage())!
    const name = (await page.$('.name')) as unknown as { input(text: string): Promise<void> }
    await name.input('龙井')
    expect(await (await page.$('.seen'))!.text()).toBe('龙井')
    await name.input('一二三四五六')
    expect(await (await page.$('.seen'))!.text()).toBe('一二三四')
    await name.input('')
    expect(await (await page.$('.seen'))!.text()).toBe('')
    const off = (await page.$('.off')) as unknown as typeof name
    await expect(off.input('x')).rejects.toThrow('is disabled')
  })
})

/** A client of its own: what it sends, and all it gets. */
async function rawClient(host: Host) {
  const socket = new WebSocket(host.wsEndpoint)
  const got: Record<string, unknown>[] = []
  socket.on('message', (data: Buffer) =>
    got.push(JSON.parse(data.toString()) as Record<string, unknown>),
  )
  const closed = new Promise<[number, string]>((answer) =>
    socket.on('close', (code, reason) => answer([code, reason.toString()])),
  )
  await new Promise((resolve) => socket.on('open', resolve))
  const until = async (count: number) => {
    while (got.length < count) await new Promise((resolve) => setTimeout(resolve, 10))
    return got
  }
  return { socket, got, until, closed }
}

describe('the socket', () => {
  let host: Host
  beforeAll(async () => {
    host = await startHost({ dist: writeApp(APP), browser })
  })
  afterAll(() => host.close())

  it.each<[what: string, frame: object, message: RegExp]>([
    ['an unknown method', { id: 'a', method: 'Page.fly' }, /unimplemented: Page\.fly/],
    ['a method that is none', { id: 'a', method: 7 }, /method must be a text/],
    [
      'parameters that are a list',
      { id: 'a', method: 'Tool.getInfo', params: [] },
      /params must be an object/,
    ],
    [
      'what only DevTools can do',
      { id: 'a', method: 'Tool.enableRemoteDebug' },
      /simulated host, not WeChat DevTools/,
    ],
    [
      'a text where a number belongs',
      { id: 'a', method: 'Host.resize', params: { width: 'x' } },
      /width must be a number/,
    ],
    [
      'an element that is none',
      { id: 'a', method: 'Element.tap', params: { pageId: 100001, elementId: 'x' } },
      /no such element/,
    ],
  ])('answers %s with an error under its id', async (_what, frame, message) => {
    const { socket, until } = await rawClient(host)
    socket.send(JSON.stringify(frame))
    const [answer] = await until(1)
    expect(answer).toEqual({
      id: 'a',
      error: { message: expect.stringMatching(message) as string },
    })
  })

  it.each<[what: string, frame: string | Buffer, reason: string]>([
    ['is no JSON', '{"id":', 'a frame must be JSON'],
    ['is no object', '7', 'a frame must be an object'],
    ['has no id', '{"method":"Tool.getInfo"}', 'a frame needs an id'],
    ['is binary', Buffer.from('{"id":"a","method":"Tool.getInfo"}'), 'a frame must be text'],
  ])('closes on a frame that %s, and goes on with others', async (_what, frame, reason) => {
    const [{ socket, closed }, other] = [await rawClient(host), await rawClient(host)]
    socket.send(frame)
    expect(await closed).toEqual([1007, reason])
    other.socket.send(JSON.stringify({ id: 'b', method: 'App.getCurrentPage' }))
    expect(await other.until(1)).toMatchObject([{ id: 'b', result: { path: 'pages/home/home' } }])
  })

  it('handles the commands of a connection in their order', async () => {
    const { host, page, find } = await open()
    const elementId = idOf(await find('.one'))
    const { socket, until } = await rawClient(host)
    const send = (id: string, method: string, params: object) =>
      socket.send(JSON.stringify({ id, method, params }))
    const pageId = idOf(page)
    send('tap', 'Element.tap', { pageId, elementId })
    send('read', 'Page.getData', { pageId, path: 'word' })
    send('write', 'Page.setData', { pageId, data: { word: 'after' } })
    send('again', 'Page.getData', { pageId, path: 'word' })
    const answers = await until(4)
    expect(answers.map(({ id }) => id)).toEqual(['tap', 'read', 'write', 'again'])
    expect([answers[1], answers[3]]).toMatchObject([
      { result: { data: 'one' } },
      { result: { data: 'after' } },
    ])
  })

  it('lets a later command answer what an earlier one waits for', async () => {
    const { miniProgram } = await open()
    const asked = miniProgram.callWxMethod('showModal', { title: '要吗' })
    await miniProgram.native().confirmModal()
    expect(await asked).toMatchObject({ confirm: true })
  })

  it('tells every client what happens', async () => {
    const { host, find } = await open()
    const [one, other] = [await rawClient(host), await rawClient(host)]
    await (await find('.fail')).tap()
    for (const { until } of [one, other]) {
      expect(await until(1)).toMatchObject([
        { method: 'App.exceptionThrown', params: { message: 'a mistake in a handler' } },
      ])
    }
  })

  it('ends the host on Tool.close', async () => {
    const { host } = await open()
    const { socket, closed, until } = await rawClient(host)
    socket.send(JSON.stringify({ id: 'bye', method: 'Tool.close' }))
    expect(await until(1)).toEqual([{ id: 'bye', result: {} }])
    await closed
  })
})

describe('the phone', () => {
  it('opens the app as a share or a code would, warm or cold, and cold keeps what was stored', async () => {
    const { miniProgram, send } = await open({
      launch: { path: 'pages/me/me?from=friend', scene: 1007 },
    })
    const options = () => miniProgram.evaluate('() => wx.getEnterOptionsSync()') as Promise<unknown>
    expect(await options()).toMatchObject({
      path: 'pages/me/me',
      query: { from: 'friend' },
      scene: 1007,
    })
    const first = idOf(await miniProgram.currentPage())
    await miniProgram.callWxMethod('setStorageSync', 'kept', 1)
    await send('Host.launch', { path: 'pages/form/form', query: { scene: 'abc' }, scene: 1047 })
    expect((await miniProgram.currentPage())!.path).toBe('pages/form/form')
    expect(await options()).toMatchObject({ query: { scene: 'abc' }, scene: 1047 })
    await send('Host.launch', { path: 'pages/home/home', cold: true })
    const after = (await miniProgram.currentPage())!
    expect(after.path).toBe('pages/home/home')
    expect(idOf(after)).not.toBe(first)
    expect(await miniProgram.callWxMethod('getStorageSync', 'kept')).toBe(1)
    expect(await miniProgram.evaluate('() => getApp().taps')).toEqual([])
  })

  it.each<[scene: string, mistake: string | null]>([
    ['a'.repeat(32), null],
    [encodeURIComponent("!#$&'()*+,/:;=?@-._~"), null],
    ['a'.repeat(33), 'no code carries the scene'],
    [encodeURIComponent('茶'), 'no code carries the scene'],
    [encodeURIComponent('a%b'), 'no code carries the scene'],
  ])('opens by a code with scene %s: %s', async (scene, mistake) => {
    const { host } = await open()
    const opened = host.send('Host.launch', { path: 'pages/me/me', query: { scene }, scene: 1047 })
    if (mistake !== null) return expect(opened).rejects.toThrow(mistake)
    await opened
    expect(await host.send('App.getCurrentPage')).toMatchObject({ query: { scene } })
  })

  it('keeps its large text when the app is started anew', async () => {
    const { miniProgram, send } = await open()
    await send('Host.fontSize', { size: 20 })
    await send('Host.launch', { path: 'pages/me/me', cold: true })
    const info: unknown = await miniProgram.callWxMethod('getAppBaseInfo')
    expect(info).toMatchObject({ fontSizeSetting: 20 })
  })

  it('turns dark, resizes, and swipes as a finger does', async () => {
    const { miniProgram, page, send } = await open()
    await send('Host.resize', { width: 320, height: 640 })
    expect(await miniProgram.callWxMethod('getWindowInfo')).toMatchObject({ windowWidth: 320 })
    await send('Host.swipe', { from: { x: 160, y: 500 }, to: { x: 160, y: 200 } })
    expect(await page.scrollTop()).toBeGreaterThan(100)
    await expect(send('Host.theme', { name: 'pink' })).rejects.toThrow(
      'a theme is light or dark, not "pink"',
    )
  })
})
