// Goods and shelves: what the owner keeps and what people find, with the stock of now.
import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '@contract/time'
import { overtake } from '../../support/overtake'
import { bindTo } from './bind-to'
import { lineOf, type Trade } from './open-trade'
import { startEachTrade } from './start-each-trade'

let trade: Trade
startEachTrade((opened) => (trade = opened))

const draft = (title: string) => ({
  title,
  categoryId: trade.categoryId,
  pictures: ['https://pictures.example/2.jpg'],
  tags: [],
  specNames: [],
  skus: [{ specValues: [], priceFen: 3000, marketPriceFen: null, stockChange: 4 }],
})

describe('the shelves', () => {
  it('the home page shows categories, specials and the season', async () => {
    const home = await trade.world.as('zhou').call('mall.home', {})
    expect(home.shop.name).toBe('茶与礼')
    expect(home.categories.map((category) => category.name)).toEqual(['绿茶'])
    expect(home.specials).toMatchObject([
      { title: '明前龙井', priceFen: 5000, marketPriceFen: 6800, isSoldOut: false, earnFen: null },
    ])
    expect(home.season).toMatchObject([{ title: '紫砂西施壶', priceFen: 6600 }])
  })

  it.each([
    ['a word', { keyword: '龙井' }, ['明前龙井']],
    ['a word with special characters', { keyword: '.*' }, []],
    ['a tag', { tag: 'new' as const }, ['紫砂西施壶']],
    ['price rising', { sort: 'price-up' as const }, ['明前龙井', '紫砂西施壶']],
    ['price falling', { sort: 'price-down' as const }, ['紫砂西施壶', '明前龙井']],
    ['newest first', { sort: 'new' as const }, ['紫砂西施壶', '明前龙井']],
    ['an unknown category', { categoryId: 'cat_none' }, []],
  ])('are searched by %s', async (_what, input, titles) => {
    const { rows } = await trade.world.as('zhou').call('mall.searchProducts', input)
    expect(rows.map((row) => row.title)).toEqual(titles)
  })

  it('are read page by page, each product once, in the order of sales', async () => {
    for (let index = 0; index < 23; index += 1) {
      const { id } = await trade.owner.call('owner.saveProduct', draft(`茶样 ${index}`))
      await trade.owner.call('owner.shelveProduct', { productId: id, isOnShelf: true })
    }
    const zhou = trade.world.as('zhou')
    const first = await zhou.call('mall.searchProducts', {})
    expect(first.rows).toHaveLength(20)
    const second = await zhou.call('mall.searchProducts', { cursor: first.next ?? '' })
    expect(second.rows).toHaveLength(5)
    expect(second.next).toBeNull()
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(25)
    expect(await zhou.refusal('mall.searchProducts', { cursor: 'made-up' })).toBe('INPUT_INVALID')
  })

  it('say "sold out" when the last one is held', async () => {
    const zhou = trade.world.as('zhou')
    await trade.place(zhou, [lineOf(trade.tea, 0, 5), lineOf(trade.tea, 1, 2)])
    const { specials } = await zhou.call('mall.home', {})
    expect(specials).toMatchObject([{ isSoldOut: true }])
    const product = await zhou.call('mall.getProduct', { productId: trade.tea.productId })
    expect(product.skus.map((sku) => sku.available)).toEqual([0, 0])
  })

  it('what sharing pays is shown to distributors, and is what it pays in the end', async () => {
    const zhou = trade.world.as('zhou')
    const { mei } = await bindTo(trade, zhou)
    const { productId } = trade.tea
    expect((await zhou.call('mall.getProduct', { productId })).earn).toBeNull()
    const shown = await mei.call('mall.getProduct', { productId })
    // 银毫: 10% + 2%.
    expect(shown.earn).toEqual({ fromFen: 600, toFen: 1056 })
    expect(shown.skus.map((sku) => sku.earnFen)).toEqual([600, 1056])
    const { specials } = await mei.call('mall.home', {})
    expect(specials[0]?.earnFen).toBe(600)
    const orderId = await trade.placeAndPay(zhou, [lineOf(trade.tea, 1, 1)])
    const paid = trade.commissions(orderId).find((commission) => commission.level === 1)
    expect(paid).toMatchObject({ distributorId: mei.distributorId, netFen: 1056 })
  })
})

