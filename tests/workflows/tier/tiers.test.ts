// 等级: reached within a minute of the sale, kept or lost at a month's end, held by the owner, never paid per head.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Api } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import type { TierChange } from '@contract/model/tier'
import { addDays, DAY_MS, dateOf, HOUR_MS, MINUTE_MS, startOfDate } from '@contract/time'
import type { Snapshot } from '../../../emulator/cloud'
import type { Person } from '../../support/world'
import { bindTo, type Bound } from '../trade/bind-to'
import { lineOf, openTrade, type Trade } from '../trade/open-trade'

type Tiers = Api['owner.publishTiers']['input']
const sell = (atLeast: number) => ({ measure: 'own-sales', window: 'this-month', atLeast }) as const
const heads = { measure: 'direct-members', window: 'ever', atLeast: 1 } as const
const NAMES = { sprout: '新芽', silver: '银毫', gold: '金毫', jade: '玉露' } as const
const tiersWith = (
  conditions: Partial<Record<keyof typeof NAMES, Tiers['tiers'][number]['conditions']>>,
  basedOn = 0,
): Tiers => ({
  basedOn,
  tiers: (['sprout', 'silver', 'gold', 'jade'] as const).map((key) => ({
    key,
    name: NAMES[key],
    need: 'all',
    conditions: conditions[key] ?? [],
  })),
  keep: { check: 'monthly', graceMonths: 1, demoteTo: 'one-step' },
})
const TERMS = tiersWith({ silver: [sell(8000)], gold: [sell(15000)] })

let trade: Trade
let zhou: Person
let bound: Bound
let bindings: Snapshot
beforeAll(async () => {
  trade = await openTrade()
  zhou = trade.world.as('zhou')
  bound = await bindTo(trade, zhou)
  const { distributorId } = bound.mei
  await trade.owner.call('owner.publishTiers', TERMS)
  await trade.owner.call('owner.releaseTier', { distributorId, reason: '试用结束' })
  bindings = trade.world.cloud.snapshot()
})
beforeEach(async () => {
  await trade.world.cloud.restore(bindings)
  // The tenth of a month, whatever the tests before did to the clock.
  const { clock } = trade.world.cloud
  const on = dateOf(clock.now() + 31 * DAY_MS).slice(0, 7)
  clock.set(startOfDate(`${on}-10`) + 9 * HOUR_MS)
  // Their binding may have run out meanwhile.
  await zhou.call('mall.openShare', { shareCode: bound.shareCode })
  await trade.world.runTimer()
  await trade.world.runTimer()
})
afterAll(() => trade.world.stop())

const database = () => trade.world.cloud.database
const tierOf = (person: Person) =>
  database().get<Distributor>('distributors', person.distributorId)?.tier
const changesOf = (person: Person) =>
  database()
    .find<TierChange>('tier_changes', { distributorId: person.distributorId })
    .sort((a, b) => a.at - b.at)
    .slice(2)
const buy = async (units: number) => {
  const orderId = await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, units)])
  trade.world.cloud.clock.advance(MINUTE_MS)
  await trade.world.runTimer()
  return orderId
}
/** The first of the next month, after the hour in which late notices are waited for. */
const endMonth = async () => {
  const { clock } = trade.world.cloud
  const next = dateOf(startOfDate(`${dateOf(clock.now()).slice(0, 7)}-28`) + 5 * DAY_MS).slice(0, 7)
  clock.set(startOfDate(`${next}-01`) + 2 * HOUR_MS)
  await trade.world.runTimer()
  await trade.world.runTimer()
}

