// Builders for domain tests: one a noun, with everything a test doesn't speak of filled in.
import { makeCommissions } from '../../../cloudfunctions/domain/commission/make-commissions'
import { parsePlan } from '../../../cloudfunctions/domain/commission/parse-plan'
import { priceOrder } from '../../../cloudfunctions/domain/order/price-order'
import { Refusal } from '../../../cloudfunctions/domain/refuse'
import { fen } from '@contract/money'
import type { Commission, PlanRules } from '@contract/model/distribution'
import type { Wallet, Withdrawal } from '@contract/model/ledger'
import type { Order, OrderLine } from '@contract/model/order'
import type { DistributorStatus } from '@contract/model/people'
import { emptyWallet } from '../../../cloudfunctions/domain/ledger/post-to-wallet'

export const NOON = Date.parse('2026-11-05T12:00:00+08:00')

/** The plan of formats.md, as JSON would hold it. */
export const PLAN_JSON = {
  version: '2026-11-A',
  profile: 'china',
  rateBps: [1000, 300],
  tierBonusBps: { silver: [100, 0], gold: [200, 50] },
  overrides: [
    {
      scope: 'campaign',
      id: 'K1',
      productIds: ['P1'],
      from: '2026-11-01T00:00:00+08:00',
      to: '2026-11-12T00:00:00+08:00',
      rateBps: [1800, 500],
    },
    { scope: 'sku', id: 'S1', rateBps: [1500, 400] },
    { scope: 'product', id: 'P2', rateBps: [0, 0] },
    { scope: 'category', id: 'C1', rateBps: [800, 200] },
  ],
  capBps: 3000,
  selfPurchase: 'none',
  freezeDays: 7,
} as const

export function planOf(changes: Readonly<Record<string, unknown>> = {}): PlanRules {
  return parsePlan({ ...PLAN_JSON, ...changes })
}

/** OrderLine with plain numbers for amounts. */
type LineChanges = {
  readonly [Key in keyof OrderLine]?: OrderLine[Key] extends string ? string : number
}

export function lineOf(changes: LineChanges): OrderLine {
  const quantity = changes.quantity ?? 1
  const base = fen(changes.baseFen ?? 10_000)
  return {
    line: 1,
    skuId: 'S9',
    productId: 'P9',
    categoryId: 'C9',
    title: '龙井',
    specText: '250g',
    picture: '',
    unitPriceFen: fen(Math.ceil(base / quantity)),
    quantity,
    discountFen: fen(Math.ceil(base / quantity) * quantity - base),
    baseFen: base,
    refundedQuantity: 0,
    refundedFen: fen(0),
    inAfterSaleQuantity: 0,
    ...changes,
  } as OrderLine
}

interface Wanted {
  readonly unitPriceFen: number
  readonly quantity: number
  readonly skuId?: string
  readonly productId?: string
  readonly categoryId?: string
}

/** A paid order of these lines, credited to dst_mei, whom dst_lan invited. */
export function orderOf(
  lines: readonly Wanted[],
  changes: Partial<Order> = {},
  discountFen = 0,
): Order {
  const priced = priceOrder({
    lines: lines.map((line, index) => ({
      skuId: `S${index + 90}`,
      productId: `P${index + 90}`,
      categoryId: 'C9',
      title: `茶 ${index + 1}`,
      specText: '',
      picture: '',
      ...line,
      unitPriceFen: fen(line.unitPriceFen),
    })),
    shipping: { feeFen: fen(800), freeFromFen: null },
    discounts: [{ amountFen: fen(discountFen), productIds: null }],
  })
  return {
    _id: 'ord_1',
    outTradeNo: '1',
    buyerId: 'mbr_buyer',
    buyerName: '客',
    buyerOpenid: 'o1',
    status: 'paid',
    ...priced,
    refundedFen: fen(0),
    address: { name: '', phone: '', province: '', city: '', district: '', detail: '' },
    remark: '',
    attribution: { distributorId: 'dst_mei', inviterId: 'dst_lan', shareCode: 'abc' },
    planId: 'pln_1',
    placedAt: NOON,
    expireAt: NOON + 1,
    paidAt: NOON,
    transactionId: 't1',
    accrual: 'done',
    parcels: [],
    shippedAt: null,
    autoReceiveAt: null,
    receivedAt: null,
    closedAt: null,
    closeReason: null,
    openAfterSales: 0,
    payloadHash: '',
    ...changes,
  }
}

export function candidate(id: string, tier = '', status: DistributorStatus = 'active') {
  return { _id: id, tier, status }
}

export function walletOf(changes: { readonly [Part in keyof Wallet]?: string | number } = {}) {
  return { ...emptyWallet('dst_mei'), ...changes } as Wallet
}

export function withdrawalOf(changes: Partial<Withdrawal> = {}): Withdrawal {
  return {
    _id: 'wd_1',
    outBillNo: '1',
    distributorId: 'dst_mei',
    memberId: 'mbr_mei',
    openid: 'o',
    name: '美',
    status: 'requested',
    amountFen: fen(10_000),
    feeFen: fen(0),
    taxFen: fen(0),
    netFen: fen(10_000),
    taxMonth: null,
    taxMode: 'labour',
    taxSteps: [],
    payee: null,
    flags: [],
    approvals: [],
    needsApprovals: 1,
    requestedAt: NOON,
    dispatchedAt: null,
    packageInfo: null,
    paidAt: null,
    endedAt: null,
    reason: null,
    checkAt: null,
    ...changes,
  }
}

/** The code and facts with which something is refused. */
export function refusalOf(run: () => unknown): Pick<Refusal, 'code' | 'facts'> {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, facts: error.facts }
    throw error
  }
  throw new Error('it was not refused')
}

/** Mei's own, a tenth of an order, due at noon. */
export const commissionOf = (netFen: number, changes: Partial<Commission> = {}): Commission => ({
  ...makeCommissions({
    order: orderOf([{ unitPriceFen: netFen * 10, quantity: 1 }]),
    rules: planOf(),
    beneficiaries: { level1: { distributorId: 'dst_mei', tier: '' }, level2: null },
    at: NOON,
  })[0]!,
  settleAt: NOON,
  ...changes,
})
