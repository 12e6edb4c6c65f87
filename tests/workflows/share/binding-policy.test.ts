// 顾客归属规则：店主在手机上定，从保存那刻起管新归属的；已经归属的按当时的规矩，哪怕后来买了东西。
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import type { BindingPolicy, BindingRule, Shop } from '@contract/model/shop'
import { lineOf } from '../trade/open-trade'
import type { Person } from '../../support/world'
import { openMoney, type Money } from '../money/open-money'

let money: Money
let lanCode: string
beforeAll(async () => {
  money = await openMoney()
})
beforeEach(async () => {
  await money.restart()
  const asked = { target: { kind: 'shop' }, channel: 'friend' } as const
  lanCode = (await money.lan.call('distributor.createShare', asked)).shareCode
})
afterAll(() => money.world.stop())

const database = () => money.world.cloud.database
const shop = () => database().get<Shop>('settings', 'shop') as Shop
const attribution = (person: Person) =>
  database().get<Attribution>('attributions', person.memberId) as Attribution
const holderOf = (person: Person) => attribution(person)?.distributorId
const open = (person: Person, shareCode: string) => person.call('mall.openShare', { shareCode })
const read = () => money.owner.call('owner.getBindingPolicy', {})
const policy = (rule: BindingRule, expireDays = 90, protectDays = 30): BindingPolicy => ({
  ...{ rule, expireDays, protectDays },
})
const save = async (to: BindingPolicy, who: Person = money.owner) =>
  who.call('owner.saveBindingPolicy', { basedOn: (await read()).version, policy: to })
const trails = () => database().find('audit_records', { action: 'owner.saveBindingPolicy' })
const anotherOwner = async () => {
  const other = money.world.as('other-owner')
  await other.call('mall.openSession', {})
  await money.owner.call('owner.setStaff', { memberId: other.memberId, roles: ['owner'] })
  return other
}

describe('新归属的按新的来', () => {
  it.each<[string, BindingPolicy, number, boolean]>([
    ['先来先得，第 20 天', policy('first-touch', 60), 20, false],
    ['先来先得，过期那天', policy('first-touch', 60), 60, true],
    ['跟着最近的，当天', policy('last-touch'), 0, true],
    ['保护 10 天，第 9 天', policy('protected-days', 60, 10), 9, false],
    ['保护 10 天，第 10 天', policy('protected-days', 60, 10), 10, true],
    ['买过才定下来，没买过', policy('permanent-after-purchase'), 1, true],
  ])('%s，别人的分享被打开', async (_, to, days, isTaken) => {
    await save(to)
    const fang = money.world.as('fang')
    await open(fang, money.shareCode)
    expect(attribution(fang)).toMatchObject(to)
    await money.world.cloud.advance(days * DAY_MS)
    await open(fang, lanCode)
    expect(holderOf(fang)).toBe((isTaken ? money.lan : money.mei).distributorId)
  })

  it('买过就定下来：买之前改的，买之后谁也带不走', async () => {
    await save(policy('permanent-after-purchase'))
    const fang = money.world.as('fang')
    await open(fang, money.shareCode)
    await money.buy(fang, [lineOf(money.tea, 0, 1)])
    await money.deliver('payment')
    await money.world.runTimer()
    await money.world.cloud.advance(400 * DAY_MS)
    await open(fang, lanCode)
    expect(holderOf(fang)).toBe(money.mei.distributorId)
    expect(attribution(fang).expireAt).toBeNull()
  })

  it('店主移过去、被带走的，也从今天的规矩算起', async () => {
    await save(policy('first-touch', 45))
    const moved = { memberId: money.shopper.memberId, distributorId: money.lan.distributorId }
    await money.owner.call('owner.moveCustomer', { ...moved, reason: '老顾客' })
    const { boundAt, ...now } = attribution(money.shopper)
    expect(now).toMatchObject({ ...policy('first-touch', 45), expireAt: boundAt + 45 * DAY_MS })
  })
})

describe('已经归属的按当时的规矩', () => {
  // The shopper became Mei's under what the shop was opened with: protected for 30 of 90 days.
  it.each<[number, boolean]>([
    [29, false],
    [30, true],
  ])('当时保护 30 天，后来改成跟着最近的：第 %i 天', async (days, isTaken) => {
    await save(policy('last-touch', 7, 7))
    await money.world.cloud.advance(attribution(money.shopper).boundAt + days * DAY_MS - now())
    await open(money.shopper, lanCode)
    expect(holderOf(money.shopper)).toBe((isTaken ? money.lan : money.mei).distributorId)
  })

  it('改规则这件事一份归属也不碰；买一次，按当时的 90 天续', async () => {
    const before = attribution(money.shopper)
    await save(policy('protected-days', 7, 7))
    expect(attribution(money.shopper)).toEqual(before)
    await money.world.cloud.advance(20 * DAY_MS)
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.world.runTimer()
    const { paidAt } = money.order(orderId)
    expect(attribution(money.shopper).expireAt).toBe((paidAt ?? 0) + 90 * DAY_MS)
    money.world.audit()
  })

  it('以前写下的归属没有记天数：按开店时的，改过几次也一样', async () => {
    const { expireDays: _, protectDays: __, ...old } = attribution(money.shopper)
    database().put('attributions', [old])
    await save(policy('protected-days', 7, 1))
    await save(policy('protected-days', 365, 200))
    await money.world.cloud.advance(29 * DAY_MS)
    await open(money.shopper, lanCode)
    expect(holderOf(money.shopper)).toBe(money.mei.distributorId)
    await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.world.runTimer()
    expect(((attribution(money.shopper).expireAt ?? 0) - now()) / DAY_MS).toBeCloseTo(90, 1)
    await money.world.cloud.advance(2 * DAY_MS)
    await open(money.shopper, lanCode)
    expect(holderOf(money.shopper)).toBe(money.lan.distributorId)
  })

  const now = () => money.world.cloud.clock.now()
})

