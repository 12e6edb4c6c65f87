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

  it('几笔等着时，先说一共几笔、多少钱；还有没列出来的就不说', async () => {
    const rows = [
      { ...teaDesk.payout, id: 'wd_1', amountFen: fen(1_234_567_890) },
      { ...teaDesk.payout, id: 'wd_2', amountFen: fen(10) },
    ]
    const whole = await open(teaDesk.payout, { 'owner.listWithdrawals': { rows, next: null } })
    expect(whole.screen.text()).toContain('2 笔，一共 ¥12,345,679.00')
    await closeDesk()
    const part = await open(teaDesk.payout, { 'owner.listWithdrawals': { rows, next: 'more' } })
    expect(part.screen.text()).not.toContain('笔，一共')
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
    [lostAnswer(), '结果还不知道：没有收到回应'],
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

  it('该多看一眼的，写着看到了什么', async () => {
    const { screen } = await open(teaDesk.payout)
    expect(screen.text()).toContain('第一次提现')
    expect(screen.text()).toContain('以前没有到账过的提现，这次 ¥1,286.40')
    await closeDesk()
    const other = await open(mountainDesk.payout)
    expect(other.screen.all('.payout-flag')).toEqual([])
  })

  it('税点开能看每一步', async () => {
    const { screen } = await open(teaDesk.payout)
    expect(screen.text()).toContain('劳务报酬，本月累计 ¥1,581.40，应扣 ¥156.28，已扣 ¥0.00')
    await screen.tap('梅** 的税怎么算的')
    expect(screen.text()).toContain('¥781.40 × 20%，四舍五入到分')
  })

  it('离开的人同意过不算；店里人不够，写明还缺人', async () => {
    const { screen } = await open({
      ...mountainDesk.payout,
      approvals: [{ name: '财务小何', at: 1, counts: false }],
      needsApprovals: 2,
      eligible: 1,
      blockedBy: null,
    })
    expect(screen.text()).toContain('财务小何 同意过，但已经不在岗，不算，还差 2 个人')
    expect(screen.text()).toContain('店里还缺 1 个能审的人')
  })

  it('人够的店不说缺人', async () => {
    const { screen } = await open(mountainDesk.payout)
    expect(screen.text()).not.toContain('能审的人')
  })

  it('打款中的可以问问微信，结果换在原处', async () => {
    const sent = {
      ...teaDesk.payout,
      status: 'dispatched',
      blockedBy: 'WITHDRAWAL_MOVED_ON',
    } as const
    const { screen, cloud } = await open(sent, {
      'owner.retryWithdrawal': { ...sent, status: 'paid' },
    })
    await screen.tap('再试一次 梅** 的打款')
    expect(cloud.callsOf('owner.retryWithdrawal')[0]?.input).toEqual({ withdrawalId: 'wd_tea' })
    expect(screen.all('.fy-tag').map((tag) => tag.textContent)).toContain('已到账')
  })
})

describe('批量', () => {
  const first = teaDesk.payout
  const second = { ...first, id: 'wd_two', name: '兰**', amountFen: fen(2000), netFen: fen(2000) }
  const mine = { ...first, id: 'wd_mine', name: '我', blockedBy: 'OWN_CASE' }
  const openAll = (more: Answers = {}) =>
    openDesk(<PayoutsPage />, teaDesk, {
      'owner.listWithdrawals': { rows: [first, second, mine], next: null },
      ...more,
    })

  it('全选能审的：自己的不选，确认时说人、笔数和金额', async () => {
    const approved = (row: Payout) => ({ ...row, status: 'dispatched' as const })
    const { screen, cloud } = await openAll({
      'owner.approveWithdrawals': {
        outcomes: [
          { withdrawalId: first.id, row: approved(first), refusal: null },
          {
            withdrawalId: second.id,
            row: second,
            refusal: { code: 'WITHDRAWAL_MOVED_ON', message: '这笔提现的状态已经变了，请刷新看看' },
          },
        ],
      },
    })
    await screen.tap('批量处理')
    expect(screen.has('先选几笔')).toBe(true)
    await screen.tap('全选能审的')
    expect(screen.text()).toContain('选了 2 笔')
    await screen.tap('同意 2 笔')
    expect(screen.text()).toContain('同意 2 笔提现，一共 ¥1,306.40')
    expect(screen.text()).toContain('梅**、兰**。扣掉税和手续费后到账 ¥1,149.12')
    await press(screen, '.fy-dialog-button')
    expect(cloud.callsOf('owner.approveWithdrawals')[0]?.input).toEqual({
      withdrawalIds: ['wd_tea', 'wd_two'],
    })
    expect(screen.text()).toContain('1 笔没有处理')
    expect(screen.text()).toContain('兰**：这笔提现的状态已经变了')
  })

  it('先不，就什么也不发生', async () => {
    const { screen, cloud } = await openAll()
    await screen.tap('批量处理')
    await screen.tap('选上 兰** 的提现')
    await screen.tap('同意 1 笔')
    await screen.tap('先不')
    expect(cloud.callsOf('owner.approveWithdrawals')).toEqual([])
    await screen.tap('不选了')
    expect(screen.has('同意 梅** 的提现')).toBe(true)
  })

  it('一起驳回，写一个原因', async () => {
    const rejected = (row: Payout) => ({ ...row, status: 'rejected' as const, reason: '资料不全' })
    const { screen, cloud } = await openAll({
      'owner.rejectWithdrawals': {
        outcomes: [first, second].map((row) => ({
          withdrawalId: row.id,
          row: rejected(row),
          refusal: null,
        })),
      },
    })
    await screen.tap('批量处理')
    await screen.tap('全选能审的')
    await screen.tap('驳回选上的 2 笔')
    await screen.type('原因', '资料不全')
    await screen.tap('驳回 ¥1,306.40')
    expect(cloud.callsOf('owner.rejectWithdrawals')[0]?.input).toEqual({
      withdrawalIds: ['wd_tea', 'wd_two'],
      reason: '资料不全',
    })
    expect(screen.text()).toContain('原因：资料不全')
  })
})
