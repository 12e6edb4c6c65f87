// 核销欠款: the whole debt of somebody who no longer distributes; a large one waits for a second person.
import type { Api } from '@contract/api'
import { insistWritable } from '../../domain/incentive/judge-decision'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { askDecision } from './ask-decision'
import { showDecision } from './show-decision'

/**
 * Refuses DISTRIBUTOR_UNKNOWN, OWN_CASE, DEBT_OF_ACTIVE, DEBT_STILL_COVERED, DEBT_CHANGED, and IDEMPOTENCY_CONFLICT for
 * the same request with other facts.
 */
export async function writeOffDebt(
  ctx: Context,
  ask: Api['owner.writeOffDebt']['parsed'],
): Promise<Api['owner.writeOffDebt']['output']> {
  const { withdrawal } = await readShop(ctx)
  const decision = await askDecision(ctx, 'debt-write-off', ask, (_tx, subject) => {
    insistWritable(subject.distributor, subject.wallet, ask.amountFen)
    return Promise.resolve({ isAlone: ask.amountFen <= withdrawal.fourEyesFen })
  })
  return showDecision(ctx, decision)
}
