/** What an order's state means for the shop, and which units still have to be sent. Pure. */
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'
import type { MoneyState } from '@/components/money/states.data'
import { momentText } from '@/components/moment/format'
import type { Head } from '@/features/trade/order-words'

export type OrderDetail = Api['owner.getOrder']['output']
export type ShopOrder = OrderDetail['order']
export type ShopOrderRow = Api['owner.listOrders']['output']['rows'][number]
export type OrderFilter = NonNullable<Api['owner.listOrders']['input']['filter']>
export type OrderCommission = OrderDetail['commissions'][number]

export const orderFilters: readonly { key: OrderFilter; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'to-ship', text: '待发货' },
  { key: 'to-pay', text: '待付款' },
  { key: 'to-receive', text: '待收货' },
  { key: 'after-sale', text: '售后中' },
  { key: 'closed', text: '已关闭' },
]

export const orderFilterOf = (text: string | undefined): OrderFilter =>
  orderFilters.find(({ key }) => key === text)?.key ?? 'all'

export function shopHeadOf(order: ShopOrder): Head {
  switch (order.status) {
    case 'created':
      return { title: '等顾客付款', text: `${momentText(order.expireAt)} 还没付就自动关闭。` }
    case 'paid':
      return { title: '等你发货', text: '发出后填上快递单号，顾客就能看到。' }
    case 'partly-shipped':
      return { title: '发出了一部分', text: '还有货要发。' }
    case 'shipped':
      return { title: '在路上', text: receiptText(order.autoReceiveAt) }
    case 'received':
      return { title: '顾客收到了', text: '收货满冻结期后，佣金可以提现。' }
    case 'completed':
      return { title: '已完成', text: '这单走完了，佣金不再变。' }
    case 'closed':
      return { title: '已关闭', text: closeText(order) }
  }
}

function receiptText(autoReceiveAt: number | null): string {
  return autoReceiveAt === null
    ? '等顾客确认收货。'
    : `等顾客确认，${momentText(autoReceiveAt)} 自动算收到。`
}

function closeText({ closeReason, refundedFen }: ShopOrder): string {
  if (closeReason === 'cancelled') return '顾客取消了，没有收款。'
  if (closeReason === 'unpaid') return '没有在时间里付款，没有收款。'
  return `已全部退款 ${formatFen(refundedFen)}。`
}

/** Units of each line that can be sent now: not sent, refunded or in an after-sale. */
export function leftToShip({ lines, parcels }: Pick<ShopOrder, 'lines' | 'parcels'>) {
  return lines.flatMap((line) => {
    const sent = parcels
      .flatMap((parcel) => parcel.lines)
      .filter((row) => row.line === line.line)
      .reduce((sum, row) => sum + row.quantity, 0)
    const quantity = line.quantity - sent - line.refundedQuantity - line.inAfterSaleQuantity
    return quantity > 0 ? [{ ...line, quantity }] : []
  })
}

/** The state of a commission as money: settled is the distributor's to withdraw. */
export const commissionLooks: Readonly<Record<string, { word: string; tone: MoneyState }>> = {
  pending: { word: '待结算', tone: 'pending' },
  settled: { word: '已结算', tone: 'available' },
  reversed: { word: '已冲销', tone: 'clawback' },
}

export const addressText = ({ address }: ShopOrder) =>
  `${address.name} ${address.phone} ${address.province}${address.city}${address.district}${address.detail}`
