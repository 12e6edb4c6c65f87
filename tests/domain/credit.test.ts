// 信用: points by rule and figure, grades by points; few data cost nobody anything, nor does what everybody has.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import { DAY_MS, startOfDate } from '@contract/time'
import type { DistributorStatus, Standing } from '@contract/model/people'
import { countFreezes } from '../../cloudfunctions/domain/credit/count-freezes'
import { creditSince, sumMonths } from '../../cloudfunctions/domain/credit/credit-window'
import { DEDUCTIONS, GRADES } from '../../cloudfunctions/domain/credit/deductions.data'
import {
  gradeCredit,
  isSameCredit,
  mayTakeRefundPoints,
} from '../../cloudfunctions/domain/credit/grade-credit'
import type { Conduct } from '../../cloudfunctions/domain/credit/measure-conduct'
import { NO_SUMS } from '../../cloudfunctions/domain/aggregate/sums'

/** Out of ¥10,000 sold; the shop's out of ten times as much. */
const sold = (refundedYuan: number, ofYuan = 10_000) => ({
  salesFen: fen((ofYuan - refundedYuan) * 100),
  refundedFen: fen(refundedYuan * 100),
})
const good: Conduct = {
  own: sold(600),
  shop: sold(6_000, 100_000),
  orders: { paid: 40, refunded: 9 },
  debtFen: 0,
  freezes: 0,
  isAgreementLapsed: false,
}
const gradeOf = (changes: Partial<Conduct>) => gradeCredit({ ...good, ...changes })

describe('信用扣分表', () => {
  it.each<[string, Partial<Conduct>, number, string]>([
    ['什么事也没有', {}, 100, 'A'],
    ['退款和全店一样多', { own: sold(600) }, 100, 'A'],
    ['退款比全店多不到 10 个百分点', { own: sold(1_599) }, 100, 'A'],
    ['退款正好多 10 个百分点', { own: sold(1_600) }, 90, 'A'],
    ['退款占 23%，全店 6%', { own: sold(2_300) }, 90, 'A'],
    ['退款多 20 个百分点', { own: sold(2_600) }, 80, 'B'],
    ['退款多 35 个百分点', { own: sold(4_100) }, 70, 'C'],
    ['全退了，全店也全退了', { own: sold(10_000), shop: sold(100_000, 100_000) }, 100, 'A'],
    ['只有 9 单，数据太少不扣', { own: sold(9_000), orders: { paid: 9, refunded: 9 } }, 100, 'A'],
    ['只有 2 单退过，不扣', { own: sold(9_000), orders: { paid: 30, refunded: 2 } }, 100, 'A'],
    ['10 单里 3 单退过，够看了', { own: sold(3_000), orders: { paid: 10, refunded: 3 } }, 80, 'B'],
    ['没有数过订单', { own: sold(9_000), orders: null }, 100, 'A'],
    ['欠 ¥9.99', { debtFen: 999 }, 100, 'A'],
    ['欠 ¥10.00', { debtFen: 1_000 }, 95, 'A'],
    ['欠 ¥100.00', { debtFen: 10_000 }, 90, 'A'],
    ['欠 ¥500.00', { debtFen: 50_000 }, 85, 'B'],
    ['被冻结过一次', { freezes: 1 }, 90, 'A'],
    ['被冻结过两次', { freezes: 2 }, 80, 'B'],
    ['被冻结过七次，和三次一样', { freezes: 7 }, 70, 'C'],
    ['协议过期没签', { isAgreementLapsed: true }, 90, 'A'],
    [
      '样样都有',
      { own: sold(6_000), debtFen: 90_000, freezes: 4, isAgreementLapsed: true },
      15,
      'D',
    ],
  ])('%s', (_label, changes, points, grade) => {
    expect(gradeOf(changes)).toMatchObject({ points, grade })
  })

  it('每一项都说得出依据，数字和扣的分对得上', () => {
    const { deductions } = gradeOf({
      own: sold(2_300),
      debtFen: 12_345,
      freezes: 1,
      isAgreementLapsed: true,
    })
    expect(deductions.map(({ rule, points, text }) => [rule, points, text])).toEqual([
      ['REFUNDS_HIGH', 10, '近 6 个月客户退款占 23%（全店分销 6%），40 单里有 9 单退过'],
      ['DEBT_OPEN', 10, '退款追回的佣金还欠 ¥123.45，以后的佣金会先还它'],
      ['FROZEN', 10, '近 6 个月被冻结过 1 次（满一天才算）'],
      ['AGREEMENT_LAPSED', 10, '分销协议过期了还没有签，签好就不扣'],
    ])
    expect(deductions[0]?.facts).toEqual({ ownBps: 2300, shopBps: 600, paid: 40, refunded: 9 })
  })

  it('没有卖过东西的人不会因为退款扣分', () => {
    expect(mayTakeRefundPoints({ own: sold(0, 0), shop: good.shop })).toBe(false)
    expect(gradeOf({ own: sold(0, 0), orders: null }).points).toBe(100)
  })
})

