// Two shops that share no name and no figure: a page that shows one's in the other has it hard-coded.

export interface ShopData {
  readonly name: string
  readonly plan: string
  readonly category: string
  readonly product: string
  readonly picture: string
  readonly campaign: string
  readonly skus: readonly [SkuData, SkuData]
  readonly rateBps: readonly [number, number]
  /** What 银毫 adds to the first level. */
  readonly bonusBps: number
  readonly inviter: string
  readonly sharer: string
  readonly applicant: string
  /** Whom the sharer brought in, and whom that one brought in. */
  readonly member: string
  readonly farMember: string
  readonly shopper: string
  /** Customers of the inviter whom the sharer claims: one waits for the decision, one was given to the sharer. */
  readonly contested: string
  readonly given: string
  readonly receiver: string
  readonly place: string
  readonly tracking: string
  readonly withdrawFen: number
  /** Worked out by hand; see lay-out.ts for what happens in the shop. */
  readonly figures: {
    /** What a unit of each SKU costs. */
    readonly prices: readonly [string, string]
    /** What a unit of the first SKU pays the sharer. */
    readonly earn: string
    /** One of each SKU, received and settled. */
    readonly settledTotal: string
    readonly settled: string
    /** One of the second SKU, to be shipped. */
    readonly pending: string
    /** Two of the first SKU, one of them asked back. */
    readonly refund: string
    /** One of the first SKU with shipping, unpaid. */
    readonly unpaidTotal: string
    /** Three of the first SKU in the cart. */
    readonly cart: string
    readonly withdrawn: string
    readonly available: string
    /** Two per first SKU and one per second SKU wait for settlement. */
    readonly waiting: string
    /** All that the sharer ever earned. */
    readonly earned: string
  }
}

interface SkuData {
  readonly spec: string
  readonly priceFen: number
}

export const SHOPS: readonly [ShopData, ShopData] = [
  {
    name: '云上茶铺',
    plan: '冬茶版',
    category: '岩茶',
    product: '牛栏坑肉桂',
    picture: 'niulankeng-box',
    campaign: '冬茶节',
    skus: [
      { spec: '50 克', priceFen: 5800 },
      { spec: '250 克', priceFen: 26800 },
    ],
    rateBps: [1200, 300],
    bonusBps: 150,
    inviter: '何岚',
    sharer: '林晓梅',
    applicant: '方小满',
    member: '叶青',
    farMember: '唐果',
    shopper: '爱喝岩茶的明',
    contested: '宋雨',
    given: '温知秋',
    receiver: '周明',
    place: '龙井路 1 号',
    tracking: 'SF2026112001',
    withdrawFen: 1000,
    figures: {
      prices: ['¥58.00', '¥268.00'],
      earn: '¥7.83',
      settledTotal: '¥326.00',
      settled: '¥44.01',
      pending: '¥36.18',
      refund: '¥58.00',
      unpaidTotal: '¥66.00',
      cart: '¥174.00',
      withdrawn: '¥10.00',
      available: '¥34.01',
      waiting: '¥51.84',
      earned: '¥95.85',
    },
  },
  {
    name: '滇味火腿行',
    plan: '新春方案',
    category: '火腿',
    product: '三年陈宣威火腿',
    picture: 'harvest-hamper',
    campaign: '山货上新周',
    skus: [
      { spec: '切片 500 克', priceFen: 7650 },
      { spec: '整腿 5 千克', priceFen: 89900 },
    ],
    rateBps: [1000, 500],
    bonusBps: 200,
    inviter: '苏一禾',
    sharer: '段青',
    applicant: '白桦',
    member: '石磊',
    farMember: '江一帆',
    shopper: '吃货老陆',
    contested: '罗小寒',
    given: '江月',
    receiver: '陆远山',
    place: '翠湖南路 26 号',
    tracking: 'YT8800990011',
    withdrawFen: 2000,
    figures: {
      prices: ['¥76.50', '¥899.00'],
      earn: '¥9.18',
      settledTotal: '¥975.50',
      settled: '¥117.06',
      pending: '¥107.88',
      refund: '¥76.50',
      unpaidTotal: '¥84.50',
      cart: '¥229.50',
      withdrawn: '¥20.00',
      available: '¥97.06',
      waiting: '¥126.24',
      earned: '¥243.30',
    },
  },
]
