// 分销员与佣金方案: admission without fee or purchase, standing, the compliance guard, and which version pays.
import { describe, expect, it } from 'vitest'
import type { CommissionPlan } from '@contract/model/distribution'
import type { Distributor } from '@contract/model/people'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

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
const standing = (distributorId: string) =>
  money.world.cloud.database.get<Distributor>('distributors', distributorId)

describe('加入', () => {
  it('经何岚的分享申请，邀请人就是何岚；通过后有一个空钱包', async () => {
    const invitation = await money.lan.call('distributor.createShare', {
      target: { kind: 'shop' },
      channel: 'friend',
    })
    const fang = money.world.as('fang')
    const { shareCode } = invitation
    expect(await fang.call('distributor.getApplication', { shareCode })).toMatchObject({
      status: null,
      inviterName: '何**',
      rateText: [1000, 500],
      freezeDays: 3,
    })
    await fang.call('distributor.apply', { name: '方小满', shareCode })
    await fang.call('distributor.apply', { name: '方小满', shareCode })
    expect(await fang.refusal('distributor.getCentre', {})).toBe('DISTRIBUTOR_ONLY')
    const { rows } = await money.owner.call('owner.listDistributors', { status: 'applied' })
    expect(rows).toMatchObject([{ name: '方小满', inviterName: '何岚', admittedAt: null }])
    const { distributorId } = fang
    const admission = { distributorId, isAdmitted: true }
    await Promise.all([
      money.owner.call('owner.decideApplication', admission),
      money.owner.call('owner.decideApplication', admission),
    ])
    expect(standing(distributorId)).toMatchObject({
      status: 'active',
      tier: 'sprout',
      uplineIds: [money.lan.distributorId],
    })
    expect(money.wallet(fang)).toMatchObject({ availableFen: 0, version: 0 })
    expect(await fang.refusal('distributor.apply', { name: '方小满' })).toBe('ALREADY_DISTRIBUTOR')
    expect(await fang.call('distributor.getCentre', {})).toMatchObject({ name: '方小满' })
  })

  it('三级邀请也只认最近的上级，链条完整', async () => {
    const { uplineIds } = standing(money.mei.distributorId) ?? {}
    expect(uplineIds).toEqual([money.lan.distributorId])
    const { shareCode } = money
    const fang = money.world.as('fang')
    await fang.call('distributor.apply', { name: '方小满', shareCode })
    const { distributorId } = fang
    await money.owner.call('owner.decideApplication', { distributorId, isAdmitted: true })
    expect(standing(distributorId)?.uplineIds).toEqual([
      money.mei.distributorId,
      money.lan.distributorId,
    ])
  })

  it('驳回要写原因，之后可以再申请', async () => {
    const fang = money.world.as('fang')
    await fang.call('distributor.apply', { name: '方小满' })
    const { distributorId } = fang
    const decision = { distributorId, isAdmitted: false }
    expect(await money.owner.refusal('owner.decideApplication', decision)).toBe('REASON_REQUIRED')
    await money.owner.call('owner.decideApplication', { ...decision, reason: '资料不全' })
    expect(await fang.call('distributor.getApplication', {})).toMatchObject({
      status: 'rejected',
      rejectReason: '资料不全',
    })
    expect(await fang.call('distributor.apply', { name: '方满' })).toEqual({ status: 'applied' })
  })

  it('店主不能审核自己', async () => {
    await money.owner.call('distributor.apply', { name: '店主' })
    const { distributorId } = money.owner
    const decision = { distributorId, isAdmitted: true }
    expect(await money.owner.refusal('owner.decideApplication', decision)).toBe('OWN_CASE')
  })

  it('冻结的人不再有佣金，上级的照给', async () => {
    const { distributorId } = money.mei
    const reason = '核查中'
    const status = 'frozen' as const
    await money.owner.call('owner.setDistributorStatus', { distributorId, status, reason })
    await money.owner.call('owner.setDistributorStatus', { distributorId, status, reason })
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    expect(money.commissions(orderId).map((one) => [one.level, one.netFen])).toEqual([[2, 580]])
    // What is theirs stays readable; asking for it does not work meanwhile.
    expect((await money.mei.call('distributor.getWallet', {})).wallet.availableFen).toBe(0)
    expect(await money.mei.refusal('distributor.requestWithdrawal', { amountFen: 100 })).toBe(
      'DISTRIBUTOR_NOT_ACTIVE',
    )
    money.world.audit()
  })

  it('等级和身份看付款的那一刻，通知来得再晚也一样', async () => {
    const orderId = await money.buyTeaAndPot()
    const { distributorId } = money.mei
    const reason = '回到起点'
    // WeChat tells moments of payment in whole seconds.
    await money.world.cloud.advance(2000)
    await money.owner.call('owner.setTier', { distributorId, tier: 'sprout', reason })
    await money.owner.call('owner.setDistributorStatus', {
      distributorId,
      status: 'frozen',
      reason,
    })
    const later = await money.buyTeaAndPot()
    await money.deliver('payment')
    expect(money.commissionOf(money.mei, orderId)).toMatchObject({ tier: 'silver', netFen: 1392 })
    expect(money.commissions(later).map((one) => one.level)).toEqual([2])
  })

  it('身份的每一次变化都留着，重复设成一样不算变化', async () => {
    const { distributorId } = money.mei
    const reason = '表现稳定'
    await money.owner.call('owner.setTier', { distributorId, tier: 'gold', reason })
    await money.owner.call('owner.setTier', { distributorId, tier: 'gold', reason })
    const kept = standing(distributorId)?.standings.map(({ tier, status }) => [tier, status])
    expect(kept).toEqual([
      ['sprout', 'active'],
      ['silver', 'active'],
      ['gold', 'active'],
    ])
  })
})

