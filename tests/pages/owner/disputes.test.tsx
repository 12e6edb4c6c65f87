// 顾客争议 on the desk: what can be decided, the records side by side, both sides' words, and the decision with a reason.
import { afterEach, describe, expect, it } from 'vitest'
import type { Api } from '@contract/api'
import { fen } from '@contract/money'
import { DAY_MS } from '@contract/time'
import { decisionsOf } from '@/features/owner/decision-list'
import DisputePage from '@/pages/owner/dispute'
import DisputesPage from '@/pages/owner/disputes'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'

afterEach(closeDesk)

type Dispute = Api['owner.getDispute']['output']
type Row = Api['owner.listDisputes']['output']['rows'][number]

const at = (on: string) => Date.parse(`${on}T09:41:00+08:00`)

const row: Row = {
  id: 'dsp_1',
  status: 'answered',
  customerName: '于小满',
  claimantName: '林晓梅',
  holderName: '何岚',
  raisedAt: at('2026-11-18'),
  answerBy: at('2026-11-21'),
  endedAt: null,
  isRipe: true,
}
const waiting: Row = {
  ...row,
  ...{ id: 'dsp_2', status: 'raised', customerName: '温知秋', isRipe: false },
}
const dispute: Dispute = {
  ...row,
  claim: { words: '茶会上就说好了', pictures: ['cloud://a.jpg'], at: at('2026-11-18') },
  answer: {
    stance: 'keep',
    words: '一直是我在照应',
    pictures: ['cloud://b.jpg'],
    at: at('2026-11-19'),
  },
  decision: null,
  customer: { id: 'mbr_yu', cameAt: at('2026-09-03'), nowName: '何岚', now: 'holder' },
  claimant: {
    id: 'dst_mei',
    name: '林晓梅',
    firstVisitAt: at('2026-09-03'),
    firstChannel: 'poster',
    shares: 3,
    orders: 0,
    paidFen: fen(0),
    lastPaidAt: null,
    isReady: true,
  },
  holder: {
    id: 'dst_lan',
    name: '何岚',
    firstVisitAt: at('2026-09-05'),
    firstChannel: 'friend',
    shares: 1,
    orders: 2,
    paidFen: fen(128640),
    lastPaidAt: at('2026-11-10'),
    isReady: true,
  },
  others: [],
}
const openOne = (of: Dispute | Error = dispute, answers: Answers = {}, desk = teaDesk) =>
  openDesk(
    <DisputePage />,
    desk,
    { 'owner.getDispute': of, 'owner.decideDispute': {}, ...answers },
    { id: 'dsp_1' },
  )

describe('争议的名单', () => {
  itKeepsItsStates({
    page: () => <DisputesPage />,
    action: 'owner.listDisputes',
    desk: teaDesk,
    good: { rows: [row], next: null },
    words: '于小满',
    empty: { answer: { rows: [], next: null }, words: '没有等裁定的争议' },
  })

  it('可以裁定的标出来，别的写等到什么时候；了结的另外一栏', async () => {
    const { screen, cloud, visits } = await openDesk(<DisputesPage />, teaDesk, {
      'owner.listDisputes': ({ isOpen }) =>
        isOpen
          ? { rows: [row, waiting], next: null }
          : {
              rows: [{ ...row, id: 'dsp_3', status: 'dismissed', endedAt: at('2026-11-20') }],
              next: null,
            },
    })
    for (const words of [
      ...['可以裁定', '林晓梅 提出，归 何岚', '对方已回应'],
      ...['等对方回应', '等到 11 月 21 日 09:41'],
    ]) {
      expect(screen.text()).toContain(words)
    }
    await screen.tap('已了结')
    await screen.settle()
    expect(cloud.callsOf('owner.listDisputes').at(-1)?.input).toMatchObject({ isOpen: false })
    expect(screen.text()).toContain('维持原样')
    expect(screen.text()).toContain('11 月 20 日了结')
    await screen.tap('维持原样')
    expect(visits).toEqual(['navigateTo /pages/owner/dispute/index?id=dsp_3'])
  })
})

