// What the demo shop asks of applicants, its agreement in two versions, and who applied late in the year.

export const RECRUIT_TERMS = {
  headline: '把喜欢的茶，分享给朋友',
  forWhom: '常喝茶、愿意把真实感受讲给朋友听的人。不用先买，也不收任何费用。',
  offer: '朋友经你的分享付款，店里按佣金方案谢你；每一笔怎么来的都写得清楚。新品先寄一份试喝。',
  fields: [
    { key: 'f1', label: '年龄', kind: 'number' as const, isRequired: true, choices: [] },
    { key: 'f2', label: '常住地', kind: 'region' as const, isRequired: true, choices: [] },
    {
      ...{ key: 'f3', label: '主要在哪里分享', kind: 'choice' as const, isRequired: true },
      choices: ['朋友圈', '微信群', '线下茶会', '自己的小店'],
    },
    { key: 'f4', label: '说说你和茶', kind: 'text' as const, isRequired: false, choices: [] },
  ],
  standards: [{ kind: 'range' as const, field: 'f1', min: 18, max: 70, allowed: [] }],
  reapplyDays: 14,
  drive: { name: '2026 伙伴计划', target: 24, fromOn: '2026-01-01', toOn: '2026-12-31' },
  tasks: [
    { key: 't1', kind: 'share' as const, title: '分享第一件商品' },
    { key: 't2', kind: 'visitor' as const, title: '有第一位朋友打开你的分享' },
    { key: 't3', kind: 'own' as const, title: '看完《怎么介绍一款茶》' },
  ],
}

const FIRST = {
  title: '茶与礼分销协议',
  rights:
    '你可以分享店里的商品和活动，朋友付了款，按当时的佣金方案得佣金。请如实介绍，不夸大功效，不拉人头，不替顾客代下单赚差价。',
  pricePolicy: '照店里的标价分享。优惠只用店里发的券，不私下打折，也不加价转卖。',
  territoryPolicy: '线上不分区域；线下茶会请提前和渠道经理说一声，免得两个人约在同一家店。',
  refundPolicy:
    '顾客退货退款，相应的佣金按比例收回。七天无理由退货照店里的规则，请不要劝顾客放弃。',
  termDays: 730,
}
export const AGREEMENTS = [
  FIRST,
  {
    ...FIRST,
    pricePolicy: `${FIRST.pricePolicy}直播和短视频里的价格也一样，大促期间以活动页为准。`,
  },
] as const

/** Who still has to sign the second version on the last day; the owner has reminded the first two of them. */
export const NOT_YET_SIGNED = ['bo', 'lei', 'wen', 'gang', 'nan', 'qing'] as const

export interface LateApplicant {
  readonly key: string
  readonly inviterKey: string
  readonly day: number
  readonly age: number
  readonly where: string
  readonly words: string
  /** What the owner said: `approved`, or why not; null = still waiting. */
  readonly answer: string | null
}

export const LATE_APPLICANTS: readonly LateApplicant[] = [
  {
    ...{ key: 'song', inviterKey: 'rui', day: 338, age: 27, where: '朋友圈', words: '' },
    answer: '先多喝几款、写写感受，两周后欢迎再申请',
  },
  {
    ...{ key: 'gu', inviterKey: 'yun', day: 360, age: 41, where: '线下茶会' },
    ...{ words: '每周三在社区办茶会，二十来位老茶客。', answer: 'approved' },
  },
  {
    ...{ key: 'qiu', inviterKey: 'mei', day: 363, age: 34, where: '微信群' },
    ...{ words: '小区团购群里常有人问我喝什么，想把常买的这几款讲给他们听。', answer: null },
  },
  {
    ...{ key: 'yu', inviterKey: 'mei', day: 364, age: 29, where: '自己的小店' },
    ...{ words: '在古镇开着一间小茶铺，客人常问能不能寄回家。', answer: null },
  },
]
