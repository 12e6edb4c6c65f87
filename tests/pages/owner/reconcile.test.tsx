// 对账: each day in one word, three sides in one table, every difference with its cause and what was said.
import { afterEach, describe, expect, it } from 'vitest'
import ReconcileDayPage from '@/pages/owner/reconcile-day'
import ReconcilePage from '@/pages/owner/reconcile'
import { lostAnswer, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { mountainBooks, teaBooks } from './books.data'
import { closeDesk, itKeepsItsStates, openDesk } from './desk'
import { mountainDesk, teaDesk } from './desks.data'

afterEach(closeDesk)

const listOf = (books: typeof teaBooks | typeof mountainBooks) => ({
  days: { rows: [...books.days], next: null },
  audit: books.audit,
})
const dayOf = (books: typeof teaBooks | typeof mountainBooks) => ({
  day: books.days[0],
  differences: { rows: [...books.differences], next: null },
})

describe('对账', () => {
  itKeepsItsStates({
    page: () => <ReconcilePage />,
    action: 'owner.listReconciledDays',
    desk: teaDesk,
    good: listOf(teaBooks),
    words: '11 月 20 日',
    empty: { answer: { days: { rows: [], next: null }, audit: null }, words: '还没有对过账' },
  })

  it('哪天不符、几处、动了多少钱；昨夜核账的结果在最上面', async () => {
    const { screen, visits } = await openDesk(<ReconcilePage />, teaDesk, {
      'owner.listReconciledDays': listOf(teaBooks),
    })
    expect(screen.text()).toContain('11 月 21 日夜里核账：全部核对一致，3126 条分录')
    expect(screen.text()).toContain('11 月 20 日收款 ¥401.00退款 ¥58.001 处不符')
    expect(screen.text()).toContain('11 月 19 日收款 ¥400.00退款 ¥58.00一致')
    await screen.tap('11 月 20 日')
    expect(visits).toEqual(['navigateTo /pages/owner/reconcile-day/index?on=2026-11-20'])
  })

  it('另一家店：账本不一致，说出第一处；差异理清的写已理清', async () => {
    const { screen } = await openDesk(<ReconcilePage />, mountainDesk, {
      'owner.listReconciledDays': listOf(mountainBooks),
    })
    expect(screen.text()).toContain('wallets/dst_9 可提现')
    expect(screen.text()).toContain('10 月 8 日收款 ¥1,234.56已理清')
    expect(screen.text()).not.toContain('退款')
  })
})

describe('对账的一天', () => {
  itKeepsItsStates({
    page: () => <ReconcileDayPage />,
    action: 'owner.getReconciledDay',
    desk: teaDesk,
    good: dayOf(teaBooks),
    words: '有 1 处对不上',
    params: { on: '2026-11-20' },
    empty: {
      answer: { day: teaBooks.days[1], differences: { rows: [], next: null } },
      words: '三边一致，一分不差',
    },
  })

  const open = (books: typeof teaBooks | typeof mountainBooks, more: Answers = {}) => {
    const answers = { 'owner.getReconciledDay': dayOf(books), ...more }
    return openDesk(<ReconcileDayPage />, teaDesk, answers, { on: books.days[0].on })
  }

  it('三列摆在一起，不一样的那一格标出来', async () => {
    const { screen } = await open(teaBooks)
    expect(screen.text()).toContain('收款¥400.003 笔¥400.003 笔¥401.003 笔')
    expect(screen.all('.books-tally-off').map((cell) => cell.textContent)).toEqual(['¥401.003 笔'])
    expect(screen.text()).toContain('付款金额和订单不一样')
    expect(screen.text()).toContain('店里 ¥116.00，微信 ¥117.00')
  })

  it('另一家店：写过的说明看得见，谁写的、什么时候', async () => {
    const { screen } = await open(mountainBooks)
    expect(screen.text()).toContain('微信已经退款，售后还没有记成已退')
    expect(screen.text()).toContain('小何 11 月 20 日 09:41：已经补记')
    expect(screen.text()).toContain('已了结')
    expect(screen.has('看订单')).toBe(false)
  })

  it('写说明：不写不能提交；选了结就按了结记下', async () => {
    const { screen, cloud } = await open(teaBooks, {
      'owner.noteDifference': { ...teaBooks.differences[0], state: 'closed', note: '已补款' },
    })
    await screen.tap('写说明，付款金额和订单不一样')
    expect(screen.text()).toContain('写明原因后才能提交')
    await screen.tap('了结')
    await screen.type('原因', '已补款')
    await screen.tap('记下')
    expect(cloud.callsOf('owner.noteDifference')[0]?.input).toEqual({
      differenceId: teaBooks.differences[0].id,
      state: 'closed',
      note: '已补款',
    })
    expect(cloud.callsOf('owner.getReconciledDay')).toHaveLength(2)
  })

  it.each([
    [refuse('DIFFERENCE_CLEARED'), '没有记下：这处已经对上了，不用再处理'],
    [lostAnswer(), '结果还不知道'],
  ])('没有记下时，原因留在页上', async (answer, words) => {
    const { screen } = await open(teaBooks, { 'owner.noteDifference': answer })
    await screen.tap('写说明，付款金额和订单不一样')
    await screen.type('原因', '看看')
    await screen.tap('记下')
    expect(screen.text()).toContain(words)
  })

  it('再对一次：对完换成新的；账单没出来就说清楚', async () => {
    const { screen, cloud } = await open(teaBooks, { 'owner.reconcileDay': teaBooks.days[1] })
    cloud.answer({ 'owner.getReconciledDay': { ...dayOf(teaBooks), day: teaBooks.days[1] } })
    await screen.tap('再对一次')
    expect(cloud.callsOf('owner.reconcileDay')[0]?.input).toEqual({ on: '2026-11-20' })
    expect(screen.text()).toContain('三边一致，一分不差')
    cloud.answer({ 'owner.reconcileDay': refuse('BILL_NOT_READY') })
    await screen.tap('再对一次')
    expect(screen.text()).toContain('没有对成：微信的账单还没有出来')
  })

  it('看订单：去那笔订单', async () => {
    const { screen, visits } = await open(teaBooks)
    await screen.tap('看订单 01HX')
    expect(visits).toEqual(['navigateTo /pages/owner/order-detail/index?id=ord_01HX'])
  })
})
