/** Temporary addresses: `?sign=…&t=…`, where t is the moment (seconds) until which the signature is good. */
import { createHash } from 'node:crypto'

/** Kept nowhere else than here: a local cloud hides nothing from its own machine. */
const KEY = 'local-cdn-key'

/** Refusals of the download address, as the service names them. */
export type AddressFault =
  'CDN_SIGNATURE_MISSING' | 'CDN_INVALID_SIGNATURE' | 'CDN_SIGNATURE_EXPIRED'

function sign(fileId: string, until: string): string {
  return createHash('md5').update(`${KEY}${fileId}${until}`).digest('hex')
}

/** The query of an address that is good until `untilMs` (UTC ms). */
export function signAddress(fileId: string, untilMs: number): string {
  const until = String(Math.ceil(untilMs / 1000))
  return `?sign=${sign(fileId, until)}&t=${until}`
}

/** Null when the query is a signature for that file that is still good at `now`. */
export function checkAddress(
  fileId: string,
  query: URLSearchParams,
  now: number,
): AddressFault | null {
  const [given, until] = [query.get('sign'), query.get('t')]
  if (given === null || until === null) return 'CDN_SIGNATURE_MISSING'
  if (given !== sign(fileId, until)) return 'CDN_INVALID_SIGNATURE'
  return now > Number(until) * 1000 ? 'CDN_SIGNATURE_EXPIRED' : null
}
