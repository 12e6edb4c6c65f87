// 提现记录: each state with what happens next; taking the money asks WeChat, then the server.
import { afterEach, describe, expect, it } from 'vitest'
import type { Verdict } from '@/api/platform'
import WithdrawalsPage from '@/pages/distributor/withdrawals'
import { never, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { at, pottery, tea } from './shops.data'
import { goHome, visit } from './visit'

afterEach(goHome)

const waiting = tea.withdrawals.rows[0]!
const arrived = { ...waiting, status: 'paid' as const, paidAt: at('2026-11-20 10:00') }
const params = { mchId: '1900', appId: 'wx01', package: 'affp=1' }

/** The person's phone, with what WeChat's sheet says. */
async function receive(verdict: Verdict, answers: Answers) {
  const shown: { params: unknown; amountFen: number }[] = []
  const screen = await visit(<WithdrawalsPage />, tea, {
    answers: { 'distributor.confirmWithdrawal': params, ...answers },
    phone: {
      requestMerchantTransfer: (asked, amountFen) => {
        shown.push({ params: asked, amountFen })
        return Promise.resolve(verdict)
      },
    },
  })
  screen.all('button')[0]?.click()
  await screen.settle()
  return { ...screen, shown }
}

describe('提现记录', () => {
  it('待你收款和已到账：金额、税和接下来怎样', async () => {
    const screen = await visit(<WithdrawalsPage />, tea)
    const [first, second] = screen.all('.wds-row').map((row) => row.textContent)
    expect(first).toContain('¥300.00待你收款11 月 19 日 · 到账 ¥300.00，税 ¥0.00')
    expect(first).toContain('24 小时内没收会退回可提现')
    expect(second).toContain('¥1,800.00已到账10 月 25 日 · 到账 ¥1,600.00，税 ¥200.00')
    expect(second).toContain('10 月 25 日 15:30 到了微信零钱')
  })

  it('审核中是预计，打款中可以刷新，驳回写明原因且不说到账', async () => {
    const screen = await visit(<WithdrawalsPage />, pottery)
    const [asked, onWay, refused] = screen.all('.wds-row').map((row) => row.textContent)
    expect(asked).toContain('¥88.00审核中6 月 2 日 · 预计到账 ¥86.00，税 ¥0.00，手续费 ¥2.00')
    expect(onWay).toContain('打款中')
    expect(onWay).toContain('刷新')
    expect(refused).toContain('已驳回')
    expect(refused).toContain('店里没有同意：收货地址要再核对。钱已退回可提现')
    expect(refused).not.toContain('到账')
  })

  it('确认收款：用到账金额打开微信，再问服务器，才说已到账', async () => {
    const screen = await receive('done', { 'distributor.checkWithdrawal': arrived })
    expect(screen.shown).toEqual([{ params, amountFen: 30000 }])
    expect(screen.text()).toContain('11 月 20 日 10:00 到了微信零钱')
    expect(screen.has('确认收款')).toBe(false)
  })

  it('微信没说结果时也问服务器；还没定就照实说', async () => {
    const screen = await receive('unknown', { 'distributor.checkWithdrawal': waiting })
    expect(screen.cloud.callsOf('distributor.checkWithdrawal')).toHaveLength(1)
    expect(screen.text()).toContain('微信还没有说结果')
    expect(screen.text()).not.toContain('11 月 20 日 10:00')
  })

  it('自己取消的不算收', async () => {
    const screen = await receive('cancelled', {})
    expect(screen.cloud.callsOf('distributor.checkWithdrawal')).toEqual([])
    expect(screen.text()).toContain('还没有收，钱给你留着')
    expect(screen.has('确认收款')).toBe(true)
  })

  it('不能收时原因写在那一行', async () => {
    const screen = await receive('done', {
      'distributor.confirmWithdrawal': refuse('WITHDRAWAL_NOT_CONFIRMABLE'),
    })
    expect(screen.shown).toEqual([])
    expect(screen.text()).toContain('这笔提现现在不需要确认收款')
  })

  it('打款中刷新一次，就知道到没到', async () => {
    const screen = await visit(<WithdrawalsPage />, pottery, {
      answers: {
        'distributor.checkWithdrawal': { ...pottery.withdrawals.rows[1]!, status: 'returned' },
      },
    })
    await screen.tap('刷新')
    expect(screen.text()).toContain('已退回')
    expect(screen.has('刷新')).toBe(false)
  })

  it('还没提过现时带去钱包', async () => {
    const screen = await visit(<WithdrawalsPage />, tea, {
      answers: { 'distributor.listWithdrawals': { rows: [], next: null } },
    })
    await screen.tap('看看钱包')
    expect(visits).toEqual(['navigateTo /pages/distributor/wallet/index'])
  })

  it('等着时不编数字，出错时可以重试', async () => {
    const loading = await visit(<WithdrawalsPage />, tea, {
      answers: { 'distributor.listWithdrawals': never },
    })
    expect(loading.text()).not.toContain('¥')
    await goHome()
    const failed = await visit(<WithdrawalsPage />, tea, {
      answers: { 'distributor.listWithdrawals': refuse('INTERNAL') },
    })
    failed.cloud.answer({ 'distributor.listWithdrawals': tea.withdrawals })
    await failed.tap('再试一次')
    expect(failed.text()).toContain('¥300.00')
  })
})
