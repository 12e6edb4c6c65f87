// 推广订单: the paid orders that the caller's sharing brought, or their direct members', with what each pays them.
import type { Api } from '@contract/api'
import type { Commission } from '@contract/model/distribution'
import type { Order } from '@contract/model/order'
import { sumFen } from '@contract/money'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { commissionIdOf } from '../../domain/commission/make-commissions'
import { maskName } from '../../domain/text/mask'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { insistActive } from './insist-active'

type Output = Api['distributor.listOrders']['output']
type Row = Output['rows'][number]

const CREDITED = { own: 'attribution.distributorId', team: 'attribution.inviterId' } as const

/** Three reads for a page: orders, what they pay, and who shared. A team's refuse DISTRIBUTOR_NOT_ACTIVE. */
export async function listOwnOrders(
  ctx: Context,
  { from, cursor }: Api['distributor.listOrders']['parsed'],
): Promise<Output> {
  if (from === 'team') insistActive(ctx)
  const id = distributorIdOf(ctx.caller.memberId)
  const level = from === 'own' ? 1 : 2
  const where = { [CREDITED[from]]: id, paidAt: { gt: 0 } }
  const page = await readPage(ctx.store, 'orders', { where, by: 'paidAt', cursor })
  const idOf = (order: Order) => commissionIdOf(order._id, level, id)
  const sharers = level === 1 ? [] : page.rows.map(({ attribution }) => attribution?.distributorId)
  const [commissions, people] = await Promise.all([
    ctx.store.getMany('commissions', page.rows.map(idOf)),
    ctx.store.getMany('distributors', [...new Set(sharers.flatMap((one) => one ?? []))]),
  ])
  const commissionOf = new Map(commissions.map((row) => [row._id, row]))
  const nameOf = new Map(people.map((person) => [person._id, person.name]))
  const rows = page.rows.map((order): Row => {
    const { attribution } = order
    const sharerName = level === 1 ? null : (nameOf.get(attribution?.distributorId ?? '') ?? null)
    return { ...showOrder(order), sharerName, commission: showPay(commissionOf.get(idOf(order))) }
  })
  return { rows, next: page.next }
}

function showOrder(order: Order): Omit<Row, 'sharerName' | 'commission'> {
  return {
    id: order._id,
    status: order.status,
    paidAt: order.paidAt ?? order.placedAt,
    buyerName: maskName(order.buyerName),
    lines: order.lines.map(({ title, specText, picture, quantity }) => {
      return { title, specText, picture, quantity }
    }),
    goodsFen: sumFen(order.lines, (line) => line.baseFen),
    refundedFen: sumFen(order.lines, (line) => line.refundedFen),
    hasOpenAfterSale: order.openAfterSales > 0,
  }
}

function showPay(commission: Commission | undefined): Row['commission'] {
  if (!commission) return null
  const { _id, netFen, status, isHeld } = commission
  return { id: _id, netFen, status, isHeld }
}
