// 个税: what was withheld can be filed, agrees with the ledger to the fen, and leaves for the tax office once.
import { parse } from 'csv-parse/sync'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LedgerEntry } from '@contract/model/ledger'
import type { AuditRecord } from '@contract/model/records'
import type { Shop } from '@contract/model/shop'
import { fenFromText } from '@contract/money'
import { startOfDate } from '@contract/time'
import { recomputeTax } from '../../../cloudfunctions/domain/tax/recompute-tax'
import type { Snapshot } from '../../../emulator/cloud'
import { idNumberOf } from '../../support/real-names'
import type { Person } from '../../support/world'
import { giveMoney } from './give-money'
import { openMoney, type Money } from './open-money'

let money: Money
let earned: Snapshot
let earnedAt: number

beforeAll(async () => {
  money = await openMoney()
  await money.earn()
  for (const person of [money.mei, money.lan]) giveMoney(money, person.distributorId, 10_000_000)
  earned = money.world.cloud.snapshot()
  earnedAt = money.world.cloud.clock.now()
})
beforeEach(async () => {
  await money.world.cloud.restore(earned)
  money.world.cloud.clock.set(earnedAt)
  const shop = money.world.cloud.database.get<Shop>('settings', 'shop')
  // Limits are not what is tested here.
  const most = 1_000_000_000 as never
  if (shop) {
    const withdrawal = { ...shop.withdrawal, maxFen: most, dailyFen: most, fourEyesFen: most }
    money.changeShop({ withdrawal: { ...withdrawal, dailyCount: 99 } })
  }
  await money.world.control('wechat/settings', { dailyLimitFen: 1_000_000_000 }, 'PUT')
})
afterEach(() => {
  money.world.cloud.faults.clear()
  money.world.audit()
})
afterAll(() => money.world.stop())

const at = (moment: string) => money.world.cloud.clock.set(Date.parse(`${moment}:00+08:00`))
const withdrawals = (person: Person) =>
  money.world.cloud.database.find<ReturnType<Money['withdrawal']>>('withdrawals', {
    distributorId: person.distributorId,
  })

/** Asked for, approved; answers the id. */
async function send(person: Person, amountFen: number): Promise<string> {
  const { id } = await person.call('distributor.requestWithdrawal', { amountFen })
  await money.approve(id)
  return id
}

async function confirm(person: Person, withdrawalId: string): Promise<void> {
  const params = await person.call('distributor.confirmWithdrawal', { withdrawalId })
  await money.world.wechat('confirm-transfer', person, params)
  await money.deliver('transfer')
}

/** Asked for, approved, confirmed on the phone. */
async function pay(person: Person, amountFen: number): Promise<string> {
  const id = await send(person, amountFen)
  await confirm(person, id)
  expect(money.withdrawal(id).status).toBe('paid')
  return id
}

const taxOf = (id: string) => money.withdrawal(id).taxFen
const setMode = (from: string, mode: 'none' | 'labour' | 'platform-cumulative') =>
  money.owner.call('owner.setTaxMode', { from, mode })
const monthOf = (month: string) => money.finance.call('owner.getTaxMonth', { month })

