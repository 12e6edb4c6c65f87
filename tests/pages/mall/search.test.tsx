// 搜索: words, the words of before, and what to do when nothing is found.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearSearches, keepSearch, readSearches } from '@/features/mall/search-history'
import SearchPage from '@/pages/trade/search'
import { fakeCloud, never, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import { isLoading } from './enter'
import { mountainShop, teaShop } from './shops.data'

let cloud: FakeCloud
beforeEach(() => void clearSearches())
afterEach(async () => {
  await leave()
  cloud.restore()
})

const searches = () => cloud.callsOf('mall.searchProducts').map(({ input }) => input)

describe('搜索页', () => {
  it('没搜过时给一句提示，不去问服务器', async () => {
    cloud = fakeCloud({})
    const screen = await render(<SearchPage />)
    expect(screen.text()).toContain('写上茶名')
    expect(cloud.calls).toEqual([])
  })

  it.each([
    ['肉桂', teaShop, '武夷肉桂礼盒'],
    ['花菇', mountainShop, '高山花菇'],
  ])('点搜过的「%s」就再搜一次', async (word, shop, title) => {
    keepSearch(word)
    cloud = fakeCloud({ 'mall.searchProducts': shop.shelf })
    const screen = await render(<SearchPage />)
    await screen.tap(word)
    expect(searches()).toEqual([{ keyword: word, sort: 'sold' }])
    expect(screen.text()).toContain(title)
    await screen.tap('新上架')
    expect(searches().at(-1)).toEqual({ keyword: word, sort: 'new' })
  })

  it('搜过的词新的在前、不重复、最多十个，能清空', async () => {
    for (const word of 'abcdefghijkl') keepSearch(word)
    keepSearch('c')
    expect(readSearches()).toEqual([...'clkjihgfed'])
    cloud = fakeCloud({})
    const screen = await render(<SearchPage />)
    await screen.tap('清空搜过的词')
    expect(readSearches()).toEqual([])
    expect(screen.text()).toContain('写上茶名')
  })

  it('搜的时候等着，搜不到时能换个词', async () => {
    keepSearch('咖啡')
    cloud = fakeCloud({ 'mall.searchProducts': never })
    const screen = await render(<SearchPage />)
    await screen.tap('咖啡')
    expect(isLoading(screen)).toBe(true)
    cloud.answer({ 'mall.searchProducts': { rows: [], next: null } })
    await screen.tap('按销量')
    await screen.tap('新上架')
    expect(screen.text()).toContain('没有找到「咖啡」')
    await screen.tap('换个词')
    expect(screen.text()).toContain('搜过的')
  })

  it('搜的时候出错可以重试', async () => {
    keepSearch('老白茶')
    cloud = fakeCloud({ 'mall.searchProducts': refuse('INTERNAL') })
    const screen = await render(<SearchPage />)
    await screen.tap('老白茶')
    cloud.answer({ 'mall.searchProducts': teaShop.shelf })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('二一年老白茶饼')
  })
})
