// 搁下的佣金：店主看得到、写明缘由再试一次；退过款的不会再补，只能记下不补；自己的、别人的角色、点两次都不出错。
import { describe, expect, it } from 'vitest'
import type { AuditRecord } from '@contract/model/records'
import type { Distributor } from '@contract/model/people'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money

startEachTest((opened) => (money = opened))

const TEA = [{ line: 1, quantity: 1 }]
const REASON = '补上了她的入职记录'
const database = () => money.world.cloud.database
const held = async () => (await money.finance.call('owner.listHeld', {})).rows
/** About money; figures and credit name the broken record besides, until a person has seen it. */
const alerts = () => money.alerts().filter(({ kind }) => kind !== 'FIGURES_LEFT_OUT')
const openAlerts = () => alerts().filter(({ isOpen }) => isOpen)
const retry = (id: string, kind: 'accrual' | 'due' | 'settlement') =>
  ({ id, kind, decision: 'retry', reason: REASON }) as const

/** 晓梅的记录坏了，付了款的订单算不出佣金；答出修好它的办法。 */
async function accrualHeld(): Promise<{ orderId: string; mend: () => void }> {
  const orderId = await money.buyTeaAndPot()
  const mei = database().get<Distributor>('distributors', money.mei.distributorId)
  if (!mei) throw new Error('no Mei')
  database().put('distributors', [{ ...mei, standings: {} }])
  await money.deliver('payment')
  await money.world.runTimer()
  expect(money.order(orderId).accrual).toBe('held')
  return { orderId, mend: () => database().put('distributors', [mei]) }
}

/** 晓梅到期的佣金坏了一行，结算时搁下；答出修好它的办法。 */
async function settlementHeld(): Promise<{ id: string; mend: () => void }> {
  const orderId = await money.buyTeaAndPot()
  await money.deliver('payment')
  await money.world.runTimer()
  await money.receive(orderId)
  const good = money.commissionOf(money.mei, orderId)
  database().put('commissions', [{ ...good, netFen: 0.5 }])
  await money.world.passDays(7)
  const mend = () => {
    database().put('commissions', [{ ...good, isHeld: true }])
  }
  return { id: good._id, mend }
}

describe('没算出来的', () => {
  it('列在店主的待处理里；修好以后再试一次，一分钟内补上，提醒收起，留下是谁、为什么', async () => {
    const { orderId, mend } = await accrualHeld()
    expect(await held()).toEqual([
      {
        id: orderId,
        kind: 'accrual',
        orderId,
        title: '明前龙井 等 2 种',
        names: ['林晓梅', '何岚'],
        netFen: null,
        at: money.order(orderId).paidAt,
        isRefunded: false,
        blockedBy: null,
      },
    ])
    mend()
    await money.owner.call('owner.decideHeld', retry(orderId, 'accrual'))
    expect(openAlerts()).toEqual([])
    expect(alerts()[0]?.closing).toMatchObject({ note: REASON })
    await money.world.runTimer()
    expect(money.wallet(money.mei).pendingFen).toBe(1392)
    expect(money.wallet(money.lan).pendingFen).toBe(580)
    expect(money.order(orderId).accrual).toBe('done')
    expect(await held()).toEqual([])
    const trail = database()
      .list<AuditRecord>('audit_records')
      .filter(({ action }) => action === 'owner.decideHeld')
    expect(trail).toMatchObject([{ subject: orderId, memberId: money.owner.memberId }])
    expect(trail[0]?.summary).toContain(REASON)
  })

  it('没有修好就再试：又搁下，又提醒，什么也没付', async () => {
    const { orderId, mend } = await accrualHeld()
    await money.owner.call('owner.decideHeld', retry(orderId, 'accrual'))
    await money.world.runTimer()
    expect(money.order(orderId).accrual).toBe('held')
    expect(openAlerts()).toMatchObject([{ kind: 'ACCRUAL_FAILED', subjectId: orderId }])
    expect(money.entries('COMMISSION_ACCRUED')).toEqual([])
    mend()
  })

  it('两个人同时点、一个人点两次：只补一次；已经补好的再点，说不在里面了', async () => {
    const { orderId, mend } = await accrualHeld()
    mend()
    const requestId = money.world.newRequestId()
    const input = retry(orderId, 'accrual')
    const tries = await Promise.allSettled([
      money.owner.call('owner.decideHeld', input, { requestId }),
      money.owner.call('owner.decideHeld', input),
    ])
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
    await money.world.runTimer()
    expect(await money.owner.refusal('owner.decideHeld', input)).toBe('HELD_GONE')
    await money.world.runTimer()
    expect(money.wallet(money.mei).pendingFen).toBe(1392)
  })

  it('退过款的不再自动补：再试被拒，写明不补才收起；没退过的不能直接不补', async () => {
    const { orderId, mend } = await accrualHeld()
    const drop = { ...retry(orderId, 'accrual'), decision: 'drop' } as const
    expect(await money.owner.refusal('owner.decideHeld', drop)).toBe('HELD_CAN_RETRY')
    await money.refund(orderId, TEA)
    expect(await held()).toMatchObject([{ id: orderId, isRefunded: true }])
    const again = retry(orderId, 'accrual')
    expect(await money.owner.refusal('owner.decideHeld', again)).toBe('HELD_REFUNDED')
    await money.owner.call('owner.decideHeld', drop)
    expect(await held()).toEqual([])
    mend()
    await money.world.runTimer()
    expect(money.order(orderId).accrual).toBe('done')
    expect(money.entries('COMMISSION_ACCRUED')).toEqual([])
  })

  it.each([1, 2, 3, 4, 5, 6])('第 %i 次读写之后断掉：没有多补，再点一次办完', async (calls) => {
    const { orderId, mend } = await accrualHeld()
    mend()
    const requestId = money.world.newRequestId()
    const input = retry(orderId, 'accrual')
    const decide = () => money.owner.call('owner.decideHeld', input, { requestId })
    const isKilled = await money.killAfter('owner.decideHeld', calls, decide)
    expect(isKilled).toBe(true)
    await money.world.cloud.advance(60_000)
    await money.world.runTimer()
    if (money.order(orderId).accrual === 'held') await decide()
    await money.world.runTimer()
    expect(money.wallet(money.mei).pendingFen).toBe(1392)
    expect(money.order(orderId).accrual).toBe('done')
    expect(openAlerts()).toEqual([])
  })
})

