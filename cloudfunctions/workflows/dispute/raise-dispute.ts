// 提出争议: a distributor says that somebody else's customer is theirs, and shows why.
import type { Api } from '@contract/api'
import { idOf } from '@contract/ids'
import { DISPUTE_LIMITS, type Dispute } from '@contract/model/dispute'
import type { Attribution } from '@contract/model/distribution'
import type { Distributor } from '@contract/model/people'
import { assert } from '../../domain/assert'
import { disputeFacts, judgeClaim } from '../../domain/dispute/judge-dispute'
import { insist, refuse } from '../../domain/refuse'
import { nicknameOf } from '../../domain/text/mask'
import { areOwnPictures } from '../../domain/upload/own-files'
import type { Context } from '../../ports/world'

type Input = Api['distributor.raiseDispute']['parsed']

/**
 * One claim for one binding, by an id made of both; the same request again is answered as before. Of two requests at
 * once one more than DISPUTE_LIMITS.open may pass. Refuses DISPUTE_FILE_FOREIGN, DISPUTE_CUSTOMER_UNKNOWN,
 * DISPUTE_RING, DISPUTE_NOBODYS, DISPUTE_MINE, DISPUTE_TOO_MANY `{ limit }`, DISPUTE_RAISED, and IDEMPOTENCY_CONFLICT
 * for the same request with other words.
 */
export async function raiseDispute(
  ctx: Context,
  { about, words, pictures }: Input,
): Promise<Api['distributor.raiseDispute']['output']> {
  const { store, requestId, now } = ctx
  const claimant = ctx.caller.distributor
  assert(claimant !== null, 'the endpoint reads the distributor')
  const [known] = await store.find('disputes', { claimantId: claimant._id, requestId })
  if (known) {
    if (known.claim.words !== words) throw refuse('IDEMPOTENCY_CONFLICT')
    return { disputeId: known._id }
  }
  if (!areOwnPictures(ctx.envId, pictures)) throw refuse('DISPUTE_FILE_FOREIGN')

  const customer = await findCustomer(ctx, claimant, about)
  const current = await store.get('attributions', customer.id)
  const holder = current && (await store.get('distributors', current.distributorId))
  insist(judgeClaim({ claimant, customerId: customer.id, current, holder, now }))
  assert(current !== null && holder !== null, 'judgeClaim refuses who is nobody’s customer')
  await insistFewOpen(ctx, claimant._id)

  const claim = { words, pictures, at: now }
  const dispute = makeDispute(ctx, { claimant, customer, current, holder, claim })
  if (!(await store.insert('disputes', dispute))) await insistSame(ctx, dispute)
  return { disputeId: dispute._id }
}

interface Customer {
  readonly id: string
  readonly name: string
}

/** Who opened a share of the caller's, or bought under that number. */
async function findCustomer(
  { store }: Context,
  claimant: Distributor,
  about: Input['about'],
): Promise<Customer> {
  const id = about.kind === 'order' ? await buyerOf(about.orderNumber) : await visitor(about)
  if (id === null) throw refuse('DISPUTE_CUSTOMER_UNKNOWN')
  const member = await store.get('members', id)
  return { id, name: member?.nickname ?? nicknameOf(id) }

  /** The number is the order's id without its prefix: too much chance to be found by trying. */
  async function buyerOf(typed: string): Promise<string | null> {
    const number = typed.replace(/\s/g, '').toUpperCase()
    const order = await store.get('orders', idOf('order', number))
    return order?.paidAt ? order.buyerId : null
  }

  async function visitor({ customerId }: { readonly customerId: string }): Promise<string | null> {
    const ours = { memberId: customerId, distributorId: claimant._id }
    const visits = await store.find('visits', ours, { limit: 1 })
    return visits.length > 0 ? customerId : null
  }
}

async function insistFewOpen({ store }: Context, claimantId: string): Promise<void> {
  const limit = DISPUTE_LIMITS.open
  const open = await store.count('disputes', { claimantId, isOpen: true })
  if (open >= limit) throw refuse('DISPUTE_TOO_MANY', { limit })
}

/** Somebody was faster: this very request, or an earlier claim. */
async function insistSame({ store, requestId }: Context, { _id }: Dispute): Promise<void> {
  const first = await store.get('disputes', _id)
  if (first?.requestId !== requestId) throw refuse('DISPUTE_RAISED')
}

function makeDispute(
  ctx: Context,
  {
    claimant,
    customer,
    current,
    holder,
    claim,
  }: {
    readonly claimant: Distributor
    readonly customer: Customer
    readonly current: Attribution
    readonly holder: Distributor
    readonly claim: Dispute['claim']
  },
): Dispute {
  return {
    _id: idOf('dispute', ctx.digest(disputeFacts(claimant._id, current))),
    customerId: customer.id,
    customerName: customer.name,
    claimantId: claimant._id,
    claimantName: claimant.name,
    holderId: holder._id,
    holderName: holder.name,
    status: 'raised',
    isOpen: true,
    raisedAt: ctx.now,
    requestId: ctx.requestId,
    answerBy: ctx.now + DISPUTE_LIMITS.answerMs,
    claim,
    answer: null,
    decision: null,
    endedAt: null,
  }
}
