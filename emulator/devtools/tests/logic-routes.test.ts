import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dropApps } from './write-app'
import { startLogicHost, type LogicHost } from './logic-app'

let host: LogicHost
beforeAll(async () => {
  host = await startLogicHost({
    'pages/c/c.js': `Page(require('../../log-page')('c', {
      onLoad() {
        const channel = this.getOpenerEventChannel()
        channel.on('greet', (word) => { getApp().log.push('c hears ' + word) })
        channel.emit('ready', { from: 'c' })
      },
      onRouteDone() { getApp().log.push('c.routedone') },
    }))`,
  })
})
afterAll(async () => {
  await host.close()
  dropApps()
})

const url = (page: string) => ({ url: `/pages/${page.split('?')[0]}/${page}` })

/** `to a` opens, `over a` replaces, `tab me` switches, `all a` relaunches, `back 2` goes back. */
async function move(step: string): Promise<void> {
  const [verb = '', where = ''] = step.split(' ')
  const names = { to: 'navigateTo', over: 'redirectTo', tab: 'switchTab', all: 'reLaunch' } as const
  if (verb === 'back') await host.call('navigateBack', { delta: Number(where || 1) })
  else await host.call(names[verb as keyof typeof names], url(where))
}

const moves = async (steps: string) => {
  for (const step of steps.split(', ').filter(Boolean)) await move(step)
}

beforeEach(async () => {
  await host.call('reLaunch', url('home'))
  await host.log()
})

describe('lifecycles of each move, in order', () => {
  it.each<[what: string, before: string, step: string, log: string, stack: string]>([
    ['opening a page', '', 'to a', 'home.hide a.load a.show a.ready', 'home a'],
    ['opening a third', 'to a', 'to b', 'a.hide b.load b.show b.ready', 'home a b'],
    ['the same page twice', 'to a', 'to a', 'a.hide a.load a.show a.ready', 'home a a'],
    ['going back', 'to a', 'back', 'a.unload home.show', 'home'],
    ['going back two', 'to a, to b', 'back 2', 'b.unload a.unload home.show', 'home'],
    [
      'going back further than there is',
      'to a, to b',
      'back 9',
      'b.unload a.unload home.show',
      'home',
    ],
    ['going back one of three', 'to a, to b', 'back', 'b.unload a.show', 'home a'],
    ['replacing a page', 'to a', 'over b', 'a.unload b.load b.show b.ready', 'home b'],
    ['replacing a tab page', '', 'over b', 'home.unload b.load b.show b.ready', 'b'],
    ['another tab, first time', '', 'tab me', 'home.hide me.load me.show me.ready', 'me'],
    ['another tab, again', 'tab me', 'tab home', 'me.hide home.show', 'home'],
    ['the tab one is on', '', 'tab home', '', 'home'],
    [
      'from a page back to its tab',
      'to a, to b',
      'tab home',
      'b.unload a.unload home.show',
      'home',
    ],
    ['from a page to a new tab', 'to a', 'tab me', 'a.unload me.load me.show me.ready', 'me'],
    ['from a page to a known tab', 'tab me, tab home, to a', 'tab me', 'a.unload me.show', 'me'],
    ['relaunching', 'to a', 'all b', 'a.unload home.unload b.load b.show b.ready', 'b'],
    [
      'relaunching drops hidden tabs too',
      'tab me, to a',
      'all home',
      'a.unload me.unload home.unload home.load home.show home.ready',
      'home',
    ],
  ])('%s', async (_, before, step, log, stack) => {
    await moves(before)
    await host.log()
    await move(step)
    expect((await host.log()).join(' ')).toBe(log)
    expect((await host.stack()).join(' ')).toBe(stack)
  })

  it('a relaunched tab starts anew: nothing of the old one is left', async () => {
    const first = await host.top()
    await host.call('reLaunch', url('home'))
    expect((await host.top()).pageId).toBeGreaterThan(first.pageId)
  })

  it('onRouteDone comes last', async () => {
    await move('to c')
    expect((await host.log()).slice(-2)).toEqual(['c.ready', 'c.routedone'])
  })

  it('moves asked for at once are made one after the other', async () => {
    await host.run(`function () {
      for (const page of ['a', 'b', 'a']) wx.navigateTo({ url: '/pages/' + page + '/' + page })
    }`)
    await host.send('Host.settle')
    expect(await host.stack()).toEqual(['home', 'a', 'b', 'a'])
    expect((await host.log()).join(' ')).toBe(
      'home.hide a.load a.show a.ready a.hide b.load b.show b.ready b.hide a.load a.show a.ready',
    )
  })
})

