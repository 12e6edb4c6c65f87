// What the risk flags look at, read once when a withdrawal is asked for.
import type { RealName } from '@contract/model/real-name'
import { fen, sumFen, type Fen } from '@contract/money'
import { DAY_MS } from '@contract/time'
import { movementOf } from '../../domain/ledger/post-to-wallet'
import type { FlagFacts } from '../../domain/withdrawal/flags/flag'
import type { World } from '../../ports/world'

const HISTORY = 20
const BOUND_BEFORE_DAYS = 30
const CLAWBACK_DAYS = 30
const REFUND_DAYS = 60

export async function readFlagFacts(
  { store, now }: World,
  distributorId: string,
  amountFen: Fen,
  realName: RealName,
): Promise<FlagFacts> {
  const dayAgo = now - DAY_MS
  const before = dayAgo - BOUND_BEFORE_DAYS * DAY_MS
  const [paid, boundToday, boundBefore, clawbacks, commissions] = await Promise.all([
    store.find(
      'withdrawals',
      { distributorId, status: 'paid' },
      { order: [['requestedAt', 'desc']], limit: HISTORY },
    ),
    store.count('attributions', { distributorId, boundAt: { gt: dayAgo } }),
    store.count('attributions', { distributorId, boundAt: { gt: before, lte: dayAgo } }),
    store.find('ledger_entries', {
      distributorIds: distributorId,
      code: 'COMMISSION_CLAWED_BACK',
      at: { gt: now - CLAWBACK_DAYS * DAY_MS },
    }),
    store.sum('commissions', { distributorId, accruedAt: { gt: now - REFUND_DAYS * DAY_MS } }, [
      'amountFen',
      'reversedFen',
    ]),
  ])
  return {
    amountFen,
    now,
    paidFen: paid.map((one) => one.amountFen),
    boundToday,
    boundBefore,
    clawbacks: clawbacks.length,
    clawbackFen: sumFen(clawbacks, (entry) => {
      const { availableFen, clawbackFen } = movementOf(entry, distributorId)
      return clawbackFen - availableFen
    }),
    nameChangedAt: realName.changedAt,
    accruedFen: fen(commissions['amountFen'] ?? 0),
    reversedFen: fen(commissions['reversedFen'] ?? 0),
  }
}
