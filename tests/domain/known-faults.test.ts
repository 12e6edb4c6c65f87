// Faults found in other shops' code, by number: the naive way is written out and shown wrong, ours right.
import { describe, expect, it } from 'vitest'
import { fen, sumFen, type Fen } from '@contract/money'
import { checkInviter } from '../../cloudfunctions/domain/attribution/check-inviter'
import { compilePlan } from '../../cloudfunctions/domain/commission/compile-plan'
import { computeCommissions } from '../../cloudfunctions/domain/commission/compute-commissions'
import { findBeneficiaries } from '../../cloudfunctions/domain/commission/find-beneficiaries'
import { makeCommissions } from '../../cloudfunctions/domain/commission/make-commissions'
import { reverseCommissions } from '../../cloudfunctions/domain/commission/reverse-commissions'
import { enterReversal } from '../../cloudfunctions/domain/ledger/enter-commission'
import { postToWallet } from '../../cloudfunctions/domain/ledger/post-to-wallet'
import { candidate, lineOf, NOON, orderOf, planOf, walletOf } from './support/builders'

const plan = compilePlan(planOf({ overrides: [] }))
const mei = { distributorId: 'dst_mei', tier: '' }

describe('fault 3: a partial refund voids the whole line, or loses what exceeds the balance', () => {
  const order = orderOf([{ unitPriceFen: 1000, quantity: 3 }])
  const made = makeCommissions({
    order,
    rules: plan.rules,
    beneficiaries: { level1: mei, level2: null },
    at: NOON,
  })
  const settled = made.map((row) => ({ ...row, status: 'settled' as const }))
  const lines = [{ line: 1, baseLeftFen: fen(2000) }]
  const [reversal] = reverseCommissions({ refundId: 'afs_1', commissions: settled, lines })

  it('one of three units back leaves two thirds', () => {
    const naive = (amount: Fen, isRefunded: boolean) => (isRefunded ? 0 : amount)
    expect(naive(made[0]!.amountFen, true)).not.toBe(200)
    expect(reversal?.commission.netFen).toBe(200)
  })

  it('what is gone already becomes a debt, to the fen', () => {
    const naive = (availableFen: number, backFen: number) => Math.max(0, availableFen - backFen)
    expect(30 - naive(30, 100)).not.toBe(100)
    const wallet = walletOf({ availableFen: 30 })
    const wallets = new Map([[wallet._id, wallet]])
    const facts = { orderId: 'ord_1', refundId: 'afs_1', wallets, at: NOON }
    const [entry] = enterReversal({ ...facts, reversals: [reversal!] })
    const after = postToWallet(wallet, entry!)
    expect([after.availableFen, after.clawbackFen]).toEqual([0, 70])
  })
})

describe('fault 6: base with postage, without coupons; floats; a blank rate', () => {
  it('the base is what was paid for the goods', () => {
    const order = orderOf([{ unitPriceFen: 10_000, quantity: 1 }], {}, 2_000)
    const naive = Math.floor(((order.goodsFen + order.shippingFen) * 1000) / 10_000)
    const [ours] = computeCommissions({
      plan,
      at: NOON,
      lines: order.lines,
      beneficiaries: { level1: mei, level2: null },
    })
    expect(naive).toBe(1080)
    expect(ours?.amountFen).toBe(800)
  })

  it('percentages in floats lose fen; ours never do', () => {
    const naive = (base: number, percent: number) => Math.floor(base * (percent / 100))
    const wrong: number[] = []
    for (const percent of [7, 14, 28, 29]) {
      const exactly = compilePlan(planOf({ overrides: [], rateBps: [percent * 100] }))
      for (let base = 1; base <= 2_000; base += 1) {
        const exact = Number((BigInt(base) * BigInt(percent)) / 100n)
        if (naive(base, percent) !== exact) wrong.push(base)
        const beneficiaries = { level1: mei, level2: null }
        const lines = [lineOf({ baseFen: base })]
        const [ours] = computeCommissions({ plan: exactly, at: NOON, lines, beneficiaries })
        expect(ours?.amountFen ?? 0).toBe(exact)
      }
    }
    expect(wrong.length).toBeGreaterThan(0)
  })

  it('a blank rate pays nothing', () => {
    const naive = (rateBps: number) => rateBps || 100
    expect(naive(0)).toBe(100)
    const nothing = compilePlan(planOf({ overrides: [], rateBps: [0] }))
    const beneficiaries = { level1: { ...mei, tier: 'gold' }, level2: null }
    expect(
      computeCommissions({ plan: nothing, at: NOON, lines: [lineOf({})], beneficiaries }),
    ).toEqual([])
  })
})

it('fault 7: a running sum inside a loop inflates the total', () => {
  const order = orderOf([1, 2, 3].map(() => ({ unitPriceFen: 1000, quantity: 1 })))
  const [ours] = computeCommissions({
    plan,
    at: NOON,
    lines: order.lines,
    beneficiaries: { level1: mei, level2: null },
  })
  let running = 0
  let naive = 0
  for (const line of ours?.lines ?? []) {
    running += line.amountFen
    naive += running
  }
  expect(naive).toBe(600)
  expect(ours?.amountFen).toBe(300)
  expect(ours?.amountFen).toBe(sumFen(ours?.lines ?? [], (line) => line.amountFen))
})

it('fault 10: a disabled first level kills the second, or earns all the same', () => {
  const sharer = candidate('dst_mei', '', 'frozen')
  const inviter = candidate('dst_lan')
  const naive = sharer.status === 'active' ? [sharer._id, inviter._id] : []
  const ours = findBeneficiaries({ buyerId: 'dst_kai', sharer, inviter, selfPurchase: 'none' })
  expect(naive).toEqual([])
  expect([ours.level1, ours.level2?.distributorId]).toEqual([null, 'dst_lan'])
})

describe('fault 11: the loop check looks two hops only, or compares ids as parts of text', () => {
  const inviter = {
    _id: 'dst_15',
    status: 'active',
    uplineIds: ['dst_4', 'dst_3', 'dst_2'],
  } as const

  it('a loop of any length is found', () => {
    const naive = (applicant: string) =>
      inviter.uplineIds.slice(0, 2).some((id) => id === applicant)
    expect(naive('dst_2')).toBe(false)
    expect(checkInviter('dst_2', inviter)).toEqual({ isValid: false, reason: 'cycle' })
  })

  it('5 is not inside 15', () => {
    const naive = (applicant: string) => `15,${inviter.uplineIds.join()}`.includes(applicant)
    expect(naive('5')).toBe(true)
    expect(checkInviter('5', inviter).isValid).toBe(true)
    expect(checkInviter('dst_5', inviter).isValid).toBe(true)
  })
})
