// 提现: one amount leaves once, whatever repeats, races, fails or stays unknown; two pairs of eyes above the threshold.
import { describe, expect, it } from 'vitest'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money

const earned = startEachTest(
  (opened) => (money = opened),
  (opened) => opened.earn(),
)

const ask = (amountFen: number, requestId?: string) =>
  money.mei.call('distributor.requestWithdrawal', { amountFen }, requestId ? { requestId } : {})
const decide = (outBillNo: string, outcome: string, reason?: string) =>
  money.world.control(`wechat/transfers/${outBillNo}/outcome`, { outcome, reason })
const policy = (change: object) => {
  const { withdrawal } = money.world.cloud.database.get<{ withdrawal: object }>(
    'settings',
    'shop',
  ) ?? { withdrawal: {} }
  money.changeShop({ withdrawal: { ...withdrawal, ...change } as never })
}
const pause = async (ms: number) => {
  await money.world.cloud.advance(ms)
  await money.world.runTimer()
}

/** A bonus, with its decision and its entry, so that the books stay right. */
function enrich(amountFen: number): void {
  const { mei } = money
  const { database } = money.world.cloud
  const { distributorId } = mei
  const decision = { _id: 'mdc_a-good-year', kind: 'incentive', status: 'done', decidedBy: null }
  database.put('money_decisions', [{ ...decision, distributorId, amountFen, askedBy: 'mbr_boss' }])
  database.put('ledger_entries', [
    {
      ...money.entries('COMMISSION_SETTLED')[0],
      _id: 'incentive:mdc_a-good-year',
      code: 'INCENTIVE_PAID',
      distributorIds: [distributorId],
      postings: [
        { account: `payable:${distributorId}:available`, amountFen: 0 - amountFen },
        { account: 'expense:incentive', amountFen },
      ],
    },
  ])
  const wallet = money.wallet(mei)
  const availableFen = wallet.availableFen + amountFen
  database.put('wallets', [{ ...wallet, availableFen, version: wallet.version + 1 }])
}

describe('申请提现', () => {
  it('二十个请求同时来，钱只够一个，就只成一个', async () => {
    const asked = Array.from({ length: 20 }, () => ask(1000).catch((error: unknown) => error))
    const outcomes = await Promise.all(asked)
    expect(outcomes.filter((outcome) => !(outcome instanceof Error))).toHaveLength(1)
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 392, withdrawingFen: 1000 })
  })

  it('同一个请求重复，是同一笔；金额变了就拒绝', async () => {
    const requestId = money.world.newRequestId()
    const first = await ask(500, requestId)
    expect(await ask(500, requestId)).toEqual(first)
    expect(
      await money.mei.refusal('distributor.requestWithdrawal', { amountFen: 600 }, { requestId }),
    ).toBe('IDEMPOTENCY_CONFLICT')
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 892, withdrawingFen: 500 })
  })

  it.each([
    [99, 'WITHDRAWAL_TOO_SMALL'],
    [1393, 'INSUFFICIENT_BALANCE'],
    [2_000_001, 'WITHDRAWAL_TOO_LARGE'],
  ])('¥ %i 分：%s', async (amountFen, code) => {
    expect(await money.mei.refusal('distributor.requestWithdrawal', { amountFen })).toBe(code)
  })

  it('一天的总额有限，驳回的还回来', async () => {
    policy({ dailyFen: 1000 })
    const { id } = await ask(800)
    expect(await money.mei.refusal('distributor.requestWithdrawal', { amountFen: 300 })).toBe(
      'WITHDRAWAL_DAILY_LIMIT',
    )
    await money.owner.call('owner.rejectWithdrawal', { withdrawalId: id, reason: '资料不全' })
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 1392, withdrawingFen: 0 })
    expect((await ask(300)).status).toBe('requested')
  })

  it('试算写明费用、税和限额', async () => {
    const quote = await money.mei.call('distributor.quoteWithdrawal', { amountFen: 1000 })
    expect(quote).toMatchObject({ availableFen: 1392, taxFen: 0, netFen: 1000, minFen: 100 })
  })

  it.each([2, 4, 6, 7, 8, 9, 10])('在第 %i 次数据库调用被杀：再发同一个请求', async (calls) => {
    const requestId = money.world.newRequestId()
    await money.cutShort('distributor', calls, () => ask(700, requestId))
    await ask(700, requestId)
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 692, withdrawingFen: 700 })
  })
})

