// Links that open the mini-program from outside: URL Scheme and URL Link, each with a page, a query and an end.
import { randomBytes } from 'node:crypto'
import { isRecord, text } from '../answers'
import type { OpenApiAnswer } from '../host'
import { DAY_MS } from '../shanghai'
import type { Tables } from '../tables'
import { isPublished } from './published-pages'

const MAX_DAYS = 30
const MAX_QUERY = 1024
const QUERY = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%`]*$/

export type LinkKind = 'scheme' | 'urllink'

export interface OutsideLink {
  kind: LinkKind
  page: string
  query: string
  /** UTC ms */
  expireAt: number
}

function fail(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } }
}

/** When a link ends: at a moment (type 0) or after some days (type 1); null when that is not allowed. */
function readExpiry(input: Record<string, unknown>, now: number): number | null {
  const longest = now + MAX_DAYS * DAY_MS
  if (input['expire_type'] === undefined && input['expire_time'] === undefined) return longest
  if (Number(input['expire_type'] ?? 0) === 1) {
    const days = Number(input['expire_interval'])
    return Number.isInteger(days) && days >= 1 && days <= MAX_DAYS ? now + days * DAY_MS : null
  }
  const at = Number(input['expire_time']) * 1000
  return at >= now + 60_000 && at <= longest ? at : null
}

function keep(
  tables: Tables,
  kind: LinkKind,
  now: number,
  input: Record<string, unknown>,
  target: Record<string, unknown>,
): { token: string } | { refusal: OpenApiAnswer } {
  const page = text(target['path']).replace(/^\//, '')
  const query = text(target['query'])
  const version = target['env_version']
  if (page.includes('?') || !isPublished(tables, page)) {
    return { refusal: fail(40165, 'invalid weapp pagepath') }
  }
  if (query.length > MAX_QUERY || !QUERY.test(query)) {
    return { refusal: fail(40212, 'invalid query') }
  }
  if (![undefined, 'release', 'trial', 'develop'].includes(version as string | undefined)) {
    return { refusal: fail(85402, 'invalid env_version') }
  }
  const expireAt = readExpiry(input, now)
  if (expireAt === null) return { refusal: fail(85401, 'time limit between 1min and 30 days') }
  const token = randomBytes(8).toString('base64url')
  tables.links.put(token, { kind, page, query, expireAt })
  return { token }
}

/** urlscheme.generate */
export function makeScheme(
  tables: Tables,
  now: number,
  input: Record<string, unknown>,
): OpenApiAnswer {
  const target = input['jump_wxa'] ?? {}
  if (!isRecord(target)) return fail(47001, 'data format error')
  const kept = keep(tables, 'scheme', now, input, target)
  if ('refusal' in kept) return kept.refusal
  const openlink = `weixin://dl/business/?t=${kept.token}`
  return { json: { errcode: 0, errmsg: 'ok', openlink } }
}

/** urllink.generate */
export function makeUrlLink(
  tables: Tables,
  now: number,
  input: Record<string, unknown>,
): OpenApiAnswer {
  const kept = keep(tables, 'urllink', now, input, input)
  if ('refusal' in kept) return kept.refusal
  return { json: { errcode: 0, errmsg: 'ok', url_link: `https://wxaurl.cn/${kept.token}` } }
}

/** What the phone opens for a link; null when it is none of ours or has ended. */
export function openLink(tables: Tables, link: string, now: number): OutsideLink | null {
  const token = /^(?:weixin:\/\/dl\/business\/\?t=|https:\/\/wxaurl\.cn\/)([\w-]+)$/.exec(link)?.[1]
  const found = token === undefined ? undefined : tables.links.get(token)
  return found && found.expireAt > now ? found : null
}
