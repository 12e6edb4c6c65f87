// What a shop asks of applicants; until its owner sets it: a name, nothing else.
import type { RecruitVersion } from '@contract/model/recruitment'
import type { Shop } from '@contract/model/shop'

const UNSET: RecruitVersion = {
  _id: 'recruit:0',
  version: 0,
  publishedAt: 0,
  publishedBy: '',
  headline: '喜欢的东西，分享给朋友',
  forWhom: '喜欢我们的东西、愿意讲给朋友听的人。不用先买，也不收任何费用。',
  offer: '朋友经你的分享付款，店里按佣金方案谢你；每一笔怎么来的都写得清楚。',
  fields: [],
  standards: [],
  reapplyDays: 0,
  drive: null,
  tasks: [],
}

export function recruitOf(shop: Pick<Shop, 'recruit'> | null): RecruitVersion {
  return shop?.recruit ?? UNSET
}
