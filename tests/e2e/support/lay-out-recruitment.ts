// A shop's recruitment and agreement: a form with standards, a plan, somebody who applied, and a version to sign.
import { addDays, dateOf } from '@contract/time'
import type { Person, TestWorld } from '../../support/world'
import type { ShopData } from './shops.data'

/** What applicants are asked; whose words are the shop's own. */
export const recruitTerms = (data: ShopData) => ({
  headline: `${data.name}找伙伴`,
  forWhom: `喜欢${data.category}、愿意讲给朋友听的人`,
  offer: '朋友经你的分享付款，店里按佣金方案谢你',
  fields: [
    { key: 'f1', label: '年龄', kind: 'number' as const, isRequired: true, choices: [] },
    {
      ...{ key: 'f2', label: '在哪里分享', kind: 'choice' as const, isRequired: true },
      choices: ['朋友圈', '社群', '线下'],
    },
  ],
  standards: [{ kind: 'range' as const, field: 'f1', min: 18, max: 65, allowed: [] }],
  reapplyDays: 7,
  drive: {
    ...{ name: `${data.plan}伙伴`, target: 5 },
    ...{ fromOn: '2026-11-01', toOn: '2026-12-31' },
  },
  tasks: [{ key: 't1', kind: 'share' as const, title: '分享第一件商品' }],
})

const agreementTerms = (data: ShopData) => ({
  title: `${data.name}分销协议`,
  rights: `在${data.name}分享商品，按佣金方案得佣金。`,
  pricePolicy: '照店里的价卖，不私下打折。',
  territoryPolicy: '不分区域。',
  refundPolicy: '退款的部分，佣金一起扣回。',
  termDays: 365,
})

export async function layOutRecruitment(world: TestWorld, data: ShopData): Promise<void> {
  const [boss, lan, yun] = [world.as('boss'), world.as('lan'), world.as('yun')]
  await boss.call('owner.publishRecruitment', { basedOn: 0, terms: recruitTerms(data) })
  await apply(yun, data.applicant)
  const paper = await boss.call('owner.publishAgreement', {
    basedOn: 0,
    terms: agreementTerms(data),
    signByOn: addDays(dateOf(world.cloud.clock.now()), 14),
  })
  await lan.call('distributor.signAgreement', { ...paper, isReadToEnd: true })
}

const apply = (person: Person, name: string) =>
  person.call('distributor.apply', {
    name,
    formVersion: 1,
    answers: [
      { field: 'f1', value: 32 },
      { field: 'f2', value: '社群' },
    ],
  })
