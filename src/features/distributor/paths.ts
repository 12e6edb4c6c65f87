/** The distributor's ways: one place that knows the paths of these pages. */
import Taro from '@tarojs/taro'

export const DISTRIBUTION = '/pages/tabs/distribution/index'
export const COMMISSIONS = '/pages/distributor/commissions/index'
export const WALLET = '/pages/distributor/wallet/index'
export const STATEMENT = '/pages/distributor/statement/index'
export const WITHDRAW = '/pages/distributor/withdraw/index'
export const WITHDRAWALS = '/pages/distributor/withdrawals/index'
export const REAL_NAME = '/pages/distributor/real-name/index'
export const FUNNEL = '/pages/distributor/funnel/index'
export const TIER = '/pages/distributor/tier/index'
export const TEAM = '/pages/distributor/team/index'
export const RANKS = '/pages/distributor/ranks/index'
export const GOODS = '/pages/distributor/goods/index'
export const ORDERS = '/pages/distributor/orders/index'
export const MATERIALS = '/pages/distributor/materials/index'
export const materialPath = (id: string) =>
  `/pages/distributor/material/index?id=${encodeURIComponent(id)}`
/** The materials of one product. */
export const productMaterials = (productId: string) =>
  `${MATERIALS}?productId=${encodeURIComponent(productId)}`
export const CUSTOMERS = '/pages/distributor/customers/index'
export const DISPUTES = '/pages/distributor/disputes/index'
/** Those about the person's own customers. */
export const DISPUTES_HELD = `${DISPUTES}?side=holder`
export const disputePath = (id: string) =>
  `/pages/distributor/dispute/index?id=${encodeURIComponent(id)}`
/** Without a customer it is by order number. */
export const raisePath = (customer?: { id: string; name: string }) => {
  const who = customer
    ? `?id=${encodeURIComponent(customer.id)}&name=${encodeURIComponent(customer.name)}`
    : ''
  return `/pages/distributor/dispute-raise/index${who}`
}
export const APPLY = '/pages/recruit/apply/index'
export const productPath = (id: string) => `/pages/trade/product/index?id=${encodeURIComponent(id)}`

export const goTo = (url: string) => void Taro.navigateTo({ url })
export const HOME = '/pages/tabs/home/index'
export const goToTab = (url: string) => void Taro.switchTab({ url })
