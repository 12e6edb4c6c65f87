// Who earned and what sold on a date: complete maps packed as text, so that any span of days adds up exactly.
import { addFen, fen, subtractFen, type Fen } from '@contract/money'
import type { Commission } from '@contract/model/distribution'
import type { Order } from '@contract/model/order'
import { assert } from '../assert'

/** Net commission by distributor; whoever nothing is left of is not in it. */
export type Earners = ReadonlyMap<string, Fen>

export interface ProductSales {
  /** As the latest order line called it. */
  readonly title: string
  /** Paid for it and not given back; without shipping. */
  readonly salesFen: Fen
  /** Sold and not given back. */
  readonly units: number
}
export type Products = ReadonlyMap<string, ProductSales>

export function earnersOf(
  commissions: readonly Pick<Commission, 'distributorId' | 'netFen'>[],
): Earners {
  const earned = new Map<string, Fen>()
  for (const { distributorId, netFen } of commissions) {
    earned.set(distributorId, addFen(earned.get(distributorId) ?? 0, netFen))
  }
  return new Map([...earned].filter(([, amountFen]) => amountFen !== 0))
}

export function productsOf(orders: readonly Pick<Order, 'lines' | 'paidAt'>[]): Products {
  const sold = new Map<string, ProductSales>()
  const inOrder = [...orders].sort((a, b) => (a.paidAt ?? 0) - (b.paidAt ?? 0))
  for (const line of inOrder.flatMap((order) => order.lines)) {
    const units = line.quantity - line.refundedQuantity
    if (units === 0) continue
    const { title, baseFen, refundedFen } = line
    add(sold, line.productId, { title, units, salesFen: subtractFen(baseFen, refundedFen) })
  }
  return sold
}

function add(to: Map<string, ProductSales>, id: string, more: ProductSales): void {
  const known = to.get(id)
  const salesFen = addFen(known?.salesFen ?? 0, more.salesFen)
  to.set(id, { title: more.title, salesFen, units: (known?.units ?? 0) + more.units })
}

/** Days in their order: a product is called as on the last of them. */
export function mergeProducts(days: readonly Products[]): Products {
  const sold = new Map<string, ProductSales>()
  for (const day of days) for (const [id, more] of day) add(sold, id, more)
  return sold
}

export function mergeEarners(days: readonly Earners[]): Earners {
  const rows = days.flatMap((day) => [...day])
  return earnersOf(rows.map(([distributorId, netFen]) => ({ distributorId, netFen })))
}

/** The first `count` with anything left, the highest first, ties by id. */
export function topOf<Row>(
  rows: ReadonlyMap<string, Row>,
  amountOf: (row: Row) => Fen,
  count: number,
): (readonly [id: string, row: Row])[] {
  return [...rows]
    .filter(([, row]) => amountOf(row) > 0)
    .sort(([a, x], [b, y]) => amountOf(y) - amountOf(x) || (a < b ? -1 : 1))
    .slice(0, count)
}

/** A line each: id and amount. */
export function packEarners(earners: Earners): string {
  return linesOf(earners, (amountFen) => String(amountFen))
}

export function unpackEarners(text: string | undefined): Earners {
  return new Map(partsOf(text, 2).map(([id, amountFen]) => [id, fen(Number(amountFen))]))
}

/** A line each: id, units, amount, and the title to its end. */
export function packProducts(products: Products): string {
  return linesOf(products, ({ units, salesFen, title }) => {
    return `${units} ${salesFen} ${title.replace(/\s+/g, ' ')}`
  })
}

export function unpackProducts(text: string | undefined): Products {
  return new Map(
    partsOf(text, 4).map(([id, units, salesFen, title = '']) => {
      return [id, { title, salesFen: fen(Number(salesFen)), units: Number(units) }]
    }),
  )
}

function linesOf<Row>(rows: ReadonlyMap<string, Row>, textOf: (row: Row) => string): string {
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([id, row]) => `${id} ${textOf(row)}`).join('\n')
}

/** As many parts a line, or it is a bug; the last takes what is left of it. */
function partsOf(text: string | undefined, count: number): [id: string, ...rest: string[]][] {
  if (text === undefined || text === '') return []
  return text.split('\n').map((line) => {
    const words = line.split(' ')
    assert(words.length >= count, `not ${count} parts: ${line}`)
    const [id = '', ...rest] = words.slice(0, count - 1)
    return [id, ...rest, words.slice(count - 1).join(' ')]
  })
}
