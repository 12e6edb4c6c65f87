// Running figures to and from the texts they are stored as.
import { fen } from '@contract/money'
import type {
  DistributorFigures,
  DistributorSums,
  StoredFigures,
  WeekSums,
} from '@contract/model/aggregate'
import { assert } from '../assert'
import { SUM_FIELDS } from './sums'

/** Figures of a span as they were first kept: without what was brought to the inviter, and without shares. */
const FIRST_SUMS = 10
const WEEK_FIELDS = ['salesFen', 'commissionFen', 'newCustomers'] as const

export function packFigures(figures: DistributorFigures): StoredFigures {
  const { ever, months, weeks, ...rest } = figures
  return {
    ...rest,
    ever: pack(SUM_FIELDS, ever),
    salesFen: ever.salesFen,
    months: mapValues(months, (sums) => pack(SUM_FIELDS, sums)),
    weeks: mapValues(weeks, (sums) => pack(WEEK_FIELDS, sums)),
  }
}

export function unpackFigures(stored: StoredFigures): DistributorFigures {
  const { ever, months, weeks, salesFen: _salesFen, ...rest } = stored
  return {
    ...rest,
    ever: unpack<DistributorSums>(SUM_FIELDS, ever),
    months: mapValues(months, (text) => unpack<DistributorSums>(SUM_FIELDS, text)),
    weeks: mapValues(weeks, (text) => unpack<WeekSums>(WEEK_FIELDS, text)),
  }
}

/** Null stays null: whoever never did anything has no figures. */
export function unpackOrNull(stored: StoredFigures | null): DistributorFigures | null {
  return stored && unpackFigures(stored)
}

function pack<Row>(fields: readonly (keyof Row)[], row: Row): string {
  return fields.map((field) => row[field]).join(' ')
}

/** As many numbers as fields, or as there were at first (what came later is 0 then), or it is a bug. */
function unpack<Row>(fields: readonly (keyof Row & string)[], text: string): Row {
  const numbers = text.split(' ')
  const isWhole = numbers.length === fields.length || numbers.length === FIRST_SUMS
  assert(isWhole, `not ${fields.length} figures: ${text}`)
  const row: Record<string, number> = {}
  for (const [index, field] of fields.entries()) row[field] = fen(Number(numbers[index] ?? 0))
  return row as Row
}

function mapValues<From, To>(
  rows: Readonly<Record<string, From>>,
  change: (row: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, change(row)]))
}
