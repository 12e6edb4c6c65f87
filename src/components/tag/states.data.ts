/** The word and the tone of every state a record can be in: one place, so that pages never differ. */
import type { AfterSaleStatus, OrderStatus } from '@contract/model/order'
import type { WithdrawalStatus } from '@contract/model/ledger'
import type { TagTone } from './index'

export interface StateLook {
  word: string
  tone: TagTone
}

export const orderStates: Record<OrderStatus, StateLook> = {
  created: { word: '待付款', tone: 'warn' },
  paid: { word: '待发货', tone: 'brand' },
  'partly-shipped': { word: '部分发货', tone: 'brand' },
  shipped: { word: '待收货', tone: 'note' },
  received: { word: '已收货', tone: 'good' },
  completed: { word: '已完成', tone: 'plain' },
  closed: { word: '已关闭', tone: 'plain' },
}

export const afterSaleStates: Record<AfterSaleStatus, StateLook> = {
  applied: { word: '等商家处理', tone: 'warn' },
  'awaiting-return': { word: '待寄回', tone: 'warn' },
  returning: { word: '退货途中', tone: 'note' },
  refunding: { word: '退款中', tone: 'note' },
  refunded: { word: '已退款', tone: 'good' },
  rejected: { word: '未通过', tone: 'bad' },
  withdrawn: { word: '已撤回', tone: 'plain' },
}

export const withdrawalStates: Record<WithdrawalStatus, StateLook> = {
  requested: { word: '审核中', tone: 'withdrawing' },
  approved: { word: '待打款', tone: 'withdrawing' },
  dispatched: { word: '打款中', tone: 'withdrawing' },
  'awaiting-confirmation': { word: '待你收款', tone: 'warn' },
  paid: { word: '已到账', tone: 'paid' },
  rejected: { word: '已驳回', tone: 'bad' },
  returned: { word: '已退回', tone: 'bad' },
}
