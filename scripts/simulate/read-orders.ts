// orders.csv: one row a line; what belongs to the order repeats on its lines and is the same text on each.
import { addWhole, allocate, subtractWhole, timesWhole, type Whole } from '@contract/money'
import type {
  LineToSimulate,
  OrderToSimulate,
} from '../../cloudfunctions/domain/simulation/simulate-order'
import { parseMoment } from '../../cloudfunctions/domain/text/parse-moment'
import { compareOrdinals, readAmount, readOrdinal, readUnits, type Read } from './read-cells'
import type { Member } from './read-members'
import { readTable, type Row, type Table } from './read-table'

const OF_THE_ORDER = ['paid_at', 'buyer', 'sharer', 'order_discount_fen', 'shipping_fen'] as const
const IDS = ['sku', 'product', 'category'] as const
const COLUMNS = ['order_id', ...OF_THE_ORDER, 'line', ...IDS, 'qty', 'unit_price_fen'] as const

type Column = (typeof COLUMNS)[number]
type OrdersTable = Table<Column>

/** A line of the file on its way to the simulation: its base is known, its refunds are added later. */
export interface Line extends LineToSimulate {
  readonly line: string
  readonly refundsFen: Whole[]
}

export interface Order extends OrderToSimulate<Line> {
  readonly orderId: string
  /** In numeric order of `line`. */
  readonly lines: readonly Line[]
  readonly lineNamed: ReadonlyMap<string, Line>
}

interface Draft {
  readonly first: Row<Column>
  readonly head: Omit<Order, 'lines' | 'lineNamed'>
  readonly discountFen: number
  readonly goods: Map<string, { readonly row: Row<Column>; readonly goodsFen: Whole }>
}

/** Orders as they first appear. Throws FileInvalid. */
export function readOrders(
  path: string,
  members: ReadonlyMap<string, Member>,
): ReadonlyMap<string, Order> {
  const table = readTable(path, COLUMNS)
  const drafts = new Map<string, Draft>()
  for (const row of table.rows) {
    const { order_id: orderId, line } = row.cells
    if (orderId === '') table.refuse(row.line, 'order_id', 'it is empty')
    const known = drafts.get(orderId)
    const draft = known ?? startOrder(table, row, members)
    if (known) checkSame(table, row, known.first)
    else drafts.set(orderId, draft)
    const goodsFen = readLine(table, row)
    const twin = draft.goods.get(line)
    if (twin) table.refuse(row.line, 'line', `the order has line ${line} already`)
    draft.goods.set(line, { row, goodsFen })
  }
  return new Map([...drafts].map(([orderId, draft]) => [orderId, finishOrder(table, draft)]))
}

function startOrder(
  table: OrdersTable,
  row: Row<Column>,
  members: ReadonlyMap<string, Member>,
): Draft {
  const { line, cells } = row
  const { order_id: orderId, buyer: buyerId, sharer: sharerId } = cells
  const paidAt =
    parseMoment(cells.paid_at) ??
    table.refuse(line, 'paid_at', `"${cells.paid_at}" is no moment with Z or an offset`)
  if (buyerId === '') table.refuse(line, 'buyer', 'it is empty')
  const sharer = sharerId === '' ? null : members.get(sharerId)
  if (sharer === undefined) table.refuse(line, 'sharer', `there is no member "${sharerId}"`)
  const discountFen = amountIn(table, row, 'order_discount_fen')
  amountIn(table, row, 'shipping_fen')
  const inviter = members.get(sharer?.inviterId ?? '') ?? null
  const head = { orderId, paidAt, buyerId, sharer: sharer ?? null, inviter }
  return { first: row, head, discountFen, goods: new Map() }
}

function checkSame(table: OrdersTable, row: Row<Column>, first: Row<Column>): void {
  for (const column of OF_THE_ORDER) {
    if (row.cells[column] === first.cells[column]) continue
    table.refuse(row.line, column, `it differs from line ${first.line} of the same order`)
  }
}

/** What the line's goods cost (fen), before any discount. */
function readLine(table: OrdersTable, row: Row<Column>): Whole {
  const { cells } = row
  insist(table, row, 'line', readOrdinal(cells.line))
  for (const column of IDS) if (cells[column] === '') table.refuse(row.line, column, 'it is empty')
  const units = insist(table, row, 'qty', readUnits(cells.qty))
  return timesWhole(units, amountIn(table, row, 'unit_price_fen'))
}

function amountIn(table: OrdersTable, row: Row<Column>, column: Column): number {
  return insist(table, row, column, readAmount(row.cells[column]))
}

function insist<Value>(
  table: OrdersTable,
  { line }: Row<Column>,
  column: Column,
  read: Read<Value>,
): Value {
  return 'reason' in read ? table.refuse(line, column, read.reason) : read.value
}

/** The discount is spread over the lines, in numeric order, by largest remainder. */
function finishOrder(table: OrdersTable, { first, head, discountFen, goods }: Draft): Order {
  const rows = [...goods].sort(([a], [b]) => compareOrdinals(a, b))
  const weights = rows.map(([, { goodsFen }]) => goodsFen)
  const totalFen = weights.reduce(addWhole, 0)
  if (discountFen > totalFen) {
    const reason = `${discountFen} is above the goods' total of ${totalFen} fen`
    table.refuse(first.line, 'order_discount_fen', reason)
  }
  const discounts = discountFen === 0 ? null : allocate(discountFen, weights)
  const lines = rows.map(([line, { row, goodsFen }], index): Line => {
    const { sku: skuId, product: productId, category: categoryId } = row.cells
    const baseFen = subtractWhole(goodsFen, discounts?.[index] ?? 0)
    return { line, skuId, productId, categoryId, baseFen, refundsFen: [] }
  })
  return { ...head, lines, lineNamed: new Map(lines.map((row) => [row.line, row])) }
}
