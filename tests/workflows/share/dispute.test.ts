// 顾客争议: two who claim one customer; each is heard, the shop decides on the record, and only later orders change.
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, SECOND_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import type { Dispute } from '@contract/model/dispute'
import type { Distributor } from '@contract/model/people'
import { changesOf as allChangesOf } from '../../support/changes'
import type { Person } from '../../support/world'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'
import { lineOf } from '../trade/open-trade'

let money: Money
startEachTest((opened) => (money = opened))

const database = () => money.world.cloud.database
const dispute = (id: string) => database().get<Dispute>('disputes', id)
const boundTo = (person: Person) =>
  database().get<Attribution>('attributions', person.memberId)?.distributorId ?? null
const changesOf = (person: Person) => allChangesOf(database(), person.memberId)
const shopperName = () => `茶友${money.shopper.memberId.slice(-4)}`
const words = '上周我在店里带他看的茶，聊天记录在图里'
const reason = '何岚先带来的，聊天记录对得上'
const picture = 'cloud://fenyou-local.6c6f/pictures/01HZZZ.png'
const picturesOf = (envId: string) => [picture.replace('fenyou-local', envId)]

/** Lan claims Mei's customer, who has opened a link of hers too. */
async function visited(who: Person = money.shopper): Promise<void> {
  const { shareCode } = await money.lan.call('distributor.createShare', {
    target: { kind: 'shop' },
    channel: 'poster',
  })
  await who.call('mall.openShare', { shareCode })
}
const claim = (who: Person = money.shopper) => ({
  about: { kind: 'visitor' as const, customerId: who.memberId },
  words,
})
async function raise(): Promise<string> {
  await visited()
  return (await money.lan.call('distributor.raiseDispute', claim())).disputeId
}
const answer = (disputeId: string) => ({
  disputeId,
  stance: 'keep' as const,
  words: '他是从我的链接第一次进店的',
})
const decide = (disputeId: string, outcome: 'upheld' | 'dismissed' = 'upheld') =>
  money.owner.call('owner.decideDispute', { disputeId, outcome, reason })

describe('一件争议，从头到尾', () => {
  it('提出、回应、裁定划走：以后的订单归何岚，以前的不变，历史写明是谁为什么裁定的', async () => {
    const before = await money.buyTeaAndPot()
    await money.deliver('payment')
    const disputeId = await raise()
    expect(await money.mei.call('distributor.getCentre', {})).toMatchObject({ disputesToAnswer: 1 })
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    expect(await money.mei.call('distributor.getCentre', {})).toMatchObject({ disputesToAnswer: 0 })
    await money.world.runTimer()
    expect(await money.owner.call('owner.getDashboard', { range: '7d' })).toMatchObject({
      disputes: 1,
    })
    await decide(disputeId)
    expect(boundTo(money.shopper)).toBe(money.lan.distributorId)
    expect(await money.owner.call('owner.getDashboard', { range: '7d' })).toMatchObject({
      disputes: 0,
    })

    const after = await money.buy(money.shopper, [lineOf(money.tea, 0, 1)])
    await money.deliver('payment')
    expect(money.commissionOf(money.mei, before).level).toBe(1)
    expect(money.commissionOf(money.lan, after).level).toBe(1)
    const { memberId } = money.shopper
    const history = await money.owner.call('owner.getCustomerHistory', { memberId })
    expect(history.rows[0]).toMatchObject({
      fromName: '林晓梅',
      toName: '何岚',
      cause: 'dispute-decided',
      reason,
    })
    expect(dispute(disputeId)).toMatchObject({
      status: 'upheld',
      isOpen: false,
      claim: { words },
      answer: { stance: 'keep' },
      decision: { by: money.owner.memberId, reason, isMoved: true },
    })
    expect(database().find('audit_records', { action: 'owner.decideDispute' })).toHaveLength(1)
    money.world.audit()
  })

  it('裁定维持原样：顾客还是林晓梅的，归属历史不多一行，双方都看到理由', async () => {
    const disputeId = await raise()
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    await decide(disputeId, 'dismissed')
    expect(boundTo(money.shopper)).toBe(money.mei.distributorId)
    expect(changesOf(money.shopper)).toHaveLength(1)
    for (const who of [money.lan, money.mei]) {
      const shown = await who.call('distributor.getDispute', { disputeId })
      expect(shown).toMatchObject({ status: 'dismissed', decision: { reason, isMoved: false } })
    }
  })

  it('划过来的顾客不算何岚自己拉来的新顾客', async () => {
    const disputeId = await raise()
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    await decide(disputeId)
    await money.world.cloud.advance(2 * DAY_MS)
    await money.world.runTimer()
    const { total } = await money.lan.call('distributor.getFunnel', { range: '7d' })
    expect(total).toMatchObject({ visits: 1, newCustomers: 0 })
  })

  it('店里看到双方的话，也看到店里自己的记录', async () => {
    await money.buyTeaAndPot()
    await money.deliver('payment')
    const disputeId = await raise()
    const shown = await money.owner.call('owner.getDispute', { disputeId })
    expect(shown).toMatchObject({
      isRipe: false,
      claim: { words },
      answer: null,
      customer: { id: money.shopper.memberId, now: 'holder', nowName: '林晓梅' },
      claimant: { name: '何岚', shares: 1, firstChannel: 'poster', orders: 0, isReady: true },
      holder: { name: '林晓梅', shares: 1, firstChannel: 'friend', orders: 1, paidFen: 11_600 },
      others: [],
    })
    expect(shown.holder.firstVisitAt).toBeLessThan(shown.claimant.firstVisitAt ?? 0)
  })

  it('两个人只看得到自己这件，名字遮住，对方的编号和顾客的编号都不给', async () => {
    const disputeId = await raise()
    const seen = {
      lan: await money.lan.call('distributor.getDispute', { disputeId }),
      mei: await money.mei.call('distributor.getDispute', { disputeId }),
    }
    expect(seen.lan).toMatchObject({
      side: 'claimant',
      otherName: '林**',
      customerName: shopperName(),
    })
    expect(seen.mei).toMatchObject({ side: 'holder', otherName: '何**', claim: { words } })
    const text = JSON.stringify(seen)
    for (const id of [money.lan, money.mei].map(({ distributorId }) => distributorId)) {
      expect(text).not.toContain(id)
    }
    expect(text).not.toContain(money.shopper.memberId)
    const side = { side: 'holder' } as const
    expect((await money.mei.call('distributor.listDisputes', side)).rows).toHaveLength(1)
    expect((await money.lan.call('distributor.listDisputes', side)).rows).toHaveLength(0)
  })
})

