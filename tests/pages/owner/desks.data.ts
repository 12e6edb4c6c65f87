// Two shops as their owners' desks see them; they share no figure, so that a hard-coded one fails.
import type { Api } from '@contract/api'
import { bps, fen } from '@contract/money'
import { mountainBuyer, PLACED_AT, teaBuyer } from '../trade/orders.data'

type Out<Name extends keyof Api> = Api[Name]['output']
export type Payout = Out<'owner.listWithdrawals'>['rows'][number]
export type Person = Out<'owner.listDistributors'>['rows'][number]
export type Wallet = Out<'owner.listEarnings'>['totals']

export interface Desk {
  name: string
  session: Out<'mall.openSession'>
  dashboard: Out<'owner.getDashboard'>
  earnings: Out<'owner.listEarnings'>
  payout: Payout
  person: Person
  goods: Out<'owner.listProducts'>['rows'][number]
  product: NonNullable<Out<'owner.getProduct'>['product']>
  categories: Out<'owner.getProduct'>['categories']
  order: Out<'owner.getOrder'>
  afterSale: Out<'owner.listAfterSales'>['rows'][number]
  plan: Out<'owner.getPlan'>
}

/** 2026-11-20 09:41 in Shanghai. */
export const NOW = PLACED_AT
const HOUR = 3_600_000

function sessionOf(name: string, roles: Out<'mall.openSession'>['roles']): Out<'mall.openSession'> {
  return {
    member: { id: 'mbr_1', nickname: '店主' },
    roles,
    distributor: null,
    shop: { name, motto: '', isOpen: true },
    cartCount: 0,
  }
}

type Figures = Out<'owner.getDashboard'>['now']
function figures(sales: number, orders: number, visitors: number, commission: number): Figures {
  return {
    salesFen: fen(sales),
    orders,
    visitors,
    buyers: orders,
    commissionFen: fen(commission),
    refundedFen: fen(0),
  }
}

function walletOf(
  pending: number,
  available: number,
  withdrawing: number,
  paid: number,
  clawback = 0,
): Wallet {
  return {
    pendingFen: fen(pending),
    availableFen: fen(available),
    withdrawingFen: fen(withdrawing),
    paidFen: fen(paid),
    clawbackFen: fen(clawback),
    earnedFen: fen(pending + available + withdrawing + paid - clawback),
  }
}

const detailOf = (
  order: Out<'mall.getOrder'>,
  rest: Omit<Out<'owner.getOrder'>, 'order'>,
): Out<'owner.getOrder'> => ({
  order: { ...order, status: 'paid', paidAt: NOW, actions: ['ship'] },
  ...rest,
})

