/** What the owner reads of somebody's missing signature. Pure. */
import type { Api } from '@/api/call'
import { dayText } from '@/components/moment/format'

export type Unsigned = Api['owner.listUnsigned']['output']['rows'][number]
export type Why = Api['owner.listUnsigned']['output']['why']

export const WHY: readonly { key: Why; text: string; none: string }[] = [
  { key: 'never', text: '没签过', none: '做分销的人都签过协议。' },
  { key: 'older', text: '签的是旧版', none: '签过的人签的都是现在这一版。' },
  { key: 'ending', text: '快到期', none: '30 天内没有人的协议到期。' },
]

/** `11 月 1 日签了第 1 版`, `最晚 11 月 30 日` */
export function unsignedFacts({ state, lapsesAt, signedVersion, signedAt }: Unsigned): string[] {
  const has =
    signedVersion === null || signedAt === null
      ? '还没有签过'
      : `${dayText(signedAt)}签了第 ${signedVersion} 版`
  if (state === 'lapsed') return [has, '已经过期，不再有新顾客']
  return lapsesAt === null ? [has] : [has, `最晚 ${dayText(lapsesAt - 1)}`]
}

export function reminderText({ remindedAt }: Unsigned): string {
  return remindedAt === null ? '还没有提醒过' : `${dayText(remindedAt)}提醒过`
}
