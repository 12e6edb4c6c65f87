// 卡住的退款和提醒：微信关掉的换新单号再退，异常的人工退；无论怎么走，账本只记一次。
import { describe, expect, it } from 'vitest'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money

startEachTest((opened) => (money = opened))

const TEA = [{ line: 1, quantity: 1 }]
const POT = [{ line: 2, quantity: 1 }]
const settings = (change: object) => money.world.control('wechat/settings', change, 'PUT')
const afterSale = (id: string) => money.afterSale(id)
const refunds = () =>
  money.world.control<{ outRefundNo: string; state: string }[]>('wechat/refunds', undefined, 'GET')

/** ¥50.00 的茶申请退款，微信给了这个结果。 */
async function stick(outcome: 'CLOSED' | 'ABNORMAL'): Promise<string> {
  const orderId = await money.buyTeaAndPot()
  await money.deliver('payment')
  await money.world.runTimer()
  await settings({ refundOutcome: outcome })
  return money.refund(orderId, TEA)
}

/** 有人在微信支付商户平台上处理了异常退款：微信又开始退，这次退成。 */
async function settle(afterSaleId: string): Promise<void> {
  const { state, clock } = money.world.cloud
  const number = afterSaleId.slice('afs_'.length)
  const refund = state.get('wechat_pay_refunds', number) as object
  const again = { state: 'PROCESSING', outcome: 'SUCCESS', startedAt: clock.now() }
  state.put('wechat_pay_refunds', number, { ...refund, ...again })
  state.put('wechat_open_work', `refund:${number}`, { kind: 'refund', id: number })
  await money.world.cloud.advance(1000)
}

const stuck = async () => (await money.finance.call('owner.listStuckRefunds', {})).rows
const retry = (afterSaleId: string) => money.finance.call('owner.retryRefund', { afterSaleId })
const byHand = (afterSaleId: string, note = '已经微信转给买家') =>
  money.finance.call('owner.markRefundedByHand', { afterSaleId, note })

describe('微信关掉了退款', () => {
  it('列出来等人决定；换新单号再退，退成了只记一次，提醒自己收起', async () => {
    const afterSaleId = await stick('CLOSED')
    expect(await stuck()).toMatchObject([
      { afterSaleId, state: 'closed', refundFen: 5000, tries: 1 },
    ])
    expect(money.alerts()).toMatchObject([{ kind: 'REFUND_CLOSED', isOpen: true }])
    await settings({ refundOutcome: 'SUCCESS' })
    await retry(afterSaleId)
    await money.deliver('refund')
    expect(afterSale(afterSaleId)).toMatchObject({ status: 'refunded', refundTry: 2 })
    expect((await refunds()).map((one) => one.state)).toEqual(['CLOSED', 'SUCCESS'])
    expect(new Set((await refunds()).map((one) => one.outRefundNo)).size).toBe(2)
    expect(money.entries('ORDER_REFUNDED')).toHaveLength(1)
    expect(money.alerts()).toMatchObject([{ isOpen: false, closing: { name: '系统' } }])
    expect(await stuck()).toEqual([])
  })

  it('两个人同时点再退一次：只有一个新单号', async () => {
    const afterSaleId = await stick('CLOSED')
    await settings({ refundOutcome: 'SUCCESS' })
    await Promise.allSettled([
      retry(afterSaleId),
      money.owner.call('owner.retryRefund', { afterSaleId }),
      retry(afterSaleId),
    ])
    await money.deliver('refund')
    expect(await refunds()).toHaveLength(2)
    expect(money.entries('ORDER_REFUNDED')).toHaveLength(1)
  })

  it('又被关掉：再列出来，是新的一件事', async () => {
    const afterSaleId = await stick('CLOSED')
    await retry(afterSaleId)
    await money.deliver('refund')
    expect(await stuck()).toMatchObject([{ afterSaleId, tries: 2 }])
    expect(money.alerts().filter((alert) => alert.isOpen)).toHaveLength(1)
  })

  it('旧单号的通知迟到：不影响新单号', async () => {
    const afterSaleId = await stick('CLOSED')
    const [old] = (await money.sentNotices()).filter((one) => one.kind === 'refund')
    await settings({ refundOutcome: 'SUCCESS', refundMs: 3_600_000 })
    expect((await retry(afterSaleId)).outcome).toBe('under-way')
    await money.world.control(`wechat/notices/${old?.id}/deliver`, { times: 2 })
    expect(afterSale(afterSaleId).refundTrouble).toBeUndefined()
    await settings({ refundMs: 0 })
    await money.world.cloud.advance(1000)
    await money.deliver('refund')
    expect(afterSale(afterSaleId).status).toBe('refunded')
  })

  it.each([2, 4, 6, 8])('换单号时在第 %i 次数据库调用被杀：定时器接着退，不多退', async (calls) => {
    const afterSaleId = await stick('CLOSED')
    await settings({ refundOutcome: 'SUCCESS' })
    await money.cutShort('owner', calls, () => retry(afterSaleId))
    if (afterSale(afterSaleId).refundTrouble) await retry(afterSaleId)
    await money.world.cloud.advance(40 * 60_000)
    await money.world.runTimer()
    await money.world.cloud.advance(40 * 60_000)
    await money.world.runTimer()
    expect(afterSale(afterSaleId).status).toBe('refunded')
    expect((await refunds()).filter((one) => one.state === 'SUCCESS')).toHaveLength(1)
    expect(money.entries('ORDER_REFUNDED')).toHaveLength(1)
  })
})

