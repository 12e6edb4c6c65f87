// 实名: sealed at rest, masked on every phone, opened only for a payout or a filing, and each use on record.
import { describe, expect, it } from 'vitest'
import { REAL_NAME_CONSENT } from '@contract/consent'
import type { RealName } from '@contract/model/real-name'
import type { AuditRecord } from '@contract/model/records'
import { createSeal } from '../../../cloudfunctions/adapters/node-crypto/seal'
import { inventIdNumber } from '../../../seed/invent-id'
import { idNumberOf } from '../../support/real-names'
import type { Person } from '../../support/world'
import { giveMoney } from './give-money'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

const NAME = '林晓梅'
const KEY_A = Buffer.alloc(32, 1).toString('base64')
const KEY_B = Buffer.alloc(32, 2).toString('base64')

let money: Money

const earned = startEachTest(
  (opened) => (money = opened),
  (opened) => opened.earn(),
)

const register = (person: Person, name: string, idNumber: string) =>
  person.call('distributor.saveRealName', {
    name,
    idNumber,
    consentVersion: REAL_NAME_CONSENT.version,
  })
const refusal = (person: Person, name: string, idNumber: string, consentVersion?: string) =>
  person.refusal('distributor.saveRealName', {
    name,
    idNumber,
    consentVersion: consentVersion ?? REAL_NAME_CONSENT.version,
  })
const ask = (amountFen: number) => money.mei.call('distributor.requestWithdrawal', { amountFen })
const stored = (person: Person) =>
  money.world.cloud.database.get<RealName>('real_names', person.memberId)
const opened = () =>
  money.world.cloud.database
    .list<AuditRecord>('audit_records')
    .filter((record) => record.action === 'real-name.open')
const bills = () =>
  money.world.control<{ userName: string; state: string }[]>('wechat/transfers', undefined, 'GET')
/** Somebody who has not given a name yet. */
const forget = (person: Person) => {
  const { database } = money.world.cloud
  const record = stored(person)
  if (record) database.put('real_names', [{ ...record, identity: null, idHash: null }])
}

describe('登记', () => {
  it('手机上只看得到打码的', async () => {
    const shown = await money.mei.call('distributor.getRealName', {})
    expect(shown).toMatchObject({ name: '林**', isFixed: false })
    expect(shown.idNumber).toBe(`9900**********${idNumberOf(money.mei.openid).slice(-4)}`)
  })

  it('整个库、日志和回答里，没有一处是明文', async () => {
    giveMoney(money, money.mei.distributorId, 300_000)
    const number = inventIdNumber(4321)
    await register(money.mei, '林小玫', number)
    await ask(250_000).then(({ id }) => money.approve(id))
    await money.owner.call('owner.exportTaxFiling', { month: '2026-11', reason: '十一月报税' })
    const documents = JSON.stringify(await money.world.control('export', undefined, 'GET'))
    const logs = JSON.stringify(await money.world.control('logs', undefined, 'GET'))
    for (const secret of [number, '林小玫', number.slice(6, 14) + number.slice(14)]) {
      expect(documents).not.toContain(secret)
      expect(logs).not.toContain(secret)
    }
    expect(documents).toContain('9900**********')
  })

  it.each([
    ['姓名不是汉字', 'Lin', inventIdNumber(1), undefined, 'REAL_NAME_INVALID'],
    ['校验位不对', NAME, `${inventIdNumber(1).slice(0, 17)}?`, undefined, 'REAL_NAME_INVALID'],
    ['同意的是旧的说明', NAME, inventIdNumber(1), '2020-01', 'CONSENT_OUTDATED'],
  ])('%s：%s %s 拒绝', async (_label, name, idNumber, consent, code) => {
    expect(await refusal(money.mei, name, idNumber, consent)).toBe(code)
  })

  it('一个身份证号只给一个人用；换掉的号别人可以登记', async () => {
    const [first, second] = [inventIdNumber(11), inventIdNumber(12)]
    await register(money.mei, NAME, first)
    expect(await refusal(money.lan, '何岚', first)).toBe('REAL_NAME_TAKEN')
    await register(money.mei, NAME, second)
    await register(money.lan, '何岚', first)
    expect(money.world.cloud.database.count('id_claims')).toBe(2)
  })

  it('两个人同时登记同一个号，只有一个登记上', async () => {
    const number = inventIdNumber(77)
    const outcomes = await Promise.all(
      [money.mei, money.lan].map((person) =>
        register(person, '何同名', number).then(
          () => 'registered',
          (error: { code: string }) => error.code,
        ),
      ),
    )
    expect(outcomes.sort()).toEqual(['REAL_NAME_TAKEN', 'registered'])
  })

  it('猜号：一天五次，多一次都不看', async () => {
    // Mei has registered once today's predecessor day; the count is of this day.
    for (let n = 0; n < 5; n += 1) {
      await refusal(money.lan, '何岚', idNumberOf(money.mei.openid))
    }
    expect(await refusal(money.lan, '何岚', inventIdNumber(99))).toBe('REAL_NAME_TRIES')
    await money.world.cloud.advance(86_400_000)
    await register(money.lan, '何岚', inventIdNumber(99))
  })

  it('同一份再交一次，什么也不变；改了名字才记下改过', async () => {
    await register(money.mei, NAME, idNumberOf(money.mei.openid))
    expect(stored(money.mei)).toMatchObject({ changedAt: null })
    await register(money.mei, '林晓玫', idNumberOf(money.mei.openid))
    expect(stored(money.mei)?.changedAt).not.toBeNull()
  })

  it('登记做到一半被杀：再交一次就好，号没有占两份', async () => {
    const number = inventIdNumber(55)
    for (let calls = 2; calls < 16; calls += 1) {
      await earned.again()
      await money.cutShort('distributor', calls, () => register(money.mei, NAME, number))
      await register(money.mei, NAME, number)
      const claims = money.world.cloud.database.find<{ memberId: string }>('id_claims', {
        memberId: money.mei.memberId,
      })
      expect(claims).toHaveLength(1)
      expect(stored(money.mei)?.idHash).not.toBeNull()
    }
  })
})

