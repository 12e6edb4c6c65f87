// 看过我的分享、归了别人的人: whom the caller may claim without an order number.
import type { Api } from '@contract/api'
import { idOf } from '@contract/ids'
import type { Attribution } from '@contract/model/distribution'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { disputeFacts, isHeld } from '../../domain/dispute/judge-dispute'
import { maskName, nicknameOf } from '../../domain/text/mask'
import type { Context } from '../../ports/world'
import { insistActive } from '../distributor/insist-active'
import { readPage } from '../read-page'
import { tellBinding } from '../shop/keep-binding-policy'

/**
 * Six reads a page of 50 openings; somebody who opened several shares stands in the list once a page. Refuses
 * DISTRIBUTOR_NOT_ACTIVE.
 */
export async function listClaimable(
  ctx: Context,
  { cursor }: Api['distributor.listClaimable']['parsed'],
): Promise<Api['distributor.listClaimable']['output']> {
  insistActive(ctx)
  const { store } = ctx
  const ownId = distributorIdOf(ctx.caller.memberId)
  const where = { distributorId: ownId }
  const page = await readPage(store, 'visits', { where, by: 'visitedAt', size: 50, cursor })
  const held = await readHeldByOthers(
    ctx,
    page.rows.map(({ memberId }) => memberId),
  )
  const idOfClaim = (one: Attribution) => idOf('dispute', ctx.digest(disputeFacts(ownId, one)))
  const [binding, members, disputes] = await Promise.all([
    tellBinding(ctx),
    store.getMany('members', [...held.keys()]),
    store.getMany('disputes', [...held.values()].map(idOfClaim)),
  ])
  const names = new Map(members.map(({ _id, nickname }) => [_id, nickname]))
  const raised = new Set(disputes.map(({ _id }) => _id))
  const rows = page.rows.flatMap(({ memberId, visitedAt }) => {
    const theirs = held.get(memberId)
    if (!theirs) return []
    held.delete(memberId)
    const claim = idOfClaim(theirs)
    return {
      id: memberId,
      name: maskName(names.get(memberId) ?? nicknameOf(memberId)),
      visitedAt,
      boundAt: theirs.boundAt,
      disputeId: raised.has(claim) ? claim : null,
    }
  })
  return { rows, next: page.next, binding }
}

/** By customer: bindings to somebody else that hold; the uplines of the caller are nobody they could claim. */
async function readHeldByOthers(ctx: Context, memberIds: readonly string[]) {
  const { store, caller, now } = ctx
  const ownId = distributorIdOf(caller.memberId)
  const uplines = new Set(caller.distributor?.uplineIds)
  const attributions = await store.getMany('attributions', [...new Set(memberIds)])
  const others = attributions.filter(
    (one) => one.distributorId !== ownId && !uplines.has(distributorIdOf(one._id)),
  )
  const holderIds = [...new Set(others.map(({ distributorId }) => distributorId))]
  const holders = new Map((await store.getMany('distributors', holderIds)).map((h) => [h._id, h]))
  const held = others.filter((one) => isHeld(one, holders.get(one.distributorId) ?? null, now))
  return new Map(held.map((one) => [one._id, one]))
}
