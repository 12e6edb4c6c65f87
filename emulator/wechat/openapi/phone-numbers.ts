// Phone numbers: the app gets a code from a tap, the server changes it once, within five minutes.
import { randomBytes } from 'node:crypto'
import { text } from '../answers'
import type { OpenApiAnswer } from '../host'
import type { Tables } from '../tables'
import { personOf } from './messages'

const CODE_LIFE_MS = 5 * 60_000

/** A number for people who have none: always the same for the same OPENID. */
function inventNumber(openid: string): string {
  let hash = 0
  for (const char of openid) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 100_000_000
  return `199${String(hash).padStart(8, '0')}`
}

export function phoneNumberOf(tables: Tables, openid: string): string {
  return personOf(tables, openid).phone ?? inventNumber(openid)
}

export function issuePhoneCode(tables: Tables, openid: string, now: number): string {
  const code = randomBytes(16).toString('hex')
  tables.phoneCodes.put(code, { openid, issuedAt: now })
  return code
}

/** phonenumber.getPhoneNumber */
export function exchangePhoneCode(
  tables: Tables,
  now: number,
  appid: string,
  input: Record<string, unknown>,
): OpenApiAnswer {
  const code = text(input['code'])
  const issued = tables.phoneCodes.get(code)
  if (!issued || now - issued.issuedAt > CODE_LIFE_MS) {
    return { json: { errcode: 40029, errmsg: 'invalid code' } }
  }
  tables.phoneCodes.remove(code)
  const number = phoneNumberOf(tables, issued.openid)
  return {
    json: {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phone_number: number,
        pure_phone_number: number,
        country_code: '86',
        watermark: { timestamp: Math.floor(now / 1000), appid },
      },
    },
  }
}
