// What WeChat draws over a page: toasts, modals, action sheets, bars; with real taps on what is seen.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startLogicHost, type LogicHost } from './logic-app'
import { dropApps } from './write-app'

let host: LogicHost
beforeAll(async () => {
  host = await startLogicHost()
})
afterAll(async () => {
  await host.close()
  dropApps()
})
afterEach(() => host.call('hideToast'))

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: Error) => error.message,
  )
/** Asks without waiting, for what a person must answer first. */
const ask = async (method: string, options: object) => {
  const answer = host.call(method, options)
  answer.catch(() => undefined)
  await expect.poll(() => sheet()).not.toBeNull()
  return answer
}
const sheet = async () => ((await host.send('Host.sheet')) as { sheet: object | null }).sheet
const tapText = (text: string) => host.send('Host.tapText', { text })
const seen = (selector: string) => host.page.locator(selector).innerText()

describe('parameters', () => {
  it.each([
    ['showToast', {}, 'parameter error: parameter.title should be String instead of Undefined;'],
    [
      'showToast',
      { title: 3 },
      'parameter error: parameter.title should be String instead of Number;',
    ],
    [
      'showToast',
      { title: '好', duration: '1' },
      'parameter error: parameter.duration should be Number instead of String;',
    ],
    [
      'showModal',
      { content: {} },
      'parameter error: parameter.content should be String instead of Object;',
    ],
    [
      'showModal',
      { confirmText: '我知道了吧' },
      'confirmText length should not larger than 4 Chinese characters',
    ],
    [
      'showActionSheet',
      {},
      'parameter error: parameter.itemList should be Array instead of Undefined;',
    ],
    [
      'showActionSheet',
      { itemList: ['1', '2', '3', '4', '5', '6', '7'] },
      'parameter error: itemList should not be large than 6',
    ],
    [
      'setNavigationBarTitle',
      {},
      'parameter error: parameter.title should be String instead of Undefined;',
    ],
    [
      'setNavigationBarColor',
      { frontColor: '#333333', backgroundColor: '#fff' },
      'parameter error: invalid frontColor "#333333", should be #ffffff or #000000',
    ],
  ])('wx.%s(%j) fails with %s', async (method, options, reason) => {
    expect(await refusal(host.call(method, options))).toContain(`${method}:fail ${reason}`)
  })
})

describe('a toast', () => {
  it('is seen with its text until its time is over or it is hidden', async () => {
    await host.call('showToast', { title: '已保存', duration: 60_000 })
    expect(await seen('#toast')).toContain('已保存')
    await host.call('hideToast')
    expect(await host.page.locator('#toast').isVisible()).toBe(false)
    await host.call('showToast', { title: '一会儿', duration: 1 })
    await expect.poll(() => host.page.locator('#toast').isVisible()).toBe(false)
  })

  it('with an icon and more than 7 characters is a warning, without an icon it is not', async () => {
    const count = host.problems().length
    await host.call('showToast', { title: '这句话实在太长了', icon: 'none' })
    expect(host.problems().length).toBe(count)
    await host.call('showToast', { title: '这句话实在太长了' })
    expect(host.problems().at(-1)).toMatchObject({ kind: 'warning' })
    expect(host.problems().at(-1)?.message).toContain('at most 7 characters')
  })

  it('of loading stays until it is hidden', async () => {
    await host.call('showLoading', { title: '加载中' })
    expect(await seen('#toast')).toContain('加载中')
    await host.call('hideLoading')
    expect(await host.page.locator('#toast').isVisible()).toBe(false)
  })
})

describe('a modal', () => {
  it.each([
    ['确定', { confirm: true, cancel: false }],
    ['取消', { confirm: false, cancel: true }],
  ])('answers the tap on %s', async (text, expected) => {
    const answer = ask('showModal', { title: '删除吗', content: '删了就没有了' })
    await expect.poll(() => host.page.locator('.dialog').count()).toBe(1)
    await tapText(text)
    expect(await answer).toMatchObject({ errMsg: 'showModal:ok', ...expected })
    expect(await sheet()).toBeNull()
  })

  it('takes a text where it is editable', async () => {
    const answer = ask('showModal', { title: '备注', editable: true, placeholderText: '写一句' })
    await expect.poll(() => host.page.locator('.dialog .field').count()).toBe(1)
    await host.page.locator('.dialog .field').tap()
    await host.send('Host.type', { text: '多放茶叶' })
    await tapText('确定')
    expect(await answer).toMatchObject({ confirm: true, content: '多放茶叶' })
  })

  it('can be answered without a tap, but has no cancel where the app gave none', async () => {
    const answer = ask('showModal', { content: '知道就好', showCancel: false })
    await expect.poll(sheet).not.toBeNull()
    await expect(host.send('Host.answer', { verdict: 'cancel' })).rejects.toThrow(
      'no cancel button',
    )
    await host.send('Tool.native', { method: 'confirmModal' })
    expect(await answer).toMatchObject({ confirm: true })
  })

  it('waits while another is open', async () => {
    const first = ask('showModal', { content: '第一句' })
    await expect.poll(() => host.page.locator('.dialog').count()).toBe(1)
    const second = host.call('showModal', { content: '第二句' })
    expect(await seen('.dialog')).toContain('第一句')
    await tapText('确定')
    await first
    expect(await seen('.dialog')).toContain('第二句')
    await tapText('取消')
    expect(await second).toMatchObject({ cancel: true })
  })
})

