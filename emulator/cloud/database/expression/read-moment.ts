/** Dates read from text: ISO and common writings, or by a format. */
import { refuse } from '../tcb-error'
import { isoWall } from './calendar'
import { momentAt, wallTime } from './time-zone'

function unreadable(text: string, why: string): Error {
  return refuse(`Error parsing date string '${text}'; ${why}`, 'ConversionFailure')
}

type Six = [number, number, number, number, number, number]

const ZONE = '(?:UTC|GMT)?[+-]\\d{2}(?::?\\d{2})?|[A-Z]{1,5}'
const DAY = /(\d{4})-(\d{1,2})(?:-(\d{1,2}))?/
const TIME = /(?:[T ](\d{1,2}):(\d{2})(?:[:.](\d{2})(?:[.,](\d+))?)?)?/
const ISO = new RegExp(`^\\s*${DAY.source}${TIME.source}\\s*(${ZONE})?\\s*$`, 'i')

/** Hours that clocks of a name are ahead of UTC. */
const NAMED: Record<string, number> = {
  ...{ Z: 0, UTC: 0, GMT: 0, BST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3, JST: 9 },
  ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
}

/** Military letters: A to M (without J) are ahead of UTC, N to Y behind it. */
function hoursOf(name: string): number | undefined {
  if (name in NAMED || name.length !== 1) return NAMED[name]
  const ahead = 'ABCDEFGHIKLM'.indexOf(name) + 1
  const behind = 'NOPQRSTUVWXY'.indexOf(name) + 1
  return ahead || (behind ? -behind : undefined)
}

/** The zone a text names, as the offset it means; `A/B` names stay. */
function zoneOf(text: string, name: string): string {
  if (name.includes('/')) return name
  const offset = /^(?:UTC|GMT)?([+-]\d{2}(?::?\d{2})?)$/i.exec(name)?.[1]
  if (offset !== undefined) return offset
  const hours = hoursOf(name.toUpperCase())
  if (hours === undefined) throw unreadable(text, `unknown time zone '${name}'`)
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}`
}

/** `zone` applies unless the text names its own; both at once are refused. */
export function readMoment(text: string, format: string | undefined, zone: string | null): Date {
  if (format !== undefined) return readByFormat(text, format, zone)
  const match = ISO.exec(text)
  if (match) {
    const [, year, month, day = '1', hour = '0', minute = '0', second = '0', fraction = ''] = match
    const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as Six
    checkRanges(text, [y, mo, d, h, mi, s])
    return finish(text, wallTime(y, mo, d, h, mi, s, milliseconds(fraction)), match[8], zone)
  }
  const own = /(Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/i.exec(text)?.[1]
  const parsed = /\d/.test(text) ? Date.parse(own ? text : `${text} UTC`) : NaN
  if (Number.isNaN(parsed)) throw unreadable(text, `0: Unexpected character '${text.charAt(0)}'`)
  return own ? new Date(parsed) : finish(text, parsed, undefined, zone)
}

/** The digits after the point of a second. */
function milliseconds(fraction: string): number {
  return Number(`${fraction}000`.slice(0, 3))
}

function checkRanges(text: string, [, month, day, hour, minute, second]: Six): void {
  const isPossible =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59 && second <= 59
  if (!isPossible) throw unreadable(text, 'The parsed date was invalid')
}

function finish(text: string, wall: number, own: string | undefined, zone: string | null): Date {
  if (own !== undefined && zone !== null && zone !== 'UTC') {
    throw refuse(
      `you cannot pass in a date/time string with time zone information ('${own}') ` +
        'together with a timezone argument',
      'ConversionFailure',
    )
  }
  const at = own === undefined ? (zone ?? 'UTC') : zoneOf(text, own)
  const result = new Date(momentAt(at, wall))
  if (Number.isNaN(result.getTime())) throw unreadable(text, 'The parsed date was invalid')
  return result
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
  z: `\\s*(${ZONE}|[A-Za-z_]+(?:/[A-Za-z_]+)+)`,
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
  const sign = Z.startsWith('-') ? '-' : '+'
  return `${sign}${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`
}

function wallOf(text: string, parts: Record<string, string>): number {
  const number = (letter: string, otherwise: number): number =>
    parts[letter] === undefined ? otherwise : Number(parts[letter])
  const [hour, minute, second] = [number('H', 0), number('M', 0), number('S', 0)]
  const time = [hour, minute, second, milliseconds(parts.L ?? '')] as const
  if (parts.G !== undefined) {
    const day = new Date(isoWall(number('G', 1970), number('V', 1), number('u', 1)))
    return day.setUTCHours(...time)
  }
  if (parts.Y === undefined) throw unreadable(text, 'an incomplete date/time string has been found')
  const [month, day] = [number('m', 1), number('d', 1)]
  checkRanges(text, [0, month, day, hour, minute, second])
  return wallTime(number('Y', 1970), month, day, ...time)
}
