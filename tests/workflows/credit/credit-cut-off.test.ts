// 全店评信用: pages that a killed timer goes on with, few reads for everybody, and the same grades whatever happened.
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import { DAY_MS, startOfDate } from '@contract/time'
import type { StoredFigures } from '@contract/model/aggregate'
import type { CreditCursor } from '@contract/model/credit'
import type { Wallet } from '@contract/model/ledger'
import type { Order } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import type { Shop } from '@contract/model/shop'
import { packFigures } from '../../../cloudfunctions/domain/aggregate/pack-figures'
import { NO_SUMS } from '../../../cloudfunctions/domain/aggregate/sums'
import type { World } from '../../../cloudfunctions/ports/world'
import { gradeEverybody } from '../../../cloudfunctions/workflows/credit/grade-everybody'
import { dying, Killed } from '../../support/dying-store'
import { openEngineStore, type EngineStore } from '../../support/engine-store'
import { memberIdOf, memberOf } from '../../support/members'

const ON = '2026-11-22'
const NOW = startOfDate(ON) + 3_600_000
const worldOf = (store: EngineStore, now = NOW) => ({ store, now }) as unknown as World

/** Of every hundred one's customers gave half back, one owes money, one was frozen, one has left. */
const isHigh = (n: number) => n % 100 === 11
const owes = (n: number) => n % 100 === 22
const isFrozen = (n: number) => n % 100 === 33
const hasLeft = (n: number) => n % 100 === 44
const wanted = (n: number) => {
  if (hasLeft(n)) return undefined
  if (isHigh(n)) return { grade: 'C', rules: ['REFUNDS_HIGH'] }
  if (owes(n)) return { grade: 'A', rules: ['DEBT_OPEN'] }
  return isFrozen(n) ? { grade: 'A', rules: ['FROZEN'] } : { grade: 'A', rules: [] }
}

function figuresOf(n: number): StoredFigures {
  const salesFen = fen(isHigh(n) ? 50_000 : 100_000)
  const refundedFen = fen(isHigh(n) ? 50_000 : 0)
  const month = { ...NO_SUMS, salesFen, refundedFen, orders: 5 }
  const months = { '2026-11': month }
  return packFigures({ _id: memberIdOf(n), ever: month, months, weeks: {}, changedAt: 0 })
}

function personOf(n: number): Distributor {
  const at = startOfDate('2026-01-01')
  const active = { at, status: 'active', tier: 'sprout' } as const
  const frozen = { at: startOfDate('2026-10-01'), status: 'frozen', tier: 'sprout' } as const
  if (hasLeft(n)) return memberOf(n, { status: 'exited' })
  return isFrozen(n) ? memberOf(n, { status: 'frozen', standings: [active, frozen] }) : memberOf(n)
}

const orderOf = (n: number, index: number): Order =>
  ({
    _id: `ord_${n}_${index}`,
    outTradeNo: `${n}_${index}`,
    buyerId: 'mbr_ming',
    attribution: { distributorId: memberIdOf(n) },
    paidAt: NOW - DAY_MS,
    refundedFen: index < 5 ? 100 : 0,
  }) as unknown as Order

async function openShop(members: number): Promise<EngineStore> {
  const store = openEngineStore()
  await store.put('settings', { _id: 'shop', plans: [] } as unknown as Shop)
  await store.put('aggregate_cursors', { _id: 'aggregates', seen: {} as never, asOf: NOW })
  for (let n = 0; n < members; n += 1) {
    await store.put('distributors', personOf(n))
    await store.put('distributor_figures', figuresOf(n))
    const clawbackFen = owes(n) ? 20_000 : 0
    await store.put('wallets', { _id: memberIdOf(n), clawbackFen } as unknown as Wallet)
    if (!isHigh(n)) continue
    for (let index = 0; index < 10; index += 1) await store.put('orders', orderOf(n, index))
  }
  return store
}

function expectAllGraded(store: EngineStore, members: number) {
  const people = new Map(store.list<Distributor>('distributors').map((one) => [one._id, one]))
  for (let n = 0; n < members; n += 1) {
    const credit = people.get(memberIdOf(n))?.credit
    const rules = credit?.deductions.map(({ rule }) => rule)
    expect(credit && { grade: credit.grade, rules }).toEqual(wanted(n))
  }
}

