// 交易: cart, addresses, orders, payment and after-sales of the caller.
import { action } from '../action'
import * as z from '../schema'
import {
  addressFields,
  afterSaleKind,
  afterSaleView,
  none,
  orderAddress,
  orderLineView,
  orderRow,
  orderView,
  paymentParams,
} from './views'

const orderLines = () =>
  z
    .array(z.object({ skuId: z.id(), productId: z.id(), quantity: z.quantity() }))
    .min(1)
    .max(50)

const cartView = () =>
  z.object({
    lines: z.array(
      z.object({
        skuId: z.id(),
        productId: z.id(),
        title: z.string(),
        specText: z.string(),
        picture: z.string(),
        priceFen: z.amount(),
        /** What a unit costs the caller because of their tier; null = no less. */
        memberPriceFen: z.amount().nullable(),
        quantity: z.number().int(),
        available: z.number().int(),
        isSelected: z.boolean(),
        /** False: off the shelf or gone. Shown, but can only be taken out. */
        isOnShelf: z.boolean(),
        /** On the shelf, with so many in stock. */
        isBuyable: z.boolean(),
      }),
    ),
    /** What is selected and can be bought, at the caller's own prices. */
    selectedFen: z.amount(),
    selectedCount: z.number().int(),
  })

const addressView = () => z.object({ id: z.id(), isDefault: z.boolean(), ...orderAddress().shape })

export const trade = {
  'mall.getCart': action({
    summary: 'The cart, with the prices and stock of now.',
    who: ['shopper'],
    kind: 'read',
    input: () => none(),
    output: () => cartView(),
  }),
  'mall.addToCart': action({
    summary: 'Puts units of a SKU into the cart.',
    who: ['shopper'],
    kind: 'once',
    input: () => z.object({ skuId: z.id(), productId: z.id(), quantity: z.quantity() }),
    output: () => z.object({ count: z.number().int() }),
  }),
  'mall.setCartLine': action({
    summary: 'Sets quantity and selection of one cart line; quantity 0 takes it out.',
    who: ['shopper'],
    kind: 'set',
    input: () =>
      z.object({
        skuId: z.id(),
        quantity: z.number().int().min(0).max(999),
        isSelected: z.boolean(),
      }),
    output: () => cartView(),
  }),
  'mall.selectCart': action({
    summary: 'Selects or deselects the whole cart.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ isSelected: z.boolean() }),
    output: () => cartView(),
  }),

  'mall.listAddresses': action({
    summary: 'The address book, the default first.',
    who: ['shopper'],
    kind: 'read',
    input: () => none(),
    output: () => z.object({ addresses: z.array(addressView()) }),
  }),
  'mall.saveAddress': action({
    summary: 'Adds an address (no id) or changes one.',
    who: ['shopper'],
    kind: 'once',
    input: () => z.object({ id: z.id().optional(), isDefault: z.boolean(), ...addressFields }),
    output: () => z.object({ id: z.id() }),
  }),
  'mall.removeAddress': action({
    summary: 'Takes an address out of the book.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ id: z.id() }),
    output: () => none(),
  }),

  'mall.previewOrder': action({
    summary: 'Prices an order as it would be placed now; nothing is reserved.',
    who: ['shopper'],
    kind: 'read',
    input: () => z.object({ lines: orderLines(), addressId: z.id().optional() }),
    output: () =>
      z.object({
        lines: z.array(orderLineView()),
        goodsFen: z.amount(),
        discountFen: z.amount(),
        /** The part of it that the caller's tier takes off. */
        memberOffFen: z.amount(),
        shippingFen: z.amount(),
        payableFen: z.amount(),
        address: addressView().nullable(),
        freeShippingGapFen: z.amount(),
      }),
  }),
  'mall.placeOrder': action({
    summary: 'Places an order: reserves stock, freezes price, plan and attribution.',
    who: ['shopper'],
    kind: 'fact',
    input: () =>
      z.object({
        lines: orderLines(),
        addressId: z.id(),
        remark: z.optionalText(100),
        /** What the caller saw: another price is refused with PRICE_CHANGED. */
        expectedPayableFen: z.amount(),
        isFromCart: z.boolean(),
      }),
    output: () => z.object({ orderId: z.id(), payableFen: z.amount(), expireAt: z.moment() }),
  }),
  'mall.startPayment': action({
    summary: 'Parameters for wx.requestPayment of an unpaid order.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ orderId: z.id() }),
    output: () => paymentParams(),
  }),
  'mall.checkPayment': action({
    summary: 'Whether an order is paid; asks WeChat when no notice has come.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ orderId: z.id() }),
    output: () => z.object({ isPaid: z.boolean(), payableFen: z.amount() }),
  }),
  'mall.listOrders': action({
    summary: "The caller's orders, newest first.",
    who: ['shopper'],
    kind: 'read',
    input: () =>
      z.object({
        filter: z.enum(['all', 'to-pay', 'to-ship', 'to-receive', 'after-sale']).default('all'),
        cursor: z.cursor(),
      }),
    output: () => z.pageOf(orderRow()),
  }),
  'mall.countOrders': action({
    summary: 'How many orders wait for what: the badges of the 我的 page.',
    who: ['shopper'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        toPay: z.number().int(),
        toShip: z.number().int(),
        toReceive: z.number().int(),
        afterSale: z.number().int(),
      }),
  }),
  'mall.getOrder': action({
    summary: "One of the caller's orders.",
    who: ['shopper'],
    kind: 'read',
    input: () => z.object({ orderId: z.id() }),
    output: () => orderView(),
  }),
  'mall.cancelOrder': action({
    summary: 'Closes an unpaid order and gives its stock back.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ orderId: z.id() }),
    output: () => none(),
  }),
  'mall.confirmReceipt': action({
    summary: 'Says that the goods arrived; the freeze days start.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ orderId: z.id() }),
    output: () => none(),
  }),

  'mall.applyAfterSale': action({
    summary: 'Asks for a refund, per line and quantity.',
    who: ['shopper'],
    kind: 'fact',
    input: () =>
      z.object({
        orderId: z.id(),
        kind: afterSaleKind(),
        lines: z
          .array(z.object({ line: z.number().int().min(1), quantity: z.quantity() }))
          .min(1)
          .max(50),
        reason: z.text(200),
      }),
    output: () => z.object({ afterSaleId: z.id() }),
  }),
  'mall.listAfterSales': action({
    summary: "The caller's after-sales, newest first.",
    who: ['shopper'],
    kind: 'read',
    input: () => z.object({ cursor: z.cursor() }),
    output: () => z.pageOf(afterSaleView()),
  }),
  'mall.getAfterSale': action({
    summary: "One of the caller's after-sales.",
    who: ['shopper'],
    kind: 'read',
    input: () => z.object({ afterSaleId: z.id() }),
    output: () => afterSaleView(),
  }),
  'mall.withdrawAfterSale': action({
    summary: 'Takes an after-sale back before it is refunded.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ afterSaleId: z.id() }),
    output: () => none(),
  }),
  'mall.sendReturnParcel': action({
    summary: 'Tells carrier and tracking number of the returned goods.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ afterSaleId: z.id(), carrier: z.text(20), trackingNumber: z.text(40) }),
    output: () => none(),
  }),
}
