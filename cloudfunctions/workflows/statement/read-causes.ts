// What entries of one distributor are about, for a page of their statement: commissions by name, bonuses by reason.
import type { Commission } from '@contract/model/distribution'
import type { LedgerEntry } from '@contract/model/ledger'
import type { World } from '../../ports/world'
import { showCommission } from '../commission/show-commission'

export interface Cause {
  readonly commissions: readonly {
    readonly id: string
    readonly title: string
    readonly buyerName: string
  }[]
  readonly note: string | null
}

/** By entry id. At most three reads, whatever the page holds. */
export async function readCauses(
  world: World,
  distributorId: string,
  entries: readonly LedgerEntry[],
): Promise<ReadonlyMap<string, Cause>> {
  const orderIds = entries.flatMap((entry) => entry.orderId ?? [])
  const settledAts = entries.flatMap(({ code, at }) => (code === 'COMMISSION_SETTLED' ? at : []))
  const decisionIds = entries.flatMap((entry) => decisionOf(entry) ?? [])
  const [byOrder, settled, decisions] = await Promise.all([
    findCommissions(world, distributorId, 'orderId', orderIds),
    findCommissions(world, distributorId, 'settledAt', settledAts),
    decisionIds.length === 0 ? [] : world.store.getMany('money_decisions', decisionIds),
  ])
  return new Map(
    entries.map((entry) => {
      const own =
        entry.code === 'COMMISSION_SETTLED'
          ? settled.filter((commission) => commission.settledAt === entry.at)
          : byOrder.filter((commission) => commission.orderId === entry.orderId)
      const decision = decisions.find((one) => one._id === decisionOf(entry))
      return [entry._id, { commissions: own.map(show), note: decision?.reason ?? null }]
    }),
  )
}

async function findCommissions(
  world: World,
  distributorId: string,
  field: 'orderId' | 'settledAt',
  values: readonly (string | number)[],
): Promise<Commission[]> {
  if (values.length === 0) return []
  const where = { distributorId, [field]: { in: [...new Set(values)] } }
  return world.store.find('commissions', where, { order: [['accruedAt', 'asc']], limit: 1000 })
}

function show(commission: Commission): Cause['commissions'][number] {
  const { id, title, buyerName } = showCommission(commission)
  return { id, title, buyerName }
}

/** `incentive:mdc_…` and `writeoff:mdc_…` name their decision. */
function decisionOf({ _id, code }: LedgerEntry): string | null {
  const isDecided = code === 'INCENTIVE_PAID' || code === 'DEBT_WRITTEN_OFF'
  return isDecided ? _id.slice(_id.indexOf(':') + 1) : null
}
