// 开店: name and code in, one owner out.
import { afterEach, describe, expect, it } from 'vitest'
import ClaimPage from '@/pages/owner/claim'
import { refuse } from '../support/fake-cloud'
import { closeDesk, openDesk } from './desk'
import { mountainDesk, teaDesk } from './desks.data'
import type { Desk } from './desks.data'

afterEach(closeDesk)

const unclaimed = ({ session }: Desk) => ({
  ...session,
  roles: ['shopper' as const],
  shop: { ...session.shop, isOpen: false },
})

describe('开店', () => {
  it.each([
    ['茶与礼', teaDesk, 'TEA-2026'],
    ['山里货', mountainDesk, 'shan li'],
  ])('%s：写店名和开店码，开张后去看板', async (name, desk, code) => {
    const { screen, cloud, visits } = await openDesk(<ClaimPage />, desk, {
      'mall.openSession': unclaimed(desk),
      'owner.claimShop': {},
    })
    expect(screen.has('先给小店起个名字')).toBe(true)
    await screen.type('店名', ` ${name} `)
    expect(screen.has('再填上开店码')).toBe(true)
    await screen.type('开店码', code)
    await screen.tap('开张')
    expect(cloud.callsOf('owner.claimShop')[0]?.input).toEqual({
      shopName: name,
      bootstrapCode: code,
    })
    expect(visits).toEqual(['redirectTo /pages/owner/dashboard/index?new=1'])
    expect(cloud.callsOf('mall.openSession')).toHaveLength(2)
  })

  it.each([
    ['开店码不对', 'BOOTSTRAP_CODE_WRONG', '开店码不对，请向部署的人核对'],
    ['别人先开了', 'SHOP_ALREADY_CLAIMED', '这家店已经有店主了'],
  ] as const)('%s，写在页上，填的字还在', async (_case, code, words) => {
    const { screen, visits } = await openDesk(<ClaimPage />, teaDesk, {
      'mall.openSession': unclaimed(teaDesk),
      'owner.claimShop': refuse(code),
    })
    await screen.type('店名', '茶与礼')
    await screen.type('开店码', 'x')
    await screen.tap('开张')
    expect(screen.text()).toContain(words)
    expect(screen.all('input')[0]).toHaveProperty('value', '茶与礼')
    expect(visits).toEqual([])
  })

  it('已经有店主的店不能再开', async () => {
    const { screen } = await openDesk(<ClaimPage />, mountainDesk, {
      'mall.openSession': { ...mountainDesk.session, roles: ['shopper'] },
    })
    expect(screen.text()).toContain('这家店已经有店主了')
  })

  it('店主自己再来，带去看板', async () => {
    const { screen, visits } = await openDesk(<ClaimPage />, teaDesk, {
      'mall.openSession': teaDesk.session,
    })
    await screen.tap('去看板')
    expect(visits).toEqual(['redirectTo /pages/owner/dashboard/index'])
  })

  it('出错时可以再试', async () => {
    const { screen } = await openDesk(<ClaimPage />, teaDesk, {
      'mall.openSession': refuse('INTERNAL'),
    })
    expect(screen.has('再试一次')).toBe(true)
  })
})
