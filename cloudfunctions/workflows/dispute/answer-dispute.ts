// 回应争议: whoever has the customer says why, or lets them go; once.
import type { Api } from '@contract/api'
import type { Dispute } from '@contract/model/dispute'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { judgeAnswer } from '../../domain/dispute/judge-dispute'
import { insist, refuse } from '../../domain/refuse'
import { areOwnPictures } from '../../domain/upload/own-files'
import type { Context } from '../../ports/world'

/**
 * The same words again change nothing, also after a lost answer. Refuses DISPUTE_UNKNOWN (also for who is not the other
 * side), DISPUTE_FILE_FOREIGN, DISPUTE_ENDED, DISPUTE_ANSWERED.
 */
export async function answerDispute(
  ctx: Context,
  { disputeId, stance, words, pictures }: Api['distributor.answerDispute']['parsed'],
): Promise<Api['distributor.answerDispute']['output']> {
  const ownId = distributorIdOf(ctx.caller.memberId)
  if (!areOwnPictures(ctx.envId, pictures)) throw refuse('DISPUTE_FILE_FOREIGN')
  const answer = { stance, words, pictures, at: ctx.now }
  return ctx.store.transaction(async (tx) => {
    const dispute = await tx.get('disputes', disputeId)
    if (dispute?.holderId !== ownId) throw refuse('DISPUTE_UNKNOWN')
    if (isSame(dispute.answer, answer)) return {}
    insist(judgeAnswer(dispute))
    await tx.update('disputes', disputeId, { set: { answer, status: 'answered' } })
    return {}
  })
}

type Answer = NonNullable<Dispute['answer']>

function isSame(known: Answer | null, { stance, words, pictures }: Answer): boolean {
  return (
    known?.stance === stance && known.words === words && known.pictures.join() === pictures.join()
  )
}
