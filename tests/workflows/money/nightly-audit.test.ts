// 夜间核账：和 npm run audit 查的一样，一页一页地查，店照开；不一致就叫人，说出第一处。
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AuditRun } from '@contract/model/books'
import { lookAtBooks, passTo } from './books'
import { openMoney, type Money } from './open-money'

let money: Money

beforeAll(async () => {
  money = await openMoney()
})
beforeEach(() => money.restart())
afterEach(() => money.world.cloud.faults.clear())
afterAll(() => money.world.stop())

const NIGHT = '2026-12-01'
const run = (on: string) => money.world.cloud.database.get<AuditRun>('audit_runs', on)
const auditAlerts = () => money.alerts().filter((alert) => alert.kind === 'AUDIT')

/** 结算过、退过、提过、发过奖励的一家店，到了夜里。 */
async function trade(): Promise<string> {
  await money.owner.call('owner.setIncentiveBudget', { budgetFen: 10_000, reason: '试' })
  const { distributorId } = money.mei
  await money.owner.call('owner.payIncentive', { distributorId, amountFen: 300, reason: '第一' })
  const orderId = await money.earn()
  const late = await money.buyTeaAndPot()
  await money.deliver('payment')
  await money.refund(late, [{ line: 1, quantity: 1 }])
  await money.withdraw(1000)
  await money.world.runTimer()
  await money.mei.call('distributor.getStatement', { month: '2026-11' })
  return orderId
}

async function night(on = NIGHT): Promise<AuditRun | null> {
  await passTo(money, on, '03:01')
  await lookAtBooks(money)
  return run(on)
}

function change(collection: string, id: string, how: object | null): void {
  const { database } = money.world.cloud
  if (how === null) database.remove(collection, [id])
  else database.put(collection, [{ ...database.get<object>(collection, id), ...how }])
}

describe('夜间核账', () => {
  it('账对：一夜查一遍，数得出查了多少，不打扰谁', async () => {
    await trade()
    expect(await night()).toMatchObject({ status: 'right', first: null })
    const { counts, finishedAt } = run(NIGHT) ?? { counts: {}, finishedAt: null }
    expect(finishedAt).not.toBeNull()
    expect(counts).toMatchObject({ entries: money.entries().length, orders: 2, withdrawals: 1 })
    expect(counts).toMatchObject({ decisions: 1, wallets: 2 })
    expect(auditAlerts()).toEqual([])
    const { audit } = await money.owner.call('owner.listReconciledDays', {})
    expect(audit).toMatchObject({ on: NIGHT, status: 'right', entries: money.entries().length })
    const again = (await lookAtBooks(money)).auditBooks
    expect(again).toMatchObject({ pages: 0, status: 'right' })
  })

  it('三点以前不查', async () => {
    await passTo(money, NIGHT, '02:31')
    await lookAtBooks(money)
    expect(run(NIGHT)).toBeNull()
  })

  it.each<readonly [label: string, spoil: (orderId: string) => void, said: string]>([
    [
      '改了一条分录',
      (orderId) => change('ledger_entries', `pay:${orderId}`, { postings: [] }),
      'ledger_entries/pay:',
    ],
    [
      '少了一条分录',
      (orderId) => change('ledger_entries', `pay:${orderId}`, null),
      'ENTRY_MISSING',
    ],
    [
      '钱包多了一分',
      () => {
        const { availableFen } = money.wallet(money.mei)
        change('wallets', money.mei.distributorId, { availableFen: availableFen + 1 })
      },
      'WALLET_BALANCE',
    ],
    [
      '佣金改大了',
      (orderId) =>
        change('commissions', money.commissionOf(money.mei, orderId)._id, { netFen: 9999 }),
      'COMMISSION_NET',
    ],
    ['钱包不见了', () => change('wallets', money.lan.distributorId, null), 'WALLET_MISSING'],
    ['订单不见了', (orderId) => change('orders', orderId, null), 'ENTRY_ORPHAN'],
    [
      '提现改了净额',
      () => {
        const [withdrawal] = money.world.cloud.database.list<{ _id: string }>('withdrawals')
        change('withdrawals', withdrawal?._id ?? '', { netFen: 1 })
      },
      'WITHDRAWAL_SUM',
    ],
    [
      '奖励记成没批',
      () => {
        const [decision] = money.world.cloud.database.list<{ _id: string }>('money_decisions')
        change('money_decisions', decision?._id ?? '', { status: 'waiting' })
      },
      'ENTRY_UNEXPECTED',
    ],
    [
      '存下的月结被改过',
      () => {
        const _id = `${money.mei.distributorId}:2026-11`
        const closing = { pendingFen: 0, availableFen: 1, withdrawingFen: 0, clawbackFen: 0 }
        change('statement_months', _id, { _id, closing })
      },
      'STATEMENT_CLOSING',
    ],
  ])('%s：叫人，说出第一处', async (_label, spoil, said) => {
    const orderId = await trade()
    await passTo(money, NIGHT, '02:00')
    await money.mei.call('distributor.getStatement', { month: '2026-12' })
    spoil(orderId)
    expect(await night()).toMatchObject({ status: 'differs' })
    expect(run(NIGHT)?.first).toContain(said)
    expect(auditAlerts()).toHaveLength(1)
    expect(auditAlerts()[0]?.message).toContain(said)
    await night('2026-12-02')
    expect(auditAlerts()).toHaveLength(1)
  })

  it.each([4, 9, 16, 25, 40])('在第 %i 次数据库调用被杀：接着查完', async (calls) => {
    await trade()
    await passTo(money, NIGHT, '03:07')
    await money.cutShort('timer', calls, () => money.world.runTimer())
    await lookAtBooks(money)
    expect(run(NIGHT)).toMatchObject({ status: 'right' })
    expect(run(NIGHT)?.counts.orders).toBe(2)
    expect(auditAlerts()).toEqual([])
  })

  it('查的时候店里照样下单、退款、提现：不会误报', async () => {
    await trade()
    await passTo(money, NIGHT, '03:07')
    const live = async () => {
      for (let round = 0; round < 4; round += 1) {
        const orderId = await money.buyTeaAndPot()
        await money.deliver('payment')
        await money.refund(orderId, [
          { line: 1, quantity: 1 },
          { line: 2, quantity: 1 },
        ])
      }
    }
    const audits = async () => {
      for (let round = 0; round < 6; round += 1) {
        money.world.cloud.database.remove('audit_runs', [NIGHT])
        await money.world.runTimer()
      }
    }
    await Promise.all([live(), audits()])
    expect(auditAlerts()).toEqual([])
    money.world.audit()
  })
})
