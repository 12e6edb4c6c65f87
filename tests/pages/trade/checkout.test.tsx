// 确认订单 and 付款结果: from the server's price to what the server knows of the payment.
import { fen } from '@contract/money'
import { afterEach, describe, expect, it } from 'vitest'
import { useChosenAddress } from '@/features/trade/chosen-address'
import CheckoutPage from '@/pages/trade/checkout'
import PayResultPage from '@/pages/trade/pay-result'
import { isLoading } from '../mall/enter'
import { fakeCloud, lostAnswer, never, refuse } from '../support/fake-cloud'
import type { Answers, FakeCloud } from '../support/fake-cloud'
import type { Platform } from '@/api/platform'
import { leave, render } from '../support/render'
import { visits } from '../support/taro'
import { mountainBuyer, PLACED_AT, teaBuyer } from './orders.data'

let cloud: FakeCloud
afterEach(async () => {
  await leave()
  cloud.restore()
  useChosenAddress.setState({ addressId: null })
})

const params = {
  appId: 'wx1',
  timeStamp: '1',
  nonceStr: 'n',
  package: 'prepay_id=1',
  signType: 'RSA' as const,
  paySign: 's',
}
const answers: Answers = {
  'mall.previewOrder': mountainBuyer.preview,
  'mall.placeOrder': { orderId: 'ord_1', payableFen: fen(20800), expireAt: PLACED_AT },
  'mall.startPayment': params,
}
const single = { productId: 'prd_1', skuId: 'sku_1', quantity: '3' }

const open = async (query: Record<string, string> = single) => {
  const screen = await render(<CheckoutPage />, { params: query })
  await screen.settle()
  return screen
}
const paying = (verdict: 'done' | 'cancelled' | 'unknown'): Partial<Platform> => ({
  requestPayment: () => Promise.resolve(verdict),
})

