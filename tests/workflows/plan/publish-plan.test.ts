// 佣金方案的版本：从哪一刻起管单、改期、撤回、并发，以及每一笔单认哪一版。
import { describe, expect, it } from 'vitest'
import type { CommissionPlan, PlanStatus } from '@contract/model/distribution'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@contract/time'
import { lineOf } from '../trade/open-trade'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'

let money: Money
startEachTest((opened) => (money = opened))

const RULES = {
  version: '2026-12',
  profile: 'china' as const,
  rateBps: [1500, 300],
  tierBonusBps: {},
  overrides: [],
  capBps: 2000,
  selfPurchase: 'none' as const,
  freezeDays: 7,
}
const now = () => money.world.cloud.clock.now()
const stored = (planId: string) => money.world.cloud.database.get<CommissionPlan>('plans', planId)
const status = (planId: string): PlanStatus | undefined => stored(planId)?.status

async function draft(version = RULES.version, changes: object = {}): Promise<string> {
  const rules = { ...RULES, version, ...changes } as typeof RULES
  const { planId } = await money.owner.call('owner.savePlanDraft', { rules })
  return planId
}
const publish = (planId: string, effectiveAt?: number) =>
  money.owner.call('owner.publishPlan', { planId, ...(effectiveAt ? { effectiveAt } : {}) })
/** The version by which an order placed now is paid. */
async function versionOfAnOrder(): Promise<string | undefined> {
  const { orderId } = await money.place(money.shopper, [lineOf(money.pot, 0, 1)])
  return stored(money.order(orderId).planId ?? '')?.rules.version
}

describe('一版方案的一生', () => {
  it('起草、检查、发布、被下一版接替', async () => {
    const planId = await draft()
    expect(status(planId)).toBe('draft')
    const { checks, warnings } = await money.owner.call('owner.validatePlan', { planId })
    expect(checks.map(({ code }) => code)).toEqual([
      'COMPLIANCE_TOO_MANY_LEVELS',
      'COMPLIANCE_CAP_TOO_HIGH',
      'COMPLIANCE_ENTRY_FEE',
      'COMPLIANCE_HEADCOUNT_REWARD',
      'COMPLIANCE_HEADCOUNT_PAY',
    ])
    expect(warnings).toEqual([])
    expect(status(planId)).toBe('validated')
    await publish(planId)
    expect(status(planId)).toBe('published')
    await publish(await draft('2027-01'))
    expect(status(planId)).toBe('superseded')
  })

  it('检查过又改了内容，要重新检查；原样再存一次，什么也不变', async () => {
    const planId = await draft()
    await money.owner.call('owner.validatePlan', { planId })
    expect(await draft()).toBe(planId)
    expect(status(planId)).toBe('validated')
    await draft(RULES.version, { rateBps: [1400] })
    expect(stored(planId)).toMatchObject({ status: 'draft', validatedAt: null })
  })

  it('没检查过的草稿，发布时先检查；检查不过就不发布', async () => {
    const planId = await draft()
    const { database } = money.world.cloud
    database.put('plans', [{ ...stored(planId), rules: { ...RULES, entryFeeFen: 1 } }])
    expect(await money.owner.refusal('owner.publishPlan', { planId })).toBe('COMPLIANCE_ENTRY_FEE')
    expect(status(planId)).toBe('draft')
    expect(await versionOfAnOrder()).toBe('2026-11')
  })

  it.each([
    [{ entryFeeFen: 100 }, 'COMPLIANCE_ENTRY_FEE'],
    [{ headcountRewardFen: 1 }, 'COMPLIANCE_HEADCOUNT_REWARD'],
    [{ rateBps: [100, 100, 100] }, 'COMPLIANCE_TOO_MANY_LEVELS'],
    [{ tierBonusBps: { gold: [1, 1, 1] } }, 'COMPLIANCE_TOO_MANY_LEVELS'],
    [{ capBps: 3001 }, 'COMPLIANCE_CAP_TOO_HIGH'],
  ])('违规的内容一存就说出是哪一条：%j', async (changes, code) => {
    const rules = { ...RULES, ...changes } as typeof RULES
    expect(await money.owner.refusal('owner.savePlanDraft', { rules })).toBe(code)
  })
})

