// 人员: found by what is asked, applications are decided; everything else is on a person's own page.
import { fen } from '@contract/money'
import { afterEach, describe, expect, it } from 'vitest'
import PeoplePage from '@/pages/owner/people'
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
const open = (rows: Person[], more: Answers = {}) =>
  openDesk(<PeoplePage />, teaDesk, {
    'owner.listDistributors': { rows, next: null },
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
    [
      '茶与礼',
      teaDesk.person,
      ['梅**', '银毫', '分销中', '¥1,110.13', '¥9,251.08', '兰** 邀请', '最近一次动静 11 月 18 日'],
    ],
    [
      '山里货',
      mountainDesk.person,
      ['石**', '金毫', '已冻结', '¥349.56', '还没有动静 · 等级由店主保留'],
    ],
  ])('%s 的人：等级、累计佣金、邀请人', async (_name, person, words) => {
    const { screen } = await open([person])
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('选过头像的是那张图，没选过的是名字头一个字', async () => {
    const named = { ...teaDesk.person, id: 'dst_named', avatar: 'cloud://env.b/pictures/a.jpg' }
    const { screen } = await open([teaDesk.person, named])
    const shown = screen.all('.fy-avatar').map((one) => one.querySelector('.fy-avatar-picture'))
    expect(shown.map((picture) => picture?.getAttribute('src') ?? null)).toEqual([
      null,
      expect.stringContaining('env.b/pictures/a.jpg'),
    ])
    expect(screen.all('.fy-avatar')[0]?.textContent).toBe('梅')
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

  it.each([
    ['状态', '已冻结', { status: 'frozen' }],
    ['顺序', '销售', { sort: 'sales' }],
    ['顺序', '佣金', { sort: 'earnings' }],
  ])('按%s：%s', async (_label, words, input) => {
    const { screen, cloud } = await open([teaDesk.person])
    await screen.tap(words)
    expect(cloud.callsOf('owner.listDistributors').map((asked) => asked.input)).toEqual([{}, input])
  })

  it('按名字的一部分找，找不到有一条路回去', async () => {
    const { screen, cloud } = await open([teaDesk.person])
    await screen.type('按名字找，写一部分就行', ' 梅 ')
    expect(cloud.callsOf('owner.listDistributors')).toHaveLength(1)
    cloud.answer({ 'owner.listDistributors': { rows: [], next: null } })
    await screen.tap('开始找')
    expect(cloud.callsOf('owner.listDistributors')[1]?.input).toEqual({ search: '梅' })
    expect(screen.text()).toContain('这里没有人')
    cloud.answer({ 'owner.listDistributors': { rows: [teaDesk.person], next: null } })
    await screen.tap('看全部')
    expect(cloud.callsOf('owner.listDistributors')[2]?.input).toEqual({})
    expect(screen.text()).toContain('梅**')
  })

  it('更多条件在一张单子里：等级和只看谁，可以一起用', async () => {
    const { screen, cloud } = await open([teaDesk.person])
    await screen.tap('更多条件')
    await screen.tap('金毫')
    await screen.tap('30 天没动静')
    await screen.tap('看结果')
    expect(cloud.callsOf('owner.listDistributors').at(-1)?.input).toEqual({
      tier: 'gold',
      only: 'quiet',
    })
    expect(screen.text()).toContain('筛选 2')
  })

  it('点一个人就是他的一页', async () => {
    const { screen, visits } = await open([teaDesk.person])
    await screen.tap('梅**')
    expect(visits).toEqual(['navigateTo /pages/owner/person/index?id=dst_mei'])
  })
})