describe('佣金方案', () => {
  it('下单时的方案管这一单，新方案管以后的单', async () => {
    const before = await money.buyTeaAndPot()
    const { planId, warnings } = await money.owner.call('owner.savePlanDraft', { rules: RULES })
    expect(warnings).toEqual([])
    await money.owner.call('owner.publishPlan', { planId })
    const after = await money.buyTeaAndPot()
    await money.deliver('payment')
    expect(money.commissionOf(money.mei, before)).toMatchObject({ planVersion: '2026-11' })
    // 15 % without a bonus: 750 + 990.
    expect(money.commissionOf(money.mei, after)).toMatchObject({
      planVersion: '2026-12',
      netFen: 1740,
    })
    const plans = await money.owner.call('owner.getPlan', {})
    expect(plans.inForce?.rules.version).toBe('2026-12')
    expect(plans.history.map((plan) => plan.rules.version)).toEqual(['2026-11'])
    expect(plans.draft).toBeNull()
    money.world.audit()
  })

  it.each([
    [{ rateBps: [1000, 300, 100] }, 'COMPLIANCE_TOO_MANY_LEVELS'],
    [{ capBps: 3001 }, 'COMPLIANCE_CAP_TOO_HIGH'],
    [{ overrides: [{ scope: 'sku', id: '', rateBps: [100] }] }, 'INPUT_INVALID'],
    [{ version: '2026-11' }, 'PLAN_VERSION_TAKEN'],
  ] as const)('不合规的草稿存不下：%j', async (change, code) => {
    const rules = { ...RULES, ...change } as never
    expect(await money.owner.refusal('owner.savePlanDraft', { rules })).toBe(code)
  })

  it('草稿被人从库里改坏了，发布时还会再查一遍', async () => {
    const { planId } = await money.owner.call('owner.savePlanDraft', { rules: RULES })
    const { database } = money.world.cloud
    const draft = database.get<CommissionPlan>('plans', planId)
    database.put('plans', [{ ...draft, rules: { ...RULES, headcountRewardFen: 100 } }])
    expect(await money.owner.refusal('owner.publishPlan', { planId })).toBe(
      'COMPLIANCE_HEADCOUNT_REWARD',
    )
    const plans = await money.owner.call('owner.getPlan', {})
    expect(plans.inForce?.rules.version).toBe('2026-11')
  })

  it('存两次还是一个草稿；发布过的不能再发', async () => {
    const first = await money.owner.call('owner.savePlanDraft', { rules: RULES })
    const rules = { ...RULES, version: '2026-12b' }
    const second = await money.owner.call('owner.savePlanDraft', { rules })
    expect(second.planId).toBe(first.planId)
    const published = await money.owner.call('owner.publishPlan', second)
    expect(published.version).toBe('2026-12b')
    expect(await money.owner.call('owner.publishPlan', second)).toEqual(published)
    expect(await money.finance.refusal('owner.publishPlan', second)).toBe('NOT_ALLOWED')
  })

  it('两级加起来超过上限：合法，但会提醒是哪条', async () => {
    const rules = { ...RULES, rateBps: [1900, 300] }
    const { warnings } = await money.owner.call('owner.savePlanDraft', { rules })
    expect(warnings).toEqual([{ rule: 'plan', tier: '', totalBps: 2200 }])
  })
})
