import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dropApps } from './write-app'
import { startLogicHost, type LogicHost } from './logic-app'

let host: LogicHost
beforeAll(async () => {
  host = await startLogicHost({
    'pages/a/a.js': `Page({
      data: { word: '茶', list: [{ n: 1 }, { n: 2 }], deep: { x: { y: 0 } } },
      kept: { count: 0 },
    })`,
    'pages/a/a.wxml': `<view class="word">{{word}}</view>
      <view class="n" wx:for="{{list}}" wx:key="n">{{item.n}}</view><view class="y">{{deep.x.y}}</view>`,
    'pages/b/b.json': { component: true, usingComponents: {} },
    'pages/b/b.js': `
      const shared = Behavior({
        data: { mixed: 'from behavior' },
        lifetimes: { attached() { getApp().log.push('behavior attached') } },
        methods: { mixedIn() { return this.data.mixed } },
      })
      Component({
        behaviors: [shared],
        properties: { id: Number, title: { type: String, value: '无题' } },
        data: { total: 0 },
        observers: { 'total, id'(total, id) { getApp().log.push('observed ' + total + ' ' + id) } },
        lifetimes: { attached() { getApp().log.push('attached') }, ready() { getApp().log.push('ready') },
          detached() { getApp().log.push('detached') } },
        pageLifetimes: { show() { getApp().log.push('shown') }, hide() { getApp().log.push('hidden') } },
        methods: {
          onLoad(query) { getApp().log.push('load ' + query.id) },
          add() { this.setData({ total: this.data.total + 1 }) },
        },
      })`,
    'pages/b/b.wxml': '<view class="b">{{title}} {{id}} {{total}} {{mixed}}</view>',
  })
})
afterAll(async () => {
  await host.close()
  dropApps()
})
beforeEach(async () => {
  await host.call('reLaunch', { url: '/pages/a/a' })
  await host.log()
})

const text = async (selector: string) => {
  const { pageId } = await host.top()
  const { elements } = (await host.send('Page.getElements', { pageId, selector })) as {
    elements: { elementId: string }[]
  }
  const texts = []
  for (const { elementId } of elements) {
    const asked = { pageId, elementId, names: ['innerText'] }
    const { properties } = (await host.send('Element.getDOMProperties', asked)) as {
      properties: string[]
    }
    texts.push(properties[0])
  }
  return texts.join(' ')
}
/** Runs with `page`, the page on top. */
const withPage = <T>(body: string) =>
  host.run<T>(`function () { const page = getCurrentPages().slice(-1)[0]; ${body} }`)
const warnings = () => host.problems().map(({ message }) => message)

