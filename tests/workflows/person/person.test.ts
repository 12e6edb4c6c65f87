// 一个人的一页: every figure is what the facts say, for few reads, to those who may; notes are added once and stay.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HOUR_MS } from '@contract/time'
import type { Attribution, Commission } from '@contract/model/distribution'
import type { LedgerEntry } from '@contract/model/ledger'
import type { Order } from '@contract/model/order'
import type { Distributor, PersonNote } from '@contract/model/people'
import type { AuditRecord } from '@contract/model/records'
import { movementOf } from '../../../cloudfunctions/domain/ledger/post-to-wallet'
import { openMoney, type Money } from '../money/open-money'

let money: Money
beforeAll(async () => {
  money = await openMoney()
})
beforeEach(() => money.restart())
afterAll(() => money.world.stop())

const database = () => money.world.cloud.database
const mei = () => ({ distributorId: money.mei.distributorId })
const lan = () => ({ distributorId: money.lan.distributorId })
const settle = async () => {
  await money.world.cloud.advance(HOUR_MS)
  await money.world.runTimer()
}

/** Everything about somebody by reading all there is. */
function recount(distributorId: string) {
  const people = database().list<Distributor>('distributors')
  const direct = people.filter((person) => person.inviterId === distributorId && person.admittedAt)
  const below = new Set(direct.map(({ _id }) => _id))
  const orders = database()
    .list<Order>('orders')
    .filter((order) => order.paidAt && order.attribution?.distributorId === distributorId)
  const commissions = database()
    .list<Commission>('commissions')
    .filter((row) => row.distributorId === distributorId)
  const entries = database()
    .list<LedgerEntry>('ledger_entries')
    .filter((entry) => entry.distributorIds.includes(distributorId))
  return {
    direct: direct.length,
    indirect: people.filter((person) => below.has(person.inviterId ?? '') && person.admittedAt)
      .length,
    customers: database()
      .list<Attribution>('attributions')
      .filter((one) => one.distributorId === distributorId).length,
    orders: orders.map(({ _id }) => _id),
    commissions: commissions.map(({ _id }) => _id),
    earnedFen: commissions.reduce((sum, { netFen }) => sum + netFen, 0),
    salesFen: orders
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => sum + line.baseFen - line.refundedFen, 0),
    availableFen: entries.reduce(
      (sum, entry) => sum + movementOf(entry, distributorId).availableFen,
      0,
    ),
  }
}

/** Lan's second line: Mei invites Fang, who applies through her link. */
async function inviteFang() {
  const fang = money.world.as('fang')
  const target = { kind: 'shop' } as const
  const { shareCode } = await money.mei.call('distributor.createShare', {
    target,
    channel: 'friend',
  })
  await fang.call('distributor.apply', { name: '方小满', shareCode })
  const { distributorId } = fang
  await money.owner.call('owner.decideApplication', { distributorId, isAdmitted: true })
  return fang
}

