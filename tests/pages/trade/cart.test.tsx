// 购物车: prices and stock of now, chosen lines, and lines that cannot be bought.
import { afterEach, describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import CartPage from '@/pages/tabs/cart'
import { useSession } from '@/state/session'
import { isLoading } from '../mall/enter'
import { fakeCloud, lostAnswer, never, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import { visits } from '../support/taro'
import { mountainBuyer, teaBuyer } from './orders.data'

let cloud: FakeCloud
afterEach(async () => {
  await leave()
  cloud.restore()
})

const open = async () => {
  const screen = await render(<CartPage />)
  await screen.settle()
  return screen
}
const empty = { ...teaBuyer.cart, lines: [], selectedCount: 0 }

describe('购物车', () => {
  it('等待时有骨架', async () => {
    cloud = fakeCloud({ 'mall.getCart': never })
    expect(isLoading(await open())).toBe(true)
  })

  it.each([
    ['茶与礼', teaBuyer.cart, '桂花冬酿蜜', '¥654.00'],
    ['山里货', mountainBuyer.cart, '高山花菇', '¥199.50'],
  ])('%s 的购物车和合计', async (_shop, cart, title, sum) => {
    cloud = fakeCloud({ 'mall.getCart': cart })
    const screen = await open()
    expect(screen.text()).toContain(title)
    expect(screen.text()).toContain(`合计${sum}`)
    expect(useSession.getState().cartCount).toBe(3)
    await screen.tap('去结算')
    expect(visits).toEqual(['navigateTo /pages/trade/checkout/index?from=cart'])
  })

  it('会员价写在前面，别人的价划掉；没有会员价的行照旧', async () => {
    const [member, plain] = teaBuyer.cart.lines
    const lines = [{ ...member!, priceFen: fen(25000), memberPriceFen: fen(23750) }, plain!]
    cloud = fakeCloud({ 'mall.getCart': { ...teaBuyer.cart, lines, selectedFen: fen(62900) } })
    const screen = await open()
    expect(screen.text()).toContain('会员价¥250¥237.50')
    expect(screen.text().split('会员价')).toHaveLength(2)
    expect(screen.all('.fy-price-was').map((one) => one.textContent)).toEqual(['¥250'])
    expect(screen.text()).toContain('合计¥629.00')
  })

  it('空的时候请人去逛逛', async () => {
    cloud = fakeCloud({ 'mall.getCart': empty })
    const screen = await open()
    await screen.tap('去逛逛')
    expect(visits).toEqual(['switchTab /pages/tabs/home/index'])
  })

  it('打不开可以重试', async () => {
    cloud = fakeCloud({ 'mall.getCart': refuse('INTERNAL') })
    const screen = await open()
    cloud.answer({ 'mall.getCart': mountainBuyer.cart })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('高山花菇')
  })

  it('加一件，服务器的答复就是新的购物车', async () => {
    const [line] = mountainBuyer.cart.lines
    const more = { ...mountainBuyer.cart, lines: [{ ...line!, quantity: 4 }], selectedCount: 4 }
    cloud = fakeCloud({ 'mall.getCart': mountainBuyer.cart, 'mall.setCartLine': more })
    const screen = await open()
    await screen.tap('增加高山花菇')
    const [set] = cloud.callsOf('mall.setCartLine')
    expect(set?.input).toEqual({ skuId: 'sku_1', quantity: 4, isSelected: true })
    expect(screen.text()).toContain('去结算（4）')
    expect(useSession.getState().cartCount).toBe(4)
  })

  it('减到零先问一声；不拿就不动，拿了就空', async () => {
    const [line] = mountainBuyer.cart.lines
    const single = { ...mountainBuyer.cart, lines: [{ ...line!, quantity: 1 }] }
    cloud = fakeCloud({ 'mall.getCart': single, 'mall.setCartLine': empty })
    const screen = await open()
    await screen.tap('减少高山花菇')
    expect(screen.text()).toContain('把「高山花菇」拿出购物车？')
    await screen.tap('先不')
    expect(cloud.callsOf('mall.setCartLine')).toEqual([])
    await screen.tap('减少高山花菇')
    await screen.tap('拿出来')
    expect(cloud.callsOf('mall.setCartLine')[0]?.input).toMatchObject({ quantity: 0 })
    expect(screen.text()).toContain('购物车还空着')
  })

  it('改不成时说明原因，购物车还是原样', async () => {
    cloud = fakeCloud({ 'mall.getCart': teaBuyer.cart, 'mall.setCartLine': lostAnswer() })
    const screen = await open()
    await screen.tap('增加武夷肉桂礼盒')
    expect(screen.text()).toContain('没有收到回应')
    expect(screen.text()).toContain('合计¥654.00')
  })

  it.each([
    ['下架', { isOnShelf: false, isBuyable: false }, '已经下架'],
    ['卖完', { isBuyable: false, available: 0 }, '卖完了'],
  ])('%s的商品灰着，不能选，可以拿走', async (_name, change, reason) => {
    const lines = mountainBuyer.cart.lines.map((line) => ({ ...line, ...change }))
    cloud = fakeCloud({ 'mall.getCart': { ...mountainBuyer.cart, lines, selectedCount: 0 } })
    const screen = await open()
    expect(screen.text()).toContain(reason)
    expect(screen.text()).toContain('先选商品')
    const [mark] = screen.all('[role="checkbox"]')
    expect(mark?.getAttribute('aria-disabled')).toBe('true')
    await screen.tap('拿出「高山花菇」')
    expect(screen.text()).toContain('拿出购物车？')
  })

  it('选了比库存多的，先改少才能结算', async () => {
    const lines = mountainBuyer.cart.lines.map((line) => ({
      ...line,
      available: 2,
      isBuyable: false,
    }))
    cloud = fakeCloud({ 'mall.getCart': { ...mountainBuyer.cart, lines } })
    const screen = await open()
    expect(screen.text()).toContain('只剩 2 件，请改少一些')
    expect(screen.has('去结算')).toBe(false)
    expect(screen.text()).toContain('有商品库存不够')
  })

  it('全选和全不选', async () => {
    const none = {
      ...teaBuyer.cart,
      lines: teaBuyer.cart.lines.map((line) => ({ ...line, isSelected: false })),
      selectedCount: 0,
    }
    cloud = fakeCloud({ 'mall.getCart': teaBuyer.cart, 'mall.selectCart': none })
    const screen = await open()
    await screen.tap('全选')
    expect(cloud.callsOf('mall.selectCart')[0]?.input).toEqual({ isSelected: false })
    expect(screen.text()).toContain('先选商品')
  })
})