describe('将来生效的一版', () => {
  it('到点之前的单按旧版，到点起按新版；谁也不用再动手', async () => {
    const effectiveAt = now() + 2 * HOUR_MS
    const planId = await draft()
    expect(await publish(planId, effectiveAt)).toEqual({ version: '2026-12', effectiveAt })
    const plans = await money.owner.call('owner.getPlan', {})
    expect(plans.inForce?.rules.version).toBe('2026-11')
    expect(plans.scheduled).toMatchObject([{ id: planId, effectiveAt }])
    expect(plans.draft).toBeNull()
    expect(await versionOfAnOrder()).toBe('2026-11')
    money.world.cloud.clock.set(effectiveAt)
    expect(await versionOfAnOrder()).toBe('2026-12')
    expect((await money.owner.call('owner.getPlan', {})).inForce?.id).toBe(planId)
  })

  it('到点前下的单，到点后才付款，还是按旧版计佣', async () => {
    const effectiveAt = now() + 10 * MINUTE_MS
    await publish(await draft(), effectiveAt)
    const { orderId } = await money.place(money.shopper, [lineOf(money.pot, 0, 1)])
    money.world.cloud.clock.set(effectiveAt + MINUTE_MS)
    await money.pay(money.shopper, orderId)
    await money.deliver('payment')
    expect(money.commissionOf(money.mei, orderId)).toMatchObject({
      planVersion: '2026-11',
      amountFen: 792,
    })
    money.world.audit()
  })

  it('接替后，定时器把旧版记作用过的；跑两遍也一样', async () => {
    const effectiveAt = now() + HOUR_MS
    const before = await money.owner.call('owner.getPlan', {})
    await publish(await draft(), effectiveAt)
    await money.world.runTimer()
    expect(status(before.inForce!.id)).toBe('published')
    money.world.cloud.clock.set(effectiveAt)
    // The page says so at once, the record within a minute.
    const { history } = await money.owner.call('owner.getPlan', {})
    expect(history).toMatchObject([{ id: before.inForce!.id, status: 'superseded' }])
    await money.world.runTimer()
    await money.world.runTimer()
    expect(status(before.inForce!.id)).toBe('superseded')
    expect(await versionOfAnOrder()).toBe('2026-12')
  })

  it('生效前可以撤回，旧版接着用；撤回两次也一样', async () => {
    const effectiveAt = now() + DAY_MS
    const planId = await draft()
    await publish(planId, effectiveAt)
    await money.owner.call('owner.withdrawPlan', { planId })
    await money.owner.call('owner.withdrawPlan', { planId })
    expect(status(planId)).toBe('withdrawn')
    money.world.cloud.clock.set(effectiveAt + HOUR_MS)
    expect(await versionOfAnOrder()).toBe('2026-11')
    const plans = await money.owner.call('owner.getPlan', {})
    expect([plans.inForce?.rules.version, plans.scheduled]).toEqual(['2026-11', []])
    expect(plans.history).toMatchObject([{ id: planId, status: 'withdrawn' }])
  })

  it('撤回之后再起草，是新的一版，不碰撤回的那版', async () => {
    const planId = await draft()
    await publish(planId, now() + DAY_MS)
    await money.owner.call('owner.withdrawPlan', { planId })
    const next = await draft('2026-12b')
    expect(next).not.toBe(planId)
    await publish(next)
    expect(await versionOfAnOrder()).toBe('2026-12b')
    expect(status(planId)).toBe('withdrawn')
  })

  it('已经生效的撤不回来', async () => {
    const effectiveAt = now() + HOUR_MS
    const planId = await draft()
    await publish(planId, effectiveAt)
    money.world.cloud.clock.set(effectiveAt)
    const withdraw = { planId }
    expect(await money.owner.refusal('owner.withdrawPlan', withdraw)).toBe('PLAN_NOT_WITHDRAWABLE')
    expect(await versionOfAnOrder()).toBe('2026-12')
  })

  it('过去的时刻、别的版本占了的时刻，都不行', async () => {
    const at = now() + HOUR_MS
    const past = { planId: await draft(), effectiveAt: now() - MINUTE_MS }
    expect(await money.owner.refusal('owner.publishPlan', past)).toBe('PLAN_EFFECTIVE_PAST')
    await publish(past.planId, at)
    const taken = { planId: await draft('2027-01'), effectiveAt: at }
    expect(await money.owner.refusal('owner.publishPlan', taken)).toBe('PLAN_EFFECTIVE_TAKEN')
  })

  it('前面再插一版也行：各管各的时段', async () => {
    const later = now() + DAY_MS
    await publish(await draft('later'), later)
    await publish(await draft('sooner'), later - HOUR_MS)
    const { scheduled } = await money.owner.call('owner.getPlan', {})
    expect(scheduled.map(({ rules }) => rules.version)).toEqual(['sooner', 'later'])
    money.world.cloud.clock.set(later - MINUTE_MS)
    expect(await versionOfAnOrder()).toBe('sooner')
    money.world.cloud.clock.set(later)
    expect(await versionOfAnOrder()).toBe('later')
  })
})

