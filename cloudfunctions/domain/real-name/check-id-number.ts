// Resident identity numbers of the mainland: region, date of birth, sequence, check character (GB 11643-1999).
import { dateOf, startOfDate } from '@contract/time'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** By the weighted sum modulo 11 (ISO 7064 MOD 11-2). */
const CHECKS = '10X98765432'

/** The number without spaces and with a capital X. */
export function normaliseIdNumber(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

/** Whether a normalised number can exist; `on` is today's Shanghai date. Says nothing about whose it is. */
export function isIdNumber(text: string, on: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  if (birth < '1900-01-01' || birth > on || !isDate(birth)) return false
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return CHECKS[sum % 11] === text[17]
}

/** 30 February rolls over into March: such a text is no date. */
function isDate(text: string): boolean {
  const at = startOfDate(text)
  return !Number.isNaN(at) && dateOf(at) === text
}

/** Two to twenty Han characters, with the middle dot that some names carry. */
export function isRealName(text: string): boolean {
  return /^\p{Script=Han}[\p{Script=Han}·]{0,18}\p{Script=Han}$/u.test(text)
}
