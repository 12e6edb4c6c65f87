// What the two distributors and the shop see of a dispute.
import type { Api } from '@contract/api'
import type { Dispute } from '@contract/model/dispute'
import { isRipe } from '../../domain/dispute/judge-dispute'
import { maskName } from '../../domain/text/mask'

type OwnRow = Api['distributor.listDisputes']['output']['rows'][number]
type ShopRow = Api['owner.listDisputes']['output']['rows'][number]

/** For one of the two: other people's names masked. */
export function showOwnDispute(dispute: Dispute, ownId: string): OwnRow {
  const isClaimant = dispute.claimantId === ownId
  return {
    id: dispute._id,
    status: dispute.status,
    side: isClaimant ? 'claimant' : 'holder',
    customerName: maskName(dispute.customerName),
    otherName: maskName(isClaimant ? dispute.holderName : dispute.claimantName),
    raisedAt: dispute.raisedAt,
    answerBy: dispute.answerBy,
    endedAt: dispute.endedAt,
  }
}

export function showShopDispute(dispute: Dispute, now: number): ShopRow {
  const { _id, status, customerName, claimantName, holderName } = dispute
  const { raisedAt, answerBy, endedAt } = dispute
  const named = { id: _id, status, customerName, claimantName, holderName }
  return { ...named, raisedAt, answerBy, endedAt, isRipe: isRipe(dispute, now) }
}

/** What both sides said, as whoever may see the dispute sees it. */
export function showStatements({ claim, answer }: Dispute) {
  const show = ({ words, pictures, at }: Dispute['claim']) => ({
    words,
    pictures: [...pictures],
    at,
  })
  return {
    claim: show(claim),
    answer: answer && { ...show(answer), stance: answer.stance },
  }
}
