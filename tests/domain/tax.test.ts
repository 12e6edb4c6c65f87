// 个税: worked examples by hand, what no example may break, the dated mode, and the month's filing.
import { parse } from 'csv-parse/sync'
import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, fenFromText, sumFen, type Fen } from '@contract/money'
import type { TaxMode, TaxStep, TaxYear } from '@contract/model/tax'
import { taxOn } from '../../cloudfunctions/domain/tax/apply-bracket'
import { labourDue } from '../../cloudfunctions/domain/tax/compute-due'
import {
  makeFiling,
  totalFiling,
  type FiledWithdrawal,
} from '../../cloudfunctions/domain/tax/make-filing'
import { recomputeTax } from '../../cloudfunctions/domain/tax/recompute-tax'
import { addRule, firstMonthOf, modeFor, modeOf } from '../../cloudfunctions/domain/tax/tax-mode'
import { addToYear, emptyTaxYear, takeFromYear } from '../../cloudfunctions/domain/tax/tax-year'
import { withholdTax } from '../../cloudfunctions/domain/tax/withhold-tax'
import { writeFiling } from '../../cloudfunctions/domain/tax/write-filing'
import { NOON } from './support/builders'

const yuan = (amount: number): Fen => fenFromText(String(amount)) ?? fen(-1)

interface Payout {
  readonly month: string
  readonly amountFen: Fen
  readonly taxFen: Fen
  readonly steps: readonly TaxStep[]
}

/** Dispatches amounts one after the other, as the house does, and answers with what was withheld from each. */
function payOut(
  mode: TaxMode,
  asked: readonly (readonly [month: string, amount: Fen])[],
): Payout[] {
  const years = new Map<string, TaxYear>()
  return asked.map(([month, amountFen]) => {
    const year = years.get(month.slice(0, 4)) ?? emptyTaxYear('dst_mei', month)
    const { taxFen, steps } = withholdTax({ mode, amountFen, month, year })
    const paid = { amountFen, taxFen, taxMonth: month, taxMode: mode }
    years.set(year.year, addToYear(year, paid))
    return { month, amountFen, taxFen, steps }
  })
}

describe('劳务报酬：一个月的总额，元', () => {
  it.each([
    // Up to 800 nothing is left to tax.
    [0, 0],
    [800, 0],
    // (801 − 800) × 20 %
    [801, 0.2],
    // (2,000 − 800) × 20 %
    [2_000, 240],
    // (4,000 − 800) × 20 %
    [4_000, 640],
    // 4,000.01 × 80 % × 20 % = 640.0016
    [4_000.01, 640],
    // 5,000 × 80 % = 4,000 × 20 %
    [5_000, 800],
    // 25,000 × 80 % = 20,000, the end of the first bracket: × 20 %
    [25_000, 4_000],
    // 20,000.008 × 30 % − 2,000 = 4,000.0024
    [25_000.01, 4_000],
    // 30,000 × 80 % = 24,000 × 30 % − 2,000
    [30_000, 5_200],
    // 62,500 × 80 % = 50,000, the end of the second: × 30 % − 2,000
    [62_500, 13_000],
    // 100,000 × 80 % = 80,000 × 40 % − 7,000
    [100_000, 25_000],
  ])('%d 元，税 %d 元', (income, tax) => {
    expect(labourDue(yuan(income), '2026-11').bracket.dueFen).toBe(yuan(tax))
  })

  it('四舍五入到分：0.4、0.6、1.4、1.6 分', () => {
    const incomes = [80_002, 80_003, 80_007, 80_008].map(fen)
    expect(incomes.map((income) => labourDue(income, '2026-11').bracket.dueFen)).toEqual([
      0, 1, 1, 2,
    ])
  })

  it('正好半分，进一分', () => {
    // No rate of the tables meets an exact half; the rule holds all the same: 50 fen × 1 %, and a hundredth less.
    expect([taxOn(5_000, 1, 0), taxOn(4_999, 1, 0)]).toEqual([1, 0])
  })
})

