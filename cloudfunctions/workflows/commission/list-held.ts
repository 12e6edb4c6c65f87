// 搁下的佣金: what the timer could not work out, give a due moment or settle, with whose money waits for it.
import type { Api } from '@contract/api'
import type { Commission } from '@contract/model/distribution'
import type { Order } from '@contract/model/order'
import type { Context } from '../../ports/world'
import { isOwnHeld } from './own-held'

type Output = Api['owner.listHeld']['output']
type Row = Output['rows'][number]

/** Of each kind; there are few at any time. */
const MOST = 100

export async function listHeld(ctx: Context): Promise<Output> {
  const { store } = ctx
  const by = (field: string) => ({ order: [[field, 'asc']] as const, limit: MOST })
  const [accrual, due, settlement] = await Promise.all([
    store.find('orders', { accrual: 'held' }, by('paidAt')),
    store.find('orders', { dues: 'held' }, by('receivedAt')),
    store.find('commissions', { status: 'pending', isHeld: true }, by('settleAt')),
  ])
  const orderIds = new Set(settlement.map(({ orderId }) => orderId))
  const orders = new Map(
    [...accrual, ...due, ...(await store.getMany('orders', [...orderIds]))].map((order) => [
      order._id,
      order,
    ]),
  )
  const ids = new Set([
    ...[...orders.values()].flatMap(peopleOf),
    ...settlement.map(({ distributorId }) => distributorId),
  ])
  const names = new Map(
    (await store.getMany('distributors', [...ids])).map(({ _id, name }) => [_id, name]),
  )
  const show = { ctx, orders, names }
  return {
    rows: [
      ...accrual.map((order) => ofOrder(show, 'accrual', order)),
      ...due.map((order) => ofOrder(show, 'due', order)),
      ...settlement.map((commission) => ofCommission(show, commission)),
    ],
  }
}

interface Show {
  readonly ctx: Context
  readonly orders: ReadonlyMap<string, Order>
  readonly names: ReadonlyMap<string, string>
}

function ofOrder({ ctx, names }: Show, kind: 'accrual' | 'due', order: Order): Row {
  const at = kind === 'accrual' ? order.paidAt : order.receivedAt
  return {
    id: order._id,
    kind,
    orderId: order._id,
    title: titleOf(order),
    names: peopleOf(order).flatMap((id) => names.get(id) ?? []),
    netFen: null,
    at: at ?? order.placedAt,
    isRefunded: kind === 'accrual' && order.refundedFen > 0,
    blockedBy: isOwnHeld(ctx, order, peopleOf(order)) ? 'OWN_CASE' : null,
  }
}

function ofCommission({ ctx, orders, names }: Show, commission: Commission): Row {
  const { _id, orderId, distributorId, netFen, settleAt, accruedAt } = commission
  const isOwn = isOwnHeld(ctx, commission, [distributorId])
  return {
    id: _id,
    kind: 'settlement',
    orderId,
    title: titleOf(orders.get(orderId)),
    names: [names.get(distributorId) ?? ''],
    // A row that is at fault may hold anything: what is no amount is not shown as one.
    netFen: Number.isSafeInteger(netFen) && netFen >= 0 ? netFen : null,
    at: settleAt ?? accruedAt,
    isRefunded: false,
    blockedBy: isOwn ? 'OWN_CASE' : null,
  }
}

function titleOf(order: Order | undefined): string {
  const lines: Order['lines'] | null = order?.lines ?? null
  const title = lines?.[0]?.title ?? ''
  return lines && lines.length > 1 ? `${title} 等 ${lines.length} 种` : title
}

function peopleOf({ attribution }: Order): string[] {
  if (!attribution) return []
  const { distributorId, inviterId } = attribution
  return inviterId === null ? [distributorId] : [distributorId, inviterId]
}
