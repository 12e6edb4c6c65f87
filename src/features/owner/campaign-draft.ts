/** A campaign while it is being written: moments are Shanghai texts here and ms in what the server gets. Pure. */
import type { Api } from '@/api/call'
import { dateTimeText, DAY_MS } from '@contract/time'
import { atShanghai } from './plan-words'

export type Campaign = Api['owner.getCampaign']['output']
type Input = Api['owner.saveCampaign']['input']
export type CampaignGoods = Pick<Campaign['products'][number], 'id' | 'title' | 'picture'>

export interface CampaignDraft {
  title: string
  intro: string
  picture: string
  goods: readonly CampaignGoods[]
  /** `2026-12-20 00:00` */
  from: string
  to: string
}

export const MAX_GOODS = 50

/** A week from tomorrow on. */
export function blankCampaign(now: number): CampaignDraft {
  const day = (at: number) => `${dateTimeText(at).slice(0, 10)} 00:00`
  const dates = { from: day(now + DAY_MS), to: day(now + 8 * DAY_MS) }
  return { title: '', intro: '', picture: '', goods: [], ...dates }
}

export function draftOfCampaign(campaign: Campaign): CampaignDraft {
  const { title, intro, picture, products, startAt, endAt } = campaign
  const goods = products.map((product) => ({
    id: product.id,
    title: product.title,
    picture: product.picture,
  }))
  return { title, intro, picture, goods, from: dateTimeText(startAt), to: dateTimeText(endAt) }
}

export function inputOfCampaign(draft: CampaignDraft, stored: Campaign | null): Input {
  const { title, intro, picture, goods, from, to } = draft
  return {
    ...(stored ? { id: stored.id, revision: stored.revision } : {}),
    title: title.trim(),
    intro,
    picture,
    productIds: goods.map(({ id }) => id),
    startAt: atShanghai(from),
    endAt: atShanghai(to),
  }
}

/** What keeps it from being kept, as the button's text; null when nothing does. */
export function whyNotKept({ title, from, to }: CampaignDraft): string | null {
  if (title.trim() === '') return '先起个名字'
  return to <= from ? '结束要晚于开始' : null
}

/** What keeps it from being published; whether its end is over is for the server's clock to say. */
export function whyNotPublished(draft: CampaignDraft): string | null {
  if (draft.picture === '') return '有封面才能发布'
  return draft.goods.length === 0 ? '选上商品才能发布' : whyNotKept(draft)
}

/** One place further up or down. */
export function moveGoods(
  goods: readonly CampaignGoods[],
  at: number,
  to: number,
): readonly CampaignGoods[] {
  const one = goods[at]
  if (!one || to < 0 || to >= goods.length) return goods
  const rest = goods.filter((_, index) => index !== at)
  return [...rest.slice(0, to), one, ...rest.slice(to)]
}