describe('setData', () => {
  it('changes this.data at once, and what is drawn a turn later', async () => {
    const { drawn, now } = await withPage<{ drawn: number; now: string }>(`
      page.setData({ word: '酒' })
      return { now: page.data.word, drawn: 0 }`)
    expect({ drawn, now }).toEqual({ drawn: 0, now: '酒' })
    await host.send('Host.settle')
    expect(await text('.word')).toBe('酒')
  })

  it('takes paths, and makes what is missing on the way', async () => {
    await withPage(
      `page.setData({ 'list[1].n': 7, 'deep.x.y': 5, 'list[2]': { n: 9 }, 'new.a[0].b': 1 })`,
    )
    await host.send('Host.settle')
    expect(await text('.n')).toBe('1 7 9')
    expect(await text('.y')).toBe('5')
    expect(await withPage('return page.data.new')).toEqual({ a: [{ b: 1 }] })
  })

  it('carries JSON: what the app changes afterwards is not drawn, nor in this.data', async () => {
    const kept = await withPage(`
      const list = [{ n: 3, made: new Date(0), gone: undefined }]
      page.setData({ list })
      list[0].n = 4
      return page.data.list`)
    expect(kept).toEqual([{ n: 3, made: '1970-01-01T00:00:00.000Z' }])
    await host.send('Host.settle')
    expect(await text('.n')).toBe('3')
  })

  it('calls back after it is drawn, with the page as this, in order', async () => {
    const order = await withPage(`return new Promise((resolve) => {
      const order = []
      page.setData({ word: '一' }, function () { order.push(this === page) })
      page.setData({ word: '二' }, () => resolve([...order, 'second']))
      order.push('asked')
    })`)
    expect(order).toEqual(['asked', true, 'second'])
  })

  it.each([
    ['undefined', 'undefined', 'Setting data field "word" to undefined is invalid. (pages/a/a)'],
    ['a function', '() => 1', 'Setting data field "word" to a function is invalid. (pages/a/a)'],
  ])('refuses %s with a warning, and leaves the field', async (_, value, warning) => {
    await withPage(`page.setData({ word: ${value} })`)
    expect(await withPage('return page.data.word')).toBe('茶')
    expect(warnings()).toContain(warning)
  })

  it.each([
    ['nothing', 100, []],
    ['a warning above 256 KB', 300, ['warning']],
    ['a platform finding above 1 MB', 1100, ['platform']],
  ])('%s', async (_, kilobytes, kinds) => {
    const before = host.problems().length
    await withPage(`page.setData({ word: 'x'.repeat(${kilobytes} * 1024) })`)
    await host.send('Host.settle')
    expect(
      host
        .problems()
        .slice(before)
        .map(({ kind }) => kind),
    ).toEqual(kinds)
  })

  it('counts bytes as they cross: three for a Chinese character', async () => {
    await withPage(`page.setData({ word: '茶茶' }); page.setData({ 'deep.x.y': 1 })`)
    const { pages } = (await host.send('Host.stats')) as { pages: Record<string, unknown>[] }
    expect(pages[0]).toMatchObject({
      path: 'pages/a/a',
      setDataCalls: 2,
      setDataBytes: '{"word":"茶茶"}'.length + 4 + '{"deep.x.y":1}'.length,
      warnings: [],
    })
    expect(pages[0]?.['firstRenderMs']).toBeGreaterThanOrEqual(0)
  })

  it('before onReady is drawn with the first picture, after onUnload not at all', async () => {
    await host.run(`function () {
      return new Promise((success) => wx.navigateTo({ url: '/pages/c/c', success }))
    }`)
    const page = '(getApp().left = getCurrentPages().slice(-1)[0])'
    await host.run(`function () { ${page}; wx.navigateBack() }`)
    await host.send('Host.settle')
    await host.run('function () { getApp().left.setData({ word: 1 }) }')
    await host.send('Host.settle')
    expect(await host.stack()).toEqual(['a'])
  })

  it('setUpdatePerformanceListener tells of each update', async () => {
    const update = await withPage(`return new Promise((resolve) => {
      page.setUpdatePerformanceListener({ withDataPaths: true }, resolve)
      page.setData({ 'deep.x.y': 3 })
    })`)
    expect(update).toMatchObject({ dataPaths: [['deep', 'x', 'y']], isMergedUpdate: false })
  })
})

describe('page instances', () => {
  it('have their own copy of data and members', async () => {
    await withPage(`page.kept.count = 5; page.setData({ 'list[0].n': 50 })`)
    await host.call('navigateTo', { url: '/pages/a/a' })
    expect(await withPage('return [page.kept.count, page.data.list[0].n]')).toEqual([0, 1])
  })

  it('know their route, options and page id', async () => {
    await host.call('navigateTo', { url: '/pages/a/a?x=1' })
    const { pageId } = await host.top()
    expect(await withPage('return [page.route, page.is, page.options, page.getPageId()]')).toEqual([
      'pages/a/a',
      'pages/a/a',
      { x: '1' },
      `pageId:${pageId}`,
    ])
  })
})

describe('Component used as a page', () => {
  it('runs its lifetimes and those of its behaviors as a page does', async () => {
    await host.call('navigateTo', { url: '/pages/b/b?id=3' })
    await host.call('navigateTo', { url: '/pages/c/c' })
    await host.call('navigateBack')
    await host.call('navigateBack')
    const own = (await host.log()).filter((one) => !/^c\./.test(one))
    expect(own).toEqual([
      'behavior attached',
      'attached',
      'load 3',
      'shown',
      'ready',
      'hidden',
      'shown',
      'detached',
    ])
  })

  it('takes properties from the query, methods from behaviors, and observes its data', async () => {
    await host.call('navigateTo', { url: '/pages/b/b?id=3' })
    await withPage('page.add()')
    await host.send('Host.settle')
    expect(await text('.b')).toBe('无题 3 1 from behavior')
    expect(await host.log()).toContain('observed 1 3')
    expect(await withPage('return page.mixedIn()')).toBe('from behavior')
  })
})
