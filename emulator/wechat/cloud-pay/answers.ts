// The answers of cloudPay: APIv2's two layers of success, in snake_case as the SDK expects them.
import { createHash } from 'node:crypto'
import type { Keyring } from '../keys'
import type { PayError } from '../pay/context'
import { makeNonce, PROVIDER } from './events'

export type V2Answer = Record<string, unknown>

/** What a refusal of the sandbox is called in APIv2. */
const V2_CODES: Record<string, string> = {
  ORDER_CLOSED: 'ORDERCLOSED',
  ORDER_NOT_EXIST: 'ORDERNOTEXIST',
  RESOURCE_NOT_EXISTS: 'REFUNDNOTEXIST',
  SYSTEM_ERROR: 'SYSTEMERROR',
  NOT_ENOUGH: 'NOTENOUGH',
  NO_AUTH: 'NOAUTH',
  NO_STATEMENT_EXIST: 'NO Bill Exist',
  STATEMENT_CREATING: 'BILL_CREATING',
}

function common(keys: Keyring): V2Answer {
  const nonce = makeNonce()
  return {
    return_code: 'SUCCESS',
    return_msg: 'OK',
    appid: PROVIDER.appid,
    mch_id: PROVIDER.mchId,
    sub_appid: keys.appid,
    sub_mch_id: keys.mchid,
    nonce_str: nonce,
    // Nobody outside the platform can check it: the provider's key never leaves it.
    sign: createHash('md5').update(`${nonce}${keys.cloudPayKey}`).digest('hex').toUpperCase(),
  }
}

export function succeed(keys: Keyring, facts: V2Answer): V2Answer {
  return { ...common(keys), result_code: 'SUCCESS', ...facts }
}

/** A wrong parameter fails the call itself; any other refusal is the business's no. */
export function fail(keys: Keyring, error: PayError): V2Answer {
  const { code, message } = error
  if (code === 'PARAM_ERROR') return { return_code: 'FAIL', return_msg: message }
  const failed = { result_code: 'FAIL', err_code: V2_CODES[code] ?? code, err_code_des: message }
  return { ...common(keys), ...failed }
}
