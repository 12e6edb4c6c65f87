// 实名: who a distributor is by law, encrypted at rest; the plain text exists only in payout and filing.

/** AES-256-GCM: nonce, ciphertext and tag in one base64 text, and which key opens it. */
export interface Sealed {
  readonly keyId: string
  readonly box: string
}

/** A person's name and ID number, sealed for their member id, with what may be shown. */
export interface Identity {
  readonly name: Sealed
  readonly idNumber: Sealed
  /** `张*` */
  readonly maskedName: string
  /** `3301**********1234` */
  readonly maskedIdNumber: string
}

/** `_id` is the member's id. */
export interface RealName {
  readonly _id: string
  /** null until a registration has succeeded. */
  readonly identity: Identity | null
  /** Keyed hash of the ID number: the id of the member's claim on it. */
  readonly idHash: string | null
  readonly consentVersion: string
  readonly consentAt: number | null
  readonly registeredAt: number | null
  /** When a registered name or number was last changed to another; null if never. */
  readonly changedAt: number | null
  /** Money was sent under this ID number: it can't be changed any more. */
  readonly isFixed: boolean
  /** Registrations tried on `triedOn`: ID numbers are not for guessing. */
  readonly triedOn: string
  readonly tries: number
}

/** One ID number serves one member of the shop. `_id` is its keyed hash. */
export interface IdClaim {
  readonly _id: string
  readonly memberId: string
  readonly claimedAt: number
}
