/** What pages say about a credit grade. Pure. */
import type { Api } from '@/api/call'
import { dayText } from '@/components/moment/format'
import type { TagTone } from '@/components/tag'
import type { CreditGrade } from '@contract/model/credit'
import { CREDIT_GRADES } from '@contract/model/credit'
import { startOfDate } from '@contract/time'

export type Credit = NonNullable<Api['distributor.getTier']['output']['credit']>

export const gradeLooks: Readonly<Record<CreditGrade, { word: string; tone: TagTone }>> = {
  A: { word: '很好', tone: 'good' },
  B: { word: '不错', tone: 'brand' },
  C: { word: '要留意', tone: 'warn' },
  D: { word: '不太好', tone: 'bad' },
}

export const gradeFilters: readonly { key: CreditGrade | 'all'; text: string }[] = [
  { key: 'all', text: '不限' },
  ...CREDIT_GRADES.map((key) => ({ key, text: `${key} ${gradeLooks[key].word}` })),
]

/** `满分 100，现在 90 分`, `11 月 20 日起` */
export function pointFacts({ points, sinceOn }: Credit): string[] {
  const since = `${dayText(startOfDate(sinceOn))}起`
  const taken = points === 100 ? '满分 100 分，没有扣分' : `满分 100，现在 ${points} 分`
  return [taken, since]
}