describe('平台累计预扣：一年里一次次打款，元', () => {
  it.each([
    [
      '每月 10,000',
      // Jan 8,000 − 5,000 = 3,000 × 3 % = 90; Feb 16,000 − 10,000 = 6,000 × 3 % = 180 − 90; Mar likewise.
      [
        ['2026-01', 10_000, 90],
        ['2026-02', 10_000, 90],
        ['2026-03', 10_000, 90],
      ],
    ],
    [
      '一个月里分三次',
      // 5,000 → 4,000 − 5,000 < 0; 10,000 → 3,000 × 3 % = 90; 60,000 → 48,000 − 5,000 = 43,000 × 10 % − 2,520 = 1,780.
      [
        ['2026-04', 5_000, 0],
        ['2026-04', 5_000, 90],
        ['2026-04', 50_000, 1_690],
      ],
    ],
    [
      '隔一个月，中间的月份照算',
      // Jan 80,000 − 5,000 = 75,000 × 10 % − 2,520 = 4,980; Mar 120,000 − 3 × 5,000 = 105,000 × 10 % − 2,520 = 7,980.
      [
        ['2026-01', 100_000, 4_980],
        ['2026-03', 50_000, 3_000],
      ],
    ],
    [
      '前面扣多了，后面不退也不扣',
      // Jun: 100,100 × 80 % = 80,080 − 30,000 = 50,080 × 10 % − 2,520 = 2,488, less than 4,980.
      [
        ['2026-01', 100_000, 4_980],
        ['2026-06', 100, 0],
      ],
    ],
    [
      '年中才开始，月数从第一次算起',
      // Sep 24,000 − 5,000 = 19,000 × 3 % = 570; Oct 48,000 − 10,000 = 38,000 × 10 % − 2,520 = 1,280 − 570.
      [
        ['2026-09', 30_000, 570],
        ['2026-10', 30_000, 710],
      ],
    ],
    [
      '新的一年从头算',
      // Each January alone: 8,000 − 5,000 = 3,000 × 3 %.
      [
        ['2026-12', 10_000, 90],
        ['2027-01', 10_000, 90],
      ],
    ],
  ] as const)('%s', (_label, rows) => {
    const asked = rows.map(([month, amount]) => [month, yuan(amount)] as const)
    const withheld = payOut('platform-cumulative', asked).map((one) => one.taxFen)
    expect(withheld).toEqual(rows.map(([, , tax]) => yuan(tax)))
  })

  it.each([
    // The income whose taxable part (× 80 % − 5,000) ends a bracket, and its tax by that bracket; one fen more is the
    // same, because rate and quick deduction of the next bracket meet there.
    [51_250, 1_080], // 36,000 × 3 %
    [186_250, 11_880], // 144,000 × 10 % − 2,520
    [381_250, 43_080], // 300,000 × 20 % − 16,920
    [531_250, 73_080], // 420,000 × 25 % − 31,920
    [831_250, 145_080], // 660,000 × 30 % − 52,920
    [1_206_250, 250_080], // 960,000 × 35 % − 85,920
  ])('级距的边：%d 元，税 %d 元', (income, tax) => {
    const due = (amount: number) =>
      payOut('platform-cumulative', [['2026-01', fen(amount)]])[0]?.taxFen
    const edge = yuan(income)
    expect([due(edge), due(edge + 1)]).toEqual([yuan(tax), yuan(tax)])
  })

  it('最高一级：1,256,250 × 80 % − 5,000 = 1,000,000，× 45 % − 181,920', () => {
    const [paid] = payOut('platform-cumulative', [['2026-01', yuan(1_256_250)]])
    expect(paid?.taxFen).toBe(yuan(268_080))
  })

  it('0.48 分不扣，0.504 分扣一分（每分收入 0.024 分税）', () => {
    const due = (over: number) =>
      payOut('platform-cumulative', [['2026-01', fen(625_000 + over)]])[0]?.taxFen
    expect([due(20), due(21)]).toEqual([0, 1])
  })
})

