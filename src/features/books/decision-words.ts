/** How a bonus or a written-off debt stands, and why the reader can't agree to it. */
import type { Api } from '@/api/call'
import type { TagTone } from '@/components/tag'

type Output = Api['owner.listMoneyDecisions']['output']
export type Decision = Output['decisions']['rows'][number]
export type Budget = Output['budget']

export const KINDS: Readonly<Record<Decision['kind'], string>> = {
  incentive: '奖励',
  'debt-write-off': '核销欠款',
}

export const STATES: Readonly<Record<Decision['status'], { word: string; tone: TagTone }>> = {
  waiting: { word: '等复核', tone: 'warn' },
  done: { word: '已办', tone: 'good' },
  rejected: { word: '已驳回', tone: 'bad' },
}

/** Null when the reader may agree. With fewer than two people nobody ever could: that is said. */
export function blockText({ blockedBy }: Decision, eligible: number): string | null {
  switch (blockedBy) {
    case null:
      return null
    case 'FOUR_EYES':
      return eligible < 2 ? '要两个人，店里只有你能审批' : '你提的，等别人同意'
    case 'OWN_CASE':
      return '不能审自己的'
    default:
      return '已经有结果了'
  }
}