describe('确认订单', () => {
  it('等待、出错时说清楚还没有扣款', async () => {
    cloud = fakeCloud({ 'mall.previewOrder': never })
    expect(isLoading(await open())).toBe(true)
    cloud.answer({ 'mall.previewOrder': refuse('INTERNAL') })
    const screen = await open()
    expect(screen.text()).toContain('还没有下单，没有扣款')
    cloud.answer({ 'mall.previewOrder': mountainBuyer.preview })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('高山花菇')
  })

  it('直接买的：单价、运费、应付和差多少包邮', async () => {
    cloud = fakeCloud(answers)
    const screen = await open()
    const [asked] = cloud.callsOf('mall.previewOrder')
    expect(asked?.input).toEqual({
      lines: [{ productId: 'prd_1', skuId: 'sku_1', quantity: 3 }],
    })
    for (const words of ['陈大山 139****0002', '商品¥199.50', '运费¥8.50', '应付¥208.00']) {
      expect(screen.text()).toContain(words)
    }
    expect(screen.text()).toContain('再买 ¥50.50 就包邮')
  })

  it('购物车来的：只算选中、能买的', async () => {
    const [first, second] = teaBuyer.cart.lines
    const lines = [first!, { ...second!, isSelected: false }]
    cloud = fakeCloud({
      ...answers,
      'mall.getCart': { ...teaBuyer.cart, lines },
      'mall.previewOrder': teaBuyer.preview,
    })
    const screen = await open({ from: 'cart' })
    expect(cloud.callsOf('mall.previewOrder')[0]?.input).toMatchObject({
      lines: [{ productId: 'prd_1', skuId: 'sku_1', quantity: 2 }],
    })
    expect(screen.text()).toContain('运费包邮')
    expect(screen.text()).toContain('应付¥654.00')
  })

  it('没有选中的商品时，回购物车', async () => {
    cloud = fakeCloud({ 'mall.getCart': { ...teaBuyer.cart, lines: [] } })
    const screen = await open({ from: 'cart' })
    await screen.tap('去购物车')
    expect(visits).toEqual(['switchTab /pages/tabs/cart/index'])
  })

  it('没有地址，按钮就说先选地址；点卡片去选', async () => {
    cloud = fakeCloud({ 'mall.previewOrder': { ...mountainBuyer.preview, address: null } })
    const screen = await open()
    expect(screen.text()).toContain('先选收货地址')
    await screen.tap('写好地址，才知道寄到哪里')
    expect(visits).toEqual(['navigateTo /pages/trade/addresses/index?choose=1'])
  })

  it('选过的地址被删了，就用默认的', async () => {
    useChosenAddress.setState({ addressId: 'adr_gone' })
    cloud = fakeCloud({
      'mall.previewOrder': ({ addressId }) =>
        addressId === undefined ? mountainBuyer.preview : refuse('ADDRESS_UNKNOWN'),
    })
    const screen = await open()
    await screen.settle()
    expect(screen.text()).toContain('陈大山')
  })

  it('下单带着看到的金额和备注；付完去问服务器', async () => {
    cloud = fakeCloud(answers, paying('done'))
    const screen = await open()
    await screen.type('备注', '晚上送')
    await screen.tap('提交订单')
    expect(cloud.callsOf('mall.placeOrder')[0]?.input).toEqual({
      lines: [{ productId: 'prd_1', skuId: 'sku_1', quantity: 3 }],
      addressId: 'adr_chen',
      remark: '晚上送',
      expectedPayableFen: 20800,
      isFromCart: false,
    })
    expect(visits).toEqual(['redirectTo /pages/trade/pay-result/index?id=ord_1'])
  })

  it.each([
    ['付款结果不明', 'unknown', 'pay-result/index?id=ord_1'],
    ['取消付款', 'cancelled', 'order-detail/index?id=ord_1&payment=cancelled'],
  ] as const)('%s，也到该去的页', async (_name, verdict, page) => {
    cloud = fakeCloud(answers, paying(verdict))
    const screen = await open()
    await screen.tap('提交订单')
    expect(visits).toEqual([`redirectTo /pages/trade/${page}`])
  })

  it('付款没发起成，订单还在，去订单里再付', async () => {
    cloud = fakeCloud({ ...answers, 'mall.startPayment': refuse('PAYMENT_UNKNOWN') })
    const screen = await open()
    await screen.tap('提交订单')
    expect(visits).toEqual(['redirectTo /pages/trade/order-detail/index?id=ord_1&payment=failed'])
  })

  it('价格变了：不扣款，重新算，说出哪里变了', async () => {
    cloud = fakeCloud({ ...answers, 'mall.placeOrder': refuse('PRICE_CHANGED') })
    const screen = await open()
    const lines = mountainBuyer.preview.lines.map((line) => ({ ...line, unitPriceFen: fen(7000) }))
    cloud.answer({
      'mall.previewOrder': {
        ...mountainBuyer.preview,
        lines,
        goodsFen: fen(21000),
        shippingFen: fen(0),
        payableFen: fen(21000),
      },
    })
    await screen.tap('提交订单')
    for (const words of [
      '订单没有提交，没有扣款',
      '「高山花菇」从 ¥66.50 变成 ¥70.00',
      '运费从 ¥8.50 变成 ¥0.00',
      '应付从 ¥208.00 变成 ¥210.00',
    ]) {
      expect(screen.text()).toContain(words)
    }
    cloud.answer({ 'mall.placeOrder': answers['mall.placeOrder']! })
    await screen.tap('提交订单')
    expect(cloud.callsOf('mall.placeOrder')[1]?.input).toMatchObject({ expectedPayableFen: 21000 })
  })

  it('卖完了：说还剩几件', async () => {
    const sold = refuse('OUT_OF_STOCK', { title: '高山花菇', available: 1 })
    cloud = fakeCloud({ ...answers, 'mall.placeOrder': sold })
    const screen = await open()
    await screen.tap('提交订单')
    expect(screen.text()).toContain('「高山花菇」只剩 1 件')
    expect(visits).toEqual([])
  })

  it('下单没有回音，再点一次是同一个请求', async () => {
    cloud = fakeCloud({ ...answers, 'mall.placeOrder': lostAnswer() }, paying('done'))
    const screen = await open()
    await screen.tap('提交订单')
    cloud.answer({ 'mall.placeOrder': answers['mall.placeOrder']! })
    await screen.tap('提交订单')
    const [first, second] = cloud.callsOf('mall.placeOrder')
    expect(second?.requestId).toBe(first?.requestId)
  })
})

describe('付款结果', () => {
  const openResult = () => render(<PayResultPage />, { params: { id: 'ord_9' } })

  it.each([
    ['茶与礼', 65400, '¥654.00'],
    ['山里货', 20800, '¥208.00'],
  ])('%s：服务器说付了才算付了', async (_shop, payable, amount) => {
    cloud = fakeCloud({ 'mall.checkPayment': { isPaid: true, payableFen: fen(payable) } })
    const screen = await openResult()
    await screen.settle(20)
    expect(screen.text()).toContain('付好了')
    expect(screen.text()).toContain(amount)
    await screen.tap('看订单')
    expect(visits).toEqual(['redirectTo /pages/trade/order-detail/index?id=ord_9'])
  })

  it('没回音也不算没付：接着问，直到知道', async () => {
    cloud = fakeCloud({ 'mall.checkPayment': lostAnswer() })
    const screen = await openResult()
    await screen.settle(20)
    expect(screen.text()).toContain('正在向微信确认')
    expect(screen.text()).toContain('不用再付一次')
    cloud.answer({ 'mall.checkPayment': { isPaid: true, payableFen: fen(20800) } })
    await screen.settle(1100)
    expect(screen.text()).toContain('付好了')
  })
})