describe('升级', () => {
  it('卖够了，下一分钟就升；之后的单按新等级付佣金', async () => {
    expect(tierOf(bound.mei)).toBe('sprout')
    await buy(1)
    expect(tierOf(bound.mei)).toBe('sprout')
    await buy(1)
    expect(tierOf(bound.mei)).toBe('silver')
    const [change] = changesOf(bound.mei)
    expect(change).toMatchObject({
      from: 'sprout',
      to: 'silver',
      cause: 'reached',
      figures: [{ measure: 'own-sales', atLeast: 8000, value: 10000 }],
    })
    // The centre tells it once, with the figures that decided and what the tier brings.
    const { tierNews } = await bound.mei.call('distributor.getCentre', {})
    expect(tierNews).toMatchObject({
      ...{ from: 'sprout', to: 'silver', cause: 'reached', bonusBps: [200] },
      figures: [{ measure: 'own-sales', atLeast: 8000, value: 10000 }],
    })
    // 10% and now 2% more: the plan's bonus for 银毫.
    const orderId = await buy(1)
    expect(trade.commissions(orderId).find((one) => one.level === 1)?.amountFen).toBe(600)
    trade.world.audit()
  })

  it('再跑几遍、两个一起跑，只升一次', async () => {
    await buy(2)
    await Promise.all([trade.world.runTimer(), trade.world.runTimer()])
    await trade.world.runTimer()
    expect(changesOf(bound.mei)).toHaveLength(1)
    expect(
      database().get<Distributor>('distributors', bound.mei.distributorId)?.standings.at(-1),
    ).toMatchObject({ tier: 'silver' })
  })

  it('分销员看得到还差多少', async () => {
    await buy(1)
    const shown = await bound.mei.call('distributor.getTier', {})
    expect(shown).toMatchObject({
      tier: 'sprout',
      hold: null,
      next: { tier: 'silver', figures: [{ atLeast: 8000, value: 5000 }] },
    })
    expect(shown.tiers.find((one) => one.key === 'silver')?.bonusBps).toEqual([200])
    await buy(1)
    const { rows } = await bound.mei.call('distributor.listTierChanges', {})
    expect(rows[0]).toMatchObject({ to: 'silver', cause: 'reached' })
    expect(await zhou.refusal('distributor.getTier', {})).toBe('DISTRIBUTOR_ONLY')
  })
})

describe('月底', () => {
  it('没保住先提醒，再没保住降一级；补上了就重新算', async () => {
    await buy(2)
    await endMonth()
    expect(tierOf(bound.mei)).toBe('silver')
    await endMonth()
    expect(changesOf(bound.mei).map(({ cause }) => cause)).toEqual(['reached', 'warned'])
    expect(await bound.mei.call('distributor.getTier', {})).toMatchObject({ missed: 1 })
    await endMonth()
    expect(changesOf(bound.mei).map(({ cause }) => cause)).toEqual(['reached', 'warned', 'missed'])
    expect(tierOf(bound.mei)).toBe('sprout')
  })

  it('定时器停了两个月，一个月一个月地补看', async () => {
    await buy(2)
    trade.world.cloud.clock.advance(80 * DAY_MS)
    for (let round = 0; round < 5; round += 1) await trade.world.runTimer()
    expect(changesOf(bound.mei).map(({ cause }) => cause)).toEqual(['reached', 'warned'])
  })

  it.each([6, 12, 18, 24])('看到一半被掐断（%i 次读写后），补完也只算一次', async (calls) => {
    await buy(2)
    await endMonth()
    const { clock, faults } = trade.world.cloud
    clock.advance(31 * DAY_MS)
    const match = { target: 'function', function: 'timer' }
    faults.add({ match, effect: 'kill-instance', afterCalls: 30 + calls, count: 1 })
    await trade.world.runTimer().catch(() => undefined)
    faults.clear()
    await trade.world.cloud.advance(MINUTE_MS)
    for (let round = 0; round < 3; round += 1) await trade.world.runTimer()
    expect(changesOf(bound.mei).map(({ cause }) => cause)).toEqual(['reached', 'warned'])
  })
})

