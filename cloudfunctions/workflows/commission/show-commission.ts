// A commission as its beneficiary sees it: the buyer masked, the goods by name.
import type { Api } from '@contract/api'
import type { Commission } from '@contract/model/distribution'
import { maskName } from '../../domain/text/mask'

export type CommissionRow = Api['distributor.listCommissions']['output']['rows'][number]

export function showCommission(commission: Commission): CommissionRow {
  const { lines } = commission
  const title = lines[0]?.title ?? ''
  return {
    id: commission._id,
    level: commission.level,
    title: lines.length > 1 ? `${title} 等 ${lines.length} 种` : title,
    buyerName: maskName(commission.buyerName),
    amountFen: commission.amountFen,
    reversedFen: commission.reversedFen,
    netFen: commission.netFen,
    status: commission.status,
    isHeld: commission.isHeld,
    accruedAt: commission.accruedAt,
    settleAt: commission.settleAt,
    settledAt: commission.settledAt,
  }
}
