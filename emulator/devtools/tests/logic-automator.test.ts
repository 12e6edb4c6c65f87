import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dropApps } from './write-app'
import { startLogicHost, type LogicHost } from './logic-app'

let host: LogicHost
beforeAll(async () => {
  host = await startLogicHost({
    'parts/box.json': { component: true },
    'parts/box.js': `Component({
      properties: { label: String }, data: { inner: { n: 1 } },
      methods: { add(by) { this.setData({ 'inner.n': this.data.inner.n + by }); return this.data.inner.n } },
    })`,
    'parts/box.wxml': `<view class="inside">{{label}} {{inner.n}}</view>`,
    'pages/a/a.json': { usingComponents: { box: '/parts/box' } },
    'pages/a/a.js': `Page({
      data: { word: '茶', list: ['一', '二'], isThere: true, nested: { deep: [{ x: 5 }] } },
      join(a, b) { return Promise.resolve(a + b) },
      heard({ type, detail, currentTarget }) {
        getApp().log.push(type + ' ' + JSON.stringify(detail) + ' ' + currentTarget.id)
      },
    })`,
    'pages/a/a.wxml': `
      <view class="outer" id="outer" data-kind="tea" bindtap="heard" bindmine="heard">
        <view class="line" wx:for="{{list}}" wx:key="*this"><text class="t">{{item}}</text></view>
      </view>
      <view wx:if="{{isThere}}" class="there">{{word}}</view>
      <input class="name" value="旧" bindinput="heard"/>
      <switch class="on" bindchange="heard"/>
      <box class="box" label="箱"/>`,
  })
})
afterAll(async () => {
  await host.close()
  dropApps()
})
let pageId = 0
beforeEach(async () => {
  await host.call('reLaunch', { url: '/pages/a/a' })
  pageId = (await host.top()).pageId
  await host.log()
})

type Answer = Record<string, unknown>
const ask = (method: string, params: object = {}) =>
  host.send(method, { pageId, ...params }) as Promise<Answer>
const find = (selector: string) => ask('Page.getElement', { selector })
const on = async (selector: string, method: string, params: object = {}) =>
  ask(method, { elementId: (await find(selector))['elementId'], ...params })
const mock = (params: object) => host.send('App.mockWxMethod', params as Answer)

describe('mocks of wx', () => {
  it('by a value: promises and callbacks get it, and the real one comes back', async () => {
    await mock({ method: 'showModal', result: { confirm: true } })
    expect(await host.call('showModal', { title: '?' })).toEqual({
      errMsg: 'showModal:ok',
      confirm: true,
    })
    const heard = await host.run(`function () {
      return new Promise((resolve) => {
        const heard = []
        wx.showModal({ success: (r) => heard.push(r.confirm), complete: () => resolve(heard) })
      })
    }`)
    expect(heard).toEqual([true])
    await mock({ method: 'showModal' })
    const asked = host.call('showModal', { title: '真的' })
    await expect.poll(() => host.send('Host.sheet')).toMatchObject({ sheet: { title: '真的' } })
    await host.send('Host.answer', { verdict: 'cancel' })
    expect(await asked).toMatchObject({ confirm: false })
  })

  it('a value with :fail fails', async () => {
    await mock({ method: 'scanCode', result: { errMsg: 'scanCode:fail cancel' } })
    await expect(host.call('scanCode')).rejects.toThrow('scanCode:fail cancel')
    await mock({ method: 'scanCode' })
  })

  it('by a function: with the options, further arguments, and the original', async () => {
    await mock({
      method: 'setStorage',
      functionDeclaration: `function (options, mark) {
        return this.origin({ key: options.key, data: options.data + mark })
      }`,
      args: ['!'],
    })
    await host.call('setStorage', { key: 'k', data: '茶' })
    expect(await host.run("function () { return wx.getStorageSync('k') }")).toBe('茶!')
    await mock({ method: 'setStorage' })
  })

  it('of a synchronous call, by value and by function', async () => {
    await mock({ method: 'getStorageSync', result: 'mocked' })
    expect(await host.run("function () { return wx.getStorageSync('z') }")).toBe('mocked')
    await mock({ method: 'getStorageSync', functionDeclaration: '(key) => key + "?"' })
    expect(await host.run("function () { return wx.getStorageSync('z') }")).toBe('z?')
    await mock({ method: 'getStorageSync' })
    expect(await host.run("function () { return wx.getStorageSync('z') }")).toBe('')
  })

  it('of a member inside wx.cloud', async () => {
    await mock({ method: 'cloud.callFunction', result: { result: { ok: true } } })
    expect(await host.call('cloud.callFunction', { name: 'x' })).toMatchObject({
      result: { ok: true },
    })
    await mock({ method: 'cloud.callFunction' })
  })

  it('of what wx does not have is refused', async () => {
    await expect(mock({ method: 'makeTea', result: 1 })).rejects.toThrow('wx.makeTea not exists')
    await expect(host.call('makeTea')).rejects.toThrow('wx.makeTea not exists')
  })
})

