/** What the desk calls the states of a campaign, and what it asks before it acts. Pure. */
import type { Api } from '@/api/call'
import { runText } from '@/features/mall/campaign-words'
import type { TagTone } from '@/components/tag'
import type { Campaign, CampaignDraft } from './campaign-draft'
import { atShanghai } from './plan-words'

export type CampaignRow = Api['owner.listCampaigns']['output']['rows'][number]

export const stateWords: Readonly<Record<CampaignRow['state'], { text: string; tone: TagTone }>> = {
  draft: { text: '草稿', tone: 'gold' },
  'to-come': { text: '未开始', tone: 'brand' },
  running: { text: '进行中', tone: 'good' },
  ended: { text: '已结束', tone: 'plain' },
  withdrawn: { text: '已撤下', tone: 'plain' },
}

export const publishQuestion = ({ title, from, to, goods }: CampaignDraft) => ({
  title: `发布「${title.trim()}」`,
  text: `${runText({ startAt: atShanghai(from), endAt: atShanghai(to) })}，${goods.length} 件商品。发布后顾客和分销员都看得到，分销员可以分享。`,
  confirmText: '发布',
})

export const withdrawQuestion = ({ title, plans }: Campaign) => ({
  title: `撤下「${title}」`,
  text: `撤下后，分享出去的链接会带到店里。${plans.length > 0 ? '方案里给它定的比例照旧，直到方案自己写的那天。' : ''}`,
  confirmText: '撤下',
  danger: true,
})

/** What a published plan has kept of this campaign: `2026-12-A 记下的是 12 月 20 日 – 12 月 26 日、3 件商品`. */
export function copyText({ version, from, to, productIds }: Campaign['plans'][number]): string {
  return `${version} 记下的是 ${runText({ startAt: from, endAt: to })}、${productIds.length} 件商品`
}

/** The plan's copy says something else than what is written here. */
export function isApart(copy: Campaign['plans'][number], draft: CampaignDraft): boolean {
  const { from, to, goods } = draft
  const ids = (list: readonly string[]) => JSON.stringify([...list].sort())
  const isSameTime = copy.from === atShanghai(from) && copy.to === atShanghai(to)
  return !isSameTime || ids(copy.productIds) !== ids(goods.map(({ id }) => id))
}
