// Whose customer somebody is: binding, taking over, and what an order keeps.
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import { BINDING_RULES, type BindingRule } from '@contract/model/shop'
import { attributionForOrder } from '../../cloudfunctions/domain/attribution/attribution-for-order'
import { checkInviter } from '../../cloudfunctions/domain/attribution/check-inviter'
import {
  attributionAfterPurchase,
  bindAttribution,
  decideBinding,
  type BindingQuestion,
} from '../../cloudfunctions/domain/attribution/decide-binding'
import { decideMove, moveAttribution } from '../../cloudfunctions/domain/attribution/decide-move'
import { decideRescue } from '../../cloudfunctions/domain/attribution/decide-rescue'
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

/** Whose customer Kai is when he opens the link; days are counted from his binding. */
const STATES = {
  'nobody’s customer': () => null,
  'Zoe’s, run out': (rule: BindingRule) => bound({ rule, expireAt: NOON }),
  'Mei’s already': (rule: BindingRule) => bound({ rule, distributorId: 'dst_mei' }),
  'Zoe’s, day 10 of 30': (rule: BindingRule) => bound({ rule }),
  'Zoe’s, day 30 of 30': (rule: BindingRule) =>
    bound({ rule, boundAt: NOON - 30 * DAY_MS, expireAt: NOON + 60 * DAY_MS }),
  'Zoe’s, and has bought': (rule: BindingRule) => bound({ rule, isPurchased: true }),
  'Zoe’s, who has left': (rule: BindingRule) => bound({ rule, isPurchased: true }),
} as const
type State = keyof typeof STATES

/** Who opens, and of whom: everyone but the plain visitor is kept out, whatever the rule and the state. */
const VISITORS: Readonly<Record<string, Partial<BindingQuestion>>> = {
  'Mei herself': { visitorId: 'mbr_mei' },
  'who invited Mei': { visitorId: 'mbr_lan' },
  'who invited Mei’s inviter': { visitorId: 'mbr_old' },
  'whose customer Mei is': { customerOf: ['dst_kai'] },
  'whose customer Mei is, three steps away': { customerOf: ['dst_a', 'dst_b', 'dst_kai'] },
  'anyone, while Mei is frozen': { sharer: { ...mei, status: 'frozen' } },
  'anyone, after Mei left': { sharer: { ...mei, status: 'exited' } },
  'anyone, while Mei only applied': { sharer: { ...mei, status: 'applied' } },
}
const KEPT_OUT: Readonly<Record<string, string>> = {
  'Mei herself': 'own-link',
  'who invited Mei': 'upline',
  'who invited Mei’s inviter': 'upline',
  'whose customer Mei is': 'cycle',
  'whose customer Mei is, three steps away': 'cycle',
}

const open = (state: State, rule: BindingRule, change: Partial<BindingQuestion> = {}) => {
  const current = STATES[state](rule)
  const isReleased = state === 'Zoe’s, who has left'
  const asked = { current, isReleased, visitorId: 'mbr_kai', sharer: mei, policy, now: NOON }
  const question = { ...asked, ...change }
  const decision = decideBinding(question)
  return decision.kind === 'bind' ? decision.cause : decision.reason
}

describe('the decision table: a link of Mei is opened', () => {
  // The rule is the one under which Kai was bound, whatever the shop's policy says today.
  const BOUND = 'first-bind'
  const AGAIN = 'expired-then-bound'
  const FREE = 'released-then-bound'
  const OWN = 'already-bound'
  const rows: [State, string, string, string, string][] = [
    //                        first-touch    last-touch  protected-days  permanent-after-purchase
    ['nobody’s customer', BOUND, BOUND, BOUND, BOUND],
    ['Zoe’s, run out', AGAIN, AGAIN, AGAIN, AGAIN],
    ['Mei’s already', OWN, OWN, OWN, OWN],
    ['Zoe’s, day 10 of 30', 'first-touch', 'replaced', 'protected', 'replaced'],
    ['Zoe’s, day 30 of 30', 'first-touch', 'replaced', 'replaced', 'replaced'],
    ['Zoe’s, and has bought', 'first-touch', 'replaced', 'protected', 'permanent'],
    ['Zoe’s, who has left', FREE, FREE, FREE, FREE],
  ]

  it.each(rows)('Kai is %s', (state: State, ...answers: string[]) => {
    expect(BINDING_RULES).toEqual([
      'first-touch',
      'last-touch',
      'protected-days',
      'permanent-after-purchase',
    ])
    expect(BINDING_RULES.map((rule) => open(state, rule))).toEqual(answers)
  })

  it.each(Object.keys(VISITORS))('by %s: nothing changes, by any rule, in any state', (who) => {
    const all = rows.flatMap(([state]) =>
      BINDING_RULES.map((rule) => open(state, rule, VISITORS[who])),
    )
    expect(new Set(all)).toEqual(new Set([KEPT_OUT[who] ?? 'sharer-not-active']))
  })

  it('by a distributor who has nothing to do with Mei: bound like anyone', () => {
    const customerOf = ['dst_a', 'dst_b']
    expect(open('nobody’s customer', 'first-touch', { customerOf })).toBe('first-bind')
  })
})

