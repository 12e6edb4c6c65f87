// The filing as a file that finance opens in Excel: UTF-8 with BOM, and no cell is ever taken for a formula.
import { stringify } from 'csv-stringify/sync'
import { fenToText } from '@contract/money'
import type { TaxMode } from '@contract/model/tax'
import type { FilingRow } from './make-filing'

const MODES: Readonly<Record<TaxMode, string>> = {
  none: '不代扣',
  labour: '劳务报酬（按月）',
  'platform-cumulative': '劳务报酬（平台累计预扣）',
}

const HEADINGS = [
  '姓名',
  '证件类型',
  '证件号码',
  '代扣方式',
  '所属月份',
  '本月收入',
  '计税收入',
  '费用',
  '累计月数',
  '减除费用',
  '应纳税所得额',
  '税率%',
  '速算扣除数',
  '应扣税额',
  '本月前已扣',
  '本月实扣',
  '本年累计收入',
  '本年累计已扣',
] as const

export interface FiledPerson {
  readonly name: string
  readonly idNumber: string
}

/** `people` by member id; whoever is not among them has no registered identity, and the file says so. */
export function writeFiling(
  month: string,
  rows: readonly FilingRow[],
  people: ReadonlyMap<string, FiledPerson>,
): string {
  const lines = rows.map((row) => lineOf(month, row, people.get(row.memberId)))
  return stringify([[...HEADINGS], ...lines], { bom: true, record_delimiter: 'windows' })
}

function lineOf(month: string, row: FilingRow, person: FiledPerson | undefined): string[] {
  const { reckoning } = row
  return [
    cell(person?.name ?? '（没有登记实名）'),
    person ? '居民身份证' : '',
    // Excel would read 18 digits as a number and lose the last three: the tab keeps them a text.
    person ? `\t${person.idNumber}` : '',
    MODES[row.mode],
    month,
    fenToText(row.incomeFen),
    fenToText(reckoning.incomeFen),
    fenToText(reckoning.expensesFen),
    String(reckoning.months),
    fenToText(reckoning.allowanceFen),
    fenToText(reckoning.taxableFen),
    String(reckoning.ratePercent),
    fenToText(reckoning.quickDeductionFen),
    fenToText(reckoning.dueFen),
    fenToText(row.withheldBeforeFen),
    fenToText(row.withheldFen),
    fenToText(row.yearIncomeFen),
    fenToText(row.yearWithheldFen),
  ]
}

/** A text that a spreadsheet would run begins with an apostrophe instead. */
function cell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
