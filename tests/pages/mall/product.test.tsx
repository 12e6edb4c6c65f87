// 商品页: opened by id or by a share, chosen by specs, put into the cart or bought.
import { afterEach, describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import ProductPage from '@/pages/trade/product'
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

const open = async (params: Record<string, string> = { id: 'prd_rougui' }) => {
  const screen = await render(<ProductPage />, { params })
  await screen.settle()
  return screen
}

describe('商品页', () => {
  it('等待时有骨架', async () => {
    cloud = fakeCloud({ 'mall.getProduct': never })
    const screen = await open()
    expect(isLoading(screen)).toBe(true)
  })

  it('分销员看到价格、运费、售后和分享赚', async () => {
    cloud = fakeCloud({
      'mall.getProduct': teaShop.product,
      'distributor.createShare': lostAnswer(),
    })
    enterAs(teaShop.session)
    const screen = await open()
    for (const words of ['武夷肉桂礼盒', '¥288.00起', '已售 1,286', '产自慧苑坑']) {
      expect(screen.text()).toContain(words)
    }
    expect(screen.text()).toContain('满 ¥200 包邮，不满运费 ¥10')
    expect(screen.text()).toContain('收货 7 天内可申请售后')
    expect(screen.text()).toContain('分享赚¥40.32到¥79.52/ 件')
    expect(screen.text()).toContain('1 / 2')
  })

  it('另一家店的顾客：一个规格、收运费、没有一个字说佣金', async () => {
    cloud = fakeCloud({ 'mall.getProduct': mountainShop.product })
    enterAs(mountainShop.session)
    const screen = await open({ id: 'prd_mushroom' })
    expect(screen.text()).toContain('¥66.50')
    expect(screen.text()).toContain('运费 ¥8.50')
    expect(screen.text()).toContain('收货 15 天内可申请售后')
    for (const words of ['赚', '包邮', '起']) expect(screen.text()).not.toContain(words)
  })

  it('会员价：没选规格时是最便宜那个的，页上和规格里一样', async () => {
    const skus = teaShop.product.skus.map((sku) => ({
      ...sku,
      memberPriceFen: fen(sku.priceFen - 1000),
    }))
    cloud = fakeCloud({
      'mall.getProduct': { ...teaShop.product, skus },
      'distributor.createShare': lostAnswer(),
    })
    enterAs(teaShop.session)
    const screen = await open()
    expect(screen.text().split('会员价¥278.00')).toHaveLength(2)
    await screen.tap('立即购买')
    expect(screen.text().split('会员价¥278.00')).toHaveLength(3)
  })

  it('规格没选全就先选；卖完的搭配点不动，也说是卖完', async () => {
    cloud = fakeCloud({
      'mall.getProduct': teaShop.product,
      'distributor.createShare': lostAnswer(),
    })
    enterAs(teaShop.session)
    const screen = await open()
    await screen.tap('立即购买')
    expect(screen.text()).toContain('请选规格、焙火')
    await screen.tap('两罐装')
    expect(screen.find('轻火 · 卖完')).toBeDefined()
    await screen.tap('两罐装')
    await screen.tap('四罐装')
    expect(screen.find('轻火 · 没有这个搭配')).toBeDefined()
    await screen.tap('足火')
    expect(screen.text()).toContain('只剩 3 件')
    expect(screen.text()).toContain('¥568.00')
    expect(screen.text()).toContain('分享赚¥79.52/ 件')
  })

  it('数量不超过库存，买的就是选的', async () => {
    cloud = fakeCloud({
      'mall.getProduct': teaShop.product,
      'distributor.createShare': lostAnswer(),
    })
    enterAs(teaShop.session)
    const screen = await open()
    await screen.tap('立即购买')
    await screen.tap('四罐装')
    await screen.tap('足火')
    for (let times = 0; times < 5; times += 1) {
      if (screen.has('增加数量')) await screen.tap('增加数量')
    }
    await screen.tap('立即购买')
    const query = 'productId=prd_rougui&skuId=sku_four_full&quantity=3'
    expect(visits).toEqual([`navigateTo /pages/trade/checkout/index?${query}`])
  })

  it('放进购物车后，角标是服务器说的件数', async () => {
    cloud = fakeCloud({
      'mall.getProduct': mountainShop.product,
      'mall.addToCart': { count: 7 },
    })
    enterAs(mountainShop.session)
    const screen = await open({ id: 'prd_mushroom' })
    await screen.tap('加入购物车')
    expect(cloud.callsOf('mall.addToCart')[0]?.input).toEqual({
      skuId: 'sku_mushroom',
      productId: 'prd_mushroom',
      quantity: 1,
    })
    expect(useSession.getState().cartCount).toBe(7)
    expect(screen.text()).toContain('已放进购物车')
  })

  it('放不进购物车时，原因写在页上', async () => {
    cloud = fakeCloud({
      'mall.getProduct': mountainShop.product,
      'mall.addToCart': refuse('CART_FULL', { limit: 50 }),
    })
    const screen = await open({ id: 'prd_mushroom' })
    await screen.tap('加入购物车')
    expect(screen.text()).toContain('购物车最多放 50 种商品')
  })

  it.each([
    ['下架了', { isOnShelf: false }, '已经下架'],
    [
      '卖完了',
      { skus: mountainShop.product.skus.map((sku) => ({ ...sku, available: 0 })) },
      '卖完了',
    ],
  ])('%s，按钮说为什么不能买', async (_name, change, reason) => {
    cloud = fakeCloud({ 'mall.getProduct': { ...mountainShop.product, ...change } })
    const screen = await open({ id: 'prd_mushroom' })
    expect(screen.all('[aria-disabled="true"]').map((node) => node.textContent)).toContain(reason)
    expect(screen.has('立即购买')).toBe(false)
  })

  it.each([
    ['卡片', { s: 'CARD01' }],
    ['小程序码', { scene: 's%3DSCAN01' }],
  ])('只凭%s里的分享码也打得开', async (_name, params) => {
    cloud = fakeCloud({
      'mall.openShare': {
        target: { kind: 'product', productId: 'prd_mushroom' },
        sharerName: '林小满',
        isBound: true,
      },
      'mall.getProduct': mountainShop.product,
    })
    const screen = await open(params)
    expect(cloud.callsOf('mall.getProduct')[0]?.input).toEqual({ productId: 'prd_mushroom' })
    expect(screen.text()).toContain('高山花菇')
  })

  it('分享失效了，请人去逛逛', async () => {
    cloud = fakeCloud({ 'mall.openShare': refuse('SHARE_UNKNOWN') })
    const screen = await open({ s: 'GONE01' })
    expect(screen.text()).toContain('这个分享打不开了')
    await screen.tap('去逛逛')
    expect(visits).toEqual(['switchTab /pages/tabs/home/index'])
  })

  it('商品没有了不算出错，出错才给重试', async () => {
    cloud = fakeCloud({ 'mall.getProduct': refuse('NOT_FOUND') })
    const gone = await open()
    expect(gone.text()).toContain('这件商品已经下架')
    cloud.answer({ 'mall.getProduct': refuse('INTERNAL') })
    const broken = await open()
    cloud.answer({ 'mall.getProduct': mountainShop.product })
    await broken.tap('再试一次')
    expect(broken.text()).toContain('高山花菇')
  })
})
