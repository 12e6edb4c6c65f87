// 月度对账单：期初加上这个月的每一笔等于期末，每一行都来自账本，翻页不重不漏，别人的看不到。
import { describe, expect, it } from 'vitest'
import { parse } from 'csv-parse/sync'
import type { Api } from '@contract/api'
import type { StatementMonth } from '@contract/model/books'
import type { AuditRecord } from '@contract/model/records'
import { dateOf, startOfDate } from '@contract/time'
import { passTo } from './books'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money

startEachTest((opened) => (money = opened))

type Statement = Api['distributor.getStatement']['output']

const own = (month: string, cursor?: string) =>
  money.mei.call('distributor.getStatement', { month, ...(cursor ? { cursor } : {}) })
const lineOf = (statement: Statement, line: string) =>
  statement.lines.find((one) => one.line === line)
const kept = () => money.world.cloud.database.list<StatementMonth>('statement_months')
const PARTS = ['pendingFen', 'availableFen', 'withdrawingFen', 'clawbackFen'] as const

/** Opening + every line = closing, part by part; and the rows shown are those lines. */
function expectSound(statement: Statement, rows = statement.rows.rows): void {
  for (const part of PARTS) {
    const moved = statement.lines.reduce((sum, line) => sum + line[part], 0)
    expect(statement.opening[part] + moved, part).toBe(statement.closing[part])
    expect(
      rows.reduce((sum, row) => sum + row[part], 0),
      part,
    ).toBe(moved)
  }
  expect(rows).toHaveLength(statement.lines.reduce((sum, line) => sum + line.count, 0))
}

async function tax(): Promise<void> {
  const { withdrawal } = money.world.cloud.database.get<{ withdrawal: object }>('settings', 'shop')!
  money.changeShop({ withdrawal: { ...withdrawal, feeFen: 100 } as never })
}

describe('一个月里发生的每一类', () => {
  it('佣金、冲销、结算、提现、手续费、追回、奖励，各归各行，期末就是钱包', async () => {
    await tax()
    await money.owner.call('owner.setIncentiveBudget', { budgetFen: 10_000, reason: '试' })
    await money.owner.call('owner.payIncentive', {
      distributorId: money.mei.distributorId,
      amountFen: 300,
      reason: '十一月第一',
    })
    const early = await money.earn()
    const late = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.refund(late, [{ line: 1, quantity: 1 }])
    await money.withdraw(1692)
    money.changeShop({ afterSaleDays: 30 })
    await money.refund(early, [{ line: 2, quantity: 1 }])

    const statement = await own('2026-11')
    expectSound(statement)
    const wallet = money.wallet(money.mei)
    for (const part of PARTS) expect(statement.closing[part]).toBe(wallet[part])
    expect(statement.opening).toEqual({
      pendingFen: 0,
      availableFen: 0,
      withdrawingFen: 0,
      clawbackFen: 0,
    })
    expect(lineOf(statement, 'accrued')).toMatchObject({ count: 2, pendingFen: 2784 })
    expect(lineOf(statement, 'reversed')).toMatchObject({ count: 1, pendingFen: -600 })
    expect(lineOf(statement, 'settled')).toMatchObject({ pendingFen: -1392, availableFen: 1392 })
    expect(lineOf(statement, 'bonus')).toMatchObject({ count: 1, availableFen: 300 })
    expect(lineOf(statement, 'asked')).toMatchObject({ availableFen: -1692, withdrawingFen: 1692 })
    expect(lineOf(statement, 'paid')).toMatchObject({ withdrawingFen: -1692 })
    expect(lineOf(statement, 'clawed-back')).toMatchObject({ availableFen: 0, clawbackFen: 792 })
    expect(statement.paid).toEqual({ netFen: 1592, taxFen: 0, feeFen: 100 })
  })

  it('被税扣掉的、驳回的、核销的也都在', async () => {
    money.changeShop({ tax: [{ from: '2026-11', mode: 'labour' }] })
    await money.owner.call('owner.setIncentiveBudget', { budgetFen: 100_000, reason: '试' })
    const { distributorId } = money.mei
    const bonus = { distributorId, amountFen: 100_000, reason: '年度奖' }
    await money.owner.call('owner.payIncentive', bonus)
    const { id } = await money.mei.call('distributor.requestWithdrawal', { amountFen: 10_000 })
    await money.owner.call('owner.rejectWithdrawal', { withdrawalId: id, reason: '核对一下' })
    await money.withdraw(100_000)
    const statement = await own('2026-11')
    expectSound(statement)
    // 劳务报酬 ¥1,000.00：减 ¥800.00，两成，¥40.00。
    expect(statement.paid).toEqual({ netFen: 96_000, taxFen: 4000, feeFen: 0 })
    expect(lineOf(statement, 'given-back')).toMatchObject({ count: 1, availableFen: 10_000 })
  })

  it('每一行说得出为什么：哪笔佣金，哪笔提现，奖励的理由', async () => {
    await money.owner.call('owner.setIncentiveBudget', { budgetFen: 10_000, reason: '试' })
    const { distributorId } = money.mei
    const bonus = { distributorId, amountFen: 300, reason: '十一月第一' }
    await money.owner.call('owner.payIncentive', bonus)
    await money.shopper.call('mall.openSession', {})
    await money.shopper.call('mall.setNickname', { nickname: '王小明' })
    const orderId = await money.earn()
    const withdrawalId = await money.withdraw(100)
    const { rows } = (await own('2026-11')).rows
    const commission = money.commissionOf(money.mei, orderId)
    const about = (line: string) => rows.find((row) => row.line === line)
    const shown = [{ id: commission._id, title: expect.stringContaining('龙井') as string }]
    expect(about('accrued')?.commissions).toMatchObject(shown)
    expect(about('settled')?.commissions).toMatchObject(shown)
    expect(about('accrued')?.commissions[0]?.buyerName).toBe('王**')
    expect(about('paid')?.withdrawalId).toBe(withdrawalId)
    expect(about('bonus')?.note).toBe('十一月第一')
  })
})