export const teaDesk: Desk = {
  name: '茶与礼',
  session: sessionOf('茶与礼', ['shopper', 'owner']),
  dashboard: {
    from: '2026-11-14',
    to: '2026-11-20',
    asOf: NOW,
    now: figures(12_512_100, 537, 12_480, 1_476_428),
    before: figures(11_182_400, 482, 12_610, 1_300_000),
    moved: { trafficFen: fen(-122_600), conversionFen: fen(1_401_400), basketFen: fen(50_900) },
    days: [14, 15, 16, 17, 18, 19, 20].map((day, index) => ({
      on: `2026-11-${day}`,
      salesFen: fen(
        [1_540_000, 1_620_000, 1_790_000, 1_680_000, 1_870_000, 1_980_000, 2_032_100][index] ?? 0,
      ),
      beforeFen: fen(
        [1_500_000, 1_540_000, 1_630_000, 1_590_000, 1_700_000, 1_580_000, 1_642_400][index] ?? 0,
      ),
    })),
    costRatioBps: 1180,
    capBps: bps(3000),
    payouts: { count: 6, amountFen: fen(548_260), oldestAt: NOW - 3 * HOUR },
    toShip: 4,
    afterSales: 2,
    applications: 3,
    disputes: 0,
    topEarners: [
      { id: 'dst_mei', name: '梅**', tier: 'silver', amountFen: fen(77_970) },
      { id: 'dst_lan', name: '兰**', tier: 'jade', amountFen: fen(41_720) },
    ],
    topProducts: [
      { id: 'prd_1', title: '明前龙井', salesFen: fen(5_880_000), units: 588 },
      { id: 'prd_2', title: '紫砂西施壶', salesFen: fen(2_940_000), units: 49 },
    ],
    alerts: [
      { id: 'alert_1', message: '有一笔付款金额和订单不一致，已转人工核对', at: NOW - HOUR },
    ],
  },
  earnings: {
    totals: walletOf(50_000, 128_640, 30_000, 160_000, 1_188),
    distributors: {
      rows: [
        { id: 'dst_mei', name: '梅**', tier: 'silver', wallet: walletOf(7_797, 3_216, 0, 100_000) },
        {
          id: 'dst_lan',
          name: '兰**',
          tier: 'jade',
          wallet: walletOf(42_203, 125_424, 30_000, 60_000, 1_188),
        },
      ],
      next: null,
    },
  },
  payout: {
    id: 'wd_tea',
    status: 'requested',
    amountFen: fen(128_640),
    feeFen: fen(100),
    taxFen: fen(15_628),
    netFen: fen(112_912),
    requestedAt: NOW,
    paidAt: null,
    endedAt: null,
    reason: null,
    name: '梅**',
    tier: 'silver',
    approvals: [],
    needsApprovals: 1,
    eligible: 2,
    taxMode: 'labour',
    taxSteps: [
      {
        step: 'income',
        mode: 'labour',
        month: '2026-11',
        beforeFen: fen(29_500),
        amountFen: fen(128_640),
        totalFen: fen(158_140),
      },
      { step: 'expenses', flatFen: fen(80_000), percent: null },
      {
        step: 'bracket',
        taxableHundredths: 7_814_000,
        ratePercent: 20,
        quickDeductionFen: fen(0),
        dueFen: fen(15_628),
      },
      { step: 'withheld', beforeFen: fen(0), taxFen: fen(15_628) },
    ],
    flags: [
      { code: 'FIRST_TIME', title: '第一次提现', text: '以前没有到账过的提现，这次 ¥1,286.40' },
    ],
    blockedBy: null,
  },
  person: {
    id: 'dst_mei',
    name: '梅**',
    status: 'active',
    tier: 'silver',
    inviterName: '兰**',
    appliedAt: NOW - HOUR,
    admittedAt: NOW,
    earnedFen: fen(111_013),
    salesFen: fen(925_108),
    livelyOn: '2026-11-18',
    isTierHeld: false,
    credit: 'B',
    managerName: '周*',
  },
  goods: {
    id: 'prd_rougui',
    title: '武夷肉桂礼盒',
    picture: 'https://shop.test/rougui.jpg',
    fromPriceFen: fen(29_800),
    stock: 44,
    soldCount: 1280,
    isOnShelf: true,
  },
  product: {
    id: 'prd_rougui',
    title: '武夷肉桂礼盒',
    subtitle: '足火，两罐装',
    description: '正岩产区。',
    categoryId: 'cat_rock',
    pictures: ['https://shop.test/rougui.jpg', 'https://shop.test/rougui-2.jpg'],
    tags: ['hot'],
    specNames: ['规格'],
    skus: [
      {
        skuId: 'sku_one',
        specValues: ['一罐'],
        priceFen: fen(15_800),
        marketPriceFen: null,
        costFen: fen(9_000),
        stock: 32,
      },
      {
        skuId: 'sku_two',
        specValues: ['两罐'],
        priceFen: fen(29_800),
        marketPriceFen: fen(33_600),
        costFen: null,
        stock: 12,
      },
    ],
    isOnShelf: true,
  },
  categories: [
    { id: 'cat_rock', name: '岩茶', picture: '' },
    { id: 'cat_ware', name: '茶器', picture: '' },
  ],
  order: detailOf(teaBuyer.order, {
    sharerName: '梅**',
    planVersion: '2026-11-A',
    commissions: [
      {
        id: 'cm:1',
        name: '梅**',
        level: 1,
        amountFen: fen(7_194),
        reversedFen: fen(1_188),
        netFen: fen(6_006),
        status: 'pending',
      },
      {
        id: 'cm:2',
        name: '兰**',
        level: 2,
        amountFen: fen(2_616),
        reversedFen: fen(0),
        netFen: fen(2_616),
        status: 'pending',
      },
    ],
  }),
  afterSale: teaBuyer.afterSale,
  plan: {
    inForce: {
      id: 'pln_a',
      status: 'published',
      createdAt: NOW - HOUR,
      validatedAt: NOW - HOUR,
      simulationId: 'sim_tea',
      publishedAt: NOW,
      effectiveAt: NOW,
      rules: {
        version: '2026-11-A',
        profile: 'china',
        rateBps: [bps(950), bps(300)],
        tierBonusBps: { silver: [bps(100), bps(0)], gold: [bps(250), bps(50)] },
        overrides: [{ scope: 'product', id: 'prd_rougui', rateBps: [bps(1200), bps(300)] }],
        capBps: bps(3000),
        selfPurchase: 'none',
        freezeDays: 7,
      },
    },
    scheduled: [],
    draft: null,
    draftWarnings: [],
    history: [],
    products: [{ id: 'prd_rougui', title: '武夷肉桂礼盒' }],
    categories: [{ id: 'cat_rock', name: '岩茶' }],
    skus: [],
    campaigns: [],
  },
}

