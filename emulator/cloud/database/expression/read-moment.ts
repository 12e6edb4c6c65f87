/** Dates read from text: ISO and common writings, or by a format. */
import { refuse } from '../tcb-error'
import { isoWall } from './calendar'
import { momentAt, wallTime } from './time-zone'

function unreadable(text: string, why: string): Error {
  return refuse(`Error parsing date string '${text}'; ${why}`, 'ConversionFailure')
}

type Six = [number, number, number, number, number, number]

const DAY = /(\d{4})-(\d{1,2})(?:-(\d{1,2}))?/
const TIME = /(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?/
const ZONE = /(Z|UTC|GMT|[+-]\d{2}:?\d{0,2})?/
const ISO = new RegExp(`^\\s*${DAY.source}${TIME.source}\\s*${ZONE.source}\\s*$`, 'i')

/** `zone` applies unless the text names its own; both at once are refused. */
export function readMoment(text: string, format: string | undefined, zone: string | null): Date {
  if (format !== undefined) return readByFormat(text, format, zone)
  const match = ISO.exec(text)
  if (match) {
    const [, year, month, day = '1', hour = '0', minute = '0', second = '0', fraction = ''] = match
    const millisecond = Number(`${fraction}000`.slice(0, 3))
    const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as Six
    checkRanges(text, [y, mo, d, h, mi, s])
    const wall = wallTime(y, mo, d, h, mi, s, millisecond)
    return finish(text, wall, match[8], zone)
  }
  const own = /(Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/i.exec(text)?.[1]
  const parsed = /\d/.test(text) ? Date.parse(own ? text : `${text} UTC`) : NaN
  if (Number.isNaN(parsed)) throw unreadable(text, `0: Unexpected character '${text.charAt(0)}'`)
  return own ? new Date(parsed) : finish(text, parsed, undefined, zone)
}

function checkRanges(text: string, [, month, day, hour, minute, second]: number[]): void {
  const isPossible =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= 31 &&
    Number(hour) <= 24 &&
    Number(minute) <= 59 &&
    Number(second) <= 59
  if (!isPossible) throw unreadable(text, 'The parsed date was invalid')
}

function finish(text: string, wall: number, own: string | undefined, zone: string | null): Date {
  if (own !== undefined && zone !== null && zone !== 'UTC') {
    throw refuse(
      `you cannot pass in a date/time string with time zone information ('${own}') together with a timezone argument`,
      'ConversionFailure',
    )
  }
  const result = new Date(momentAt(zoneOf(own ?? zone ?? 'UTC'), wall))
  if (Number.isNaN(result.getTime())) throw unreadable(text, 'The parsed date was invalid')
  return result
}

function zoneOf(name: string): string {
  return /^(z|utc|gmt)$/i.test(name) ? 'UTC' : name
}

const SHAPES: Record<string, string> = {
  d: '(\\d{1,2})',
  G: '(\\d{4})',
  H: '(\\d{1,2})',
  L: '(\\d{1,3})',
  m: '(\\d{1,2})',
  M: '(\\d{1,2})',
  S: '(\\d{1,2})',
  u: '([1-7])',
  V: '(\\d{1,2})',
  Y: '(\\d{4})',
  z: '(Z|[+-]\\d{2}:?\\d{0,2}|[A-Za-z_]+(?:/[A-Za-z_]+)*)',
  Z: '([+-]?\\d+)',
}

function readByFormat(text: string, format: string, zone: string | null): Date {
  const letters: string[] = []
  const shape = format.replace(/%(.)|[\\^$.*+?()[\]{}|/]/gs, (all, letter: string | undefined) => {
    if (letter === undefined) return `\\${all}`
    if (letter === '%') return '%'
    const part = SHAPES[letter]
    if (!part) {
      throw refuse(`Invalid format character '%${letter}' in format string`, 'Location18536')
    }
    letters.push(letter)
    return part
  })
  const match = new RegExp(`^${shape}$`).exec(text)
  if (!match) throw unreadable(text, `0: Format literal not found`)
  const parts: Record<string, string> = {}
  for (const [i, letter] of letters.entries()) parts[letter] = match[i + 1] as string
  return finish(text, wallOf(text, parts), ownZone(parts), zone)
}

function ownZone({ z, Z }: Record<string, string>): string | undefined {
  if (Z === undefined) return z
  const minutes = Math.abs(Number(Z))
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return `${Z.startsWith('-') ? '-' : '+'}${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`
}

function wallOf(text: string, parts: Record<string, string>): number {
  const number = (letter: string, otherwise: number): number =>
    parts[letter] === undefined ? otherwise : Number(parts[letter])
  const time = [number('H', 0), number('M', 0), number('S', 0), number('L', 0)] as const
  if (parts.G !== undefined) {
    const day = new Date(isoWall(number('G', 1970), number('V', 1), number('u', 1)))
    return day.setUTCHours(...time)
  }
  if (parts.Y === undefined) throw unreadable(text, 'an incomplete date/time string has been found')
  const [month, day] = [number('m', 1), number('d', 1)]
  checkRanges(text, [0, month, day, time[0], time[1], time[2]])
  return wallTime(number('Y', 1970), month, day, ...time)
}