describe('一个月接一个月', () => {
  it('上个月的期末就是下个月的期初；空的月份原样过去', async () => {
    await money.earn()
    await passTo(money, '2027-02-10', '12:00')
    await money.withdraw(1000)
    const [november, december, february] = [
      await own('2026-11'),
      await own('2026-12'),
      await own('2027-02'),
    ]
    expect(november).toMatchObject({ isOver: true, closing: { availableFen: 1392 } })
    expect(december.opening).toEqual(november.closing)
    expect(december.closing).toEqual(november.closing)
    expect(december.rows.rows).toEqual([])
    expect(february).toMatchObject({
      isOver: false,
      firstMonth: '2026-11',
      lastMonth: '2027-02',
      opening: { availableFen: 1392 },
      closing: { availableFen: 392 },
    })
    for (const statement of [november, december, february]) expectSound(statement)
  })

  it('过完的月份存下来，再看不用重读从前；重复、同时看，存的都一样', async () => {
    await money.earn()
    await passTo(money, '2027-02-10', '12:00')
    const readings = await Promise.all([own('2027-02'), own('2027-01'), own('2027-02')])
    expect(kept().map((month) => month.month)).toEqual(['2026-11', '2026-12', '2027-01'])
    expect(readings[0].opening).toEqual(readings[2].opening)
    const calls = await money.world.countCalls(() => own('2027-02'))
    // Member, distributor, the kept month, this month's entries, and the page shown.
    expect(calls).toBe(5)
  })

  it('月底最后一刻的一笔算在那个月；刚过零点还不封存', async () => {
    await money.owner.call('owner.setIncentiveBudget', { budgetFen: 10_000, reason: '试' })
    const give = () =>
      money.owner.call('owner.payIncentive', {
        distributorId: money.mei.distributorId,
        amountFen: 100,
        reason: '月底',
      })
    await money.world.cloud.advance(startOfDate('2026-12-01') - 500 - money.world.cloud.clock.now())
    money.world.cloud.clock.freeze(startOfDate('2026-12-01') - 1)
    await give()
    money.world.cloud.clock.freeze(startOfDate('2026-12-01'))
    await money.owner.call('owner.setIncentiveBudget', { budgetFen: 10_000, reason: '试' })
    await give()
    expect((await own('2026-11')).closing.availableFen).toBe(100)
    expect((await own('2026-12')).closing.availableFen).toBe(200)
    expect(kept()).toEqual([])
    money.world.cloud.clock.resume()
    await passTo(money, '2026-12-01', '01:01')
    await own('2026-12')
    expect(kept()).toMatchObject([{ month: '2026-11', closing: { availableFen: 100 } }])
  })

  it.each([
    ['做分销员之前', '2026-10'],
    ['还没有到', '2026-12'],
  ])('没有对账单：%s', async (_label, month) => {
    expect(await money.mei.refusal('distributor.getStatement', { month })).toBe('STATEMENT_NONE')
  })
})