describe('keeping goods', () => {
  it('a new product starts off the shelf, and appears when it is complete', async () => {
    const { id: productId } = await trade.owner.call('owner.saveProduct', {
      ...draft('新茶'),
      pictures: [],
    })
    const search = async () => {
      const answer = await trade.world.as('zhou').call('mall.searchProducts', { keyword: '新茶' })
      return answer.rows.length
    }
    expect(await search()).toBe(0)
    const shelve = { productId, isOnShelf: true }
    expect(await trade.owner.refusal('owner.shelveProduct', shelve)).toBe('PRODUCT_INCOMPLETE')
    const { product } = await trade.owner.call('owner.getProduct', { productId })
    const [sku] = product?.skus ?? []
    expect(sku).toMatchObject({ stock: 4, priceFen: 3000 })
    await trade.owner.call('owner.saveProduct', {
      ...draft('新茶'),
      id: productId,
      skus: [
        {
          skuId: sku?.skuId,
          specValues: [],
          priceFen: 3200,
          marketPriceFen: 4000,
          stockChange: -1,
        },
      ],
    })
    await trade.owner.call('owner.shelveProduct', shelve)
    expect(await search()).toBe(1)
    expect(trade.stock(sku?.skuId ?? '').available).toBe(3)
  })

  it('what a unit costs the shop is kept, is the owner’s alone, and stays when it is not spoken of', async () => {
    const [sku] = draft('新茶').skus
    const { id: productId } = await trade.owner.call('owner.saveProduct', {
      ...draft('新茶'),
      skus: [{ ...sku!, costFen: 1800 }],
    })
    const cost = async () =>
      (await trade.owner.call('owner.getProduct', { productId })).product?.skus[0]
    const { skuId, costFen } = (await cost())!
    expect(costFen).toBe(1800)
    const save = (costs: object) =>
      trade.owner.call('owner.saveProduct', {
        ...draft('新茶'),
        id: productId,
        skus: [{ ...sku!, skuId, stockChange: 0, ...costs }],
      })
    await save({})
    expect((await cost())?.costFen).toBe(1800)
    await save({ costFen: null })
    expect((await cost())?.costFen).toBeNull()
    const shown = await trade.world.as('ming').call('mall.getProduct', { productId })
    expect(JSON.stringify(shown)).not.toContain('cost')
  })

  it('the same request adds stock once, also when the first try was killed', async () => {
    for (const calls of [2, 5, 8, 9]) {
      const requestId = trade.world.newRequestId()
      const input = draft(`新茶 ${calls}`)
      const save = () => trade.owner.call('owner.saveProduct', input, { requestId })
      expect(await trade.killAfter('owner.saveProduct', calls, save)).toBe(true)
      await trade.world.cloud.advance(MINUTE_MS)
      const { id } = await save()
      expect(await save()).toEqual({ id })
      const [sku] = trade.product(id).skus
      expect(trade.stock(sku?.skuId ?? '').available).toBe(4)
    }
  })

  it.each([
    ['an unknown category', { categoryId: 'cat_none' }, 'CATEGORY_UNKNOWN'],
    ['an unknown product', { id: 'prd_none' }, 'NOT_FOUND'],
    ['a spec without values', { specNames: ['规格'] }, 'INPUT_INVALID'],
  ])('%s is refused', async (_what, wrong, code) => {
    const input = { ...draft('新茶'), ...wrong }
    expect(await trade.owner.refusal('owner.saveProduct', input)).toBe(code)
  })

  it('no more can be taken out of stock than there is', async () => {
    const { productId } = trade.pot
    const [skuId] = trade.pot.skuIds
    const sku = { skuId, specValues: [], priceFen: 6600, marketPriceFen: null, stockChange: -10 }
    const input = { ...draft('紫砂西施壶'), id: productId, skus: [sku] }
    expect(await trade.owner.refusal('owner.saveProduct', input)).toBe('OUT_OF_STOCK')
    expect(trade.stock(skuId ?? '').available).toBe(9)
  })

  it('the list shows stock and shelf', async () => {
    const { productId } = trade.pot
    await trade.owner.call('owner.shelveProduct', { productId, isOnShelf: false })
    const off = await trade.owner.call('owner.listProducts', { shelf: 'off' })
    expect(off.rows).toMatchObject([{ id: productId, stock: 9, isOnShelf: false }])
    const all = await trade.owner.call('owner.listProducts', {})
    expect(all.rows.map((row) => row.stock)).toEqual([9, 7])
  })

  it('a category is added once and renamed', async () => {
    const requestId = trade.world.newRequestId()
    const add = () =>
      trade.owner.call('owner.saveCategory', { name: '器物', sort: 2 }, { requestId })
    const { id } = await add()
    expect(await add()).toEqual({ id })
    await trade.owner.call('owner.saveCategory', { id, name: '茶器', sort: 0 })
    const { categories } = await trade.world.as('zhou').call('mall.listCategories', {})
    expect(categories.map((category) => category.name)).toEqual(['茶器', '绿茶'])
    const unknown = { id: 'cat_none', name: '茶', sort: 0 }
    expect(await trade.owner.refusal('owner.saveCategory', unknown)).toBe('CATEGORY_UNKNOWN')
  })
})

