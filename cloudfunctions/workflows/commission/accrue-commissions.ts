// Accrues the commissions of a paid order: the frozen attribution, the order's plan, tier and status at payment.
import type { Commission, PlanRules } from '@contract/model/distribution'
import type { Order } from '@contract/model/order'
import { assert } from '../../domain/assert'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { standingAt } from '../../domain/attribution/standing-at'
import { findBeneficiaries, type Candidate } from '../../domain/commission/find-beneficiaries'
import { makeCommissions } from '../../domain/commission/make-commissions'
import { enterAccrual } from '../../domain/ledger/enter-commission'
import { movementOf } from '../../domain/ledger/post-to-wallet'
import { AlreadyExists } from '../../ports/store'
import type { World } from '../../ports/world'
import { readPlan } from '../plan/read-plan'

/**
 * Once an order: the entry `accrue:{orderId}` is the key, a repeat finds it taken. Takes the order itself where it is
 * at hand. Marking the order `done` is left to the timer, so that the notice stays within its calls.
 */
export async function accrueCommissions(world: World, subject: string | Order): Promise<void> {
  const order = typeof subject === 'string' ? await world.store.get('orders', subject) : subject
  if (!order || order.paidAt === null || !order.attribution || order.planId === null) return
  // Refunds are taken from commissions that are there: after one, what was held is for a person to make good.
  assert(order.refundedFen === 0, `${order._id} was refunded before its commissions were accrued`)
  const plan = await readPlan(world, order.planId)
  const commissions = await workOut(world, order, plan.rules)
  if (commissions.length === 0) return
  const entry = enterAccrual(order._id, commissions, world.now)
  try {
    await world.store.transaction(async (tx) => {
      for (const commission of commissions) await tx.insert('commissions', commission)
      if (!entry) return
      await tx.insert('ledger_entries', entry)
      for (const distributorId of entry.distributorIds) {
        const { pendingFen } = movementOf(entry, distributorId)
        // By increment: nothing needs to be read, and nothing of the wallet is decided here.
        const inc = { pendingFen, earnedFen: pendingFen, version: 1 }
        await tx.update('wallets', distributorId, { inc })
      }
    })
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error
  }
}

async function workOut(world: World, order: Order, rules: PlanRules): Promise<Commission[]> {
  const { attribution } = order
  if (!attribution) return []
  const { distributorId, inviterId } = attribution
  const ids = inviterId === null ? [distributorId] : [distributorId, inviterId]
  const people = new Map(
    (await world.store.getMany('distributors', ids)).map((person) => [person._id, person]),
  )
  const candidate = (id: string | null): Candidate | null => {
    const standing = standingAt(people.get(id ?? '')?.standings ?? [], order.paidAt ?? world.now)
    return id === null || !standing ? null : { ...standing, _id: id }
  }
  const beneficiaries = findBeneficiaries({
    buyerId: distributorIdOf(order.buyerId),
    sharer: candidate(distributorId),
    inviter: candidate(inviterId),
    selfPurchase: rules.selfPurchase,
  })
  return makeCommissions({ order, rules, beneficiaries, at: world.now })
}
