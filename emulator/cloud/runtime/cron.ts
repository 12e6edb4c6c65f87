/** Seven-field cron of CloudBase timers (second minute hour day month weekday year, UTC+8): when is it due next? */

const SHANGHAI_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const LIMIT_DAYS = 366 * 5

type Field = Set<number>

export interface Schedule {
  seconds: Field
  minutes: Field
  hours: Field
  days: Field
  months: Field
  weekdays: Field
  years: Field
  /** Both day of month and weekday are restricted: either may match. */
  eitherDay: boolean
}

const RANGES: [keyof Omit<Schedule, 'eitherDay'>, number, number][] = [
  ['seconds', 0, 59],
  ['minutes', 0, 59],
  ['hours', 0, 23],
  ['days', 1, 31],
  ['months', 1, 12],
  ['weekdays', 0, 6],
  ['years', 1970, 2099],
]

const NAMES: Record<string, number> = {}
for (const [i, name] of 'SUN MON TUE WED THU FRI SAT'.split(' ').entries()) NAMES[name] = i
for (const [i, name] of 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ').entries()) {
  NAMES[name] = i + 1
}

export function parseCron(text: string): Schedule {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== 7) throw new Error(`cron "${text}" needs seven fields`)
  const parsed = RANGES.map(([, low, high], i) => parseField(fields[i] as string, low, high, text))
  const schedule = Object.fromEntries(RANGES.map(([name], i) => [name, parsed[i]]))
  const isOpen = (i: number): boolean => fields[i] === '*' || fields[i] === '?'
  return { ...schedule, eitherDay: !isOpen(3) && !isOpen(5) } as Schedule
}

function parseField(field: string, low: number, high: number, text: string): Field {
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const [range = '', stepText] = part.split('/')
    const step = stepText === undefined ? 1 : Number(stepText)
    let [from, to] = [low, high]
    if (range !== '*' && range !== '?') {
      const ends = range.split('-').map(readNumber)
      from = ends[0] as number
      to = ends[1] ?? (stepText === undefined ? from : high)
    }
    if (!(from >= low && to <= high && from <= to && step >= 1)) {
      throw new Error(`cron "${text}": "${part}" is not within ${low}-${high}`)
    }
    for (let value = from; value <= to; value += step) values.add(value)
  }
  return values
}

function readNumber(text: string): number {
  return NAMES[text.toUpperCase()] ?? Number(text)
}

/** The first due moment (UTC ms) after `after`, or null within five years. */
export function nextDue(schedule: Schedule, after: number): number | null {
  const start = Math.floor(after / 1000) * 1000 + 1000 + SHANGHAI_MS
  let day = Math.floor(start / DAY_MS) * DAY_MS
  for (let i = 0; i < LIMIT_DAYS; i++, day += DAY_MS) {
    if (!matchesDay(schedule, new Date(day))) continue
    const time = firstTime(schedule, Math.max(0, start - day))
    if (time !== null) return day + time - SHANGHAI_MS
  }
  return null
}

function matchesDay(schedule: Schedule, day: Date): boolean {
  if (!schedule.years.has(day.getUTCFullYear())) return false
  if (!schedule.months.has(day.getUTCMonth() + 1)) return false
  const onDay = schedule.days.has(day.getUTCDate())
  const onWeekday = schedule.weekdays.has(day.getUTCDay())
  return schedule.eitherDay ? onDay || onWeekday : onDay && onWeekday
}

/** The first time of day (ms) at or after `from` that matches. */
function firstTime({ hours, minutes, seconds }: Schedule, from: number): number | null {
  const [h0, m0, s0] = [from / 3_600_000, (from / 60_000) % 60, (from / 1000) % 60].map(Math.floor)
  for (let h = h0 as number; h < 24; h++) {
    if (!hours.has(h)) continue
    for (let m = h === h0 ? (m0 as number) : 0; m < 60; m++) {
      if (!minutes.has(m)) continue
      for (let s = h === h0 && m === m0 ? (s0 as number) : 0; s < 60; s++) {
        if (seconds.has(s)) return ((h * 60 + m) * 60 + s) * 1000
      }
    }
  }
  return null
}
