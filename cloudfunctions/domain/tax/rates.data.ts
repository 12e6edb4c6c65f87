// Withholding tables by the date from which each holds, the latest first.
// Labour pay (劳务报酬): 个人所得税扣缴申报管理办法（试行）, State Taxation Administration announcement 2018 no. 61, art. 8
// and withholding table 2 (预扣率表二).
// Cumulative: the same announcement, art. 6 and withholding table 1 (预扣率表一, the rates of comprehensive income in
// 个人所得税法 2018); for people who work on a platform by announcement 2025 no. 16, art. 1, in force since 2025-10-01:
// expenses 20 % of the income, 5,000 yuan for each month 连续取得劳务报酬的月份数.

export interface TaxBracket {
  /** Taxable income up to and including this (fen); null = no limit. */
  readonly upToFen: number | null
  readonly ratePercent: number
  readonly quickDeductionFen: number
}

export interface LabourTable {
  /** Shanghai date from which it holds. */
  readonly from: string
  /** Up to `flatUpToFen` of income this is deducted, at most the income itself. */
  readonly deductionFen: number
  readonly flatUpToFen: number
  /** Above `flatUpToFen` this share of the income is deducted. */
  readonly deductionPercent: number
  readonly brackets: readonly TaxBracket[]
}

export interface CumulativeTable {
  readonly from: string
  readonly expensesPercent: number
  readonly allowanceFen: number
  readonly brackets: readonly TaxBracket[]
}

export const LABOUR_TABLES: readonly LabourTable[] = [
  {
    from: '2019-01-01',
    deductionFen: 800_00,
    flatUpToFen: 4_000_00,
    deductionPercent: 20,
    brackets: [
      { upToFen: 20_000_00, ratePercent: 20, quickDeductionFen: 0 },
      { upToFen: 50_000_00, ratePercent: 30, quickDeductionFen: 2_000_00 },
      { upToFen: null, ratePercent: 40, quickDeductionFen: 7_000_00 },
    ],
  },
]

export const CUMULATIVE_TABLES: readonly CumulativeTable[] = [
  {
    from: '2025-10-01',
    expensesPercent: 20,
    allowanceFen: 5_000_00,
    brackets: [
      { upToFen: 36_000_00, ratePercent: 3, quickDeductionFen: 0 },
      { upToFen: 144_000_00, ratePercent: 10, quickDeductionFen: 2_520_00 },
      { upToFen: 300_000_00, ratePercent: 20, quickDeductionFen: 16_920_00 },
      { upToFen: 420_000_00, ratePercent: 25, quickDeductionFen: 31_920_00 },
      { upToFen: 660_000_00, ratePercent: 30, quickDeductionFen: 52_920_00 },
      { upToFen: 960_000_00, ratePercent: 35, quickDeductionFen: 85_920_00 },
      { upToFen: null, ratePercent: 45, quickDeductionFen: 181_920_00 },
    ],
  },
]