describe('一件争议', () => {
  itKeepsItsStates({
    page: () => <DisputePage />,
    action: 'owner.getDispute',
    desk: teaDesk,
    good: dispute,
    words: '茶会上就说好了',
    params: { id: 'dsp_1' },
  })

  it('记录一左一右：第一次打开、渠道、分享数、订单、付了多少、最近一次', async () => {
    const { screen } = await openOne()
    const told = screen.text()
    for (const words of [
      '现在是 何岚 的顾客',
      '9 月 3 日第一次来',
      '第一次打开他的分享9 月 3 日打开海报9 月 5 日打开好友分享',
      '打开过几个分享3 个1 个',
      '记给他的订单0 单付了 ¥0.002 单付了 ¥1,286.40',
      '最近一次买没有11 月 10 日',
      '认为该归自己',
    ]) {
      expect(told).toContain(words)
    }
    expect(screen.has('看林晓梅的第 1 张图片')).toBe(true)
    expect(screen.has('看何岚的第 1 张图片')).toBe(true)
  })

  it('另一家店是另外的人和数', async () => {
    const other: Dispute = {
      ...dispute,
      customerName: '阮青',
      claimantName: '苏一禾',
      claimant: { ...dispute.claimant, name: '苏一禾', paidFen: fen(7650), orders: 4 },
    }
    const { screen } = await openOne(other, {}, mountainDesk)
    expect(screen.text()).toContain('4 单付了 ¥76.50')
    expect(screen.text()).not.toContain('林晓梅')
    expect(screen.text()).not.toContain('于小满')
  })

  it('去看两个人、看这位顾客的归属记录、看别人也提的', async () => {
    const others = [{ id: 'dsp_7', claimantName: '苏婷' }]
    const { screen, visits, cloud } = await openOne(
      { ...dispute, others },
      { 'owner.getCustomerHistory': { rows: [], next: null } },
    )
    await screen.tap('看 林晓梅')
    await screen.tap('看 何岚')
    await screen.tap('苏婷 提出的')
    expect(visits).toEqual([
      'navigateTo /pages/owner/person/index?id=dst_mei',
      'navigateTo /pages/owner/person/index?id=dst_lan',
      'navigateTo /pages/owner/dispute/index?id=dsp_7',
    ])
    await screen.tap('看归属记录')
    await screen.settle()
    expect(screen.text()).toContain('于小满 的归属记录')
    expect(cloud.callsOf('owner.getCustomerHistory')[0]?.input).toEqual({ memberId: 'mbr_yu' })
  })

  it.each([
    ['nobody', null, '现在谁的顾客都不是'],
    ['third', '苏婷', '现在是 苏婷 的顾客'],
  ] as const)('现在归谁：%s', async (now, nowName, words) => {
    const { screen } = await openOne({
      ...dispute,
      customer: { ...dispute.customer, now, nowName },
    })
    expect(screen.text()).toContain(words)
  })

  it('和自己有关：请别人裁定，不给再试', async () => {
    const { screen, visits } = await openOne(refuse('OWN_CASE'))
    expect(screen.text()).toContain('这件事和你自己有关')
    expect(screen.has('再试一次')).toBe(false)
    await screen.tap('看别的争议')
    expect(visits).toEqual(['navigateTo /pages/owner/disputes/index'])
  })

  it('没有找到', async () => {
    const { screen } = await openOne(refuse('DISPUTE_UNKNOWN'))
    expect(screen.text()).toContain('没有找到这件争议')
  })
})

