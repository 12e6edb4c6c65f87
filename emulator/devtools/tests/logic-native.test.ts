import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dropApps } from './write-app'
import { startLogicHost, type LogicHost } from './logic-app'

const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let host: LogicHost
beforeAll(async () => {
  host = await startLogicHost({
    'pages/a/a.js': `Page({
      data: { names: [['甲', '乙'], ['一', '二']], people: [{ name: '小满' }, { name: '阿福' }] },
      heard(event) { getApp().log.push(event.type + ' ' + JSON.stringify(event.detail)) },
      turned(event) {
        this.heard(event)
        if (event.detail.column === 0) this.setData({ names: [['甲', '乙'], ['三', '四']] })
      },
      onShareAppMessage({ from, target }) {
        getApp().log.push('share ' + from + ' ' + (target ? JSON.stringify(target.dataset) : ''))
        return getApp().card || {}
      },
      onShareTimeline() { return { title: '一起喝茶', query: 'from=timeline' } },
    })`,
    'pages/a/a.wxml': `
      <button class="share" open-type="share" data-id="7">分享</button>
      <button class="phone" open-type="getPhoneNumber" bindgetphonenumber="heard">手机</button>
      <button class="avatar" open-type="chooseAvatar" bindchooseavatar="heard">头像</button>
      <picker class="one" range="{{people}}" range-key="name" value="0" bindchange="heard"
        bindcancel="heard">人</picker>
      <picker class="two" mode="multiSelector" range="{{names}}" bindchange="heard"
        bindcolumnchange="turned">两列</picker>
      <picker class="day" mode="date" start="2026-01-05" end="2026-03-02" value="2026-02-28"
        bindchange="heard">日</picker>
      <picker class="time" mode="time" start="08:30" end="21:15" value="08:45" bindchange="heard">时</picker>
      <picker class="place" mode="region" value="{{['浙江省', '杭州市', '西湖区']}}" bindchange="heard">地</picker>`,
    'pages/b/b.js': `Page({
      heard(event) { getApp().log.push(event.type + ' ' + event.detail.errMsg) },
    })`,
    'pages/b/b.wxml': `
      <navigator class="go" url="../a/a?x=1">去</navigator>
      <navigator class="tab" url="/pages/me/me" open-type="switchTab">我</navigator>
      <navigator class="back" open-type="navigateBack">回</navigator>
      <navigator class="lost" url="/pages/z/z" bindfail="heard">无</navigator>
      <button class="bare" open-type="share">分享</button>`,
    'pages/me/me.js': `Page({
      onTabItemTap(item) { getApp().log.push('tapped ' + JSON.stringify(item)) },
      onResize({ size }) { getApp().log.push('resized ' + size.windowWidth) },
    })`,
  })
})
afterAll(async () => {
  await host.close()
  dropApps()
})

const open = async (page: string) => {
  await host.call('reLaunch', { url: '/pages/home/home' })
  await host.call('navigateTo', { url: `/pages/${page}/${page}` })
  await host.log()
}
const tap = async (selector: string) => {
  const { pageId, elementId } = await host.page$(selector)
  await host.send('Element.tap', { pageId, elementId })
}
const press = (text: string) => host.send('Host.tapText', { text })
const answer = (params: object) => host.send('Host.answer', params as Record<string, unknown>)
const lastShare = async () =>
  ((await host.send('Host.lastShare')) as { share: object | null }).share
const sheet = async () => ((await host.send('Host.sheet')) as { sheet: object | null }).sheet
const choose = (choices: object) => host.send('Host.choose', choices as Record<string, unknown>)
const card = (value: string) => host.run(`function () { getApp().card = ${value} }`)