describe('代扣', () => {
  it('平台累计预扣：一月又一月，按今年累计算，步骤留在提现上', async () => {
    await setMode('2026-12', 'platform-cumulative')
    at('2026-12-05T10:00')
    // 20,000 × 80 % − 5,000 = 11,000 × 3 %
    const first = await pay(money.mei, 2_000_000)
    // 40,000 × 80 % − 5,000 = 27,000 × 3 % = 810, less 330
    const second = await pay(money.mei, 2_000_000)
    // 60,000 × 80 % − 5,000 = 43,000 × 10 % − 2,520 = 1,780, less 810
    const third = await pay(money.mei, 2_000_000)
    // A new year: 20,000 alone again.
    at('2027-01-05T10:00')
    const fourth = await pay(money.mei, 2_000_000)
    expect([first, second, third, fourth].map(taxOf)).toEqual([33_000, 48_000, 97_000, 33_000])
    for (const one of withdrawals(money.mei)) expect(recomputeTax(one.taxSteps)).toBe(one.taxFen)
    expect(money.world.cloud.database.list('tax_years')).toHaveLength(2)
  })

  it('打款那一刻的上海月份算数：11 月 30 日 23:59 和 12 月 1 日 00:00', async () => {
    at('2026-11-30T23:00')
    const [late, early] = [
      await money.mei.call('distributor.requestWithdrawal', { amountFen: 200_000 }),
      await money.mei.call('distributor.requestWithdrawal', { amountFen: 200_000 }),
    ]
    money.world.cloud.clock.set(startOfDate('2026-12-01') - 60_000)
    await money.approve(late.id)
    money.world.cloud.clock.set(startOfDate('2026-12-01'))
    await money.approve(early.id)
    // Each month alone: (2,000 − 800) × 20 %. Together in one month it would have been 400 for the second.
    expect([late.id, early.id].map((id) => money.withdrawal(id).taxMonth)).toEqual([
      '2026-11',
      '2026-12',
    ])
    expect([late.id, early.id].map(taxOf)).toEqual([24_000, 24_000])
  })

  it('跨年才退回的，从打款的那个月里拿出来', async () => {
    at('2026-12-31T23:00')
    const kept = await pay(money.mei, 100_000)
    const returned = await send(money.mei, 500_000)
    at('2027-01-02T12:00')
    await money.world.runTimer()
    await money.world.runTimer()
    expect(money.withdrawal(returned).status).toBe('returned')
    expect(money.world.cloud.database.list('tax_years')).toMatchObject([
      { year: '2026', months: [{ month: '2026-12', incomeFen: 100_000, taxFen: taxOf(kept) }] },
    ])
  })

  it('同一个人两笔同时批准，同一块钱不扣两次税', async () => {
    const asked = [
      await money.mei.call('distributor.requestWithdrawal', { amountFen: 200_000 }),
      await money.mei.call('distributor.requestWithdrawal', { amountFen: 200_000 }),
    ]
    // Two instances stand ready, and whoever looks at the year is overtaken before they write.
    await Promise.all([1, 2, 3, 4].map(() => monthOf('2026-11')))
    const match = { target: 'database', function: 'owner', collection: 'tax_years' }
    money.world.cloud.faults.add({ match, effect: 'delay', delayMs: 40 })
    await Promise.all(asked.map(({ id }) => money.approve(id)))
    // (4,000 − 800) × 20 % on both together; each for itself would have been (2,000 − 800) × 20 % twice, 480.
    expect(asked.reduce((sum, { id }) => sum + taxOf(id), 0)).toBe(64_000)
  })

  it('试算写的和真扣的一样', async () => {
    const quote = await money.mei.call('distributor.quoteWithdrawal', { amountFen: 500_000 })
    const id = await pay(money.mei, 500_000)
    expect(money.withdrawal(id)).toMatchObject({ taxFen: quote.taxFen, netFen: quote.netFen })
    expect(quote.taxSteps).toEqual(money.withdrawal(id).taxSteps)
  })
})

describe('代扣方式', () => {
  it('打过款的月份不能改，下个月起可以；已经扣的一分不变', async () => {
    const before = await pay(money.mei, 500_000)
    expect((await monthOf('2026-11')).mayChangeFrom).toBe('2026-12')
    for (const from of ['2026-11', '2026-01']) {
      expect(await money.owner.refusal('owner.setTaxMode', { from, mode: 'none' })).toBe(
        'TAX_MODE_PAST',
      )
    }
    await setMode('2026-12', 'none')
    await setMode('2026-12', 'none')
    expect((await monthOf('2026-11')).mode).toBe('labour')
    expect(taxOf(before)).toBe(80_000)
    at('2026-12-01T00:00')
    expect(taxOf(await send(money.lan, 500_000))).toBe(0)
  })

  it('这个月还没打过款，从这个月就能改', async () => {
    expect((await monthOf('2026-11')).mayChangeFrom).toBe('2026-11')
    await setMode('2026-11', 'none')
    expect(taxOf(await send(money.mei, 500_000))).toBe(0)
  })

  it('只有店主能改', async () => {
    const rule = { from: '2027-01', mode: 'none' } as const
    expect(await money.finance.refusal('owner.setTaxMode', rule)).toBe('NOT_ALLOWED')
    expect(await money.mei.refusal('owner.getTaxMonth', {})).toBe('NOT_ALLOWED')
  })
})

