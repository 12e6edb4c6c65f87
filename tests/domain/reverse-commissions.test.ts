// Refunds take commissions back, with the rates of then: a worked table.
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import { makeCommissions } from '../../cloudfunctions/domain/commission/make-commissions'
import { reverseAmounts } from '../../cloudfunctions/domain/commission/reverse-amounts'
import { reverseCommissions } from '../../cloudfunctions/domain/commission/reverse-commissions'
import { NOON, orderOf, planOf } from './support/builders'

const beneficiaries = {
  level1: { distributorId: 'dst_mei', tier: 'silver' },
  level2: { distributorId: 'dst_lan', tier: '' },
}

function accrued() {
  const order = orderOf([{ unitPriceFen: 333, quantity: 3 }])
  return makeCommissions({ order, rules: planOf(), beneficiaries, at: NOON })
}

const refund = (baseLeft: number, commissions = accrued(), refundId = 'afs_1') =>
  reverseCommissions({
    refundId,
    commissions,
    lines: [{ line: 1, baseLeftFen: fen(baseLeft) }],
  })

describe('a line of ¥9.99 at 11 % and 3 % (¥1.09 and ¥0.29)', () => {
  it.each([
    ['one of three units comes back', 666, [73, 19], [36, 10]],
    ['two of three', 333, [36, 9], [73, 20]],
    ['all', 0, [0, 0], [109, 29]],
  ])('%s', (_label, baseLeft, nets, reversed) => {
    const rows = refund(baseLeft)
    expect(rows.map((row) => row.commission.netFen)).toEqual(nets)
    expect(rows.map((row) => row.reversedFen)).toEqual(reversed)
  })

  it('is reversed for good once nothing is left', () => {
    expect(refund(0).map((row) => row.commission.status)).toEqual(['reversed', 'reversed'])
  })

  it('is clawed back from whoever has it already, and stays settled', () => {
    const [first, second] = accrued()
    const rows = refund(0, [{ ...first!, status: 'settled' }, second!])
    expect(rows.map((row) => [row.from, row.commission.status])).toEqual([
      ['settled', 'settled'],
      ['pending', 'reversed'],
    ])
  })

  it('the same refund once more takes nothing more', () => {
    const once = refund(666).map((row) => row.commission)
    expect(refund(666, once)).toEqual([])
  })

  it('never gives back to a level what an earlier refund took from it, however the cap rounds', () => {
    // ¥0.10 × 5 at 10 % and 6 % under 7 %: 0.02 + 0.01; on ¥0.40 0.01 + 0.01; on ¥0.30 alone it would be 0.02 + 0.
    const order = orderOf([{ unitPriceFen: 10, quantity: 5 }])
    const rules = planOf({ rateBps: [1000, 600], tierBonusBps: {}, capBps: 700 })
    const all = makeCommissions({ order, rules, beneficiaries, at: NOON })
    const netsAfter = (rows: typeof all) => rows.map((row) => row.netFen)
    expect(netsAfter(all)).toEqual([2, 1])
    const apply = (baseLeft: number, before: typeof all, id: string) => {
      const changed = refund(baseLeft, before, id).map((row) => row.commission)
      return before.map((row) => changed.find((one) => one._id === row._id) ?? row)
    }
    const once = apply(40, all, 'afs_1')
    expect(netsAfter(once)).toEqual([1, 1])
    expect(netsAfter(apply(30, once, 'afs_2'))).toEqual([1, 0])
  })

  it('says in its steps what the refund did', () => {
    expect(refund(666)[0]?.commission.lines[0]?.steps.at(-1)).toEqual({
      step: 'refund',
      refundId: 'afs_1',
      baseLeftFen: 666,
      wantedFen: [73, 19],
      amountFen: 73,
      reversedFen: 36,
    })
  })
})

it('a line that nobody earned on is passed over', () => {
  const refundOfOther = { refundId: 'r', lines: [{ line: 7, baseLeftFen: fen(0) }] }
  expect(reverseCommissions({ ...refundOfOther, commissions: accrued() })).toEqual([])
})

it('where rounding under the cap would raise a level, it keeps what it had', () => {
  // 30 % of 17 is 5, split over wishes of 5 and 5: 3 and 2. On 16 left: 4, over 4 and 4: 2 and 2.
  const rates = { rate1Bps: 3000, rate2Bps: 3000, capBps: 3000 }
  const left = (baseLeftFen: number, had1: number, had2: number) =>
    reverseAmounts({ baseLeftFen, ...rates, had1Fen: fen(had1), had2Fen: fen(had2) }).leftFen
  expect(left(16, 3, 2)).toEqual([2, 2])
  expect(left(17, 2, 2)).toEqual([2, 2])
})
