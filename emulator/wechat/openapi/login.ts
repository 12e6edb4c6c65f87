// Login without the cloud: a one-time code from the app, changed for the OPENID by a server that knows the app secret.
import { randomBytes } from 'node:crypto'
import type { Keyring } from '../keys'
import type { Tables } from '../tables'

const CODE_LIFE_MS = 5 * 60_000
const TOKEN_LIFE_S = 7_200

export interface LoginCode {
  openid: string
  issuedAt: number
  isUsed: boolean
}

export interface AccessToken {
  /** UTC ms */
  expireAt: number
}

type Answer = Record<string, unknown>
const refuse = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

/** wx.login */
export function issueLoginCode(tables: Tables, openid: string, now: number): string {
  const code = `0${randomBytes(15).toString('hex')}`
  tables.loginCodes.put(code, { openid, issuedAt: now, isUsed: false })
  return code
}

function findAppFault(keys: Keyring, query: URLSearchParams): Answer | null {
  if (query.get('appid') !== keys.appid) return refuse(40013, 'invalid appid')
  if (query.get('secret') !== keys.appSecret) return refuse(40125, 'invalid appsecret')
  return null
}

/** GET /sns/jscode2session: a code works once, within five minutes. */
export function exchangeLoginCode(
  tables: Tables,
  keys: Keyring,
  now: number,
  query: URLSearchParams,
): Answer {
  const fault = findAppFault(keys, query)
  if (fault) return fault
  if (query.get('grant_type') !== 'authorization_code') return refuse(40002, 'invalid grant_type')
  const code = query.get('js_code') ?? ''
  const issued = tables.loginCodes.get(code)
  if (!issued || now - issued.issuedAt > CODE_LIFE_MS) return refuse(40029, 'invalid code')
  if (issued.isUsed) return refuse(40163, 'code been used')
  tables.loginCodes.put(code, { ...issued, isUsed: true })
  return { session_key: randomBytes(16).toString('base64'), openid: issued.openid }
}

/** GET /cgi-bin/token */
export function issueAccessToken(
  tables: Tables,
  keys: Keyring,
  now: number,
  query: URLSearchParams,
): Answer {
  const fault = findAppFault(keys, query)
  if (fault) return fault
  if (query.get('grant_type') !== 'client_credential') return refuse(40002, 'invalid grant_type')
  const token = randomBytes(48).toString('base64url')
  tables.accessTokens.put(token, { expireAt: now + TOKEN_LIFE_S * 1000 })
  return { access_token: token, expires_in: TOKEN_LIFE_S }
}

/** Why an access token is no good, or null. */
export function findTokenFault(tables: Tables, token: string, now: number): Answer | null {
  const issued = tables.accessTokens.get(token)
  if (!issued) return refuse(40001, 'invalid credential, access_token is invalid or not latest')
  return issued.expireAt <= now ? refuse(42001, 'access_token expired') : null
}
