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

/** Fewer than two people may decide: nobody ever could be the second, and the page says so. */
export function waitsForSecond({ status, blockedBy }: Decision, eligible: number): boolean {
  return status === 'waiting' && blockedBy === 'FOUR_EYES' && eligible < 2
}

/** Null when the reader may agree. */
export function blockText({ blockedBy }: Decision): string | null {
  switch (blockedBy) {
    case null:
      return null
    case 'FOUR_EYES':
      return '你提的，等别人同意'
    case 'OWN_CASE':
      return '不能审自己的'
    default:
      return '已经有结果了'
  }
}
