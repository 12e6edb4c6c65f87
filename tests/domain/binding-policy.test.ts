// 顾客归属规则：几天说得通才存得进去；归属那天的规矩一直跟着这位顾客，店里以后怎么改都一样。
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import { BINDING_RULES, type BindingPolicy, type BindingRule } from '@contract/model/shop'
import {
  attributionAfterPurchase,
  bindAttribution,
  decideBinding,
} from '../../cloudfunctions/domain/attribution/decide-binding'
import { guardPolicy } from '../../cloudfunctions/domain/attribution/guard-policy'
import { defaultShop } from '../../cloudfunctions/domain/shop/default-shop'
import { NOON } from './support/builders'

const policy = (
  rule: BindingRule,
  expireDays: number,
  protectDays = Math.min(30, expireDays),
): BindingPolicy => ({ rule, expireDays, protectDays })
const zoe = { _id: 'dst_zoe', status: 'active', uplineIds: [] } as const
const mei = { _id: 'dst_mei', status: 'active', uplineIds: [] } as const

describe('归多久', () => {
  it.each([
    ['开店时的那一套', defaultShop({ name: '茶与礼', ownerId: 'mbr_1', now: 0 }).binding],
    ['只归一天', policy('last-touch', 1)],
    ['归两年', policy('first-touch', 730)],
    ['从头保护到尾', policy('protected-days', 60, 60)],
    ['保护一天', policy('protected-days', 60, 1)],
    ['买过就定下来', policy('permanent-after-purchase', 90)],
  ])('可以：%s', (_, fine) => {
    expect(() => guardPolicy(fine)).not.toThrow()
  })

  const broken: [string, number, number, string][] = [
    ['一天也不归', 0, 1, '归属 1 到 730 天'],
    ['归两年零一天', 731, 30, '归属 1 到 730 天'],
    ['不保护', 90, 0, '保护期 1 到 730 天'],
    ['保护期比归属还长', 30, 31, '保护期不能比归属的天数长'],
  ]
  it.each(broken)('不行：%s，哪一种规则都一样', (_, expireDays, protectDays, field) => {
    for (const rule of BINDING_RULES) {
      expect(() => guardPolicy({ rule, expireDays, protectDays })).toThrow(
        expect.objectContaining({ code: 'BINDING_POLICY_INVALID', facts: { field } }),
      )
    }
  })
})

/** Kai became Zoe's customer at NOON, under this policy. */
const boundUnder = (then: BindingPolicy): Attribution => {
  const asked = { current: null, sharer: zoe, visitorId: 'mbr_kai', policy: then, now: NOON }
  return bindAttribution(asked, 'first-bind', { shareCode: 'z', changeId: 'c1' }).attribution
}
/** Whether a link of Mei takes Kai over so many days later, while the shop's policy is another. */
const takesOver = (current: Attribution, today: BindingPolicy, day: number, opened = today) => {
  const now = NOON + day * DAY_MS
  const asked = { current, sharer: mei, visitorId: 'mbr_kai', policy: today, opened, now }
  return decideBinding(asked).kind === 'bind'
}

describe('店里改了规则，已经归属的顾客按当时的规矩', () => {
  const later = [...BINDING_RULES.map((rule) => policy(rule, 365, 200)), policy('last-touch', 1)]
  // Under which policy Kai was bound, and on which day a link is opened: taken over or not.
  const rows: [string, BindingPolicy, number, boolean][] = [
    ['先来先得，第 89 天', policy('first-touch', 90), 89, false],
    ['先来先得，第 90 天已过期', policy('first-touch', 90), 90, true],
    ['跟着最近的，当天', policy('last-touch', 90), 0, true],
    ['保护 30 天，第 29 天', policy('protected-days', 90, 30), 29, false],
    ['保护 30 天，第 30 天', policy('protected-days', 90, 30), 30, true],
    ['买过才定，还没买', policy('permanent-after-purchase', 90), 1, true],
  ]
  it.each(rows)('%s：店里后来改成什么都不影响', (_, then, day, isTaken) => {
    const current = boundUnder(then)
    expect(later.map((today) => takesOver(current, today, day))).toEqual(later.map(() => isTaken))
  })

  it.each([
    ['改长', 365],
    ['改短', 7],
  ])('过期的天数%s：买一次，还是按当时的 90 天续', (_, days) => {
    const current = boundUnder(policy('protected-days', 90))
    const today = policy('protected-days', days, 7)
    const kept = attributionAfterPurchase(current, today, NOON + 20 * DAY_MS)
    expect(kept.expireAt).toBe(NOON + 110 * DAY_MS)
    expect(kept).toMatchObject({ rule: 'protected-days', expireDays: 90, isPurchased: true })
  })

  it('买过就定下来的，定下来之后改规则也还是他的', () => {
    const current = boundUnder(policy('permanent-after-purchase', 90))
    const kept = attributionAfterPurchase(current, policy('last-touch', 1), NOON + DAY_MS)
    expect(kept.expireAt).toBeNull()
    expect(takesOver(kept, policy('last-touch', 1), 700)).toBe(false)
  })

  it('新归属的按新的来', () => {
    const today = policy('protected-days', 60, 10)
    const asked = { current: null, sharer: mei, visitorId: 'mbr_kai', policy: today, now: NOON }
    const { attribution } = bindAttribution(asked, 'first-bind', { shareCode: 'm', changeId: 'c2' })
    expect(attribution).toMatchObject({ ...today, expireAt: NOON + 60 * DAY_MS })
  })

  it('以前没有记下天数的，按开店时的天数，不按今天的', () => {
    const { expireDays: _, protectDays: __, ...old } = boundUnder(policy('protected-days', 90, 30))
    const opened = policy('protected-days', 90, 30)
    const today = policy('protected-days', 365, 1)
    expect([29, 30].map((day) => takesOver(old, today, day, opened))).toEqual([false, true])
    const kept = attributionAfterPurchase(old, opened, NOON + 20 * DAY_MS)
    expect(kept.expireAt).toBe(NOON + 110 * DAY_MS)
  })
})
