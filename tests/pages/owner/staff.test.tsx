// 员工、负责人和信用: colleagues by number and role, people handed over with a reason, a grade that says why.
import type { Api } from '@contract/api'
import { afterEach, describe, expect, it } from 'vitest'
import { CreditCard } from '@/features/credit/credit-card'
import PeoplePage from '@/pages/owner/people'
import StaffPage from '@/pages/owner/staff'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { teaDesk } from './desks.data'

afterEach(closeDesk)

const NUMBER = `mbr_${'0123456789ABCDEFGHJKMNPQRS'}`
const rows: Api['owner.listStaff']['output']['rows'] = [
  { id: 'mbr_boss', name: '沈老板', roles: ['owner'], isSelf: true, people: 0 },
  { id: NUMBER, name: '周经理', roles: ['manager'], isSelf: false, people: 12 },
]
const open = (more: Answers = {}) =>
  openDesk(<StaffPage />, teaDesk, { 'owner.listStaff': { rows }, ...more })

describe('员工', () => {
  itKeepsItsStates({
    page: () => <StaffPage />,
    action: 'owner.listStaff',
    desk: teaDesk,
    good: { rows },
    words: '周经理',
  })

  it('写着各人的角色，经理负责多少人，哪个是自己', async () => {
    const { screen } = await open()
    for (const words of ['沈老板（你）', '店主', '渠道经理 · 负责 12 人']) {
      expect(screen.text()).toContain(words)
    }
  })

  it('粘贴编号找到人，勾上角色再保存', async () => {
    const found = { id: NUMBER, name: '顾主管', roles: [], isSelf: false }
    const { screen, cloud } = await open({ 'owner.findMember': found, 'owner.setStaff': {} })
    expect(screen.has('粘贴编号后才能找')).toBe(true)
    await screen.type('加一位同事', `我的编号：${NUMBER} 谢谢`)
    await screen.tap('找到他')
    expect(cloud.callsOf('owner.findMember')[0]?.input).toEqual({ memberId: NUMBER })
    expect(screen.has('角色没有变')).toBe(true)
    await screen.tap('渠道主管')
    await screen.tap('保存角色')
    const input = { memberId: NUMBER, roles: ['supervisor'] }
    expect(cloud.callsOf('owner.setStaff')[0]?.input).toEqual(input)
  })

  it('编号不对，说没有找到', async () => {
    const { screen } = await open({ 'owner.findMember': refuse('NOT_FOUND') })
    await screen.type('加一位同事', NUMBER)
    await screen.tap('找到他')
    expect(screen.text()).toContain('没有找到这个人')
  })

  it('收走角色先问一句，说他负责的人会怎样', async () => {
    const { screen, cloud } = await open({ 'owner.setStaff': {} })
    await screen.tap('周经理')
    await press(screen, '.staff-role')
    await screen.tap('保存角色')
    expect(screen.text()).toContain('会变成没有负责人')
    expect(cloud.callsOf('owner.setStaff')).toEqual([])
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.setStaff')[0]?.input).toEqual({ memberId: NUMBER, roles: [] })
  })
})

describe('选几个人移交', () => {
  const people = (more: Answers = {}) =>
    openDesk(<PeoplePage />, teaDesk, {
      'owner.listDistributors': { rows: [teaDesk.person], next: null },
      'owner.listStaff': { rows },
      ...more,
    })

  it('选人、选经理、写原因；没有移成的说为什么', async () => {
    const refusal = { code: 'HAND_OVER_LEFT', message: '他已经退出，不用再安排负责人' }
    const outcomes = [{ distributorId: teaDesk.person.id, hasChanged: false, refusal }]
    const { screen, cloud } = await people({ 'owner.handOver': { outcomes } })
    expect(screen.text()).toContain('信用 B · 周* 负责')
    await screen.tap('选几个人移交')
    expect(screen.has('先选几个人')).toBe(true)
    await screen.tap('选上 梅**')
    await screen.tap('移交 1 人')
    expect(screen.has('先选一位负责人')).toBe(true)
    await screen.tap('周经理 · 12 人')
    await screen.type('原因', '他管杭州')
    await screen.tap('移交给 周经理')
    expect(cloud.callsOf('owner.handOver')[0]?.input).toEqual({
      distributorIds: [teaDesk.person.id],
      managerId: NUMBER,
      reason: '他管杭州',
    })
    expect(screen.text()).toContain('梅**：他已经退出，不用再安排负责人')
  })

  it('按信用和没有负责人找', async () => {
    const { screen, cloud } = await people()
    await screen.tap('更多条件')
    await screen.tap('C 要留意')
    await screen.tap('没有负责人')
    expect(cloud.callsOf('owner.listDistributors').at(-1)?.input).toEqual({
      credit: 'C',
      manager: 'none',
    })
  })
})

describe('信用', () => {
  const text = async (credit: Parameters<typeof CreditCard>[0]['credit']) => {
    const { screen } = await openDesk(<CreditCard credit={credit} />, teaDesk, {})
    return screen.text()
  }

  it('写着等级、分数、扣了什么、为什么，和不影响什么', async () => {
    const why = '近 6 个月客户退款占 23%（全店分销 6%），40 单里有 9 单退过'
    const said = await text({
      grade: 'B',
      points: 80,
      sinceOn: '2026-11-20',
      deductions: [{ rule: 'REFUNDS_HIGH', title: '客户退款比别人多', text: why, points: 20 }],
    })
    const words = ['信用 B', '不错', '现在 80 分', '11 月 20 日起', '−20 分', why, '不影响佣金']
    for (const word of words) expect(said).toContain(word)
  })

  it('没有扣分说没有扣分；还没评的说什么时候有', async () => {
    const good = { grade: 'A', points: 100, sinceOn: '2026-11-20', deductions: [] } as const
    expect(await text({ ...good, deductions: [] })).toContain('没有扣分')
    expect(await text(null)).toContain('过了今晚零点就有')
  })
})