describe('裁定', () => {
  const openSheet = async (of: Dispute = dispute, answers: Answers = {}) => {
    const desk = await openOne(of, answers)
    await press(desk.screen, '.fy-bottom .fy-btn')
    await desk.screen.settle(40)
    return desk
  }
  const decide = async ({ screen }: Awaited<ReturnType<typeof openSheet>>) => {
    await press(screen, '.fy-sheet-foot .fy-btn', 0)
    await press(screen, '.fy-dialog-button')
    await screen.settle()
  }

  it('划给提出方：说明以后和已下的订单，要选、要写原因、要确认', async () => {
    const desk = await openSheet()
    const { screen, cloud } = desk
    expect(screen.text()).toContain('从下一单起记给 林晓梅，已经下的单不变。')
    expect(screen.has('先选一种')).toBe(true)
    await screen.tap('划给 林晓梅')
    expect(screen.has('写明原因后才能提交')).toBe(true)
    await screen.type('原因', '第一次打开在先')
    await press(screen, '.fy-sheet-foot .fy-btn', 0)
    expect(screen.text()).toContain('把 于小满 划给 林晓梅？')
    expect(cloud.callsOf('owner.decideDispute')).toEqual([])
    const decision = { name: '梁掌柜', reason: '第一次打开在先', isMoved: true }
    cloud.answer({
      'owner.getDispute': { ...dispute, status: 'upheld', decision, endedAt: at('2026-11-20') },
    })
    await press(screen, '.fy-dialog-button')
    await screen.settle()
    expect(cloud.callsOf('owner.decideDispute').map(({ input }) => input)).toEqual([
      { disputeId: 'dsp_1', outcome: 'upheld', reason: '第一次打开在先' },
    ])
    expect(screen.text()).toContain('划给了 林晓梅')
    expect(screen.text()).toContain('梁掌柜 裁定')
    expect(screen.all('.fy-bottom')).toEqual([])
  })

  it.each([
    ['DISPUTE_UNHEARD', { until: '2026-11-21 09:41' }, '对方还没有回应，2026-11-21 09:41 之后'],
    ['DISPUTE_HOLDER_CHANGED', {}, '后来又归了第三个人'],
    ['MOVE_TARGET_UNSIGNED', {}, '还没有签现在的协议'],
    ['OWN_CASE', {}, '不能处理自己的事'],
  ] as const)('没有裁定成：%s 说为什么，写的都还在', async (code, facts, words) => {
    const desk = await openSheet(dispute, { 'owner.decideDispute': refuse(code, facts) })
    await desk.screen.tap('维持原样')
    await desk.screen.type('原因', '记录在先')
    await decide(desk)
    expect(desk.screen.text()).toContain('没有裁定成')
    expect(desk.screen.text()).toContain(words)
    expect((desk.screen.all('textarea')[0] as HTMLTextAreaElement).value).toBe('记录在先')
  })

  it('接不了顾客、已经归了第三个人：选之前就写明', async () => {
    const lapsed = { ...dispute, claimant: { ...dispute.claimant, isReady: false } }
    const first = await openSheet(lapsed)
    expect(first.screen.text()).toContain('他现在接不了顾客')
    await closeDesk()
    const third = { ...dispute.customer, now: 'third', nowName: '苏婷' } as const
    const second = await openSheet({ ...dispute, customer: third })
    expect(second.screen.text()).toContain('他后来又归了第三个人，不能按这件划走')
  })

  it('没听过对方的话不能裁定，按钮写到什么时候', async () => {
    const { screen } = await openOne({
      ...dispute,
      ...{ status: 'raised', answer: null, isRipe: false, answerBy: Date.now() + DAY_MS },
    })
    expect(screen.text()).toContain('后可以裁定，先等对方回应')
    expect(screen.text()).toContain('还没有回应，等到')
  })
})

describe('看板', () => {
  it('有没了结的争议，店主看得到；别的同事不列', () => {
    const dashboard = { ...teaDesk.dashboard, disputes: 3 }
    const mine = decisionsOf(dashboard, true).find(({ key }) => key === 'disputes')
    expect(mine).toMatchObject({
      title: '3 件顾客争议还没有结果',
      to: '/pages/owner/disputes/index',
    })
    expect(decisionsOf(dashboard, false).some(({ key }) => key === 'disputes')).toBe(false)
    const none = decisionsOf(teaDesk.dashboard, true)
    expect(none.some(({ key }) => key === 'disputes')).toBe(false)
  })
})
