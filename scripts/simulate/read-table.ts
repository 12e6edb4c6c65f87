// Reads a CSV file: UTF-8, RFC 4180, a header line, nothing trimmed; every fault is named by file, line and column.
import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'

/** A file that cannot be taken as it is. The message is `orders.csv:12 column qty: …`. */
export class FileInvalid extends Error {
  constructor(file: string, line: number | null, column: string | null, reason: string) {
    const at = line === null ? '' : `:${line}`
    super(`${file}${at}${column === null ? '' : ` column ${column}`}: ${reason}`)
  }
}

/** One line of a table: the cells of the columns that were asked for, as text, nothing trimmed. */
export interface Row<Column extends string> {
  /** Where it begins in the file; the header is line 1. */
  readonly line: number
  readonly cells: Readonly<Record<Column, string>>
}

export interface Table<Column extends string> {
  /** Every line after the header, one after the other. Throws FileInvalid at the first that can't be taken. */
  readonly eachRow: (take: (row: Row<Column>) => void) => void
  /** Throws FileInvalid for a cell of this table. */
  readonly refuse: (line: number, column: Column, reason: string) => never
}

type Cells = readonly string[]

const CSV = { relax_column_count: true, record_delimiter: ['\r\n', '\n'] }

/** Columns may stand in any order, others among them are ignored. */
export function openTable<Column extends string>(
  path: string,
  columns: readonly Column[],
): Table<Column> {
  const name = basename(path)
  const refuse = (at: number, column: Column, reason: string): never => {
    throw new FileInvalid(name, at, column, reason)
  }
  const eachRow = (take: (row: Row<Column>) => void) => {
    const bytes = withoutFrame(readBytes(path))
    const isWhole = isUtf8(bytes)
    let header: Cells | null = null
    let places: Places<Column> = []
    let next = 1
    eachRecord(name, bytes, (record) => {
      const line = next
      next += linesOf(record)
      if (!isWhole) refuseBrokenText(name, line, record, header ?? record)
      if (header === null) {
        header = record
        places = placesOf(header, columns, name)
        return
      }
      if (record.length !== header.length) throw wrongLength(name, line, record, header)
      take({ line, cells: cellsOf(record, places) })
    })
    if (header === null) placesOf([], columns, name)
  }
  return { eachRow, refuse }
}

/** Throws FileInvalid when there is nothing to read. */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`
    throw new FileInvalid(basename(path), null, null, reason)
  }
}

const LINE_FEED = 0x0a
const MARK = Buffer.from('\uFEFF')

/** Without a byte order mark, and without a last empty line. */
function withoutFrame(bytes: Buffer): Buffer {
  const from = bytes.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0
  const lastLine = bytes.lastIndexOf(LINE_FEED, -2) + 1
  const last = bytes.toString('latin1', lastLine)
  const isEmpty = lastLine > from && (last === '\n' || last === '\r\n')
  return bytes.subarray(from, isEmpty ? lastLine : bytes.length)
}

/** Takes records as they are read, so that a large file is never held whole in cells. */
function eachRecord(name: string, bytes: Buffer, take: (record: Cells) => void): void {
  const onRecord = (record: unknown) => {
    take(record as Cells)
    return null
  }
  try {
    void onRecord
    for (const r of parse(bytes, CSV)) take(r)
  } catch (error) {
    if (error instanceof CsvError) throw badQuoting(error, bytes, name)
    throw error
  }
}

/** How many lines of the file a record takes: a quoted cell may hold line breaks. */
function linesOf(record: Cells): number {
  let lines = 1
  for (const cell of record) if (cell.includes('\n')) lines += cell.split('\n').length - 1
  return lines
}

/** The parser knows where it stopped; a quote that is never closed is named where its row begins. */
function badQuoting(error: CsvError, bytes: Buffer, name: string): FileInvalid {
  const { code, column, lines, records } = error as unknown as {
    readonly code: string
    readonly column: number
    readonly lines: number
    readonly records: number
  }
  const before = records === 0 ? [] : parse(bytes, { ...CSV, to: records })
  const isOpen = code === 'CSV_QUOTE_NOT_CLOSED'
  const line = isOpen ? before.reduce((sum, record) => sum + linesOf(record), 1) : lines
  const header = before[0]?.[column] ?? String(column + 1)
  const reason = isOpen ? 'a quote is opened and never closed' : 'a quote stands where none may'
  return new FileInvalid(name, line, header, reason)
}

type Places<Column extends string> = readonly (readonly [Column, number])[]

function placesOf<Column extends string>(
  header: Cells,
  columns: readonly Column[],
  name: string,
): Places<Column> {
  return columns.map((column) => {
    const place = header.indexOf(column)
    if (place < 0) throw new FileInvalid(name, 1, column, 'this column is missing')
    if (header.lastIndexOf(column) !== place) {
      throw new FileInvalid(name, 1, column, 'this column stands there twice')
    }
    return [column, place]
  })
}

function cellsOf<Column extends string>(
  record: Cells,
  places: Places<Column>,
): Readonly<Record<Column, string>> {
  const cells: Partial<Record<Column, string>> = {}
  for (const [column, place] of places) cells[column] = record[place] ?? ''
  return cells as Readonly<Record<Column, string>>
}

function wrongLength(name: string, line: number, record: Cells, header: Cells): FileInvalid {
  const column = header[record.length] ?? String(header.length + 1)
  const reason = `the line has ${record.length} fields, the header has ${header.length}`
  return new FileInvalid(name, line, column, reason)
}

function refuseBrokenText(name: string, line: number, record: Cells, header: Cells): void {
  const place = record.findIndex((cell) => cell.includes('\uFFFD'))
  if (place >= 0) throw new FileInvalid(name, line, header[place] ?? '', 'this is not UTF-8')
}
