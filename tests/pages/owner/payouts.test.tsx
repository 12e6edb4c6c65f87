// 提现审核: what is asked, what arrives, who agreed, and why a button cannot be used.
import { fen } from '@contract/money'
import { afterEach, describe, expect, it } from 'vitest'
import PayoutsPage from '@/pages/owner/payouts'
import { lostAnswer, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'
import type { Payout } from './desks.data'

afterEach(closeDesk)

const open = (payout: Payout, more: Answers = {}) =>
  openDesk(<PayoutsPage />, teaDesk, {
    'owner.listWithdrawals': { rows: [payout], next: null },
    ...more,
  })

describe('提现审核', () => {
  itKeepsItsStates({
    page: () => <PayoutsPage />,
    action: 'owner.listWithdrawals',
    desk: teaDesk,
    good: { rows: [teaDesk.payout], next: null },
    words: '梅**',
    empty: { answer: { rows: [], next: null }, words: '没有等审核的提现' },
  })

  it.each([
    ['茶与礼', teaDesk.payout, ['¥1,286.40', '−¥156.28', '−¥1.00', '¥1,129.12', '还没有人同意']],
    [
      '山里货',
      mountainDesk.payout,
      ['¥2,600.50', '−¥360.10', '¥0.00', '¥2,240.40', '财务小何 同意了，还差 1 个人'],
    ],
  ])('%s：金额、税、手续费、到账都写明', async (_name, payout, words) => {
    const { screen } = await open(payout)
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it.each([
    ['FOUR_EYES', '你同意过了，等另一人'],
    ['OWN_CASE', '自己的提现要别人来审'],
  ])('不能同意时（%s），按钮上写着为什么', async (blockedBy, words) => {
    const { screen, cloud } = await open({ ...mountainDesk.payout, blockedBy })
    await screen.tap(words)
    expect(screen.has('先不')).toBe(false)
    expect(cloud.callsOf('owner.approveWithdrawal')).toEqual([])
  })

  it('同意前说出金额和人，先不就什么也不发生', async () => {
    const { screen, cloud } = await open(teaDesk.payout)
    await screen.tap('同意 梅** 的提现')
    expect(screen.text()).toContain('同意 梅** 提现 ¥1,286.40')
    expect(screen.text()).toContain('到账 ¥1,129.12。同意后马上打款，不能撤回。')
    await screen.tap('先不')
    expect(cloud.callsOf('owner.approveWithdrawal')).toEqual([])
  })

  it('同意后，那一笔换成新的状态', async () => {
    const { screen, cloud } = await open(teaDesk.payout, {
      'owner.approveWithdrawal': {
        ...teaDesk.payout,
        status: 'dispatched',
        approvals: [{ name: '店主', at: 1, counts: true }],
        blockedBy: 'WITHDRAWAL_MOVED_ON',
      },
    })
    await screen.tap('同意 梅** 的提现')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.approveWithdrawal')[0]?.input).toEqual({ withdrawalId: 'wd_tea' })
    expect(screen.all('.fy-tag').map((tag) => tag.textContent)).toContain('打款中')
    expect(screen.text()).toContain('店主 同意了')
  })

  it.each([
    [refuse('WITHDRAWAL_MOVED_ON'), '没有同意成功：这笔提现的状态已经变了'],
    [lostAnswer(), '结果还不知道：服务器没有回应'],
  ])('没有同意成功时，原因留在页上', async (answer, words) => {
    const { screen } = await open(teaDesk.payout, { 'owner.approveWithdrawal': answer })
    await screen.tap('同意 梅** 的提现')
    await press(screen, '.fy-dialog-button')
    expect(screen.text()).toContain(words)
  })

  it('驳回要写原因', async () => {
    const { screen, cloud } = await open(teaDesk.payout, {
      'owner.rejectWithdrawal': { ...teaDesk.payout, status: 'rejected', reason: '资料不全' },
    })
    await screen.tap('驳回 梅** 的提现')
    expect(screen.has('写明原因后才能提交')).toBe(true)
    await screen.type('原因', '资料不全')
    await screen.tap('驳回 ¥1,286.40')
    expect(cloud.callsOf('owner.rejectWithdrawal')[0]?.input).toEqual({
      withdrawalId: 'wd_tea',
      reason: '资料不全',
    })
    expect(screen.text()).toContain('原因：资料不全')
  })

  it('换到别的状态，重新问', async () => {
    const { screen, cloud } = await open({ ...teaDesk.payout, amountFen: fen(1) })
    await screen.tap('已到账')
    expect(cloud.callsOf('owner.listWithdrawals').at(-1)?.input).toEqual({ status: 'paid' })
  })
})
