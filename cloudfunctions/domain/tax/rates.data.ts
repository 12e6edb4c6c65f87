// Withholding tables for labour pay (劳务报酬), by the date from which each holds.
// Source of law: 个人所得税扣缴申报管理办法（试行）, State Taxation Administration announcement 2018 no. 61, art. 8 and
// withholding table 2 (预扣率表二); 个人所得税法 (2018) art. 6.

export interface LabourBracket {
  /** Taxable income up to and including this (fen); null = no limit. */
  readonly upToFen: number | null
  readonly ratePercent: number
  readonly quickDeductionFen: number
}

export interface LabourTable {
  /** Shanghai date from which it holds. */
  readonly from: string
  /** Income up to this bears no tax; up to `flatUpToFen` it is what is deducted. */
  readonly deductionFen: number
  readonly flatUpToFen: number
  /** Above `flatUpToFen` this share of the income is deducted. */
  readonly deductionPercent: number
  readonly brackets: readonly LabourBracket[]
}

/** The latest first. */
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
