// 待处理: stuck refunds and commissions set aside with the ways on, and everything else, closed with a note.
import { afterEach, describe, expect, it } from 'vitest'
import AlertsPage from '@/pages/owner/alerts'
import { lostAnswer, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { fen } from '@contract/money'
import { mountainBooks, teaBooks } from './books.data'
import { closeDesk, openDesk, press } from './desk'
import { mountainDesk, NOW, teaDesk } from './desks.data'
import type { Desk } from './desks.data'

afterEach(closeDesk)

type Books = typeof teaBooks | typeof mountainBooks
const open = (books: Books, more: Answers = {}, desk: Desk = teaDesk) =>
  openDesk(<AlertsPage />, desk, {
    'owner.listAlerts': { rows: [books.alert], next: null },
    'owner.listStuckRefunds': { rows: [books.stuck] },
    'owner.listHeld': { rows: [] },
    ...more,
  })
const NONE: Answers = {
  'owner.listAlerts': { rows: [], next: null },
  'owner.listStuckRefunds': { rows: [] },
  'owner.listHeld': { rows: [] },
}

describe('待处理', () => {
  it('什么都没有时，说什么事会出现在这里', async () => {
    const { screen } = await open(teaBooks, NONE)
    expect(screen.text()).toContain('没有要处理的')
  })

  it.each([
    ['没有角色', refuse('NOT_ALLOWED'), '没有权限'],
    ['出错', refuse('INTERNAL'), '错误编号'],
  ])('%s时说清楚', async (_label, answer, words) => {
    const { screen } = await open(teaBooks, { 'owner.listAlerts': answer })
    expect(screen.text()).toContain(words)
  })

  it('卡住的退款没有取到，其他的照样看得到，可以再试', async () => {
    const { screen, cloud } = await open(teaBooks, { 'owner.listStuckRefunds': refuse('INTERNAL') })
    expect(screen.text()).toContain('卡住的退款没有取到')
    expect(screen.text()).toContain('对不上，有 1 处')
    cloud.answer({ 'owner.listStuckRefunds': { rows: [teaBooks.stuck] } })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('¥58.00')
  })

  it('两家店：金额、原因、单号、还有谁等着', async () => {
    const tea = await open(teaBooks)
    expect(tea.screen.text()).toContain('微信已关闭')
    expect(tea.screen.text()).toContain('01HXCLOSED')
    expect(tea.screen.text()).not.toContain('个售后')
    const mountain = await open(mountainBooks, {}, mountainDesk)
    expect(mountain.screen.text()).toContain('退款异常')
    expect(mountain.screen.text()).toContain('¥123.40')
    expect(mountain.screen.text()).toContain('第 2 次')
    expect(mountain.screen.text()).toContain('还有 1 个售后，等这笔有结果再办')
  })

  it('关掉的：再退一次之前先说明不会退两次，退成就收起', async () => {
    const { screen, cloud } = await open(teaBooks, {
      'owner.retryRefund': { outcome: 'refunded' },
    })
    await screen.tap('再退一次，明前龙井')
    expect(screen.text()).toContain('不会退两次')
    cloud.answer(NONE)
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.retryRefund')[0]?.input).toEqual({ afterSaleId: 'afs_1' })
    expect(screen.text()).toContain('没有要处理的')
  })

  it('一直没退成的：说清楚系统还在试，单号不变，不用确认', async () => {
    const rows = [{ ...teaBooks.stuck, state: 'unanswered' as const }]
    const { screen, cloud } = await open(teaBooks, {
      'owner.listStuckRefunds': { rows },
      'owner.retryRefund': { outcome: 'under-way' },
    })
    expect(screen.text()).toContain('一直没退成')
    expect(screen.text()).toContain('系统还在试')
    await screen.tap('再试一次，明前龙井')
    expect(cloud.callsOf('owner.retryRefund')).toHaveLength(1)
    expect(screen.text()).toContain('微信又在退了')
  })

  it('异常的：只是问问微信，不用确认', async () => {
    const { screen, cloud } = await open(mountainBooks, {
      'owner.retryRefund': { outcome: 'stuck' },
    })
    await screen.tap('问问微信，野山菌 等 2 种')
    expect(cloud.callsOf('owner.retryRefund')).toHaveLength(1)
    expect(screen.text()).toContain('还没有退成')
  })

  it('自己的退款不能自己处理，按钮上写着', async () => {
    const rows = [{ ...teaBooks.stuck, blockedBy: 'OWN_CASE' }]
    const { screen } = await open(teaBooks, { 'owner.listStuckRefunds': { rows } })
    expect(screen.text()).toContain('不能处理自己的')
  })

  it('自己转了：写明怎么转的才记下；微信在退就不让记', async () => {
    const { screen, cloud } = await open(teaBooks, { 'owner.markRefundedByHand': {} })
    await screen.tap('明前龙井 自己转给买家了')
    expect(screen.text()).toContain('写明原因后才能提交')
    await screen.type('原因', '微信转账 58 元')
    cloud.answer({ 'owner.markRefundedByHand': refuse('REFUND_HAS_MOVED') })
    await screen.tap('已经转了 ¥58.00')
    expect(screen.text()).toContain('没有记下：微信那边还在退这笔钱')
    cloud.answer({ 'owner.markRefundedByHand': {} })
    await screen.tap('已经转了 ¥58.00')
    expect(cloud.callsOf('owner.markRefundedByHand').at(-1)?.input).toEqual({
      afterSaleId: 'afs_1',
      note: '微信转账 58 元',
    })
  })

  it('提醒：去看看到那一页；处理完了写一句话收起', async () => {
    const { screen, cloud, visits } = await open(teaBooks, { 'owner.closeAlert': {} })
    const { alert } = teaBooks
    await screen.tap(`去看看，${alert.message}`)
    expect(visits).toEqual(['navigateTo /pages/owner/reconcile-day/index?on=2026-11-20'])
    await screen.tap(`处理完了，${alert.message}`)
    await screen.type('原因', '已经补款')
    cloud.answer(NONE)
    await screen.tap('收起来')
    expect(cloud.callsOf('owner.closeAlert')[0]?.input).toEqual({
      alertId: alert.id,
      note: '已经补款',
    })
    expect(screen.has(alert.message)).toBe(false)
  })

  it('收起时没有回答：不说没收起，只说结果还不知道', async () => {
    const { screen } = await open(mountainBooks, { 'owner.closeAlert': lostAnswer() })
    await screen.tap(`处理完了，${mountainBooks.alert.message}`)
    await screen.type('原因', '看过')
    await screen.tap('收起来')
    expect(screen.text()).toContain('结果还不知道')
  })

  it('处理过的：谁、什么时候、怎么处理的', async () => {
    const { screen, cloud } = await open(teaBooks)
    const closing = { name: '小何', at: teaBooks.alert.at, note: '已经补款' }
    cloud.answer({ 'owner.listAlerts': { rows: [{ ...teaBooks.alert, closing }], next: null } })
    await screen.tap('处理过的')
    expect(screen.text()).toContain('小何 11 月 20 日 09:41：已经补款')
    expect(screen.has('处理完了')).toBe(false)
    expect(screen.has('卡住的退款')).toBe(false)
  })
})

describe('搁下的佣金', () => {
  const held = {
    id: 'ord_1',
    kind: 'accrual' as const,
    orderId: 'ord_1',
    title: '明前龙井',
    names: ['林晓梅', '何岚'],
    netFen: null,
    at: NOW,
    isRefunded: false,
    blockedBy: null,
  }
  const withHeld = (change: object = {}): Answers => ({
    ...NONE,
    'owner.listHeld': { rows: [{ ...held, ...change }] },
    'owner.decideHeld': {},
  })

  it('没算出来的：是谁的、哪一单；写明缘由再试一次', async () => {
    const { screen, cloud, visits } = await open(teaBooks, withHeld())
    expect(screen.text()).toContain('没算出来')
    expect(screen.text()).toContain('林晓梅、何岚')
    await screen.tap('看订单，明前龙井')
    expect(visits).toEqual(['navigateTo /pages/owner/order-detail/index?id=ord_1'])
    await screen.tap('再试一次，明前龙井')
    expect(screen.text()).toContain('写明原因后才能提交')
    await screen.type('原因', '补上了记录')
    cloud.answer(NONE)
    await press(screen, '.fy-sheet .fy-btn')
    expect(cloud.callsOf('owner.decideHeld')[0]?.input).toEqual({
      id: 'ord_1',
      kind: 'accrual',
      decision: 'retry',
      reason: '补上了记录',
    })
    expect(screen.text()).toContain('没有要处理的')
  })

  it('退过款的：只能记下不补，写着怎么补发', async () => {
    const { screen, cloud } = await open(teaBooks, withHeld({ isRefunded: true }))
    expect(screen.text()).toContain('用「奖励」补发')
    await screen.tap('不补了，明前龙井')
    await screen.type('原因', '已发奖励')
    await press(screen, '.fy-sheet .fy-btn')
    expect(cloud.callsOf('owner.decideHeld')[0]?.input).toMatchObject({ decision: 'drop' })
  })

  it('没结算的写着多少钱；自己的不能办；取不到时说清楚，可以再试', async () => {
    const row = { kind: 'settlement', id: 'cm:1', netFen: fen(1392), blockedBy: 'OWN_CASE' }
    const { screen, cloud } = await open(teaBooks, withHeld(row))
    expect(screen.text()).toContain('¥13.92')
    expect(screen.text()).toContain('不能处理自己的')
    const failed = await open(mountainBooks, { ...NONE, 'owner.listHeld': refuse('INTERNAL') })
    expect(failed.screen.text()).toContain('搁下的佣金没有取到')
    cloud.answer(NONE)
  })
})
