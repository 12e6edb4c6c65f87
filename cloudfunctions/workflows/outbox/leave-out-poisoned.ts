// One broken row must not keep the figures of all others: it is left out, and a person is told which one it is.
import type { World } from '../../ports/world'
import { isPoisoned, nameFailure } from './name-failure'
import { raiseAlert } from './raise-alert'

type Facts = Readonly<Record<string, readonly object[]>>

/**
 * What `sum` makes of the facts. Should it fail for a row's own sake, each row is tried alone: those that fail raise
 * FIGURES_LEFT_OUT, and the sum is made of the rest. Facts that fail only together, or for another reason, throw.
 */
export async function sumReadable<F extends Facts, Sum>(
  world: World,
  facts: F,
  sum: (facts: F) => Sum,
): Promise<Sum> {
  try {
    return sum(facts)
  } catch (error) {
    if (!isPoisoned(error)) throw error
  }
  const none = Object.fromEntries(Object.keys(facts).map((kind) => [kind, [] as object[]]))
  const kept = Object.fromEntries(Object.keys(facts).map((kind) => [kind, [] as object[]]))
  for (const [kind, rows] of Object.entries(facts)) {
    for (const row of rows) {
      const alone = () => sum({ ...none, [kind]: [row] } as unknown as F)
      if (await isReadable(world, row, alone)) kept[kind]?.push(row)
    }
  }
  return sum(kept as unknown as F)
}

/** Rows of which each can be read; the others are told and left out. */
export async function readEach<Row extends { readonly _id: string }, Read>(
  world: World,
  rows: readonly Row[],
  read: (row: Row) => Read,
): Promise<Read[]> {
  const all: Read[] = []
  for (const row of rows) await isReadable(world, row, () => all.push(read(row)))
  return all
}

/** Work on one row. False when the row itself is at fault: it is told, and the others go on. */
export async function isReadable(
  world: World,
  { _id = 'unknown' }: { readonly _id?: string },
  work: () => unknown,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!isPoisoned(error)) throw error
    const message = `有一条记录读不懂，数字里没有算它，需要人工核对（${nameFailure(error)}）`
    await raiseAlert(world, { kind: 'FIGURES_LEFT_OUT', subjectId: _id, message })
    return false
  }
}
