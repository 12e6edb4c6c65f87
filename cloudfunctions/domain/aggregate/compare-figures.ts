// Where stored figures differ from those that the facts come to: record by record, field by field.
import type { DistributorDay, DistributorFigures, DistributorSums } from '@contract/model/aggregate'
import type { ShopDay } from '@contract/model/records'
import { unpackEarners, unpackProducts } from '../report/day-tops'
import type { AllFigures } from './fold-everything'
import { SUM_FIELDS } from './sums'

/** One figure that isn't what the facts say; null = the document is missing. */
export interface FigureDifference {
  readonly collection: 'distributor_days' | 'distributor_figures' | 'shop_days'
  readonly record: string
  readonly field: string
  readonly expected: number | null
  readonly found: number | null
}

type Flat = ReadonlyMap<string, number>

/** In the order of collections and ids; `isOpen` names records that newer facts will change yet. */
export function compareFigures(
  wanted: AllFigures,
  stored: AllFigures,
  isOpen: (collection: FigureDifference['collection'], id: string) => boolean = () => false,
): FigureDifference[] {
  const parts = [
    ['distributor_days', wanted.distributorDays, stored.distributorDays, flatDay],
    ['distributor_figures', wanted.figures, stored.figures, flatFigures],
    ['shop_days', wanted.shopDays, stored.shopDays, flatShopDay],
  ] as const
  return parts.flatMap(([collection, expected, found, flat]) =>
    compareRows(
      flatten(expected, flat as (row: { _id: string }) => Flat),
      flatten(found, flat as (row: { _id: string }) => Flat),
    )
      .filter(({ record }) => !isOpen(collection, record))
      .map((difference) => ({ collection, ...difference })),
  )
}

function flatten(rows: readonly { _id: string }[], flat: (row: { _id: string }) => Flat) {
  return new Map(rows.map((row): [string, Flat] => [row._id, flat(row)]))
}

function compareRows(wanted: ReadonlyMap<string, Flat>, stored: ReadonlyMap<string, Flat>) {
  const differences: Omit<FigureDifference, 'collection'>[] = []
  for (const record of [...new Set([...wanted.keys(), ...stored.keys()])].sort()) {
    const [expected, found] = [wanted.get(record), stored.get(record)]
    const fields = new Set([...(expected?.keys() ?? []), ...(found?.keys() ?? [])])
    for (const field of fields) {
      const values = { expected: expected?.get(field) ?? null, found: found?.get(field) ?? null }
      if (values.expected !== values.found) differences.push({ record, field, ...values })
    }
  }
  return differences
}

function flatDay(day: DistributorDay): Flat {
  return new Map(SUM_FIELDS.map((field) => [field, day[field]]))
}

function flatFigures({ ever, months, weeks, livelyOn }: DistributorFigures): Flat {
  const flat = new Map<string, number>()
  // A date as a number that reads as one: 20261105.
  if (livelyOn !== undefined) flat.set('livelyOn', Number(livelyOn.replaceAll('-', '')))
  const add = (prefix: string, sums: Partial<DistributorSums>) => {
    for (const [field, value] of Object.entries(sums)) flat.set(`${prefix}.${field}`, value)
  }
  add('ever', ever)
  for (const [month, sums] of Object.entries(months)) add(`months.${month}`, sums)
  for (const [week, sums] of Object.entries(weeks)) add(`weeks.${week}`, sums)
  return flat
}

function flatShopDay(day: ShopDay): Flat {
  const { salesFen, refundedFen, orders, buyers, visitors, commissionFen } = day
  const figures = { salesFen, refundedFen, orders, buyers, visitors, commissionFen }
  const earners = [...unpackEarners(day.earners)]
  const products = [...unpackProducts(day.products)]
  return new Map([
    ...Object.entries(figures),
    ...earners.map(([id, amountFen]) => [`earners.${id}`, amountFen] as const),
    ...products.map(([id, sold]) => [`products.${id}.salesFen`, sold.salesFen] as const),
    ...products.map(([id, sold]) => [`products.${id}.units`, sold.units] as const),
  ])
}
