// 我的团队 on the phone: three figures, picture or list, one person closely, searching, sorting, nudging and being nudged.
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import type { Api } from '@/api/call'
import OwnerTeamPage from '@/pages/owner/team'
import TeamPage from '@/pages/distributor/team'
import { fakeCloud, never, refuse, type FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import { visits } from '../support/taro'

type Team = Api['distributor.getTeam']['output']
type Member = Api['distributor.getTeamMember']['output']

const row = (changes: Partial<Team['rows'][number]>): Team['rows'][number] => ({
  ...{ id: null, name: '周**', tier: null, under: -1, standing: 'active' },
  ...{ isLively: true, hasSold: true, salesFen: null },
  ...changes,
})

const team: Team = {
  direct: { people: 2, lively: 1 },
  indirect: { people: 2, lively: 1 },
  salesFen: fen(1284650),
  lastSalesFen: fen(1187200),
  broughtFen: fen(11410),
  livelyDays: 14,
  name: '林晓梅',
  rows: [
    row({ id: 'dst_su', name: '苏晚', tier: 'silver', salesFen: fen(326000) }),
    row({ id: 'dst_he', name: '何川', tier: 'sprout', salesFen: fen(0), isLively: false }),
    row({ under: 0 }),
    row({ under: 0, name: '李**', hasSold: false }),
  ],
  cut: 0,
  asOf: Date.parse('2026-11-20T09:00:00+08:00'),
}
const empty: Team = {
  ...team,
  ...{ direct: { people: 0, lively: 0 }, indirect: { people: 0, lively: 0 }, rows: [] },
}

const su: Member = {
  ...{ id: 'dst_su', name: '苏晚', tier: 'silver', standing: 'active' },
  ...{ salesFen: fen(326000), broughtFen: fen(11410), people: 2, livelyOn: '2026-11-19' },
  ...{ quietDays: 1, isLively: true, nudge: 'none' },
}
const he: Member = {
  ...{ id: 'dst_he', name: '何川', tier: 'sprout', standing: 'active' },
  ...{ salesFen: fen(0), broughtFen: fen(0), people: 0, livelyOn: '2026-10-30' },
  ...{ quietDays: 21, isLively: false, nudge: 'offered' },
}
const none: Api['distributor.listNudges']['output'] = { isOn: true, rows: [], next: null }

let cloud: FakeCloud
const open = async (answers: Parameters<typeof fakeCloud>[0] = {}) => {
  cloud = fakeCloud({
    'distributor.getTeam': team,
    'distributor.listTeam': { rows: [su, he], next: null, found: 2 },
    'distributor.getTeamMember': ({ distributorId }) => (distributorId === 'dst_su' ? su : he),
    'distributor.listNudges': none,
    ...answers,
  })
  const screen = await render(<TeamPage />)
  await screen.settle()
  return screen
}
afterEach(async () => {
  await leave()
  cloud.restore()
})

describe('我的团队', () => {
  it('三个数字在最上面，佣金只到两级写在图下面，图有一句话可以读', async () => {
    const screen = await open()
    for (const words of [
      '直接成员2人活跃 1 人',
      '间接成员2人活跃 1 人',
      '¥12,846.50',
      '上月 ¥11,872',
    ]) {
      expect(screen.text()).toContain(words)
    }
    expect(screen.text()).toContain('佣金只算到两级，只来自真实成交；邀请人数本身不发钱。')
    expect(
      screen.has(
        '林晓梅 的团队：直接成员 2 人，其中活跃 1 人；间接成员 2 人。本月一共卖出 ¥12,846.50，卖得最多的是苏晚',
      ),
    ).toBe(true)
  })

  it('每个人：最近有没有动静、带几个人、卖了多少、给你带来多少', async () => {
    const screen = await open()
    expect(screen.text()).toContain('苏晚银毫')
    expect(screen.text()).toContain('昨天有动静 · 带 2 人')
    expect(screen.text()).toContain('给你带来 ¥114.10')
    expect(screen.text()).toContain('21 天没动静')
  })

  it('图也可以看成列表：谁带来了谁，间接成员只有遮住的名字', async () => {
    const screen = await open()
    await screen.tap('列表')
    expect(screen.text()).toContain('带来 周**、李**')
    expect(screen.text()).toContain('没动静¥0.00')
  })

  it('点一个人看仔细；没动静的可以在那里提醒', async () => {
    const sent = { ...he, nudge: 'sent' as const }
    const screen = await open({ 'distributor.nudge': sent })
    await screen.tap('看看 何川')
    await screen.settle(40)
    expect(screen.text()).toContain('本月给你带来')
    expect(screen.text()).toContain('还没有')
    await screen.tap('提醒一下')
    expect(cloud.callsOf('distributor.nudge')[0]?.input).toEqual({ distributorId: 'dst_he' })
    expect(screen.text()).toContain('这周提醒过了')
    expect(screen.text()).toContain('何川 打开分销中心就会看到')
  })

  it('在名单里提醒：按钮换成提醒过了，没成功就说为什么', async () => {
    const twice = refuse('NUDGE_TWICE', { on: '2026-11-23' })
    const screen = await open({ 'distributor.nudge': twice })
    await screen.tap('提醒一下 何川')
    expect(screen.text()).toContain('这周已经提醒过他，2026-11-23 起可以再提醒')
    cloud.answer({ 'distributor.nudge': { ...he, nudge: 'sent' } })
    await screen.tap('提醒一下 何川')
    expect(screen.has('提醒一下 何川')).toBe(false)
    expect(screen.text()).toContain('这周提醒过了')
  })

  it.each([
    ['thanked', '提醒过，他说谢谢'],
    ['refused', '他不收提醒'],
  ] as const)('提醒的样子：%s', async (nudge, words) => {
    const screen = await open({
      'distributor.listTeam': { rows: [{ ...he, nudge }], next: null, found: 1 },
    })
    expect(screen.text()).toContain(words)
    expect(screen.has('提醒一下 何川')).toBe(false)
  })

  it('按名字找、换个顺序：都问服务器；找不到说清楚，能看回全部', async () => {
    const screen = await open({
      'distributor.listTeam': ({ search }) =>
        search ? { rows: [], next: null, found: 0 } : { rows: [su, he], next: null, found: 2 },
    })
    await screen.tap('最久没动静')
    expect(cloud.callsOf('distributor.listTeam').at(-1)?.input).toMatchObject({ sort: 'quiet' })
    await screen.type('搜索直接成员', '小满')
    const [field] = screen.all('input')
    await act(async () => {
      field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      await Promise.resolve()
    })
    await screen.settle()
    expect(screen.text()).toContain('没有叫「小满」的直接成员')
    await screen.tap('看全部')
    expect(screen.text()).toContain('昨天有动静')
  })

  it('翻到底接着取下一页', async () => {
    const screen = await open({
      'distributor.listTeam': ({ cursor }) =>
        cursor ? { rows: [he], next: null, found: 2 } : { rows: [su], next: 'here', found: 2 },
    })
    await screen.signal('bottom')
    expect(screen.text()).toContain('21 天没动静')
    expect(screen.text()).toContain('就这些了')
  })

  it('还没有人：说明从哪里开始', async () => {
    const screen = await open({ 'distributor.getTeam': empty })
    expect(screen.text()).toContain('还没有团队成员')
    await screen.tap('去分销中心邀请')
    expect(visits).toEqual(['switchTab /pages/tabs/distribution/index'])
  })

  it('等着、出错、再试一次', async () => {
    const failing = await open({ 'distributor.getTeam': refuse('INTERNAL') })
    expect(failing.text()).toContain('团队没有打开')
    cloud.answer({ 'distributor.getTeam': team })
    await failing.tap('再试一次')
    expect(failing.text()).toContain('关系图')
    await leave()
    cloud.restore()
    const waiting = await open({ 'distributor.getTeam': never })
    await waiting.settle(320)
    expect(waiting.all('.fy-bone').length).toBeGreaterThan(0)
  })
})

describe('收到提醒', () => {
  const waiting = { week: '2026-11-16', fromName: '何岚', at: 1, state: 'sent' as const }

  it('卡片上说谢谢，就收起来了', async () => {
    const screen = await open({
      'distributor.listNudges': { ...none, rows: [waiting] },
      'distributor.answerNudge': { state: 'thanked' },
    })
    expect(screen.text()).toContain('何岚 提醒你一下')
    cloud.answer({
      'distributor.listNudges': { ...none, rows: [{ ...waiting, state: 'thanked' }] },
    })
    await screen.tap('谢谢提醒')
    await screen.settle(40)
    expect(cloud.callsOf('distributor.answerNudge')[0]?.input).toEqual({
      week: '2026-11-16',
      answer: 'thank',
    })
    expect(screen.text()).not.toContain('何岚 提醒你一下')
  })

  it('收到的提醒里看得到以前的，可以不再收', async () => {
    const screen = await open({
      'distributor.listNudges': { ...none, rows: [{ ...waiting, state: 'closed' }] },
      'distributor.setNudges': ({ isOn }) => ({ isOn }),
    })
    await screen.tap('收到的提醒')
    await screen.settle(40)
    expect(screen.text()).toContain('你收起来了')
    await screen.tap('要不要接收提醒')
    expect(cloud.callsOf('distributor.setNudges')[0]?.input).toEqual({ isOn: false })
  })
})

describe('店主看一个人的团队', () => {
  const tree: Api['owner.getTeamTree']['output'] = {
    person: { id: 'dst_mei', name: '林晓梅', tier: 'silver' },
    inviter: { id: 'dst_lan', name: '何岚' },
    rows: [
      row({ id: 'dst_su', name: '苏晚', tier: 'silver', salesFen: fen(326000) }),
      row({ id: 'dst_zhou', name: '周予', tier: 'sprout', under: 0, salesFen: fen(100) }),
      row({ id: 'dst_tao', name: '陶然', tier: 'sprout', under: 1, salesFen: fen(5) }),
    ],
    cut: 7,
    asOf: null,
  }
  const openOwner = async (answer: typeof tree | Error = tree) => {
    cloud = fakeCloud({ 'owner.getTeamTree': answer })
    const screen = await render(<OwnerTeamPage />, { params: { id: 'dst_mei' } })
    await screen.settle()
    return screen
  }

  it('全名、每一层的人数和销售、剪掉的人数；点一个人可以以他为中心看', async () => {
    const screen = await openOwner()
    expect(screen.text()).toContain('第 3 层')
    expect(screen.text()).toContain('还有 7 人没有画进来')
    await screen.tap('列表')
    expect(screen.text()).toContain('带来 周予')
    await screen.tap('苏晚')
    await screen.settle(40)
    await screen.tap('看他的团队')
    expect(cloud.callsOf('owner.getTeamTree').at(-1)?.input).toEqual({ distributorId: 'dst_su' })
  })

  it('可以往上看一层；没有人就说没有', async () => {
    const screen = await openOwner()
    await screen.tap('何岚 带来的')
    expect(cloud.callsOf('owner.getTeamTree').at(-1)?.input).toEqual({ distributorId: 'dst_lan' })
    await leave()
    cloud.restore()
    const alone = await openOwner({ ...tree, rows: [], cut: 0 })
    expect(alone.text()).toContain('他还没有带来分销员')
  })

  it('没有权限说清楚', async () => {
    const screen = await openOwner(refuse('NOT_ALLOWED'))
    expect(screen.text()).toContain('没有权限')
  })
})
