// 店铺设置：店名和寄语到首页，提现的线从保存那刻起算；已经申请的不变，两个人同时改后一个要重看。
import { expect, it } from 'vitest'
import type { Api } from '@contract/api'
import type { Shop } from '@contract/model/shop'
import type { Person } from '../../support/world'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

type Settings = Api['owner.saveShopSettings']['input']
let money: Money
startEachTest((opened) => (money = opened))

const read = () => money.owner.call('owner.getShopSettings', {})
const shop = () => money.world.cloud.database.get<Shop>('settings', 'shop')
const changed = async (change: Partial<Settings['withdrawal']>, words: Partial<Settings> = {}) => {
  const { version, ...settings } = await read()
  const withdrawal = { ...settings.withdrawal, ...change }
  return { ...settings, ...words, withdrawal, basedOn: version }
}
const save = (input: Settings, who: Person = money.owner) =>
  who.call('owner.saveShopSettings', input)
const trails = () =>
  money.world.cloud.database.find('audit_records', { action: 'owner.saveShopSettings' })

it('店名和寄语马上到首页和每个人的手机上；别的设置一样不动', async () => {
  const before = shop()
  await save(await changed({}, { name: ' 山里茶 ', motto: '慢慢来，先喝一口' }))
  const { shop: shown } = await money.shopper.call('mall.home', {})
  expect(shown).toEqual({ name: '山里茶', motto: '慢慢来，先喝一口' })
  expect((await money.mei.call('mall.openSession', {})).shop).toMatchObject(shown)
  const { name: _, motto: __, settingsSaved, ...rest } = shop() as Shop
  expect(settingsSaved).toBe(1)
  expect(before).toMatchObject(rest)
  await save(await changed({}, { motto: '' }))
  expect((await money.shopper.call('mall.home', {})).shop.motto).toBe('')
})

it('线从现在起算：报价和申请都照新的；已经申请的还是那时的人数', async () => {
  await money.earn()
  const { id } = await money.mei.call('distributor.requestWithdrawal', { amountFen: 500 })
  await save(await changed({ minFen: 600, maxFen: 700, dailyFen: 1200, fourEyesFen: 100 }))
  const quote = await money.mei.call('distributor.quoteWithdrawal', { amountFen: 600 })
  expect(quote).toMatchObject({
    ...{ minFen: 600, maxFen: 700, leftTodayFen: 700, needsTwoApprovals: true },
  })
  const ask = (amountFen: number) =>
    money.mei.refusal('distributor.requestWithdrawal', { amountFen })
  expect(await ask(599)).toBe('WITHDRAWAL_TOO_SMALL')
  expect(await ask(701)).toBe('WITHDRAWAL_TOO_LARGE')
  expect(money.withdrawal(id).needsApprovals).toBe(1)
  await money.approve(id)
  expect(money.withdrawal(id).status).not.toBe('requested')
  await money.world.runTimer()
  money.world.audit()
})

it('再存一遍同样的什么也不变；谁改的留下记录', async () => {
  const input = await changed({ minFen: 500 })
  const requestId = money.world.newRequestId()
  const twice = () => money.owner.call('owner.saveShopSettings', input, { requestId })
  expect(await twice()).toEqual({ version: 1 })
  expect(await twice()).toEqual({ version: 1 })
  expect(await save(input)).toEqual({ version: 1 })
  expect(shop()?.withdrawal.minFen).toBe(500)
  expect(JSON.stringify(trails()[0])).toContain('500')
  expect(trails()[0]).toMatchObject({ memberId: money.owner.memberId })
})

it('两个店主同时改：一个成，另一个被请去看新的，谁的也不会悄悄没了', async () => {
  const other = money.world.as('other-owner')
  await other.call('mall.openSession', {})
  await money.owner.call('owner.setStaff', { memberId: other.memberId, roles: ['owner'] })
  const [mine, theirs] = [await changed({ minFen: 500 }), await changed({ feeFen: 50 })]
  const outcomes = await Promise.allSettled([save(mine), save(theirs, other)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const late = outcomes[0]?.status === 'fulfilled' ? theirs : mine
  expect(await money.owner.refusal('owner.saveShopSettings', late)).toBe('SHOP_SETTINGS_MOVED_ON')
  expect(shop()?.settingsSaved).toBe(1)
})

it('说不通的线存不进去，一个字也不写', async () => {
  const before = shop()
  for (const change of [{ minFen: 5 }, { maxFen: 50 }, { dailyCount: 11 }, { feeFen: 100 }]) {
    const input = await changed(change)
    expect(await money.owner.refusal('owner.saveShopSettings', input)).toBe('SHOP_SETTINGS_INVALID')
  }
  const long = await changed({}, { motto: '好'.repeat(31) })
  expect(await money.owner.refusal('owner.saveShopSettings', long)).toBe('INPUT_INVALID')
  const nameless = await changed({}, { name: '  ' })
  expect(await money.owner.refusal('owner.saveShopSettings', nameless)).toBe('INPUT_INVALID')
  expect(shop()).toEqual(before)
})

it('只有店主能看能改：财务、分销员、顾客都不行', async () => {
  const input = await changed({ minFen: 500 })
  for (const who of [money.finance, money.mei, money.shopper]) {
    expect(await who.refusal('owner.getShopSettings', {})).toBe('NOT_ALLOWED')
    expect(await who.refusal('owner.saveShopSettings', input)).toBe('NOT_ALLOWED')
  }
  expect(shop()?.settingsSaved).toBeUndefined()
})