describe('提现要实名', () => {
  it('要代扣税的店：没登记不能提，登记了就能', async () => {
    forget(money.mei)
    const amountFen = 700
    const quote = await money.mei.call('distributor.quoteWithdrawal', { amountFen })
    expect(quote).toMatchObject({ nameNeed: 'tax', realName: null })
    expect(await money.mei.refusal('distributor.requestWithdrawal', { amountFen })).toBe(
      'REAL_NAME_REQUIRED',
    )
    await register(money.mei, NAME, inventIdNumber(5))
    expect((await ask(amountFen)).status).toBe('requested')
  })

  it('不代扣的店：两千元以下不用，到账满两千元要', async () => {
    money.changeShop({ tax: [{ from: '2026-01', mode: 'none' }] })
    giveMoney(money, money.mei.distributorId, 500_000)
    forget(money.mei)
    const tell = async (amountFen: number) =>
      (await money.mei.call('distributor.quoteWithdrawal', { amountFen })).nameNeed
    expect([await tell(199_999), await tell(200_000)]).toEqual([null, 'wechat'])
    expect(await money.mei.refusal('distributor.requestWithdrawal', { amountFen: 200_000 })).toBe(
      'REAL_NAME_REQUIRED',
    )
    const { id } = await ask(199_999)
    await money.approve(id)
    await money.finance.call('owner.approveWithdrawal', { withdrawalId: id })
    expect(await bills()).toMatchObject([{ userName: '' }])
    expect(opened()).toEqual([])
  })

  it('登记过的人一次能提两千元以上，姓名加密给微信，用过一次就留一次记录', async () => {
    money.changeShop({ tax: [{ from: '2026-01', mode: 'none' }] })
    giveMoney(money, money.mei.distributorId, 500_000)
    const { id } = await ask(300_000)
    await money.approve(id)
    await money.finance.call('owner.approveWithdrawal', { withdrawalId: id })
    expect(await bills()).toMatchObject([{ userName: NAME, state: 'WAIT_USER_CONFIRM' }])
    expect(opened()).toMatchObject([
      { subject: id, summary: expect.stringContaining(money.mei.memberId) as string },
    ])
    expect(stored(money.mei)).toMatchObject({ isFixed: true })
  })

  it('不到三毛钱，姓名不许给微信', async () => {
    const { id } = await ask(100)
    money.world.cloud.database.put('withdrawals', [
      { ...money.withdrawal(id), feeFen: 71 as never, netFen: 29 as never },
    ])
    await money.approve(id)
    expect(await bills()).toMatchObject([{ userName: '' }])
    expect(money.withdrawal(id)).toMatchObject({ status: 'awaiting-confirmation' })
  })

  it('打过款以后号不能换，名字可以改；打款时的名字跟着那一笔走', async () => {
    giveMoney(money, money.mei.distributorId, 300_000)
    const { id } = await ask(700)
    const lost = {
      match: { target: 'pay' },
      count: 1,
      effect: 'fail',
      code: 'SYSTEM_ERROR',
    } as const
    money.world.cloud.faults.add(lost)
    await money.approve(id)
    expect(await refusal(money.mei, NAME, inventIdNumber(8))).toBe('REAL_NAME_FIXED')
    await register(money.mei, '林晓玫', idNumberOf(money.mei.openid))
    await money.world.cloud.advance(61_000)
    await money.world.runTimer()
    // The second try says what the first said: another name under one number would be refused by WeChat.
    expect(await bills()).toMatchObject([{ userName: NAME }])
  })

  it('批准之后才发现没有实名：钱退回可提现，说明原因', async () => {
    money.changeShop({ tax: [{ from: '2026-01', mode: 'none' }] })
    forget(money.mei)
    const { id } = await ask(700)
    money.changeShop({ tax: [{ from: '2026-01', mode: 'labour' }] })
    await money.approve(id)
    expect(money.withdrawal(id)).toMatchObject({
      status: 'rejected',
      reason: '打款前需要登记实名，登记好再提',
    })
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 1392, withdrawingFen: 0 })
  })

  it('实名打不开时不乱打款：留在打款中，叫人来看', async () => {
    const { id } = await ask(700)
    const record = stored(money.mei)
    if (record?.identity) {
      const name = { ...record.identity.name, keyId: 'lost' }
      const identity = { ...record.identity, name }
      money.world.cloud.database.put('real_names', [{ ...record, identity }])
    }
    await money.approve(id)
    expect(money.withdrawal(id).status).toBe('dispatched')
    expect(money.alerts().map((alert) => alert.kind)).toEqual(['REAL_NAME_SEALED'])
    expect(await bills()).toEqual([])
  })
})

