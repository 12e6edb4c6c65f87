// The merchant's configuration, read from environment variables once, on first use.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { PayNotConfigured } from '../../ports/payments'

export type Env = Record<string, string | undefined>

export interface PayConfig {
  appid: string
  mchid: string
  merchantSerial: string
  privateKey: KeyObject
  /** The id sent in Wechatpay-Serial: whose key answers should be signed with. */
  publicKeyId: string
  /** Keys that WeChat may sign with, by id: the public key, and during a change of keys the old one. */
  knownKeys: Record<string, KeyObject>
  apiV3Key: string
  /** Absent in production, where the SDK knows the host. */
  baseUrl: string | undefined
  /** WeChat posts notices below this https address: /payment, /refund, /transfer. */
  notifyBase: string
}

const REQUIRED = [
  'WXPAY_APPID',
  'WXPAY_MCHID',
  'WXPAY_MERCHANT_SERIAL',
  'WXPAY_MERCHANT_PRIVATE_KEY',
  'WXPAY_PUBLIC_KEY_ID',
  'WXPAY_PUBLIC_KEY',
  'WXPAY_APIV3_KEY',
  'WXPAY_NOTIFY_BASE',
] as const

/** The names of the variables that are still to be set; empty when payment can work. */
function listMissingPayVariables(env: Env): string[] {
  return REQUIRED.filter((name) => (env[name] ?? '').trim() === '')
}

/** Keys are one line of base64 DER, because line breaks do not survive every console; PEM is understood too. */
function readPrivateKey(text: string): KeyObject {
  if (text.includes('-----BEGIN')) return createPrivateKey(text.replaceAll('\\n', '\n'))
  return createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })
}

function readPublicKey(text: string): KeyObject {
  if (text.includes('-----BEGIN')) return createPublicKey(text.replaceAll('\\n', '\n'))
  return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
}

function readKey(name: string, text: string, read: (text: string) => KeyObject): KeyObject {
  try {
    return read(text)
  } catch {
    // The original error may quote the key.
    throw new Error(`WeChat Pay: ${name} is not a readable key`)
  }
}

/** Throws PayNotConfigured with the names of all missing variables. */
export function readPayConfig(env: Env): PayConfig {
  const missing = listMissingPayVariables(env)
  if (missing.length > 0) throw new PayNotConfigured(missing)
  const get = (name: string) => (env[name] ?? '').trim()
  const publicKeyId = get('WXPAY_PUBLIC_KEY_ID')
  const knownKeys: Record<string, KeyObject> = {
    [publicKeyId]: readKey('WXPAY_PUBLIC_KEY', get('WXPAY_PUBLIC_KEY'), readPublicKey),
  }
  const formerKeyId = get('WXPAY_FORMER_KEY_ID')
  if (formerKeyId !== '') {
    knownKeys[formerKeyId] = readKey('WXPAY_FORMER_KEY', get('WXPAY_FORMER_KEY'), readPublicKey)
  }
  return {
    appid: get('WXPAY_APPID'),
    mchid: get('WXPAY_MCHID'),
    merchantSerial: get('WXPAY_MERCHANT_SERIAL'),
    privateKey: readKey(
      'WXPAY_MERCHANT_PRIVATE_KEY',
      get('WXPAY_MERCHANT_PRIVATE_KEY'),
      readPrivateKey,
    ),
    publicKeyId,
    knownKeys,
    apiV3Key: get('WXPAY_APIV3_KEY'),
    baseUrl: get('WXPAY_BASE_URL') || undefined,
    notifyBase: get('WXPAY_NOTIFY_BASE').replace(/\/+$/, ''),
  }
}
