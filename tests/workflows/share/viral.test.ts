// 一个分享火了: what it costs the database when very many people open one share, and that the figures stay exact.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS, dateOf } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import type { FunnelDay } from '@contract/model/funnel'
import type { Product } from '@contract/model/goods'
import { memberIdOf } from '../../../cloudfunctions/kernel/ids'
import { openShare } from '../../../cloudfunctions/workflows/share/open-share'
import { recordOpens } from '../../../cloudfunctions/workflows/share/record-opens'
import { rollUpFunnels } from '../../../cloudfunctions/workflows/share/roll-up-funnels'
import { inCrowd, REPEATS, sendCrowd } from '../../support/crowd'
import type { EngineStore } from '../../support/engine-store'
import { START_AT } from '../../support/world'
import { openMoney, type Money } from '../money/open-money'
import { openEngineWorld, type EngineWorld } from './engine-world'

describe('一万人打开同一个分享（流程直接跑在模拟数据库上）', () => {
  const PEOPLE = 10_000
  /** Of these: every fifth is firmly somebody else's customer, every tenth comes back and tells it in one batch. */
  const isElsewhere = (index: number) => index % 5 === 0
  const comesBack = (index: number) => index % 10 === 1
  const NEW_CUSTOMERS = 8_000
  const BATCHES = 1_000

  let world: EngineWorld
  let store: EngineStore
  let shareCode: string
  const seeded: Record<string, number> = {}
  const mei = 'dst_mei'

  beforeAll(async () => {
    world = await openEngineWorld()
    store = world.store
    await world.addDistributor('mbr_lan')
    shareCode = await world.addDistributor('mbr_mei')
    await store.put('products', { _id: 'prd_tea', isOnShelf: true } as unknown as Product)
    await store.put('shares', {
      _id: shareCode,
      distributorId: mei,
      target: { kind: 'product', productId: 'prd_tea' },
      channel: 'group',
      createdAt: START_AT,
    })
    for (let index = 0; index < PEOPLE; index += 1) {
      if (!isElsewhere(index)) continue
      await store.put('attributions', {
        _id: memberIdOf(`o_${index}`),
        distributorId: 'dst_lan',
        shareCode: null,
        rule: 'permanent-after-purchase',
        boundAt: START_AT - DAY_MS,
        expireAt: null,
        isPurchased: true,
      } satisfies Attribution)
    }
    Object.assign(seeded, store.writes)
  }, 120_000)

  const written = () =>
    Object.fromEntries(
      Object.entries(store.writes)
        .map(([collection, count]) => [collection, count - (seeded[collection] ?? 0)] as const)
        .filter(([, count]) => count > 0),
    )

  it('追踪每人最多 1.1 次写，绑定的再写一次，没有一次冲突', async () => {
    await inCrowd(PEOPLE, 64, async (index) => {
      const name = `o_${index}`
      const at = START_AT + index
      await openShare(await world.as(name, at, 'mall.openShare'), { shareCode })
      if (!comesBack(index)) return
      const again = await world.as(name, at + 60_000, 'mall.openShare')
      expect(await openShare(again, { shareCode })).toMatchObject({ isRepeat: true })
      const telling = await world.as(name, at + 120_000, 'mall.recordOpens')
      await recordOpens(telling, { opens: [{ shareCode, count: 3 }] })
    })
    expect(written()).toEqual({
      visits: PEOPLE,
      open_batches: BATCHES,
      attributions: NEW_CUSTOMERS,
    })
    expect((PEOPLE + BATCHES) / PEOPLE).toBeLessThanOrEqual(1.1)
    expect(store.conflicts()).toBe(0)
  }, 180_000)

  it('漏斗一人不多、一人不少；再跑一遍，还是这些数', async () => {
    const now = START_AT + 60 * 60_000
    const day = () =>
      store.list<FunnelDay>('funnel_days').find((one) => one._id === `${mei}:${dateOf(now)}`)
    let runs = 0
    for (let cursor = 0; cursor < now - 10 * 60_000; runs += 1) {
      await rollUpFunnels(world.worldAt(now))
      cursor = (await store.get('funnel_cursors', 'funnels'))?.asOf ?? 0
    }
    expect(runs).toBeLessThanOrEqual(2)
    const exact = {
      opens: PEOPLE + 3 * BATCHES,
      visits: PEOPLE,
      visitors: PEOPLE,
      newCustomers: NEW_CUSTOMERS,
      orders: 0,
      paidFen: 0,
    }
    expect(day()?.total).toEqual(exact)
    expect(day()?.channels).toEqual([{ key: 'group', ...exact }])
    await rollUpFunnels(world.worldAt(now + 60_000))
    expect(day()?.total).toEqual(exact)
  }, 180_000)
})

describe('两千人同时打开同一个分享（从门口进，部署的函数、真的 SDK）', () => {
  const PEOPLE = 2_000
  let money: Money
  beforeAll(async () => {
    money = await openMoney()
  })
  afterAll(() => money.world.stop())

  it('全是新来的、全都绑定了：每人 1.1 次写给追踪，再加两次，没有一次冲突', async () => {
    const { world, shareCode } = money
    const cost = await sendCrowd(world.cloud, shareCode, PEOPLE)
    const batches = PEOPLE / 10
    expect(cost.documents).toEqual({
      visits: PEOPLE,
      open_batches: batches,
      attributions: PEOPLE,
      members: PEOPLE,
    })
    // Not one more was tried: nothing was begun again, nothing answered that it was there already.
    expect(cost.writes).toBe(3 * PEOPLE + batches)
    expect(cost.writes / PEOPLE).toBeLessThanOrEqual(1.1 + 2)
    expect(cost.transactions).toEqual({ begun: PEOPLE, committed: PEOPLE })
    await world.runTimer()
    const seen = await money.mei.call('distributor.getFunnel', { range: '7d' })
    // The one more is the shopper who came before.
    expect(seen.total).toMatchObject({
      opens: PEOPLE + REPEATS * batches + 1,
      visits: PEOPLE + 1,
      visitors: PEOPLE + 1,
      newCustomers: PEOPLE + 1,
    })
  }, 240_000)

  it('人来了要用店里别的东西，才记下这个人', async () => {
    const { world, shareCode } = money
    const fang = world.as('fang-new')
    const known = () => world.cloud.database.get('members', fang.memberId)
    await fang.call('mall.openShare', { shareCode })
    expect(known()).toBeNull()
    await fang.call('mall.openSession', {})
    expect(known()).not.toBeNull()
  })
})