describe('同时、重复、中断', () => {
  it('同一请求发两次，只发布一次', async () => {
    const planId = await draft()
    const effectiveAt = now() + HOUR_MS
    const requestId = money.world.newRequestId()
    const input = { planId, effectiveAt }
    const first = await money.owner.call('owner.publishPlan', input, { requestId })
    expect(await money.owner.call('owner.publishPlan', input, { requestId })).toEqual(first)
    // Another request for the same is answered alike; for another moment it is refused.
    expect(await money.owner.call('owner.publishPlan', input)).toEqual(first)
    const moved = { planId, effectiveAt: effectiveAt + 1 }
    expect(await money.owner.refusal('owner.publishPlan', moved)).toBe('PLAN_NOT_DRAFT')
    expect((await money.owner.call('owner.getPlan', {})).scheduled).toHaveLength(1)
  })

  it('两个店主同时存草稿，只有一份草稿；同时发布，只有一版生效', async () => {
    const second = money.world.as('second-owner')
    await second.call('mall.openSession', {})
    const staff = { memberId: second.memberId, roles: ['owner' as const] }
    await money.owner.call('owner.setStaff', staff)
    const rules = RULES
    const ids = await Promise.all([
      money.owner.call('owner.savePlanDraft', { rules }),
      second.call('owner.savePlanDraft', { rules }),
    ])
    expect(new Set(ids.map(({ planId }) => planId)).size).toBe(1)
    const { planId } = ids[0]
    await Promise.all([
      money.owner.call('owner.publishPlan', { planId }),
      second.call('owner.publishPlan', { planId }),
    ])
    const { database } = money.world.cloud
    expect(database.count('plans', { status: 'published' })).toBe(1)
    expect(database.count('plans', { status: 'superseded' })).toBe(1)
  })

  it('发布做到哪一步被打断，都要么没发生、要么全发生；再来一次就好', async () => {
    for (let calls = 1; calls < 9; calls += 1) {
      await money.restart()
      const planId = await draft()
      const input = { planId, effectiveAt: now() + HOUR_MS }
      await money.cutShort('owner', calls, () => money.owner.call('owner.publishPlan', input))
      const { scheduled } = await money.owner.call('owner.getPlan', {})
      expect(scheduled).toHaveLength(status(planId) === 'published' ? 1 : 0)
      await money.owner.call('owner.publishPlan', input)
      expect((await money.owner.call('owner.getPlan', {})).scheduled).toHaveLength(1)
    }
  })

  it('撤回和到点同时发生，下单只认一个说法', async () => {
    const effectiveAt = now() + HOUR_MS
    const planId = await draft()
    await publish(planId, effectiveAt)
    money.world.cloud.clock.set(effectiveAt)
    const [answer] = await Promise.all([
      money.owner.call('owner.withdrawPlan', { planId }).then(
        () => 'withdrawn',
        () => 'refused',
      ),
      money.world.runTimer(),
    ])
    expect(answer).toBe('refused')
    expect(await versionOfAnOrder()).toBe('2026-12')
  })

  it('只有店主能动方案', async () => {
    const planId = await draft()
    for (const person of [money.finance, money.mei, money.shopper]) {
      expect(await person.refusal('owner.validatePlan', { planId })).toBe('NOT_ALLOWED')
      expect(await person.refusal('owner.publishPlan', { planId })).toBe('NOT_ALLOWED')
      expect(await person.refusal('owner.withdrawPlan', { planId })).toBe('NOT_ALLOWED')
    }
  })
})

describe('方案页', () => {
  it('给规格写出名字，商品下架了、不在前五百件里也一样', async () => {
    const [skuId = ''] = money.tea.skuIds
    const overrides = [{ scope: 'sku' as const, id: skuId, rateBps: [800] }]
    await draft('2026-12', { overrides })
    const { skus } = await money.owner.call('owner.getPlan', {})
    expect(skus).toEqual([{ id: skuId, name: '明前龙井 50 克' }])
  })
})
