// 谁的顾客: rings, lost links, moves by the owner, and hands that reach for what isn't theirs.
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import type { Distributor } from '@contract/model/people'
import { changesOf as allChangesOf } from '../../support/changes'
import type { Person } from '../../support/world'
import { lineOf } from '../trade/open-trade'
import { lookAtBooks } from '../money/books'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'

let money: Money
startEachTest((opened) => (money = opened))

const database = () => money.world.cloud.database
const attribution = (person: Person) => database().get<Attribution>('attributions', person.memberId)
const boundTo = (person: Person) => attribution(person)?.distributorId ?? null
const changesOf = (person: Person) => allChangesOf(database(), person.memberId)
const distributor = (person: Person) =>
  database().get<Distributor>('distributors', person.distributorId)

/** Somebody admitted without an inviter, and the code of their share of the shop. */
async function admit(name: string): Promise<{ person: Person; shareCode: string }> {
  const person = money.world.as(name)
  await person.call('distributor.apply', { name })
  const { distributorId } = person
  await money.owner.call('owner.decideApplication', { distributorId, isAdmitted: true })
  return { person, shareCode: await shopShare(person) }
}
const shopShare = async (person: Person) =>
  (await person.call('distributor.createShare', { target: { kind: 'shop' }, channel: 'friend' }))
    .shareCode
const open = (person: Person, shareCode: string) => person.call('mall.openShare', { shareCode })

describe('绕成一圈', () => {
  it('我是你的顾客，你就不会变成我的顾客；隔几个人也一样', async () => {
    const [a, b, c] = [await admit('an'), await admit('bo'), await admit('ci')]
    await open(a.person, b.shareCode)
    await open(b.person, c.shareCode)
    expect([boundTo(a.person), boundTo(b.person)]).toEqual([
      b.person.distributorId,
      c.person.distributorId,
    ])
    expect(await open(b.person, a.shareCode)).toMatchObject({ isBound: false })
    expect(await open(c.person, a.shareCode)).toMatchObject({ isBound: false })
    expect(boundTo(c.person)).toBeNull()
  })

  it('绑定过期之后，圈就断开了', async () => {
    const [a, b] = [await admit('an'), await admit('bo')]
    await open(a.person, b.shareCode)
    await money.world.cloud.advance(91 * DAY_MS)
    expect(await open(b.person, a.shareCode)).toMatchObject({ isBound: true })
  })

  it.each([2, 3, 4])('%i 个人同时互相打开，圈也合不上', async (count) => {
    const people: { person: Person; shareCode: string }[] = []
    for (let index = 0; index < count; index += 1) people.push(await admit(`p${index}`))
    await Promise.all(
      people.map(({ person }, at) => open(person, people[(at + 1) % count]?.shareCode ?? '')),
    )
    const bound = people.filter(({ person }) => boundTo(person) !== null)
    expect(bound).toHaveLength(count - 1)
    for (const { person } of people) expect(changesOf(person).length).toBeLessThanOrEqual(1)
  })

  it('互为邀请人的两份申请同时通过，也不会互为上级', async () => {
    const [xu, yu] = [money.world.as('xu'), money.world.as('yu')]
    for (const person of [xu, yu]) await person.call('distributor.apply', { name: person.name })
    // As if each had come through the other's link.
    const invite = (person: Person, inviter: Person) =>
      database().put('distributors', [{ ...distributor(person), inviterId: inviter.distributorId }])
    invite(xu, yu)
    invite(yu, xu)
    await Promise.all(
      [xu, yu].map(({ distributorId }) =>
        money.owner.call('owner.decideApplication', { distributorId, isAdmitted: true }),
      ),
    )
    const uplines = [xu, yu].map((person) => distributor(person)?.uplineIds ?? [])
    const isRing = uplines[0]?.includes(yu.distributorId) && uplines[1]?.includes(xu.distributorId)
    expect(isRing).toBe(false)
    expect([distributor(xu)?.status, distributor(yu)?.status]).toEqual(['active', 'active'])
  })
})

