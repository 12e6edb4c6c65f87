// The seal port over node:crypto: AES-256-GCM with the owner's id as associated data, HMAC-SHA-256 as fingerprint.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Sealed } from '@contract/model/real-name'
import { SealBroken, SealNotConfigured, type Seal } from '../../ports/seal'

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

interface Keys {
  /** Seals; the first that is named. */
  readonly currentId: string
  readonly byId: ReadonlyMap<string, Buffer>
  readonly hashKey: Buffer
}

/**
 * FENYOU_SEAL_KEYS: `id:base64` of 32 bytes each, by commas; the first seals, all open: a new key goes in front and an
 * old one stays as long as anything is sealed with it. FENYOU_ID_HASH_KEY: base64 of 32 bytes, never changed.
 */
function readKeys(env: Record<string, string | undefined>): Keys {
  const missing = ['FENYOU_SEAL_KEYS', 'FENYOU_ID_HASH_KEY'].filter((name) => !env[name]?.trim())
  if (missing.length > 0) throw new SealNotConfigured(missing)
  const pairs = (env['FENYOU_SEAL_KEYS'] ?? '').split(',').map(readPair)
  const [current] = pairs
  if (!current) throw new SealNotConfigured(['FENYOU_SEAL_KEYS'])
  const hashKey = readKey('FENYOU_ID_HASH_KEY', env['FENYOU_ID_HASH_KEY'] ?? '')
  return { currentId: current[0], byId: new Map(pairs), hashKey }
}

function readPair(text: string): [string, Buffer] {
  const at = text.indexOf(':')
  const id = text.slice(0, at).trim()
  if (!/^[0-9A-Za-z_-]{1,20}$/.test(id)) throw new Error('FENYOU_SEAL_KEYS: a key has no id')
  return [id, readKey('FENYOU_SEAL_KEYS', text.slice(at + 1))]
}

function readKey(name: string, text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  // The text itself is a secret: only its name is said.
  if (key.length !== KEY_BYTES) throw new Error(`${name}: a key is not base64 of 32 bytes`)
  return key
}

/** Reads the keys at the first use, so that a shop can start without them. */
export function createSeal(env: Record<string, string | undefined>): Seal {
  let read: Keys | undefined
  const keys = () => (read ??= readKeys(env))
  return {
    seal(plain, ownerId) {
      const { currentId, byId } = keys()
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, keyOf(byId, currentId), nonce)
      cipher.setAAD(Buffer.from(ownerId))
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      const box = Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64')
      return { keyId: currentId, box }
    },
    open(sealed, ownerId) {
      try {
        return openBox(keyOf(keys().byId, sealed.keyId), sealed, ownerId)
      } catch (error) {
        if (error instanceof SealNotConfigured) throw error
        throw new SealBroken(sealed.keyId)
      }
    },
    fingerprint: (text) => createHmac('sha256', keys().hashKey).update(text).digest('hex'),
  }
}

function keyOf(byId: ReadonlyMap<string, Buffer>, keyId: string): Buffer {
  const key = byId.get(keyId)
  if (!key) throw new SealBroken(keyId)
  return key
}

function openBox(key: Buffer, sealed: Sealed, ownerId: string): string {
  const box = Buffer.from(sealed.box, 'base64')
  const end = box.length - TAG_BYTES
  const decipher = createDecipheriv(ALGORITHM, key, box.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(ownerId))
  decipher.setAuthTag(box.subarray(end))
  const text = Buffer.concat([decipher.update(box.subarray(NONCE_BYTES, end)), decipher.final()])
  return text.toString('utf8')
}