describe('微信说退款异常', () => {
  it('还没解决就再问：单号不变，仍然卡着', async () => {
    const afterSaleId = await stick('ABNORMAL')
    expect(await retry(afterSaleId)).toEqual({ outcome: 'stuck' })
    expect(await refunds()).toHaveLength(1)
  })

  it('在商户平台处理好了：再问一次就记上，不换单号', async () => {
    const afterSaleId = await stick('ABNORMAL')
    await settle(afterSaleId)
    expect(await retry(afterSaleId)).toEqual({ outcome: 'refunded' })
    expect(await refunds()).toHaveLength(1)
    expect(money.entries('ORDER_REFUNDED')).toHaveLength(1)
  })

  it('人工退了：从银行账户记一次，佣金照样冲销，写明是谁说的', async () => {
    const afterSaleId = await stick('ABNORMAL')
    await byHand(afterSaleId)
    await byHand(afterSaleId)
    expect(afterSale(afterSaleId)).toMatchObject({
      status: 'refunded',
      refundedByHand: { by: money.finance.memberId, note: '已经微信转给买家' },
    })
    const [entry, ...more] = money.entries('ORDER_REFUNDED')
    expect(entry?.postings).toContainEqual({ account: 'cash:bank', amountFen: -5000 })
    expect(more).toEqual([])
    expect(money.wallet(money.mei).pendingFen).toBe(792)
    expect(money.alerts()).toMatchObject([
      { isOpen: false, closing: { note: '人工退款：已经微信转给买家' } },
    ])
  })

  it('微信那边已经在退：不让人工再退', async () => {
    const afterSaleId = await stick('ABNORMAL')
    await settle(afterSaleId)
    const refused = money.finance.refusal('owner.markRefundedByHand', { afterSaleId, note: '转账' })
    expect(await refused).toBe('REFUND_HAS_MOVED')
    expect(afterSale(afterSaleId).refundedByHand).toBeUndefined()
    expect(money.entries('ORDER_REFUNDED')).toHaveLength(1)
  })

  it('人工退了之后微信又退成：账不再记，提醒去要回来', async () => {
    const afterSaleId = await stick('ABNORMAL')
    await byHand(afterSaleId)
    await settle(afterSaleId)
    await money.deliver('refund')
    expect(money.entries('ORDER_REFUNDED')).toHaveLength(1)
    expect(money.alerts().filter((alert) => alert.isOpen)).toMatchObject([
      { kind: 'REFUND_TWICE', subjectId: afterSaleId },
    ])
  })

  it('同一笔订单的另一个售后等着，前一个有了结果再同意', async () => {
    const afterSaleId = await stick('ABNORMAL')
    const { orderId } = afterSale(afterSaleId)
    const kind = 'refund-only'
    const other = await money.shopper.call('mall.applyAfterSale', {
      orderId,
      kind,
      lines: POT,
      reason: '也不要了',
    })
    const input = { afterSaleId: other.afterSaleId }
    expect(await money.owner.refusal('owner.approveAfterSale', input)).toBe('TRY_AGAIN')
    expect(await stuck()).toMatchObject([{ waiting: 1 }])
    await byHand(afterSaleId)
    await settings({ refundOutcome: 'SUCCESS' })
    await money.owner.call('owner.approveAfterSale', input)
    await money.deliver('refund')
    expect(money.order(orderId)).toMatchObject({ status: 'closed', refundedFen: 11_600 })
  })
})

