// The day's figures, what moved the sales, masks, moments and a fresh shop.
import { assert, constantFrom, integer, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import {
  mergeEarners,
  mergeProducts,
  packEarners,
  packProducts,
  topOf,
  unpackEarners,
  unpackProducts,
} from '../../cloudfunctions/domain/report/day-tops'
import { explainSales } from '../../cloudfunctions/domain/report/explain-sales'
import { summariseDay } from '../../cloudfunctions/domain/report/summarise-day'
import { defaultShop } from '../../cloudfunctions/domain/shop/default-shop'
import { checkStock } from '../../cloudfunctions/domain/stock/check-stock'
import { compareCodePoints } from '../../cloudfunctions/domain/text/compare-code-points'
import { maskName } from '../../cloudfunctions/domain/text/mask'
import { parseMoment } from '../../cloudfunctions/domain/text/parse-moment'
import { NOON, orderOf } from './support/builders'

const figures = (visitors: number, buyers: number, salesFen: number) => ({
  visitors,
  buyers,
  salesFen: fen(salesFen),
})

describe('销售额 = 流量 × 转化率 × 客单价', () => {
  it.each([
    ['twice the visitors', figures(100, 10, 1000), figures(200, 20, 2000), [1000, 0, 0]],
    ['twice the conversion', figures(100, 10, 1000), figures(100, 20, 2000), [0, 1000, 0]],
    ['twice the basket', figures(100, 10, 1000), figures(100, 10, 2000), [0, 0, 1000]],
    ['all twice', figures(100, 10, 1000), figures(200, 40, 8000), [2333, 2333, 2334]],
    ['nothing at all', figures(0, 0, 0), figures(0, 0, 0), [0, 0, 0]],
    ['the first day: visitors brought all', figures(0, 0, 0), figures(10, 1, 500), [500, 0, 0]],
    ['nobody bought any more', figures(10, 1, 500), figures(10, 0, 0), [0, -500, 0]],
  ])('%s', (_label, before, now, [traffic, conversion, basket]) => {
    expect(explainSales(before, now)).toEqual({
      trafficFen: traffic,
      conversionFen: conversion,
      basketFen: basket,
    })
  })

  it('the three parts always add up to the difference', () => {
    const days = record({
      visitors: integer({ min: 0, max: 1_000_000 }),
      buyers: integer({ min: 0, max: 10_000 }),
      basket: integer({ min: 0, max: 1_000_000 }),
    }).map(({ visitors, buyers, basket }) => figures(visitors, buyers, buyers * basket))
    assert(
      property(days, days, (before, now) => {
        const { trafficFen, conversionFen, basketFen } = explainSales(before, now)
        expect(trafficFen + conversionFen + basketFen).toBe(now.salesFen - before.salesFen)
      }),
    )
  })
})

it('a day counts what was paid, refunded and accrued on it, each buyer once', () => {
  const yesterday = NOON - 86_400_000
  const order = orderOf([{ unitPriceFen: 1000, quantity: 1 }])
  const day = summariseDay({
    on: '2026-11-05',
    orders: [order, order, { ...order, paidAt: yesterday }, { ...order, paidAt: null }],
    refunds: [
      { refundFen: fen(300), refundedAt: NOON },
      { refundFen: fen(9), refundedAt: null },
    ],
    commissions: [{ distributorId: 'dst_a', netFen: fen(70), accruedAt: NOON }],
    visits: [
      { memberId: order.buyerId, visitedAt: NOON },
      { memberId: 'mbr_a', visitedAt: NOON },
      { memberId: 'mbr_a', visitedAt: NOON },
      { memberId: 'mbr_b', visitedAt: yesterday },
    ],
    asOf: NOON,
  })
  expect(day).toEqual({
    _id: '2026-11-05',
    salesFen: 3600,
    refundedFen: 300,
    orders: 2,
    buyers: 1,
    // The buyer and one more; whoever came the day before is not counted.
    visitors: 2,
    commissionFen: 70,
    earners: 'dst_a 70',
    products: 'P90 2 2000 茶 1',
    asOf: NOON,
  })
})

describe('who and what brought the sales', () => {
  const earners = (...rows: [string, number][]) =>
    new Map(rows.map(([id, amountFen]) => [id, fen(amountFen)]))
  const product = (title: string, salesFen: number, units: number) => ({
    title,
    salesFen: fen(salesFen),
    units,
  })

  it('survives being packed as text, whatever the title; an older day without it has nobody', () => {
    const day = earners(['dst_b', 5], ['dst_a', -3])
    expect([...unpackEarners(packEarners(day))]).toEqual([
      ['dst_a', -3],
      ['dst_b', 5],
    ])
    const sold = new Map([['prd_1', product('明前 龙井\n50 克', 5000, 1)]])
    expect([...unpackProducts(packProducts(sold))]).toEqual([
      ['prd_1', product('明前 龙井 50 克', 5000, 1)],
    ])
    expect(unpackEarners(undefined).size + unpackProducts('').size).toBe(0)
  })

  it('days add up: who is fifth every day may be first of them all', () => {
    const days = [0, 1, 2].map((day) => earners(['dst_always', 30], [`dst_once${day}`, 50]))
    expect(topOf(mergeEarners(days), (amountFen) => amountFen, 2)).toEqual([
      ['dst_always', 90],
      ['dst_once0', 50],
    ])
  })

  it('a product is called as on the last day it sold; one given back whole is not in the list', () => {
    const days = [
      new Map([['prd_1', product('龙井', 5000, 1)]]),
      new Map([
        ['prd_1', product('明前龙井', 8800, 2)],
        ['prd_2', product('茶则', 0, 0)],
      ]),
    ]
    expect(topOf(mergeProducts(days), ({ salesFen }) => salesFen, 5)).toEqual([
      ['prd_1', product('明前龙井', 13800, 3)],
    ])
  })
})

describe('texts', () => {
  it.each([
    ['林晓梅', '林**'],
    ['𠮷田', '𠮷**'],
    ['', '**'],
    ['茶友7K2M', '茶友7K2M'],
    ['茶友小王', '茶**'],
  ])('%s is shown as %s', (name, shown) => expect(maskName(name)).toBe(shown))

  it('sort by code point, as spreading into letters would', () => {
    const texts = string({ unit: constantFrom('a', 'z', '茶', '\ue000', '\uffff', '😀', '𠮷') })
    assert(
      property(texts, texts, (a, b) => {
        const [x, y] = [a, b].map((text) => Array.from(text, (letter) => letter.codePointAt(0)!))
        const differs = x!.findIndex((code, index) => code !== y![index])
        const expected = differs < 0 ? x!.length - y!.length : x![differs]! - (y![differs] ?? -1)
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(expected))
      }),
    )
  })

  it.each([
    ['2026-11-01T00:00:00+08:00', Date.UTC(2026, 9, 31, 16)],
    ['2026-11-01T00:00:00.5Z', Date.UTC(2026, 10, 1) + 500],
    ['2026-11-01T00:00Z', Date.UTC(2026, 10, 1)],
    ['2028-02-29T00:00:00-01:30', Date.UTC(2028, 1, 29, 1, 30)],
    ['2026-02-29T00:00:00Z', null],
    ['2026-11-01', null],
    ['2026-11-01T00:00:00', null],
    ['2026-11-01T24:00:00Z', null],
    ['2026-11-01T00:00:60Z', null],
    ['2026-13-01T00:00:00Z', null],
    [' 2026-11-01T00:00:00Z', null],
  ])('the moment %s', (text, at) => expect(parseMoment(text)).toBe(at))
})

it('stock that doesn’t suffice is named with what is left', () => {
  const verdict = checkStock([
    { title: '龙井', quantity: 1, available: 1 },
    { title: '普洱', quantity: 3, available: 2 },
  ])
  expect(verdict.isAllowed ? null : verdict.refusal.facts).toEqual({ title: '普洱', available: 2 })
})

it('a fresh shop pays nobody before a plan is published', () => {
  expect(defaultShop({ name: '茶与礼', ownerId: 'mbr_1', now: NOON }).plans).toEqual([])
})
