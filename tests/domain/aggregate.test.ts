// What a day says of a distributor, and how days become months, weeks and all time.
import { describe, expect, it } from 'vitest'
import { addDays, DAY_MS, startOfDate, weekOf } from '@contract/time'
import type { DistributorDay } from '@contract/model/aggregate'
import { compareRows } from '../../cloudfunctions/domain/aggregate/compare-figures'
import {
  foldFigures,
  isSameFigures,
  refoldFigures,
} from '../../cloudfunctions/domain/aggregate/fold-figures'
import { packFigures, unpackFigures } from '../../cloudfunctions/domain/aggregate/pack-figures'
import { NO_SUMS } from '../../cloudfunctions/domain/aggregate/sums'
import { sumDays, type DayFacts } from '../../cloudfunctions/domain/aggregate/sum-day'
import type { Order } from '@contract/model/order'
import { createChance } from '../../seed/random'
import { NOON, orderOf } from './support/builders'

const ON = '2026-11-05'
const NOTHING: DayFacts = {
  orders: [],
  commissions: [],
  visits: [],
  changes: [],
  members: [],
  shares: [],
}
const dayOf = (facts: Partial<DayFacts>, id = 'dst_mei') =>
  sumDays(ON, [id], { ...NOTHING, ...facts }, NOON)[0]

const tea = [{ unitPriceFen: 5000, quantity: 2 }]
const sold = (changes: Partial<Order> = {}) => orderOf(tea, changes)
/** One of the two units came back. */
const halfBack = (() => {
  const order = sold()
  const lines = order.lines.map((line) => ({ ...line, refundedFen: 5000, refundedQuantity: 1 }))
  return { ...order, lines } as unknown as Order
})()

describe('一天的数字', () => {
  it.each([
    ['付了款的，不算运费', [sold()], { salesFen: 10000, orders: 1, receivedFen: 0 }],
    ['收了货的另记', [sold({ receivedAt: NOON })], { salesFen: 10000, receivedFen: 10000 }],
    ['退了一半的只算剩下的', [halfBack], { salesFen: 5000, refundedFen: 5000, orders: 1 }],
    ['整单退了的不算一单', [sold({ closeReason: 'refunded' })], { orders: 0 }],
    ['没付款的不算', [sold({ paidAt: null })], { salesFen: 0, orders: 0 }],
    ['前一天付的不算今天', [sold({ paidAt: NOON - DAY_MS })], { salesFen: 0, orders: 0 }],
    ['没有归属的不算', [sold({ attribution: null })], { salesFen: 0, orders: 0 }],
    ['自己买的不算：等级买不来', [sold({ buyerId: 'mbr_mei' })], { salesFen: 0, orders: 0 }],
  ])('销售额：%s', (_words, orders, expected) => {
    expect(dayOf({ orders })).toMatchObject(expected)
  })

  it('下级的销售是上级的团队销售，不是上级自己的；下级自己买的不算', () => {
    const orders = [sold(), sold({ buyerId: 'mbr_mei' })]
    expect(dayOf({ orders }, 'dst_lan')).toMatchObject({ salesFen: 0, teamSalesFen: 10000 })
  })

  it('佣金算净额，结算了的另记；别人的不算', () => {
    const commission = { distributorId: 'dst_mei', accruedAt: NOON }
    const commissions = [
      { ...commission, netFen: 700, status: 'pending' },
      { ...commission, netFen: 300, status: 'settled' },
      { ...commission, netFen: 900, status: 'settled', distributorId: 'dst_lan' },
    ] as unknown as DayFacts['commissions']
    expect(dayOf({ commissions })).toMatchObject({ commissionFen: 1000, settledFen: 300 })
  })

  it('访客按人数，邀请的成员按加入那天', () => {
    const visit = { distributorId: 'dst_mei', visitedAt: NOON }
    const visits = ['mbr_a', 'mbr_a', 'mbr_b'].map((memberId) => ({ ...visit, memberId }))
    const members = [
      { inviterId: 'dst_mei', admittedAt: NOON },
      { inviterId: 'dst_mei', admittedAt: null },
      { inviterId: null, admittedAt: NOON },
    ]
    expect(dayOf({ visits, members })).toMatchObject({ visitors: 2, newMembers: 1 })
  })

  it('带给邀请人的，是自己卖的单里邀请人那一级的佣金净额；新分享按第一次做的那天', () => {
    const commissions = [
      { distributorId: 'dst_lan', sharerId: 'dst_mei', netFen: 300, accruedAt: NOON },
      { distributorId: 'dst_lan', sharerId: 'dst_other', netFen: 900, accruedAt: NOON },
      { distributorId: 'dst_mei', netFen: 700, accruedAt: NOON },
    ] as unknown as DayFacts['commissions']
    const shares = [
      { distributorId: 'dst_mei', createdAt: NOON },
      { distributorId: 'dst_mei', createdAt: NOON - DAY_MS },
    ]
    expect(dayOf({ commissions, shares })).toMatchObject({
      broughtFen: 300,
      shares: 1,
      commissionFen: 700,
    })
    expect(dayOf({ commissions }, 'dst_lan')).toMatchObject({ broughtFen: 0, commissionFen: 1200 })
  })

  const won = { memberId: 'mbr_a', to: 'dst_mei', cause: 'first-bind', at: NOON } as const
  it.each([
    ['第一次来', [won], 1],
    ['从别人那里来', [{ ...won, cause: 'replaced' as const }], 1],
    ['同一天走了又回来，还是一个人', [won, { ...won, at: NOON + 1 }], 1],
    ['以前来过的不是新顾客', [{ ...won, at: NOON - 9 * DAY_MS }, won], 0],
    ['店主转给他的不算他赢得的', [{ ...won, cause: 'moved-by-owner' as const }], 0],
    ['别人的不算', [{ ...won, to: 'dst_lan' }], 0],
  ])('新顾客：%s', (_words, changes, newCustomers) => {
    expect(dayOf({ changes })).toMatchObject({ newCustomers })
  })
})

