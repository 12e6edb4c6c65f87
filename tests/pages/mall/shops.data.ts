// Two shops that share no figure: a page that shows one's number in the other has it hard-coded.
import type { Api } from '@contract/api'
import { fen } from '@contract/money'

type Out<Name extends keyof Api> = Api[Name]['output']
type Shelf = Out<'mall.home'>['season'][number]

export interface ShopFixture {
  session: Out<'mall.openSession'>
  home: Out<'mall.home'>
  categories: Out<'mall.listCategories'>
  shelf: Out<'mall.searchProducts'>
  product: Out<'mall.getProduct'>
}

/** 2026-12-01 00:00 in Shanghai. */
const CAMPAIGN_END = 1_796_054_400_000
const picture = (name: string) => `https://shop.test/${name}.jpg`

function shelf(row: Pick<Shelf, 'id' | 'title'> & { price: number } & Partial<Shelf>): Shelf {
  const { price, ...rest } = row
  return {
    subtitle: '',
    picture: picture(row.id),
    tags: [],
    priceFen: fen(price),
    marketPriceFen: null,
    soldCount: 0,
    isSoldOut: false,
    earnFen: null,
    ...rest,
  }
}

const rougui = shelf({
  id: 'prd_rougui',
  title: '武夷肉桂礼盒',
  subtitle: '岩韵足，送长辈体面',
  price: 29800,
  tags: ['hot'],
  soldCount: 1286,
  earnFen: fen(4172),
})
const laobai = shelf({
  id: 'prd_laobai',
  title: '二一年老白茶饼',
  subtitle: '357 克，越放越甜',
  price: 26800,
  soldCount: 764,
  earnFen: fen(3216),
})
const honey = shelf({
  id: 'prd_honey',
  title: '桂花冬酿蜜',
  price: 5800,
  marketPriceFen: fen(7200),
  tags: ['special'],
  soldCount: 92,
})

const teaCategories = [
  { id: 'cat_green', name: '绿茶', picture: picture('green') },
  { id: 'cat_rock', name: '岩茶', picture: picture('rock') },
  { id: 'cat_ware', name: '茶器', picture: picture('ware') },
]

/** 茶与礼, as a distributor sees it: with specials, earnings, specs. */
export const teaShop: ShopFixture = {
  session: {
    member: { id: 'mbr_mei', nickname: '林小满' },
    roles: ['shopper', 'distributor'],
    distributor: { id: 'dst_mei', name: '林小满', status: 'active', tier: 'silver' },
    shop: { name: '茶与礼', motto: '好茶，分给懂的人', isOpen: true },
    cartCount: 2,
  },
  home: {
    shop: { name: '茶与礼', motto: '好茶，分给懂的人' },
    categories: teaCategories,
    specials: [honey],
    season: [rougui, laobai],
    campaigns: [
      { id: 'cmp_winter', title: '冬茶节', picture: picture('winter'), endAt: CAMPAIGN_END },
    ],
  },
  categories: { categories: teaCategories },
  shelf: { rows: [rougui, laobai], next: null },
  product: {
    id: 'prd_rougui',
    title: '武夷肉桂礼盒',
    subtitle: '慢焙三道，桂皮香里带花果甜。',
    description: '产自慧苑坑。\n沸水，五秒出汤。',
    pictures: [picture('rougui'), picture('rougui-near')],
    tags: ['hot', 'special'],
    specNames: ['规格', '焙火'],
    skus: [
      sku('sku_two_full', ['两罐装', '足火'], 29800, 18, 4172, 32800),
      sku('sku_two_light', ['两罐装', '轻火'], 28800, 0, 4032),
      sku('sku_four_full', ['四罐装', '足火'], 56800, 3, 7952),
    ],
    soldCount: 1286,
    isOnShelf: true,
    earn: { fromFen: fen(4032), toFen: fen(7952) },
    shippingFreeFromFen: fen(20000),
    shippingFeeFen: fen(1000),
    afterSaleDays: 7,
  },
}

function sku(
  skuId: string,
  specValues: string[],
  price: number,
  available: number,
  earn: number | null,
  market: number | null = null,
): Out<'mall.getProduct'>['skus'][number] {
  return {
    skuId,
    specValues,
    priceFen: fen(price),
    marketPriceFen: market === null ? null : fen(market),
    available,
    earnFen: earn === null ? null : fen(earn),
    memberPriceFen: null,
  }
}

const mushroom = shelf({
  id: 'prd_mushroom',
  title: '高山花菇',
  subtitle: '一级，肉厚',
  price: 6650,
  tags: ['new'],
  soldCount: 37,
})
const bamboo = shelf({
  id: 'prd_bamboo',
  title: '冬笋干',
  price: 4990,
  soldCount: 5,
  isSoldOut: true,
})
const mountainCategories = [{ id: 'cat_dry', name: '干货', picture: picture('dry') }]

/** 山里货, as a shopper sees it: no specials, no earnings, one SKU, no free shipping. */
export const mountainShop: ShopFixture = {
  session: {
    member: { id: 'mbr_zhou', nickname: '周知夏' },
    roles: ['shopper'],
    distributor: null,
    shop: { name: '山里货', motto: '山里有什么，就卖什么', isOpen: true },
    cartCount: 0,
  },
  home: {
    shop: { name: '山里货', motto: '山里有什么，就卖什么' },
    categories: mountainCategories,
    specials: [],
    season: [mushroom, bamboo],
    campaigns: [],
  },
  categories: { categories: mountainCategories },
  shelf: { rows: [mushroom, bamboo], next: null },
  product: {
    id: 'prd_mushroom',
    title: '高山花菇',
    subtitle: '一级，肉厚',
    description: '',
    pictures: [picture('mushroom')],
    tags: [],
    specNames: [],
    skus: [sku('sku_mushroom', [], 6650, 41, null)],
    soldCount: 37,
    isOnShelf: true,
    earn: null,
    shippingFreeFromFen: null,
    shippingFeeFen: fen(850),
    afterSaleDays: 15,
  },
}
