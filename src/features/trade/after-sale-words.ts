/** What an after-sale's state means for its buyer, and its road so far. Pure. */
import { mulDivFloor } from '@contract/money'
import type { AfterSaleKind, AfterSaleStatus } from '@contract/model/order'
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'
import type { Head, Order } from './order-words'

export type AfterSale = Api['mall.getAfterSale']['output']

export const kindWords: Record<AfterSaleKind, string> = {
  'refund-only': '只退款',
  'return-and-refund': '退货退款',
}

export function afterSaleHead({ status, refundFen, rejectReason }: AfterSale): Head {
  switch (status) {
    case 'applied':
      return { title: '等店主处理', text: '店主看过以后，这里会变。' }
    case 'awaiting-return':
      return { title: '请把货寄回来', text: `寄出后填快递单号，收到就退 ${formatFen(refundFen)}。` }
    case 'returning':
      return { title: '货在寄回的路上', text: `店主收到后退 ${formatFen(refundFen)}。` }
    case 'refunding':
      return { title: '正在退款', text: `${formatFen(refundFen)} 会原路退回，一般当天到。` }
    case 'refunded':
      return { title: '退款好了', text: `${formatFen(refundFen)} 已原路退回。` }
    case 'rejected':
      return { title: '店主没有同意', text: rejectReason ?? '可以再申请一次，说清楚原因。' }
    case 'withdrawn':
      return { title: '你撤回了申请', text: '售后期内还可以再申请。' }
  }
}

/** Before the refund is begun, and while no parcel is on its way back. */
export const canWithdraw = (status: AfterSaleStatus) =>
  status === 'applied' || status === 'awaiting-return'

export interface RoadPoint {
  title: string
  state: 'done' | 'now' | 'later'
  /** When it happened (ms), if it did and is known. */
  at: number | null
}

const stages: readonly AfterSaleStatus[] = ['awaiting-return', 'returning', 'refunding', 'refunded']

export function roadOf(afterSale: AfterSale): RoadPoint[] {
  const { status, kind, appliedAt, decidedAt, refundedAt } = afterSale
  const applied: RoadPoint = { title: '提交申请', state: 'done', at: appliedAt }
  if (status === 'withdrawn') return [applied, { title: '你撤回了', state: 'done', at: null }]
  if (status === 'rejected') {
    return [applied, { title: '店主没有同意', state: 'done', at: decidedAt }]
  }
  // How far along the road: 0 is being decided on.
  const stage = stages.indexOf(status) + 1
  const state = (from: number, until: number) =>
    stage >= until ? ('done' as const) : stage >= from ? ('now' as const) : ('later' as const)
  const back: RoadPoint[] =
    kind === 'refund-only'
      ? []
      : [
          { title: '寄回商品', state: state(1, 2), at: null },
          { title: '店主收到', state: state(2, 3), at: null },
        ]
  return [
    applied,
    { title: '店主同意', state: state(0, 1), at: decidedAt },
    ...back,
    { title: '退款到账', state: state(3, 4), at: refundedAt },
  ]
}

type Line = Order['lines'][number]

/** Units of a line that can still be asked back. */
export const unitsLeft = ({ quantity, refundedQuantity, inAfterSaleQuantity }: Line) =>
  quantity - refundedQuantity - inAfterSaleQuantity

/**
 * What the goods of these units bring back, fen, by the server's own rule
 * (⌊base × units so far / all units⌋ − refunded); null while other units are in an open after-sale, because
 * their turn decides.
 */
export function goodsRefund(lines: readonly Line[], units: Readonly<Record<number, number>>) {
  let sum = 0
  for (const line of lines) {
    const count = units[line.line] ?? 0
    if (count === 0) continue
    if (line.inAfterSaleQuantity > 0) return null
    const returned = line.refundedQuantity + count
    sum += mulDivFloor(line.baseFen, returned, line.quantity) - line.refundedFen
  }
  return sum
}
