/** The binding policy in plain words, for the owner who sets it and the distributors it concerns. Pure. */
import type { Api } from '@/api/call'
import { serverNow } from '@/api/clock'
import { dayText } from '@/components/moment/format'

export type Policy = Api['owner.getBindingPolicy']['output']['policy']
export type Rule = Policy['rule']
/** Today's policy as a distributor reads it. */
export type Binding = Api['distributor.listCustomers']['output']['binding']

/** In the order in which they hold on to a customer the longer the more they are known. */
export const RULE_CHOICES: readonly { key: Rule; title: string; text: string }[] = [
  {
    key: 'protected-days',
    title: '先保护几天',
    text: '头几天归先带来的人；过了保护期，打开谁的分享就归谁',
  },
  {
    key: 'permanent-after-purchase',
    title: '买过就定下来',
    text: '没买过时，打开谁的分享就归谁；买过一次，就一直归那个人',
  },
  { key: 'first-touch', title: '先来先得', text: '谁先带来就归谁，过期以前别人带不走' },
  { key: 'last-touch', title: '跟着最近的分享', text: '打开谁的分享就归谁，随时会换人' },
]

/** `先保护 30 天，90 天没买就过期`: what is in force, in one line. */
export function policyText({ rule, expireDays, protectDays }: Policy): string {
  switch (rule) {
    case 'first-touch':
      return `先来先得，${expireDays} 天没买就过期`
    case 'last-touch':
      return `跟着最近的分享，${expireDays} 天没买就过期`
    case 'protected-days':
      return `先保护 ${protectDays} 天，${expireDays} 天没买就过期`
    case 'permanent-after-purchase':
      return `买过就定下来；没买过的，${expireDays} 天过期`
  }
}

/** Whose a customer is after opening the other's share: who had them before, or the other. */
type Outcome = 'before' | 'after'
export interface BindingCase {
  /** Days after the binding from which it holds, until the next case's. */
  readonly fromDay: number
  readonly when: string
  /** Of who has not bought, and of who bought at once. */
  readonly unbought: Outcome
  readonly bought: Outcome
}

/** What becomes of somebody's customer who opens another's share: the decision table, for one policy. */
export function casesOf({ rule, expireDays, protectDays }: Policy): readonly BindingCase[] {
  const taken = { unbought: 'after', bought: 'after' } as const
  const kept = { unbought: 'before', bought: 'before' } as const
  switch (rule) {
    case 'first-touch':
      return [
        { fromDay: 0, when: '没过期', ...kept },
        { fromDay: expireDays, when: '过期以后', ...taken },
      ]
    case 'last-touch':
      return [{ fromDay: 0, when: '不管第几天', ...taken }]
    case 'protected-days':
      return [
        { fromDay: 0, when: `头 ${protectDays} 天`, ...kept },
        { fromDay: protectDays, when: `过了 ${protectDays} 天`, ...taken },
      ]
    case 'permanent-after-purchase':
      return [{ fromDay: 0, when: '不管第几天', unbought: 'after', bought: 'before' }]
  }
}

/** What a distributor is told: how somebody becomes theirs, for how long, and when another takes them over. */
export function bindingWords({ policy, changedAt }: Binding, now = serverNow()): readonly string[] {
  const { rule, expireDays } = policy
  const stays =
    rule === 'permanent-after-purchase'
      ? `顾客打开你的分享后归你 ${expireDays} 天；买过一次，就一直归你。`
      : `顾客打开你的分享后归你 ${expireDays} 天，每买一次重新算 ${expireDays} 天。`
  const changed = changedAt === null ? [] : [`规则 ${dayText(changedAt, now)} 改过。`]
  return [
    stays,
    takenText(policy),
    '过了期，打开谁的分享就归谁。',
    `${changed.join('')}已经归属的顾客，按归属那天的规则算。`,
  ]
}

/** What becomes of a distributor's customer who opens another's share. */
function takenText({ rule, protectDays }: Policy): string {
  switch (rule) {
    case 'first-touch':
      return '没过期的时候，他打开别人的分享也还是归你。'
    case 'last-touch':
      return '没过期的时候，他打开别人的分享，就归别人了。'
    case 'protected-days':
      return `头 ${protectDays} 天，他打开别人的分享也还是归你；过了 ${protectDays} 天再打开，就归别人了。`
    case 'permanent-after-purchase':
      return '没买过的时候，他打开别人的分享，就归别人了。'
  }
}
