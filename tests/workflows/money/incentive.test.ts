// 奖励和核销：在预算之内，大额两个人同意，谁也不能给自己发；欠款只在人走账清之后核销。
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Api } from '@contract/api'
import type { IncentiveBudget, MoneyDecision } from '@contract/model/books'
import type { AuditRecord } from '@contract/model/records'
import type { RefusalCode } from '@contract/refusals'
import { openMoney, type Money } from './open-money'

let money: Money

beforeAll(async () => {
  money = await openMoney()
})
beforeEach(async () => {
  await money.restart()
  // 四眼线 ¥1,000.00，这个月的奖励预算 ¥3,000.00。
  await money.owner.call('owner.setIncentiveBudget', { budgetFen: 300_000, reason: '十一月活动' })
})
afterEach(() => {
  money.world.cloud.faults.clear()
  money.world.audit()
})
afterAll(() => money.world.stop())

type Bonus = Api['owner.payIncentive']['input']
const bonus = (amountFen: number, reason = '十月销售第一'): Bonus => ({
  distributorId: money.mei.distributorId,
  amountFen,
  reason,
})
const give = (amountFen: number, requestId?: string) =>
  money.owner.call('owner.payIncentive', bonus(amountFen), requestId ? { requestId } : {})
const nothing = (): Promise<unknown> => Promise.resolve()
const decisions = () => money.world.cloud.database.list<MoneyDecision>('money_decisions')
const budget = () => money.world.cloud.database.get<IncentiveBudget>('incentive_budgets', '2026-11')
const freeze = (status: 'active' | 'frozen'): Promise<unknown> =>
  money.owner.call('owner.setDistributorStatus', {
    distributorId: money.mei.distributorId,
    status,
    reason: '核对',
  })

describe('发奖励', () => {
  it('预算之内、四眼线以下：一个人就能发，到账即可提现，费用记进账本', async () => {
    const given = await give(50_00)
    expect(given).toMatchObject({ status: 'done', amountFen: 5000, name: '林晓梅' })
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 5000, earnedFen: 0 })
    expect(money.entries('INCENTIVE_PAID')).toMatchObject([
      { _id: `incentive:${given.id}`, distributorIds: [money.mei.distributorId] },
    ])
    expect(budget()).toMatchObject({ paidFen: 5000, waitingFen: 0 })
    const trail = money.world.cloud.database.find<AuditRecord>('audit_records', {
      action: 'owner.payIncentive',
    })
    expect(trail).toMatchObject([{ memberId: money.owner.memberId }])
    expect(trail[0]?.summary).toContain('十月销售第一')
  })

  it('有欠款的人：先还欠款，剩下的才可提现', async () => {
    const orderId = await money.earn()
    await money.withdraw(1392)
    money.changeShop({ afterSaleDays: 30 })
    await money.refund(orderId, [{ line: 2, quantity: 1 }])
    expect(money.wallet(money.mei).clawbackFen).toBe(792)
    await give(10_00)
    expect(money.wallet(money.mei)).toMatchObject({ clawbackFen: 0, availableFen: 208 })
  })

  it('同一次提交重复多少遍，都只发一次；内容变了就拒绝', async () => {
    const requestId = money.world.newRequestId()
    const first = await give(50_00, requestId)
    expect(await give(50_00, requestId)).toEqual(first)
    const again = { requestId }
    expect(await money.owner.refusal('owner.payIncentive', bonus(60_00), again)).toBe(
      'IDEMPOTENCY_CONFLICT',
    )
    const other = bonus(50_00, '换个理由')
    expect(await money.owner.refusal('owner.payIncentive', other, again)).toBe(
      'IDEMPOTENCY_CONFLICT',
    )
    await Promise.all([give(50_00, requestId), give(50_00, requestId), give(50_00, requestId)])
    expect(money.entries('INCENTIVE_PAID')).toHaveLength(1)
    expect(money.wallet(money.mei).availableFen).toBe(5000)
  })

  it.each([4, 6, 8, 10, 12])('在第 %i 次数据库调用被杀，再点一次只发一次', async (calls) => {
    const requestId = money.world.newRequestId()
    await money.cutShort('owner', calls, () => give(50_00, requestId))
    await give(50_00, requestId)
    expect(money.wallet(money.mei).availableFen).toBe(5000)
    expect(budget()?.paidFen).toBe(5000)
  })

  it('同时发几笔，加起来也不会超过预算', async () => {
    await money.owner.call('owner.setIncentiveBudget', { budgetFen: 100_00, reason: '只有一百' })
    const asked = await Promise.allSettled([give(40_00), give(40_00), give(40_00), give(40_00)])
    expect(asked.filter((one) => one.status === 'fulfilled')).toHaveLength(2)
    expect(money.wallet(money.mei).availableFen).toBe(8000)
    expect(await money.owner.refusal('owner.payIncentive', bonus(20_01))).toBe(
      'INCENTIVE_OVER_BUDGET',
    )
  })

  it.each<readonly [string, () => Promise<unknown>, () => Bonus, RefusalCode]>([
    [
      '没有设过预算的月份',
      () => money.world.cloud.advance(31 * 86_400_000),
      () => bonus(1),
      'INCENTIVE_OVER_BUDGET',
    ],
    ['停用的人', () => freeze('frozen'), () => bonus(1), 'INCENTIVE_NOT_ACTIVE'],
    [
      '没有这个人',
      nothing,
      () => ({ ...bonus(1), distributorId: 'dst_nobody' }),
      'DISTRIBUTOR_UNKNOWN',
    ],
    ['金额是零', nothing, () => bonus(0), 'INPUT_INVALID'],
  ])('不能发给：%s', async (_label, prepare, ask, code) => {
    await prepare()
    expect(await money.owner.refusal('owner.payIncentive', ask())).toBe(code)
    expect(decisions()).toEqual([])
  })

  it('谁也不能给自己发：店主自己是分销员也不行', async () => {
    await money.owner.call('owner.setStaff', { memberId: money.mei.memberId, roles: ['owner'] })
    expect(await money.mei.refusal('owner.payIncentive', bonus(1))).toBe('OWN_CASE')
  })

  it.each([
    ['财务', () => money.finance],
    ['分销员', () => money.lan],
    ['顾客', () => money.shopper],
  ])('%s不能发奖励', async (_label, who) => {
    expect(await who().refusal('owner.payIncentive', bonus(1))).toBe('NOT_ALLOWED')
  })

  it('预算不能改到比用掉的还小', async () => {
    await give(50_00)
    const less = { budgetFen: 49_99, reason: '收回' }
    expect(await money.owner.refusal('owner.setIncentiveBudget', less)).toBe(
      'INCENTIVE_BUDGET_USED',
    )
  })
})

