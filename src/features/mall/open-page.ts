/** The shopper's ways through the shop: one place that knows the paths of its pages. */
import Taro from '@tarojs/taro'

export const HOME = '/pages/tabs/home/index'
export const CATEGORY = '/pages/tabs/category/index'
export const CART = '/pages/tabs/cart/index'

const trade = (page: string, query: Record<string, string> = {}) => {
  const parts = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `/pages/trade/${page}/index${parts.length > 0 ? `?${parts.join('&')}` : ''}`
}

export const pathOf = {
  product: (id: string) => trade('product', { id }),
  campaign: (id: string) => trade('campaign', { id }),
  search: () => trade('search'),
  checkoutCart: () => trade('checkout', { from: 'cart' }),
  checkoutSku: (productId: string, skuId: string, quantity: number) =>
    trade('checkout', { productId, skuId, quantity: String(quantity) }),
  payResult: (id: string) => trade('pay-result', { id }),
  orders: (filter: string) => trade('orders', { filter }),
  order: (id: string) => trade('order-detail', { id }),
  orderUnpaid: (id: string, payment: 'cancelled' | 'failed') =>
    trade('order-detail', { id, payment }),
  afterSaleApply: (orderId: string) => trade('after-sale-apply', { orderId }),
  afterSale: (id: string) => trade('after-sale-detail', { id }),
  addresses: (isChoosing = false) => trade('addresses', isChoosing ? { choose: '1' } : {}),
  addressEdit: (id?: string) => trade('address-edit', id === undefined ? {} : { id }),
} as const

export const openPage = (url: string) => void Taro.navigateTo({ url })
/** For steps that must not be walked back into: a placed order, a finished form. */
export const replacePage = (url: string) => void Taro.redirectTo({ url })
export const openTab = (url: string) => void Taro.switchTab({ url })
/** Back to where the person came from, or home when the page was the way in. */
export const leavePage = () =>
  Taro.getCurrentPages().length > 1 ? void Taro.navigateBack() : openTab(HOME)
