// The funnel of a day: every step from the facts, nobody counted twice, days that add up.
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import type { Share } from '@contract/model/distribution'
import { readTypedCode } from '../../cloudfunctions/domain/share/read-typed-code'
import {
  mergeRows,
  sumFunnelDay,
  totalOf,
  type FunnelFacts,
} from '../../cloudfunctions/domain/share/sum-funnel-day'

type Made = Pick<Share, 'target' | 'channel'>
const tea = { kind: 'product', productId: 'tea' } as const
/** Mei shares tea to friends and as a poster, and the shop; Lan shares tea to friends. */
const shares = new Map<string, Made>([
  ['M1', { target: tea, channel: 'friend' }],
  ['M2', { target: tea, channel: 'poster' }],
  ['M3', { target: { kind: 'shop' }, channel: 'friend' }],
  ['L1', { target: tea, channel: 'friend' }],
])
const sharerOf = (code: string) => (code.startsWith('M') ? 'dst_mei' : 'dst_lan')
const came = (shareCode: string, memberId: string) => ({
  shareCode,
  distributorId: sharerOf(shareCode),
  memberId,
})
const paid = (shareCode: string, amount: number) => ({
  shareCode,
  distributorId: sharerOf(shareCode),
  paidFen: fen(amount),
})
const day = (facts: Partial<FunnelFacts>) =>
  sumFunnelDay({
    owner: 'dst_mei',
    on: '2026-11-20',
    asOf: 1,
    visits: [],
    earlierVisits: [],
    opens: [],
    bound: [],
    earlierBound: [],
    orders: [],
    shares,
    ...facts,
  })
const row = (rows: readonly { readonly key: string }[], key: string) =>
  rows.find((one) => one.key === key)

describe('漏斗的一天', () => {
  it('什么也没有就全是 0', () => {
    const nothing = { opens: 0, visits: 0, visitors: 0, newCustomers: 0, orders: 0, paidFen: 0 }
    expect(day({})).toMatchObject({ total: nothing, shares: [], targets: [], channels: [] })
  })

  it('同一个人打开三个分享：三次访问，一位访客；每个分享、商品、渠道各算一位', () => {
    const visits = ['M1', 'M2', 'M3'].map((code) => came(code, 'kai'))
    const sums = day({ visits })
    expect(sums.total).toMatchObject({ opens: 3, visits: 3, visitors: 1 })
    expect(sums.shares.map(({ key, visits: n, visitors }) => [key, n, visitors])).toEqual([
      ['M1', 1, 1],
      ['M2', 1, 1],
      ['M3', 1, 1],
    ])
    expect(row(sums.targets, 'product:tea')).toMatchObject({ visits: 2, visitors: 1 })
    expect(row(sums.targets, 'shop')).toMatchObject({ visits: 1, visitors: 1 })
    expect(row(sums.channels, 'friend')).toMatchObject({ visits: 2, visitors: 1 })
    expect(row(sums.channels, 'poster')).toMatchObject({ visits: 1, visitors: 1 })
  })

  it('以前来过的人不再是新访客，只在没来过的那一组里算', () => {
    const sums = day({ visits: [came('M2', 'kai')], earlierVisits: [came('M1', 'kai')] })
    expect(sums.total).toMatchObject({ visits: 1, visitors: 0 })
    expect(row(sums.targets, 'product:tea')).toMatchObject({ visitors: 0 })
    expect(row(sums.channels, 'poster')).toMatchObject({ visitors: 1 })
  })

  it('重复打开只加打开数', () => {
    const opens = [{ shareCode: 'M1', distributorId: 'dst_mei', count: 7 }]
    const sums = day({ visits: [came('M1', 'kai')], opens })
    expect(sums.total).toMatchObject({ opens: 8, visits: 1, visitors: 1 })
  })

  it('新顾客是第一次成为他顾客的人；曾经是过的不算', () => {
    const sums = day({
      bound: [came('M1', 'kai'), came('M2', 'kai'), came('M1', 'ann'), came('M1', 'bo')],
      earlierBound: [{ distributorId: 'dst_mei', memberId: 'bo' }],
    })
    expect(sums.total.newCustomers).toBe(2)
    expect(row(sums.shares, 'M1')).toMatchObject({ newCustomers: 2 })
    expect(row(sums.shares, 'M2')).toBeUndefined()
  })

  it('订单和金额记在带来顾客的分享上；不知道是哪个分享的只进合计', () => {
    const orders = [paid('M1', 9900), paid('M1', 100), { ...paid('M1', 5000), shareCode: null }]
    const sums = day({ orders })
    expect(sums.total).toMatchObject({ orders: 3, paidFen: 15000 })
    expect(row(sums.shares, 'M1')).toMatchObject({ orders: 2, paidFen: 10000 })
    expect(row(sums.targets, 'product:tea')).toMatchObject({ orders: 2, paidFen: 10000 })
  })

  it('全店：看过两位分销员的人是一位访客；换了人的顾客不是店里的新顾客', () => {
    const sums = day({
      owner: 'shop',
      visits: [came('M1', 'kai'), came('L1', 'kai')],
      bound: [came('M1', 'kai'), came('L1', 'kai')],
    })
    expect(sums.total).toMatchObject({ visits: 2, visitors: 1, newCustomers: 1 })
    expect(sums.members.map((one) => [one.key, one.visitors, one.newCustomers])).toEqual([
      ['dst_mei', 1, 1],
      ['dst_lan', 1, 1],
    ])
    expect(sums.shares).toEqual([])
  })

  it('几天相加，一位访客还是一位', () => {
    const first = day({ visits: [came('M1', 'kai'), came('M1', 'ann')] })
    const earlierVisits = [came('M1', 'kai')]
    const second = day({ on: '2026-11-21', visits: [came('M2', 'kai')], earlierVisits })
    expect(totalOf([first, second])).toMatchObject({ visits: 3, visitors: 2 })
    const rows = mergeRows([first.channels, second.channels])
    expect(rows.map(({ key, visits }) => [key, visits])).toEqual([
      ['friend', 2],
      ['poster', 1],
    ])
  })
})

describe('手输的邀请码', () => {
  it.each([
    ['8K3MZ 0QX1B', '8K3MZ0QX1B'],
    ['8k3mz-oqxib', '8K3MZ0QX1B'],
    [' 8K3MZ·0QXLB ', '8K3MZ0QX1B'],
    ['8K3M', null],
    ['你好', null],
    ['8K3MZ0QX1U', null],
    ['8K3MZ0QX1B8K3MZ0QX1B8', null],
  ])('%s → %s', (typed, code) => {
    expect(readTypedCode(typed)).toBe(code)
  })
})