describe('一个人的一页', () => {
  it('每个数都和从全部记录里数出来的一样', async () => {
    await money.earn()
    const second = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.world.runTimer()
    await money.refund(second, [{ line: 1, quantity: 1 }])
    await inviteFang()
    await settle()
    await settle()
    for (const of of [mei(), lan()]) {
      const shown = await money.owner.call('owner.getPerson', of)
      const counted = recount(of.distributorId)
      expect(shown).toMatchObject({
        direct: counted.direct,
        indirect: counted.indirect,
        customers: counted.customers,
        wallet: { earnedFen: counted.earnedFen, availableFen: counted.availableFen },
        ever: { salesFen: counted.salesFen, commissionFen: counted.earnedFen },
      })
      const orders = await money.owner.call('owner.listPersonOrders', of)
      expect(orders.rows.map(({ id }) => id).sort()).toEqual(counted.orders.sort())
      const commissions = await money.owner.call('owner.listPersonCommissions', of)
      expect(commissions.rows.map(({ id }) => id).sort()).toEqual(counted.commissions.sort())
      for (const row of commissions.rows) expect(row.id).toContain(row.orderId)
      const movements = await money.owner.call('owner.listPersonMovements', of)
      const sum = movements.rows.reduce((all, row) => all + row.availableFen, 0)
      expect(sum).toBe(counted.availableFen)
      const { salesFen, commissionFen } = await money.owner.call('owner.getPersonDays', {
        ...of,
        range: '30d',
      })
      expect({ salesFen, commissionFen }).toEqual({
        salesFen: counted.salesFen,
        commissionFen: counted.earnedFen,
      })
    }
    expect(recount(money.lan.distributorId)).toMatchObject({ direct: 1, indirect: 1 })
  })

  it('写着是谁邀请的、怎么定的等级、有什么要留意', async () => {
    await money.earn()
    await money.mei.call('distributor.requestWithdrawal', { amountFen: 1000 })
    const shown = await money.owner.call('owner.getPerson', mei())
    expect(shown).toMatchObject({
      name: '林晓梅',
      status: 'active',
      tier: 'silver',
      isSelf: false,
      inviter: { id: money.lan.distributorId, name: '何岚' },
      tierHold: { reason: '开店时定级', untilOn: null },
      agreement: { state: 'none', version: null },
      exit: null,
    })
    expect(shown.flagged).toMatchObject([{ status: 'requested', flags: [{ code: 'FIRST_TIME' }] }])
  })

  it('一笔佣金的说明，店主看到的和本人看到的一字不差', async () => {
    await money.earn()
    for (const who of [money.mei, money.lan]) {
      const of = { distributorId: who.distributorId }
      const [row] = (await money.owner.call('owner.listPersonCommissions', of)).rows
      const asked = { commissionId: row?.id ?? '' }
      const own = await who.call('distributor.getCommission', asked)
      expect(await money.owner.call('owner.getCommission', asked)).toEqual(own)
      expect(await money.finance.call('owner.getCommission', asked)).toEqual(own)
      expect(await who.refusal('owner.getCommission', asked)).toBe('NOT_ALLOWED')
      expect(await money.shopper.refusal('owner.getCommission', asked)).toBe('NOT_ALLOWED')
    }
    const none = { commissionId: 'cm:none' }
    expect(await money.owner.refusal('owner.getCommission', none)).toBe('NOT_FOUND')
  })

  it('不管他有多少订单，读数据库的次数不变', async () => {
    const few = await money.world.countCalls(() => money.owner.call('owner.getPerson', mei()))
    const orderId = await money.earn()
    const order = money.order(orderId)
    const many = Array.from({ length: 300 }, (_, index) => ({
      ...order,
      _id: `ord_x${index}`,
      outTradeNo: `x${index}`,
    }))
    database().put('orders', many)
    const calls = await money.world.countCalls(() => money.owner.call('owner.getPerson', mei()))
    expect(calls).toBe(few)
    // The member who asks, the person, and ten more.
    expect(calls).toBe(12)
    const page = () => money.owner.call('owner.listPersonOrders', mei())
    expect(await money.world.countCalls(page)).toBe(2)
    expect((await page()).rows).toHaveLength(20)
    const days = () => money.owner.call('owner.getPersonDays', { ...mei(), range: '30d' })
    expect(await money.world.countCalls(days)).toBe(3)
  })

  it('没有这个人就说没有', async () => {
    const nobody = { distributorId: 'dst_none' }
    expect(await money.owner.refusal('owner.getPerson', nobody)).toBe('DISTRIBUTOR_UNKNOWN')
    expect(await money.owner.refusal('owner.listPersonNotes', nobody)).toBe('DISTRIBUTOR_UNKNOWN')
    const note = { ...nobody, text: '谁' }
    expect(await money.owner.refusal('owner.addPersonNote', note)).toBe('DISTRIBUTOR_UNKNOWN')
  })
})

const READS = [
  'owner.getPerson',
  'owner.listPersonOrders',
  'owner.listPersonCommissions',
  'owner.listPersonMovements',
] as const