describe('链接丢了，补填邀请码', () => {
  const type = (person: Person, code: string) => person.call('mall.enterShareCode', { code })
  const arrive = async (name: string) => {
    const person = money.world.as(name)
    await person.call('mall.openSession', {})
    return person
  }

  it('大小写、空格都不要紧，绑定、计一次访问，历史写明是补填的', async () => {
    const fang = await arrive('fang')
    const typed = `${money.shareCode.slice(0, 5).toLowerCase()} ${money.shareCode.slice(5)}`
    const { productId } = money.tea
    const target = { kind: 'product', productId }
    expect(await type(fang, typed)).toMatchObject({
      target,
      isBound: true,
      shareCode: money.shareCode,
    })
    expect(await type(fang, typed)).toMatchObject({ isBound: true })
    const changes = changesOf(fang)
    expect(changes).toMatchObject([
      { cause: 'first-bind', isTyped: true, shareCode: money.shareCode },
    ])
    expect(database().find('visits', { memberId: fang.memberId })).toHaveLength(1)
    const { memberId } = fang
    const history = await money.owner.call('owner.getCustomerHistory', { memberId })
    expect(history.rows).toMatchObject([{ toName: '林晓梅', isTyped: true, channel: 'friend' }])
  })

  it('72 小时之后不行', async () => {
    const fang = await arrive('fang')
    await money.world.cloud.advance(3 * DAY_MS)
    const code = money.shareCode
    expect(await fang.refusal('mall.enterShareCode', { code })).toBe('RESCUE_TOO_LATE')
    expect(boundTo(fang)).toBeNull()
    expect(database().find('visits', { memberId: fang.memberId })).toHaveLength(0)
  })

  it('不抢别人的顾客，哪怕规则是后来者得', async () => {
    money.changeShop({ binding: { rule: 'last-touch', expireDays: 90, protectDays: 30 } })
    const fang = await arrive('fang')
    await open(fang, money.shareCode)
    const code = await shopShare(money.lan)
    expect(await fang.refusal('mall.enterShareCode', { code })).toBe('RESCUE_ALREADY_BOUND')
    expect(boundTo(fang)).toBe(money.mei.distributorId)
  })

  it.each([
    ['自己的码', () => money.mei, 'RESCUE_OWN_CODE'],
    ['下级的码', () => money.lan, 'RESCUE_RING'],
  ] as const)('%s：拒绝', async (_label, who, refusal) => {
    const code = money.shareCode
    expect(await who().refusal('mall.enterShareCode', { code })).toBe(refusal)
  })

  it('码不存在、码不像码、人被冻结：各说各的', async () => {
    const fang = await arrive('fang')
    const refusal = (code: string) => fang.refusal('mall.enterShareCode', { code })
    expect(await refusal('0000000000')).toBe('SHARE_UNKNOWN')
    expect(await refusal('梅梅的码')).toBe('SHARE_UNKNOWN')
    const { distributorId } = money.mei
    const frozen = { distributorId, status: 'frozen', reason: '核查' } as const
    await money.owner.call('owner.setDistributorStatus', frozen)
    expect(await refusal(money.shareCode)).toBe('RESCUE_SHARER_INACTIVE')
  })

  it('一个人一天最多试 10 个码，一起试也一样；同一个码再填不算；第二天又可以', async () => {
    const fang = await arrive('fang')
    const refusal = (code: string) => fang.refusal('mall.enterShareCode', { code })
    const wrong = Array.from({ length: 14 }, (_, at) => `WRNG0000${10 + at}`)
    const answers = await Promise.all(wrong.map(refusal))
    expect(answers.filter((code) => code === 'SHARE_UNKNOWN')).toHaveLength(10)
    expect(answers.filter((code) => code === 'RESCUE_TOO_MANY')).toHaveLength(4)
    // The right one is no longer told apart from a wrong one.
    expect(await refusal(money.shareCode)).toBe('RESCUE_TOO_MANY')
    const tried = wrong[answers.indexOf('SHARE_UNKNOWN')] ?? ''
    expect(await refusal(tried)).toBe('SHARE_UNKNOWN')
    expect(await money.world.as('gu').refusal('mall.enterShareCode', { code: tried })).toBe(
      'SHARE_UNKNOWN',
    )
    await money.world.cloud.advance(DAY_MS)
    expect(await type(fang, money.shareCode)).toMatchObject({ isBound: true })
    expect(database().find('typed_codes', { memberId: fang.memberId })).toHaveLength(11)
    await money.world.cloud.advance(40 * DAY_MS)
    await lookAtBooks(money)
    expect(database().find('typed_codes', {})).toHaveLength(0)
  })

  it('两个码同时填，只归一个人', async () => {
    const fang = await arrive('fang')
    const codes = [money.shareCode, await shopShare(money.lan)]
    const answers = await Promise.allSettled(codes.map((code) => type(fang, code)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(changesOf(fang)).toHaveLength(1)
  })
})

describe('店主把顾客移给别人', () => {
  const move = (to: Person, who: Person = money.shopper) => ({
    memberId: who.memberId,
    distributorId: to.distributorId,
    reason: '老顾客，说好归何岚',
  })

  it('名单、移动、历史对得上；再移一次什么也不变', async () => {
    const list = (person: Person) =>
      money.owner.call('owner.listCustomers', { distributorId: person.distributorId })
    const { customers } = await list(money.mei)
    expect(customers.rows).toMatchObject([{ id: money.shopper.memberId, isExpired: false }])
    await money.owner.call('owner.moveCustomer', move(money.lan))
    await money.owner.call('owner.moveCustomer', move(money.lan))
    expect((await list(money.mei)).customers.rows).toEqual([])
    expect((await list(money.lan)).customers.rows).toHaveLength(1)
    const { memberId } = money.shopper
    const history = await money.owner.call('owner.getCustomerHistory', { memberId })
    expect(history.rows).toMatchObject([
      {
        fromName: '林晓梅',
        toName: '何岚',
        cause: 'moved-by-owner',
        reason: '老顾客，说好归何岚',
      },
      { fromName: null, toName: '林晓梅', cause: 'first-bind' },
    ])
    expect(database().find('audit_records', { action: 'owner.moveCustomer' })).toHaveLength(2)
  })

  it('移走之前下的单，还是原来那个人的', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.owner.call('owner.moveCustomer', move(money.lan))
    await money.deliver('payment')
    expect(money.commissionOf(money.mei, orderId).level).toBe(1)
    const later = await money.buy(money.shopper, [lineOf(money.tea, 0, 1)])
    await money.deliver('payment')
    expect(money.commissionOf(money.lan, later).level).toBe(1)
    money.world.audit()
  })

  it.each([
    ['没有这个顾客', () => move(money.lan, money.world.as('nobody')), 'CUSTOMER_UNKNOWN'],
    [
      '没有这个分销员',
      () => ({ ...move(money.lan), distributorId: 'dst_forged' }),
      'DISTRIBUTOR_UNKNOWN',
    ],
    ['没写原因', () => ({ ...move(money.lan), reason: ' ' }), 'INPUT_INVALID'],
  ] as const)('%s：拒绝', async (_label, input, refusal) => {
    expect(await money.owner.refusal('owner.moveCustomer', input())).toBe(refusal)
    expect(boundTo(money.shopper)).toBe(money.mei.distributorId)
  })

  it('不移给他自己、他的下级、他的顾客，也不移给被冻结的人', async () => {
    const [a, b] = [await admit('an'), await admit('bo')]
    await open(a.person, b.shareCode)
    const refusal = (to: Person, who: Person) =>
      money.owner.refusal('owner.moveCustomer', move(to, who))
    expect(await refusal(a.person, a.person)).toBe('MOVE_TO_SELF')
    const c = await admit('ci')
    await open(b.person, c.shareCode)
    expect(await refusal(a.person, b.person)).toBe('MOVE_MAKES_RING')
    const { distributorId } = money.lan
    const frozen = { distributorId, status: 'frozen', reason: '核查' } as const
    await money.owner.call('owner.setDistributorStatus', frozen)
    expect(await refusal(money.lan, money.shopper)).toBe('MOVE_TARGET_INACTIVE')
  })

  it('店主自己的事不能自己办；别人连看都看不到', async () => {
    const { owner, shopper, mei } = money
    await owner.call('distributor.apply', { name: '店主' })
    expect(await owner.refusal('owner.moveCustomer', move(owner))).toBe('DISTRIBUTOR_UNKNOWN')
    const own = database().get<Distributor>('distributors', owner.distributorId)
    const admitted = { ...own, status: 'active', admittedAt: 1 } as Distributor
    database().put('distributors', [admitted])
    expect(await owner.refusal('owner.moveCustomer', move(owner))).toBe('OWN_CASE')
    for (const who of [mei, shopper, money.finance]) {
      expect(await who.refusal('owner.moveCustomer', move(money.lan))).toBe('NOT_ALLOWED')
      const { memberId } = shopper
      expect(await who.refusal('owner.getCustomerHistory', { memberId })).toBe('NOT_ALLOWED')
      const { distributorId } = mei
      expect(await who.refusal('owner.listCustomers', { distributorId })).toBe('NOT_ALLOWED')
    }
  })
})

describe('失效和伪造', () => {
  it('分销员退出之后，他的分享过期', async () => {
    const gone = { ...distributor(money.mei), status: 'exited' } as Distributor
    database().put('distributors', [gone])
    const { shareCode } = money
    const fang = money.world.as('fang')
    expect(await fang.refusal('mall.openShare', { shareCode })).toBe('SHARE_EXPIRED')
    expect(boundTo(fang)).toBeNull()
  })

  it('打开的那一刻被冻结，就不绑定', async () => {
    const fang = money.world.as('fang')
    const { distributorId } = money.mei
    const freeze = { distributorId, status: 'frozen', reason: '核查' } as const
    await Promise.all([
      open(fang, money.shareCode),
      money.owner.call('owner.setDistributorStatus', freeze),
    ])
    const [bound] = changesOf(fang)
    const frozenAt = distributor(money.mei)?.standings.at(-1)?.at ?? 0
    expect(bound === undefined || bound.at <= frozenAt).toBe(true)
    expect(await open(money.world.as('gu'), money.shareCode)).toMatchObject({ isBound: false })
  })

  it('攒着的打开次数只算自己真的打开过的；重发一次还是一次', async () => {
    const { shopper, shareCode, world } = money
    const opens = [
      { shareCode, count: 4 },
      { shareCode: 'FORGED0000', count: 9 },
    ]
    const requestId = world.newRequestId()
    expect(await shopper.call('mall.recordOpens', { opens }, { requestId })).toEqual({ count: 4 })
    await shopper.call('mall.recordOpens', { opens }, { requestId })
    expect(await world.as('gu').call('mall.recordOpens', { opens })).toEqual({ count: 0 })
    expect(database().list('open_batches')).toHaveLength(1)
    const many = [{ shareCode, count: 51 }]
    expect(await shopper.refusal('mall.recordOpens', { opens: many })).toBe('INPUT_INVALID')
  })

  it('邀请分享打开的是招募页，申请人就是他邀请的', async () => {
    const target = { kind: 'invitation' } as const
    const made = await money.lan.call('distributor.createShare', { target, channel: 'poster' })
    expect(made.path).toBe(`/pages/recruit/apply/index?s=${made.shareCode}`)
    expect(made.title).toContain('何岚 请你一起做')
    const fang = money.world.as('fang')
    expect(await open(fang, made.shareCode)).toMatchObject({ target })
    await fang.call('distributor.apply', { name: '方方', shareCode: made.shareCode })
    expect(distributor(fang)?.inviterId).toBe(money.lan.distributorId)
    const { image } = await money.lan.call('distributor.drawShareCode', made)
    expect(await money.world.wechat('scan', fang, { image })).toMatchObject({
      page: 'pages/recruit/apply/index',
    })
  })
})