describe('sharing a page', () => {
  beforeEach(async () => {
    await open('a')
    await choose({ share: 'send' })
    await card('undefined')
  })

  it('by a button: the handler is asked with the button, and its card is sent', async () => {
    await card(`{ title: '明前龙井', path: '/pages/b/b?id=3', imageUrl: '/x.png' }`)
    await tap('.share')
    expect(await host.log()).toEqual(['share button {"id":"7"}'])
    expect(await lastShare()).toMatchObject({
      ...{ kind: 'card', title: '明前龙井', path: 'pages/b/b?id=3', imageUrl: '/x.png' },
      isSent: true,
    })
  })

  it('without a card shares the page itself under the app’s name', async () => {
    await host.call('redirectTo', { url: '/pages/a/a?id=%E8%8C%B6' })
    await tap('.share')
    expect(await lastShare()).toMatchObject({ title: '小店', path: 'pages/a/a?id=%E8%8C%B6' })
  })

  it('waits for a promise in the card', async () => {
    await card(
      `{ title: '早', promise: new Promise((resolve) => setTimeout(resolve, 30, { title: '晚' })) }`,
    )
    await tap('.share')
    await expect.poll(lastShare).toMatchObject({ title: '晚' })
  })

  it('the person may close the sheet', async () => {
    await choose({ share: 'ask' })
    await tap('.share')
    expect(await sheet()).toMatchObject({ kind: 'share' })
    await host.send('Tool.native', { method: 'shareCancel' })
    await expect.poll(lastShare).toMatchObject({ isSent: false })
  })

  it('from the menu, to a friend and to the timeline', async () => {
    await host.page.getByLabel('更多').tap()
    await press('转发给朋友')
    await expect.poll(() => host.log()).toEqual(['share menu '])
    await host.page.getByLabel('更多').tap()
    await press('分享到朋友圈')
    await expect.poll(lastShare).toMatchObject({
      ...{ kind: 'timeline', title: '一起喝茶', path: 'pages/a/a?from=timeline' },
    })
  })

  it('a page without the handler cannot be shared, and its share button is a finding', async () => {
    await open('b')
    const before = await lastShare()
    await tap('.bare')
    expect(await lastShare()).toEqual(before)
    const last = host.problems().at(-1)
    expect(last?.kind).toBe('platform')
    expect(last?.message).toContain('pages/b/b has no onShareAppMessage')
  })
})

describe('buttons that ask for a person’s own things', () => {
  beforeEach(() => open('a'))

  it.each([
    ['refuses at once', { phone: 'deny' }, null],
    ['refuses on the sheet', { phone: 'ask' }, { verdict: 'cancel' }],
  ])('the phone number: %s', async (_, choices, given) => {
    await choose(choices)
    await tap('.phone')
    if (given) {
      await expect.poll(sheet).toMatchObject({ kind: 'phone' })
      await answer(given)
    }
    await expect
      .poll(() => host.log())
      .toEqual(['getphonenumber {"errMsg":"getPhoneNumber:fail user deny"}'])
  })

  it('the avatar is a temporary file; closing the choice tells nobody', async () => {
    await choose({ avatar: null })
    await tap('.avatar')
    expect(await host.log()).toEqual([])
    await choose({ avatar: DOT })
    await tap('.avatar')
    const [told = ''] = await host.log()
    expect(told).toMatch(/^chooseavatar \{"avatarUrl":"wxfile:\/\/tmp_\w+\.png"\}$/)
  })
})

describe('pickers', () => {
  beforeEach(() => open('a'))

  it('selector: tapping a line and 确定 gives its place', async () => {
    await tap('.one')
    expect(await sheet()).toMatchObject({ kind: 'picker', items: ['小满', '阿福'] })
    await press('阿福')
    await press('确定')
    await expect.poll(() => host.log()).toEqual(['change {"value":"1"}'])
  })

  it('selector: a line by Host.answer', async () => {
    await tap('.one')
    await answer({ verdict: 'item', index: 1 })
    await expect.poll(() => host.log()).toEqual(['change {"value":"1"}'])
  })

  it('cancelled', async () => {
    await tap('.one')
    await press('取消')
    await expect.poll(() => host.log()).toEqual(['cancel {}'])
  })

  it('multiSelector: turning a column tells the app, which may give other lines', async () => {
    await tap('.two')
    await press('乙')
    await expect.poll(() => press('四')).toEqual({})
    await press('确定')
    const log: string[] = []
    await expect
      .poll(async () => log.push(...(await host.log())) && log)
      .toEqual([
        'columnchange {"column":0,"value":1}',
        'columnchange {"column":1,"value":1}',
        'change {"value":[1,1]}',
      ])
  })

  it.each([
    ['date', '.day', ['02月', '01日'], '{"value":"2026-02-01"}'],
    ['date, to the last month’s last day', '.day', ['03月', '02日'], '{"value":"2026-03-02"}'],
    ['date, a month without that day', '.day', ['03月'], '{"value":"2026-03-02"}'],
    ['time', '.time', ['09', '07'], '{"value":"09:07"}'],
    ['time, within its bounds', '.time', ['21', '15'], '{"value":"21:15"}'],
    [
      'region',
      '.place',
      ['宁波市', '鄞州区'],
      '{"value":["浙江省","宁波市","鄞州区"],"code":["330000","330200",""],"postcode":""}',
    ],
  ])('%s', async (_, selector, lines, detail) => {
    await tap(selector)
    for (const line of lines) {
      const shown = host.page.locator('.picker .pick', { hasText: line }).last()
      await shown.evaluate((element) => element.scrollIntoView({ block: 'center' }))
      await shown.tap()
    }
    await press('确定')
    await expect.poll(() => host.log()).toEqual([`change ${detail}`])
  })
})

