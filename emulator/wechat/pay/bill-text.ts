// How WeChat writes bills: yuan without floats, a backquote before each cell, a summary below.

const FEE_PER_MILLE = 6

/** Cells by their Chinese heading. */
export type Row = Record<string, string>

/** Fen as yuan text with the given number of decimals (2 or more), without floats. */
export function toYuanText(amountFen: number, decimals = 2): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0')
  const sign = amountFen < 0 ? '-' : ''
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${'0'.repeat(decimals - 2)}`
}

/** The service fee of an amount (0.6 %), half up to the fen. */
export function feeOf(amountFen: number): number {
  return Math.floor((amountFen * FEE_PER_MILLE + 500) / 1000)
}

function block(columns: readonly string[], rows: readonly Row[]): string {
  const line = (row: Row) =>
    columns.map((name) => `\`${(row[name] ?? '').replace(/[,\r\n]/g, ' ')}`).join(',')
  return [columns.join(','), ...rows.map(line)].join('\r\n')
}

/** A whole bill: headings, rows, and the summary with its own headings; UTF-8 with a byte order mark. */
export function writeTable(
  columns: readonly string[],
  rows: readonly Row[],
  summaryColumns: readonly string[],
  summary: Row,
): string {
  return `\ufeff${block(columns, rows)}\r\n${block(summaryColumns, [summary])}\r\n`
}
