// 绑定: whose customer a visitor is after opening a share, by the rule that bound them and the shop's policy.
import { DAY_MS } from '@contract/time'
import type { Attribution, AttributionChange } from '@contract/model/distribution'
import type { Distributor } from '@contract/model/people'
import type { BindingPolicy } from '@contract/model/shop'
import { assertNever } from '../assert'
import { distributorIdOf } from './distributor-id'
import { keptPolicy } from './keep-policy'
import type { MoveCause } from './is-move'

export type KeepReason =
  | 'own-link'
  | 'upline'
  | 'cycle'
  | 'sharer-not-active'
  | 'sharer-not-signed'
  | 'already-bound'
  | 'first-touch'
  | 'protected'
  | 'permanent'

export type BindingDecision =
  | { readonly kind: 'keep'; readonly reason: KeepReason }
  | { readonly kind: 'bind'; readonly cause: Exclude<AttributionChange['cause'], MoveCause> }

export interface BindingQuestion {
  readonly current: Attribution | null
  readonly sharer: Pick<Distributor, '_id' | 'status' | 'uplineIds'>
  /** The member who opened the share. */
  readonly visitorId: string
  /**
   * Whose customer the sharer is, whose customer that distributor is, and so on: distributor ids. Needed only for a
   * visitor who distributes; nobody is anybody else's distributor.
   */
  readonly customerOf?: readonly string[]
  /** The sharer has not signed the agreement in force in time. */
  readonly isSharerLapsed?: boolean
  /** Whoever `current` is bound to has left (is-released.ts). */
  readonly isReleased?: boolean
  /** Today's: for a new binding. */
  readonly policy: BindingPolicy
  /** What the shop was opened with, where that is not today's: for a binding that kept no days of its own. */
  readonly opened?: BindingPolicy
  readonly now: number
}

/**
 * In this order:
 * 1. Nobody becomes their own customer, and nobody their downline's: whoever invited the sharer, directly or
 *    through others, stays as they were; so does a distributor whose customer the sharer is, directly or through
 *    others. Else money would run in a ring.
 * 2. A sharer who is not active, or has let the agreement lapse, binds nobody.
 * 3. Whoever is free, whose binding has expired, or whose distributor has left, is bound. A visit to one's own
 *    distributor changes nothing.
 * 4. Otherwise the policy under which the customer was bound decides (a new one doesn't rewrite the past):
 *    first-touch keeps; last-touch replaces; protected-days keeps until the days are over;
 *    permanent-after-purchase keeps once the customer has bought.
 * A visitor who distributes themself is bound like any other.
 */
export function decideBinding(question: BindingQuestion): BindingDecision {
  const { current, sharer, policy, opened = policy, now } = question
  const ring = ringOf(question)
  if (ring !== null) return keep(ring)
  if (sharer.status !== 'active') return keep('sharer-not-active')
  if (question.isSharerLapsed) return keep('sharer-not-signed')
  if (current === null) return { kind: 'bind', cause: 'first-bind' }
  if (question.isReleased) return { kind: 'bind', cause: 'released-then-bound' }
  if (isExpired(current, now)) return { kind: 'bind', cause: 'expired-then-bound' }
  if (current.distributorId === sharer._id) return keep('already-bound')
  return decideTakeover(current, keptPolicy(current, opened), now)
}

/** Why the visitor can never be this sharer's customer: the sharer's own earnings would come from the visitor's. */
export function ringOf({
  sharer,
  visitorId,
  customerOf = [],
}: Pick<BindingQuestion, 'sharer' | 'visitorId' | 'customerOf'>):
  'own-link' | 'upline' | 'cycle' | null {
  const visitorAsDistributor = distributorIdOf(visitorId)
  if (sharer._id === visitorAsDistributor) return 'own-link'
  if (sharer.uplineIds.includes(visitorAsDistributor)) return 'upline'
  return customerOf.includes(visitorAsDistributor) ? 'cycle' : null
}

/** Whether a binding has run out. */
export function isExpired(attribution: Attribution, now: number): boolean {
  return attribution.expireAt !== null && now >= attribution.expireAt
}

/** The records to write for a decision to bind; `changeId` names the change. */
export function bindAttribution(
  question: BindingQuestion,
  cause: AttributionChange['cause'],
  share: {
    readonly shareCode: string | null
    readonly changeId: string
    /** The customer typed the code in. */
    readonly isTyped?: boolean
  },
): { readonly attribution: Attribution; readonly change: AttributionChange } {
  const { current, sharer, visitorId, policy, now } = question
  const { shareCode, changeId, isTyped } = share
  return {
    attribution: {
      _id: visitorId,
      distributorId: sharer._id,
      shareCode,
      rule: policy.rule,
      expireDays: policy.expireDays,
      protectDays: policy.protectDays,
      boundAt: now,
      expireAt: now + policy.expireDays * DAY_MS,
      isPurchased: false,
    },
    change: {
      _id: changeId,
      memberId: visitorId,
      from: current?.distributorId ?? null,
      to: sharer._id,
      cause,
      at: now,
      shareCode,
      ...(isTyped ? { isTyped } : {}),
    },
  }
}

/**
 * A purchase renews the binding by the days of the policy it was made under; under permanent-after-purchase it never
 * expires again. `opened`: what the shop was opened with.
 */
export function attributionAfterPurchase(
  attribution: Attribution,
  opened: BindingPolicy,
  now: number,
): Attribution {
  const { rule, expireDays } = keptPolicy(attribution, opened)
  const isPermanent = rule === 'permanent-after-purchase'
  const renewed = now + expireDays * DAY_MS
  const before = attribution.expireAt
  const expireAt = isPermanent || before === null ? null : Math.max(before, renewed)
  return { ...attribution, isPurchased: true, expireAt }
}

function decideTakeover(current: Attribution, kept: BindingPolicy, now: number): BindingDecision {
  const replace = { kind: 'bind', cause: 'replaced' } as const
  switch (kept.rule) {
    case 'first-touch':
      return keep('first-touch')
    case 'last-touch':
      return replace
    case 'protected-days':
      return now < current.boundAt + kept.protectDays * DAY_MS ? keep('protected') : replace
    case 'permanent-after-purchase':
      return current.isPurchased ? keep('permanent') : replace
    default:
      return assertNever(kept.rule)
  }
}

function keep(reason: KeepReason): BindingDecision {
  return { kind: 'keep', reason }
}
