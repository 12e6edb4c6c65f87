// 月度对账单: opening, every kind of movement, closing, and the entries behind them a page at a time.
import type { Api } from '@contract/api'
import { STATEMENT_LINES } from '@contract/model/books'
import type { LedgerEntry } from '@contract/model/ledger'
import type { Distributor } from '@contract/model/people'
import { addMonths, monthOf, startOfMonth } from '@contract/time'
import { movementOf } from '../../domain/ledger/post-to-wallet'
import { refuse } from '../../domain/refuse'
import { lineOfEntry } from '../../domain/statement/line-of-entry'
import type { World } from '../../ports/world'
import { readPage } from '../read-page'
import { readCauses, type Cause } from './read-causes'
import { isMonthOver, readSums } from './read-sums'

export type Statement = Api['distributor.getStatement']['output']
export type StatementRow = Statement['rows']['rows'][number]

/** Refuses STATEMENT_NONE for a month before the admission or after this one. */
export async function readStatement(
  world: World,
  distributor: Distributor,
  asked: { readonly month: string; readonly cursor?: string | undefined; readonly size?: number },
): Promise<Statement> {
  const { month, cursor, size } = asked
  const firstMonth = monthOf(distributor.admittedAt ?? distributor.appliedAt)
  const lastMonth = monthOf(world.now)
  if (month < firstMonth || month > lastMonth) throw refuse('STATEMENT_NONE')
  const at = { gte: startOfMonth(month), lt: startOfMonth(addMonths(month, 1)) }
  const where = { distributorIds: distributor._id, at }
  const page = { where, by: 'at', cursor, ...(size === undefined ? {} : { size }) } as const
  const [sums, entries] = await Promise.all([
    readSums(world, distributor._id, month, firstMonth),
    readPage(world.store, 'ledger_entries', page),
  ])
  const causes = await readCauses(world, distributor._id, entries.rows)
  const { opening, lines, paid, closing } = sums
  return {
    ...{ name: distributor.name, month, firstMonth, lastMonth },
    isOver: isMonthOver(month, world.now),
    ...{ opening, paid, closing },
    lines: STATEMENT_LINES.map((line) => ({ line, ...lines[line] })),
    asOf: world.now,
    rows: {
      rows: entries.rows.map((entry) => showRow(entry, distributor._id, causes.get(entry._id))),
      next: entries.next,
    },
  }
}

function showRow(entry: LedgerEntry, distributorId: string, cause?: Cause): StatementRow {
  return {
    id: entry._id,
    line: lineOfEntry(entry.code),
    at: entry.at,
    ...movementOf(entry, distributorId),
    withdrawalId: entry.withdrawalId,
    commissions: [...(cause?.commissions ?? [])],
    note: cause?.note ?? null,
  }
}