describe('谁来决定', () => {
  it.each(['owner.retryRefund', 'owner.markRefundedByHand'] as const)(
    '%s：顾客和分销员不行，买家自己是财务也不行，没卡住的不用决定',
    async (action) => {
      const afterSaleId = await stick('CLOSED')
      const input = { afterSaleId, note: '转账' }
      expect(await money.shopper.refusal(action, input)).toBe('NOT_ALLOWED')
      expect(await money.mei.refusal(action, input)).toBe('NOT_ALLOWED')
      const roles = ['finance'] as const
      const { memberId } = money.shopper
      await money.owner.call('owner.setStaff', { memberId, roles: [...roles] })
      expect(await money.shopper.refusal(action, input)).toBe('OWN_CASE')
      await byHand(afterSaleId)
      expect(await money.owner.refusal(action, input)).toBe('REFUND_NOT_STUCK')
      const unknown = { ...input, afterSaleId: 'afs_nothing' }
      expect(await money.owner.refusal(action, unknown)).toBe('AFTER_SALE_UNKNOWN')
    },
  )

  it.each(['owner.retryRefund', 'owner.markRefundedByHand'] as const)(
    '%s：微信没答清楚，什么也不做，请再点一次',
    async (action) => {
      const afterSaleId = await stick('CLOSED')
      money.world.cloud.faults.add({
        match: { target: 'pay' },
        effect: 'fail',
        code: 'SYSTEM_ERROR',
      })
      const input = { afterSaleId, note: '转账' }
      expect(await money.finance.refusal(action, input)).toBe('TRY_AGAIN')
      expect(money.entries('ORDER_REFUNDED')).toEqual([])
    },
  )
})

describe('提醒', () => {
  it('处理完了写一句话收起；先写的算数，另一个人再点不改它', async () => {
    await stick('CLOSED')
    const list = (isOpen: boolean) => money.finance.call('owner.listAlerts', { isOpen })
    const [alert] = (await list(true)).rows
    const alertId = alert?.id ?? ''
    await money.finance.call('owner.closeAlert', { alertId, note: '已经联系买家' })
    await money.owner.call('owner.closeAlert', { alertId, note: '我也看过' })
    expect((await list(true)).rows).toEqual([])
    expect((await list(false)).rows).toMatchObject([
      { id: alertId, closing: { note: '已经联系买家' } },
    ])
    const { alerts } = await money.owner.call('owner.getDashboard', { range: 'today' })
    expect(alerts).toEqual([])
  })

  it('没有的提醒、没有权限的人', async () => {
    const input = { alertId: 'nothing', note: '好' }
    expect(await money.owner.refusal('owner.closeAlert', input)).toBe('NOT_FOUND')
    expect(await money.mei.refusal('owner.closeAlert', input)).toBe('NOT_ALLOWED')
    expect(await money.shopper.refusal('owner.listAlerts', {})).toBe('NOT_ALLOWED')
  })
})