describe('四眼线以上', () => {
  it('等第二个人：提出的人不能自己复核，别人同意之后才动钱，再点一次不会再发', async () => {
    const { id: decisionId, status, blockedBy } = await give(1000_01)
    expect([status, blockedBy]).toEqual(['waiting', 'FOUR_EYES'])
    expect(money.wallet(money.mei).availableFen).toBe(0)
    expect(budget()).toMatchObject({ paidFen: 0, waitingFen: 100_001 })
    expect(await money.owner.refusal('owner.approveMoneyDecision', { decisionId })).toBe(
      'FOUR_EYES',
    )
    const [a, b] = await Promise.all([
      money.finance.call('owner.approveMoneyDecision', { decisionId }),
      money.finance.call('owner.approveMoneyDecision', { decisionId }),
    ])
    expect([a.status, b.status, a.decidedByName]).toEqual(['done', 'done', b.decidedByName])
    expect(money.wallet(money.mei).availableFen).toBe(100_001)
    expect(budget()).toMatchObject({ paidFen: 100_001, waitingFen: 0 })
    expect(money.entries('INCENTIVE_PAID')).toHaveLength(1)
  })

  it('一天里一个人发的许多小额，加起来过线的那一笔也要等；第二天重新算', async () => {
    expect((await give(600_00)).status).toBe('done')
    expect((await give(400_00)).status).toBe('done')
    expect((await give(1)).status).toBe('waiting')
    await money.world.cloud.advance(86_400_000)
    expect((await give(600_00)).status).toBe('done')
  })

  it('驳回：什么也没有动，预算还回来', async () => {
    const { id: decisionId } = await give(2000_00)
    const turned = await money.finance.call('owner.rejectMoneyDecision', {
      decisionId,
      reason: '这个月他没有达标',
    })
    expect(turned).toMatchObject({ status: 'rejected', rejectReason: '这个月他没有达标' })
    expect(budget()).toMatchObject({ paidFen: 0, waitingFen: 0 })
    expect(await money.finance.refusal('owner.approveMoneyDecision', { decisionId })).toBe(
      'DECISION_MOVED_ON',
    )
    expect(money.entries('INCENTIVE_PAID')).toEqual([])
  })

  it('等的时候人被停用了：不能再发', async () => {
    const { id: decisionId } = await give(2000_00)
    await freeze('frozen')
    expect(await money.finance.refusal('owner.approveMoneyDecision', { decisionId })).toBe(
      'INCENTIVE_NOT_ACTIVE',
    )
  })

  it('受益人就算有审批权，也不能复核自己的', async () => {
    const { id: decisionId } = await give(2000_00)
    await money.owner.call('owner.setStaff', { memberId: money.mei.memberId, roles: ['finance'] })
    for (const action of ['owner.approveMoneyDecision', 'owner.rejectMoneyDecision'] as const) {
      const input = { decisionId, reason: '自己的' }
      expect(await money.mei.refusal(action, input)).toBe('OWN_CASE')
    }
  })

  it('提出的人已经不是店主：不能算第二双眼睛', async () => {
    await money.shopper.call('mall.openSession', {})
    await money.owner.call('owner.setStaff', {
      memberId: money.shopper.memberId,
      roles: ['owner'],
    })
    const { id: decisionId } = await money.shopper.call('owner.payIncentive', bonus(2000_00))
    await money.owner.call('owner.setStaff', { memberId: money.shopper.memberId, roles: [] })
    expect(await money.finance.refusal('owner.approveMoneyDecision', { decisionId })).toBe(
      'DECISION_ASKER_LEFT',
    )
  })

  it('列表说得出：还剩多少预算、几个人能审批、为什么自己不能', async () => {
    await give(2000_00)
    const {
      budget: shown,
      eligible,
      decisions: page,
    } = await money.owner.call('owner.listMoneyDecisions', { status: 'waiting' })
    expect(shown).toMatchObject({ month: '2026-11', leftFen: 100_000, fourEyesFen: 100_000 })
    expect(eligible).toBe(2)
    expect(page.rows).toMatchObject([{ amountFen: 200_000, blockedBy: 'FOUR_EYES' }])
  })
})

