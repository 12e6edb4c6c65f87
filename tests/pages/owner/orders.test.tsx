// 订单 and 订单详情: what waits for a parcel, where it goes, and who earned on it.
import { afterEach, describe, expect, it } from 'vitest'
import { leftToShip } from '@/features/owner/order-words'
import OwnerOrderDetailPage from '@/pages/owner/order-detail'
import OwnerOrdersPage from '@/pages/owner/orders'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'
import type { Desk } from './desks.data'

afterEach(closeDesk)

const rowOf = ({ order: { order } }: Desk) => ({ ...order, hasOpenAfterSale: false })
const openList = (desk: Desk, params = {}) =>
  openDesk(
    <OwnerOrdersPage />,
    desk,
    { 'owner.listOrders': { rows: [rowOf(desk)], next: null } },
    params,
  )
const openOrder = (desk: Desk, more: Answers = {}, params = {}) =>
  openDesk(
    <OwnerOrderDetailPage />,
    desk,
    { 'owner.getOrder': desk.order, ...more },
    { id: desk.order.order.id, ...params },
  )

describe('订单', () => {
  itKeepsItsStates({
    page: () => <OwnerOrdersPage />,
    action: 'owner.listOrders',
    desk: teaDesk,
    good: { rows: [rowOf(teaDesk)], next: null },
    words: '¥654.00',
    empty: { answer: { rows: [], next: null }, words: '还没有订单' },
  })

  it.each([
    ['茶与礼', teaDesk, ['周知夏', '武夷肉桂礼盒', '¥654.00', '共 3 件', '待发货']],
    ['山里货', mountainDesk, ['陈大山', '高山花菇', '¥208.00', '共 3 件', '待发货']],
  ])('%s 的订单', async (_name, desk, words) => {
    const { screen } = await openList(desk)
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('从看板来时只看待发货；发货打开那一单', async () => {
    const { screen, cloud, visits } = await openList(teaDesk, { filter: 'to-ship' })
    expect(cloud.callsOf('owner.listOrders')[0]?.input).toEqual({ filter: 'to-ship' })
    await screen.tap('给 周知夏 发货')
    expect(visits).toEqual(['navigateTo /pages/owner/order-detail/index?id=ord_tea&ship=1'])
  })

  it('财务看得到订单，没有发货按钮', async () => {
    const { screen } = await openList(mountainDesk)
    expect(screen.has('给 陈大山 发货')).toBe(false)
  })
})

describe('订单详情', () => {
  itKeepsItsStates({
    page: () => <OwnerOrderDetailPage />,
    action: 'owner.getOrder',
    desk: teaDesk,
    good: teaDesk.order,
    words: '¥654.00',
    params: { id: 'ord_tea' },
  })

  it.each([
    [
      '茶与礼',
      teaDesk,
      [
        '周知夏 13800000001',
        '浙江省杭州市西湖区龙井路 1 号',
        '按方案 2026-11-A',
        '一级 · 分享人',
        '+¥60.06',
        '+¥71.94 因退款 −¥11.88',
        '+¥26.16',
        '谁带来的',
      ],
    ],
    [
      '山里货',
      mountainDesk,
      ['陈大山 13900000002', '北京市北京市海淀区中关村大街 5 号', '¥8.50', '没有人分享带来'],
    ],
  ])('%s：地址、金额、谁赚了多少', async (_name, desk, words) => {
    const { screen } = await openOrder(desk)
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('整单发货：选快递、填单号', async () => {
    const { screen, cloud } = await openOrder(teaDesk, { 'owner.shipOrder': {} }, { ship: '1' })
    expect(screen.has('先选快递公司')).toBe(true)
    await screen.tap('顺丰速运')
    await screen.type('快递单号', '12')
    expect(screen.has('填上 5 到 40 位的单号')).toBe(true)
    await screen.type('快递单号', 'SF123456')
    await screen.tap('确认发货')
    expect(cloud.callsOf('owner.shipOrder')[0]?.input).toEqual({
      orderId: 'ord_tea',
      carrier: '顺丰速运',
      trackingNumber: 'SF123456',
    })
    expect(cloud.callsOf('owner.getOrder')).toHaveLength(2)
  })

  it('分开发：只发选了的', async () => {
    const { screen, cloud } = await openOrder(teaDesk, { 'owner.shipOrder': {} }, { ship: '1' })
    await screen.tap('其他')
    await screen.type('快递公司的名字', '德邦')
    await screen.type('快递单号', 'DB-98765')
    await press(screen, '.fy-switch-tap')
    expect(screen.has('选一下这次发哪些')).toBe(true)
    await screen.tap('增加武夷肉桂礼盒 的件数')
    await screen.tap('确认发货')
    expect(cloud.callsOf('owner.shipOrder')[0]?.input).toEqual({
      orderId: 'ord_tea',
      carrier: '德邦',
      trackingNumber: 'DB-98765',
      lines: [{ line: 1, quantity: 1 }],
    })
  })

  it('没发成，原因写在发货单里', async () => {
    const { screen } = await openOrder(
      teaDesk,
      { 'owner.shipOrder': refuse('ORDER_MOVED_ON') },
      { ship: '1' },
    )
    await screen.tap('顺丰速运')
    await screen.type('快递单号', 'SF123456')
    await screen.tap('确认发货')
    expect(screen.text()).toContain('没有发成：订单状态已经变了')
  })

  it('发过的、退过的、售后中的都不再算进要发的', () => {
    const { lines } = teaDesk.order.order
    const [first, second] = lines
    if (!first || !second) throw new Error('two lines')
    const parcels = [
      {
        carrier: '顺丰速运',
        trackingNumber: 'SF1',
        lines: [{ line: 1, quantity: 1 }],
        shippedAt: 1,
      },
    ]
    const left = (more: Partial<typeof first>) =>
      leftToShip({ lines: [{ ...first, ...more }, second], parcels }).map((row) => [
        row.line,
        row.quantity,
      ])
    expect(left({})).toEqual([
      [1, 1],
      [2, 1],
    ])
    expect(left({ refundedQuantity: 1 })).toEqual([[2, 1]])
    expect(left({ inAfterSaleQuantity: 1 })).toEqual([[2, 1]])
  })
})
