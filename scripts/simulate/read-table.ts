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
  readonly name: string
  readonly rows: readonly Row<Column>[]
  /** Throws FileInvalid for a cell of this table. */
  readonly refuse: (line: number, column: Column, reason: string) => never
}

/** The cells of one line after another; the header is the first. */
type Records = readonly (readonly string[])[]

const CSV = { relax_column_count: true, record_delimiter: ['\r\n', '\n'] }

/** Columns may stand in any order, others among them are ignored. Throws FileInvalid. */
export function readTable<Column extends string>(
  path: string,
  columns: readonly Column[],
): Table<Column> {
  const name = basename(path)
  const { text, isWhole } = readText(path)
  const [header = [], ...body] = parseText(text, name)
  if (!isWhole) refuseBrokenText(name, 1, header, header)
  const places = placesOf(header, columns, name)
  let next = 1 + linesOf(header)
  const rows = body.map((record) => {
    const line = next
    next += linesOf(record)
    if (record.length !== header.length) throw wrongLength(name, line, record, header)
    if (!isWhole) refuseBrokenText(name, line, record, header)
    return { line, cells: cellsOf(record, places) }
  })
  const refuse = (at: number, column: Column, reason: string): never => {
    throw new FileInvalid(name, at, column, reason)
  }
  return { name, rows, refuse }
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

function readText(path: string): { text: string; isWhole: boolean } {
  const bytes = readBytes(path)
  // Takes a byte order mark off; what isn't UTF-8 becomes U+FFFD and is found where it stands.
  const text = new TextDecoder().decode(bytes)
  return { text: text.replace(/(?<=\n)\r?\n$/, ''), isWhole: isUtf8(bytes) }
}

/** How many lines of the file a record takes: a quoted cell may hold line breaks. */
function linesOf(record: readonly string[]): number {
  let lines = 1
  for (const cell of record) if (cell.includes('\n')) lines += cell.split('\n').length - 1
  return lines
}

function parseText(text: string, name: string): Records {
  try {
    return parse(text, CSV)
  } catch (error) {
    if (error instanceof CsvError) throw badQuoting(error, text, name)
    throw error
  }
}

/** The parser knows where it stopped; a quote that is never closed is named where its row begins. */
function badQuoting(error: CsvError, text: string, name: string): FileInvalid {
  const { code, column, lines, records } = error as unknown as {
    readonly code: string
    readonly column: number
    readonly lines: number
    readonly records: number
  }
  const before: Records = records === 0 ? [] : parse(text, { ...CSV, to: records })
  const isOpen = code === 'CSV_QUOTE_NOT_CLOSED'
  const line = isOpen ? before.reduce((sum, record) => sum + linesOf(record), 1) : lines
  const header = before[0]?.[column] ?? String(column + 1)
  const reason = isOpen ? 'a quote is opened and never closed' : 'a quote stands where none may'
  return new FileInvalid(name, line, header, reason)
}

function placesOf<Column extends string>(
  header: readonly string[],
  columns: readonly Column[],
  name: string,
): readonly (readonly [Column, number])[] {
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
  record: readonly string[],
  places: readonly (readonly [Column, number])[],
): Readonly<Record<Column, string>> {
  const cells: Partial<Record<Column, string>> = {}
  for (const [column, place] of places) cells[column] = record[place] ?? ''
  return cells as Readonly<Record<Column, string>>
}

function wrongLength(
  name: string,
  line: number,
  record: readonly string[],
  header: readonly string[],
): FileInvalid {
  const column = header[record.length] ?? String(header.length + 1)
  const reason = `the line has ${record.length} fields, the header has ${header.length}`
  return new FileInvalid(name, line, column, reason)
}

function refuseBrokenText(
  name: string,
  line: number,
  record: readonly string[],
  header: readonly string[],
): void {
  const place = record.findIndex((cell) => cell.includes('\uFFFD'))
  if (place >= 0) throw new FileInvalid(name, line, header[place] ?? '', 'this is not UTF-8')
}
