// 谁还没签: each version as it was published, who has to sign, and reminding them once a day.
import { describe, expect, it } from 'vitest'
import { addDays, dateOf, DAY_MS } from '@contract/time'
import { sha256 } from '../../../cloudfunctions/kernel/ids'
import type { Person } from '../../support/world'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'

const TERMS = {
  title: '分销协议',
  rights: '分享得佣金。',
  pricePolicy: '照店里的价卖。',
  territoryPolicy: '不分区域。',
  refundPolicy: '退款扣回佣金。',
  termDays: 60,
}

let money: Money
startEachTest((opened) => (money = opened))

const today = () => dateOf(money.world.cloud.clock.now())
const publish = (basedOn: number, rights = TERMS.rights, inDays = 14) =>
  money.owner.call('owner.publishAgreement', {
    basedOn,
    terms: { ...TERMS, rights },
    signByOn: addDays(today(), inDays),
  })
const sign = (person: Person, { version, hash }: { version: number; hash: string }) =>
  person.call('distributor.signAgreement', { version, hash, isReadToEnd: true })
const unsigned = async (why: 'never' | 'older' | 'ending') =>
  (await money.owner.call('owner.listUnsigned', { why })).rows
const namesOf = async (why: 'never' | 'older' | 'ending') =>
  (await unsigned(why)).map(({ name }) => name)
const remind = (person: Person, who = money.owner) =>
  who.call('owner.remindToSign', { distributorId: person.distributorId })

describe('版本', () => {
  it('每一版都照发布时的样子留着：正文、指纹、谁发的、现在有几个人签的是它', async () => {
    const first = await publish(0)
    await sign(money.mei, first)
    const second = await publish(1, '分享得佣金，按月结。', 30)
    await sign(money.lan, second)
    const { history } = await money.owner.call('owner.getAgreement', {})
    expect(history.map(({ version, signByOn }) => [version, signByOn])).toEqual([
      [2, addDays(today(), 30)],
      [1, addDays(today(), 14)],
    ])
    const version = await money.owner.call('owner.getAgreementVersion', { version: 1 })
    expect(version).toMatchObject({ version: 1, hash: first.hash, signed: 1 })
    expect(sha256(version.text)).toBe(first.hash)
    expect(version.publishedByName).not.toBe('')
    const none = { version: 3 }
    expect(await money.owner.refusal('owner.getAgreementVersion', none)).toBe('NOT_FOUND')
    expect(await money.mei.refusal('owner.getAgreementVersion', none)).toBe('NOT_ALLOWED')
  })
})

describe('谁还没签', () => {
  it('没签过的、签的是旧版的、快到期的，各在各的名单；签了就不在了', async () => {
    expect(await namesOf('never')).toEqual([])
    const first = await publish(0)
    expect(await namesOf('never')).toEqual(['何岚', '林晓梅'])
    await sign(money.mei, first)
    expect(await namesOf('never')).toEqual(['何岚'])
    const second = await publish(1, '分享得佣金，按月结。', 5)
    const [row] = await unsigned('older')
    expect(row).toMatchObject({ name: '林晓梅', signedVersion: 1, state: 'to-sign' })
    await money.world.cloud.advance(6 * DAY_MS)
    expect((await unsigned('older'))[0]).toMatchObject({ state: 'lapsed' })
    await sign(money.mei, second)
    expect(await namesOf('older')).toEqual([])
    expect(await namesOf('ending')).toEqual([])
    await money.world.cloud.advance(31 * DAY_MS)
    expect((await unsigned('ending'))[0]).toMatchObject({ name: '林晓梅', state: 'to-renew' })
    await money.world.cloud.advance(30 * DAY_MS)
    expect((await unsigned('ending'))[0]).toMatchObject({ name: '林晓梅', state: 'lapsed' })
  })

  it('退出的、还没加入的不在名单里；别人看不到', async () => {
    await publish(0)
    await money.mei.call('distributor.leave', { reason: '搬家了' })
    const fang = money.world.as('fang')
    await fang.call('distributor.apply', { name: '方小满' })
    const { distributorId } = fang
    await money.owner.call('owner.decideApplication', { distributorId, isAdmitted: true })
    expect(await namesOf('never')).toEqual(['何岚'])
    for (const who of [money.mei, money.finance]) {
      expect(await who.refusal('owner.listUnsigned', { why: 'never' })).toBe('NOT_ALLOWED')
    }
  })
})

it('不说看哪一类，就给第一类有人的：没签过，旧版，快到期；都没有就是没签过，空着', async () => {
  const ask = async () => {
    const { why, rows } = await money.owner.call('owner.listUnsigned', {})
    return [why, ...rows.map(({ name }) => name)]
  }
  expect(await ask()).toEqual(['never'])
  const first = await publish(0)
  expect((await ask())[0]).toBe('never')
  for (const who of [money.mei, money.lan]) await sign(who, first)
  expect(await ask()).toEqual(['never'])
  const second = await publish(1, '分享得佣金，按月结。', 30)
  await sign(money.mei, second)
  expect(await ask()).toEqual(['older', '何岚'])
})

describe('提醒', () => {
  it('提醒过的写着哪天；他打开分销中心看得到；一天一次，签了就清掉', async () => {
    const paper = await publish(0)
    expect((await unsigned('never'))[0]).toMatchObject({ name: '何岚', remindedAt: null })
    await remind(money.lan)
    const remindedAt = (await unsigned('never'))[0]?.remindedAt ?? 0
    expect(remindedAt).toBeGreaterThan(0)
    expect((await money.lan.call('distributor.getAgreement', {})).remindedAt).toBe(remindedAt)
    await money.world.cloud.advance(60_000)
    await remind(money.lan)
    expect((await unsigned('never'))[0]?.remindedAt).toBe(remindedAt)
    await money.world.cloud.advance(DAY_MS)
    await remind(money.lan)
    expect((await unsigned('never'))[0]?.remindedAt).toBeGreaterThan(remindedAt)
    await sign(money.lan, paper)
    expect((await money.lan.call('distributor.getAgreement', {})).remindedAt).toBeNull()
    const again = { distributorId: money.lan.distributorId }
    expect(await money.owner.refusal('owner.remindToSign', again)).toBe('AGREEMENT_SIGNED')
  })

  it('没有协议、没有这个人、不是店主：拒绝，什么也不留', async () => {
    const { distributorId } = money.lan
    const refusal = (id: string, who = money.owner) =>
      who.refusal('owner.remindToSign', { distributorId: id })
    expect(await refusal(distributorId)).toBe('AGREEMENT_NONE')
    await publish(0)
    expect(await refusal('dst_forged')).toBe('DISTRIBUTOR_UNKNOWN')
    expect(await refusal(distributorId, money.finance)).toBe('NOT_ALLOWED')
    expect(await refusal(distributorId, money.mei)).toBe('NOT_ALLOWED')
    expect((await unsigned('never'))[0]?.remindedAt).toBeNull()
  })

  it('提醒和签署撞在一起：签了的算数', async () => {
    const paper = await publish(0)
    await Promise.allSettled([remind(money.lan), sign(money.lan, paper)])
    expect((await money.lan.call('distributor.getAgreement', {})).state).toBe('signed')
    expect((await money.lan.call('distributor.getAgreement', {})).remindedAt).toBeNull()
  })
})
