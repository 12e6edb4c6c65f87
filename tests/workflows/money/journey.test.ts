// 钱走的一整条路: shared, bought, noticed, received, settled, withdrawn, partly refunded; every figure by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineOf } from '../trade/open-trade'
import { openMoney, type Money } from './open-money'

let money: Money
let first: string
let withdrawalId: string

beforeAll(async () => {
  money = await openMoney()
})
afterAll(() => money.world.stop())

describe('一笔分享带来的钱', () => {
  it('经分享进店的顾客归小梅', async () => {
    const opened = await money.shopper.call('mall.openShare', { shareCode: money.shareCode })
    expect(opened).toEqual({
      target: { kind: 'product', productId: money.tea.productId },
      sharerName: '林晓梅',
      isBound: true,
      // The shop was laid out with this share opened once already.
      isRepeat: true,
      isTargetGone: false,
      gone: null,
    })
  })

  it('付款通知到了就入账，小梅和何岚马上看到待结算', async () => {
    first = await money.buyTeaAndPot()
    await money.deliver('payment', 2)
    // 11600 × 12 % = 600 + 792; × 5 % = 250 + 330.
    expect(money.order(first)).toMatchObject({ status: 'paid', payableFen: 11600 })
    expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 1392, availableFen: 0 })
    expect(money.wallet(money.lan)).toMatchObject({ pendingFen: 580, availableFen: 0 })
    money.world.audit()
  })

  it('每一笔佣金都讲得清怎么来的', async () => {
    const { rows } = await money.mei.call('distributor.listCommissions', {})
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ level: 1, netFen: 1392, status: 'pending', settleAt: null })
    const commissionId = rows[0]?.id ?? ''
    const shown = await money.mei.call('distributor.getCommission', { commissionId })
    expect(shown).toMatchObject({ tier: 'silver', planVersion: '2026-11', orderId: first })
    expect(shown.lines.map((line) => line.amountFen)).toEqual([600, 792])
    const steps = shown.lines[0]?.steps.map((step) => step.step)
    expect(steps).toEqual(['base', 'rule', 'tier-bonus', 'amount', 'cap'])
    expect(await money.lan.refusal('distributor.getCommission', { commissionId })).toBe('NOT_FOUND')
  })

  it('收货、过了冻结期和售后期，变成可提现', async () => {
    await money.world.runTimer()
    expect(money.order(first).accrual).toBe('done')
    await money.receive(first)
    await money.world.passDays(6)
    expect(money.wallet(money.mei).availableFen).toBe(0)
    await money.world.passDays(1)
    expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 0, availableFen: 1392 })
    expect(money.wallet(money.lan)).toMatchObject({ pendingFen: 0, availableFen: 580 })
    money.world.audit()
  })

  it('提现要店主同意、本人确认，到账后账对得上', async () => {
    withdrawalId = await money.withdraw(1000)
    expect(money.withdrawal(withdrawalId)).toMatchObject({ status: 'paid', netFen: 1000 })
    expect(money.wallet(money.mei)).toMatchObject({
      availableFen: 392,
      withdrawingFen: 0,
      paidFen: 1000,
      earnedFen: 1392,
    })
    const { movements } = await money.mei.call('distributor.getWallet', {})
    expect(movements.rows.map((row) => row.code).sort()).toEqual([
      'COMMISSION_ACCRUED',
      'COMMISSION_SETTLED',
      'WITHDRAWAL_PAID',
      'WITHDRAWAL_REQUESTED',
    ])
    money.world.audit()
  })

  it('第二位顾客结算前退一部分，佣金精确地缩小', async () => {
    const { world } = money
    const second = world.as('fang')
    await second.call('mall.openShare', { shareCode: money.shareCode })
    const orderId = await money.buy(second, [lineOf(money.tea, 0, 2), lineOf(money.pot, 0, 1)])
    await money.deliver('payment')
    expect(money.wallet(money.mei).pendingFen).toBe(1992)
    const { afterSaleId } = await second.call('mall.applyAfterSale', {
      orderId,
      kind: 'refund-only',
      lines: [{ line: 1, quantity: 1 }],
      reason: '买多了',
    })
    await money.owner.call('owner.approveAfterSale', { afterSaleId })
    await money.deliver('refund')
    expect(money.afterSale(afterSaleId)).toMatchObject({ status: 'refunded', refundFen: 5000 })
    expect(money.commissionOf(money.mei, orderId)).toMatchObject({ netFen: 1392, reversedFen: 600 })
    expect(money.commissionOf(money.lan, orderId)).toMatchObject({ netFen: 580, reversedFen: 250 })
    money.world.audit()
  })

  it('店主看到的和账本一分不差', async () => {
    const { totals, distributors } = await money.owner.call('owner.listEarnings', {})
    expect(totals).toMatchObject({ earnedFen: 3944, paidFen: 1000, pendingFen: 1972 })
    expect(distributors.rows.map((row) => [row.name, row.wallet.earnedFen])).toEqual([
      ['林晓梅', 2784],
      ['何岚', 1160],
    ])
  })
})