describe('密封', () => {
  const env = { FENYOU_SEAL_KEYS: `a:${KEY_A}`, FENYOU_ID_HASH_KEY: KEY_B }
  const seal = createSeal(env)

  it('同一段文字每次都不一样，只有本人名下打得开', () => {
    const [one, two] = [seal.seal(NAME, 'mbr_mei'), seal.seal(NAME, 'mbr_mei')]
    expect(one.box).not.toBe(two.box)
    expect(seal.open(one, 'mbr_mei')).toBe(NAME)
    expect(() => seal.open(one, 'mbr_lan')).toThrow('does not open')
  })

  it('改动任何一个字节都打不开', () => {
    const { keyId, box } = seal.seal(NAME, 'mbr_mei')
    const bytes = Buffer.from(box, 'base64')
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      const broken = { keyId, box: changed.toString('base64') }
      expect(() => seal.open(broken, 'mbr_mei')).toThrow('does not open')
    }
    expect(() => seal.open({ keyId, box: '' }, 'mbr_mei')).toThrow('does not open')
  })

  it('换了新钥匙，旧的照样打开，新的用新钥匙封', () => {
    const old = seal.seal(NAME, 'mbr_mei')
    const rotated = createSeal({ ...env, FENYOU_SEAL_KEYS: `b:${KEY_B},a:${KEY_A}` })
    expect(rotated.open(old, 'mbr_mei')).toBe(NAME)
    expect(rotated.seal(NAME, 'mbr_mei').keyId).toBe('b')
    const gone = createSeal({ ...env, FENYOU_SEAL_KEYS: `b:${KEY_B}` })
    expect(() => gone.open(old, 'mbr_mei')).toThrow('key a')
  })

  it('指纹要有钥匙才算得出', () => {
    const other = createSeal({ ...env, FENYOU_ID_HASH_KEY: KEY_A })
    expect(seal.fingerprint(NAME)).toBe(seal.fingerprint(NAME))
    expect(seal.fingerprint(NAME)).not.toBe(other.fingerprint(NAME))
  })

  it('没有钥匙就说缺哪个；坏钥匙不说内容', () => {
    expect(() => createSeal({}).seal(NAME, 'm')).toThrow('FENYOU_SEAL_KEYS, FENYOU_ID_HASH_KEY')
    const short = createSeal({ ...env, FENYOU_SEAL_KEYS: 'a:c2VjcmV0' })
    expect(() => short.seal(NAME, 'm')).toThrow(
      /^FENYOU_SEAL_KEYS: a key is not base64 of 32 bytes$/,
    )
  })
})
