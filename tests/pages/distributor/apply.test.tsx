// 申请成为分销员: a name, the inviter, and the answer of the shop.
import { afterEach, describe, expect, it } from 'vitest'
import ApplyPage from '@/pages/recruit/apply'
import { never, refuse } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { pottery, tea } from './shops.data'
import { goHome, shopperOf, visit } from './visit'

afterEach(goHome)

const asShopper = { session: shopperOf(tea) }

describe('申请成为分销员', () => {
  it('没有写称呼时，按钮说先写什么', async () => {
    const screen = await visit(<ApplyPage />, tea, asShopper)
    expect(screen.has('先写下怎么称呼你')).toBe(true)
    expect(screen.text()).toContain('兰姨 邀请你一起分享')
    expect(screen.text()).toContain('不收任何费用，也不要求购买')
  })

  it('另一家店没有邀请人，比例也不同', async () => {
    const screen = await visit(<ApplyPage />, pottery, { session: shopperOf(pottery) })
    expect(screen.text()).not.toContain('邀请你一起分享')
    expect(screen.text()).toContain('8.5%')
    expect(screen.text()).not.toContain('10%')
  })

  it('交上去之后说在等审核', async () => {
    const screen = await visit(<ApplyPage />, tea, {
      ...asShopper,
      answers: { 'distributor.apply': { status: 'applied' } },
    })
    await screen.type('怎么称呼你', ' 小沈 ')
    screen.cloud.answer({ 'distributor.getApplication': { ...tea.application, status: 'applied' } })
    await screen.tap('提交申请')
    await screen.settle()
    expect(screen.cloud.callsOf('distributor.apply')[0]?.input).toMatchObject({ name: '小沈' })
    expect(screen.text()).toContain('正在审核')
    expect(screen.has('提交申请')).toBe(false)
  })

  it('当场通过的，直接去分销中心', async () => {
    const screen = await visit(<ApplyPage />, tea, {
      ...asShopper,
      answers: { 'distributor.apply': { status: 'active' } },
    })
    await screen.type('怎么称呼你', '小沈')
    await screen.tap('提交申请')
    await screen.settle()
    expect(visits).toEqual(['switchTab /pages/tabs/distribution/index'])
  })

  it('没有交成时原因写在页上', async () => {
    const screen = await visit(<ApplyPage />, tea, {
      ...asShopper,
      answers: { 'distributor.apply': refuse('INVITER_INVALID') },
    })
    await screen.type('怎么称呼你', '小沈')
    await screen.tap('提交申请')
    expect(screen.text()).toContain('申请没有提交成功：邀请人不能是你自己或你邀请来的人')
  })

  it('没通过的写明原因，可以再申请', async () => {
    const screen = await visit(<ApplyPage />, tea, {
      ...asShopper,
      answers: {
        'distributor.getApplication': {
          ...tea.application,
          status: 'rejected',
          rejectReason: '称呼请写真名',
        },
      },
    })
    expect(screen.text()).toContain('上次的申请没有通过：称呼请写真名')
    expect(screen.has('先写下怎么称呼你')).toBe(true)
  })

  it('等着时不编比例，出错时可以重试', async () => {
    const loading = await visit(<ApplyPage />, tea, {
      ...asShopper,
      answers: { 'distributor.getApplication': never },
    })
    expect(loading.text()).not.toContain('%')
    await goHome()
    const failed = await visit(<ApplyPage />, tea, {
      ...asShopper,
      answers: { 'distributor.getApplication': refuse('INTERNAL') },
    })
    failed.cloud.answer({ 'distributor.getApplication': tea.application })
    await failed.tap('再试一次')
    expect(failed.text()).toContain('10%')
  })
})
