// Daily figures of a span of dates, with the board: a day without anything is empty, today is at most a minute old.
import { addDays, dateOf, MINUTE_MS } from '@contract/time'
import { sumFen, ZERO } from '@contract/money'
import type { DeskBoard, ShopDay } from '@contract/model/records'
import type { World } from '../../ports/world'
import { summariseShopDay } from '../aggregate/set-shop-days'
import { setBoard } from './set-board'

export interface ReadDays {
  readonly days: readonly ShopDay[]
  readonly board: DeskBoard
  /** Everything up to this moment is in the figures and on the board, ms. */
  readonly asOf: number
}

/**
 * `count` dates up to and including `to`, in order: two reads. Where the timer stands still both are summed up here and
 * now instead, and kept for the next who looks.
 */
export async function readDays(world: World, to: string, count: number): Promise<ReadDays> {
  const dates = Array.from({ length: count }, (_, index) => addDays(to, index - count + 1))
  const [rows, known] = await Promise.all([
    world.store.getMany('shop_days', dates),
    world.store.get('desk_boards', 'board'),
  ])
  const isLate = (asOf: number) => asOf < world.now - MINUTE_MS
  const board = known && !isLate(known.countedAt) ? known : await setBoard(world)
  const byDate = new Map(rows.map((day) => [day._id, day]))
  const today = dateOf(world.now)
  let asOf = Math.max(board.figuresAsOf, byDate.get(today)?.asOf ?? 0)
  if (dates.includes(today) && isLate(asOf)) {
    const day = await summariseShopDay(world, today)
    await world.store.put('shop_days', day)
    byDate.set(today, day)
    asOf = world.now
  }
  return {
    days: dates.map((on) => byDate.get(on) ?? emptyDay(on, asOf)),
    board,
    asOf: Math.min(asOf, board.countedAt),
  }
}

/** What `dayFigures` of the contract says, over several days. Buyers and visitors are summed by day. */
export function addUp(days: readonly ShopDay[]) {
  return {
    salesFen: sumFen(days, (day) => day.salesFen),
    orders: sumFen(days, (day) => day.orders),
    visitors: sumFen(days, (day) => day.visitors),
    buyers: sumFen(days, (day) => day.buyers),
    commissionFen: sumFen(days, (day) => day.commissionFen),
    refundedFen: sumFen(days, (day) => day.refundedFen),
  }
}

function emptyDay(on: string, asOf: number): ShopDay {
  const nothing = { salesFen: ZERO, refundedFen: ZERO, commissionFen: ZERO }
  return { _id: on, ...nothing, orders: 0, buyers: 0, visitors: 0, asOf }
}
