/** What an after-sale asks of the owner, in words. Pure. */
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'
import type { TagTone } from '@/components/tag'
import { afterSaleStates } from '@/components/tag/states.data'

export type AfterSale = Api['owner.listAfterSales']['output']['rows'][number]
type Status = AfterSale['status']

export const kindWords: Readonly<Record<AfterSale['kind'], string>> = {
  'refund-only': '只退款',
  'return-and-refund': '退货退款',
}

export const afterSaleFilters: readonly { key: Status | 'all'; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'applied', text: '等你处理' },
  { key: 'awaiting-return', text: '等寄回' },
  { key: 'returning', text: '退货途中' },
  { key: 'refunding', text: '退款中' },
  { key: 'refunded', text: '已退款' },
  { key: 'rejected', text: '未通过' },
  { key: 'withdrawn', text: '已撤回' },
]

/** The same states, said to the shop. */
export const shopAfterSaleWords: Readonly<Record<Status, { word: string; tone: TagTone }>> = {
  ...afterSaleStates,
  applied: { ...afterSaleStates.applied, word: '等你处理' },
  'awaiting-return': { ...afterSaleStates['awaiting-return'], word: '等顾客寄回' },
}

/** What agreeing does: money goes back now, or once the goods are here. */
export function approveText({ kind, refundFen, buyerName }: AfterSale): string {
  const amount = formatFen(refundFen)
  return kind === 'refund-only'
    ? `${amount} 马上原路退给 ${buyerName}，相关佣金一起减少，不能撤回。`
    : `${buyerName} 先把货寄回，你收到后再退 ${amount}。`
}

export const canDecide = ({ status }: AfterSale) => status === 'applied'
export const canReceive = ({ status }: AfterSale) => status === 'returning'
/** Returned goods that are not what was sold can still be turned down. */
export const canReject = ({ status }: AfterSale) => status === 'applied' || status === 'returning'