describe('一个月里有很多笔', () => {
  /** 账本里多出一千多笔奖励，同一毫秒的也有。 */
  function enrich(count: number): void {
    const { database, clock } = money.world.cloud
    const { distributorId } = money.mei
    const at = clock.now()
    const decision = { kind: 'incentive', status: 'done', decidedBy: null, distributorId }
    for (let index = 0; index < count; index += 1) {
      const _id = `mdc_${String(index).padStart(5, '0')}`
      const moment = at + Math.floor(index / 3)
      const amounts = { amountFen: 7, askedBy: 'mbr_boss', reason: `第 ${index} 笔` }
      const postings = [
        { account: 'expense:incentive', amountFen: 7 },
        { account: `payable:${distributorId}:available`, amountFen: -7 },
      ]
      const facts = { orderId: null, withdrawalId: null, distributorIds: [distributorId] }
      const entry = { _id: `incentive:${_id}`, code: 'INCENTIVE_PAID', at: moment, postings }
      database.put('money_decisions', [{ _id, ...decision, ...amounts }])
      database.put('ledger_entries', [{ ...entry, on: dateOf(moment), ...facts }])
    }
    const wallet = money.wallet(money.mei)
    const availableFen = wallet.availableFen + 7 * count
    database.put('wallets', [{ ...wallet, availableFen, version: wallet.version + count }])
  }

  it('合计对，翻页不重不漏', async () => {
    enrich(1205)
    const first = await own('2026-11')
    expect(lineOf(first, 'bonus')).toMatchObject({ count: 1205, availableFen: 1205 * 7 })
    const rows = [...first.rows.rows]
    for (let { next } = first.rows; next !== null;) {
      const page = (await own('2026-11', next)).rows
      rows.push(...page.rows)
      next = page.next
    }
    expect(new Set(rows.map((row) => row.id)).size).toBe(1205)
    expectSound(first, rows)
  })
})

describe('店主看和导出', () => {
  const ask = () => ({ distributorId: money.mei.distributorId, month: '2026-11' })

  it('店主看到的和本人看到的是同一张', async () => {
    await money.earn()
    const mine = await own('2026-11')
    const theirs = await money.owner.call('owner.getStatement', ask())
    expect({ ...theirs, asOf: 0 }).toEqual({ ...mine, asOf: 0 })
  })

  it('导出 CSV：期初、每一笔、期末，金额到分，理由留在操作记录里；别人写的字不会变成公式', async () => {
    await money.owner.call('owner.setIncentiveBudget', { budgetFen: 10_000, reason: '试' })
    const { distributorId } = money.mei
    const bonus = { distributorId, amountFen: 300, reason: '=HYPERLINK("x")' }
    await money.owner.call('owner.payIncentive', bonus)
    await money.earn()
    await money.withdraw(1000)
    const input = { ...ask(), reason: '给会计报账' }
    const { csv, fileName } = await money.finance.call('owner.exportStatement', input)
    expect(fileName).toBe(`对账单-2026-11-${distributorId}.csv`)
    const rows = parse<Record<string, string>>(csv, { bom: true, columns: true })
    const yuan = (name: string) => rows.slice(0, -1).reduce((sum, row) => sum + fenOf(row[name]), 0)
    expect(rows[0]).toMatchObject({ 类型: '期初余额', 可提现: '0.00' })
    expect(rows.at(-1)).toMatchObject({ 类型: '期末余额', 可提现: '6.92' })
    expect(yuan('可提现')).toBe(692)
    expect(rows.map((row) => row['类型'])).toEqual([
      ...['期初余额', '奖励', '新佣金', '佣金结算', '申请提现', '提现到账', '期末余额'],
    ])
    expect(rows.find((row) => row['类型'] === '奖励')?.['说明']).toBe(`'=HYPERLINK("x")`)
    const trail = money.world.cloud.database.find<AuditRecord>('audit_records', {
      action: 'owner.exportStatement',
    })
    expect(trail).toMatchObject([{ memberId: money.finance.memberId, subject: distributorId }])
    expect(trail[0]?.summary).toContain('给会计报账')
  })

  it('不写理由不能导出；没有这个人；别人不能看', async () => {
    const blank = { ...ask(), reason: ' ' }
    expect(await money.owner.refusal('owner.exportStatement', blank)).toBe('INPUT_INVALID')
    const nobody = { ...ask(), distributorId: 'dst_nobody' }
    expect(await money.owner.refusal('owner.getStatement', nobody)).toBe('DISTRIBUTOR_UNKNOWN')
    for (const person of [money.lan, money.shopper]) {
      expect(await person.refusal('owner.getStatement', ask())).toBe('NOT_ALLOWED')
      const input = { ...ask(), reason: '看看' }
      expect(await person.refusal('owner.exportStatement', input)).toBe('NOT_ALLOWED')
    }
    expect(await money.shopper.refusal('distributor.getStatement', { month: '2026-11' })).toBe(
      'DISTRIBUTOR_ONLY',
    )
  })
})

function fenOf(text: string | undefined): number {
  return Math.round(Number(text) * 100)
}
