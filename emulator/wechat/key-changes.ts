// Changes of keys as a merchant lives through them: a new key is given out, begins to sign, and the old one ends.
import { makeApiV3Key, makePlatformKey, type Credentials, type KeyKind, type Keyring } from './keys'
import type { Tables } from './tables'

/** A platform key as anybody may see it. */
export interface KeyCard {
  id: string
  kind: KeyKind
  /** SPKI in one line of base64, as WXPAY_PUBLIC_KEY takes it. */
  publicKey: string
  certificate?: string
  effectiveAt: number
  expireAt?: number
  isSigning: boolean
}

export interface KeyChanges {
  list(): KeyCard[]
  /** Gives out a further key; the old one goes on signing. */
  issue(kind: KeyKind): KeyCard
  /** From now on notices, and answers to whoever names no key, are signed with this one. */
  signWith(id: string): KeyCard
  /** Ends a key: nothing is signed with it and nothing sealed for it is opened any more. */
  retire(id: string): void
  /** Seals notices and certificates with a new APIv3 key from now on; the old one is worth nothing. */
  changeApiV3Key(): string
}

export function createKeyChanges(
  tables: Tables,
  keys: () => Keyring,
  now: () => number,
): KeyChanges {
  const stored = (): Credentials => {
    keys()
    return tables.credentials.get('merchant') as Credentials
  }
  const change = (part: Partial<Credentials>) =>
    tables.credentials.put('merchant', { ...stored(), ...part })
  const list = (): KeyCard[] => {
    const { platformKeys, signingKeyId } = stored()
    return platformKeys.map(({ privateKey: _, ...card }) => ({
      ...card,
      isSigning: card.id === signingKeyId,
    }))
  }
  const find = (id: string): KeyCard => {
    const card = list().find((each) => each.id === id)
    if (!card) throw new RangeError(`no platform key ${id}`)
    return card
  }
  return {
    list,
    issue(kind) {
      const { platformKeys, mchid } = stored()
      const key = makePlatformKey(kind, mchid, now())
      change({ platformKeys: [...platformKeys, key] })
      return find(key.id)
    },
    signWith(id) {
      find(id)
      change({ signingKeyId: id })
      return find(id)
    },
    retire(id) {
      if (find(id).isSigning)
        throw new RangeError(`${id} is still signing: let another begin first`)
      change({ platformKeys: stored().platformKeys.filter((key) => key.id !== id) })
    },
    changeApiV3Key() {
      const apiV3Key = makeApiV3Key()
      change({ apiV3Key })
      return apiV3Key
    },
  }
}