describe('怎么扣都不能破的', () => {
  const modes = constantFrom<TaxMode>('none', 'labour', 'platform-cumulative')
  const payouts = array(
    record({ month: integer({ min: 1, max: 12 }), amount: integer({ min: 1, max: 30_000_000 }) }),
    { minLength: 1, maxLength: 14 },
  ).map((rows) =>
    [...rows]
      .sort((a, b) => a.month - b.month)
      .map(({ month, amount }) => [`2026-${String(month).padStart(2, '0')}`, fen(amount)] as const),
  )

  it('税不为负，也不超过那一次的钱；每一步都能只凭步骤重算', () => {
    assert(
      property(modes, payouts, (mode, asked) => {
        for (const { amountFen, taxFen, steps } of payOut(mode, asked)) {
          expect(taxFen).toBeGreaterThanOrEqual(0)
          expect(taxFen).toBeLessThanOrEqual(amountFen)
          expect(recomputeTax(steps)).toBe(taxFen)
        }
      }),
    )
  })

  it('提得多，扣得不会少', () => {
    assert(
      property(modes, payouts, integer({ min: 1, max: 5_000_000 }), (mode, asked, more) => {
        const last = asked.at(-1)
        if (last === undefined) return
        const larger = [...asked.slice(0, -1), [last[0], fen(last[1] + more)] as const]
        const tax = (rows: typeof asked) => payOut(mode, rows).at(-1)?.taxFen ?? 0
        expect(tax(larger)).toBeGreaterThanOrEqual(tax(asked))
      }),
    )
  })

  it('一个月的钱分几次提，扣的总数一样', () => {
    const parts = array(integer({ min: 1, max: 3_000_000 }), { minLength: 1, maxLength: 12 })
    assert(
      property(modes, payouts, parts, (mode, before, amounts) => {
        const earlier = before.filter(([month]) => month < '2026-12')
        const rows = amounts.map((amount) => ['2026-12', fen(amount)] as const)
        const whole = ['2026-12', sumFen(rows, ([, amount]) => amount)] as const
        const taxOf = (paid: Payout[]) => sumFen(paid.slice(earlier.length), ({ taxFen }) => taxFen)
        expect(taxOf(payOut(mode, [...earlier, ...rows]))).toBe(
          taxOf(payOut(mode, [...earlier, whole])),
        )
      }),
    )
  })

  it('退回的从它打款的那个月里拿出来，和没打过一样', () => {
    assert(
      property(modes, payouts, (mode, asked) => {
        let year = emptyTaxYear('dst_mei', '2026-01')
        const kept = new Map<string, number>()
        asked.forEach(([taxMonth, amountFen], index) => {
          const { taxFen } = withholdTax({ mode, amountFen, month: taxMonth, year })
          const paid = { amountFen, taxFen, taxMonth, taxMode: mode }
          year = addToYear(year, paid)
          if (index % 2 === 0) year = takeFromYear(year, paid)
          else kept.set(taxMonth, (kept.get(taxMonth) ?? 0) + amountFen)
        })
        for (const month of year.months) expect(month.incomeFen).toBe(kept.get(month.month) ?? 0)
      }),
    )
  })

  it('步骤里改动任何一个数，重算就对不上', () => {
    const [paid] = payOut('platform-cumulative', [['2026-03', yuan(30_000)]])
    const numbers = (paid?.steps ?? []).flatMap((step, index) =>
      Object.entries(step).flatMap(([field, value]) =>
        typeof value === 'number' ? [[index, field, value] as const] : [],
      ),
    )
    expect(numbers.length).toBeGreaterThan(8)
    for (const [index, field, value] of numbers) {
      const steps = (paid?.steps ?? []).map((step, at) =>
        at === index ? { ...step, [field]: value + 1_000 } : step,
      )
      expect([field, recomputeTax(steps)]).toEqual([field, null])
    }
  })
})

describe('代扣方式', () => {
  const rules = [
    { from: '2026-01', mode: 'none' },
    { from: '2026-07', mode: 'labour' },
    { from: '2027-01', mode: 'platform-cumulative' },
  ] as const

  it.each([
    ['2025-12', 'none'],
    ['2026-06', 'none'],
    ['2026-07', 'labour'],
    ['2026-12', 'labour'],
    ['2030-01', 'platform-cumulative'],
  ])('%s 用 %s', (month, mode) => {
    expect(modeOf(rules, month)).toBe(mode)
  })

  it('新的一条只换掉它之后的，之前的月份不变', () => {
    const after = addRule(rules, { from: '2026-10', mode: 'none' })
    for (const month of ['2026-01', '2026-06', '2026-07', '2026-09']) {
      expect(modeOf(after, month)).toBe(modeOf(rules, month))
    }
    expect([modeOf(after, '2026-10'), modeOf(after, '2027-01')]).toEqual(['none', 'none'])
  })

  it('一个人的一个月只有一种方式：先打过款的算', () => {
    const paid = { month: '2026-07', mode: 'none' as const, incomeFen: fen(1), taxFen: fen(0) }
    expect(modeFor(rules, [paid], '2026-07')).toBe('none')
    // Everything of that month came back: it is open again.
    expect(modeFor(rules, [{ ...paid, incomeFen: fen(0) }], '2026-07')).toBe('labour')
  })

  it('年中从按月改成累计：只累计改了以后的月份', () => {
    const year = payYear([
      ['labour', '2026-05', yuan(20_000)],
      ['platform-cumulative', '2026-07', yuan(10_000)],
    ])
    // 10,000 × 80 % − 5,000 = 3,000 × 3 %: May neither counts as income nor as a month.
    expect(year.months.map((one) => one.taxFen)).toEqual([yuan(3_200), yuan(90)])
  })

  it('平台累计预扣的表从 2025 年 10 月起才有', () => {
    expect(firstMonthOf('platform-cumulative')).toBe('2025-10')
    expect(() => payOut('platform-cumulative', [['2025-09', yuan(1)]])).toThrow('no tax table')
  })
})

