// The suffix of an id that a request makes: the same request makes the same record, and nobody can claim another's.
import type { Context } from '../ports/world'

/** @param part tells apart what one request makes of a kind: a SKU's place, a distributor */
export function suffixOfRequest(ctx: Context, part?: string | number): string {
  const request = `${ctx.caller.memberId}:${ctx.requestId}`
  return ctx.digest(part === undefined ? request : `${request}:${part}`)
}