describe('an action sheet', () => {
  it('answers the line that was tapped', async () => {
    const answer = ask('showActionSheet', { itemList: ['拍照', '从相册选择'] })
    await expect.poll(() => host.page.locator('.sheet').count()).toBe(1)
    await tapText('从相册选择')
    expect(await answer).toMatchObject({ tapIndex: 1 })
  })

  it('fails with cancel on 取消, and on a tap beside it', async () => {
    const first = refusal(ask('showActionSheet', { itemList: ['拍照'] }))
    await expect.poll(() => host.page.locator('.sheet').count()).toBe(1)
    await tapText('取消')
    expect(await first).toContain('showActionSheet:fail cancel')
    const second = refusal(ask('showActionSheet', { itemList: ['拍照'] }))
    await expect.poll(() => host.page.locator('.sheet').count()).toBe(1)
    await host.page.touchscreen.tap(180, 120)
    expect(await second).toContain('showActionSheet:fail cancel')
  })
})

describe('bars', () => {
  it('the navigation bar follows the page', async () => {
    await host.call('setNavigationBarTitle', { title: '新标题' })
    expect(await seen('#bar .title')).toBe('新标题')
    await host.call('setNavigationBarColor', { frontColor: '#ffffff', backgroundColor: '#123456' })
    const color = await host.page
      .locator('#bar')
      .evaluate((bar) => getComputedStyle(bar).backgroundColor)
    expect(color).toBe('rgb(18, 52, 86)')
    await host.call('showNavigationBarLoading')
    expect(await host.page.locator('#bar .spin').isVisible()).toBe(true)
    await host.call('hideNavigationBarLoading')
    expect(await host.page.locator('#bar .spin').isVisible()).toBe(false)
  })

  it('tabs carry badges of up to 4 characters, dots, other texts', async () => {
    await host.call('setTabBarBadge', { index: 1, text: '12' })
    expect(await seen('#tabs button:nth-child(2) .badge')).toBe('12')
    await host.call('setTabBarBadge', { index: 1, text: '12345' })
    expect(await seen('#tabs button:nth-child(2) .badge')).toBe('…')
    await host.call('showTabBarRedDot', { index: 1 })
    expect(await host.page.locator('#tabs .badge').count()).toBe(0)
    expect(await host.page.locator('#tabs .dot').count()).toBe(1)
    await host.call('hideTabBarRedDot', { index: 1 })
    expect(await host.page.locator('#tabs .dot').count()).toBe(0)
    await host.call('setTabBarItem', { index: 0, text: '店' })
    expect(await seen('#tabs button:nth-child(1)')).toBe('店')
  })

  it('tabs can be hidden, and the page gets their room', async () => {
    const height = async () =>
      ((await host.call('getWindowInfo')) as { windowHeight: number }).windowHeight
    const before = await height()
    await host.call('hideTabBar')
    expect(await host.page.locator('#tabs').isVisible()).toBe(false)
    expect((await height()) - before).toBe(84)
    await host.call('showTabBar')
    expect(await height()).toBe(before)
  })

  it('a tab bar call fails on a page without one, and for a tab that is not there', async () => {
    const call = (index: number) => refusal(host.call('setTabBarBadge', { index, text: '1' }))
    expect(await call(2)).toContain('setTabBarBadge:fail tabbar item not found')
    await host.call('navigateTo', { url: '/pages/a/a' })
    expect(await call(0)).toContain('setTabBarBadge:fail not TabBar page')
    await host.call('navigateBack')
  })

  it('back asks first where the page wants it, wx.navigateBack does not', async () => {
    await host.call('navigateTo', { url: '/pages/a/a' })
    await host.call('enableAlertBeforeUnload', { message: '还没有保存' })
    await host.page.locator('#bar .back').tap()
    await expect.poll(() => host.page.locator('.dialog').count()).toBe(1)
    await tapText('取消')
    expect(await host.stack()).toEqual(['home', 'a'])
    await host.page.locator('#bar .back').tap()
    await expect.poll(() => host.page.locator('.dialog').count()).toBe(1)
    await tapText('确定')
    await expect.poll(() => host.stack()).toEqual(['home'])
    await host.call('navigateTo', { url: '/pages/b/b' })
    await host.call('enableAlertBeforeUnload', { message: '还没有保存' })
    await host.call('navigateBack')
    expect(await host.stack()).toEqual(['home'])
  })
})
