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
    ...showRow(dispute),
    side: isClaimant ? 'claimant' : 'holder',
    customerName: maskName(dispute.customerName),
    otherName: maskName(isClaimant ? dispute.holderName : dispute.claimantName),
  }
}

export function showShopDispute(dispute: Dispute, now: number): ShopRow {
  const { customerName, claimantName, holderName } = dispute
  const named = { customerName, claimantName, holderName }
  return { ...showRow(dispute), ...named, isRipe: isRipe(dispute, now) }
}

function showRow({ _id, status, raisedAt, answerBy, endedAt }: Dispute) {
  return { id: _id, status, raisedAt, answerBy, endedAt }
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