describe('谁能看，谁能做', () => {
  it('财务看得到钱，看不到申请表的回答和备注，也不能冻结、结束、定等级', async () => {
    for (const action of READS) await money.finance.call(action, mei())
    expect((await money.finance.call('owner.getPerson', mei())).answers).toEqual([])
    const { finance } = money
    expect(await finance.refusal('owner.listPersonNotes', mei())).toBe('NOT_ALLOWED')
    const note = { ...mei(), text: '看看' }
    expect(await finance.refusal('owner.addPersonNote', note)).toBe('NOT_ALLOWED')
    const freeze = { ...mei(), status: 'frozen', reason: '看看' } as const
    expect(await finance.refusal('owner.setDistributorStatus', freeze)).toBe('NOT_ALLOWED')
    const tier = { ...mei(), tier: 'jade', reason: '看看' } as const
    expect(await finance.refusal('owner.setTier', tier)).toBe('NOT_ALLOWED')
    const end = { ...mei(), reason: '看看' }
    expect(await finance.refusal('owner.endDistributor', end)).toBe('NOT_ALLOWED')
  })

  it('分销员和顾客什么也看不到，自己的一页和备注也一样', async () => {
    for (const person of [money.mei, money.shopper]) {
      for (const action of READS) expect(await person.refusal(action, mei())).toBe('NOT_ALLOWED')
      expect(await person.refusal('owner.listPersonNotes', mei())).toBe('NOT_ALLOWED')
      const days = { ...mei(), range: '7d' } as const
      expect(await person.refusal('owner.getPersonDays', days)).toBe('NOT_ALLOWED')
    }
  })

  it('店里的人也是分销员时，看不到也写不了自己的备注，页上说这是自己的事', async () => {
    const { memberId } = money.mei
    await money.owner.call('owner.setStaff', { memberId, roles: ['owner', 'manager'] })
    await money.owner.call('owner.addPersonNote', { ...mei(), text: '容易迟到' })
    expect(await money.mei.refusal('owner.listPersonNotes', mei())).toBe('OWN_CASE')
    const note = { ...mei(), text: '很好' }
    expect(await money.mei.refusal('owner.addPersonNote', note)).toBe('OWN_CASE')
    expect(await money.mei.call('owner.getPerson', mei())).toMatchObject({ isSelf: true })
    const shown = JSON.stringify(await money.mei.call('owner.getPerson', mei()))
    expect(shown).not.toContain('容易迟到')
  })
})

describe('备注', () => {
  const notes = () => database().list<PersonNote>('person_notes')

  it('店主和渠道经理写的都在，新的在前，记着谁写的、什么时候', async () => {
    const gu = money.world.as('gu')
    await gu.call('mall.openSession', {})
    await money.owner.call('owner.setStaff', { memberId: gu.memberId, roles: ['manager'] })
    await money.owner.call('owner.addPersonNote', { ...mei(), text: '  爱做茶会 ' })
    money.world.cloud.clock.advance(HOUR_MS)
    await gu.call('owner.addPersonNote', { ...mei(), text: '下周去看她' })
    const { rows, next } = await gu.call('owner.listPersonNotes', mei())
    expect(rows.map(({ text }) => text)).toEqual(['下周去看她', '爱做茶会'])
    expect(rows[0]?.at).toBeGreaterThan(rows[1]?.at ?? 0)
    expect(notes().map(({ authorId }) => authorId)).toContain(gu.memberId)
    expect(next).toBeNull()
    const trail = database()
      .list<AuditRecord>('audit_records')
      .filter(({ action }) => action === 'owner.addPersonNote')
    expect(trail.map(({ subject }) => subject)).toEqual([
      money.mei.distributorId,
      money.mei.distributorId,
    ])
  })

  it('同一次提交再来一次、同时来两次，都只有一条；换了内容就不认', async () => {
    const requestId = money.world.newRequestId()
    const note = { ...mei(), text: '爱做茶会' }
    const add = () => money.owner.call('owner.addPersonNote', note, { requestId })
    await Promise.all([add(), add()])
    await add()
    expect(notes()).toHaveLength(1)
    const other = { ...note, text: '换了' }
    const ask = money.owner.refusal('owner.addPersonNote', other, { requestId })
    expect(await ask).toBe('IDEMPOTENCY_CONFLICT')
    const elsewhere = { ...note, ...lan() }
    const again = money.owner.refusal('owner.addPersonNote', elsewhere, { requestId })
    expect(await again).toBe('IDEMPOTENCY_CONFLICT')
    expect(notes()).toMatchObject([{ text: '爱做茶会' }])
  })

  it('写到一半断了，再来一次还是一条，审计里也有', async () => {
    const requestId = money.world.newRequestId()
    const note = { ...mei(), text: '爱做茶会' }
    const add = () => money.owner.call('owner.addPersonNote', note, { requestId })
    const isKilled = await money.killAfter('owner.addPersonNote', 3, add)
    expect(isKilled).toBe(true)
    expect(notes()).toHaveLength(1)
    await add()
    expect(notes()).toHaveLength(1)
    const trail = database().list<AuditRecord>('audit_records')
    expect(trail.filter(({ action }) => action === 'owner.addPersonNote')).toHaveLength(1)
  })

  it('最多 500 个字，不能空着', async () => {
    const write = (text: string) => money.owner.refusal('owner.addPersonNote', { ...mei(), text })
    expect(await write('字'.repeat(501))).toBe('INPUT_INVALID')
    expect(await write('  ')).toBe('INPUT_INVALID')
    await money.owner.call('owner.addPersonNote', { ...mei(), text: '字'.repeat(500) })
    expect(notes()).toHaveLength(1)
  })
})
