// orders.csv: one row a line; what belongs to the order repeats on its lines and is the same text on each.
import { addWhole, allocate, subtractWhole, timesWhole, type Whole } from '@contract/money'
import type {
  LineToSimulate,
  OrderToSimulate,
} from '../../cloudfunctions/domain/simulation/simulate-order'
import { parseMoment } from '../../cloudfunctions/domain/text/parse-moment'
import { compareOrdinals, readAmount, readOrdinal, readUnits, type Read } from './read-cells'
import type { Member } from './read-members'
import { openTable, type Row, type Table } from './read-table'

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
  /** Lines by their number, what they cost before the discount as their base. */
  readonly lines: Map<string, Line>
}

/** Orders as they first appear. Throws FileInvalid. */
export function readOrders(
  path: string,
  members: ReadonlyMap<string, Member>,
): ReadonlyMap<string, Order> {
  const table = openTable(path, COLUMNS)
  const drafts = new Map<string, Draft>()
  table.eachRow((row) => {
    const { order_id: orderId, line } = row.cells
    if (orderId === '') table.refuse(row.line, 'order_id', 'it is empty')
    const known = drafts.get(orderId)
    if (known) checkSame(table, row, known.first)
    const draft = known ?? startOrder(table, row, members)
    if (!known) drafts.set(orderId, draft)
    const read = readLine(table, row)
    if (draft.lines.has(line)) table.refuse(row.line, 'line', `the order has line ${line} already`)
    draft.lines.set(line, read)
  })
  const orders = new Map<string, Order>()
  for (const [orderId, draft] of drafts) orders.set(orderId, finishOrder(table, draft))
  return orders
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
  return { first: row, head, discountFen, lines: new Map() }
}

function checkSame(table: OrdersTable, row: Row<Column>, first: Row<Column>): void {
  for (const column of OF_THE_ORDER) {
    if (row.cells[column] === first.cells[column]) continue
    table.refuse(row.line, column, `it differs from line ${first.line} of the same order`)
  }
}

/** The line before any discount. */
function readLine(table: OrdersTable, row: Row<Column>): Line {
  const { cells } = row
  const line = insist(table, row, 'line', readOrdinal(cells.line))
  for (const column of IDS) if (cells[column] === '') table.refuse(row.line, column, 'it is empty')
  const units = insist(table, row, 'qty', readUnits(cells.qty))
  const baseFen = timesWhole(units, amountIn(table, row, 'unit_price_fen'))
  const { sku: skuId, product: productId, category: categoryId } = cells
  return { line, skuId, productId, categoryId, baseFen, refundsFen: [] }
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
function finishOrder(table: OrdersTable, draft: Draft): Order {
  const { first, head, discountFen } = draft
  const goods = [...draft.lines.values()].sort((a, b) => compareOrdinals(a.line, b.line))
  const weights = goods.map(({ baseFen }) => baseFen)
  const totalFen = weights.reduce(addWhole, 0)
  if (discountFen > totalFen) {
    const reason = `${discountFen} is above the goods' total of ${totalFen} fen`
    table.refuse(first.line, 'order_discount_fen', reason)
  }
  if (discountFen === 0) return { ...head, lines: goods, lineNamed: draft.lines }
  const discounts = allocate(discountFen, weights)
  const lines = goods.map((line, index): Line => {
    return { ...line, baseFen: subtractWhole(line.baseFen, discounts[index] ?? 0) }
  })
  return { ...head, lines, lineNamed: new Map(lines.map((line) => [line.line, line])) }
}
