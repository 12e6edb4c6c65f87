// An order that the timer could not close, or count as received, comes again later and lets the others pass.
import { MINUTE_MS } from '@contract/time'
import type { Order } from '@contract/model/order'
import type { Where } from '../../ports/store'
import type { World } from '../../ports/world'
import { closeSolvedAlert } from '../alert/close-alert'
import { isPoisoned, nameFailure } from '../outbox/name-failure'
import { raiseAlert } from '../outbox/raise-alert'

const BATCH = 30
const FIRST_WAIT_MS = MINUTE_MS
const MAX_WAIT_MS = 30 * MINUTE_MS
/** Failures in a row after which a person is called: with the waits above, about an hour. */
const CALLED_AFTER = 7

/** What the timer does to orders whose moment has come, and what it tells when it can't. */
const WORKS = {
  close: { by: 'expireAt', kind: 'CLOSE_FAILED', message: '这笔没付款的订单关不掉，库存还占着' },
  receive: {
    by: 'autoReceiveAt',
    kind: 'RECEIPT_FAILED',
    message: '这笔订单到时间了却没能自动收货',
  },
} as const
export type OrderWork = keyof typeof WORKS

/**
 * Orders whose moment has come: those that never failed, and apart from them those whose next try is due, so that
 * however many keep failing, none of the others waits for them.
 */
export async function findDueOrders(world: World, work: OrderWork, where: Where): Promise<Order[]> {
  const { by } = WORKS[work]
  const due = { ...where, [by]: { lte: world.now } }
  const fresh = await world.store.find(
    'orders',
    { ...due, retryAt: { exists: false } },
    { order: [[by, 'asc']], limit: BATCH },
  )
  const again = await world.store.find(
    'orders',
    { ...due, retryAt: { lte: world.now } },
    { order: [['retryAt', 'asc']], limit: BATCH },
  )
  return [...fresh, ...again]
}

/** Never given up. One that fails for itself, or seven times in a row, raises an alert. */
export async function postponeOrder(
  world: World,
  { _id, status, retries = 0 }: Order,
  work: OrderWork,
  error: unknown,
): Promise<void> {
  const { kind, message } = WORKS[work]
  world.log.warn('order-postponed', { orderId: _id, work, error: nameFailure(error) })
  const wait = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(retries, 10))
  const set = { retries: retries + 1, retryAt: world.now + wait }
  await world.store.updateIf('orders', _id, { status }, { set })
  if (!isPoisoned(error) && retries + 1 < CALLED_AFTER) return
  await raiseAlert(world, { kind, subjectId: _id, message: `${message}，需要人工核对` })
}

/** After it worked: what an earlier failure left is taken away. One that never failed costs nothing. */
export async function endPostponing(
  world: World,
  { _id, retries }: Order,
  work: OrderWork,
): Promise<void> {
  if (retries === undefined) return
  await world.store.updateIf('orders', _id, {}, { unset: ['retries', 'retryAt'] })
  await closeSolvedAlert(world, WORKS[work].kind, _id, '后来办成了')
}
