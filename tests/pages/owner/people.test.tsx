// 人员: applications are decided, tiers and standing are changed with a reason.
import type { Api } from '@contract/api'
import { fen } from '@contract/money'
import { afterEach, describe, expect, it } from 'vitest'
import PeoplePage from '@/pages/owner/people'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'
import type { Person } from './desks.data'

afterEach(closeDesk)

const applicant: Person = {
  ...teaDesk.person,
  id: 'dst_new',
  name: '新**',
  status: 'applied',
  tier: 'sprout',
  admittedAt: null,
  earnedFen: fen(0),
}
const tierOf: Api['owner.getTierOf']['output'] = {
  name: '梅**',
  tier: 'silver',
  hold: null,
  missed: 0,
  next: {
    tier: 'gold',
    need: 'all',
    figures: [
      { measure: 'own-sales', window: 'this-month', atLeast: fen(800000), value: fen(768000) },
    ],
  },
  keep: null,
  month: '2026-11',
  asOf: 0,
  changes: [],
}
const open = (rows: Person[], more: Answers = {}) =>
  openDesk(<PeoplePage />, teaDesk, {
    'owner.listDistributors': { rows, next: null },
    'owner.getTierOf': tierOf,
    ...more,
  })

describe('人员', () => {
  itKeepsItsStates({
    page: () => <PeoplePage />,
    action: 'owner.listDistributors',
    desk: teaDesk,
    good: { rows: [teaDesk.person], next: null },
    words: '梅**',
    empty: { answer: { rows: [], next: null }, words: '还没有分销员' },
  })

  it.each([
    ['茶与礼', teaDesk.person, ['梅**', '银毫', '分销中', '¥1,110.13', '兰** 邀请']],
    ['山里货', mountainDesk.person, ['石**', '金毫', '已冻结', '¥349.56']],
  ])('%s 的人：等级、累计佣金、邀请人', async (_name, person, words) => {
    const { screen } = await open([person])
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('通过申请前问一句，通过后刷新', async () => {
    const { screen, cloud } = await open([applicant], { 'owner.decideApplication': {} })
    expect(screen.text()).not.toContain('累计')
    await screen.tap('通过 新** 的申请')
    expect(screen.text()).toContain('让 新** 成为分销员')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.decideApplication')[0]?.input).toEqual({
      distributorId: 'dst_new',
      isAdmitted: true,
    })
    expect(cloud.callsOf('owner.listDistributors')).toHaveLength(2)
  })

  it('不通过要写原因', async () => {
    const { screen, cloud } = await open([applicant], { 'owner.decideApplication': {} })
    await screen.tap('回绝 新** 的申请')
    await screen.type('原因', '先买一单试试')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(cloud.callsOf('owner.decideApplication')[0]?.input).toEqual({
      distributorId: 'dst_new',
      isAdmitted: false,
      reason: '先买一单试试',
    })
  })

  it('定等级：选一个不一样的，写原因', async () => {
    const { screen, cloud } = await open([teaDesk.person], { 'owner.setTier': {} })
    await screen.tap('给 梅** 定等级')
    expect(screen.has('先选一个等级')).toBe(true)
    await screen.tap('银毫（现在）')
    expect(screen.has('已经是这个等级')).toBe(true)
    await screen.tap('玉露')
    await screen.type('原因', '连续三个月第一')
    await screen.tap('改成玉露')
    expect(cloud.callsOf('owner.setTier')[0]?.input).toEqual({
      distributorId: 'dst_mei',
      tier: 'jade',
      reason: '连续三个月第一',
    })
  })

  it('定等级时看得到还差多少；可以只保留一阵', async () => {
    const { screen, cloud } = await open([teaDesk.person], { 'owner.setTier': {} })
    await screen.tap('给 梅** 定等级')
    await screen.settle()
    expect(screen.text()).toContain('本人销售还差 ¥320.00，升级到金毫')
    expect(screen.has('照数字来')).toBe(false)
    await screen.tap('金毫')
    await screen.tap('保留 30 天')
    await screen.type('原因', '新店试用')
    await screen.tap('改成金毫')
    const [sent] = cloud.callsOf('owner.setTier')
    expect(sent?.input).toMatchObject({ tier: 'gold', reason: '新店试用' })
    expect(JSON.stringify(sent?.input)).toMatch(/"untilOn":"20\d\d-\d\d-\d\d"/)
  })

  it('保留着的可以取消，照数字来', async () => {
    const hold = { reason: '帮了忙', untilOn: '2026-12-31' }
    const { screen, cloud } = await open([teaDesk.person], {
      'owner.getTierOf': { ...tierOf, hold },
      'owner.releaseTier': { tier: 'silver' },
    })
    await screen.tap('给 梅** 定等级')
    await screen.settle()
    expect(screen.text()).toContain('现在由店主保留到 2026-12-31：帮了忙')
    await screen.tap('照数字来')
    await screen.type('原因', '约定到期')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(cloud.callsOf('owner.releaseTier')[0]?.input).toEqual({
      distributorId: 'dst_mei',
      reason: '约定到期',
    })
  })

  it.each([
    ['冻结', teaDesk.person, 'frozen'],
    ['解冻', mountainDesk.person, 'active'],
  ] as const)('%s要写原因', async (verb, person, status) => {
    const { screen, cloud } = await open([person], { 'owner.setDistributorStatus': {} })
    await screen.tap(`${verb} ${person.name}`)
    await screen.type('原因', '核实过了')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(cloud.callsOf('owner.setDistributorStatus')[0]?.input).toEqual({
      distributorId: person.id,
      status,
      reason: '核实过了',
    })
  })

  it('结束合作要写原因，写明钱归谁', async () => {
    const { screen, cloud } = await open([teaDesk.person], { 'owner.endDistributor': {} })
    await screen.tap('和 梅** 结束合作')
    expect(screen.text()).toContain('账上的钱还是他的')
    await screen.type('原因', '搬去外地')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(cloud.callsOf('owner.endDistributor')[0]?.input).toEqual({
      distributorId: 'dst_mei',
      reason: '搬去外地',
    })
  })

  it('自己的事被拒绝时，说清楚', async () => {
    const { screen } = await open([teaDesk.person], {
      'owner.setDistributorStatus': refuse('OWN_CASE'),
    })
    await screen.tap('冻结 梅**')
    await screen.type('原因', '试试')
    await press(screen, '.fy-sheet-foot .fy-btn')
    expect(screen.text()).toContain('没有冻结：不能处理自己的事')
  })
})
