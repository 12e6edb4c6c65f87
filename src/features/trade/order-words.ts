/** What an order's state means for its buyer: what happens next, and by when. Pure. */
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'
import { momentText } from '@/components/moment/format'
import { leftText } from './moments'

export type Order = Api['mall.getOrder']['output']
export type OrderAction = Order['actions'][number]

export interface Head {
  title: string
  text: string
}

type HeadOrder = Pick<
  Order,
  | 'status'
  | 'payableFen'
  | 'refundedFen'
  | 'placedAt'
  | 'expireAt'
  | 'autoReceiveAt'
  | 'receivedAt'
  | 'closeReason'
  | 'actions'
>

export function headOf(order: HeadOrder, now: number): Head {
  switch (order.status) {
    case 'created':
      return order.actions.includes('pay')
        ? { title: '等你付款', text: `${payBy(order, now)}，过了会自动关闭，货就不再留着。` }
        : { title: '付款时间过了', text: '订单正在关闭，没有扣款。' }
    case 'paid':
      return { title: '店主在备货', text: '发出后，这里能看到快递单号。' }
    case 'partly-shipped':
      return { title: '先发出了一部分', text: '剩下的发出后，也会写在这里。' }
    case 'shipped':
      return { title: '包裹在路上', text: receiptText(order.autoReceiveAt) }
    case 'received':
      return { title: '已收货', text: afterSaleText(order.actions, '慢慢喝，有问题可以申请售后。') }
    case 'completed':
      return { title: '已完成', text: afterSaleText(order.actions, '谢谢你来。') }
    case 'closed':
      return { title: '已关闭', text: closeText(order) }
  }
}

/** The server says that it can be paid; a phone whose clock says otherwise gets the moment instead of a countdown. */
function payBy({ placedAt, expireAt }: HeadOrder, now: number): string {
  const left = now < placedAt ? null : leftText(expireAt, now)
  return left === null ? `请在 ${momentText(expireAt)} 前付款` : `还剩 ${left}`
}

function receiptText(autoReceiveAt: number | null): string {
  if (autoReceiveAt === null) return '收到后点一下确认收货。'
  return `收到后点一下确认。${momentText(autoReceiveAt)} 会自动确认。`
}

function afterSaleText(actions: readonly OrderAction[], text: string): string {
  return actions.includes('apply-after-sale') ? text : '谢谢你来。'
}

function closeText({ closeReason, refundedFen }: HeadOrder): string {
  if (closeReason === 'cancelled') return '你取消了这笔订单，没有扣款。'
  if (closeReason === 'unpaid') return '没有在时间里付款，已经关闭，没有扣款。'
  return `已退 ${formatFen(refundedFen)}，原路退回。`
}

type LineUnits = Pick<Order['lines'][number], 'refundedQuantity' | 'inAfterSaleQuantity'>

/** What stands under a line: units given back or asked back. */
export function unitsNote({ refundedQuantity, inAfterSaleQuantity }: LineUnits): string | null {
  const parts = [
    refundedQuantity > 0 ? `已退 ${refundedQuantity} 件` : '',
    inAfterSaleQuantity > 0 ? `${inAfterSaleQuantity} 件在售后` : '',
  ]
  return parts.filter(Boolean).join(' · ') || null
}

export const actionWords: Record<OrderAction, string> = {
  pay: '去付款',
  cancel: '取消订单',
  'confirm-receipt': '确认收货',
  'apply-after-sale': '申请售后',
  ship: '发货',
}
