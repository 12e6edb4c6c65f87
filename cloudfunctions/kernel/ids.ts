// Ids and fingerprints that come from facts: the same facts always give the same id.
import { createHash } from 'node:crypto'
import { base32, idOf } from '@contract/ids'

/** SHA-256 in Crockford's base 32; 26 letters are 130 bits. */
export function digest(text: string, length = 26): string {
  return base32(createHash('sha256').update(text).digest()).slice(0, length)
}

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** One person, one suffix: mbr_x and dst_x are the same person. */
export function memberIdOf(openid: string): string {
  return idOf('member', digest(`openid:${openid}`))
}

/** A fingerprint of a JSON value that does not depend on the order of keys. */
export function fingerprint(value: unknown): string {
  return digest(JSON.stringify(sorted(value)), 20)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