/** What the ledger's withheld-tax account got from the withdrawals dispatched in a month. */
function withheldInLedger(month: string): number {
  const ofMonth = new Set(
    money.world.cloud.database
      .find<{ _id: string }>('withdrawals', { taxMonth: month })
      .map((one) => one._id),
  )
  return money
    .entries('WITHDRAWAL_PAID')
    .filter((entry: LedgerEntry) => ofMonth.has(entry.withdrawalId ?? ''))
    .flatMap((entry) => entry.postings)
    .filter((posting) => posting.account === 'tax:withheld')
    .reduce((sum, posting) => sum - posting.amountFen, 0)
}

describe('报税明细', () => {
  it('每人一行，合计和账本的代扣税一分不差；在途的另外说', async () => {
    await pay(money.mei, 500_000)
    await pay(money.mei, 123_457)
    await pay(money.lan, 90_001)
    const waiting = await send(money.lan, 300_000)
    const month = await monthOf('2026-11')
    expect([...month.people].sort((a, b) => a.incomeFen - b.incomeFen)).toMatchObject([
      { name: '何岚', maskedName: '何*', incomeFen: 90_001 },
      { name: '林晓梅', maskedName: '林**', incomeFen: 623_457 },
    ])
    expect(month.withheldFen).toBe(withheldInLedger('2026-11'))
    expect(month.ledgerFen).toBe(month.withheldFen)
    expect(month.open).toEqual({ count: 1, taxFen: taxOf(waiting) })

    const answer = await money.finance.call('owner.exportTaxFiling', {
      month: '2026-11',
      reason: '十一月个税申报',
    })
    expect(answer).toMatchObject({ people: 2, fileName: 'tax-2026-11.csv' })
    const rows = parse<Record<string, string>>(answer.csv, { bom: true, columns: true })
    const sum = rows.reduce((total, row) => total + (fenFromText(row['本月实扣'] ?? '') ?? NaN), 0)
    expect(sum).toBe(withheldInLedger('2026-11'))
    expect(rows.map((row) => [row['姓名'], row['证件号码']?.trim()])).toContainEqual([
      '林晓梅',
      idNumberOf(money.mei.openid),
    ])
  })

  it('月底打款、下月到账，算在打款的月份', async () => {
    at('2026-11-30T23:50')
    const id = await send(money.mei, 500_000)
    at('2026-12-01T08:00')
    await confirm(money.mei, id)
    expect((await monthOf('2026-11')).withheldFen).toBe(taxOf(id))
    expect((await monthOf('2026-12')).people).toEqual([])
    expect(money.entries('WITHDRAWAL_PAID')[0]?.on).toBe('2026-12-01')
  })

  it('导出要原因，每次都留下谁看了谁的', async () => {
    await pay(money.mei, 500_000)
    const month = '2026-11'
    expect(await money.finance.refusal('owner.exportTaxFiling', { month, reason: ' ' })).toBe(
      'INPUT_INVALID',
    )
    const requestId = money.world.newRequestId()
    const reason = '十一月个税申报'
    for (let time = 0; time < 2; time += 1) {
      await money.finance.call('owner.exportTaxFiling', { month, reason }, { requestId })
    }
    const uses = money.world.cloud.database
      .list<AuditRecord>('audit_records')
      .filter((record) => record.action === 'real-name.open' && record.subject === month)
    // Also the repeat is a look: two records, each with its reason and whose names were opened.
    expect(uses).toHaveLength(2)
    for (const use of uses) {
      expect(use.memberId).toBe(money.finance.memberId)
      expect(JSON.parse(use.summary)).toEqual({
        purpose: 'filing',
        reason,
        members: [money.mei.memberId],
      })
    }
    expect(await money.mei.refusal('owner.exportTaxFiling', { month, reason })).toBe('NOT_ALLOWED')
    expect(await money.owner.refusal('owner.exportTaxFiling', { month: '2027-01', reason })).toBe(
      'TAX_MONTH_INVALID',
    )
  })
})

