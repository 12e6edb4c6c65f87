// What waits for the staff, counted anew and set: by the timer each minute, and after each act that moves a count.
import { fen } from '@contract/money'
import type { DeskBoard } from '@contract/model/records'
import type { Context, World } from '../../ports/world'
import { WAITING } from '../after-sale/list-shop-after-sales'
import { ORDER_FILTERS } from '../order/order-filters'
import { nameFailure } from '../outbox/name-failure'
import { readPlanInForce } from '../plan/read-plan'
import { findShop } from '../shop/read-shop'

const ALERTS = 20
const TRIES = 5

type Counts = Omit<DeskBoard, '_id' | 'turn'>

/**
 * Whoever counted while somebody else set the board counts again: what is set was counted after every earlier set, so
 * that an older count never covers a newer one, whatever the clocks say.
 */
export async function setBoard(world: World): Promise<DeskBoard> {
  for (let left = TRIES; ; left -= 1) {
    const before = await world.store.get('desk_boards', 'board')
    const counts = await countWork(world)
    const board: DeskBoard = { _id: 'board', turn: (before?.turn ?? 0) + 1, ...counts }
    const { _id, ...set } = board
    const isSet = before
      ? await world.store.updateIf('desk_boards', _id, { turn: before.turn }, { set })
      : await world.store.insert('desk_boards', board)
    // Who comes so late five times is counted by the others, and by the timer within a minute.
    if (isSet || left === 1) return board
  }
}

/**
 * An act of the staff, and the board after it: whoever comes back to the dashboard finds it done. A count that fails
 * fails no act: the timer counts within a minute, and the board says up to when it counted.
 */
export function thenCount<Input, Output>(
  act: (ctx: Context, input: Input) => Promise<Output>,
): (ctx: Context, input: Input) => Promise<Output> {
  return async (ctx, input) => {
    const answer = await act(ctx, input)
    await setBoard(ctx).catch((error: unknown) => {
      ctx.log.warn('board-not-set', { error: nameFailure(error) })
    })
    return answer
  }
}

/** The timer's. */
export async function countBoard(world: World): Promise<{ turn: number }> {
  return { turn: (await setBoard(world)).turn }
}

async function countWork(world: World): Promise<Counts> {
  const { store } = world
  const newest = { order: [['at', 'desc']], limit: ALERTS } as const
  const oldest = { order: [['requestedAt', 'asc']], limit: 1 } as const
  const asked = { status: 'requested' }
  const [cursor, payouts, [waiting], toShip, afterSales, applications, disputes, alerts, shop] =
    await Promise.all([
      store.get('aggregate_cursors', 'aggregates'),
      store.sum('withdrawals', asked, ['amountFen']),
      store.find('withdrawals', asked, oldest),
      store.count('orders', ORDER_FILTERS['to-ship']),
      store.count('after_sales', { status: { in: WAITING } }),
      store.count('distributors', { status: 'applied' }),
      store.count('disputes', { isOpen: true }),
      store.find('alerts', { isOpen: true }, newest),
      findShop(world),
    ])
  const plan = shop && (await readPlanInForce(world, shop))
  return {
    toShip,
    afterSales,
    applications,
    disputes,
    payouts: {
      count: payouts.count,
      amountFen: fen(payouts['amountFen'] ?? 0),
      oldestAt: waiting?.requestedAt ?? null,
    },
    alerts: alerts.map(({ _id, message, at }) => ({ id: _id, message, at })),
    capBps: plan?.rules.capBps ?? null,
    countedAt: world.now,
    figuresAsOf: cursor?.asOf ?? 0,
  }
}
