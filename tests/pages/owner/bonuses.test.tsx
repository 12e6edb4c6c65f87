// 奖励与核销: what is left of the budget, who gave what to whom, and the second pair of eyes.
import { afterEach, describe, expect, it } from 'vitest'
import BonusesPage from '@/pages/owner/bonuses'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { mountainBooks, teaBooks } from './books.data'
import type { Decision } from './books.data'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'

afterEach(closeDesk)

type Books = typeof teaBooks | typeof mountainBooks
const listOf = ({ budget }: Books, rows: Decision[], eligible = 2) => ({
  budget,
  eligible,
  decisions: { rows, next: null },
})
const open = (books: Books, decision: Decision = books.decision, more: Answers = {}, people = 2) =>
  openDesk(<BonusesPage />, books === teaBooks ? teaDesk : mountainDesk, {
    'owner.listMoneyDecisions': listOf(books, [decision], people),
    ...more,
  })

describe('奖励与核销', () => {
  itKeepsItsStates({
    page: () => <BonusesPage />,
    action: 'owner.listMoneyDecisions',
    desk: teaDesk,
    good: listOf(teaBooks, [teaBooks.decision]),
    words: '¥3,712.00',
    empty: { answer: listOf(teaBooks, []), words: '还没有发过奖励' },
  })

  it('两家店：预算、发了多少、给谁、为什么', async () => {
    const tea = await open(teaBooks)
    for (const words of ['11 月还能发¥3,712.00', '梅**', '¥88.00', '理由：十月第一', '已办']) {
      expect(tea.screen.text()).toContain(words)
    }
    const mountain = await open(mountainBooks)
    for (const words of ['10 月还能发¥189.00', '赵**', '¥1,234.00', '核销欠款', '等复核']) {
      expect(mountain.screen.text()).toContain(words)
    }
  })

  it.each([
    ['FOUR_EYES', 2, '你提的，等别人同意'],
    ['FOUR_EYES', 1, '你提的，等别人同意'],
    ['OWN_CASE', 2, '不能审自己的'],
  ])('不能同意时（%s，%i 人），按钮上写着为什么', async (blockedBy, people, words) => {
    const decision = { ...mountainBooks.decision, blockedBy }
    const { screen, cloud } = await open(mountainBooks, decision, {}, people)
    await screen.tap(words)
    expect(cloud.callsOf('owner.approveMoneyDecision')).toEqual([])
    expect(screen.has('店里只有你能审批')).toBe(people < 2)
  })

  it('同意前说出金额和人；同意之后换成新的', async () => {
    const { screen, cloud } = await open(mountainBooks, undefined, {
      'owner.approveMoneyDecision': { ...mountainBooks.decision, status: 'done' },
    })
    await screen.tap('同意给 赵** 的')
    expect(screen.text()).toContain('同意核销欠款 赵** ¥1,234.00')
    cloud.answer({
      'owner.listMoneyDecisions': listOf(mountainBooks, [
        { ...mountainBooks.decision, status: 'done' },
      ]),
    })
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.approveMoneyDecision')[0]?.input).toEqual({ decisionId: 'mdc_2' })
    expect(screen.has('同意给 赵** 的')).toBe(false)
  })

  it('驳回写明原因；没成功时原因留在页上', async () => {
    const { screen, cloud } = await open(mountainBooks, undefined, {
      'owner.rejectMoneyDecision': refuse('DECISION_MOVED_ON'),
    })
    await screen.tap('驳回给 赵** 的')
    await screen.type('原因', '先再联系一次')
    await press(screen, '.fy-sheet .fy-btn')
    expect(cloud.callsOf('owner.rejectMoneyDecision')[0]?.input).toEqual({
      decisionId: 'mdc_2',
      reason: '先再联系一次',
    })
    expect(screen.text()).toContain('没有驳回：这笔已经有结果了')
  })

  it('改预算：填金额和理由；财务没有这个按钮', async () => {
    const { screen, cloud } = await open(teaBooks, undefined, {
      'owner.setIncentiveBudget': teaBooks.budget,
    })
    await screen.tap('改预算')
    await screen.type('一共可以发多少', '6000')
    await screen.type('原因', '双十二')
    await screen.tap('定为 ¥6,000.00')
    expect(cloud.callsOf('owner.setIncentiveBudget')[0]?.input).toEqual({
      budgetFen: 600_000,
      reason: '双十二',
    })
    const session = { ...teaDesk.session, roles: ['shopper', 'finance'] as const }
    const finance = { ...teaDesk, session: { ...session, roles: [...session.roles] } }
    const asFinance = await openDesk(<BonusesPage />, finance, {
      'owner.listMoneyDecisions': listOf(teaBooks, [teaBooks.decision]),
    })
    expect(asFinance.screen.has('改预算')).toBe(false)
  })
})
