// Two buyers of two shops, with carts, addresses, orders and after-sales that share no figure.
import type { Api } from '@contract/api'
import { fen } from '@contract/money'

type Out<Name extends keyof Api> = Api[Name]['output']
type Order = Out<'mall.getOrder'>
type AfterSale = Out<'mall.getAfterSale'>
type Address = Out<'mall.listAddresses'>['addresses'][number]

export interface BuyerFixture {
  cart: Out<'mall.getCart'>
  addresses: Address[]
  preview: Out<'mall.previewOrder'>
  order: Order
  afterSale: AfterSale
}

const picture = (name: string) => `https://shop.test/${name}.jpg`
/** 2026-11-20 09:41 in Shanghai. */
export const PLACED_AT = Date.UTC(2026, 10, 20, 1, 41)

type Line = Order['lines'][number]
function line(
  row: Pick<Line, 'line' | 'title' | 'specText' | 'quantity'> & { unit: number },
): Line {
  const { unit, ...rest } = row
  return {
    ...rest,
    skuId: `sku_${row.line}`,
    productId: `prd_${row.line}`,
    picture: picture(`line-${row.line}`),
    unitPriceFen: fen(unit),
    discountFen: fen(0),
    baseFen: fen(unit * row.quantity),
    refundedQuantity: 0,
    refundedFen: fen(0),
    inAfterSaleQuantity: 0,
  }
}

const zhou: Address = {
  id: 'adr_zhou',
  isDefault: true,
  name: '周知夏',
  phone: '13800000001',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  detail: '龙井路 1 号',
}
const office: Address = { ...zhou, id: 'adr_office', isDefault: false, detail: '文三路 90 号' }
const teaLines = [
  line({ line: 1, title: '武夷肉桂礼盒', specText: '两罐装 · 足火', quantity: 2, unit: 29800 }),
  line({ line: 2, title: '桂花冬酿蜜', specText: '', quantity: 1, unit: 5800 }),
]

function orderOf(row: Pick<Order, 'id' | 'lines' | 'address'> & { shipping: number }): Order {
  const goods = row.lines.reduce((sum, { baseFen }) => sum + baseFen, 0)
  const { shipping, ...rest } = row
  return {
    ...rest,
    status: 'created',
    buyerName: row.address.name,
    goodsFen: fen(goods),
    discountFen: fen(0),
    shippingFen: fen(shipping),
    payableFen: fen(goods + shipping),
    refundedFen: fen(0),
    remark: '',
    placedAt: PLACED_AT,
    expireAt: PLACED_AT + 30 * 60_000,
    paidAt: null,
    shippedAt: null,
    autoReceiveAt: null,
    receivedAt: null,
    closedAt: null,
    closeReason: null,
    parcels: [],
    actions: ['pay', 'cancel'],
    afterSales: [],
  }
}

/** Two lines, free shipping, two addresses. */
export const teaBuyer: BuyerFixture = {
  cart: {
    lines: teaLines.map((row, index) => ({
      skuId: row.skuId,
      productId: row.productId,
      title: row.title,
      specText: row.specText,
      picture: row.picture,
      priceFen: row.unitPriceFen,
      memberPriceFen: null,
      quantity: row.quantity,
      available: 18 - index,
      isSelected: true,
      isOnShelf: true,
      isBuyable: true,
    })),
    selectedFen: fen(65400),
    selectedCount: 3,
  },
  addresses: [zhou, office],
  preview: {
    lines: teaLines,
    goodsFen: fen(65400),
    discountFen: fen(0),
    memberOffFen: fen(0),
    shippingFen: fen(0),
    payableFen: fen(65400),
    address: zhou,
    freeShippingGapFen: fen(0),
  },
  order: orderOf({ id: 'ord_tea', lines: teaLines, address: zhou, shipping: 0 }),
  afterSale: {
    id: 'afs_tea',
    orderId: 'ord_tea',
    buyerName: '周知夏',
    kind: 'refund-only',
    status: 'applied',
    lines: [
      {
        line: 1,
        quantity: 1,
        title: '武夷肉桂礼盒',
        specText: '两罐装 · 足火',
        picture: picture('line-1'),
        refundFen: fen(29800),
      },
    ],
    reason: '不想要了',
    refundFen: fen(29800),
    appliedAt: PLACED_AT,
    decidedAt: null,
    rejectReason: null,
    returnParcel: null,
    refundedAt: null,
  },
}

const chen: Address = {
  id: 'adr_chen',
  isDefault: true,
  name: '陈大山',
  phone: '13900000002',
  province: '北京市',
  city: '北京市',
  district: '海淀区',
  detail: '中关村大街 5 号',
}
const mountainLines = [
  line({ line: 1, title: '高山花菇', specText: '500 克', quantity: 3, unit: 6650 }),
]

/** One line, paid shipping, one address in a municipality. */
export const mountainBuyer: BuyerFixture = {
  cart: {
    lines: [
      {
        skuId: 'sku_1',
        productId: 'prd_1',
        title: '高山花菇',
        specText: '500 克',
        picture: picture('line-1'),
        priceFen: fen(6650),
        memberPriceFen: null,
        quantity: 3,
        available: 41,
        isSelected: true,
        isOnShelf: true,
        isBuyable: true,
      },
    ],
    selectedFen: fen(19950),
    selectedCount: 3,
  },
  addresses: [chen],
  preview: {
    lines: mountainLines,
    goodsFen: fen(19950),
    discountFen: fen(0),
    memberOffFen: fen(0),
    shippingFen: fen(850),
    payableFen: fen(20800),
    address: chen,
    freeShippingGapFen: fen(5050),
  },
  order: orderOf({ id: 'ord_mountain', lines: mountainLines, address: chen, shipping: 850 }),
  afterSale: {
    id: 'afs_mountain',
    orderId: 'ord_mountain',
    buyerName: '陈大山',
    kind: 'return-and-refund',
    status: 'awaiting-return',
    lines: [
      {
        line: 1,
        quantity: 2,
        title: '高山花菇',
        specText: '500 克',
        picture: picture('line-1'),
        refundFen: fen(13300),
      },
    ],
    reason: '有点潮',
    refundFen: fen(13300),
    appliedAt: PLACED_AT,
    decidedAt: PLACED_AT + 3_600_000,
    rejectReason: null,
    returnParcel: null,
    refundedAt: null,
  },
}
