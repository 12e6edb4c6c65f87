// Encryption at rest for what only payout and filing may read: a person's legal name and ID number.
import type { Sealed } from '@contract/model/real-name'

export interface Seal {
  /** Encrypts a text for its owner (a member's id): only for that owner does it open again. */
  seal(plain: string, ownerId: string): Sealed
  /** The plain text. Throws SealBroken for another owner, a changed box or a key that is no longer held. */
  open(sealed: Sealed, ownerId: string): string
  /** Keyed hash of a text: the same text gives the same hash, and without the key nobody can try numbers out. */
  fingerprint(text: string): string
}

/** The deployment lacks its keys; `missing` names the variables. */
export class SealNotConfigured extends Error {
  override readonly name = 'SealNotConfigured'
  constructor(readonly missing: readonly string[]) {
    super(`real names can't be kept: set ${missing.join(', ')}`)
  }
}

/** The box can't be opened: never says what was in it. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
  constructor(readonly keyId: string) {
    super(`a sealed value of key ${keyId} does not open`)
  }
}
