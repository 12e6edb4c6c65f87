// A shop in which sharing and joining can go wrong in every way: a form, an agreement, people at each step.
import { addDays, dateOf } from '@contract/time'
import type { Person } from '../../support/world'
import { openMoney, type Money } from '../money/open-money'

const FORM = {
  headline: '一起分享好茶',
  forWhom: '爱喝茶的人',
  offer: '按佣金方案谢你',
  fields: [{ key: 'f1', label: '年龄', kind: 'number', isRequired: true, choices: [] }],
  standards: [{ kind: 'range', field: 'f1', min: 18, max: 60, allowed: [] }],
  reapplyDays: 7,
  drive: null,
  tasks: [],
} as const
const AGREEMENT = {
  title: '分销协议',
  rights: '分享得佣金。',
  pricePolicy: '照店里的价卖。',
  territoryPolicy: '不分区域。',
  refundPolicy: '退款扣回佣金。',
  termDays: 365,
}
/** A shop with a form and an agreement: Fang is approved and has not signed, Hui waits, Kai has left. */
export interface Scene {
  readonly money: Money
  readonly fang: Person
  readonly hui: Person
  readonly kai: Person
  readonly stranger: Person
  /** Of the agreement's first version. */
  readonly hash: string
  readonly kaiCode: string
  readonly lanCode: string
  readonly sign: (person: Person) => Promise<unknown>
  readonly publish: (rights: string, basedOn: number, inDays: number) => Promise<{ hash: string }>
}

export const SHOP = { target: { kind: 'shop' }, channel: 'friend' } as const
export const application = (age: number) => ({
  name: '小满',
  formVersion: 1,
  answers: [{ field: 'f1', value: age }],
})
export const signing = (version: number, hash: string) => ({
  version,
  hash,
  isReadToEnd: true as const,
})

export async function openScene(): Promise<Scene> {
  const money = await openMoney()
  const { owner, world } = money
  const [fang, hui, kai] = ['fang', 'hui', 'kai'].map((name) => world.as(name)) as [
    Person,
    Person,
    Person,
  ]
  const admit = ({ distributorId }: Person) =>
    owner.call('owner.decideApplication', { distributorId, isAdmitted: true })
  const publish = (rights: string, basedOn: number, inDays: number) =>
    owner.call('owner.publishAgreement', {
      basedOn,
      terms: { ...AGREEMENT, rights },
      signByOn: addDays(dateOf(world.cloud.clock.now()), inDays),
    })
  await kai.call('distributor.apply', { name: '开心' })
  await admit(kai)
  const { shareCode: kaiCode } = await kai.call('distributor.createShare', SHOP)
  const { shareCode: lanCode } = await money.lan.call('distributor.createShare', SHOP)
  await kai.call('distributor.leave', { reason: '不做了' })
  const terms = { ...FORM, fields: [...FORM.fields], standards: [...FORM.standards], tasks: [] }
  await owner.call('owner.publishRecruitment', { basedOn: 0, terms: terms as never })
  const { hash } = await publish('第一版', 0, 14)
  await hui.call('distributor.apply', application(30))
  await fang.call('distributor.apply', application(30))
  await admit(fang)
  const sign = (person: Person) => person.call('distributor.signAgreement', signing(1, hash))
  const stranger = world.as('stranger')
  return { money, fang, hui, kai, stranger, hash, kaiCode, lanCode, sign, publish }
}
