// `npm run rebuild-aggregates`: folds all figures anew from a shop's facts and compares them with what is stored.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { AggregateCursor, DistributorDay, StoredFigures } from '@contract/model/aggregate'
import type { ShopDay } from '@contract/model/records'
import {
  compareFigures,
  type FigureDifference,
} from '../cloudfunctions/domain/aggregate/compare-figures'
import {
  foldEverything,
  touchedBy,
  type AllFacts,
  type AllFigures,
} from '../cloudfunctions/domain/aggregate/fold-everything'
import { packFigures, unpackFigures } from '../cloudfunctions/domain/aggregate/pack-figures'
import { readFolder } from '../emulator/cloud'
import { buildFunctions } from './build-functions'
import { ensureDemoData, startShopCloud } from './demo-shop'
import { SOURCES, whenStale } from './freshness'
import { BadUsage, runOnShop } from './run-on-shop'

const HELP = `npm run rebuild-aggregates -- --data DIR [--write] | --demo

  --data   folder of a shop that isn't running, such as .data/shop
  --write  sets what is stored to what the facts come to; without it nothing is written
  --demo   the demo shop as it is first laid out; a year is played when there is none yet

Exit code 0: every stored figure is what the facts say (or was set to it). 1: it isn't, the first difference is named.
2: the data could not be read. Figures of facts that the timer has not surely seen yet are left out, and counted.
`

/** Where facts and figures are kept. */
const KEPT = {
  orders: 'orders',
  refunds: 'after_sales',
  commissions: 'commissions',
  visits: 'visits',
  changes: 'attribution_changes',
  distributors: 'distributors',
  shares: 'shares',
} as const satisfies Record<keyof AllFacts, string>
const FIGURES = ['distributor_days', 'distributor_figures', 'shop_days', 'aggregate_cursors']

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
  await whenStale('functions', SOURCES.functions, 'dist/cloudfunctions', buildFunctions)
  return (await ensureDemoData(() => undefined)).folder
}

interface Shop {
  readonly facts: AllFacts
  readonly stored: AllFigures
  readonly cursor: AggregateCursor | null
}

function readShop(folder: string): Shop {
  const { documents } = readFolder(folder, [...Object.values(KEPT), ...FIGURES])
  const rows = <T>(name: string) => (documents.get(name) ?? []) as T[]
  const facts = Object.fromEntries(
    Object.entries(KEPT).map(([part, name]) => [part, rows(name)]),
  ) as unknown as AllFacts
  return {
    facts,
    stored: {
      distributorDays: rows<DistributorDay>('distributor_days'),
      figures: rows<StoredFigures>('distributor_figures').map(unpackFigures),
      shopDays: rows<ShopDay>('shop_days'),
    },
    cursor: rows<AggregateCursor>('aggregate_cursors')[0] ?? null,
  }
}

/** Figures that facts will change which the timer looks at again in its next run. */
function openFigures({ facts, cursor }: Shop) {
  const days = touchedBy(facts, (kind, at) => at != null && at >= (cursor?.seen[kind] ?? 0))
  const people = new Set([...days.distributors.values()].flatMap((ids) => [...ids]))
  const isOpen = (collection: FigureDifference['collection'], id: string) => {
    if (collection === 'shop_days') return days.shop.has(id)
    if (collection === 'distributor_figures') return people.has(id)
    const cut = id.lastIndexOf(':')
    return days.distributors.get(id.slice(cut + 1))?.has(id.slice(0, cut)) ?? false
  }
  return { isOpen, count: days.shop.size + people.size }
}

function sayDifference(difference: FigureDifference, others: number): string {
  const { collection, record, field, expected, found } = difference
  const more = others === 0 ? '' : ` (and ${others} more)`
  return [
    `The figures are NOT what the facts say${more}. The first difference:`,
    `  record    ${collection} ${record}`,
    `  figure    ${field}`,
    `  expected  ${expected ?? 'nothing stored'}`,
    `  found     ${found ?? 'nothing'}`,
  ].join('\n')
}

/** Sets every figure, and takes away those that no fact speaks for. */
async function write(folder: string, { stored }: Shop, wanted: AllFigures): Promise<void> {
  const { cloud } = await startShopCloud({ data: folder, startAt: Date.now(), timers: false })
  const at = cloud.clock.now()
  const set = (
    name: string,
    before: readonly { _id: string }[],
    after: readonly { _id: string }[],
  ) => {
    const kept = new Set(after.map((one) => one._id))
    const gone = before.map((one) => one._id).filter((id) => !kept.has(id))
    cloud.database.remove(name, gone)
    cloud.database.put(name, [...after])
  }
  try {
    set('distributor_days', stored.distributorDays, wanted.distributorDays)
    const figures = wanted.figures.map((one) => packFigures({ ...one, changedAt: at }))
    set('distributor_figures', stored.figures, figures)
    set(
      'shop_days',
      stored.shopDays,
      wanted.shopDays.map((day) => ({ ...day, asOf: at })),
    )
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
  const wanted = foldEverything(shop.facts)
  const { isOpen, count } = openFigures(shop)
  const [first, ...others] = compareFigures(wanted, shop.stored, args.write ? undefined : isOpen)
  const { distributorDays, figures, shopDays } = wanted
  console.log(
    `${shop.facts.orders.length} orders, ${shop.facts.commissions.length} commissions, ` +
      `${shop.facts.visits.length} visits come to ${distributorDays.length} days of ` +
      `${figures.length} distributors and ${shopDays.length} days of the shop.`,
  )
  if (args.write) {
    await write(folder, shop, wanted)
    console.log(first ? `${others.length + 1} figures were set right.` : 'They were right already.')
    return 0
  }
  if (count > 0) console.log(`${count} of them are still being summed up and were left out.`)
  console.log(first ? sayDifference(first, others.length) : 'The figures are what the facts say.')
  return first ? 1 : 0
}

runOnShop(main, HELP)
