// Whose customer somebody is: binding, taking over, and what an order keeps.
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import type { BindingRule } from '@contract/model/shop'
import { attributionForOrder } from '../../cloudfunctions/domain/attribution/attribution-for-order'
import { checkInviter } from '../../cloudfunctions/domain/attribution/check-inviter'
import {
  attributionAfterPurchase,
  bindAttribution,
  decideBinding,
} from '../../cloudfunctions/domain/attribution/decide-binding'
import { NOON } from './support/builders'

const policy = { rule: 'protected-days', expireDays: 90, protectDays: 30 } as const
const mei = { _id: 'dst_mei', status: 'active', uplineIds: ['dst_lan', 'dst_old'] } as const
const bound = (changes: Partial<Attribution> = {}): Attribution => ({
  _id: 'mbr_kai',
  distributorId: 'dst_zoe',
  shareCode: 'z',
  rule: 'protected-days',
  boundAt: NOON - 10 * DAY_MS,
  expireAt: NOON + 80 * DAY_MS,
  isPurchased: false,
  ...changes,
})
const by = (rule: BindingRule, isPurchased = false) => bound({ rule, isPurchased })

describe('Kai opens a link of Mei', () => {
  it.each([
    ['Kai is nobody’s customer', null, 'mbr_kai', mei, 'first-bind'],
    ['Kai’s binding has run out', bound({ expireAt: NOON }), 'mbr_kai', mei, 'expired-then-bound'],
    [
      'Kai is Mei’s customer already',
      bound({ distributorId: 'dst_mei' }),
      'mbr_kai',
      mei,
      'already-bound',
    ],
    ['first touch', by('first-touch'), 'mbr_kai', mei, 'first-touch'],
    ['last touch', by('last-touch'), 'mbr_kai', mei, 'replaced'],
    ['protected, day 10 of 30', bound(), 'mbr_kai', mei, 'protected'],
    ['protected, day 30', bound({ boundAt: NOON - 30 * DAY_MS }), 'mbr_kai', mei, 'replaced'],
    ['permanent, before a purchase', by('permanent-after-purchase'), 'mbr_kai', mei, 'replaced'],
    [
      'permanent, after a purchase',
      by('permanent-after-purchase', true),
      'mbr_kai',
      mei,
      'permanent',
    ],
    ['it is Mei herself', null, 'mbr_mei', mei, 'own-link'],
    ['it is who invited Mei', null, 'mbr_lan', mei, 'upline'],
    ['it is who invited Mei’s inviter', null, 'mbr_old', mei, 'upline'],
    ['Mei is frozen', null, 'mbr_kai', { ...mei, status: 'frozen' }, 'sharer-not-active'],
  ] as const)('%s', (_label, current, visitorId, sharer, answer) => {
    const decision = decideBinding({ current, visitorId, sharer, policy, now: NOON })
    expect(decision.kind === 'bind' ? decision.cause : decision.reason).toBe(answer)
  })

  it('and the change is kept with its cause', () => {
    const question = { current: bound(), visitorId: 'mbr_kai', sharer: mei, policy, now: NOON }
    const share = { shareCode: 'abc', changeId: 'c1' }
    const { attribution, change } = bindAttribution(question, 'replaced', share)
    expect(attribution).toMatchObject({
      _id: 'mbr_kai',
      distributorId: 'dst_mei',
      isPurchased: false,
    })
    expect(attribution.expireAt).toBe(NOON + 90 * DAY_MS)
    expect(change).toMatchObject({ from: 'dst_zoe', to: 'dst_mei', cause: 'replaced', at: NOON })
  })
})

describe('a purchase', () => {
  it('renews the binding', () => {
    const after = attributionAfterPurchase(bound(), policy, NOON)
    expect([after.isPurchased, after.expireAt]).toEqual([true, NOON + 90 * DAY_MS])
  })
  it('makes it permanent where the rule says so', () => {
    expect(
      attributionAfterPurchase(by('permanent-after-purchase'), policy, NOON).expireAt,
    ).toBeNull()
  })
})

describe('an order is credited to', () => {
  const zoe = { _id: 'dst_zoe', status: 'active', inviterId: 'dst_lan' } as const
  const own = { _id: 'dst_kai', status: 'active', inviterId: 'dst_mei' } as const
  it.each([
    ['whoever the buyer is bound to', bound(), zoe, null, 'dst_zoe'],
    [
      'a frozen sharer too: level 2 still earns',
      bound(),
      { ...zoe, status: 'frozen' },
      null,
      'dst_zoe',
    ],
    ['nobody once the binding has run out', bound({ expireAt: NOON }), zoe, null, null],
    ['nobody without a binding', null, null, null, null],
    ['the buyer, a distributor who is nobody’s customer', null, null, own, 'dst_kai'],
    ['whoever a distributor is bound to, before themself', bound(), zoe, own, 'dst_zoe'],
    ['not a buyer who only applied', null, null, { ...own, status: 'applied' }, null],
  ] as const)('%s', (_label, current, sharer, buyer, expected) => {
    const order = attributionForOrder({ current, sharer, buyer, now: NOON })
    expect(order?.distributorId ?? null).toBe(expected)
  })
})

describe('an inviter', () => {
  it.each([
    ['none', 'dst_kai', null, []],
    ['an active distributor', 'dst_kai', mei, ['dst_mei', 'dst_lan', 'dst_old']],
    ['the applicant', 'dst_mei', mei, 'self'],
    ['someone two steps below the applicant', 'dst_old', mei, 'cycle'],
    [
      'an id that merely contains the applicant’s',
      'dst_ol',
      mei,
      ['dst_mei', 'dst_lan', 'dst_old'],
    ],
    ['someone frozen', 'dst_kai', { ...mei, status: 'frozen' }, 'not-active'],
  ] as const)('%s', (_label, applicantId, inviter, expected) => {
    const check = checkInviter(applicantId, inviter)
    expect(check.isValid ? check.uplineIds : check.reason).toEqual(expected)
  })
})
