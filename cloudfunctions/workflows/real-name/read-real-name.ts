// The registration of a member's real name, as it is stored: sealed.
import { REAL_NAME_CONSENT } from '@contract/consent'
import type { Api } from '@contract/api'
import type { RealName } from '@contract/model/real-name'
import type { Store, Transaction } from '../../ports/store'

export type RealNameView = Api['distributor.getRealName']['output']

/** An empty registration for whoever has none yet. */
export async function readRealName(
  from: Pick<Store | Transaction, 'get'>,
  memberId: string,
): Promise<RealName> {
  return (await from.get('real_names', memberId)) ?? emptyRealName(memberId)
}

function emptyRealName(memberId: string): RealName {
  return {
    _id: memberId,
    identity: null,
    idHash: null,
    consentVersion: '',
    consentAt: null,
    registeredAt: null,
    changedAt: null,
    isFixed: false,
    triedOn: '',
    tries: 0,
  }
}

/** What its owner's phone may see. */
export function showRealName({ identity, registeredAt, isFixed }: RealName): RealNameView {
  return {
    name: identity?.maskedName ?? null,
    idNumber: identity?.maskedIdNumber ?? null,
    registeredAt,
    isFixed,
    consentVersion: REAL_NAME_CONSENT.version,
  }
}
