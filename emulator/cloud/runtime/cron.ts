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

interface FieldRule {
  name: keyof Omit<Schedule, 'eitherDay'>
  called: string
  low: number
  high: number
  /** Names that stand for numbers, the first for `low`. */
  names?: string[]
}

const RULES: FieldRule[] = [
  { name: 'seconds', called: 'second', low: 0, high: 59 },
  { name: 'minutes', called: 'minute', low: 0, high: 59 },
  { name: 'hours', called: 'hour', low: 0, high: 23 },
  { name: 'days', called: 'day', low: 1, high: 31 },
  {
    name: 'months',
    called: 'month',
    low: 1,
    high: 12,
    names: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' '),
  },
  {
    name: 'weekdays',
    called: 'weekday',
    low: 0,
    high: 6,
    names: 'SUN MON TUE WED THU FRI SAT'.split(' '),
  },
  { name: 'years', called: 'year', low: 1970, high: 2099 },
]

/** A cron expression that the real service would not take. */
export class BadCron extends Error {
  override name = 'BadCron'
  constructor(text: string, reason: string) {
    super(`cron "${text}": ${reason}`)
  }
}

export function parseCron(text: string): Schedule {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== RULES.length) {
    const order = RULES.map((rule) => rule.called).join(' ')
    throw new BadCron(text, `it needs seven fields (${order}) and has ${fields.length}`)
  }
  const parsed = RULES.map((rule, i) => [rule.name, parseField(fields[i] as string, rule, text)])
  const schedule = Object.fromEntries(parsed) as Omit<Schedule, 'eitherDay'>
  return { ...schedule, eitherDay: fields[3] !== '*' && fields[5] !== '*' }
}

/** One field: `*`, numbers and names, ranges `1-5`, steps (`*` or a value, a slash, the step), lists of all these. */
function parseField(field: string, rule: FieldRule, text: string): Field {
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const match = /^(?:\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part)
    if (!match) throw new BadCron(text, `${rule.called} "${part}" can't be read`)
    const [, first, last, stepText] = match
    const step = stepText === undefined ? 1 : Number(stepText)
    if (step < 1) throw new BadCron(text, `${rule.called} "${part}" has a step of 0`)
    const from = first === undefined ? rule.low : readValue(first, rule, text)
    const isOpen = first === undefined || stepText !== undefined
    const to = last === undefined ? (isOpen ? rule.high : from) : readValue(last, rule, text)
    if (from > to) throw new BadCron(text, `${rule.called} "${part}" runs backwards`)
    for (let value = from; value <= to; value += step) values.add(value)
  }
  return values
}

function readValue(word: string, { called, low, high, names }: FieldRule, text: string): number {
  const named = names?.indexOf(word.toUpperCase()) ?? -1
  if (named >= 0) return low + named
  if (!/^\d+$/.test(word)) throw new BadCron(text, `${called} "${word}" can't be read`)
  const value = Number(word)
  if (value < low || value > high) {
    throw new BadCron(text, `${called} "${word}" is not within ${low}-${high}`)
  }
  return value
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