function payYear(rows: readonly (readonly [TaxMode, string, Fen])[]): TaxYear {
  return rows.reduce(
    (year, [mode, month, amountFen]) => {
      const { taxFen } = withholdTax({ mode, amountFen, month, year })
      return addToYear(year, { amountFen, taxFen, taxMonth: month, taxMode: mode })
    },
    emptyTaxYear('dst_mei', '2026-01'),
  )
}

describe('报税明细', () => {
  const payeeOf = (name: string) => ({
    name: { keyId: 'k', box: '' },
    idNumber: { keyId: 'k', box: '' },
    maskedName: `${name.slice(0, 1)}*`,
    maskedIdNumber: '9900**********0000',
  })
  let serial = 0
  const filed = (
    who: string,
    taxMode: TaxMode,
    taxMonth: string,
    amount: number,
    tax: number,
  ): FiledWithdrawal => ({
    distributorId: `dst_${who}`,
    memberId: `mbr_${who}`,
    name: who,
    amountFen: yuan(amount),
    taxFen: yuan(tax),
    taxMonth,
    taxMode,
    payee: taxMode === 'none' ? null : payeeOf('梅'),
    paidAt: NOON + (serial += 1),
  })

  const paid = [
    filed('mei', 'platform-cumulative', '2026-10', 30_000, 570),
    filed('mei', 'platform-cumulative', '2026-11', 10_000, 0),
    filed('mei', 'platform-cumulative', '2026-11', 20_000, 710),
    filed('lan', 'labour', '2026-11', 5_000, 800),
    filed('lan', 'labour', '2026-10', 2_000, 240),
    filed('he', 'none', '2026-11', 99_999, 0),
    filed('late', 'labour', '2026-12', 5_000, 800),
    filed('old', 'labour', '2025-11', 5_000, 800),
  ]

  it('每人一行：本月、计税口径、累计', () => {
    expect(makeFiling('2026-11', paid)).toMatchObject([
      {
        distributorId: 'dst_lan',
        incomeFen: yuan(5_000),
        withheldFen: yuan(800),
        // 5,000 − 20 % = 4,000 × 20 %
        reckoning: {
          expensesFen: yuan(1_000),
          taxableFen: yuan(4_000),
          ratePercent: 20,
          months: 0,
        },
        yearIncomeFen: yuan(7_000),
        yearWithheldFen: yuan(1_040),
      },
      {
        distributorId: 'dst_mei',
        incomeFen: yuan(30_000),
        withheldFen: yuan(710),
        withheldBeforeFen: yuan(570),
        // 60,000 − 12,000 − 2 × 5,000 = 38,000 × 10 % − 2,520
        reckoning: {
          incomeFen: yuan(60_000),
          expensesFen: yuan(12_000),
          months: 2,
          allowanceFen: yuan(10_000),
          taxableFen: yuan(38_000),
          ratePercent: 10,
          quickDeductionFen: yuan(2_520),
          dueFen: yuan(1_280),
        },
        yearWithheldFen: yuan(1_280),
      },
    ])
  })

  it('不代扣的、别的月份的、没有人的月份，都不在里面', () => {
    expect(makeFiling('2026-11', paid).map((row) => row.distributorId)).not.toContain('dst_he')
    expect(makeFiling('2026-08', paid)).toEqual([])
    expect(totalFiling(makeFiling('2026-11', paid))).toEqual({
      incomeFen: yuan(35_000),
      withheldFen: yuan(1_510),
    })
  })

  it('收入不到 800 元，费用就是收入本身', () => {
    const [row] = makeFiling('2026-11', [filed('wu', 'labour', '2026-11', 300, 0)])
    expect(row?.reckoning).toMatchObject({ expensesFen: yuan(300), taxableFen: 0, dueFen: 0 })
  })

  it('文件带 BOM，Excel 打得开，证件号是文字，公式不会被执行', () => {
    const rows = makeFiling('2026-11', paid)
    const people = new Map([
      ['mbr_lan', { name: '=HYPERLINK("x","点我")', idNumber: '11010519491231002X' }],
    ])
    const csv = writeFiling('2026-11', rows, people)
    expect(csv.startsWith('\ufeff姓名,')).toBe(true)
    const [lan, mei] = parse<Record<string, string>>(csv, { bom: true, columns: true })
    expect(lan).toMatchObject({
      姓名: `'=HYPERLINK("x","点我")`,
      证件号码: '\t11010519491231002X',
      代扣方式: '劳务报酬（按月）',
      本月收入: '5000.00',
      本月实扣: '800.00',
    })
    expect(mei).toMatchObject({ 姓名: '（没有登记实名）', 证件号码: '', 累计月数: '2' })
  })
})