describe('核销欠款', () => {
  /** 梅提走了 ¥13.92，之后退货，欠 ¥7.92。 */
  async function owe(): Promise<void> {
    const orderId = await money.earn()
    await money.withdraw(1392)
    money.changeShop({ afterSaleDays: 30 })
    await money.refund(orderId, [{ line: 2, quantity: 1 }])
    expect(money.wallet(money.mei).clawbackFen).toBe(792)
  }
  const forgive = (amountFen: number) => ({ ...bonus(amountFen), reason: '已经退出，联系不上' })

  it('停用之后整笔核销：欠款归零，记成坏账，只记一次', async () => {
    await owe()
    await freeze('frozen')
    const requestId = money.world.newRequestId()
    const input = forgive(792)
    await money.owner.call('owner.writeOffDebt', input, { requestId })
    await money.owner.call('owner.writeOffDebt', input, { requestId })
    expect(money.wallet(money.mei)).toMatchObject({ clawbackFen: 0, availableFen: 0 })
    const [entry, ...more] = money.entries('DEBT_WRITTEN_OFF')
    expect(entry?.postings).toContainEqual({ account: 'expense:bad-debt', amountFen: 792 })
    expect(more).toEqual([])
    expect(await money.owner.refusal('owner.writeOffDebt', input)).toBe('DEBT_CHANGED')
  })

  it.each<readonly [string, () => Promise<unknown>, number, RefusalCode]>([
    ['在职的人：欠款从以后的佣金里扣', nothing, 792, 'DEBT_OF_ACTIVE'],
    ['只核销一部分', () => freeze('frozen'), 500, 'DEBT_CHANGED'],
    [
      '还有待结算的佣金可以抵',
      async () => {
        await money.buyTeaAndPot()
        await money.deliver('payment')
        await freeze('frozen')
      },
      792,
      'DEBT_STILL_COVERED',
    ],
  ])('不能核销：%s', async (_label, prepare, amountFen, code) => {
    await owe()
    await prepare()
    expect(await money.owner.refusal('owner.writeOffDebt', forgive(amountFen))).toBe(code)
    expect(money.wallet(money.mei).clawbackFen).toBe(792)
  })

  it('四眼线以上等第二个人', async () => {
    await owe()
    await freeze('frozen')
    const { withdrawal } = money.world.cloud.database.get<{ withdrawal: object }>(
      'settings',
      'shop',
    )!
    money.changeShop({ withdrawal: { ...withdrawal, fourEyesFen: 500 } as never })
    const { id: decisionId, status } = await money.owner.call('owner.writeOffDebt', forgive(792))
    expect(status).toBe('waiting')
    await money.finance.call('owner.approveMoneyDecision', { decisionId })
    expect(money.wallet(money.mei).clawbackFen).toBe(0)
  })
})
