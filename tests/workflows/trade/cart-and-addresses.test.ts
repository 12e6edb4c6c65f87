// A person's cart and address book.
import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '@contract/time'
import type { Person } from '../../support/world'
import { lineOf, type Trade } from './open-trade'
import { startEachTrade } from './start-each-trade'

let trade: Trade
let zhou: Person
startEachTrade((opened) => {
  trade = opened
  zhou = opened.world.as('zhou')
})

/** Member, request, product, stock, then the transaction (start, cart, mark, cart) and its commit. */
const ADDED_AFTER_CALLS = 9

describe('the cart', () => {
  it('adds up what is selected and can be bought', async () => {
    await zhou.call('mall.addToCart', lineOf(trade.tea, 0, 2))
    expect(await zhou.call('mall.addToCart', lineOf(trade.pot, 0, 1))).toEqual({ count: 3 })
    expect((await zhou.call('mall.openSession', {})).cartCount).toBe(3)
    const cart = await zhou.call('mall.getCart', {})
    expect(cart).toMatchObject({ selectedFen: 16600, selectedCount: 3 })
    expect(cart.lines.map((line) => [line.title, line.specText])).toEqual([
      ['紫砂西施壶', ''],
      ['明前龙井', '50 克'],
    ])
    const [skuId = ''] = trade.tea.skuIds
    const one = await zhou.call('mall.setCartLine', { skuId, quantity: 1, isSelected: false })
    expect(one).toMatchObject({ selectedFen: 6600, selectedCount: 1 })
    expect(await zhou.call('mall.selectCart', { isSelected: true })).toMatchObject({
      selectedFen: 11600,
    })
    const rest = await zhou.call('mall.setCartLine', { skuId, quantity: 0, isSelected: true })
    expect(rest.lines).toHaveLength(1)
  })

  it('the same request adds once; two phones at once lose nothing', async () => {
    const requestId = trade.world.newRequestId()
    await zhou.call('mall.addToCart', lineOf(trade.tea, 0, 1), { requestId })
    await zhou.call('mall.addToCart', lineOf(trade.tea, 0, 1), { requestId })
    expect(trade.cart(zhou)?.lines).toMatchObject([{ quantity: 1 }])
    await Promise.all([
      zhou.call('mall.addToCart', lineOf(trade.tea, 0, 1)),
      zhou.call('mall.addToCart', lineOf(trade.tea, 1, 1)),
      zhou.call('mall.addToCart', lineOf(trade.pot, 0, 1)),
    ])
    const quantities = trade.cart(zhou)?.lines.map((line) => [line.skuId, line.quantity])
    expect(new Map(quantities as [string, number][])).toEqual(
      new Map([
        [trade.tea.skuIds[0], 2],
        [trade.tea.skuIds[1], 1],
        [trade.pot.skuIds[0], 1],
      ]),
    )
  })

  it('adds once, also when the first try was killed after it had added', async () => {
    await zhou.call('mall.openSession', {})
    const requestId = trade.world.newRequestId()
    const add = () => zhou.call('mall.addToCart', lineOf(trade.tea, 0, 1), { requestId })
    expect(await trade.killAfter('mall.addToCart', ADDED_AFTER_CALLS, add)).toBe(true)
    expect(trade.cart(zhou)?.lines).toMatchObject([{ quantity: 1 }])
    trade.world.cloud.clock.advance(MINUTE_MS)
    expect(await add()).toEqual({ count: 1 })
    expect(trade.cart(zhou)?.lines).toMatchObject([{ quantity: 1 }])
  })

  it('refuses what is not for sale', async () => {
    const skuUnknown = { ...lineOf(trade.tea, 0, 1), skuId: 'sku_none' }
    expect(await zhou.refusal('mall.addToCart', skuUnknown)).toBe('SKU_UNKNOWN')
    expect(await zhou.refusal('mall.addToCart', lineOf(trade.tea, 1, 3))).toBe('OUT_OF_STOCK')
    const { productId } = trade.pot
    await zhou.call('mall.addToCart', lineOf(trade.pot, 0, 1))
    await trade.owner.call('owner.shelveProduct', { productId, isOnShelf: false })
    expect(await zhou.refusal('mall.addToCart', lineOf(trade.pot, 0, 1))).toBe('PRODUCT_OFF_SHELF')
    expect(await zhou.call('mall.getCart', {})).toMatchObject({
      lines: [{ isOnShelf: false, isBuyable: false }],
      selectedFen: 0,
    })
  })
})