describe('审核', () => {
  it('自己的提现自己不能批，也不能驳', async () => {
    await money.owner.call('owner.setStaff', {
      memberId: money.mei.memberId,
      roles: ['finance'],
    })
    const { id: withdrawalId } = await ask(500)
    expect(await money.mei.refusal('owner.approveWithdrawal', { withdrawalId })).toBe('OWN_CASE')
    const reason = '不要了'
    expect(await money.mei.refusal('owner.rejectWithdrawal', { withdrawalId, reason })).toBe(
      'OWN_CASE',
    )
  })

  it('超过门槛要两个人，同一个人批两次不算', async () => {
    policy({ fourEyesFen: 600 })
    const { id: withdrawalId } = await ask(700)
    const once = await money.owner.call('owner.approveWithdrawal', { withdrawalId })
    expect(once).toMatchObject({ status: 'requested', needsApprovals: 2, blockedBy: 'FOUR_EYES' })
    expect(await money.owner.refusal('owner.approveWithdrawal', { withdrawalId })).toBe('FOUR_EYES')
    const twice = await money.finance.call('owner.approveWithdrawal', { withdrawalId })
    expect(twice.status).toBe('awaiting-confirmation')
    expect(twice.approvals).toHaveLength(2)
    expect(money.world.cloud.database.count('outbox')).toBe(1)
  })

  it('批准重复提交，只打一次款', async () => {
    const { id: withdrawalId } = await ask(700)
    await Promise.allSettled([money.approve(withdrawalId), money.approve(withdrawalId)])
    await money.approve(withdrawalId)
    await money.world.runTimer()
    const bills = await money.world.control<unknown[]>('wechat/transfers', undefined, 'GET')
    expect(bills).toHaveLength(1)
  })

  it('没有权限的人看不到审核台', async () => {
    expect(await money.mei.refusal('owner.listWithdrawals', {})).toBe('NOT_ALLOWED')
  })

  it('审核台按先来后到', async () => {
    await ask(300)
    await money.world.cloud.advance(1000)
    await ask(200)
    const { rows } = await money.finance.call('owner.listWithdrawals', { status: 'requested' })
    expect(rows.map((row) => [row.name, row.amountFen, row.tier])).toEqual([
      ['林晓梅', 300, 'silver'],
      ['林晓梅', 200, 'silver'],
    ])
  })

  it.each([3, 5, 7, 9, 11, 13, 15, 17, 19])(
    '批准在第 %i 次数据库调用被杀：定时器接着打款，只打一次',
    async (calls) => {
      const { id: withdrawalId } = await ask(700)
      await money.cutShort('owner', calls, () => money.approve(withdrawalId))
      await money.approve(withdrawalId).catch(() => undefined)
      await pause(61_000)
      await pause(61_000)
      expect(money.withdrawal(withdrawalId).status).toBe('awaiting-confirmation')
      const bills = await money.world.control<unknown[]>('wechat/transfers', undefined, 'GET')
      expect(bills).toHaveLength(1)
    },
  )
})

