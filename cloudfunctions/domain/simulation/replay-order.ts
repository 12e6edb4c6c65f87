// A real order as the simulator takes it: its lines, its frozen attribution, and what its people were at payment.
import { subtractFen, sumFen, type Fen } from '@contract/money'
import type { AfterSale, Order } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import { distributorIdOf } from '../attribution/distributor-id'
import { standingAt } from '../attribution/standing-at'
import { assert } from '../assert'
import type { Candidate } from '../commission/find-beneficiaries'
import type { LineToSimulate, OrderToSimulate } from './simulate-order'

export interface ReplayedLine extends LineToSimulate {
  readonly line: number
  readonly baseFen: Fen
  readonly refundsFen: readonly Fen[]
  readonly keptUnits: number
}

/** `afterSales` are the order's own; `people` holds whoever it is attributed to. The order must be paid. */
export function replayOrder(
  order: Order,
  afterSales: readonly AfterSale[],
  people: ReadonlyMap<string, Pick<Distributor, 'standings'>>,
): OrderToSimulate<ReplayedLine> {
  const { paidAt, attribution } = order
  assert(paidAt !== null, `${order._id} is not paid`)
  const candidate = (id: string | null | undefined): Candidate | null => {
    const standing = id ? standingAt(people.get(id)?.standings ?? [], paidAt) : null
    return id && standing ? { _id: id, tier: standing.tier, status: standing.status } : null
  }
  const refunds = afterSales
    .filter((afterSale) => afterSale.status === 'refunded')
    .sort((a, b) => (a.refundedAt ?? 0) - (b.refundedAt ?? 0))
  return {
    paidAt,
    buyerId: distributorIdOf(order.buyerId),
    sharer: candidate(attribution?.distributorId),
    inviter: candidate(attribution?.inviterId),
    lines: order.lines.map((line) => ({
      line: line.line,
      skuId: line.skuId,
      productId: line.productId,
      categoryId: line.categoryId,
      baseFen: line.baseFen,
      refundsFen: refundsOf(line, refunds),
      keptUnits: line.quantity - line.refundedQuantity,
    })),
  }
}

/** In the order in which they succeeded; what no record tells of comes last, so that the sum is the order's own. */
function refundsOf(
  { line, refundedFen }: Order['lines'][number],
  refunds: readonly AfterSale[],
): readonly Fen[] {
  const told = refunds.flatMap(({ lines }) =>
    lines.filter((row) => row.line === line).map((row) => row.refundFen),
  )
  const untold = subtractFen(
    refundedFen,
    sumFen(told, (amount) => amount),
  )
  return untold > 0 ? [...told, untold] : told
}