describe('the address book', () => {
  const address = (detail: string, isDefault = false) => ({
    name: '周明',
    phone: '13800001111',
    province: '浙江省',
    city: '杭州市',
    district: '西湖区',
    detail,
    isDefault,
  })

  it('has exactly one default, which orders are offered', async () => {
    const { id: first } = await zhou.call('mall.saveAddress', address('一号'))
    const { id: second } = await zhou.call('mall.saveAddress', address('二号', true))
    const list = async () => (await zhou.call('mall.listAddresses', {})).addresses
    expect((await list()).map((row) => [row.detail, row.isDefault])).toEqual([
      ['二号', true],
      ['一号', false],
    ])
    const lines = [lineOf(trade.tea, 0, 1)]
    const preview = await zhou.call('mall.previewOrder', { lines })
    expect(preview.address?.id).toBe(second)
    await zhou.call('mall.removeAddress', { id: second })
    await zhou.call('mall.removeAddress', { id: second })
    expect(await list()).toMatchObject([{ id: first, isDefault: true }])
    await zhou.call('mall.saveAddress', { id: first, ...address('三号') })
    expect(await list()).toMatchObject([{ id: first, detail: '三号', isDefault: true }])
  })

  it('a request repeated adds one address; other people’s are unknown', async () => {
    const requestId = trade.world.newRequestId()
    const save = () => zhou.call('mall.saveAddress', address('一号'), { requestId })
    const { id } = await save()
    expect(await save()).toEqual({ id })
    const eve = trade.world.as('eve')
    expect(await eve.refusal('mall.saveAddress', { id, ...address('我的') })).toBe(
      'ADDRESS_UNKNOWN',
    )
    await eve.call('mall.removeAddress', { id })
    expect((await zhou.call('mall.listAddresses', {})).addresses).toHaveLength(1)
    expect(await zhou.refusal('mall.saveAddress', { ...address('一号'), phone: '123' })).toBe(
      'INPUT_INVALID',
    )
  })

  it('two saved or removed at the same moment leave exactly one default', async () => {
    const { cloud } = trade.world
    const match = { target: 'database', action: 'database.commitTransaction', function: 'mall' }
    const atOnce = async (first: () => Promise<unknown>, second: () => Promise<unknown>) => {
      cloud.faults.add({ match, effect: 'delay', delayMs: 400, count: 1 })
      await Promise.all([first(), second()])
      const { addresses } = await zhou.call('mall.listAddresses', {})
      expect(addresses.filter((one) => one.isDefault)).toHaveLength(1)
      return addresses
    }
    const save = (detail: string, isDefault = false) =>
      zhou.call('mall.saveAddress', address(detail, isDefault))
    await atOnce(
      () => save('一'),
      () => save('二'),
    )
    await atOnce(
      () => save('三', true),
      () => save('四', true),
    )
    const all = await zhou.call('mall.listAddresses', {})
    const old = all.addresses.find((one) => one.isDefault)
    const remove = () => zhou.call('mall.removeAddress', { id: old?.id ?? '' })
    expect(await atOnce(remove, () => save('五', true))).toHaveLength(4)
  })

  it('holds twenty', async () => {
    for (let index = 0; index < 20; index += 1) {
      await zhou.call('mall.saveAddress', address(`${index} 号`))
    }
    expect(await zhou.refusal('mall.saveAddress', address('多一个'))).toBe('ADDRESS_LIMIT')
  })
})
