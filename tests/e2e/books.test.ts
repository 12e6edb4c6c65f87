// 账务走一遍：真的点，从看板到对账，从卡住的退款到退成，从发奖励到本人的对账单上看得见。
import { describe, expect, it } from 'vitest'
import { onText } from '@/components/moment/format'
import type { Order } from '@contract/model/order'
import { holdShop } from './support/hold-shop'
import type { LaidOut } from './support/lay-out'
import type { Phones } from './support/weapp-phones'
import { SHOPS } from './support/shops.data'

let shop: LaidOut
let phones: Phones

holdShop(SHOPS[1], (laidOut, opened) => {
  shop = laidOut
  phones = opened
})

const boss = () => phones.phone('boss')

describe('账务', () => {
  it('微信多收了一块钱：从看板进对账，看到差在哪，写下说明，差异就理清了', async () => {
    const { world, ids } = shop
    const order = world.cloud.database.get<Order>('orders', ids.settledOrder)
    const number = order?.outTradeNo ?? ''
    const { state } = world.cloud
    const payment = state.get('wechat_pay_orders', number) as { totalFen: number }
    state.put('wechat_pay_orders', number, { ...payment, totalFen: payment.totalFen + 100 })
    await world.as('boss').call('owner.reconcileDay', { on: '2026-11-20' })

    const phone = await boss()
    await phone.open('/pages/owner/dashboard/index')
    await phone.see('要你拿主意', '的账和微信对不上')
    await phone.tap('对账')
    await phone.see('1 处不符')
    await phone.tap(onText('2026-11-20'))
    await phone.see('付款金额和订单不一样', number, '有 1 处对不上')
    await phone.shot('books-difference', { full: true })
    await phone.tap('写说明，付款金额和订单不一样')
    await phone.see('写明原因后才能提交')
    await phone.tap('了结')
    await phone.type('原因', '买家补了一块钱包装费')
    await phone.shot('books-note')
    await phone.tap('记下')
    await phone.see('差异都理清了', '买家补了一块钱包装费', '已了结')
    await phone.tap('再对一次')
    await phone.see('又对了一次', '差异都理清了')
  })

  it('佣金没算出来被搁下：在待处理里写明缘由再试，一分钟后补好，从列表里消失', async () => {
    const { world, ids, data } = shop
    const { database } = world.cloud
    const order = database.get<Order>('orders', ids.settledOrder)
    if (!order) throw new Error('no order')
    database.put('orders', [{ ...order, accrual: 'held' }])
    const phone = await boss()
    await phone.open('/pages/owner/alerts/index')
    await phone.see('搁下的佣金', '没算出来', data.sharer)
    await phone.shot('books-held')
    const title = await phone.label('再试一次，')
    await phone.tap(title)
    await phone.see('写明原因后才能提交')
    await phone.type('原因', '补好了她的记录')
    await phone.tap('再试一次')
    await phone.see('一分钟内会再试')
    await world.cloud.advance(60_000)
    await world.runTimer()
    expect(database.get<Order>('orders', ids.settledOrder)?.accrual).toBe('done')
    await phone.open('/pages/owner/alerts/index')
    await phone.seeNo('搁下的佣金')
  })

  it('微信关了退款：在待处理里换新单号再退，退成了就从列表里消失', async () => {
    const { world, ids, data } = shop
    await world.control('wechat/settings', { refundOutcome: 'CLOSED' }, 'PUT')
    await world.as('boss').call('owner.approveAfterSale', { afterSaleId: ids.afterSaleId })
    await world.cloud.advance(60_000)
    await world.runTimer()
    const phone = await boss()
    await phone.open('/pages/owner/alerts/index')
    await phone.see('卡住的退款', '微信已关闭', data.figures.refund)
    await phone.tap(`再退一次，${data.product}`)
    await phone.see('不会退两次')
    await phone.shot('books-retry')
    await world.control('wechat/settings', { refundOutcome: 'SUCCESS' }, 'PUT')
    await phone.tap('再退一次')
    await phone.seeNo('微信已关闭')
    await world.cloud.advance(120_000)
    await world.runTimer()
    await phone.open('/pages/owner/alerts/index')
    await phone.see('没有要处理的')
    await phone.tap('处理过的')
    await phone.see('换了新的单号再退')
    const { status } = world.cloud.database.get<{ status: string }>('after_sales', ids.afterSaleId)!
    expect(status).toBe('refunded')
  })

  it('发奖励：从「谁赚了多少」选人、填金额和理由；本人在对账单上看得见', async () => {
    const { data } = shop
    const phone = await boss()
    await phone.open('/pages/owner/earnings/index')
    await phone.see(data.sharer)
    await phone.tap(`看 ${data.sharer} 的对账单`)
    await phone.see('到现在的余额', '导出 CSV')
    await phone.tap('发奖励')
    await phone.see('先填金额')
    await phone.type('奖励多少', '88.8')
    await phone.type('原因', '十一月分享最勤')
    await phone.shot('books-bonus')
    await phone.tap('发 ¥88.80')
    await phone.see('奖励发了', '十一月分享最勤')
    const mei = await phones.phone('mei')
    await mei.open('/pages/distributor/wallet/index')
    await mei.tap('月度对账单')
    await mei.see('+¥88.80', '十一月分享最勤')
    // The first month is this one: there is nothing before it, nor after.
    for (const way of ['上一个月', '下一个月']) {
      await mei.seeElement(`[aria-label="${way}"][aria-disabled="true"]`)
    }
    await mei.shot('books-statement', { full: true })
  })
})
