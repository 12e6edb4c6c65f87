// 我的: name, badges, and the ways that depend on who one is.
import { afterEach, describe, expect, it } from 'vitest'
import MePage from '@/pages/tabs/me'
import { replacePlatform } from '@/api/platform'
import { useSession } from '@/state/session'
import { fakeCloud, lostAnswer, never, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import { visits } from '../support/taro'
import { enterAs, isLoading } from './enter'
import { mountainShop, teaShop } from './shops.data'

let cloud: FakeCloud
afterEach(async () => {
  await leave()
  cloud.restore()
  enterAs(null)
})

const counts = { toPay: 1, toShip: 2, toReceive: 0, afterSale: 130 }

const open = async () => {
  const screen = await render(<MePage />)
  await screen.settle()
  return screen
}

describe('我的页', () => {
  it('还不知道是谁时等着', async () => {
    cloud = fakeCloud({ 'mall.countOrders': never })
    expect(isLoading(await open())).toBe(true)
  })

  it('分销员：名字、角标、等级和分销中心', async () => {
    cloud = fakeCloud({ 'mall.countOrders': counts })
    enterAs(teaShop.session)
    const screen = await open()
    for (const words of ['林小满', '分销中心', '银毫', '99+']) {
      expect(screen.text()).toContain(words)
    }
    expect(screen.find('待付款，1')).toBeDefined()
    expect(screen.has('待收货，0')).toBe(false)
    for (const words of ['店主工作台', '开店']) expect(screen.has(words)).toBe(false)
  })

  it('顾客：可以成为分销员，没有角标', async () => {
    const none = { toPay: 0, toShip: 0, toReceive: 0, afterSale: 0 }
    cloud = fakeCloud({ 'mall.countOrders': none })
    enterAs(mountainShop.session)
    const screen = await open()
    expect(screen.text()).toContain('周知夏')
    await screen.tap('成为分销员')
    await screen.tap('售后')
    await screen.tap('收货地址')
    expect(visits).toEqual([
      'navigateTo /pages/recruit/apply/index',
      'navigateTo /pages/trade/orders/index?filter=after-sale',
      'navigateTo /pages/trade/addresses/index',
    ])
  })

  it('店主有工作台，渠道经理还没有；没有店主的店可以认领', async () => {
    cloud = fakeCloud({ 'mall.countOrders': counts })
    enterAs({ ...teaShop.session, roles: ['shopper', 'owner'] })
    expect((await open()).has('店主工作台')).toBe(true)
    await leave()
    enterAs({ ...teaShop.session, roles: ['shopper', 'manager'] })
    expect((await open()).has('店主工作台')).toBe(false)
    await leave()
    const shop = { ...mountainShop.session.shop, isOpen: false }
    enterAs({ ...mountainShop.session, shop })
    const fresh = await open()
    expect(fresh.has('店主工作台')).toBe(false)
    await fresh.tap('开店')
    expect(visits).toEqual(['navigateTo /pages/owner/claim/index'])
  })

  it('改名字：存好以后，全店都是新名字', async () => {
    cloud = fakeCloud({
      'mall.countOrders': counts,
      'mall.setNickname': {},
      'mall.openSession': {
        ...teaShop.session,
        member: { ...teaShop.session.member, nickname: '小满' },
      },
    })
    enterAs(teaShop.session)
    const screen = await open()
    await screen.tap('改头像和名字')
    await screen.type('店主和朋友看到的名字', ' 小满 ')
    await screen.tap('保存')
    expect(cloud.callsOf('mall.setNickname')[0]?.input).toEqual({ nickname: '小满' })
    expect(useSession.getState().session?.member.nickname).toBe('小满')
  })

  it('名字没改成，原因留在页上；空名字不发出去', async () => {
    cloud = fakeCloud({ 'mall.countOrders': counts, 'mall.setNickname': lostAnswer() })
    enterAs(teaShop.session)
    const screen = await open()
    await screen.tap('改头像和名字')
    await screen.type('店主和朋友看到的名字', '小满')
    await screen.tap('保存')
    expect(screen.text()).toContain('名字没有改成')
    await screen.type('店主和朋友看到的名字', '  ')
    expect(screen.has('先写名字')).toBe(true)
  })

  it('换头像：传上去、存好，页上就是它；没传上去、不收的，都说清楚', async () => {
    const avatar = 'cloud://env.bucket/pictures/me.jpg'
    const { member } = teaShop.session
    cloud = fakeCloud({
      'mall.countOrders': counts,
      'mall.setAvatar': {},
      'mall.openSession': { ...teaShop.session, member: { ...member, avatar } },
    })
    enterAs(teaShop.session)
    const screen = await open()
    await screen.tap('改头像和名字')
    const uploads = [null, avatar, avatar]
    const restore = replacePlatform({
      choosePicture: () => Promise.resolve('me.jpg'),
      uploadPicture: () => Promise.resolve(uploads.shift() ?? null),
    })
    await screen.tap('换头像')
    await screen.settle()
    expect(screen.text()).toContain('头像没有传上去')
    expect(cloud.callsOf('mall.setAvatar')).toEqual([])
    await screen.tap('换头像')
    await screen.settle()
    expect(cloud.callsOf('mall.setAvatar')[0]?.input).toEqual({ file: avatar })
    expect(useSession.getState().session?.member.avatar).toBe(avatar)
    cloud.answer({ 'mall.setAvatar': refuse('AVATAR_FOREIGN') })
    await screen.tap('换头像')
    await screen.settle()
    expect(screen.text()).toContain('头像没有换成：这张头像不是从这里传上去的')
    restore()
  })

  it('角标没取到不挡路，认不出人才挡', async () => {
    cloud = fakeCloud({ 'mall.countOrders': refuse('TRY_AGAIN') })
    enterAs(teaShop.session)
    const screen = await open()
    expect(screen.text()).toContain('订单数没有取到')
    expect(screen.text()).toContain('林小满')
  })
})
