// Who may approve withdrawals now: an approval of somebody who has left since does not count.
import type { Withdrawal } from '@contract/model/ledger'
import { isApprover } from '../../domain/withdrawal/decide-approval'
import type { Transaction } from '../../ports/store'
import type { World } from '../../ports/world'

/** Ids of all owners and finance; shops have few. */
export async function readApprovers({ store }: World): Promise<ReadonlySet<string>> {
  const staff = await store.find('members', { staffRoles: { in: ['owner', 'finance'] } })
  return new Set(staff.filter(isApprover).map((member) => member._id))
}

/** Of those who approved a withdrawal, the ones who still may: read where the decision is written. */
export async function readStanding(
  tx: Transaction,
  { approvals }: Pick<Withdrawal, 'approvals'>,
): Promise<ReadonlySet<string>> {
  const standing = new Set<string>()
  for (const { by } of approvals) {
    const member = await tx.get('members', by)
    if (member && isApprover(member)) standing.add(by)
  }
  return standing
}
