// One page of the nightly audit. Traffic goes on meanwhile, so what looks wrong is looked at again as of one moment.
import type { AuditStage } from '@contract/model/books'
import { assertNever } from '../../domain/assert'
import type { Difference } from '../../domain/ledger/difference'
import type { CollectionName, Collections } from '../../ports/store'
import type { World } from '../../ports/world'
import { auditDecision } from './audit-decision'
import { auditEntries } from './audit-entries'
import { auditOrders } from './audit-orders'
import { auditRemittance } from './audit-remittance'
import { auditWallet } from './audit-wallet'
import { auditWithdrawals } from './audit-withdrawals'

export interface AuditedPage {
  readonly differences: readonly Difference[]
  readonly checked: number
  /** Id of the last record of the page; null when the stage is over. */
  readonly after: string | null
}

export function auditPage(world: World, stage: AuditStage, after: string): Promise<AuditedPage> {
  switch (stage) {
    case 'entries':
      return overPage(world, 'ledger_entries', after, 200, (rows) => auditEntries(world, rows))
    case 'orders':
      return overPage(world, 'orders', after, 50, (rows) => auditOrders(world, rows))
    case 'withdrawals':
      return overPage(world, 'withdrawals', after, 100, (rows) => auditWithdrawals(world, rows))
    case 'decisions':
      return overPage(world, 'money_decisions', after, 100, each(world, auditDecision))
    case 'remittances':
      return overPage(world, 'tax_remittances', after, 50, each(world, auditRemittance))
    case 'wallets':
      return overPage(world, 'wallets', after, 10, each(world, auditWallet))
    default:
      return assertNever(stage)
  }
}

async function overPage<C extends CollectionName>(
  world: World,
  collection: C,
  after: string,
  size: number,
  check: (rows: Collections[C][]) => Promise<Difference[]>,
): Promise<AuditedPage> {
  const order = [['_id', 'asc']] as const
  const rows = await world.store.find(collection, { _id: { gt: after } }, { order, limit: size })
  const differences = rows.length === 0 ? [] : await check(rows)
  const last = rows.at(-1)?._id ?? null
  return { differences, checked: rows.length, after: rows.length < size ? null : last }
}

/** One after the other, up to the first that is wrong. */
function each<Row>(world: World, check: (world: World, row: Row) => Promise<Difference[]>) {
  return async (rows: readonly Row[]): Promise<Difference[]> => {
    for (const row of rows) {
      const found = await check(world, row)
      if (found.length > 0) return found
    }
    return []
  }
}
