// The sums of one distributor's month: from its own entries, on top of the last month that was kept.
import type { StatementMonth, StatementSums } from '@contract/model/books'
import { addMonths, HOUR_MS, startOfMonth } from '@contract/time'
import { foldStatement, NO_AMOUNTS, openStatement } from '../../domain/statement/fold-statement'
import type { World } from '../../ports/world'

const PAGE = 1000
/** An entry's moment is its invocation's, which ended long before this: nothing is added to the month any more. */
const SEAL_AFTER_MS = HOUR_MS

export function isMonthOver(month: string, now: number): boolean {
  return startOfMonth(addMonths(month, 1)) + SEAL_AFTER_MS <= now
}

/**
 * Months that are over are kept as they are read, so that each entry is read once for good and once a look at its own
 * month: one read for every 1,000 entries. `firstMonth` is the month of the distributor's admission.
 */
export async function readSums(
  world: World,
  distributorId: string,
  month: string,
  firstMonth: string,
): Promise<StatementSums> {
  const [kept] = await world.store.find(
    'statement_months',
    { distributorId, month: { lte: month } },
    { order: [['month', 'desc']], limit: 1 },
  )
  if (kept?.month === month) return kept
  let sums: StatementSums = kept ?? openStatement(NO_AMOUNTS)
  for (let at = kept ? addMonths(kept.month, 1) : firstMonth; at <= month; at = addMonths(at, 1)) {
    sums = await foldMonth(world, distributorId, at, openStatement(sums.closing))
    if (isMonthOver(at, world.now)) await keep(world, distributorId, at, sums)
  }
  return sums
}

async function foldMonth(
  world: World,
  distributorId: string,
  month: string,
  opened: StatementSums,
): Promise<StatementSums> {
  const at = { gte: startOfMonth(month), lt: startOfMonth(addMonths(month, 1)) }
  let sums = opened
  for (let skip = 0; ; skip += PAGE) {
    const page = await world.store.find(
      'ledger_entries',
      { distributorIds: distributorId, at },
      {
        order: [
          ['at', 'asc'],
          ['_id', 'asc'],
        ],
        skip,
        limit: PAGE,
      },
    )
    sums = foldStatement(sums, page, distributorId)
    if (page.length < PAGE) return sums
  }
}

/** Set, not added: two who read at once keep the same. */
async function keep(world: World, distributorId: string, month: string, sums: StatementSums) {
  const _id = `${distributorId}:${month}`
  const { opening, lines, paid, closing } = sums
  const facts: StatementMonth = {
    ...{ _id, distributorId, month, opening, lines, paid, closing },
    sealedAt: world.now,
  }
  await world.store.put('statement_months', facts)
}
