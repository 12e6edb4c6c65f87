// 售后处理: money goes back only after its amount was said; a no has its reason.
import { afterEach, describe, expect, it } from 'vitest'
import RefundsPage from '@/pages/owner/refunds'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'
import type { Desk } from './desks.data'

afterEach(closeDesk)

const open = (afterSale: Desk['afterSale'], more: Answers = {}, desk = teaDesk) =>
  openDesk(<RefundsPage />, desk, {
    'owner.listAfterSales': { rows: [afterSale], next: null },
    ...more,
  })

describe('售后处理', () => {
  itKeepsItsStates({
    page: () => <RefundsPage />,
    action: 'owner.listAfterSales',
    desk: teaDesk,
    good: { rows: [teaDesk.afterSale], next: null },
    words: '¥298.00',
    empty: { answer: { rows: [], next: null }, words: '还没有售后' },
  })

  it.each([
    ['茶与礼', teaDesk, ['周知夏 · 只退款', '等你处理', '不想要了', '¥298.00', '武夷肉桂礼盒']],
    ['山里货', mountainDesk, ['陈大山 · 退货退款', '退货途中', '有点潮', '¥133.00', 'ZT556677']],
  ])('%s 的售后：谁、为什么、多少钱', async (_name, desk, words) => {
    const { screen } = await open(desk.afterSale)
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('同意退款前说出金额，同意后刷新', async () => {
    const { screen, cloud } = await open(teaDesk.afterSale, { 'owner.approveAfterSale': {} })
    await screen.tap('同意退款')
    expect(screen.text()).toContain('退 ¥298.00')
    expect(screen.text()).toContain('¥298.00 马上原路退给 周知夏')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.approveAfterSale')[0]?.input).toEqual({ afterSaleId: 'afs_tea' })
    expect(cloud.callsOf('owner.listAfterSales')).toHaveLength(2)
  })

  it('收到退货再退钱', async () => {
    const { screen, cloud } = await open(mountainDesk.afterSale, { 'owner.receiveReturn': {} })
    await screen.tap('收到货了，退款')
    expect(screen.text()).toContain('收到货，退 ¥133.00')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.receiveReturn')[0]?.input).toEqual({ afterSaleId: 'afs_mountain' })
  })

  it('不同意要写原因，顾客看得到', async () => {
    const { screen, cloud } = await open(teaDesk.afterSale, { 'owner.rejectAfterSale': {} })
    await screen.tap('不同意')
    await screen.type('原因', '已经拆开喝了')
    await screen.tap('告诉顾客')
    expect(cloud.callsOf('owner.rejectAfterSale')[0]?.input).toEqual({
      afterSaleId: 'afs_tea',
      reason: '已经拆开喝了',
    })
  })

  it('状态已经变了，说出来', async () => {
    const { screen } = await open(teaDesk.afterSale, {
      'owner.approveAfterSale': refuse('AFTER_SALE_MOVED_ON'),
    })
    await screen.tap('同意退款')
    await press(screen, '.fy-dialog-button')
    expect(screen.text()).toContain('没有办成：售后状态已经变了')
  })

  it('财务只能看', async () => {
    const { screen } = await open(teaDesk.afterSale, {}, mountainDesk)
    expect(screen.has('同意退款')).toBe(false)
  })

  it('筛选后没有，一行就能回去', async () => {
    const { screen, cloud } = await open(teaDesk.afterSale)
    cloud.answer({ 'owner.listAfterSales': { rows: [], next: null } })
    await screen.tap('未通过')
    expect(screen.text()).toContain('这里没有售后')
    cloud.answer({ 'owner.listAfterSales': { rows: [teaDesk.afterSale], next: null } })
    await screen.tap('看全部')
    expect(screen.text()).toContain('周知夏')
  })
})