const conducts = fc.record({
  own: fc.record({ salesFen: fc.nat(10 ** 9).map(fen), refundedFen: fc.nat(10 ** 9).map(fen) }),
  shop: fc.record({ salesFen: fc.nat(10 ** 10).map(fen), refundedFen: fc.nat(10 ** 10).map(fen) }),
  orders: fc.option(fc.record({ paid: fc.nat(500), refunded: fc.nat(500) })),
  debtFen: fc.nat(10 ** 7),
  freezes: fc.nat(6),
  isAgreementLapsed: fc.boolean(),
})

describe('不管什么情况', () => {
  it('分数是一百减去各项扣分，在 0 到 100 之间，等级照表', () => {
    fc.assert(
      fc.property(conducts, (conduct) => {
        const { points, grade, deductions } = gradeCredit(conduct)
        const taken = deductions.reduce((sum, one) => sum + one.points, 0)
        expect(points).toBe(Math.max(0, 100 - taken))
        expect(grade).toBe(GRADES.find(({ atLeast }) => points >= atLeast)?.grade)
        for (const { rule, points: of } of deductions) {
          expect(DEDUCTIONS[rule].steps.map((step) => step.points)).toContain(of)
        }
      }),
    )
  })

  it('做得更差不会多得分：多退款、多欠、多冻结一次', () => {
    fc.assert(
      fc.property(conducts, fc.nat(10 ** 8), (conduct, more) => {
        const { own, debtFen, freezes } = conduct
        const worse = {
          ...conduct,
          own: { ...own, refundedFen: fen(own.refundedFen + more) },
          debtFen: debtFen + more,
          freezes: freezes + 1,
        }
        expect(gradeCredit(worse).points).toBeLessThanOrEqual(gradeCredit(conduct).points)
      }),
    )
  })

  it('订单没有必要数的人，数了也不扣退款的分', () => {
    fc.assert(
      fc.property(conducts, (conduct) => {
        if (mayTakeRefundPoints(conduct)) return
        const rules = gradeCredit(conduct).deductions.map(({ rule }) => rule)
        expect(rules).not.toContain('REFUNDS_HIGH')
      }),
    )
  })
})

const on = (date: string, status: DistributorStatus): Standing => {
  return { at: startOfDate(date), status, tier: 'sprout' }
}

describe('数冻结的次数', () => {
  const now = startOfDate('2026-11-22')
  const since = creditSince('2026-11')
  it.each<[string, Standing[], number]>([
    ['没有冻结过', [on('2026-01-01', 'active')], 0],
    [
      '六月初，满一天',
      [on('2026-01-01', 'active'), on('2026-06-02', 'frozen'), on('2026-06-03', 'active')],
      1,
    ],
    [
      '六月以前就解了',
      [on('2026-01-01', 'active'), on('2026-05-01', 'frozen'), on('2026-05-31', 'active')],
      0,
    ],
    ['三月冻到现在', [on('2026-01-01', 'active'), on('2026-03-01', 'frozen')], 1],
    [
      '三月冻到七月',
      [on('2026-01-01', 'active'), on('2026-03-01', 'frozen'), on('2026-07-01', 'active')],
      1,
    ],
    [
      '冻着的时候改了等级，还是一次',
      [on('2026-10-01', 'frozen'), { ...on('2026-10-05', 'frozen'), tier: 'gold' }],
      1,
    ],
    [
      '两次',
      [
        on('2026-08-01', 'frozen'),
        on('2026-08-03', 'active'),
        on('2026-09-01', 'frozen'),
        on('2026-09-09', 'active'),
      ],
      2,
    ],
  ])('%s', (_label, standings, times) => {
    expect(countFreezes(standings, since, now)).toBe(times)
  })

  it('当天冻错又解开的不算；刚冻还没满一天的也不算', () => {
    const slip = [
      on('2026-10-01', 'frozen'),
      { at: startOfDate('2026-10-02') - 1, status: 'active', tier: 'sprout' } as const,
    ]
    expect(countFreezes(slip, since, now)).toBe(0)
    const fresh = [{ ...on('2026-11-21', 'frozen'), at: now - DAY_MS + 1 }]
    expect(countFreezes(fresh, since, now)).toBe(0)
    expect(countFreezes(fresh, since, now + 1)).toBe(1)
  })
})

describe('看哪几个月', () => {
  it('本月和之前五个月，从第一个月的第一刻起', () => {
    expect(creditSince('2026-11')).toBe(startOfDate('2026-06-01'))
    const month = (refundedFen: number) => ({ ...NO_SUMS, refundedFen: fen(refundedFen) })
    const months = { '2026-05': month(1), '2026-06': month(10), '2026-11': month(100) }
    const figures = { _id: 'dst_1', ever: NO_SUMS, months, weeks: {}, changedAt: 0 }
    expect(sumMonths(figures, '2026-11').refundedFen).toBe(110)
    expect(sumMonths(null, '2026-11').refundedFen).toBe(0)
  })
})

describe('重评', () => {
  it('说的还一样就不算变；分没变但依据变了，算变', () => {
    const before = { ...gradeOf({ own: sold(2_300) }), sinceOn: '2026-11-01' }
    expect(isSameCredit(before, gradeOf({ own: sold(2_300) }))).toBe(true)
    expect(isSameCredit(before, gradeOf({ own: sold(2_400) }))).toBe(false)
    expect(isSameCredit(undefined, gradeOf({}))).toBe(false)
  })
})
