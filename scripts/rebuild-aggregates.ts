// `npm run rebuild-aggregates`: folds every aggregate anew from a shop's facts and compares it with what is stored.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  AGGREGATE_COLLECTIONS,
  FACTS,
  foldAggregates,
  type FoldedAggregate,
  type ShopCursors,
  type ShopFacts,
} from '../cloudfunctions/domain/aggregate/every-aggregate'
import { readFolder } from '../emulator/cloud'
import { bringUpToDate } from './bring-up-to-date'
import { ensureDemoData, startShopCloud } from './demo-shop'
import { BadUsage, runOnShop } from './run-on-shop'

const HELP = `npm run rebuild-aggregates -- --data DIR [--write] | --demo

  --data   folder of a shop that isn't running, such as .data/shop
  --write  sets what is stored to what the facts come to; without it nothing is written
  --demo   the demo shop as it is first laid out; a year is played when there is none yet

Exit code 0: every stored figure is what the facts say (or was set to it). 1: it isn't; of each aggregate that differs
the first difference is named. 2: the data could not be read. Figures of facts that the timer has not surely seen yet
are left out, and counted. Which aggregates there are: cloudfunctions/domain/aggregate/every-aggregate.ts.
`

const CURSORS = {
  aggregates: 'aggregate_cursors',
  funnels: 'funnel_cursors',
  ranks: 'rank_cursors',
  materials: 'material_cursors',
} as const satisfies Record<keyof ShopCursors, string>

function readArguments() {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      data: { type: 'string' },
      demo: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const isOne = values.demo !== (values.data !== undefined)
  if (!values.help && (!isOne || (values.demo && values.write))) {
    throw new BadUsage('Name one: --data DIR (with --write, if you mean it) or --demo')
  }
  return values
}

async function demoFolder(): Promise<string> {
  await bringUpToDate('functions')
  return (await ensureDemoData(() => undefined)).folder
}

interface Shop {
  readonly facts: ShopFacts
  readonly cursors: ShopCursors
  readonly storedIn: (collection: string) => readonly { _id: string }[]
}

function readShop(folder: string): Shop {
  const names = [...Object.values(FACTS), ...Object.values(CURSORS), ...AGGREGATE_COLLECTIONS]
  const { documents } = readFolder(folder, names)
  const rows = (name: string) => (documents.get(name) ?? []) as readonly { _id: string }[]
  const parts = (names: Readonly<Record<string, string>>, of: (name: string) => unknown) =>
    Object.fromEntries(Object.entries(names).map(([part, name]) => [part, of(name)]))
  return {
    facts: parts(FACTS, rows) as unknown as ShopFacts,
    cursors: parts(CURSORS, (name) => rows(name)[0] ?? null) as unknown as ShopCursors,
    storedIn: rows,
  }
}

/** One line an aggregate, and of those that differ where they do so first. */
function sayAggregate({ collection, count, open, differences }: FoldedAggregate): string {
  const [first] = differences
  const wrong = new Set(differences.map(({ record }) => record)).size
  const state = first ? `${wrong} NOT what the facts say` : 'what the facts say'
  const left = open > 0 ? `, ${open} left out (still being summed up)` : ''
  const head = `${collection.padEnd(20)} ${String(count).padStart(7)} documents: ${state}${left}`
  if (!first) return head
  return [
    head,
    `  record    ${collection} ${first.record}`,
    `  figure    ${first.field}`,
    `  expected  ${first.expected ?? 'nothing stored'}`,
    `  found     ${first.found ?? 'nothing'}`,
  ].join('\n')
}

/** Sets every document that differs, and takes away those that no fact speaks for. */
async function write(folder: string, shop: Shop): Promise<void> {
  const { cloud } = await startShopCloud({ data: folder, startAt: Date.now(), timers: false })
  try {
    const { facts, cursors, storedIn } = shop
    const at = cloud.clock.now()
    for (const { collection, put, remove } of foldAggregates(facts, cursors, storedIn, { at })) {
      cloud.database.remove(collection, [...remove])
      cloud.database.put(collection, [...put])
    }
  } finally {
    await cloud.stop()
  }
}

async function main(): Promise<number> {
  const args = readArguments()
  if (args.help) {
    console.log(HELP)
    return 0
  }
  const folder = args.data === undefined ? await demoFolder() : resolve(args.data)
  const shop = readShop(folder)
  const { facts, cursors, storedIn } = shop
  const folded = foldAggregates(facts, cursors, storedIn, { isAll: args.write })
  const { orders, commissions, visits } = facts
  console.log(
    `${orders.length} orders, ${commissions.length} commissions and ${visits.length} visits come to`,
  )
  for (const aggregate of folded) console.log(sayAggregate(aggregate))
  const wrong = folded.reduce((sum, { put, remove }) => sum + put.length + remove.length, 0)
  if (args.write) {
    await write(folder, shop)
    console.log(wrong > 0 ? `${wrong} documents were set right.` : 'They were right already.')
    return 0
  }
  const isRight = folded.every(({ differences }) => differences.length === 0)
  console.log(`The figures are ${isRight ? '' : 'NOT '}what the facts say.`)
  return isRight ? 0 : 1
}

runOnShop(main, HELP)
