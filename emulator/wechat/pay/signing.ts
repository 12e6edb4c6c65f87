// WeChat Pay v3 signatures, both ways: the merchant's request is verified, every answer and notice is signed.
import { createCipheriv, createSign, createVerify, randomBytes } from 'node:crypto'
import { header } from '../answers'
import type { HttpRequest } from '../host'
import type { Keyring } from '../keys'

const SCHEME = 'WECHATPAY2-SHA256-RSA2048'
const MAX_OFFSET_S = 300
const PARTS = ['mchid', 'serial_no', 'timestamp', 'nonce_str', 'signature']

/** A refused signature: WeChat's sentence, and for a signature that doesn't fit what it was compared with. */
export interface SignatureFault {
  message: string
  detail?: Record<string, unknown>
}

/** Why the request's Authorization is not acceptable, or null when it is. */
export function findSignatureFault(
  req: HttpRequest,
  body: string,
  keys: Keyring,
  now: number,
): SignatureFault | null {
  const authorization = header(req.headers, 'authorization')
  if (authorization === '') return { message: 'Http头缺少Authorization' }
  const [scheme, rest] = authorization.split(/ (.*)/s)
  if (scheme !== SCHEME || !rest) return { message: 'Http头Authorization认证类型不正确' }
  const parts = new Map<string, string>()
  for (const [, name, value] of rest.matchAll(/(\w+)="([^"]*)"/g)) parts.set(name!, value!)
  const part = (name: string) => parts.get(name) ?? ''
  if (PARTS.some((name) => part(name) === '')) {
    return { message: 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》' }
  }
  if (part('mchid') !== keys.mchid) return { message: '商户号有误，与证书不匹配' }
  if (part('serial_no') !== keys.merchantSerial) {
    return { message: '商户证书序列号有误。请使用签名私钥匹配的证书序列号' }
  }
  const offset = Math.abs(now / 1000 - Number(part('timestamp')))
  if (!(offset <= MAX_OFFSET_S)) {
    return { message: 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟' }
  }
  const method = req.method.toUpperCase()
  const message = `${method}\n${req.url}\n${part('timestamp')}\n${part('nonce_str')}\n${body}\n`
  const isGenuine = createVerify('RSA-SHA256')
    .update(message)
    .verify(keys.merchantKey, part('signature'), 'base64')
  if (isGenuine) return null
  const information = {
    method,
    url: req.url,
    truncated_sign_message: message.slice(0, message.length - body.length - 1),
    sign_message_length: Buffer.byteLength(message),
  }
  const detail = { field: 'signature', issue: 'sign not match', location: 'authorization' }
  return {
    message: '签名错误，请检查后再试',
    detail: { ...detail, sign_information: information },
  }
}

/** The flaws a test may order for an answer or a notice. */
export type Flaw = 'forged' | 'unsigned' | 'late' | 'unknown-serial'

export interface SigningOptions {
  flaw?: Flaw | undefined
  /** The key that the merchant asked for in Wechatpay-Serial; one not in force is passed over. */
  askedKeyId?: string | undefined
}

/** The four signature headers (and the type) over a body, genuine unless a flaw is asked for. */
export function signatureHeaders(
  body: string,
  keys: Keyring,
  now: number,
  { flaw, askedKeyId = '' }: SigningOptions = {},
): Record<string, string> {
  if (flaw === 'unsigned') return {}
  const keyId = keys.platformKey(askedKeyId) ? askedKeyId : keys.signingKeyId
  const key = keys.platformKey(keyId)
  if (!key) throw new Error(`the signing key ${keyId} is not in force`)
  const timestamp = String(Math.floor(now / 1000) - (flaw === 'late' ? 2 * MAX_OFFSET_S : 0))
  const nonce = randomBytes(16).toString('hex')
  const signed = createSign('RSA-SHA256').update(`${timestamp}\n${nonce}\n${body}\n`)
  const signature =
    flaw === 'forged'
      ? `WECHATPAY/SIGNTEST/${randomBytes(240).toString('base64')}`
      : signed.sign(key, 'base64')
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': signature,
    'Wechatpay-Serial':
      flaw === 'unknown-serial' ? 'PUB_KEY_ID_0000000000000000000000000000' : keyId,
    'Wechatpay-Signature-Type': SCHEME,
  }
}

/** AES-256-GCM as in the `resource` of a notice: ciphertext followed by its tag, base64. */
export function encryptResource(plaintext: string, associatedData: string, apiV3Key: string) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from(associatedData))
  const sealed = Buffer.concat([
    cipher.update(plaintext, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ])
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: sealed.toString('base64'),
    associated_data: associatedData,
    nonce,
  }
}
