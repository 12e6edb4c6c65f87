// What asking for a bonus or a write-off has in common: one record a request, decided at once or waiting for eyes.
import { idOf } from '@contract/ids'
import type { MoneyDecision, MoneyDecisionKind } from '@contract/model/books'
import type { Wallet } from '@contract/model/ledger'
import type { Distributor } from '@contract/model/people'
import type { Fen } from '@contract/money'
import { monthOf } from '@contract/time'
import { refuse } from '../../domain/refuse'
import type { Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'
import { suffixOfRequest } from '../name-by-request'
import { readWallet } from '../wallet/read-wallet'
import { carryOutDecision } from './carry-out-decision'

export interface Ask {
  readonly distributorId: string
  readonly amountFen: Fen
  readonly reason: string
}

export interface Subject {
  readonly distributor: Distributor
  readonly wallet: Wallet
}

/**
 * The request id names the decision: the same again answers the same, with other facts IDEMPOTENCY_CONFLICT. Refuses
 * DISTRIBUTOR_UNKNOWN, OWN_CASE, and what `judge` refuses; `judge` answers whether the asker's eyes are enough.
 */
export function askDecision(
  ctx: Context,
  kind: MoneyDecisionKind,
  ask: Ask,
  judge: (tx: Transaction, subject: Subject) => Promise<{ readonly isAlone: boolean }>,
): Promise<MoneyDecision> {
  if (ask.amountFen === 0) throw refuse('INPUT_INVALID', { field: 'amountFen' })
  const decisionId = idOf('moneyDecision', suffixOfRequest(ctx))
  const payloadHash = ctx.digest(
    JSON.stringify([kind, ask.distributorId, ask.amountFen, ask.reason]),
  )
  return ctx.store.transaction(async (tx) => {
    const earlier = await tx.get('money_decisions', decisionId)
    if (earlier && earlier.payloadHash !== payloadHash) throw refuse('IDEMPOTENCY_CONFLICT')
    if (earlier) return earlier
    const distributor = await tx.get('distributors', ask.distributorId)
    if (!distributor?.admittedAt) throw refuse('DISTRIBUTOR_UNKNOWN')
    if (distributor.memberId === ctx.caller.memberId) throw refuse('OWN_CASE')
    const wallet = await readWallet(tx, distributor._id)
    const { isAlone } = await judge(tx, { distributor, wallet })
    const decision = makeDecision(ctx, { _id: decisionId, kind, payloadHash }, ask, distributor)
    const decided: MoneyDecision = isAlone
      ? { ...decision, status: 'done', decidedAt: ctx.now }
      : decision
    await tx.insert('money_decisions', decided)
    if (isAlone) await carryOutDecision(tx, decided, wallet, ctx.now)
    return decided
  })
}

function makeDecision(
  ctx: Context,
  facts: Pick<MoneyDecision, '_id' | 'kind' | 'payloadHash'>,
  { distributorId, amountFen, reason }: Ask,
  { name }: Distributor,
): MoneyDecision {
  const { memberId, member } = ctx.caller
  return {
    ...facts,
    distributorId,
    name,
    amountFen,
    reason,
    status: 'waiting',
    askedBy: memberId,
    askedByName: member.nickname,
    askedAt: ctx.now,
    month: monthOf(ctx.now),
    decidedBy: null,
    decidedByName: null,
    decidedAt: null,
    rejectReason: null,
  }
}
