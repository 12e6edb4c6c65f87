// Places: equal ones share, nothing is no place, and everybody finds their own.
import { describe, expect, it } from 'vitest'
import { placeOf, rankByValue, stepsFor } from '../../cloudfunctions/domain/rank/rank-by-value'
import { rankIdOf } from '../../cloudfunctions/domain/rank/rank-lists'

const rows = (values: Record<string, number>) =>
  Object.entries(values).map(([distributorId, value]) => ({ distributorId, value }))

describe('名次', () => {
  it('一样多的并列，后面的人数着前面所有人；没有的不上榜', () => {
    const { top, ranked } = rankByValue(rows({ d: 5, b: 9, a: 9, c: 7, e: 0, f: -3 }), 50)
    expect(top.map((row) => [row.distributorId, row.place])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
      ['d', 4],
    ])
    expect(ranked).toBe(4)
  })

  it('前五十名之后，每个人的名次都和数人头一样', () => {
    const values = Array.from({ length: 5000 }, (_, n) => (n * 7919) % 1733)
    const people = values.map((value, n) => ({ distributorId: `d${n}`, value }))
    const { steps, ranked, top } = rankByValue(people, 50)
    expect(top).toHaveLength(50)
    const parts = [steps.slice(0, 1000), steps.slice(1000)]
    const heads = parts.map((part) => part[0]?.value ?? 0)
    for (const value of [...new Set(values)].filter((one) => one > 0)) {
      const place = placeOf(value, parts[stepsFor(value, heads)] ?? [], ranked)
      expect(place).toBe(1 + values.filter((other) => other > value).length)
    }
    expect(placeOf(0, steps, ranked)).toBeNull()
    // Newer than the list: above everybody, or below.
    expect([placeOf(9999, parts[0] ?? [], ranked), placeOf(0.5, steps, ranked)]).toEqual([
      1,
      ranked + 1,
    ])
  })

  it.each([
    ['week', 'week:2026-11-16:sales'],
    ['last-week', 'week:2026-11-09:sales'],
    ['month', 'month:2026-11:sales'],
    ['last-month', 'month:2026-10:sales'],
    ['total', 'total:sales'],
  ] as const)('%s 的榜叫 %s', (period, id) => {
    expect(rankIdOf(period, 'sales', '2026-11-20')).toBe(id)
  })
})
