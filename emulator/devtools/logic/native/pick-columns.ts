/** What a picker's modes offer: columns of lines, and the value that chosen lines stand for. */

export interface Columns {
  /** The lines of each column, given what is chosen to its left. */
  lines(chosen: readonly number[]): string[][]
  chosen: number[]
  value(chosen: readonly number[]): unknown
}

type Properties = Readonly<Record<string, unknown>>

/** What a property says, where it says a text. */
export const said = (value: unknown): string => (typeof value === 'string' ? value : '')

const two = (number: number) => String(number).padStart(2, '0')
const span = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
const inside = (index: number, length: number) => Math.min(Math.max(0, index), length - 1)

function labelOf(line: unknown, key: unknown): string {
  const shown: unknown =
    line !== null && typeof line === 'object' && typeof key === 'string' && key !== ''
      ? (line as Record<string, unknown>)[key]
      : line
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown) : ''
}

export function selector({ range, rangeKey, value }: Properties): Columns {
  const lines = (Array.isArray(range) ? range : []).map((line) => labelOf(line, rangeKey))
  return {
    lines: () => [lines],
    chosen: [inside(Number(value ?? 0) || 0, lines.length)],
    value: ([index = 0]) => String(index),
  }
}

export function multiSelector({ range, rangeKey, value }: Properties): Columns {
  const columns = (Array.isArray(range) ? range : []).map((column) =>
    (Array.isArray(column) ? column : []).map((line) => labelOf(line, rangeKey)),
  )
  const given = Array.isArray(value) ? value : []
  return {
    lines: () => columns,
    chosen: columns.map((lines, at) => inside(Number(given[at] ?? 0) || 0, lines.length)),
    value: (chosen) => [...chosen],
  }
}

const minutesOf = (text: string, otherwise: number): number => {
  const [hours, minutes] = text.split(':').map(Number)
  return text === '' || Number.isNaN(hours) ? otherwise : (hours ?? 0) * 60 + (minutes ?? 0)
}

export function time({ start, end, value }: Properties, now: Date): Columns {
  const from = minutesOf(said(start), 0)
  const to = minutesOf(said(end), 24 * 60 - 1)
  const usual = now.getHours() * 60 + now.getMinutes()
  const at = Math.min(Math.max(minutesOf(said(value), usual), from), to)
  const hours = span(Math.floor(from / 60), Math.floor(to / 60))
  const minutes = (hour: number) =>
    span(hour * 60 < from ? from % 60 : 0, hour * 60 + 59 > to ? to % 60 : 59)
  const hourAt = (index: number) => hours[inside(index, hours.length)] ?? 0
  return {
    lines: ([hour = 0]) => [hours.map(two), minutes(hourAt(hour)).map(two)],
    chosen: [hours.indexOf(Math.floor(at / 60)), minutes(Math.floor(at / 60)).indexOf(at % 60)],
    value: ([hour = 0, minute = 0]) => {
      const all = minutes(hourAt(hour))
      return `${two(hourAt(hour))}:${two(all[inside(minute, all.length)] ?? 0)}`
    },
  }
}

type Day = readonly [year: number, month: number, day: number]

const dayOf = (text: unknown, otherwise: Day): Day => {
  const [year, month = otherwise[1], day = otherwise[2]] = said(text).split('-').map(Number)
  return year ? [year, month, day] : otherwise
}
const daysIn = (year: number, month: number) => new Date(year, month, 0).getDate()

/** How far back and ahead WeChat's calendar goes where nothing is said. */
const FIRST: Day = [1970, 1, 1]
const LAST: Day = [2099, 12, 31]

export function date({ start, end, value, fields }: Properties, now: Date): Columns {
  const from = dayOf(start, FIRST)
  const to = dayOf(end, LAST)
  const today: Day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  const wanted = dayOf(value, today)
  const number = ([year, month, day]: Day) => year * 10_000 + month * 100 + day
  const at = number(wanted) < number(from) ? from : number(wanted) > number(to) ? to : wanted
  const columns = fields === 'year' ? 1 : fields === 'month' ? 2 : 3
  const years = span(from[0], to[0])
  const months = (year: number) => span(year === from[0] ? from[1] : 1, year === to[0] ? to[1] : 12)
  const days = (year: number, month: number) =>
    span(
      year === from[0] && month === from[1] ? from[2] : 1,
      year === to[0] && month === to[1] ? to[2] : daysIn(year, month),
    )
  const read = (chosen: readonly number[]): Day => {
    const year = years[inside(chosen[0] ?? 0, years.length)] ?? 0
    const allMonths = months(year)
    const month = allMonths[inside(chosen[1] ?? 0, allMonths.length)] ?? 1
    const allDays = days(year, month)
    return [year, month, allDays[inside(chosen[2] ?? 0, allDays.length)] ?? 1]
  }
  return {
    lines: (chosen) => {
      const [year, month] = read(chosen)
      return [
        years.map((one) => `${one}年`),
        months(year).map((one) => `${two(one)}月`),
        days(year, month).map((one) => `${two(one)}日`),
      ].slice(0, columns)
    },
    chosen: [
      years.indexOf(at[0]),
      months(at[0]).indexOf(at[1]),
      days(at[0], at[1]).indexOf(at[2]),
    ].slice(0, columns),
    value: (chosen) => {
      const [year, month, day] = read(chosen)
      return [String(year), two(month), two(day)].slice(0, columns).join('-')
    },
  }
}