describe('functions sent to the app', () => {
  it('see what its code sees, take arguments, and are awaited', async () => {
    expect(
      await host.run(
        'async function (a, b) { return [typeof document, getCurrentPages().length, a + b] }',
        1,
        2,
      ),
    ).toEqual(['undefined', 1, 3])
    expect(await host.run('(word) => Promise.resolve(word)', '茶')).toBe('茶')
  })

  it('reject with their own words', async () => {
    await expect(host.run('() => { throw new Error("no tea") }')).rejects.toThrow('no tea')
  })
})

describe('elements', () => {
  it('keep their id while drawn, and an id is never used again', async () => {
    const first = await find('.there')
    expect(await find('.there')).toEqual(first)
    await ask('Page.setData', { data: { isThere: false } })
    await expect(ask('Element.getOffset', { elementId: first['elementId'] })).rejects.toThrow(
      'no such element',
    )
    await ask('Page.setData', { data: { isThere: true } })
    expect((await find('.there'))['elementId']).not.toBe(first['elementId'])
  })

  it('none is an error', async () => {
    await expect(find('.nothing')).rejects.toThrow('no such element')
    expect(await ask('Page.getElements', { selector: '.nothing' })).toEqual({ elements: [] })
  })

  it.each([
    ['//text', 2],
    ['/view/view', 2],
    ['//view[@id="outer"]', 1],
    ['//view[2]/text', 1],
    ['//text[contains(text(), "二")]', 1],
    ['//view[contains(@class, "inside")]', 0],
  ])('xpath %s finds %i', async (selector, count) => {
    const { elements } = await ask('Page.getElementsByXpath', { selector })
    expect(elements).toHaveLength(count)
  })

  it('below an element, only its own', async () => {
    const { elements } = await on('.outer', 'Element.getElements', { selector: 'text' })
    expect(elements).toHaveLength(2)
    await expect(on('.there', 'Element.getElement', { selector: 'text' })).rejects.toThrow(
      'no such',
    )
  })

  it('page.$ does not look into custom components; from the component it does', async () => {
    await expect(find('.inside')).rejects.toThrow('no such element')
    const inside = await on('.box', 'Element.getElement', { selector: '.inside' })
    expect(inside['tagName']).toBe('view')
  })

  it('only a custom component has a nodeId', async () => {
    expect((await find('.box'))['nodeId']).toBeDefined()
    expect((await find('.there'))['nodeId']).toBeUndefined()
    expect((await find('.name'))['tagName']).toBe('input')
  })

  it('answer texts, properties, attributes, styles and WXML', async () => {
    const first = async (method: string, key: string, name: string, selector: string) =>
      ((await on(selector, method, { names: [name] }))[key] as unknown[])[0]
    expect(await first('Element.getDOMProperties', 'properties', 'innerText', '.there')).toBe('茶')
    expect(await first('Element.getProperties', 'properties', 'value', '.name')).toBe('旧')
    expect(await first('Element.getProperties', 'properties', 'label', '.box')).toBe('箱')
    expect(await first('Element.getAttributes', 'attributes', 'class', '.there')).toBe('there')
    expect(await first('Element.getAttributes', 'attributes', 'nothing', '.there')).toBeNull()
    expect(await first('Element.getStyles', 'styles', 'textAlign', '.there')).toBe('start')
    expect(await on('.there', 'Element.getWXML', { type: 'outer' })).toEqual({
      wxml: expect.stringMatching(/^<view class="there">茶<\/view>$/) as string,
    })
    const readable = await first('Element.getProperties', 'properties', '__propPublic', '.name')
    expect(readable).toMatchObject({ value: true, placeholder: true, class: true, id: true })
  })

  it('events by hand reach the app, with their detail', async () => {
    await on('.outer', 'Element.triggerEvent', { type: 'mine', detail: { a: 1 } })
    await on('.name', 'Element.triggerEvent', { type: 'input', detail: { value: '新' } })
    expect(await host.log()).toEqual(['mine {"a":1} outer', 'input {"value":"新"} '])
    const value = await on('.name', 'Element.getProperties', { names: ['value'] })
    expect(value).toEqual({ properties: ['新'] })
  })

  it('a tap on a child bubbles to the handler around it', async () => {
    await on('.line', 'Element.tap')
    expect((await host.log())[0]).toMatch(/^tap \{"x":.*\} outer$/)
  })

  it('functions of their component; others are refused by name', async () => {
    await on('.on', 'Element.callFunction', { functionName: 'switch.tap' })
    expect(await host.log()).toEqual(['change {"value":true} '])
    await expect(
      on('.there', 'Element.callFunction', { functionName: 'slider.slideTo' }),
    ).rejects.toThrow('view.slider.slideTo not exists')
  })

  it("a custom component's data and methods", async () => {
    expect(await on('.box', 'Element.callMethod', { method: 'add', args: [4] })).toEqual({
      result: 5,
    })
    expect(await on('.box', 'Element.getData', { path: 'inner.n' })).toEqual({ data: 5 })
    await on('.box', 'Element.setData', { data: { inner: { n: 9 } } })
    const inside = await on('.box', 'Element.getElement', { selector: '.inside' })
    const asked = { elementId: inside['elementId'], names: ['innerText'] }
    expect(await ask('Element.getDOMProperties', asked)).toEqual({ properties: ['箱 9'] })
    await expect(on('.there', 'Element.getData')).rejects.toThrow('is not a custom component')
  })
})

describe('pages', () => {
  it('data by path, methods awaited, what is not there named', async () => {
    expect(await ask('Page.getData', { path: 'nested.deep[0].x' })).toEqual({ data: 5 })
    expect(await ask('Page.getData', { path: 'nothing.here' })).toEqual({ data: null })
    expect(await ask('Page.callMethod', { method: 'join', args: ['a', 'b'] })).toEqual({
      result: 'ab',
    })
    await expect(ask('Page.callMethod', { method: 'gone' })).rejects.toThrow('page.gone not exists')
  })

  it('that are not on top answer nothing', async () => {
    await host.call('navigateTo', { url: '/pages/b/b' })
    for (const [method, params] of [
      ['Page.getElement', { selector: 'view' }],
      ['Page.getData', {}],
      ['Page.callMethod', { method: 'join', args: [] }],
      ['Page.getWindowProperties', { names: ['innerWidth'] }],
      ['Element.getOffset', { elementId: 'x' }],
    ] as const)
      await expect(ask(method, params)).rejects.toThrow('page is not on top of page stack')
  })

  it('a method the protocol does not have is refused by name', async () => {
    await expect(host.send('Page.dance')).rejects.toThrow('unimplemented: Page.dance')
  })
})