describe('打款', () => {
  it('转账通知来两次，只记一次到账', async () => {
    const { id } = await ask(1000)
    await money.approve(id)
    await money.confirmOnPhone(id)
    await money.deliver('transfer', 2)
    expect(money.withdrawal(id)).toMatchObject({ status: 'paid', packageInfo: null })
    expect(money.entries('WITHDRAWAL_PAID')).toHaveLength(1)
    const own = { withdrawalId: id }
    expect(await money.mei.refusal('distributor.confirmWithdrawal', own)).toBe(
      'WITHDRAWAL_NOT_CONFIRMABLE',
    )
    expect(await money.lan.refusal('distributor.checkWithdrawal', own)).toBe('WITHDRAWAL_UNKNOWN')
  })

  it('微信说失败：钱回到可提现，当月的税也退掉', async () => {
    const { id } = await ask(1000)
    await money.approve(id)
    await decide(money.withdrawal(id).outBillNo, 'FAIL', 'ACCOUNT_FROZEN')
    await money.deliver('transfer')
    expect(money.withdrawal(id)).toMatchObject({ status: 'returned', checkAt: null })
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 1392, withdrawingFen: 0 })
    expect(money.world.cloud.database.list('tax_years')).toMatchObject([
      { months: [{ month: '2026-11', incomeFen: 0, taxFen: 0 }] },
    ])
  })

  it('24 小时没人确认：自动退回，说明原因', async () => {
    const { id } = await ask(1000)
    await money.approve(id)
    await money.world.passDays(2)
    await money.world.runTimer()
    expect(money.withdrawal(id)).toMatchObject({
      status: 'returned',
      reason: '超过 24 小时没有确认收款',
    })
  })

  it.each(['ANSWER_FORGED', 'SYSTEM_ERROR', undefined])(
    '打款时没答清楚（%s）：不当成失败，用同一个单号问清楚',
    async (code) => {
      const { id } = await ask(1000)
      const lost = { match: { target: 'pay' }, count: 1 } as const
      money.world.cloud.faults.add(
        code === undefined
          ? { ...lost, effect: 'drop-answer-after-work' }
          : { ...lost, effect: 'fail', code },
      )
      await money.approve(id)
      expect(money.withdrawal(id).status).toBe('dispatched')
      await pause(61_000)
      expect(money.withdrawal(id).status).toBe('awaiting-confirmation')
      await money.confirmOnPhone(id)
      await pause(61_000)
      expect(money.withdrawal(id).status).toBe('paid')
      const bills = await money.world.control<unknown[]>('wechat/transfers', undefined, 'GET')
      expect(bills).toHaveLength(1)
    },
  )

  it('已经退回的又说到账：不动账，叫人来核对', async () => {
    const { id } = await ask(1000)
    await money.approve(id)
    const waiting = money.withdrawal(id)
    await money.confirmOnPhone(id)
    const { database } = money.world.cloud
    database.put('withdrawals', [{ ...waiting, status: 'returned', checkAt: null }])
    await money.deliver('transfer')
    expect(money.alerts().map((alert) => alert.kind)).toEqual(['TRANSFER_AFTER_RETURN'])
    // The books know nothing of this made-up return.
    database.put('withdrawals', [waiting])
  })

  it('微信明确不受理：查无此单满一会儿，钱才退回', async () => {
    const { id } = await ask(1000)
    const match = { target: 'pay' }
    const message = '参数错误'
    money.world.cloud.faults.add({ match, effect: 'fail', code: 'PARAM_ERROR', message, count: 1 })
    await money.approve(id)
    expect(money.withdrawal(id)).toMatchObject({ status: 'dispatched' })
    await pause(121_000)
    expect(money.withdrawal(id)).toMatchObject({
      status: 'returned',
      reason: '微信没有受理：参数错误',
    })
  })

  it('商户号余额不足：提醒店主，充值后自动打出', async () => {
    const { id } = await ask(1000)
    await money.world.control('wechat/settings', { balanceFen: 10 }, 'PUT')
    await money.approve(id)
    expect(money.withdrawal(id).status).toBe('dispatched')
    expect(money.alerts().map((alert) => alert.kind)).toEqual(['TRANSFER_NOT_ENOUGH'])
    await money.world.control('wechat/settings', { balanceFen: 100_000 }, 'PUT')
    await pause(121_000)
    expect(money.withdrawal(id).status).toBe('awaiting-confirmation')
  })

  it('劳务报酬的税在打款当月算定', async () => {
    enrich(250_000)
    const { id } = await ask(100_000)
    await money.approve(id)
    // ¥1,000 less ¥800, 20 %.
    expect(money.withdrawal(id)).toMatchObject({ taxFen: 4000, netFen: 96_000 })
    const again = await ask(100_000)
    await money.approve(again.id)
    // ¥2,000 less ¥800, 20 %, less ¥40 withheld before.
    expect(money.withdrawal(again.id)).toMatchObject({ taxFen: 20_000, netFen: 80_000 })
    const years = money.world.cloud.database.list('tax_years')
    expect(years).toMatchObject([{ months: [{ incomeFen: 200_000, taxFen: 24_000 }] }])
  })
})

describe('提现记录', () => {
  it('翻页不重不漏，同一毫秒的也不会', async () => {
    enrich(10_000)
    policy({ dailyCount: 30 })
    const asked = new Set<string>()
    for (let i = 0; i < 23; i += 1) asked.add((await ask(100)).id)
    const { database } = money.world.cloud
    const rows = [...asked].map((id, index) => ({
      ...money.withdrawal(id),
      requestedAt: earned.at() + (index < 4 ? index : 10),
    }))
    database.put('withdrawals', rows)
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const input: { cursor?: string } = cursor ? { cursor } : {}
      const page = await money.mei.call('distributor.listWithdrawals', input)
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
    } while (cursor)
    expect(seen).toHaveLength(23)
    expect(new Set(seen)).toEqual(asked)
    expect(await money.mei.refusal('distributor.listWithdrawals', { cursor: 'x' })).toBe(
      'INPUT_INVALID',
    )
  })
})
