/** What the people desk says about a distributor's standing. Pure. */
import type { Api } from '@/api/call'
import type { TagTone } from '@/components/tag'

export type Person = Api['owner.listDistributors']['output']['rows'][number]
export type Standing = Person['status']

export const standingWords: Readonly<Record<Standing, { word: string; tone: TagTone }>> = {
  applied: { word: '等审核', tone: 'warn' },
  approved: { word: '待签约', tone: 'warn' },
  active: { word: '分销中', tone: 'good' },
  frozen: { word: '已冻结', tone: 'bad' },
  rejected: { word: '没通过', tone: 'plain' },
  exited: { word: '已退出', tone: 'plain' },
}

export const standingFilters: readonly { key: Standing | 'all'; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'applied', text: '等审核' },
  { key: 'approved', text: '待签约' },
  { key: 'active', text: '分销中' },
  { key: 'frozen', text: '已冻结' },
  { key: 'rejected', text: '没通过' },
  { key: 'exited', text: '已退出' },
]