describe('navigators', () => {
  beforeEach(() => open('b'))

  it.each([
    ['.go', ['home', 'b', 'a']],
    ['.tab', ['me']],
    ['.back', ['home']],
  ])('%s', async (selector, stack) => {
    await tap(selector)
    await expect.poll(() => host.stack()).toEqual(stack)
  })

  it('to nowhere: a fail event and a finding', async () => {
    await tap('.lost')
    await expect
      .poll(() => host.log())
      .toEqual(['fail navigateTo:fail page "pages/z/z" is not found'])
    expect(host.problems().at(-1)?.message).toContain('navigator to "/pages/z/z"')
  })
})

describe('the phone around the app', () => {
  it('a tap on a tab is told to its page, a second one too', async () => {
    await open('a')
    await host.call('switchTab', { url: '/pages/home/home' })
    await host.log()
    await press('我的')
    const told = 'tapped {"index":1,"pagePath":"pages/me/me","text":"我的"}'
    expect(await host.log()).toEqual(['home.hide', told])
    await press('我的')
    expect(await host.log()).toEqual([told])
  })

  it('leaving a page that asks first: staying, then leaving', async () => {
    await open('a')
    await host.call('enableAlertBeforeUnload', { message: '还没保存' })
    const back = () => host.page.locator('.back').first().tap()
    await back()
    await expect.poll(sheet).toMatchObject({ content: '还没保存' })
    await host.send('Tool.native', { method: 'cancelModal' })
    expect(await host.stack()).toEqual(['home', 'a'])
    await back()
    await expect.poll(sheet).not.toBeNull()
    await host.send('Tool.native', { method: 'confirmModal' })
    await expect.poll(() => host.stack()).toEqual(['home'])
  })

  it('another size of the window is told to the page and to listeners', async () => {
    await host.call('switchTab', { url: '/pages/me/me' })
    await host.run(`function () {
      wx.onWindowResize(({ size }) => getApp().log.push('window ' + size.windowWidth))
    }`)
    await host.log()
    await host.send('Host.resize', { width: 320, height: 700 })
    expect(await host.log()).toEqual(['window 320', 'resized 320'])
    await host.send('Host.resize', { width: 375, height: 812 })
  })
})

describe('dark mode', () => {
  it('changes the bars, and tells the app; what the app set itself stays', async () => {
    const dark = await startLogicHost({
      'app.json': JSON.stringify({
        pages: ['pages/home/home', 'pages/a/a'],
        window: { navigationBarBackgroundColor: '@bar', navigationBarTitleText: '小店' },
        darkmode: true,
        themeLocation: 'theme.json',
      }),
      'theme.json': { light: { bar: '#ffffff' }, dark: { bar: '#111111' } },
    })
    await dark.call('setNavigationBarTitle', { title: '自己的' })
    await dark.send('Host.theme', { name: 'dark' })
    expect(await dark.log()).toContain('app.theme')
    expect(await dark.run('function () { return getApp().told.theme }')).toEqual({ theme: 'dark' })
    await dark.send('Host.pointOfText', { text: '自己的' })
    const bar = dark.page.locator('.title').first()
    const background = await bar.evaluate((element) => {
      let at: Element | null = element
      while (at && getComputedStyle(at).backgroundColor === 'rgba(0, 0, 0, 0)')
        at = at.parentElement
      return at ? getComputedStyle(at).backgroundColor : ''
    })
    expect(background).toBe('rgb(17, 17, 17)')
    await dark.close()
  })
})
