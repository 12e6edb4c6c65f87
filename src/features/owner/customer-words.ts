/** What the desk says about whose customer somebody is, and why that changed. Pure. */
import type { Api } from '@/api/call'
import { dayText } from '@/components/moment/format'

export type CustomerList = Api['owner.listCustomers']['output']
export type Customer = CustomerList['customers']['rows'][number]
export type Change = Api['owner.getCustomerHistory']['output']['rows'][number]

const channels: Readonly<Record<NonNullable<Change['channel']>, string>> = {
  friend: '好友卡片',
  group: '群卡片',
  timeline: '朋友圈',
  poster: '海报',
  text: '文案',
}

function untilText({ expireAt, isExpired, isReleased }: Customer): string {
  if (isReleased) return '他退出后放开了'
  if (expireAt === null) return '长期'
  return isExpired ? '已到期' : `到 ${dayText(expireAt)}`
}

export function customerFacts(customer: Customer): string[] {
  const { boundAt, isPurchased } = customer
  const until = untilText(customer)
  return [`${dayText(boundAt)}起`, until, isPurchased ? '买过' : '还没买过']
}

/** `林晓梅 → 何岚` */
export function changeTitle({ fromName, toName }: Change): string {
  return fromName === null ? `归 ${toName}` : `${fromName} → ${toName}`
}

export function changeCause(change: Change): string {
  const { cause, isTyped, channel, movedBy, reason } = change
  if (cause === 'moved-by-owner') return `${movedBy ?? '店主'} 移的：${reason ?? ''}`
  if (cause === 'dispute-decided') return `${movedBy ?? '店主'} 裁定顾客争议：${reason ?? ''}`
  const way = isTyped ? '补填邀请码' : channel === null ? '打开分享' : `打开${channels[channel]}`
  if (cause === 'first-bind') return `第一次绑定，${way}`
  if (cause === 'replaced') return `按规则换人，${way}`
  return cause === 'released-then-bound' ? `原来的分销员退出了，${way}` : `到期后重新绑定，${way}`
}
