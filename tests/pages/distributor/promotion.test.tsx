// 推广商品和推广订单: what can be shared and what it earns, what was sold and what it pays.
import { act } from 'react'
import { fen } from '@contract/money'
import type { Api } from '@contract/api'
import { afterEach, describe, expect, it } from 'vitest'
import GoodsPage from '@/pages/distributor/goods'
import OrdersPage from '@/pages/distributor/orders'
import { never, refuse } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { at, pottery, tea } from './shops.data'
import { goHome, visit } from './visit'

afterEach(goHome)

type Order = Api['distributor.listOrders']['output']['rows'][number]
const line = (title: string) => ({ title, specText: '50 克', picture: '', quantity: 2 })
const order: Order = {
  id: 'ord_1',
  status: 'paid',
  paidAt: at('2026-11-20 09:12'),
  buyerName: '林**',
  sharerName: null,
  lines: [line('明前龙井')],
  goodsFen: fen(11600),
  refundedFen: fen(0),
  hasOpenAfterSale: false,
  commission: { id: 'cm:1', netFen: fen(1392), status: 'pending', isHeld: false },
}
const goods = (of: typeof tea) => ({ rows: of.centre.suggestions, next: null })
const openOrders = (rows: readonly Order[]) =>
  visit(<OrdersPage />, tea, {
    answers: { 'distributor.listOrders': { rows: [...rows], next: null } },
  })

describe('推广商品', () => {
  it('每件写着能赚多少，点分享就是分享它', async () => {
    const screen = await visit(<GoodsPage />, tea, {
      answers: { 'distributor.listGoods': goods(tea) },
    })
    expect(screen.text()).toContain('武夷肉桂礼盒 · 慧苑坑')
    expect(screen.text()).toContain('41.72')
    await screen.tap('分享武夷肉桂礼盒')
    await screen.settle()
    expect(screen.text()).toContain('分享给朋友')
    expect(screen.cloud.callsOf('distributor.createShare').at(-1)?.input).toMatchObject({
      target: { kind: 'product', productId: 'prd_rougui' },
    })
  })

  it('换排法、按名字找，都重新问；找不到可以回到全部', async () => {
    const screen = await visit(<GoodsPage />, tea, {
      answers: { 'distributor.listGoods': goods(tea) },
    })
    await screen.tap('卖得好')
    await screen.type('搜索推广商品', ' 咖啡 ')
    screen.cloud.answer({ 'distributor.listGoods': { rows: [], next: null } })
    const field = screen.all('.search-bar-input')[0]
    await act(async () => {
      field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      await Promise.resolve()
    })
    await screen.settle()
    expect(screen.text()).toContain('没有找到“咖啡”')
    expect(screen.cloud.callsOf('distributor.listGoods').map(({ input }) => input)).toEqual([
      { sort: 'earn' },
      { sort: 'sold' },
      { sort: 'sold', keyword: '咖啡' },
    ])
  })

  it('等着、出错、没有货架上的商品，各说各的', async () => {
    const waiting = await visit(<GoodsPage />, tea, { answers: { 'distributor.listGoods': never } })
    expect(waiting.text()).not.toContain('赚 ¥')
    const broken = await visit(<GoodsPage />, tea, {
      answers: { 'distributor.listGoods': refuse('INTERNAL') },
    })
    expect(broken.text()).toContain('推广商品没有打开')
    const empty = await visit(<GoodsPage />, pottery, {
      answers: { 'distributor.listGoods': goods(pottery) },
    })
    expect(empty.text()).toContain('货架还空着')
  })
})

describe('推广订单', () => {
  it('谁买了什么、实付多少、到哪一步、赚多少', async () => {
    const screen = await openOrders([order])
    for (const words of [
      '林**',
      '明前龙井',
      '× 2',
      '实付 ¥116.00',
      '待发货',
      '待结算',
      '+¥13.92',
    ]) {
      expect(screen.text()).toContain(words)
    }
    await screen.tap('+¥13.92')
    expect(screen.cloud.callsOf('distributor.getCommission')[0]?.input).toEqual({
      commissionId: 'cm:1',
    })
  })

  it('退了多少、售后中、没有佣金都写明；多于两种商品只列两种', async () => {
    const screen = await openOrders([
      {
        ...order,
        refundedFen: fen(5000),
        hasOpenAfterSale: true,
        commission: null,
        lines: [line('明前龙井'), line('紫砂壶'), line('白瓷杯'), line('茶罐')],
      },
    ])
    for (const words of ['退了 ¥50.00', '售后中', '这单没有佣金', '还有 2 种商品']) {
      expect(screen.text()).toContain(words)
    }
    expect(screen.text()).not.toContain('白瓷杯')
  })

  it('换成我邀请的人分享的，写明是谁分享的', async () => {
    const screen = await openOrders([{ ...order, sharerName: '林晓梅' }])
    await screen.tap('我邀请的人分享的')
    expect(screen.cloud.callsOf('distributor.listOrders').at(-1)?.input).toEqual({ from: 'team' })
    expect(screen.text()).toContain('林晓梅 分享')
  })

  it('还没有订单时去挑商品分享；出错时先说佣金没有变动', async () => {
    const empty = await openOrders([])
    await empty.tap('去挑一件分享')
    expect(visits).toEqual(['navigateTo /pages/distributor/goods/index'])
    const broken = await visit(<OrdersPage />, tea, {
      answers: { 'distributor.listOrders': refuse('INTERNAL') },
    })
    expect(broken.text()).toContain('佣金都在账上，没有变动。')
  })
})