describe('what a move is refused for', () => {
  it.each<[what: string, method: string, options: object, errMsg: string]>([
    [
      'a page that is not there',
      'navigateTo',
      url('z'),
      'navigateTo:fail page "pages/z/z" is not found',
    ],
    [
      'a path without its slash',
      'navigateTo',
      { url: 'pages/a/a' },
      'navigateTo:fail page "pages/home/pages/a/a" is not found',
    ],
    [
      'a tab page, opened',
      'navigateTo',
      url('me'),
      'navigateTo:fail can not navigateTo a tabbar page',
    ],
    [
      'a tab page, replacing',
      'redirectTo',
      url('me'),
      'redirectTo:fail can not redirectTo a tabbar page',
    ],
    ['no tab page', 'switchTab', url('a'), 'switchTab:fail can not switch to no-tabBar page'],
    [
      'a tab page with a query',
      'switchTab',
      url('me?x=1'),
      'switchTab:fail url "/pages/me/me?x=1" has a query: tab pages take none',
    ],
    [
      'back from the first page',
      'navigateBack',
      {},
      'navigateBack:fail cannot navigate back at first page.',
    ],
  ])('%s', async (_, method, options, errMsg) => {
    await expect(host.call(method, options)).rejects.toThrow(errMsg)
    expect(await host.stack()).toEqual(['home'])
    expect(await host.log()).toEqual([])
  })

  it('the eleventh page', async () => {
    await moves('to a, to b, to a, to b, to a, to b, to a, to b, to a')
    expect(await host.stack()).toHaveLength(10)
    await expect(move('to b')).rejects.toThrow('navigateTo:fail webview count limit exceed')
    expect(await host.stack()).toHaveLength(10)
  })

  it('a refused move does not stop the next', async () => {
    await host.run(`function () {
      wx.navigateTo({ url: '/pages/z/z', fail() {} })
      wx.navigateTo({ url: '/pages/a/a' })
    }`)
    await host.send('Host.settle')
    expect(await host.stack()).toEqual(['home', 'a'])
  })
})

describe('addresses', () => {
  it('a query reaches the page as it was written, not decoded', async () => {
    await host.call('navigateTo', { url: '/pages/a/a?id=7&name=%E8%8C%B6&flag&x=a=b' })
    const query = { id: '7', name: '%E8%8C%B6', flag: '', x: 'a=b' }
    expect((await host.top()).query).toEqual(query)
    expect(await host.run('function () { return getCurrentPages()[1].options }')).toEqual(query)
  })

  it('relative ones start at the page on top', async () => {
    await host.call('navigateTo', { url: '../a/a' })
    await host.call('navigateTo', { url: '../b/b?x=1' })
    expect(await host.stack()).toEqual(['home', 'a', 'b'])
  })

  it("a page's own router starts at that page, whoever is on top", async () => {
    await moves('to a, to b')
    await host.run(
      `function () { return getCurrentPages()[0].pageRouter.navigateTo({ url: '../c/c' }) }`,
    )
    expect(await host.stack()).toEqual(['home', 'a', 'b', 'c'])
  })
})

describe('event channels', () => {
  it('carry both ways between a page and the one it opens', async () => {
    await host.run(`function () {
      return wx.navigateTo({
        url: '/pages/c/c',
        events: { ready: (told) => { getApp().log.push('opener hears ' + told.from) } },
      }).then(({ eventChannel }) => { eventChannel.emit('greet', '你好') })
    }`)
    const log = await host.log()
    expect(log).toContain('opener hears c')
    expect(log).toContain('c hears 你好')
  })

  it('are deaf in a page that was not opened with navigateTo', async () => {
    await host.call('reLaunch', url('c'))
    expect(await host.stack()).toEqual(['c'])
    expect(await host.log()).not.toContain('opener hears c')
  })
})

describe('taps on the bars', () => {
  it('the back button goes back', async () => {
    await move('to a')
    await host.log()
    await host.page.locator('.back, #back').first().tap()
    await host.send('Host.settle')
    expect((await host.log()).join(' ')).toBe('a.unload home.show')
  })

  it('a tab tap shows the tab', async () => {
    await host.send('Host.tapText', { text: '我的' })
    expect((await host.log()).join(' ')).toBe('home.hide me.load me.show me.ready')
  })
})
