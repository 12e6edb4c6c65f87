// The sandbox merchant's keys and WeChat's: made on first use, kept in the emulator's state, never in the repository.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  randomInt,
  type KeyObject,
} from 'node:crypto'
import { makeCertificate, makeSerial } from './certificates'
import type { Tables } from './tables'

const YEAR_MS = 365 * 86_400_000
const CERTIFICATE_LIFE_MS = 5 * YEAR_MS

/** WeChat's own key comes bare (public-key mode) or in a certificate that the merchant downloads. */
export type KeyKind = 'public-key' | 'certificate'

/** As stored: keys are one-line base64 DER (PKCS#8 and SPKI). */
export interface PlatformKey {
  /** `PUB_KEY_ID_…`, or the certificate's serial. */
  id: string
  kind: KeyKind
  privateKey: string
  publicKey: string
  /** PEM; only of a certificate. */
  certificate?: string
  /** UTC ms */
  effectiveAt: number
  /** UTC ms; a bare public key has no end. */
  expireAt?: number
}

export interface Credentials {
  appid: string
  appSecret: string
  mchid: string
  merchantSerial: string
  merchantPrivateKey: string
  merchantPublicKey: string
  /** All that are in force, oldest first; during a change there are two. */
  platformKeys: PlatformKey[]
  /** Signs notices, and answers to whoever names no key in Wechatpay-Serial. */
  signingKeyId: string
  apiV3Key: string
  /** Signs what cloudPay hands to the phone; in the real cloud the platform keeps it to itself. */
  cloudPayKey: string
}

export interface Keyring extends Credentials {
  merchantKey: KeyObject
  /** WeChat's private key by id, or undefined when no such key is in force. */
  platformKey(id: string): KeyObject | undefined
}

interface Pair {
  privateKey: string
  publicKey: string
}

function makePair(): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
}

/**
 * What a sandbox starts with. Making a pair takes an eighth of a second, and the sandboxes of one process keep nothing
 * from each other: they start with the same pairs, under serials of their own. Whoever changes keys gets new ones.
 */
const firstPairs = new Map<'merchant' | 'platform', Pair>()

function firstPair(whose: 'merchant' | 'platform'): Pair {
  const pair = firstPairs.get(whose) ?? makePair()
  firstPairs.set(whose, pair)
  return pair
}

const readPrivate = (text: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })

const readPublic = (text: string): KeyObject =>
  createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })

export function makePlatformKey(
  kind: KeyKind,
  mchid: string,
  now: number,
  pair = makePair(),
): PlatformKey {
  if (kind === 'public-key') {
    const digits = String(randomInt(1e9)).padStart(16, '0')
    return { id: `PUB_KEY_ID_0${mchid}${digits}`, kind, ...pair, effectiveAt: now }
  }
  const facts = { serial: makeSerial(), effectiveAt: now, expireAt: now + CERTIFICATE_LIFE_MS }
  const publicKeyDer = Buffer.from(pair.publicKey, 'base64')
  const certificate = makeCertificate(facts, readPrivate(pair.privateKey), publicKeyDer)
  const { serial: id, effectiveAt, expireAt } = facts
  return { id, kind, ...pair, certificate, effectiveAt, expireAt }
}

export const makeApiV3Key = (): string => randomBytes(16).toString('hex')

function makeCredentials(now: number): Credentials {
  const merchant = firstPair('merchant')
  const mchid = '1900000109'
  const platform = makePlatformKey('public-key', mchid, now, firstPair('platform'))
  return {
    appid: 'wx0123456789abcdef',
    appSecret: randomBytes(16).toString('hex'),
    mchid,
    merchantSerial: makeSerial(),
    merchantPrivateKey: merchant.privateKey,
    merchantPublicKey: merchant.publicKey,
    platformKeys: [platform],
    signingKeyId: platform.id,
    apiV3Key: makeApiV3Key(),
    cloudPayKey: randomBytes(16).toString('hex'),
  }
}

/** What tells one set of credentials from another. */
function identityOf(stored: Credentials): string {
  const { merchantSerial, platformKeys, signingKeyId, apiV3Key } = stored
  return [merchantSerial, ...platformKeys.map((key) => key.id), signingKeyId, apiV3Key].join()
}

/** Reads the keys on every use, because a restored snapshot may bring other ones; parsing is cached. */
export function createKeyring(tables: Tables, now: () => number): () => Keyring {
  let cached: Keyring | undefined
  let lastStored: Credentials | undefined
  const parsed = new Map<string, KeyObject>()
  const parse = (text: string): KeyObject => {
    const key = parsed.get(text) ?? readPrivate(text)
    parsed.set(text, key)
    return key
  }
  return () => {
    let stored = tables.credentials.get('merchant')
    // A data folder of before the change of keys was possible starts anew.
    if (!stored?.platformKeys) {
      // After a reset the running functions still hold the old keys: those stay in force.
      stored = lastStored ?? makeCredentials(now())
      tables.credentials.put('merchant', stored)
    }
    lastStored = stored
    if (!cached || identityOf(cached) !== identityOf(stored)) {
      const { platformKeys } = stored
      cached = {
        ...stored,
        merchantKey: readPublic(stored.merchantPublicKey),
        platformKey: (id) => {
          const found = platformKeys.find((key) => key.id === id)
          return found && parse(found.privateKey)
        },
      }
    }
    return cached
  }
}
