// Keeps what a page found: differences by their facts, and on each record the date of the bill that names it.
import type { ReconcileDifference } from '@contract/model/books'
import { TransferFindings } from '../../domain/reconciliation/compare-transfers'
import type { Findings, FoundDifference } from '../../domain/reconciliation/finding'
import type { World } from '../../ports/world'

interface Run {
  readonly on: string
  readonly run: number
}

/** Repeating it changes nothing: everything is set. */
export async function keepFindings(world: World, run: Run, found: Findings): Promise<void> {
  for (const difference of found.differences) await keepDifference(world, run, difference)
  const collection = found.flow === 'refund' ? 'after_sales' : 'withdrawals'
  if (found.flow === 'payment') return
  for (const id of found.billed) await mark(world, collection, id, 'billedOn', run.on)
  if (!(found instanceof TransferFindings)) return
  for (const id of found.returned) await mark(world, collection, id, 'returnBilledOn', run.on)
}

/** The first bill that names it stands. */
async function mark(
  world: World,
  collection: 'after_sales' | 'withdrawals',
  id: string,
  field: 'billedOn' | 'returnBilledOn',
  on: string,
): Promise<void> {
  await world.store.updateIf(
    collection,
    id,
    { [field]: { exists: false } },
    { set: { [field]: on } },
  )
}

async function keepDifference(world: World, run: Run, found: FoundDifference): Promise<void> {
  const { store, now } = world
  const _id = `${run.on}:${found.cause}:${found.number}`
  const fresh: ReconcileDifference = {
    ...{ _id, on: run.on, ...found, state: 'open' },
    ...{ run: run.run, sinceRun: run.run, foundAt: now },
    ...{ note: null, notedBy: null, notedByName: null, notedAt: null },
  }
  if (await store.insert('reconcile_differences', fresh)) return
  const { oursFen, wechatFen, recordId } = found
  const seen = { run: run.run, oursFen, wechatFen, recordId }
  // It had been cleared and is there again: a new matter. What somebody said about it stays.
  const again = { ...seen, state: 'open', sinceRun: run.run, foundAt: now }
  const isBack = await store.updateIf(
    'reconcile_differences',
    _id,
    { state: 'cleared', run: { lt: run.run } },
    { set: again },
  )
  if (isBack) return
  // A later run knows better than one that was held up.
  await store.updateIf('reconcile_differences', _id, { run: { lte: run.run } }, { set: seen })
}
