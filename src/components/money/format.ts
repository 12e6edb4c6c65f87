/** Turns fen into what is written and what is read aloud; exact, by digits, never through a float. */

/** The typographic minus: a hyphen is too short beside figures. */
export const MINUS = '\u2212'
export const UNKNOWN = '—'

/** `auto` shows − for what is below nothing; `always` also + for what is above; `minus` turns a deduction into −. */
export type MoneySign = 'auto' | 'always' | 'minus'

export interface MoneyParts {
  sign: string
  yuan: string
  fen: string
}

/** Whole fen, or undefined when the amount is not known: a missing field must not become ¥NaN. */
function known(fen: number | null | undefined): number | undefined {
  return typeof fen === 'number' && Number.isSafeInteger(fen) ? fen : undefined
}

/** @param fen whole fen; anything else gives undefined, to be shown as — */
export function splitFen(
  fen: number | null | undefined,
  sign: MoneySign = 'auto',
): MoneyParts | undefined {
  const amount = known(fen)
  if (amount === undefined) return undefined
  const digits = String(Math.abs(amount)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return { sign: signOf(amount, sign), yuan, fen: digits.slice(-2) }
}

function signOf(amount: number, sign: MoneySign): string {
  if (amount === 0) return ''
  if (amount < 0 || sign === 'minus') return MINUS
  return sign === 'always' ? '+' : ''
}

/** `¥1,286.40`, `−¥11.88`, `—`: for sentences and button texts. */
export function formatFen(fen: number | null | undefined, sign: MoneySign = 'auto'): string {
  const parts = splitFen(fen, sign)
  return parts ? `${parts.sign}¥${parts.yuan}.${parts.fen}` : UNKNOWN
}

/** `¥58` when the fen are 00, else `¥58.50`: only for dense shelves. */
export function formatShelfPrice(fen: number | null | undefined): string {
  const parts = splitFen(fen)
  if (!parts) return UNKNOWN
  return `${parts.sign}¥${parts.yuan}${parts.fen === '00' ? '' : `.${parts.fen}`}`
}

/** `加 77 元 9 角 7 分`: how a screen reader says the amount whole. */
export function readFen(fen: number | null | undefined, sign: MoneySign = 'auto'): string {
  const parts = splitFen(fen, sign)
  if (!parts) return '金额未知'
  const word = parts.sign === '+' ? '加 ' : parts.sign === MINUS ? '减 ' : ''
  const jiao = parts.fen[0] === '0' ? '' : ` ${parts.fen[0]} 角`
  const fenDigit = parts.fen[1] === '0' ? '' : ` ${parts.fen[1]} 分`
  return `${word}${parts.yuan.replaceAll(',', '')} 元${jiao}${fenDigit}`
}

/** `12.5%` from basis points, without float dust. */
export function formatBps(bps: number | null | undefined): string {
  const rate = known(bps)
  if (rate === undefined) return UNKNOWN
  const digits = String(Math.abs(rate)).padStart(3, '0')
  const fraction = digits.slice(-2).replace(/0+$/, '')
  return `${rate < 0 ? MINUS : ''}${digits.slice(0, -2)}${fraction && `.${fraction}`}%`
}

/** `12,480`: counts of people, orders, pieces. */
export function formatCount(count: number | null | undefined): string {
  const whole = known(count)
  if (whole === undefined) return UNKNOWN
  return `${whole < 0 ? MINUS : ''}${String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, ',')}`
}

/** `1.2 万`, `800`: whole yuan of fen on an axis; the detail beside the chart says the fen. */
export function formatWan(fen: number): string {
  const yuan = Math.trunc(fen / 100)
  if (Math.abs(yuan) < 10_000) return formatCount(yuan)
  const tenths = Math.round(yuan / 1_000)
  const digits = String(tenths)
  return `${digits.slice(0, -1)}${digits.endsWith('0') ? '' : `.${digits.slice(-1)}`} 万`
}
