// A wallet of the nightly audit, with everything that it must agree with: entries, what is open, kept months, taxes.
import type { Wallet } from '@contract/model/ledger'
import { checkClosing } from '../../domain/ledger/check-closings'
import { checkWallet } from '../../domain/ledger/check-wallets'
import type { Difference } from '../../domain/ledger/difference'
import { OPEN_WITHDRAWALS } from '../../domain/withdrawal/withdrawal-lifecycle'
import type { World } from '../../ports/world'
import { auditTaxes } from './audit-taxes'
import { readAll } from '../read-all'

const TRIES = 3

/**
 * Each entry of a wallet, each change of its commissions' money and each end of a withdrawal counts its version up in
 * the same transaction. So what was read between two looks at the same version was all there at once. A wallet that
 * doesn't keep still is left to the next night.
 */
export async function auditWallet(world: World, { _id }: Wallet): Promise<Difference[]> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = await world.store.get('wallets', _id)
    if (!before) return []
    const found = await check(world, before)
    if (found.length === 0) return auditTaxes(world, _id)
    const after = await world.store.get('wallets', _id)
    if (after?.version === before.version) return found
  }
  world.log.warn('audit-skipped', { id: _id })
  return []
}

async function check(world: World, wallet: Wallet): Promise<Difference[]> {
  const { _id: distributorId } = wallet
  const pending = { distributorId, status: 'pending' }
  const entries = await readAll(world, 'ledger_entries', { distributorIds: distributorId })
  const commissions = await readAll(world, 'commissions', pending)
  const open = { distributorId, status: { in: OPEN_WITHDRAWALS } }
  const withdrawals = await readAll(world, 'withdrawals', open)
  const closings = await readAll(world, 'statement_months', { distributorId })
  return [
    ...checkWallet({ wallet, entries, commissions, withdrawals }),
    ...closings.flatMap((closing) => checkClosing(closing, entries)),
  ]
}