describe('谁改的、改了什么', () => {
  it('看得到上次是谁、从什么改的；记录里有；别的设置一样不动', async () => {
    const first = await read()
    expect(first).toEqual({ version: 0, policy: policy('protected-days'), changed: null })
    const { binding: _, ...rest } = shop()
    await save(policy('first-touch', 180))
    const { nickname } = database().get<{ nickname: string }>('members', money.owner.memberId) ?? {}
    expect(await read()).toMatchObject({
      version: 1,
      policy: policy('first-touch', 180),
      changed: { name: nickname, from: first.policy },
    })
    const { binding: __, bindingChange: ___, ...after } = shop()
    expect(after).toEqual(rest)
    expect(trails()).toMatchObject([{ memberId: money.owner.memberId }])
    expect(JSON.stringify(trails())).toContain('first-touch')
  })

  it('再存一遍同样的什么也不变，同一次请求答两遍也一样', async () => {
    const input = { basedOn: 0, policy: policy('last-touch') }
    const requestId = money.world.newRequestId()
    const twice = () => money.owner.call('owner.saveBindingPolicy', input, { requestId })
    expect([await twice(), await twice()]).toEqual([{ version: 1 }, { version: 1 }])
    const { bindingChange } = shop()
    await money.world.cloud.advance(DAY_MS)
    expect(await save(policy('last-touch'))).toEqual({ version: 1 })
    expect(shop().bindingChange).toEqual(bindingChange)
  })

  it('两个店主同时改成两样：一个成，另一个被请去看新的', async () => {
    const other = await anotherOwner()
    const [mine, theirs] = [policy('first-touch'), policy('last-touch')].map((to) => ({
      ...{ basedOn: 0, policy: to },
    })) as [{ basedOn: number; policy: BindingPolicy }, { basedOn: number; policy: BindingPolicy }]
    const outcomes = await Promise.allSettled([
      money.owner.call('owner.saveBindingPolicy', mine),
      other.call('owner.saveBindingPolicy', theirs),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const late = outcomes[0]?.status === 'fulfilled' ? theirs : mine
    expect(await money.owner.refusal('owner.saveBindingPolicy', late)).toBe(
      'BINDING_POLICY_MOVED_ON',
    )
    expect(shop().bindingChange?.version).toBe(1)
  })

  it('一个改归属、一个改店名和提现的线，同时存：两样都在', async () => {
    const other = await anotherOwner()
    const { version: basedOn, ...settings } = await other.call('owner.getShopSettings', {})
    await Promise.all([
      save(policy('first-touch', 180)),
      other.call('owner.saveShopSettings', { ...settings, name: '山里茶', basedOn }),
    ])
    expect(shop()).toMatchObject({ name: '山里茶', binding: policy('first-touch', 180) })
    expect((await read()).version).toBe(1)
  })

  it('存到一半断了：要么还是旧的，要么整份是新的，再存一次就好', async () => {
    const seen = new Set<string>()
    for (let calls = 1; calls <= 8; calls += 1) {
      await money.restart()
      await money.cutShort('owner', calls, () => save(policy('first-touch', 180)))
      const { binding, bindingChange } = shop()
      seen.add(`${binding.rule}:${bindingChange?.version ?? 0}`)
      await save(policy('first-touch', 180))
      expect(await read()).toMatchObject({ version: 1, policy: policy('first-touch', 180) })
    }
    expect([...seen].sort()).toEqual(['first-touch:1', 'protected-days:0'])
  })
})

describe('挡住的', () => {
  it('说不通的存不进去，一个字也不写', async () => {
    const before = shop()
    for (const wrong of [
      policy('first-touch', 0),
      policy('last-touch', 731),
      policy('protected-days', 90, 0),
      policy('protected-days', 30, 31),
    ]) {
      const input = { basedOn: 0, policy: wrong }
      expect(await money.owner.refusal('owner.saveBindingPolicy', input)).toBe(
        'BINDING_POLICY_INVALID',
      )
    }
    for (const odd of [
      { ...policy('first-touch'), rule: 'highest-bidder' },
      { ...policy('first-touch'), expireDays: 1.5 },
      { rule: 'first-touch', expireDays: 90 },
    ]) {
      const input = { basedOn: 0, policy: odd } as never
      expect(await money.owner.refusal('owner.saveBindingPolicy', input)).toBe('INPUT_INVALID')
    }
    expect(shop()).toEqual(before)
  })

  it('只有店主能看能改：财务、分销员、顾客都不行', async () => {
    const input = { basedOn: 0, policy: policy('last-touch') }
    for (const who of [money.finance, money.mei, money.shopper]) {
      expect(await who.refusal('owner.getBindingPolicy', {})).toBe('NOT_ALLOWED')
      expect(await who.refusal('owner.saveBindingPolicy', input)).toBe('NOT_ALLOWED')
    }
    expect(shop().bindingChange).toBeUndefined()
  })
})