describe('提出', () => {
  it('名单里有看过我的链接、归了别人的人；提过的带着那一件', async () => {
    await visited()
    const list = () => money.lan.call('distributor.listClaimable', {})
    const { memberId } = money.shopper
    expect((await list()).rows).toMatchObject([
      { id: memberId, name: shopperName(), disputeId: null },
    ])
    const { disputeId } = await money.lan.call('distributor.raiseDispute', claim())
    expect((await list()).rows).toMatchObject([{ id: memberId, disputeId }])
    // Mei has him; whoever nobody has is not in it, and neither is Mei, who is Lan's own member.
    expect((await money.mei.call('distributor.listClaimable', {})).rows).toEqual([])
  })

  it('没打开过我的链接的，凭订单号也能提；空格、小写都不要紧', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    const number = orderId.slice('ord_'.length)
    const orderNumber = ` ${number.slice(0, 8).toLowerCase()} ${number.slice(8)} `
    const about = { kind: 'order' as const, orderNumber }
    const { disputeId } = await money.lan.call('distributor.raiseDispute', { about, words })
    expect(dispute(disputeId)).toMatchObject({ customerId: money.shopper.memberId })
  })

  it('同一个请求再发一次还是那一件；换个请求再提，说已经提过', async () => {
    await visited()
    const requestId = money.world.newRequestId()
    const first = await money.lan.call('distributor.raiseDispute', claim(), { requestId })
    expect(await money.lan.call('distributor.raiseDispute', claim(), { requestId })).toEqual(first)
    const other = { ...claim(), words: '换了一套说法' }
    const changed = await money.lan.refusal('distributor.raiseDispute', other, { requestId })
    expect(changed).toBe('IDEMPOTENCY_CONFLICT')
    const again = await money.lan.refusal('distributor.raiseDispute', claim())
    expect(again).toBe('DISPUTE_RAISED')
    expect(database().list('disputes')).toHaveLength(1)
  })

  it('同时点两次，只有一件', async () => {
    await visited()
    const twice = [1, 2].map(() => money.lan.call('distributor.raiseDispute', claim()))
    const answers = await Promise.allSettled(twice)
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(database().list('disputes')).toHaveLength(1)
  })

  it('撤回之后不能为同一次归属再提；顾客换了人，才是新的一次', async () => {
    const disputeId = await raise()
    await money.lan.call('distributor.withdrawDispute', { disputeId })
    await money.lan.call('distributor.withdrawDispute', { disputeId })
    expect(dispute(disputeId)).toMatchObject({ status: 'withdrawn', isOpen: false })
    expect(await money.lan.refusal('distributor.raiseDispute', claim())).toBe('DISPUTE_RAISED')
    const third = await admit('zhou')
    const move = { memberId: money.shopper.memberId, reason: '换人' }
    await money.owner.call('owner.moveCustomer', { ...move, distributorId: third.distributorId })
    await money.lan.call('distributor.raiseDispute', claim())
    expect(database().list('disputes')).toHaveLength(2)
  })

  it('最多 5 件没有结果的', async () => {
    for (let at = 0; at <= 5; at += 1) {
      const guest = money.world.as(`guest${at}`)
      await guest.call('mall.openShare', { shareCode: money.shareCode })
      await visited(guest)
      const input = claim(guest)
      if (at < 5) await money.lan.call('distributor.raiseDispute', input)
      else
        expect(await money.lan.refusal('distributor.raiseDispute', input)).toBe('DISPUTE_TOO_MANY')
    }
  })

  it.each([
    ['没打开过我的链接的人', () => claim(), 'DISPUTE_CUSTOMER_UNKNOWN'],
    ['乱写的人', () => claim(money.world.as('forged')), 'DISPUTE_CUSTOMER_UNKNOWN'],
    [
      '没有的订单号',
      () => ({ about: { kind: 'order' as const, orderNumber: '0'.repeat(26) }, words }),
      'DISPUTE_CUSTOMER_UNKNOWN',
    ],
    ['一个字没写', () => ({ ...claim(), words: '  ' }), 'INPUT_INVALID'],
    ['写得太长', () => ({ ...claim(), words: '长'.repeat(501) }), 'INPUT_INVALID'],
    [
      '图片不是店里的',
      () => ({ ...claim(), pictures: ['https://example.com/a.png'] }),
      'DISPUTE_FILE_FOREIGN',
    ],
    [
      '图片在别的环境',
      () => ({ ...claim(), pictures: picturesOf('other-env') }),
      'DISPUTE_FILE_FOREIGN',
    ],
  ] as const)('%s：拒绝', async (_label, input, refusal) => {
    expect(await money.lan.refusal('distributor.raiseDispute', input())).toBe(refusal)
    expect(database().list('disputes')).toHaveLength(0)
  })

  it('没人的顾客不用争，自己的不用争，上级不能争', async () => {
    const { world, mei, lan } = money
    const free = world.as('free')
    await free.call('mall.openSession', {})
    const refusal = (who: Person, of: Person) => who.refusal('distributor.raiseDispute', claim(of))
    expect(await refusal(mei, money.shopper)).toBe('DISPUTE_MINE')
    // Lan opens a link of Mei's: she invited her, and is never her customer.
    await lan.call('mall.openShare', { shareCode: money.shareCode })
    expect(await refusal(mei, lan)).toBe('DISPUTE_RING')
    await visited()
    await world.cloud.advance(91 * DAY_MS)
    expect(await refusal(lan, money.shopper)).toBe('DISPUTE_NOBODYS')
  })

  it('不是分销员、冻结了、退出了，都不能提，也看不到名单', async () => {
    await visited()
    const { lan, owner, shopper } = money
    expect(await shopper.refusal('distributor.raiseDispute', claim())).toBe('DISTRIBUTOR_ONLY')
    const { distributorId } = lan
    const frozen = { distributorId, status: 'frozen', reason: '核查' } as const
    await owner.call('owner.setDistributorStatus', frozen)
    for (const refused of [
      await lan.refusal('distributor.raiseDispute', claim()),
      await lan.refusal('distributor.listClaimable', {}),
      await lan.refusal('distributor.listCustomers', {}),
    ]) {
      expect(refused).toBe('DISTRIBUTOR_NOT_ACTIVE')
    }
  })
})

