// 退款: commissions shrink to the fen, before and after settlement, and what was spent already becomes a debt.
import { describe, expect, it } from 'vitest'
import { lineOf } from '../trade/open-trade'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money

startEachTest((opened) => (money = opened))

const TEA = [{ line: 1, quantity: 1 }]
const POT = [{ line: 2, quantity: 1 }]

describe('退款', () => {
  it('结算前退一部分：佣金按剩下的钱重算', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    const afterSaleId = await money.refund(orderId, TEA)
    expect(money.order(orderId)).toMatchObject({ status: 'paid', refundedFen: 5000 })
    expect(money.afterSale(afterSaleId)).toMatchObject({ status: 'refunded', refundFen: 5000 })
    expect(money.commissionOf(money.mei, orderId)).toMatchObject({ netFen: 792, reversedFen: 600 })
    expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 792, earnedFen: 792 })
    expect(money.wallet(money.lan)).toMatchObject({ pendingFen: 330, earnedFen: 330 })
  })

  it('分几次全退完：订单关闭，佣金归零，库存回来', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.refund(orderId, TEA)
    await money.refund(orderId, POT)
    expect(money.order(orderId)).toMatchObject({ status: 'closed', closeReason: 'refunded' })
    expect(money.commissionOf(money.mei, orderId).status).toBe('reversed')
    expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 0, earnedFen: 0 })
    expect(money.stock(money.tea.skuIds[0] ?? '').available).toBe(5)
    await money.world.passDays(60)
    expect(money.wallet(money.mei).availableFen).toBe(0)
  })

  it('三件里一件一件地退，加起来一分不差', async () => {
    const orderId = await money.buy(money.shopper, [lineOf(money.pot, 0, 3)])
    await money.deliver('payment')
    const left: number[] = []
    for (let i = 0; i < 3; i += 1) {
      await money.refund(orderId, TEA)
      left.push(money.commissionOf(money.mei, orderId).netFen)
    }
    // 12 % of 132.00, of 66.00, of nothing.
    expect(left).toEqual([1584, 792, 0])
  })

  it('佣金还没记就退款：先记上，再冲掉，不会事后多付', async () => {
    const orderId = await money.buyTeaAndPot()
    money.world.cloud.faults.add({
      match: { target: 'database', collection: 'wallets' },
      effect: 'conflict',
    })
    await money.deliver('payment')
    expect(money.wallet(money.mei).pendingFen).toBe(0)
    money.world.cloud.faults.clear()
    await money.refund(orderId, TEA)
    await money.world.runTimer()
    expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 792, earnedFen: 792 })
  })

  it('收货之后退一部分，剩下的仍按原来的日子结算', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.receive(orderId)
    const { settleAt } = money.commissionOf(money.mei, orderId)
    expect(settleAt).not.toBeNull()
    await money.refund(orderId, POT)
    expect(money.commissionOf(money.mei, orderId)).toMatchObject({ netFen: 600, settleAt })
    await money.world.passDays(7)
    expect(money.wallet(money.mei)).toMatchObject({ pendingFen: 0, availableFen: 600 })
  })

  it('结算之后退款：先从可提现里拿', async () => {
    money.changeShop({ afterSaleDays: 3 })
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.receive(orderId)
    await money.world.passDays(3)
    expect(money.wallet(money.mei).availableFen).toBe(1392)
    money.changeShop({ afterSaleDays: 30 })
    await money.refund(orderId, TEA)
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 792, clawbackFen: 0 })
    expect(money.entries('COMMISSION_CLAWED_BACK')).toHaveLength(1)
  })

  it('提走之后退款：成为欠款，由以后的佣金先还', async () => {
    const orderId = await money.earn()
    await money.withdraw(1392)
    money.changeShop({ afterSaleDays: 30 })
    await money.refund(orderId, POT)
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 0, clawbackFen: 792 })
    money.changeShop({ afterSaleDays: 7 })
    await money.earn()
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 600, clawbackFen: 0 })
  })

  it('退款通知来几次、定时器再查，也只退一次', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.refund(orderId, TEA)
    await money.deliver('refund', 2)
    await money.world.cloud.advance(120_000)
    await Promise.all([money.world.runTimer(), money.world.runTimer()])
    expect(money.entries('ORDER_REFUNDED')).toHaveLength(1)
    expect(money.outbox().map((record) => record.status)).toEqual(['done'])
  })

  it('没有通知，定时器自己去问', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    const { afterSaleId } = await money.shopper.call('mall.applyAfterSale', {
      orderId,
      kind: 'refund-only',
      lines: TEA,
      reason: '不要了',
    })
    await money.owner.call('owner.approveAfterSale', { afterSaleId })
    expect(money.afterSale(afterSaleId).status).toBe('refunding')
    await money.world.cloud.advance(60_000)
    await money.world.runTimer()
    expect(money.afterSale(afterSaleId).status).toBe('refunded')
  })

  it.each(['ANSWER_UNSIGNED', 'SYSTEM_ERROR'])(
    '微信没答清楚（%s）：同一个单号再问',
    async (code) => {
      const orderId = await money.buyTeaAndPot()
      await money.deliver('payment')
      money.world.cloud.faults.add({ match: { target: 'pay' }, effect: 'fail', code, count: 1 })
      const afterSaleId = await money.refund(orderId, TEA)
      money.world.cloud.faults.clear()
      await money.world.cloud.advance(120_000)
      await money.world.runTimer()
      await money.deliver('refund')
      expect(money.afterSale(afterSaleId).status).toBe('refunded')
      expect(money.entries('ORDER_REFUNDED')).toHaveLength(1)
    },
  )

  it.each([4, 8, 10, 12, 14, 16, 18, 20, 22])(
    '记退款时在第 %i 次数据库调用被杀：重来一次，一分不差',
    async (calls) => {
      const orderId = await money.buyTeaAndPot()
      await money.deliver('payment')
      await money.world.runTimer()
      const { afterSaleId } = await money.shopper.call('mall.applyAfterSale', {
        orderId,
        kind: 'refund-only',
        lines: TEA,
        reason: '不要了',
      })
      await money.owner.call('owner.approveAfterSale', { afterSaleId })
      await money.cutShort('pay-notify', calls, () => money.deliver('refund'))
      await money.world.cloud.advance(120_000)
      await money.world.runTimer()
      expect(money.afterSale(afterSaleId).status).toBe('refunded')
      expect(money.wallet(money.mei).pendingFen).toBe(792)
    },
  )

  it('微信没退成功：售后停在退款中，提醒店主', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.world.control('wechat/settings', { refundMs: 3_600_000 }, 'PUT')
    const afterSaleId = await money.refund(orderId, TEA)
    const refundNo = afterSaleId.slice('afs_'.length)
    await money.world.control(`wechat/refunds/${refundNo}/outcome`, { outcome: 'ABNORMAL' })
    await money.world.cloud.advance(3_600_000)
    await money.deliver('refund')
    expect(money.afterSale(afterSaleId).status).toBe('refunding')
    expect(money.alerts()).toMatchObject([{ kind: 'REFUND_ABNORMAL', subjectId: afterSaleId }])
    expect(money.wallet(money.mei).pendingFen).toBe(1392)
  })

  it('订单关闭之后才付款：退款成功后订单写明已退', async () => {
    const { orderId } = await money.place(money.shopper, [lineOf(money.pot, 0, 1)])
    const params = await money.shopper.call('mall.startPayment', { orderId })
    await money.world.wechat('request-payment', money.shopper, params)
    const { database } = money.world.cloud
    database.put('orders', [
      { ...money.order(orderId), status: 'closed', closeReason: 'unpaid', closedAt: 1 },
    ])
    await money.deliver('payment')
    expect(money.order(orderId)).toMatchObject({ openAfterSales: 1 })
    await money.deliver('refund')
    expect(money.order(orderId)).toMatchObject({ status: 'closed', closeReason: 'refunded' })
    expect(money.alerts()).toMatchObject([{ kind: 'PAID_AFTER_CLOSE' }])
    expect(money.entries('ORDER_REFUNDED')).toHaveLength(1)
  })
})