describe('Kai types Mei’s code in', () => {
  const type = (state: State, hours: number, change: Partial<BindingQuestion> = {}) => {
    const current = STATES[state]('last-touch')
    const cameAt = NOON - hours * HOUR_MS
    const isReleased = state === 'Zoe’s, who has left'
    const of = { current, isReleased, visitorId: 'mbr_kai', sharer: mei }
    const asked = { ...of, policy, now: NOON, cameAt }
    const verdict = decideRescue({ ...asked, ...change })
    return verdict.isAllowed ? 'allowed' : verdict.refusal.code
  }
  it.each([
    ['nobody’s customer', 1, 'allowed'],
    ['nobody’s customer', 71, 'allowed'],
    ['nobody’s customer', 72, 'RESCUE_TOO_LATE'],
    ['Zoe’s, run out', 24 * 90, 'RESCUE_TOO_LATE'],
    ['Mei’s already', 24 * 90, 'allowed'],
    ['Zoe’s, day 10 of 30', 1, 'RESCUE_ALREADY_BOUND'],
    ['Zoe’s, and has bought', 1, 'RESCUE_ALREADY_BOUND'],
    ['Zoe’s, who has left', 1, 'allowed'],
    ['Zoe’s, who has left', 72, 'RESCUE_TOO_LATE'],
  ] as const)('being %s, %i hours after first coming: %s', (state, hours, answer) => {
    expect(type(state, hours)).toBe(answer)
  })
  it.each(Object.keys(VISITORS))('by %s: refused', (who) => {
    const code = type('nobody’s customer', 1, VISITORS[who])
    const ring = KEPT_OUT[who] === 'own-link' ? 'RESCUE_OWN_CODE' : 'RESCUE_RING'
    expect(code).toBe(who in KEPT_OUT ? ring : 'RESCUE_SHARER_INACTIVE')
  })
})

describe('the owner moves Kai from Zoe to Mei', () => {
  const move = (change: Partial<BindingQuestion> = {}) => {
    const asked = { current: bound(), visitorId: 'mbr_kai', sharer: mei, policy, now: NOON }
    const verdict = decideMove({ ...asked, ...change })
    return verdict.isAllowed ? 'allowed' : verdict.refusal.code
  }
  it.each(BINDING_RULES)('%s does not hold the owner back', (rule) => {
    expect(move({ current: bound({ rule, isPurchased: true }) })).toBe('allowed')
  })
  it.each(Object.keys(VISITORS))('but where it is %s: refused', (who) => {
    const ring = KEPT_OUT[who] === 'own-link' ? 'MOVE_TO_SELF' : 'MOVE_MAKES_RING'
    expect(move(VISITORS[who])).toBe(who in KEPT_OUT ? ring : 'MOVE_TARGET_INACTIVE')
  })
  it.each([
    ['protected-days', true, NOON + 90 * DAY_MS],
    ['permanent-after-purchase', false, NOON + 90 * DAY_MS],
    ['permanent-after-purchase', true, null],
  ] as const)('%s, has bought: %s: the days begin anew, a purchase is remembered', (...row) => {
    const [rule, isPurchased, expireAt] = row
    const current = bound({ rule, isPurchased })
    const today = { ...policy, rule }
    const question = { current, visitorId: 'mbr_kai', sharer: mei, policy: today, now: NOON }
    const why = { by: 'mbr_owner', name: '店主', reason: '老顾客，谈妥了' }
    const { attribution, change } = moveAttribution(question, 'moved-by-owner', why, 'c1')
    expect(attribution).toMatchObject({ distributorId: 'dst_mei', isPurchased, expireAt, rule })
    expect(change).toMatchObject({ from: 'dst_zoe', cause: 'moved-by-owner', move: why })
  })
})

describe('Kai opens a link of Mei', () => {
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
  const left = { status: 'exited', exit: { at: NOON, by: 'self', reason: '搬家' } } as const
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
    ['nobody after Zoe left', bound(), { ...zoe, ...left }, null, null],
    ['the buyer, whose distributor has left', bound(), { ...zoe, ...left }, own, 'dst_kai'],
    [
      'whoever bound the buyer after coming back',
      bound({ boundAt: NOON - DAY_MS }),
      { ...zoe, exit: { ...left.exit, at: NOON - 2 * DAY_MS } },
      null,
      'dst_zoe',
    ],
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
    ['someone who left', 'dst_kai', { ...mei, status: 'exited' }, 'not-active'],
    ['someone who has not signed in time', 'dst_kai', { ...mei, isLapsed: true }, 'not-signed'],
    ['oneself, not having signed', 'dst_mei', { ...mei, isLapsed: true }, 'self'],
  ] as const)('%s', (_label, applicantId, inviter, expected) => {
    const isLapsed = inviter !== null && 'isLapsed' in inviter
    const check = checkInviter(applicantId, inviter, isLapsed)
    expect(check.isValid ? check.uplineIds : check.reason).toEqual(expected)
  })
})
