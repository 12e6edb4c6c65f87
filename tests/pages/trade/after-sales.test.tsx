// 售后: asking unit by unit, and following what becomes of it.
import { fen } from '@contract/money'
import { afterEach, describe, expect, it } from 'vitest'
import { goodsRefund, roadOf } from '@/features/trade/after-sale-words'
import type { AfterSale } from '@/features/trade/after-sale-words'
import type { Order } from '@/features/trade/order-words'
import AfterSaleApplyPage from '@/pages/trade/after-sale-apply'
import AfterSaleDetailPage from '@/pages/trade/after-sale-detail'
import { isLoading } from '../mall/enter'
import { fakeCloud, never, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import { visits } from '../support/taro'
import { mountainBuyer, PLACED_AT, teaBuyer } from './orders.data'

let cloud: FakeCloud
afterEach(async () => {
  await leave()
  cloud?.restore()
})

const paid = (order: Order): Order => ({ ...order, status: 'paid', actions: ['apply-after-sale'] })
const received = (order: Order): Order => ({ ...paid(order), status: 'received' })

const openForm = async (order: Order) => {
  cloud = fakeCloud({ 'mall.getOrder': order, 'mall.applyAfterSale': { afterSaleId: 'afs_1' } })
  const screen = await render(<AfterSaleApplyPage />, { params: { orderId: order.id } })
  await screen.settle()
  return screen
}

describe('申请售后', () => {
  it('等待、出错、重试', async () => {
    cloud = fakeCloud({ 'mall.getOrder': never })
    const waiting = await render(<AfterSaleApplyPage />, { params: { orderId: 'ord_x' } })
    expect(isLoading(waiting)).toBe(true)
    cloud.answer({ 'mall.getOrder': refuse('INTERNAL') })
    const screen = await render(<AfterSaleApplyPage />, { params: { orderId: 'ord_x' } })
    await screen.settle()
    cloud.answer({ 'mall.getOrder': received(teaBuyer.order) })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('先选要退的商品')
  })

  it('选商品、写原因，才能提交；钱按实付算', async () => {
    const screen = await openForm(received(teaBuyer.order))
    await screen.tap('桂花冬酿蜜')
    expect(screen.text()).toContain('商品可退¥58.00')
    expect(screen.text()).toContain('写一下原因')
    await screen.tap('退货退款')
    await screen.tap('包装破了')
    await screen.tap('提交申请')
    expect(cloud.callsOf('mall.applyAfterSale')[0]?.input).toEqual({
      orderId: 'ord_tea',
      kind: 'return-and-refund',
      lines: [{ line: 2, quantity: 1 }],
      reason: '包装破了',
    })
    expect(visits).toEqual(['redirectTo /pages/trade/after-sale-detail/index?id=afs_1'])
  })

  it('没发货只能退款；只有一行时已经选好，件数可以改', async () => {
    const screen = await openForm(paid(mountainBuyer.order))
    expect(screen.has('退货退款')).toBe(false)
    expect(screen.text()).toContain('商品可退¥199.50')
    expect(screen.text()).toContain('没发货就整单退的，运费也一起退')
    await screen.tap('减少高山花菇要退的件数')
    expect(screen.text()).toContain('商品可退¥133.00')
  })

  it('有别的售后在办时不猜金额', async () => {
    const lines = mountainBuyer.order.lines.map((line) => ({ ...line, inAfterSaleQuantity: 1 }))
    const screen = await openForm({ ...received(mountainBuyer.order), lines })
    expect(screen.text()).toContain('1 件在售后')
    expect(screen.text()).toContain('商品可退—')
  })

  it('没有可以退的，说可能的原因', async () => {
    const lines = mountainBuyer.order.lines.map((line) => ({ ...line, refundedQuantity: 3 }))
    const screen = await openForm({ ...received(mountainBuyer.order), lines })
    expect(screen.text()).toContain('这笔订单现在没有可以退的')
  })

  it('被拒绝时说原因，重新看订单，写的字还在', async () => {
    const screen = await openForm(received(mountainBuyer.order))
    cloud.answer({
      'mall.applyAfterSale': refuse('AFTER_SALE_QUANTITY', { title: '高山花菇', available: 2 }),
    })
    await screen.tap('和描述不一样')
    await screen.tap('提交申请')
    expect(screen.text()).toContain('「高山花菇」最多还能退 2 件')
    expect(cloud.callsOf('mall.getOrder')).toHaveLength(2)
    const [area] = screen.all('textarea') as unknown as HTMLTextAreaElement[]
    expect(area?.value).toBe('和描述不一样')
  })

  it('多次退同一行，加起来正好是实付', () => {
    const [line] = teaBuyer.order.lines
    const odd = { ...line!, quantity: 3, baseFen: fen(1000) }
    const first = goodsRefund([odd], { 1: 1 })
    const rest = goodsRefund([{ ...odd, refundedQuantity: 1, refundedFen: fen(333) }], { 1: 2 })
    expect([first, rest]).toEqual([333, 667])
  })
})

const openDetail = async (afterSale: AfterSale) => {
  cloud = fakeCloud({ 'mall.getAfterSale': afterSale })
  const screen = await render(<AfterSaleDetailPage />, { params: { id: afterSale.id } })
  await screen.settle()
  return screen
}

describe('售后', () => {
  it('等待、出错、重试', async () => {
    cloud = fakeCloud({ 'mall.getAfterSale': never })
    const waiting = await render(<AfterSaleDetailPage />, { params: { id: 'afs_x' } })
    expect(isLoading(waiting)).toBe(true)
    cloud.answer({ 'mall.getAfterSale': refuse('AFTER_SALE_UNKNOWN') })
    const screen = await render(<AfterSaleDetailPage />, { params: { id: 'afs_x' } })
    await screen.settle()
    expect(screen.text()).toContain('没有找到这笔售后')
    cloud.answer({ 'mall.getAfterSale': teaBuyer.afterSale })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('等店主处理')
  })

  it('刚申请：在等谁、多少钱、为什么，可以撤回', async () => {
    const screen = await openDetail(teaBuyer.afterSale)
    for (const words of ['等店主处理', '申请退款¥298.00', '只退款', '不想要了']) {
      expect(screen.text()).toContain(words)
    }
    cloud.answer({
      'mall.withdrawAfterSale': {},
      'mall.getAfterSale': { ...teaBuyer.afterSale, status: 'withdrawn' },
    })
    await screen.tap('撤回申请')
    expect(screen.text()).toContain('撤回售后申请？')
    await screen.tap('确认撤回')
    await screen.settle()
    expect(screen.text()).toContain('你撤回了申请')
    expect(screen.has('撤回申请')).toBe(false)
  })

  it('要寄回：填好快递才算寄出', async () => {
    const screen = await openDetail(mountainBuyer.afterSale)
    expect(screen.text()).toContain('收到就退 ¥133.00')
    expect(screen.text()).toContain('先写快递公司')
    await screen.type('快递公司', '顺丰')
    await screen.type('快递单号', ' SF42 ')
    const parcel = { carrier: '顺丰', trackingNumber: 'SF42' }
    cloud.answer({
      'mall.sendReturnParcel': {},
      'mall.getAfterSale': {
        ...mountainBuyer.afterSale,
        status: 'returning',
        returnParcel: parcel,
      },
    })
    await screen.tap('寄出了')
    expect(cloud.callsOf('mall.sendReturnParcel')[0]?.input).toEqual({
      afterSaleId: 'afs_mountain',
      ...parcel,
    })
    expect(screen.text()).toContain('货在寄回的路上')
    expect(screen.text()).toContain('顺丰 SF42')
    expect(screen.has('撤回申请')).toBe(false)
  })

  it('没同意：说店主写的原因', async () => {
    const screen = await openDetail({
      ...mountainBuyer.afterSale,
      status: 'rejected',
      rejectReason: '已经拆封',
    })
    expect(screen.text()).toContain('店主没有同意')
    expect(screen.text()).toContain('已经拆封')
  })

  it.each<[string, Partial<AfterSale>, string[]]>([
    ['刚申请', { status: 'applied' }, ['done', 'now', 'later', 'later', 'later']],
    ['等寄回', {}, ['done', 'done', 'now', 'later', 'later']],
    ['寄回中', { status: 'returning' }, ['done', 'done', 'done', 'now', 'later']],
    ['退款中', { status: 'refunding' }, ['done', 'done', 'done', 'done', 'now']],
    ['退好了', { status: 'refunded' }, ['done', 'done', 'done', 'done', 'done']],
    ['只退款', { status: 'refunding', kind: 'refund-only' }, ['done', 'done', 'now']],
    ['没同意', { status: 'rejected' }, ['done', 'done']],
  ])('进度：%s', (_name, change, states) => {
    const road = roadOf({ ...mountainBuyer.afterSale, ...change })
    expect(road.map(({ state }) => state)).toEqual(states)
    expect(road[0]?.at).toBe(PLACED_AT)
  })
})
