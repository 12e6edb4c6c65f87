// Who earns from an order: the sharer (level 1) and who invited the sharer (level 2). There is no third.
import type { DistributorStatus } from '@contract/model/people'

export interface Beneficiary {
  readonly distributorId: string
  readonly tier: string
}

export interface Beneficiaries {
  readonly level1: Beneficiary | null
  readonly level2: Beneficiary | null
}

/** Someone who could earn, with tier and status at the moment of payment. */
export interface Candidate {
  readonly _id: string
  readonly tier: string
  readonly status: DistributorStatus
}

const NOBODY: Beneficiaries = { level1: null, level2: null }

/**
 * `buyerId` is the buyer in the candidates' id space (`distributorIdOf(memberId)`). Whoever is not active earns
 * nothing, and nobody moves up in their place: level 2 still earns as level 2. A buyer never earns as level 2.
 */
export function findBeneficiaries(order: {
  readonly buyerId: string
  readonly sharer: Candidate | null
  readonly inviter: Candidate | null
  readonly selfPurchase: 'none' | 'self'
}): Beneficiaries {
  const { buyerId, sharer, inviter } = order
  if (sharer === null) return NOBODY
  if (sharer._id === buyerId && order.selfPurchase === 'none') return NOBODY
  return {
    level1: earnerOf(sharer),
    level2: inviter === null || inviter._id === buyerId ? null : earnerOf(inviter),
  }
}

function earnerOf(candidate: Candidate): Beneficiary | null {
  if (candidate.status !== 'active') return null
  return { distributorId: candidate._id, tier: candidate.tier }
}