export const mountainDesk: Desk = {
  name: '山里货',
  session: sessionOf('山里货', ['shopper', 'finance']),
  dashboard: {
    from: '2026-11-14',
    to: '2026-11-20',
    asOf: NOW - 2 * HOUR,
    now: figures(860_000, 40, 1_000, 43_000),
    before: figures(1_000_000, 50, 1_000, 60_000),
    moved: { trafficFen: fen(0), conversionFen: fen(-205_000), basketFen: fen(65_000) },
    days: [19, 20].map((day) => ({
      on: `2026-11-${day}`,
      salesFen: fen(430_000),
      beforeFen: fen(500_000),
    })),
    costRatioBps: 500,
    capBps: bps(2500),
    payouts: { count: 1, amountFen: fen(20_050), oldestAt: NOW - 50 * HOUR },
    toShip: 0,
    afterSales: 0,
    applications: 9,
    disputes: 0,
    topEarners: [{ id: 'dst_shi', name: '石**', tier: 'gold', amountFen: fen(9_901) }],
    topProducts: [{ id: 'prd_9', title: '野山菌', salesFen: fen(430_000), units: 86 }],
    alerts: [],
  },
  earnings: {
    totals: walletOf(9_901, 20_050, 0, 5_005),
    distributors: {
      rows: [
        { id: 'dst_shi', name: '石**', tier: 'gold', wallet: walletOf(9_901, 20_050, 0, 5_005) },
      ],
      next: null,
    },
  },
  payout: {
    id: 'wd_mountain',
    status: 'requested',
    amountFen: fen(260_050),
    feeFen: fen(0),
    taxFen: fen(36_010),
    netFen: fen(224_040),
    requestedAt: NOW - HOUR,
    paidAt: null,
    endedAt: null,
    reason: null,
    name: '石**',
    tier: 'gold',
    approvals: [{ name: '财务小何', at: NOW, counts: true }],
    needsApprovals: 2,
    eligible: 1,
    taxMode: 'platform-cumulative',
    taxSteps: [],
    flags: [],
    blockedBy: 'FOUR_EYES',
  },
  person: {
    id: 'dst_shi',
    name: '石**',
    status: 'frozen',
    tier: 'gold',
    inviterName: null,
    appliedAt: NOW - HOUR,
    admittedAt: NOW,
    earnedFen: fen(34_956),
    salesFen: fen(291_300),
    livelyOn: null,
    isTierHeld: true,
    credit: null,
    managerName: null,
  },
  goods: {
    id: 'prd_mushroom',
    title: '高山花菇',
    picture: 'https://shop.test/mushroom.jpg',
    fromPriceFen: fen(6_650),
    stock: 0,
    soldCount: 17,
    isOnShelf: false,
  },
  product: {
    id: 'prd_mushroom',
    title: '高山花菇',
    subtitle: '',
    description: '',
    categoryId: 'cat_dry',
    pictures: ['https://shop.test/mushroom.jpg'],
    tags: [],
    specNames: [],
    skus: [
      {
        skuId: 'sku_m',
        specValues: [],
        priceFen: fen(6_650),
        marketPriceFen: null,
        costFen: null,
        stock: 9,
      },
    ],
    isOnShelf: false,
  },
  categories: [{ id: 'cat_dry', name: '干货', picture: '' }],
  order: detailOf(mountainBuyer.order, {
    sharerName: null,
    planVersion: null,
    commissions: [],
  }),
  afterSale: {
    ...mountainBuyer.afterSale,
    status: 'returning',
    returnParcel: { carrier: '中通快递', trackingNumber: 'ZT556677' },
  },
  plan: {
    inForce: null,
    draft: {
      id: 'pln_d',
      status: 'draft',
      createdAt: NOW,
      validatedAt: null,
      simulationId: null,
      publishedAt: null,
      effectiveAt: null,
      rules: {
        version: '开张版',
        profile: 'china',
        rateBps: [bps(505)],
        tierBonusBps: { jade: [bps(125), bps(25)] },
        overrides: [
          {
            scope: 'campaign',
            id: '双旦山货',
            productIds: ['prd_mushroom'],
            from: '2026-12-20T00:00:00+08:00',
            to: '2026-12-27T00:00:00+08:00',
            rateBps: [bps(1800), bps(500)],
          },
        ],
        capBps: bps(2500),
        selfPurchase: 'self',
        freezeDays: 10,
      },
    },
    draftWarnings: [],
    scheduled: [],
    history: [],
    products: [{ id: 'prd_mushroom', title: '高山花菇' }],
    categories: [{ id: 'cat_dry', name: '干货' }],
    skus: [],
    campaigns: [{ id: '双旦山货', name: '双旦山货' }],
  },
}
