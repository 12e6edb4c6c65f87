// The one door to plain names and ID numbers: for a payout or a filing, and never without a record of the use.
import type { Identity } from '@contract/model/real-name'
import { suffixOf } from '@contract/ids'
import type { World } from '../../ports/world'

export interface OpenedIdentity {
  readonly name: string
  readonly idNumber: string
}

/** Who uses them: null is the shop itself, when the timer pays out. */
interface Use {
  readonly by: { readonly memberId: string; readonly name: string } | null
  readonly purpose: 'payout' | 'filing'
  /** What they are used for: a withdrawal's id, a month. */
  readonly subject: string
  readonly reason: string
}

export interface SealedPerson {
  readonly memberId: string
  readonly identity: Identity
}

/**
 * By member id. The use is recorded before anything is opened: whose, by whom, what for. Throws SealBroken and
 * SealNotConfigured.
 */
export async function openIdentities(
  world: World,
  people: readonly SealedPerson[],
  use: Use,
): Promise<ReadonlyMap<string, OpenedIdentity>> {
  if (people.length === 0) return new Map()
  const { purpose, subject, reason } = use
  const members = people.map(({ memberId }) => memberId)
  await world.store.insert('audit_records', {
    _id: `real-name:${purpose}:${subject}:${suffixOf(world.newId('request'))}`,
    action: 'real-name.open',
    memberId: use.by?.memberId ?? 'shop',
    name: use.by?.name ?? '系统',
    at: world.now,
    subject,
    summary: JSON.stringify({ purpose, reason, members }),
  })
  return new Map(
    people.map(({ memberId, identity }) => [
      memberId,
      {
        name: world.seal.open(identity.name, memberId),
        idNumber: world.seal.open(identity.idNumber, memberId),
      },
    ]),
  )
}
