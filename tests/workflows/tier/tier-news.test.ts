// 等级有变，到分销中心看一次：说清楚升到哪、带来什么、为什么；收起以后不再说，新的事另说。
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { bps } from '@contract/money'
import type { Distributor } from '@contract/model/people'
import { TIER_KEYS, TIER_NAMES, type TierKey } from '@contract/model/shop'
import { DAY_MS, dateOf } from '@contract/time'
import { overtake } from '../../support/overtake'
import { openMoney, type Money } from '../money/open-money'

let money: Money
beforeAll(async () => {
  money = await openMoney()
})
beforeEach(async () => {
  await money.restart()
  await money.owner.call('owner.publishTiers', {
    basedOn: 0,
    tiers: TIER_KEYS.map((key) => ({
      key,
      name: TIER_NAMES[key],
      need: 'all' as const,
      conditions: [],
      ...(key === 'gold' ? { memberOffBps: bps(500), perks: ['每月样茶 2 份'] } : {}),
    })),
    keep: { check: 'never', graceMonths: 0, demoteTo: 'one-step' },
  })
  const old = await newsOf('mei')
  if (old) await close('mei', old.id)
})
afterAll(() => money.world.stop())

type Who = 'mei' | 'lan'
const newsOf = async (who: Who) => (await money[who].call('distributor.getCentre', {})).tierNews
const close = (who: Who, changeId: string) =>
  money[who].call('distributor.closeTierNews', { changeId })
const hold = (tier: TierKey, reason = '新店开张', until: { untilOn?: string } = {}) => {
  const { distributorId } = money.mei
  return money.owner.call('owner.setTier', { distributorId, tier, reason, ...until })
}

it('升了：到哪一级、加多少、会员价和好处、谁为什么定的；收起以后不再说', async () => {
  expect(await newsOf('mei')).toBeNull()
  await hold('gold')
  const news = await newsOf('mei')
  expect(news).toMatchObject({
    ...{ from: 'silver', to: 'gold', cause: 'set-by-owner', reason: '新店开张' },
    ...{ memberOffBps: 500, perks: ['每月样茶 2 份'] },
  })
  // It is told on every visit until it is closed, here and on any phone; the history keeps it.
  expect(await newsOf('mei')).toEqual(news)
  await close('mei', news?.id ?? '')
  expect(await newsOf('mei')).toBeNull()
  const { rows } = await money.mei.call('distributor.listTierChanges', {})
  expect(rows[0]?.id).toBe(news?.id)
})

it('连变两次只说最后一次；收起前一次收不掉后一次，收两遍也一样', async () => {
  await hold('jade')
  const first = await newsOf('mei')
  money.world.cloud.clock.advance(1000)
  await hold('sprout', '请假一个月')
  const second = await newsOf('mei')
  expect(second).toMatchObject({ from: 'jade', to: 'sprout', reason: '请假一个月' })
  await close('mei', first?.id ?? '')
  expect(await newsOf('mei')).toEqual(second)
  await Promise.all([close('mei', second?.id ?? ''), close('mei', second?.id ?? '')])
  await close('mei', second?.id ?? '')
  expect(await newsOf('mei')).toBeNull()
})

it('一边收起一边又升了：升的那次还在', async () => {
  await hold('gold')
  const before = await newsOf('mei')
  money.world.cloud.clock.advance(1000)
  const { cloud } = money.world
  await overtake(
    cloud,
    { function: 'distributor', action: 'database.modifyDocument' },
    () => close('mei', before?.id ?? ''),
    () => hold('jade', '再上一级'),
  )
  expect(await newsOf('mei')).toMatchObject({ from: 'gold', to: 'jade' })
})

it('只留在原来那一级（店主保留）不算有变', async () => {
  const { clock } = money.world.cloud
  clock.advance(1000)
  await hold('silver', '先保一个月', { untilOn: dateOf(clock.now() + 30 * DAY_MS) })
  expect(await newsOf('mei')).toBeNull()
  const { distributorId } = money.mei
  const change = await money.mei.call('distributor.listTierChanges', {})
  expect(change.rows[0]).toMatchObject({ from: 'silver', to: 'silver' })
  expect(
    money.world.cloud.database.get<Distributor>('distributors', distributorId),
  ).not.toHaveProperty('tierNews')
})

it('别人收不掉，顾客问不到；没有新事时不多读', async () => {
  const quiet = await money.world.countCalls(() => newsOf('mei'))
  await hold('gold')
  const news = await newsOf('mei')
  await close('lan', news?.id ?? '')
  expect(await newsOf('mei')).toEqual(news)
  const input = { changeId: news?.id ?? '' }
  expect(await money.shopper.refusal('distributor.closeTierNews', input)).toBe('DISTRIBUTOR_ONLY')
  // The change and the shop; a plan that was read is kept.
  expect(await money.world.countCalls(() => newsOf('mei'))).toBe(quiet + 2)
})
