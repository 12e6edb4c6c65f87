// 我的订单 and 订单: lists by what they wait for, and what happens next with each.
import { fen } from '@contract/money'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@contract/time'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { momentText } from '@/components/moment/format'
import { leftText } from '@/features/trade/moments'
import { headOf } from '@/features/trade/order-words'
import type { Order } from '@/features/trade/order-words'
import OrderDetailPage from '@/pages/trade/order-detail'
import OrdersPage from '@/pages/trade/orders'
import { isLoading } from '../mall/enter'
import { fakeCloud, lostAnswer, never, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import { visits } from '../support/taro'
import { mountainBuyer, PLACED_AT, teaBuyer } from './orders.data'

let cloud: FakeCloud
beforeEach(() => void vi.spyOn(Date, 'now').mockReturnValue(PLACED_AT + 7 * MINUTE_MS))
afterEach(async () => {
  await leave()
  cloud?.restore()
  vi.restoreAllMocks()
})

const rowOf = (order: Order) => ({ ...order, hasOpenAfterSale: false })
const pageOf = (...orders: Order[]) => ({ rows: orders.map(rowOf), next: null })
const params = {
  appId: 'wx1',
  timeStamp: '1',
  nonceStr: 'n',
  package: 'prepay_id=1',
  signType: 'RSA' as const,
  paySign: 's',
}
const shipped: Order = {
  ...mountainBuyer.order,
  status: 'shipped',
  paidAt: PLACED_AT,
  shippedAt: PLACED_AT,
  autoReceiveAt: PLACED_AT + 10 * DAY_MS,
  remark: '晚上送',
  parcels: [
    {
      carrier: '中通快递',
      trackingNumber: 'ZT778899',
      lines: [{ line: 1, quantity: 3 }],
      shippedAt: PLACED_AT,
    },
  ],
  actions: ['confirm-receipt', 'apply-after-sale'],
}

const openList = async (query: Record<string, string> = {}) => {
  const screen = await render(<OrdersPage />, { params: query })
  await screen.settle()
  return screen
}

describe('我的订单', () => {
  it('等待、出错、重试', async () => {
    cloud = fakeCloud({ 'mall.listOrders': never })
    expect(isLoading(await openList())).toBe(true)
    cloud.answer({ 'mall.listOrders': refuse('INTERNAL') })
    const screen = await openList()
    cloud.answer({ 'mall.listOrders': pageOf(teaBuyer.order) })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('武夷肉桂礼盒')
  })

  it.each([
    ['茶与礼', teaBuyer.order, '¥654.00', '共 3 件'],
    ['山里货', mountainBuyer.order, '¥208.00', '共 3 件'],
  ])('%s 的订单', async (_shop, order, amount, pieces) => {
    cloud = fakeCloud({ 'mall.listOrders': pageOf(order) })
    const screen = await openList()
    for (const words of [amount, pieces, '11 月 20 日 09:41', '待付款']) {
      expect(screen.text()).toContain(words)
    }
  })

  it('按角标来的筛选，换一个就重新取；没有时给退路', async () => {
    cloud = fakeCloud({ 'mall.listOrders': { rows: [], next: null } })
    const screen = await openList({ filter: 'to-receive' })
    expect(screen.text()).toContain('没有在路上的订单')
    await screen.tap('看全部')
    const filters = cloud.callsOf('mall.listOrders').map(({ input }) => input)
    expect(filters).toEqual([{ filter: 'to-receive' }, { filter: 'all' }])
    expect(screen.text()).toContain('还没有订单')
  })

  it('售后是另一本账', async () => {
    const rows = [teaBuyer.afterSale, mountainBuyer.afterSale]
    cloud = fakeCloud({ 'mall.listAfterSales': { rows, next: null } })
    const screen = await openList({ filter: 'after-sale' })
    expect(screen.text()).toContain('等商家处理')
    expect(screen.text()).toContain('¥133.00')
    await screen.tap('高山花菇')
    expect(visits).toEqual(['navigateTo /pages/trade/after-sale-detail/index?id=afs_mountain'])
  })

  it('确认收货先问，说出金额；确认后重新取', async () => {
    cloud = fakeCloud({ 'mall.listOrders': pageOf(shipped), 'mall.confirmReceipt': {} })
    const screen = await openList()
    await screen.tap('确认收货')
    expect(screen.text()).toContain('¥208.00 的订单就算收货了')
    cloud.answer({ 'mall.listOrders': pageOf({ ...shipped, status: 'received', actions: [] }) })
    await screen.tap('确认收到')
    await screen.settle()
    expect(cloud.callsOf('mall.confirmReceipt')[0]?.input).toEqual({ orderId: 'ord_mountain' })
    expect(screen.text()).toContain('已收货')
  })

  it('从列表付款，付完去问服务器', async () => {
    cloud = fakeCloud(
      { 'mall.listOrders': pageOf(teaBuyer.order), 'mall.startPayment': params },
      { requestPayment: () => Promise.resolve('unknown') },
    )
    const screen = await openList()
    await screen.tap('去付款')
    expect(visits).toEqual(['navigateTo /pages/trade/pay-result/index?id=ord_tea'])
  })
})

const openOrder = async (order: Order, query: Record<string, string> = {}) => {
  cloud = fakeCloud({ 'mall.getOrder': order })
  const screen = await render(<OrderDetailPage />, { params: { id: order.id, ...query } })
  await screen.settle()
  return screen
}

describe('订单', () => {
  it('等待、出错、重试', async () => {
    cloud = fakeCloud({ 'mall.getOrder': never })
    expect(isLoading(await render(<OrderDetailPage />, { params: { id: 'ord_x' } }))).toBe(true)
    cloud.answer({ 'mall.getOrder': refuse('ORDER_UNKNOWN') })
    const screen = await render(<OrderDetailPage />, { params: { id: 'ord_x' } })
    await screen.settle()
    expect(screen.text()).toContain('没有找到这笔订单')
    cloud.answer({ 'mall.getOrder': teaBuyer.order })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('等你付款')
  })

  it.each([
    ['慢了一天', -DAY_MS],
    ['快了一天', DAY_MS],
  ])('手机的钟%s，还剩多久照店里的钟说，也不白问一遍', async (_, wrong) => {
    const now = PLACED_AT + 7 * MINUTE_MS
    vi.mocked(Date.now).mockReturnValue(now + wrong)
    cloud = fakeCloud({ 'mall.getOrder': teaBuyer.order }, {}, () => now)
    const screen = await render(<OrderDetailPage />, { params: { id: teaBuyer.order.id } })
    await screen.settle()
    expect(screen.text()).toContain('还剩 23 分钟')
    expect(cloud.callsOf('mall.getOrder')).toHaveLength(1)
  })

  it('没付款：还剩多久，取消付款也留着', async () => {
    const screen = await openOrder(teaBuyer.order, { payment: 'cancelled' })
    for (const words of ['还剩 23 分钟', '没有付款，订单给你留着', '应付¥654.00', '龙井路 1 号']) {
      expect(screen.text()).toContain(words)
    }
  })

  it('在路上：快递、自动收货的时间、备注', async () => {
    const screen = await openOrder(shipped)
    for (const words of ['包裹在路上', '11 月 30 日 09:41 会自动确认', '中通快递', 'ZT778899']) {
      expect(screen.text()).toContain(words)
    }
    expect(screen.text()).toContain('高山花菇 500 克 × 3')
    expect(screen.text()).toContain('晚上送')
    expect(screen.text()).toContain('实付¥208.00')
    await screen.tap('申请售后')
    expect(visits).toEqual(['navigateTo /pages/trade/after-sale-apply/index?orderId=ord_mountain'])
  })

  it('退过一部分：哪一行退了几件、退了多少', async () => {
    const lines = mountainBuyer.order.lines.map((line) => ({
      ...line,
      refundedQuantity: 1,
      inAfterSaleQuantity: 1,
    }))
    const afterSales = [{ id: 'afs_1', status: 'refunded' as const, refundFen: fen(6650) }]
    const screen = await openOrder({ ...shipped, lines, afterSales, refundedFen: fen(6650) })
    expect(screen.text()).toContain('已退 1 件 · 1 件在售后')
    expect(screen.text()).toContain('已退款¥66.50')
    await screen.tap('已退款')
    expect(visits).toEqual(['navigateTo /pages/trade/after-sale-detail/index?id=afs_1'])
  })

  it('取消先问；取消不成说原因，并看看订单现在怎样了', async () => {
    const screen = await openOrder(teaBuyer.order)
    cloud.answer({ 'mall.cancelOrder': refuse('ORDER_MOVED_ON') })
    await screen.tap('取消订单')
    expect(screen.text()).toContain('取消这笔订单？')
    await screen.tap('确认取消')
    await screen.settle()
    expect(screen.text()).toContain('订单状态已经变了')
    expect(cloud.callsOf('mall.getOrder')).toHaveLength(2)
  })

  it('再买一次：整单放进购物车；一件没放进去就说是哪件，再点只补那件', async () => {
    const over: Order = { ...teaBuyer.order, status: 'completed', actions: [] }
    const asked: string[] = []
    let isSoldOut = true
    cloud = fakeCloud({
      'mall.getOrder': over,
      'mall.addToCart': ({ skuId, quantity }) => {
        asked.push(`${skuId} × ${quantity}`)
        if (skuId === 'sku_2' && isSoldOut) {
          return refuse('OUT_OF_STOCK', { title: '桂花冬酿蜜', available: 0 })
        }
        return { count: asked.length }
      },
    })
    const screen = await render(<OrderDetailPage />, { params: { id: over.id } })
    await screen.settle()
    await screen.tap('再买一次')
    await screen.settle()
    expect(screen.text()).toContain('桂花冬酿蜜没有放进购物车')
    expect(visits).toEqual([])
    isSoldOut = false
    await screen.tap('再买一次')
    await screen.settle()
    expect(asked).toEqual(['sku_1 × 2', 'sku_2 × 1', 'sku_2 × 1'])
    expect(visits).toEqual(['switchTab /pages/tabs/cart/index'])
  })

  it('还没走完的订单不说再买一次', async () => {
    cloud = fakeCloud({ 'mall.getOrder': shipped })
    const screen = await render(<OrderDetailPage />, { params: { id: shipped.id } })
    await screen.settle()
    expect(screen.text()).not.toContain('再买一次')
  })

  it('付款没有回音，再点一次是同一个请求', async () => {
    const screen = await openOrder(teaBuyer.order)
    cloud.answer({ 'mall.startPayment': lostAnswer() })
    await screen.tap('去付款')
    await screen.tap('去付款')
    const [first, second] = cloud.callsOf('mall.startPayment')
    expect(second?.requestId).toBe(first?.requestId)
    expect(screen.text()).toContain('没有收到回应')
  })
})

describe('订单状态的说法', () => {
  const late = { actions: ['cancel' as const] }
  const fastPhone = { expireAt: PLACED_AT + MINUTE_MS }
  const slowPhone = { placedAt: PLACED_AT + HOUR_MS, expireAt: PLACED_AT + 2 * HOUR_MS }
  it.each<[Partial<Order>, string, string]>([
    [{}, '等你付款', '还剩 23 分钟'],
    [late, '付款时间过了', '没有扣款'],
    [fastPhone, '等你付款', '请在 11 月 20 日 09:42 前付款'],
    [slowPhone, '等你付款', '请在 11 月 20 日 11:41 前付款'],
    [{ status: 'paid' }, '店主在备货', '快递单号'],
    [{ status: 'partly-shipped' }, '先发出了一部分', '剩下的'],
    [{ status: 'shipped', autoReceiveAt: null }, '包裹在路上', '确认收货'],
    [{ status: 'received', actions: ['apply-after-sale'] }, '已收货', '可以申请售后'],
    [{ status: 'completed', actions: [] }, '已完成', '谢谢你来'],
    [{ status: 'closed', closeReason: 'cancelled' }, '已关闭', '你取消了'],
    [{ status: 'closed', closeReason: 'unpaid' }, '已关闭', '没有在时间里付款'],
    [
      { status: 'closed', closeReason: 'refunded', refundedFen: fen(65400) },
      '已关闭',
      '已退 ¥654.00',
    ],
  ])('%o', (change, title, text) => {
    const head = headOf({ ...teaBuyer.order, ...change }, PLACED_AT + 7 * MINUTE_MS)
    expect(head.title).toBe(title)
    expect(head.text).toContain(text)
  })

  it.each([
    [0, null],
    [59_000, '不到 1 分钟'],
    [23 * MINUTE_MS + 5000, '23 分钟'],
    [2 * HOUR_MS, '2 小时'],
    [2 * HOUR_MS + 5 * MINUTE_MS, '2 小时 5 分钟'],
    [3 * DAY_MS + HOUR_MS, '3 天'],
  ])('还剩 %i 毫秒说成 %s', (left, words) => {
    expect(leftText(PLACED_AT + left, PLACED_AT)).toBe(words)
  })

  it('时刻按上海时间说', () => {
    const newYear = Date.UTC(2026, 11, 31, 16, 5)
    expect(momentText(newYear, newYear)).toBe('1 月 1 日 00:05')
    expect(momentText(newYear, newYear - 600_000)).toBe('2027 年 1 月 1 日 00:05')
  })
})