/** Minutes until everybody is graded; each run may be killed after so many calls. */
async function runUntilDone(store: EngineStore, calls = Infinity, now = NOW) {
  for (let runs = 1; runs < 200; runs += 1) {
    const { store: mortal } = dying(store, calls)
    try {
      await gradeEverybody(worldOf(mortal, now + runs))
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
    const cursor = store.list<CreditCursor>('credit_cursors')[0]
    if (cursor?.gradedOn === ON && cursor.pass === null) return runs
  }
  throw new Error('never done')
}

describe('全店评信用', () => {
  it.each([
    ['不断', Infinity],
    ['每次做到一半就断', 400],
  ])(
    '2,500 人，%s：人人评到，退出的不评，和事实一样',
    async (_label, calls) => {
      const store = await openShop(2_500)
      const runs = await runUntilDone(store, calls)
      expect(runs).toBeGreaterThan(1)
      expectAllGraded(store, 2_500)
    },
    60_000,
  )

  it('两个定时器同时跑，结果一样，全店的合计不会加两遍', async () => {
    const store = await openShop(1_200)
    for (let turn = 0; turn < 4; turn += 1) {
      await Promise.all([gradeEverybody(worldOf(store)), gradeEverybody(worldOf(store))])
    }
    expectAllGraded(store, 1_200)
    const high = 12
    expect(store.list<CreditCursor>('credit_cursors')[0]?.shop).toEqual({
      salesFen: 1_200 * 100_000 - high * 50_000,
      refundedFen: high * 50_000,
    })
  }, 60_000)

  it('第二天没有变化就一条也不写；读的次数按页算，不按人算', async () => {
    const store = await openShop(2_500)
    await runUntilDone(store)
    const writes = store.writes['distributors'] ?? 0
    const tomorrow = NOW + DAY_MS
    await store.put('aggregate_cursors', { _id: 'aggregates', seen: {} as never, asOf: tomorrow })
    const { store: watched, fate } = dying(store, Infinity)
    await gradeEverybody(worldOf(watched, tomorrow))
    expect(store.writes['distributors']).toBe(writes)
    expect(fate.calls).toEqual({
      'get settings': 1,
      'get credit_cursors': 1,
      'get aggregate_cursors': 1,
      // Three pages to sum, three to grade.
      'find distributor_figures': 3,
      'find distributors': 3,
      'getMany distributor_figures': 3,
      'getMany wallets': 3,
      // Four counts for each whose refunds lie above everybody's, and for nobody else.
      'count orders': 4 * 25,
      'put credit_cursors': 6,
    })
  }, 60_000)

  it('当天评过就不再评；昨天的数字还没算完就等着', async () => {
    const store = await openShop(50)
    await store.put('aggregate_cursors', {
      _id: 'aggregates',
      seen: {} as never,
      asOf: startOfDate(ON) - 1,
    })
    expect(await gradeEverybody(worldOf(store))).toMatchObject({ graded: 0 })
    await store.put('aggregate_cursors', { _id: 'aggregates', seen: {} as never, asOf: NOW })
    expect(await gradeEverybody(worldOf(store))).toMatchObject({ graded: 50 })
    expect(await gradeEverybody(worldOf(store))).toMatchObject({ graded: 0 })
  })

  it('有人把存下的等级改坏了，下一次评就回来了；退出的人不再有等级', async () => {
    const store = await openShop(50)
    await runUntilDone(store)
    const spoiled = { grade: 'D', points: 3, deductions: [], sinceOn: ON } as const
    await store.updateIf('distributors', memberIdOf(11), {}, { set: { credit: spoiled } })
    await store.updateIf('distributors', memberIdOf(44), {}, { set: { credit: spoiled } })
    await store.put('credit_cursors', {
      ...(store.list<CreditCursor>('credit_cursors')[0] as CreditCursor),
      gradedOn: '2026-11-21',
    })
    await runUntilDone(store)
    expectAllGraded(store, 50)
  })
})
