// The sandbox merchant's keys: made on first use, kept in the emulator's state, never in the repository.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import type { Tables } from './tables'

/** As stored: keys are one-line base64 DER (PKCS#8 and SPKI). */
export interface Credentials {
  appid: string
  mchid: string
  merchantSerial: string
  merchantPrivateKey: string
  merchantPublicKey: string
  platformKeyId: string
  platformPrivateKey: string
  platformPublicKey: string
  apiV3Key: string
}

export interface Keyring extends Credentials {
  merchantKey: KeyObject
  platformKey: KeyObject
}

function makePair() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    secret: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    open: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
}

function makeCredentials(): Credentials {
  const merchant = makePair()
  const platform = makePair()
  const mchid = '1900000109'
  return {
    appid: 'wx0123456789abcdef',
    mchid,
    merchantSerial: randomBytes(20).toString('hex').toUpperCase(),
    merchantPrivateKey: merchant.secret,
    merchantPublicKey: merchant.open,
    platformKeyId: `PUB_KEY_ID_0${mchid}2026010100000000000001`,
    platformPrivateKey: platform.secret,
    platformPublicKey: platform.open,
    apiV3Key: randomBytes(16).toString('hex'),
  }
}

/** Reads the keys on every use, because a restored snapshot may bring other ones; parsing is cached. */
export function createKeyring(tables: Tables): () => Keyring {
  let cached: Keyring | undefined
  let lastStored: Credentials | undefined
  return () => {
    let stored = tables.credentials.get('merchant')
    if (!stored) {
      // After a reset the running functions still hold the old keys: those stay in force.
      stored = lastStored ?? makeCredentials()
      tables.credentials.put('merchant', stored)
    }
    lastStored = stored
    if (cached?.merchantPrivateKey !== stored.merchantPrivateKey) {
      cached = {
        ...stored,
        merchantKey: createPublicKey({
          key: Buffer.from(stored.merchantPublicKey, 'base64'),
          format: 'der',
          type: 'spki',
        }),
        platformKey: createPrivateKey({
          key: Buffer.from(stored.platformPrivateKey, 'base64'),
          format: 'der',
          type: 'pkcs8',
        }),
      }
    }
    return cached
  }
}
