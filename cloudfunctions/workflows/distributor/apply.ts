// 申请成为分销员: no fee, no purchase; the inviter is whose share the applicant came through.
import type { Api } from '@contract/api'
import type { Application, FormAnswer } from '@contract/model/recruitment'
import type { Distributor } from '@contract/model/people'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { checkAnswers } from '../../domain/recruitment/check-answers'
import { mayApply, sameAnswers } from '../../domain/recruitment/may-apply'
import { recruitOf } from '../../domain/recruitment/recruit-of-shop'
import { insist, refuse } from '../../domain/refuse'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'
import { applicationId } from '../recruitment/application-id'
import { readShop } from '../shop/read-shop'
import { insistInviter } from './read-inviter'

interface Asked {
  readonly name: string
  readonly answers: readonly FormAnswer[]
  readonly formVersion: number
  readonly inviterId: string | null
}

/**
 * Sending the same again while it waits changes nothing. Refuses SHOP_NOT_OPEN, INVITER_INVALID,
 * APPLICATION_FORM_CHANGED, APPLICATION_FIELD_…, APPLICATION_STANDARD_UNMET, APPLICATION_PENDING (another one while
 * one waits), APPLICATION_TOO_SOON, ALREADY_DISTRIBUTOR, and DISTRIBUTOR_NOT_ACTIVE for whoever left.
 */
export async function apply(
  ctx: Context,
  { name, shareCode, formVersion, answers }: Api['distributor.apply']['parsed'],
): Promise<Api['distributor.apply']['output']> {
  const shop = await readShop(ctx)
  const distributorId = distributorIdOf(ctx.caller.memberId)
  const inviter = await insistInviter(ctx, { shop, shareCode, applicantId: distributorId })
  const asked: Asked = { name, answers, formVersion, inviterId: inviter?._id ?? null }
  return ctx.store.transaction(async (tx) => {
    const known = await tx.get('distributors', distributorId)
    if (known?.status === 'applied') {
      await insistSame(tx, known, asked)
      return { status: 'applied' }
    }
    await send(tx, ctx, known, asked)
    return { status: 'applied' }
  })
}

async function send(
  tx: Transaction,
  ctx: Context,
  known: Distributor | null,
  asked: Asked,
): Promise<void> {
  const recruit = recruitOf(await tx.get('settings', 'shop'))
  insist(mayApply(known, recruit.reapplyDays, ctx.now))
  if (asked.formVersion !== recruit.version) throw refuse('APPLICATION_FORM_CHANGED')
  insist(checkAnswers(recruit, asked.answers))
  const hasForm = recruit.version > 0
  const round = (known?.applicationRound ?? 0) + 1
  const { name, inviterId } = asked
  const set = {
    status: 'applied' as const,
    name,
    inviterId,
    appliedAt: ctx.now,
    rejectReason: null,
    ...(hasForm ? { applicationRound: round } : {}),
  }
  const applicant = known ?? newcomer(ctx)
  if (known) await tx.update('distributors', known._id, { set })
  else await tx.insert('distributors', { ...applicant, ...set })
  if (hasForm) await tx.insert('applications', makeApplication(ctx, applicant._id, round, asked))
}

/** A shop without a form keeps the first application that waits, whatever a second one says. */
async function insistSame(tx: Transaction, known: Distributor, asked: Asked): Promise<void> {
  if (known.applicationRound === undefined) return
  const waiting = await tx.get('applications', applicationId(known._id, known.applicationRound))
  const isSame = waiting?.name === asked.name && sameAnswers(waiting.answers, asked.answers)
  if (!isSame) throw refuse('APPLICATION_PENDING')
}

function newcomer(ctx: Context): Distributor {
  const { memberId } = ctx.caller
  return {
    _id: distributorIdOf(memberId),
    memberId,
    name: '',
    status: 'applied',
    tier: 'sprout',
    standings: [],
    inviterId: null,
    uplineIds: [],
    appliedAt: ctx.now,
    admittedAt: null,
    rejectReason: null,
  }
}

function makeApplication(
  ctx: Context,
  distributorId: string,
  round: number,
  { name, formVersion, answers }: Asked,
): Application {
  return {
    _id: applicationId(distributorId, round),
    distributorId,
    name,
    formVersion,
    answers: answers.map(({ field, value }) => ({ field, value })),
    appliedAt: ctx.now,
    outcome: 'waiting',
    decidedAt: null,
    decidedBy: null,
    reason: null,
  }
}
