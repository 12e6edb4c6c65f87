// Everything a workflow may use, handed to it: nothing is reached for from outside.
import type { IdKind } from '@contract/ids'
import type { Role } from '@contract/action'
import type { Distributor, Member } from '@contract/model/people'
import type { Codes } from './codes'
import type { Payments } from './payments'
import type { Seal } from './seal'
import type { Store } from './store'
import type { Transfers } from './transfers'

export interface Log {
  /** Facts only: ids, counts, codes. Never names, phones, OPENIDs or keys. */
  info(event: string, facts?: Readonly<Record<string, unknown>>): void
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void
}

/** What timers and notices work with: the world without a caller. */
export interface World {
  readonly store: Store
  readonly payments: Payments
  readonly transfers: Transfers
  readonly codes: Codes
  readonly seal: Seal
  readonly log: Log
  /** UTC milliseconds; the same during one invocation. */
  readonly now: number
  /** In [0, 1). */
  readonly random: () => number
  newId(kind: IdKind): string
  /** SHA-256 of a text in Crockford's base 32, cut to a length: ids and fingerprints from facts. */
  digest(text: string, length?: number): string
  /** SHA-256 of a text in UTF-8, hexadecimal: what a signature names. */
  sha256(text: string): string
  /** The cloud environment this runs in: file ids of its storage begin with it. */
  readonly envId: string
  /** The code that the deployer set for claiming the shop; null when none is set. */
  readonly bootstrapCode: string | null
}

/** Who calls, as the server found out. */
export interface Caller {
  readonly memberId: string
  readonly openid: string
  readonly member: Member
  readonly roles: ReadonlySet<Role>
  /** Their standing as distributor, whatever its status; read for actions that need it, else null. */
  readonly distributor: Distributor | null
}

/** What an action works with. */
export interface Context extends World {
  readonly caller: Caller
  /** The client-made ULID of this request, the same on every retry. */
  readonly requestId: string
}