describe('缴税登记', () => {
  const voucher = (amountFen: number, voucherNo = '3201-2026-0001', paidOn = '2026-12-10') => ({
    month: '2026-11',
    amountFen,
    voucherNo,
    paidOn,
  })

  beforeEach(async () => {
    await pay(money.mei, 500_000)
    at('2026-12-10T10:00')
  })

  it('记一次，再记还是一次；代扣税的科目减掉，剩多少看得到', async () => {
    await money.finance.call('owner.recordTaxPayment', voucher(50_000))
    await money.finance.call('owner.recordTaxPayment', voucher(50_000))
    expect(money.entries('TAX_REMITTED')).toMatchObject([
      {
        _id: 'tax:2026-11:3201-2026-0001',
        postings: [
          { account: 'tax:withheld', amountFen: 50_000 },
          { account: 'cash:bank', amountFen: -50_000 },
        ],
      },
    ])
    expect(await monthOf('2026-11')).toMatchObject({
      withheldFen: 80_000,
      remittedFen: 50_000,
      leftFen: 30_000,
      payments: [{ voucherNo: '3201-2026-0001', amountFen: 50_000, paidOn: '2026-12-10' }],
    })
  })

  it.each([
    ['同一张凭证，金额变了', voucher(60_000), 'IDEMPOTENCY_CONFLICT'],
    ['比代扣的还多', voucher(30_001, '3201-2026-0002'), 'TAX_PAYMENT_TOO_MUCH'],
    ['零', voucher(0, '3201-2026-0002'), 'INPUT_INVALID'],
    ['还没到的日子', voucher(1, '3201-2026-0002', '2026-12-11'), 'INPUT_INVALID'],
    ['没有这一天', voucher(1, '3201-2026-0002', '2026-11-31'), 'INPUT_INVALID'],
    ['比所属月份还早', voucher(1, '3201-2026-0002', '2026-10-31'), 'INPUT_INVALID'],
    ['还没到的月份', { ...voucher(1, '3201-2026-0002'), month: '2027-01' }, 'TAX_MONTH_INVALID'],
  ])('%s：拒绝，账不动', async (_label, input, code) => {
    await money.finance.call('owner.recordTaxPayment', voucher(50_000))
    expect(await money.finance.refusal('owner.recordTaxPayment', input)).toBe(code)
    expect(money.entries('TAX_REMITTED')).toHaveLength(1)
  })

  it('两张凭证同时登记，加起来超过的那张不算', async () => {
    const outcomes = await Promise.allSettled([
      money.finance.call('owner.recordTaxPayment', voucher(50_000, '3201-A')),
      money.owner.call('owner.recordTaxPayment', voucher(50_000, '3201-B')),
    ])
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect((await monthOf('2026-11')).remittedFen).toBe(50_000)
  })

  it('登记到一半被杀：再登记一次，只记一次', async () => {
    const snapshot = money.world.cloud.snapshot()
    const now = money.world.cloud.clock.now()
    const calls = await money.world.countCalls(() =>
      money.finance.call('owner.recordTaxPayment', voucher(50_000)),
    )
    for (let after = 0; after < calls; after += 1) {
      await money.world.cloud.restore(snapshot)
      money.world.cloud.clock.set(now)
      await money.cutShort('owner', after, () =>
        money.finance.call('owner.recordTaxPayment', voucher(50_000)),
      )
      await money.finance.call('owner.recordTaxPayment', voucher(50_000))
      expect(money.entries('TAX_REMITTED')).toHaveLength(1)
      expect((await monthOf('2026-11')).remittedFen).toBe(50_000)
    }
  })
})
