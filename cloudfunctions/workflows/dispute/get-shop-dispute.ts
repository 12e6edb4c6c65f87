// 一件争议: what both said and showed, and beside it what the shop's own records know.
import type { Api } from '@contract/api'
import { sumFen } from '@contract/money'
import type { Visit } from '@contract/model/distribution'
import type { Dispute } from '@contract/model/dispute'
import type { Order } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import { isLapsed } from '../../domain/agreement/signing-state'
import { isHeld } from '../../domain/dispute/judge-dispute'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { insistOthersDispute } from './decide-dispute'
import { showShopDispute, showStatements } from './show-dispute'

type Output = Api['owner.getDispute']['output']

const FACTS = 200

/** Refuses DISPUTE_UNKNOWN and OWN_CASE: whoever is one of the three reads it as such, or not at all. */
export async function getShopDispute(
  ctx: Context,
  { disputeId }: Api['owner.getDispute']['parsed'],
): Promise<Output> {
  const dispute = await ctx.store.get('disputes', disputeId)
  if (!dispute) throw refuse('DISPUTE_UNKNOWN')
  insistOthersDispute(dispute, ctx.caller.memberId)
  const { decision, customerId } = dispute
  const [{ claimant, holder }, customer, others] = await Promise.all([
    readRecords(ctx, dispute),
    showCustomer(ctx, dispute),
    ctx.store.find('disputes', { customerId, isOpen: true }),
  ])
  return {
    ...showShopDispute(dispute, ctx.now),
    ...showStatements(dispute),
    decision: decision && {
      name: decision.name,
      reason: decision.reason,
      isMoved: decision.isMoved,
    },
    customer,
    claimant,
    holder,
    others: others
      .filter(({ _id }) => _id !== disputeId)
      .map(({ _id, claimantName }) => ({ id: _id, claimantName })),
  }
}

async function showCustomer(ctx: Context, dispute: Dispute): Promise<Output['customer']> {
  const { customerId, claimantId, holderId, raisedAt } = dispute
  const [member, current] = await Promise.all([
    ctx.store.get('members', customerId),
    ctx.store.get('attributions', customerId),
  ])
  const has = current && (await ctx.store.get('distributors', current.distributorId))
  const isTaken = isHeld(current, has, ctx.now)
  const side = (id: string | undefined) =>
    id === claimantId ? 'claimant' : id === holderId ? 'holder' : 'third'
  return {
    id: customerId,
    cameAt: member?.createdAt ?? raisedAt,
    nowName: isTaken ? (has?.name ?? null) : null,
    now: isTaken ? side(has?._id) : 'nobody',
  }
}

/** The customer's first openings and latest orders, each side's from the same two reads. */
async function readRecords(ctx: Context, { customerId, claimantId, holderId }: Dispute) {
  const { store } = ctx
  const [visits, orders, people, shop] = await Promise.all([
    store.find('visits', { memberId: customerId }, { order: [['visitedAt', 'asc']], limit: FACTS }),
    store.find(
      'orders',
      { buyerId: customerId, paidAt: { gt: 0 } },
      { order: [['placedAt', 'desc']], limit: FACTS },
    ),
    store.getMany('distributors', [claimantId, holderId]),
    readShop(ctx),
  ])
  const firsts = [claimantId, holderId].flatMap((id) => visitsTo(visits, id)[0]?.shareCode ?? [])
  const shares = await store.getMany('shares', firsts)
  const channels = new Map(shares.map(({ _id, channel }) => [_id, channel]))
  const show = (id: string): Output['claimant'] => {
    const person = people.find(({ _id }) => _id === id)
    const own = visitsTo(visits, id)
    return {
      id,
      name: person?.name ?? '',
      firstVisitAt: own[0]?.visitedAt ?? null,
      firstChannel: channels.get(own[0]?.shareCode ?? '') ?? null,
      shares: own.length,
      ...sumOrders(orders.filter(({ attribution }) => attribution?.distributorId === id)),
      isReady: isReady(person, shop.agreement, ctx.now),
    }
  }
  return { claimant: show(claimantId), holder: show(holderId) }
}

const visitsTo = (visits: readonly Visit[], distributorId: string) =>
  visits.filter((visit) => visit.distributorId === distributorId)

function sumOrders(orders: readonly Order[]) {
  return {
    orders: orders.length,
    paidFen: sumFen(orders, ({ payableFen }) => payableFen),
    lastPaidAt: orders.length === 0 ? null : Math.max(...orders.map(({ paidAt }) => paidAt ?? 0)),
  }
}

function isReady(
  person: Distributor | undefined,
  agreement: Parameters<typeof isLapsed>[0],
  now: number,
): boolean {
  return person?.status === 'active' && !isLapsed(agreement, person, now)
}