describe('店主定等级', () => {
  const hold = (person: Person, untilOn?: string) =>
    trade.owner.call('owner.setTier', {
      distributorId: person.distributorId,
      tier: 'gold',
      reason: '开店帮了大忙',
      ...(untilOn ? { untilOn } : {}),
    })
  const today = () => dateOf(trade.world.cloud.clock.now())

  it('保留到那天为止，期间月底不看；过后照数字来', async () => {
    await hold(bound.mei, addDays(today(), 40))
    await endMonth()
    expect(tierOf(bound.mei)).toBe('gold')
    trade.world.cloud.clock.set(startOfDate(addDays(today(), 41)))
    await trade.world.runTimer()
    expect(tierOf(bound.mei)).toBe('sprout')
    expect(changesOf(bound.mei).map(({ cause }) => cause)).toEqual(['set-by-owner', 'hold-ended'])
  })

  it('再定一次同样的什么也不变；取消保留回到数字给的', async () => {
    await hold(bound.mei)
    await hold(bound.mei)
    expect(changesOf(bound.mei)).toHaveLength(1)
    const { distributorId } = bound.mei
    const shown = await trade.owner.call('owner.getTierOf', { distributorId })
    expect(shown).toMatchObject({ tier: 'gold', hold: { reason: '开店帮了大忙', untilOn: null } })
    expect(shown.changes[0]).toMatchObject({ cause: 'set-by-owner', to: 'gold' })
    const done = await trade.owner.call('owner.releaseTier', { distributorId, reason: '到期' })
    expect(done).toEqual({ tier: 'sprout' })
    await trade.owner.call('owner.releaseTier', { distributorId, reason: '到期' })
    expect(changesOf(bound.mei)).toHaveLength(2)
  })

  it('过去的日期、不存在的人、没有角色的人都不行', async () => {
    const input = { distributorId: bound.mei.distributorId, tier: 'gold', reason: '好' } as const
    const past = { ...input, untilOn: '2026-01-01' }
    expect(await trade.owner.refusal('owner.setTier', past)).toBe('TIER_HOLD_PAST')
    const nobody = { ...input, distributorId: 'dst_nobody' }
    expect(await trade.owner.refusal('owner.setTier', nobody)).toBe('DISTRIBUTOR_UNKNOWN')
    expect(await bound.mei.refusal('owner.setTier', input)).toBe('NOT_ALLOWED')
    expect(await bound.mei.refusal('owner.publishTiers', TERMS)).toBe('NOT_ALLOWED')
    expect(await bound.mei.refusal('owner.getTiers', {})).toBe('NOT_ALLOWED')
  })
})

describe('发布等级', () => {
  it('版本往上数；同样的再发一次不变；别人刚改过就拒绝', async () => {
    const again = await trade.owner.call('owner.publishTiers', TERMS)
    expect(again).toEqual({ version: 1 })
    const looser = tiersWith({ silver: [sell(100)] }, 1)
    expect(await trade.owner.call('owner.publishTiers', looser)).toEqual({ version: 2 })
    const third = tiersWith({ silver: [sell(200)] }, 1)
    expect(await trade.owner.refusal('owner.publishTiers', third)).toBe('TIERS_MOVED_ON')
    expect(database().count('tier_versions')).toBe(2)
  })

  it('新规则下够了的人，下一分钟就升', async () => {
    await buy(1)
    await trade.owner.call('owner.publishTiers', tiersWith({ silver: [sell(5000)] }, 1))
    expect((await trade.owner.call('owner.getTiers', {})).isChecking).toBe(true)
    await trade.world.runTimer()
    expect(tierOf(bound.mei)).toBe('silver')
    const shown = await trade.owner.call('owner.getTiers', {})
    expect(shown).toMatchObject({ version: 2, isChecking: false })
    expect(shown.tiers.map(({ members }) => members)).toEqual([1, 1, 0, 0])
  })

  it('人数条件不能换佣金：发布等级时拒绝，发布方案时也拒绝', async () => {
    const paid = tiersWith({ silver: [sell(100), heads] }, 1)
    expect(await trade.owner.refusal('owner.publishTiers', paid)).toBe('COMPLIANCE_HEADCOUNT_PAY')
    await trade.owner.call('owner.publishTiers', tiersWith({ gold: [heads] }, 1))
    await trade.world.runTimer()
    // 何岚 invited one member: a badge, no pay.
    expect(tierOf(bound.lan)).toBe('gold')
    const { planId } = await trade.owner.call('owner.savePlanDraft', {
      rules: {
        version: '2027-01',
        profile: 'china',
        rateBps: [1000, 500],
        tierBonusBps: { gold: [100] },
        overrides: [],
        capBps: 2000,
        selfPurchase: 'none',
        freezeDays: 3,
      },
    })
    const code = 'COMPLIANCE_HEADCOUNT_PAY'
    expect(await trade.owner.refusal('owner.validatePlan', { planId })).toBe(code)
    expect(await trade.owner.refusal('owner.publishPlan', { planId })).toBe(code)
  })

  it('培训和考核还没有，就不能当条件', async () => {
    const training = { measure: 'training-passed', window: 'ever', atLeast: 1 } as const
    const input = tiersWith({ silver: [training] }, 1)
    expect(await trade.owner.refusal('owner.publishTiers', input)).toBe('TIER_INVALID')
  })
})