describe('没结算的', () => {
  it('修好以后再试一次，下一分钟就可提现', async () => {
    const { id, mend } = await settlementHeld()
    expect(await held()).toMatchObject([
      { id, kind: 'settlement', names: ['林晓梅'], netFen: null },
    ])
    mend()
    expect(await held()).toMatchObject([{ netFen: 1392 }])
    const drop = { ...retry(id, 'settlement'), decision: 'drop' } as const
    expect(await money.owner.refusal('owner.decideHeld', drop)).toBe('HELD_CAN_RETRY')
    await money.owner.call('owner.decideHeld', retry(id, 'settlement'))
    await money.world.runTimer()
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 1392, pendingFen: 0 })
    expect(await money.owner.refusal('owner.decideHeld', retry(id, 'settlement'))).toBe('HELD_GONE')
  })

  it('收了货却定不了结算日的，修好以后再试一次就定下', async () => {
    const orderId = await money.buyTeaAndPot()
    await money.deliver('payment')
    await money.world.runTimer()
    await money.receive(orderId)
    database().put('orders', [{ ...money.order(orderId), dues: 'held' }])
    expect(await held()).toMatchObject([{ id: orderId, kind: 'due', names: ['林晓梅', '何岚'] }])
    await money.owner.call('owner.decideHeld', retry(orderId, 'due'))
    await money.world.runTimer()
    expect(money.order(orderId).dues).toBe('set')
    expect(await held()).toEqual([])
  })
})

describe('谁可以', () => {
  it('财务看得到、不能决定；顾客、分销员都看不到', async () => {
    const { orderId, mend } = await accrualHeld()
    const input = retry(orderId, 'accrual')
    for (const person of [money.finance, money.mei, money.shopper]) {
      expect(await person.refusal('owner.decideHeld', input)).toBe('NOT_ALLOWED')
    }
    for (const person of [money.mei, money.shopper]) {
      expect(await person.refusal('owner.listHeld', {})).toBe('NOT_ALLOWED')
    }
    mend()
  })

  it.each(['mei', 'lan', 'shopper'] as const)(
    '当了店主的 %s 不能办自己的佣金、自己买的单',
    async (who) => {
      const { orderId, mend } = await accrualHeld()
      const { memberId } = money[who]
      await money.owner.call('owner.setStaff', { memberId, roles: ['owner'] })
      const input = retry(orderId, 'accrual')
      expect(await money[who].refusal('owner.decideHeld', input)).toBe('OWN_CASE')
      const { rows } = await money[who].call('owner.listHeld', {})
      expect(rows).toMatchObject([{ blockedBy: 'OWN_CASE' }])
      mend()
    },
  )

  it('没有这一笔、没写缘由、没有这样的决定：都说得出为什么', async () => {
    const none = retry('ord_NONE', 'accrual')
    expect(await money.owner.refusal('owner.decideHeld', none)).toBe('HELD_GONE')
    const unheld = await money.buyTeaAndPot()
    expect(await money.owner.refusal('owner.decideHeld', retry(unheld, 'accrual'))).toBe(
      'HELD_GONE',
    )
    const bare = { ...none, reason: ' ' }
    expect(await money.owner.refusal('owner.decideHeld', bare)).toBe('INPUT_INVALID')
  })
})