describe('回应', () => {
  it('只有顾客现在的分销员能回应，一次；同样的话重发不算第二次', async () => {
    const disputeId = await raise()
    const third = await admit('zhou')
    for (const who of [money.lan, third]) {
      const refused = await who.refusal('distributor.answerDispute', answer(disputeId))
      expect(refused).toBe('DISPUTE_UNKNOWN')
    }
    expect(await third.refusal('distributor.getDispute', { disputeId })).toBe('DISPUTE_UNKNOWN')
    expect(await money.mei.refusal('distributor.withdrawDispute', { disputeId })).toBe(
      'DISPUTE_UNKNOWN',
    )
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    const other = { ...answer(disputeId), stance: 'yield' as const }
    expect(await money.mei.refusal('distributor.answerDispute', other)).toBe('DISPUTE_ANSWERED')
    expect(dispute(disputeId)?.answer).toMatchObject({ stance: 'keep' })
  })

  it('撤回之后不用回应了', async () => {
    const disputeId = await raise()
    await money.lan.call('distributor.withdrawDispute', { disputeId })
    const refused = await money.mei.refusal('distributor.answerDispute', answer(disputeId))
    expect(refused).toBe('DISPUTE_ENDED')
  })
})

describe('裁定', () => {
  const refusal = (disputeId: string, outcome: 'upheld' | 'dismissed' = 'upheld') =>
    money.owner.refusal('owner.decideDispute', { disputeId, outcome, reason })

  it('对方还没说话，三天之内不能裁定；到点就可以', async () => {
    const disputeId = await raise()
    expect(await refusal(disputeId)).toBe('DISPUTE_UNHEARD')
    expect(await refusal(disputeId, 'dismissed')).toBe('DISPUTE_UNHEARD')
    await money.world.cloud.advance(3 * DAY_MS - HOUR_MS)
    expect(await refusal(disputeId)).toBe('DISPUTE_UNHEARD')
    await money.world.cloud.advance(HOUR_MS)
    const [row] = (await money.owner.call('owner.listDisputes', { isOpen: true })).rows
    expect(row).toMatchObject({ id: disputeId, isRipe: true })
    await decide(disputeId)
    expect(boundTo(money.shopper)).toBe(money.lan.distributorId)
  })

  it('裁定过就不再变：同一个裁定重发一样，换个结果被拒绝', async () => {
    const disputeId = await raise()
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    await decide(disputeId)
    await decide(disputeId)
    expect(await refusal(disputeId, 'dismissed')).toBe('DISPUTE_ENDED')
    expect(changesOf(money.shopper)).toHaveLength(2)
    expect(await money.lan.refusal('distributor.withdrawDispute', { disputeId })).toBe(
      'DISPUTE_ENDED',
    )
  })

  it('两个店主同时裁出两个结果，只有一个算数', async () => {
    const disputeId = await raise()
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    const second = money.world.as('partner')
    await second.call('mall.openSession', {})
    const { memberId } = second
    await money.owner.call('owner.setStaff', { memberId, roles: ['owner'] })
    const answers = await Promise.allSettled([
      decide(disputeId, 'upheld'),
      second.call('owner.decideDispute', { disputeId, outcome: 'dismissed', reason: '证据不够' }),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const isMoved = boundTo(money.shopper) === money.lan.distributorId
    expect(dispute(disputeId)).toMatchObject({
      status: isMoved ? 'upheld' : 'dismissed',
      decision: { isMoved },
    })
  })

  it('函数做到一半死掉，裁定和归属要么都在，要么都不在', async () => {
    const disputeId = await raise()
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    for (let calls = 1; calls <= 16; calls += 1) {
      await money.cutShort('owner', calls, () => decide(disputeId).catch(() => undefined))
      const isMoved = boundTo(money.shopper) === money.lan.distributorId
      expect(dispute(disputeId)?.status === 'upheld').toBe(isMoved)
      expect(changesOf(money.shopper)).toHaveLength(isMoved ? 2 : 1)
    }
    await decide(disputeId)
    expect(boundTo(money.shopper)).toBe(money.lan.distributorId)
    expect(changesOf(money.shopper)).toHaveLength(2)
  })

  it('期间一切照常：顾客按规则自己归了何岚，裁定成立也不用再移', async () => {
    const disputeId = await raise()
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    const { lan } = money
    const move = { memberId: money.shopper.memberId, reason: '说好了' }
    await money.owner.call('owner.moveCustomer', { ...move, distributorId: lan.distributorId })
    await decide(disputeId)
    expect(dispute(disputeId)).toMatchObject({ status: 'upheld', decision: { isMoved: false } })
    expect(changesOf(money.shopper)).toHaveLength(2)
  })

  it('后来归了第三个人：不能从没说过话的人手里划走，只能维持', async () => {
    const disputeId = await raise()
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    const third = await admit('zhou')
    const move = { memberId: money.shopper.memberId, reason: '换人' }
    await money.owner.call('owner.moveCustomer', { ...move, distributorId: third.distributorId })
    expect(await refusal(disputeId)).toBe('DISPUTE_HOLDER_CHANGED')
    expect((await money.owner.call('owner.getDispute', { disputeId })).customer.now).toBe('third')
    await decide(disputeId, 'dismissed')
    expect(boundTo(money.shopper)).toBe(third.distributorId)
  })

  it('提的人被冻结了，就划不过去；顾客原样不动，争议还在', async () => {
    const disputeId = await raise()
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    const { distributorId } = money.lan
    const frozen = { distributorId, status: 'frozen', reason: '核查' } as const
    await money.owner.call('owner.setDistributorStatus', frozen)
    expect(await refusal(disputeId)).toBe('MOVE_TARGET_INACTIVE')
    expect(boundTo(money.shopper)).toBe(money.mei.distributorId)
    expect(dispute(disputeId)?.isOpen).toBe(true)
  })

  it('同一个顾客有两个人争，各是一件；一件裁定之后，另一件看得到顾客归了谁', async () => {
    const disputeId = await raise()
    const third = await admit('zhou')
    const { shareCode } = await third.call('distributor.createShare', {
      target: { kind: 'shop' },
      channel: 'friend',
    })
    await money.shopper.call('mall.openShare', { shareCode })
    const other = await third.call('distributor.raiseDispute', claim())
    const shown = await money.owner.call('owner.getDispute', { disputeId })
    expect(shown.others).toMatchObject([{ id: other.disputeId }])
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    await decide(disputeId)
    const id = { disputeId: other.disputeId }
    expect((await money.owner.call('owner.getDispute', id)).customer).toMatchObject({
      now: 'third',
      nowName: '何岚',
    })
  })

  it('店员自己是其中一方，不能看、不能裁；别人连门都进不来', async () => {
    const disputeId = await raise()
    await money.mei.call('distributor.answerDispute', answer(disputeId))
    for (const who of [money.lan, money.mei, money.shopper]) {
      const { memberId } = who
      await who.call('mall.openSession', {})
      await money.owner.call('owner.setStaff', { memberId, roles: ['owner'] })
      expect(await who.refusal('owner.getDispute', { disputeId })).toBe('OWN_CASE')
      const input = { disputeId, outcome: 'upheld', reason } as const
      expect(await who.refusal('owner.decideDispute', input)).toBe('OWN_CASE')
    }
    const { finance } = money
    expect(await finance.refusal('owner.listDisputes', { isOpen: true })).toBe('NOT_ALLOWED')
    expect(await finance.refusal('owner.getDispute', { disputeId })).toBe('NOT_ALLOWED')
    const forged = { disputeId: 'dsp_forged', outcome: 'upheld', reason } as const
    expect(await money.owner.refusal('owner.decideDispute', forged)).toBe('DISPUTE_UNKNOWN')
    const silent = { disputeId, outcome: 'upheld', reason: ' ' } as const
    expect(await money.owner.refusal('owner.decideDispute', silent)).toBe('INPUT_INVALID')
  })
})

describe('我的顾客', () => {
  it('名字遮住，写着怎么来的、到什么时候；划走的不在了', async () => {
    const list = (who: Person) => who.call('distributor.listCustomers', {})
    const [row] = (await list(money.mei)).rows
    expect(row).toMatchObject({
      name: shopperName(),
      cause: 'first-bind',
      channel: 'friend',
      isExpired: false,
      isPurchased: false,
    })
    expect(row?.expireAt).toBe((row?.boundAt ?? 0) + 90 * DAY_MS)
    const disputeId = await raise()
    await money.mei.call('distributor.answerDispute', { ...answer(disputeId), stance: 'yield' })
    await decide(disputeId)
    expect((await list(money.mei)).rows).toEqual([])
    expect((await list(money.lan)).rows).toMatchObject([
      { cause: 'dispute-decided', channel: null },
    ])
    await money.world.cloud.advance(91 * DAY_MS + SECOND_MS)
    expect((await list(money.lan)).rows).toMatchObject([{ isExpired: true }])
  })
})

/** Somebody admitted without an inviter. */
async function admit(name: string): Promise<Person> {
  const person = money.world.as(name)
  await person.call('distributor.apply', { name })
  const { distributorId } = person
  await money.owner.call('owner.decideApplication', { distributorId, isAdmitted: true })
  expect(database().get<Distributor>('distributors', distributorId)?.status).toBe('active')
  return person
}