const dayWith = (on: string, salesFen: number) =>
  ({ ...NO_SUMS, _id: `d:${on}`, distributorId: 'd', on, salesFen, asOf: 0 }) as DistributorDay

describe('累计', () => {
  it('留十三个月，更早的只在总数里', () => {
    const figures = foldFigures('d', [
      dayWith('2025-10-31', 7),
      dayWith('2025-11-01', 100),
      dayWith('2026-11-05', 2000),
      dayWith('2026-11-06', 3000),
    ])
    expect(figures.ever.salesFen).toBe(5107)
    expect(figures.months).toMatchObject({
      '2025-11': { salesFen: 100 },
      '2026-11': { salesFen: 5000 },
    })
    expect(Object.keys(figures.months)).toHaveLength(2)
  })

  it('存成文字再读回来，一个数也不变', () => {
    const figures = foldFigures('d', [dayWith('2026-11-05', 2000), dayWith('2025-12-31', -7)])
    expect(unpackFigures(packFigures(figures))).toEqual(figures)
    expect(packFigures(figures).months['2026-11']).toBe('2000 0 0 0 0 0 0 0 0 0 0 0')
  })

  it('以前存的数字少两项，读出来那两项是零', () => {
    const old = { _id: 'd', ever: '7 0 0 0 0 0 0 0 0 1', months: {}, weeks: {}, changedAt: 0 }
    expect(unpackFigures(old).ever).toMatchObject({ salesFen: 7, newMembers: 1, shares: 0 })
    expect(() => unpackFigures({ ...old, ever: '7 0' })).toThrow()
  })

  it.each([
    ['做了分享', { shares: 1 }, true],
    ['有人打开', { visitors: 1 }, true],
    ['成交', { orders: 1 }, true],
    ['来了新顾客', { newCustomers: 1 }, true],
    ['带来新成员', { newMembers: 1 }, true],
    ['只是拿到别人卖的佣金', { commissionFen: 500, teamSalesFen: 9000 }, false],
  ])('有动静：%s', (_words, sums, isLively) => {
    const day = { ...dayWith(ON, 0), ...sums } as DistributorDay
    expect(foldFigures('d', [day]).livelyOn).toBe(isLively ? ON : undefined)
  })

  it('最近有动静的那天退掉了：往前找，找不到就全部重算', () => {
    const sold = (on: string, orders: number) => ({ ...dayWith(on, 0), orders }) as DistributorDay
    const days = [sold('2026-09-09', 1), sold('2026-11-03', 1), sold('2026-11-05', 1)]
    const known = foldFigures('d', days)
    expect(known.livelyOn).toBe('2026-11-05')
    const back = [sold('2026-11-03', 1), sold('2026-11-05', 0)]
    expect(refoldFigures(known, back, ['2026-11-05'])?.livelyOn).toBe('2026-11-03')
    const all = [sold('2026-11-03', 0), sold('2026-11-05', 0)]
    expect(refoldFigures(known, all, ['2026-11-03', '2026-11-05'])).toBeNull()
  })

  it('周从星期一算起', () => {
    expect([weekOf('2026-11-16'), weekOf('2026-11-22'), weekOf('2026-11-23')]).toEqual([
      '2026-11-16',
      '2026-11-16',
      '2026-11-23',
    ])
    expect(weekOf('1969-12-31')).toBe('1969-12-29')
  })

  it('只重算变了的月和周，和全部从头算一样；太早的月要全部重算', () => {
    const chance = createChance(5)
    for (let round = 0; round < 60; round += 1) {
      const start = '2025-06-15'
      const days = new Map<string, DistributorDay>()
      let known = foldFigures('d', [])
      for (let step = 0; step < 25; step += 1) {
        const on = addDays(start, chance.between(0, 500))
        const lively = { shares: chance.between(0, 1), orders: chance.between(0, 1) }
        days.set(on, { ...dayWith(on, chance.between(0, 9999)), ...lively })
        known =
          refoldFigures(known, [...days.values()], [on]) ?? foldFigures('d', [...days.values()])
        expect(isSameFigures(known, foldFigures('d', [...days.values()]))).toBe(true)
      }
    }
    const late = foldFigures('d', [dayWith('2026-11-05', 1)])
    expect(refoldFigures(late, [dayWith('2025-01-01', 1)], ['2025-01-01'])).toBeNull()
  })

  it('哪个数字不对，说得出是哪一条的哪一项', () => {
    const [right, wrong] = [[dayWith(ON, 5)], [dayWith(ON, 6)]]
    const found = { collection: 'distributor_days', record: `d:${ON}`, field: 'salesFen' }
    expect(compareRows('distributor_days', right, wrong)).toEqual([
      { ...found, expected: 5, found: 6 },
    ])
    expect(compareRows('distributor_days', right, right)).toEqual([])
    const rows = (...keys: string[]) => [{ _id: 'd', shares: keys.map((key) => ({ key, n: key })) }]
    // Rows that say whom they are about may stand in any order; a row too few is told by its name.
    expect(compareRows('x', rows('a', 'b'), rows('b', 'a'))).toEqual([])
    expect(compareRows('x', rows('a', 'b'), rows('b')).map((one) => one.field)).toEqual([
      'shares.a.key',
      'shares.a.n',
    ])
    expect(startOfDate(ON)).toBeLessThan(NOON)
  })
})
