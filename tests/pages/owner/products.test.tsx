// 商品 and 编辑商品: what is on the shelf, and how a product is written without losing a fen or a unit.
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  addSpec,
  addValue,
  blankDraft,
  combinationsOf,
  draftOf,
  faultsOf,
  inputOf,
  removeSpec,
  rowsOf,
} from '@/features/owner/product-draft'
import type { ProductDraft } from '@/features/owner/product-draft'
import ProductEditPage from '@/pages/owner/product-edit'
import ProductsPage from '@/pages/owner/products'
import { replacePlatform } from '@/api/platform'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'
import type { Desk } from './desks.data'

afterEach(closeDesk)

const openList = (desk: Desk, more: Answers = {}) =>
  openDesk(<ProductsPage />, desk, {
    'owner.listProducts': { rows: [desk.goods], next: null },
    ...more,
  })

describe('商品', () => {
  itKeepsItsStates({
    page: () => <ProductsPage />,
    action: 'owner.listProducts',
    desk: teaDesk,
    good: { rows: [teaDesk.goods], next: null },
    words: '武夷肉桂礼盒',
    empty: { answer: { rows: [], next: null }, words: '还没有商品' },
  })

  it.each([
    ['茶与礼', teaDesk, ['武夷肉桂礼盒', '¥298.00', '库存 44', '1,280', '在卖']],
    ['山里货', mountainDesk, ['高山花菇', '¥66.50', '没有库存', '17', '没上架']],
  ])('%s 的货架', async (_name, desk, words) => {
    const { screen } = await openList(desk)
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('开关一拨就上下架', async () => {
    const { screen, cloud } = await openList(teaDesk, { 'owner.shelveProduct': {} })
    await screen.tap('下架 武夷肉桂礼盒')
    expect(cloud.callsOf('owner.shelveProduct')[0]?.input).toEqual({
      productId: 'prd_rougui',
      isOnShelf: false,
    })
    expect(screen.has('上架 武夷肉桂礼盒')).toBe(true)
  })

  it('缺东西上不了架，说缺什么，开关不动', async () => {
    const { screen } = await openList(mountainDesk, {
      'owner.shelveProduct': refuse('PRODUCT_INCOMPLETE', { field: '商品图片' }),
    })
    await screen.tap('上架 高山花菇')
    expect(screen.text()).toContain('没有改成：还不能上架：商品图片 没有填好')
    expect(screen.has('上架 高山花菇')).toBe(true)
  })

  it('搜名字；搜不到时一行退回全部', async () => {
    const { screen, cloud } = await openList(teaDesk)
    cloud.answer({ 'owner.listProducts': { rows: [], next: null } })
    await screen.type('搜商品名', '白毫')
    await screen.settle(330)
    expect(cloud.callsOf('owner.listProducts').at(-1)?.input).toEqual({
      shelf: 'all',
      keyword: '白毫',
    })
    expect(screen.text()).toContain('没有名字带“白毫”的商品')
    cloud.answer({ 'owner.listProducts': { rows: [teaDesk.goods], next: null } })
    await screen.tap('看全部')
    expect(screen.text()).toContain('武夷肉桂礼盒')
  })

  it('点开去编辑', async () => {
    const { screen, visits } = await openList(teaDesk)
    await screen.tap('武夷肉桂礼盒')
    expect(visits).toEqual(['navigateTo /pages/owner/product-edit/index?id=prd_rougui'])
  })
})

describe('商品草稿', () => {
  it.each([
    ['两种规格值', teaDesk.product],
    ['没有规格', mountainDesk.product],
  ])('%s：打开再存，什么也不变', (_case, product) => {
    const { skus, isOnShelf: _shelf, ...words } = product
    expect(inputOf(draftOf(product))).toEqual({
      ...words,
      skus: skus.map(({ stock: _stock, ...sku }) => ({ ...sku, stockChange: 0 })),
    })
  })

  it('库存只送差：12 改成 20 送 +8，改成 5 送 −7', () => {
    const draft = draftOf(teaDesk.product)
    const row = rowsOf(draft)[1]
    if (!row) throw new Error('two SKUs')
    const change = (stock: string) =>
      inputOf({ ...draft, skus: { ...draft.skus, [row.key]: { ...row.sku, stock } } })?.skus[1]
        ?.stockChange
    expect(change('20')).toBe(8)
    expect(change('5')).toBe(-7)
  })

  it('进货价可以填、可以清掉，写错了点名', () => {
    const draft = draftOf(teaDesk.product)
    const [row] = rowsOf(draft)
    if (!row) throw new Error('two SKUs')
    const written = (cost: string) => ({
      ...draft,
      skus: { ...draft.skus, [row.key]: { ...row.sku, cost } },
    })
    expect(inputOf(written('88.5'))?.skus[0]?.costFen).toBe(8_850)
    expect(inputOf(written(' '))?.skus[0]?.costFen).toBeNull()
    expect(faultsOf(written('便宜')).map(({ name }) => name)).toEqual(['一罐 的进货价'])
  })

  it('规格值改名，SKU 还是那一个', () => {
    const draft = draftOf(teaDesk.product)
    const specs = draft.specs.map((spec) => ({
      ...spec,
      values: spec.values.map((value, at) => (at === 0 ? { ...value, text: '单罐' } : value)),
    }))
    expect(inputOf({ ...draft, specs })?.skus[0]).toMatchObject({
      skuId: 'sku_one',
      specValues: ['单罐'],
      priceFen: 15_800,
    })
  })

  it('两种规格生成全部组合，写过的留在第一项上', () => {
    const draft = addValue(addSpec(draftOf(teaDesk.product)), 'n0')
    expect(combinationsOf(draft.specs)).toHaveLength(4)
    expect(rowsOf(draft).map(({ sku }) => sku.skuId)).toEqual(['sku_one', null, 'sku_two', null])
    expect(rowsOf(draft).map(({ sku }) => sku.price)).toEqual([
      '158.00',
      '158.00',
      '298.00',
      '158.00',
    ])
    const back = removeSpec(draft, 'n0')
    expect(inputOf(back)).toEqual(inputOf(draftOf(teaDesk.product)))
  })

  it('原来不卖的组合，打开后还是不卖', () => {
    const sparse = {
      ...teaDesk.product,
      specNames: ['规格', '火功'],
      skus: teaDesk.product.skus.map((sku, at) => ({
        ...sku,
        specValues: [...sku.specValues, at === 0 ? '中火' : '足火'],
      })),
    }
    expect(rowsOf(draftOf(sparse))).toHaveLength(4)
    expect(inputOf(draftOf(sparse))?.skus.map(({ skuId }) => skuId)).toEqual(['sku_one', 'sku_two'])
  })

  it.each<[string, Partial<ProductDraft>, string]>([
    ['没有名字', { title: ' ' }, '商品名'],
    ['没有分类', { categoryId: null }, '分类'],
    ['没有价格', { skus: {} }, '售价'],
  ])('%s 就点名', (_case, change, name) => {
    const draft = { ...draftOf(mountainDesk.product), ...change }
    expect(faultsOf(draft).map((fault) => fault.name)).toContain(name)
    expect(inputOf(draft)).toBeNull()
  })

  it.each([
    ['58.505', '', '写成 58 或 58.50 这样'],
    ['0', '', '售价要大于 0'],
    ['58', '58', '划线价要比售价高，没有就空着'],
  ])('售价 %s、划线价 %s：%s', (price, marketPrice, words) => {
    const numbers = { price, marketPrice, cost: '', stock: '1', seenStock: 0 }
    const sku = { skuId: null, ...numbers, isOffered: true }
    const draft = { ...blankDraft, title: '茶', categoryId: 'cat', skus: { '': sku } }
    expect(faultsOf(draft).map(({ text }) => text)).toContain(words)
  })
})

const openEdit = (desk: Desk, more: Answers = {}, isNew = false) =>
  openDesk(
    <ProductEditPage />,
    desk,
    {
      'owner.getProduct': { product: isNew ? null : desk.product, categories: desk.categories },
      ...more,
    },
    isNew ? {} : { id: desk.product.id },
  )

describe('编辑商品', () => {
  itKeepsItsStates({
    page: () => <ProductEditPage />,
    action: 'owner.getProduct',
    desk: teaDesk,
    good: { product: teaDesk.product, categories: teaDesk.categories },
    words: '价格和库存',
    params: { id: 'prd_rougui' },
  })

  it.each([
    ['茶与礼', teaDesk, ['武夷肉桂礼盒', '158.00', '336.00', '12']],
    ['山里货', mountainDesk, ['高山花菇', '66.50', '9']],
  ])('%s 的商品填在表里', async (_name, desk, values) => {
    const { screen } = await openEdit(desk)
    const shown = screen.all('input').map((field) => (field as HTMLInputElement).value)
    expect(shown).toEqual(expect.arrayContaining(values))
  })

  it('没有修改就没有可存的', async () => {
    const { screen } = await openEdit(teaDesk)
    expect(screen.has('没有修改')).toBe(true)
  })

  it('改价格保存', async () => {
    const { screen, cloud, visits } = await openEdit(teaDesk, {
      'owner.saveProduct': { id: 'prd_rougui' },
    })
    await screen.type('售价', '168.8')
    await screen.tap('保存修改')
    expect(cloud.callsOf('owner.saveProduct')[0]?.input).toMatchObject({
      id: 'prd_rougui',
      skus: [{ skuId: 'sku_one', priceFen: 16_880, stockChange: 0 }, { skuId: 'sku_two' }],
    })
    expect(visits).toEqual(['navigateBack'])
  })

  it('缺的都点名，不往外送', async () => {
    const { screen, cloud } = await openEdit(teaDesk, {}, true)
    await screen.tap('先保存')
    expect(screen.text()).toContain('还没有填好：商品名、分类、售价')
    expect(screen.text()).toContain('给商品起个名字')
    expect(screen.has('有图片才能上架')).toBe(true)
    expect(cloud.callsOf('owner.saveProduct')).toEqual([])
  })

  it('新商品：传图、加分类、保存并上架', async () => {
    const { screen, cloud, visits } = await openEdit(
      teaDesk,
      {
        'owner.saveProduct': { id: 'prd_new' },
        'owner.saveCategory': { id: 'cat_new' },
        'owner.shelveProduct': {},
      },
      true,
    )
    const uploadPicture = vi.fn((file: string) => Promise.resolve(`cloud://pictures/${file}`))
    const restore = replacePlatform({
      choosePicture: () => Promise.resolve('new.jpg'),
      uploadPicture,
    })
    await screen.tap('加图片')
    await screen.settle()
    restore()
    await screen.type('商品名', '桂花冬酿蜜')
    await screen.tap('加一个分类')
    await screen.type('新分类的名字', '蜜')
    await screen.tap('加上')
    await screen.type('售价', '58')
    await screen.type('库存', '30')
    await screen.tap('保存并上架')
    expect(uploadPicture).toHaveBeenCalledWith('new.jpg')
    expect(cloud.callsOf('owner.saveCategory')[0]?.input).toEqual({ name: '蜜', sort: 2 })
    expect(cloud.callsOf('owner.saveProduct')[0]?.input).toMatchObject({
      title: '桂花冬酿蜜',
      categoryId: 'cat_new',
      pictures: ['cloud://pictures/new.jpg'],
      skus: [
        { specValues: [], priceFen: 5800, marketPriceFen: null, costFen: null, stockChange: 30 },
      ],
    })
    expect(cloud.callsOf('owner.shelveProduct')[0]?.input).toEqual({
      productId: 'prd_new',
      isOnShelf: true,
    })
    expect(visits).toEqual(['navigateBack'])
  })

  it('存好了但没上架，两件事分开说', async () => {
    const { screen, visits } = await openEdit(mountainDesk, {
      'owner.saveProduct': { id: 'prd_mushroom' },
      'owner.shelveProduct': refuse('TRY_AGAIN'),
    })
    await screen.type('商品名', '花菇')
    await screen.tap('保存并上架')
    expect(screen.text()).toContain('保存好了，但没有上架：现在有点忙')
    expect(visits).toEqual([])
  })

  it('图片没传上去，说出来；已有的能换顺序', async () => {
    const { screen, cloud } = await openEdit(teaDesk, {
      'owner.saveProduct': { id: 'prd_rougui' },
    })
    const restore = replacePlatform({
      choosePicture: () => Promise.resolve('x.jpg'),
      uploadPicture: () => Promise.resolve(null),
    })
    await screen.tap('加图片')
    await screen.settle()
    restore()
    expect(screen.text()).toContain('图片没有传上去')
    await press(screen, '.pics-one', 1)
    await screen.tap('设为封面')
    await screen.tap('保存修改')
    expect(cloud.callsOf('owner.saveProduct')[0]?.input).toMatchObject({
      pictures: ['https://shop.test/rougui-2.jpg', 'https://shop.test/rougui.jpg'],
    })
  })

  it('没存就返回，先问一句', async () => {
    const { screen, visits } = await openEdit(teaDesk)
    await screen.type('商品名', '改了')
    await screen.tap('返回')
    expect(screen.text()).toContain('还有没保存的修改')
    await press(screen, '.fy-dialog-button')
    expect(visits).toEqual(['navigateBack'])
  })
})
