// 商城: what shoppers ask for.
import { endpoint } from '../../kernel/endpoint'
import { listAddresses } from '../../workflows/address/list-addresses'
import { removeAddress } from '../../workflows/address/remove-address'
import { saveAddress } from '../../workflows/address/save-address'
import { applyAfterSale } from '../../workflows/after-sale/apply-after-sale'
import { getAfterSale } from '../../workflows/after-sale/get-after-sale'
import { listAfterSales } from '../../workflows/after-sale/list-after-sales'
import { sendReturnParcel } from '../../workflows/after-sale/send-return-parcel'
import { withdrawAfterSale } from '../../workflows/after-sale/withdraw-after-sale'
import { getCampaign } from '../../workflows/campaign/get-campaign'
import { addToCart } from '../../workflows/cart/add-to-cart'
import { getCart } from '../../workflows/cart/get-cart'
import { selectCart } from '../../workflows/cart/select-cart'
import { setCartLine } from '../../workflows/cart/set-cart-line'
import { getProduct } from '../../workflows/catalogue/get-product'
import { home } from '../../workflows/catalogue/home'
import { listCategories } from '../../workflows/catalogue/list-categories'
import { searchProducts } from '../../workflows/catalogue/search-products'
import { cancelOrder } from '../../workflows/order/cancel-order'
import { checkPayment } from '../../workflows/order/check-payment'
import { confirmReceipt } from '../../workflows/order/confirm-receipt'
import { countOrders } from '../../workflows/order/count-orders'
import { getOrder } from '../../workflows/order/get-order'
import { listOrders } from '../../workflows/order/list-orders'
import { placeOrder } from '../../workflows/order/place-order'
import { previewOrder } from '../../workflows/order/preview-order'
import { startPayment } from '../../workflows/order/start-payment'
import { enterShareCode } from '../../workflows/share/enter-share-code'
import { openShare } from '../../workflows/share/open-share'
import { recordOpens } from '../../workflows/share/record-opens'
import { openSession } from '../../workflows/shop/open-session'
import { setAvatar } from '../../workflows/shop/set-avatar'
import { setNickname } from '../../workflows/shop/set-nickname'

export const main = endpoint('mall', {
  'mall.openSession': openSession,
  'mall.setNickname': setNickname,
  'mall.setAvatar': setAvatar,
  'mall.openShare': openShare,
  'mall.recordOpens': recordOpens,
  'mall.enterShareCode': enterShareCode,
  'mall.home': home,
  'mall.listCategories': listCategories,
  'mall.searchProducts': searchProducts,
  'mall.getProduct': getProduct,
  'mall.getCampaign': getCampaign,
  'mall.getCart': getCart,
  'mall.addToCart': addToCart,
  'mall.setCartLine': setCartLine,
  'mall.selectCart': selectCart,
  'mall.listAddresses': listAddresses,
  'mall.saveAddress': saveAddress,
  'mall.removeAddress': removeAddress,
  'mall.previewOrder': previewOrder,
  'mall.placeOrder': placeOrder,
  'mall.startPayment': startPayment,
  'mall.checkPayment': checkPayment,
  'mall.listOrders': listOrders,
  'mall.countOrders': countOrders,
  'mall.getOrder': getOrder,
  'mall.cancelOrder': cancelOrder,
  'mall.confirmReceipt': confirmReceipt,
  'mall.applyAfterSale': applyAfterSale,
  'mall.listAfterSales': listAfterSales,
  'mall.getAfterSale': getAfterSale,
  'mall.withdrawAfterSale': withdrawAfterSale,
  'mall.sendReturnParcel': sendReturnParcel,
})