describe('a shop with very many SKUs', () => {
  it('shows the stock of all of them, beyond the thousand documents of one read', async () => {
    const skus = Array.from({ length: 60 }, (_, index) => {
      return { specValues: [`${index} 号`], priceFen: 3000, marketPriceFen: null, stockChange: 1 }
    })
    for (let index = 0; index < 18; index += 1) {
      const product = { ...draft(`茶具 ${index}`), specNames: ['型号'], skus }
      await trade.owner.call('owner.saveProduct', product)
    }
    const { rows } = await trade.owner.call('owner.listProducts', { keyword: '茶具' })
    expect(rows.map((row) => row.stock)).toEqual(rows.map(() => 60))
  })
})

describe('shelving while the price is taken away', () => {
  it('never puts a product without a price on the shelf', async () => {
    const { id: productId } = await trade.owner.call('owner.saveProduct', draft('春茶'))
    const { product } = await trade.owner.call('owner.getProduct', { productId })
    const skus = (product?.skus ?? []).map(({ stock: _stock, ...sku }) => {
      return { ...sku, priceFen: 0, stockChange: 0 }
    })
    await overtake(
      trade.world.cloud,
      { collection: 'products', action: 'database.modifyDocument' },
      async () => {
        const shelving = { productId, isOnShelf: true }
        expect(await trade.owner.refusal('owner.shelveProduct', shelving)).toBe(
          'PRODUCT_INCOMPLETE',
        )
      },
      () => trade.owner.call('owner.saveProduct', { ...draft('春茶'), id: productId, skus }),
    )
    const { isOnShelf, fromPriceFen } = trade.product(productId)
    expect({ isOnShelf, fromPriceFen }).not.toEqual({ isOnShelf: true, fromPriceFen: 0 })
  })
})

describe('a SKU named twice', () => {
  it('is refused: it would have two prices and one stock', async () => {
    const [skuId = ''] = trade.tea.skuIds
    const skus = ['50 克', '51 克'].map((weight) => {
      return { skuId, specValues: [weight], priceFen: 5000, marketPriceFen: null, stockChange: 0 }
    })
    const product = { ...draft('明前龙井'), id: trade.tea.productId, specNames: ['规格'], skus }
    expect(await trade.owner.refusal('owner.saveProduct', product)).toBe('INPUT_INVALID')
  })
})
