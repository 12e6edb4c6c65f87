// 分类 and 搜索: shelves that are filtered, sorted and paged by the server.
import { afterEach, describe, expect, it } from 'vitest'
import { useCategoryChoice } from '@/features/mall/category-choice'
import CategoryPage from '@/pages/tabs/category'
import { fakeCloud, lostAnswer, never, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import { visits } from '../support/taro'
import { isLoading } from './enter'
import { mountainShop, teaShop } from './shops.data'

let cloud: FakeCloud
afterEach(async () => {
  await leave()
  cloud.restore()
  useCategoryChoice.setState({ categoryId: null })
})

const searches = () => cloud.callsOf('mall.searchProducts').map(({ input }) => input)

describe('分类页', () => {
  it('先有骨架，再是第一个分类的货架', async () => {
    cloud = fakeCloud({ 'mall.listCategories': never })
    const screen = await render(<CategoryPage />)
    expect(isLoading(screen)).toBe(true)
  })

  it.each([
    ['茶与礼', teaShop, 'cat_green', '二一年老白茶饼', '¥268.00'],
    ['山里货', mountainShop, 'cat_dry', '冬笋干', '¥49.90'],
  ])('%s 的分类和商品', async (_name, shop, categoryId, title, price) => {
    cloud = fakeCloud({ 'mall.listCategories': shop.categories, 'mall.searchProducts': shop.shelf })
    const screen = await render(<CategoryPage />)
    await screen.settle()
    expect(searches()).toEqual([{ categoryId, sort: 'sold' }])
    expect(screen.text()).toContain(title)
    expect(screen.text()).toContain(price)
    expect(screen.text()).toContain('就这些了')
  })

  it('换分类、换排序都重新取', async () => {
    cloud = fakeCloud({
      'mall.listCategories': teaShop.categories,
      'mall.searchProducts': teaShop.shelf,
    })
    const screen = await render(<CategoryPage />)
    await screen.settle()
    await screen.tap('岩茶')
    await screen.tap('价格从低')
    expect(searches().slice(1)).toEqual([
      { categoryId: 'cat_rock', sort: 'sold' },
      { categoryId: 'cat_rock', sort: 'price-up' },
    ])
  })

  it('从首页点来的分类是选中的', async () => {
    useCategoryChoice.setState({ categoryId: 'cat_ware' })
    cloud = fakeCloud({
      'mall.listCategories': teaShop.categories,
      'mall.searchProducts': teaShop.shelf,
    })
    const screen = await render(<CategoryPage />)
    await screen.settle()
    const chosen = screen.all('.category-item[aria-selected="true"]')
    expect(chosen.map((item) => item.textContent)).toEqual(['茶器'])
  })

  it('滑到底取下一页；没取到就说明，接着取就有', async () => {
    const [first, second] = teaShop.shelf.rows
    cloud = fakeCloud({
      'mall.listCategories': teaShop.categories,
      'mall.searchProducts': { rows: [first!], next: 'page-2' },
    })
    const screen = await render(<CategoryPage />)
    await screen.settle()
    cloud.answer({ 'mall.searchProducts': lostAnswer() })
    await screen.signal('bottom')
    expect(screen.text()).toContain('没有收到回应')
    cloud.answer({ 'mall.searchProducts': { rows: [second!], next: null } })
    await screen.tap('接着取')
    expect(searches().at(-1)).toEqual({ categoryId: 'cat_green', sort: 'sold', cursor: 'page-2' })
    expect(screen.text()).toContain(first!.title)
    expect(screen.text()).toContain(second!.title)
  })

  it('这一类还没有商品时给退路', async () => {
    cloud = fakeCloud({
      'mall.listCategories': teaShop.categories,
      'mall.searchProducts': { rows: [], next: null },
    })
    const screen = await render(<CategoryPage />)
    await screen.settle()
    expect(screen.text()).toContain('「绿茶」还没有上架的商品')
    await screen.tap('去搜搜')
    expect(visits).toEqual(['navigateTo /pages/trade/search/index'])
  })

  it('一个分类都没有', async () => {
    cloud = fakeCloud({ 'mall.listCategories': { categories: [] } })
    const screen = await render(<CategoryPage />)
    await screen.settle()
    expect(screen.text()).toContain('还没有分类')
  })

  it('分类没取到时可以重试；货架没取到时分类还在', async () => {
    cloud = fakeCloud({ 'mall.listCategories': refuse('INTERNAL') })
    const screen = await render(<CategoryPage />)
    await screen.settle()
    cloud.answer({
      'mall.listCategories': teaShop.categories,
      'mall.searchProducts': refuse('TRY_AGAIN'),
    })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('岩茶')
    expect(screen.text()).toContain('现在有点忙')
    cloud.answer({ 'mall.searchProducts': teaShop.shelf })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('武夷肉桂礼盒')
  })
})
