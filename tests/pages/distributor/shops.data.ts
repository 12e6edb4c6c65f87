// Two shops and their distributors that share no figure: what one page shows in both is hard-coded.
import type { Api } from '@contract/api'
import { bps, fen } from '@contract/money'
import { addDays } from '@contract/time'
import type { Bps, Fen } from '@contract/money'

type Out<Name extends keyof Api> = Api[Name]['output']
type Commission = Out<'distributor.listCommissions'>['rows'][number]
type Withdrawal = Out<'distributor.listWithdrawals'>['rows'][number]
type Movement = Out<'distributor.getWallet'>['movements']['rows'][number]
type Suggestion = Out<'distributor.getCentre'>['suggestions'][number]

export interface DistributorFixture {
  session: Out<'mall.openSession'>
  application: Out<'distributor.getApplication'>
  centre: Out<'distributor.getCentre'>
  commissions: Out<'distributor.listCommissions'>
  explained: Out<'distributor.getCommission'>
  wallet: Out<'distributor.getWallet'>
  quote: Out<'distributor.quoteWithdrawal'>
  withdrawals: Out<'distributor.listWithdrawals'>
  product: Out<'mall.getProduct'>
  share: Out<'distributor.createShare'>
}

/** A Shanghai moment: `2026-11-20 09:41`. */
export const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

const fens = (...amounts: number[]): Fen[] => amounts.map(fen)
const rates = (...all: number[]): Bps[] => all.map(bps)

/** 30 days from a date, all but some without a commission. */
function daysOf(from: string, earned: Readonly<Record<string, number>>) {
  return Array.from({ length: 30 }, (_, index) => {
    const on = addDays(from, index)
    return { on, commissionFen: fen(earned[on] ?? 0) }
  })
}

function commission(row: Partial<Commission> & Pick<Commission, 'id' | 'title'>): Commission {
  return {
    level: 1,
    buyerName: '林**',
    amountFen: fen(0),
    reversedFen: fen(0),
    netFen: fen(0),
    status: 'pending',
    isHeld: false,
    accruedAt: at('2026-11-20 09:12'),
    settleAt: null,
    settledAt: null,
    ...row,
  }
}

function withdrawal(row: Partial<Withdrawal> & Pick<Withdrawal, 'id' | 'status'>): Withdrawal {
  return {
    amountFen: fen(0),
    feeFen: fen(0),
    taxFen: fen(0),
    netFen: fen(0),
    requestedAt: at('2026-11-19 10:00'),
    paidAt: null,
    endedAt: null,
    reason: null,
    ...row,
  }
}

function movement(row: Partial<Movement> & Pick<Movement, 'id' | 'code' | 'at'>): Movement {
  return {
    pendingFen: fen(0),
    availableFen: fen(0),
    withdrawingFen: fen(0),
    clawbackFen: fen(0),
    orderId: null,
    withdrawalId: null,
    ...row,
  }
}

function suggestion(
  row: Pick<Suggestion, 'id' | 'title' | 'subtitle'> & { price: number; earn: number },
) {
  const { price, earn, ...rest } = row
  return {
    ...rest,
    picture: `https://shop.test/${row.id}.jpg`,
    tags: [],
    priceFen: fen(price),
    marketPriceFen: null,
    soldCount: 12,
    isSoldOut: false,
    earnFen: fen(earn),
  }
}

function product(row: { id: string; title: string; prices: number[]; earn: [number, number] }) {
  return {
    id: row.id,
    title: row.title,
    subtitle: '',
    description: '',
    pictures: [`https://shop.test/${row.id}.jpg`],
    tags: [],
    specNames: ['规格'],
    skus: row.prices.map((price, index) => ({
      skuId: `${row.id}_${index}`,
      specValues: [`第 ${index + 1} 种`],
      priceFen: fen(price),
      marketPriceFen: null,
      available: 9,
      earnFen: fen(row.earn[0]),
      memberPriceFen: null,
    })),
    soldCount: 3,
    isOnShelf: true,
    earn: { fromFen: fen(row.earn[0]), toFen: fen(row.earn[1]) },
    shippingFreeFromFen: null,
    shippingFeeFen: fen(800),
    afterSaleDays: 7,
  } satisfies DistributorFixture['product']
}

/** 茶与礼: 沈知夏, 金毫; a plain commission, a debt of nothing, a tax. */
export const tea: DistributorFixture = {
  session: {
    member: { id: 'mbr_shen', nickname: '知夏' },
    roles: ['shopper', 'distributor'],
    distributor: { id: 'dst_shen', name: '沈知夏', status: 'active', tier: 'gold' },
    shop: { name: '茶与礼', motto: '一盏茶，一份礼', isOpen: true },
    cartCount: 2,
  },
  application: {
    status: null,
    rejectReason: null,
    inviterName: '兰姨',
    rateText: rates(1000, 300),
    freezeDays: 7,
  },
  centre: {
    name: '沈知夏',
    tier: 'gold',
    wallet: {
      availableFen: fen(128640),
      pendingFen: fen(64218),
      withdrawingFen: fen(30000),
      clawbackFen: fen(0),
      earnedFen: fen(1893255),
      paidFen: fen(1670397),
    },
    today: { visits: 1280, newCustomers: 6, orders: 4, commissionFen: fen(18727) },
    disputesToAnswer: 0,
    asOf: at('2026-11-20 09:41'),
    days: daysOf('2026-10-22', { '2026-10-25': 50000, '2026-11-15': 20000, '2026-11-20': 18727 }),
    suggestions: [
      suggestion({
        id: 'prd_rougui',
        title: '武夷肉桂礼盒 · 慧苑坑',
        subtitle: '足火三焙，桂皮香里带花果甜',
        price: 29800,
        earn: 4172,
      }),
      suggestion({
        id: 'prd_longjing',
        title: '明前龙井 特级',
        subtitle: '狮峰山，豆香清',
        price: 18800,
        earn: 2632,
      }),
    ],
    tierNews: null,
  },
  commissions: {
    rows: [
      commission({
        id: 'cm:o1:1:dst_shen',
        title: '武夷肉桂礼盒 × 2',
        amountFen: fen(7797),
        netFen: fen(7797),
      }),
      commission({
        id: 'cm:o2:2:dst_shen',
        title: '茶点心 六式 × 4',
        buyerName: '苏**',
        level: 2,
        amountFen: fen(1386),
        netFen: fen(1386),
        accruedAt: at('2026-11-20 08:40'),
        settleAt: at('2026-11-28 00:05'),
      }),
      commission({
        id: 'cm:o3:1:dst_shen',
        title: '紫砂小壶 石瓢',
        buyerName: '唐**',
        amountFen: fen(5992),
        netFen: fen(5992),
        isHeld: true,
        accruedAt: at('2026-11-20 08:05'),
      }),
      commission({
        id: 'cm:o4:1:dst_shen',
        title: '二一年老白茶饼',
        buyerName: '何**',
        amountFen: fen(4288),
        reversedFen: fen(1072),
        netFen: fen(3216),
        status: 'settled',
        accruedAt: at('2026-11-19 16:20'),
        settleAt: at('2026-11-19 23:59'),
        settledAt: at('2026-11-20 00:05'),
      }),
      commission({
        id: 'cm:o5:1:dst_shen',
        title: '茶点心 六式',
        buyerName: '陈**',
        amountFen: fen(1188),
        reversedFen: fen(1188),
        status: 'reversed',
        accruedAt: at('2026-11-19 14:02'),
      }),
    ],
    next: null,
  },
  explained: {
    commission: commission({
      id: 'cm:o1:1:dst_shen',
      title: '武夷肉桂礼盒 × 2',
      amountFen: fen(7797),
      netFen: fen(7797),
    }),
    tier: 'gold',
    planVersion: '2026-11-A',
    orderId: 'ord_1',
    lines: [
      {
        line: 1,
        title: '武夷肉桂礼盒',
        rule: 'product:prd_rougui',
        ruleName: '武夷肉桂礼盒',
        amountFen: fen(7797),
        reversedFen: fen(0),
        steps: [
          {
            step: 'base',
            unitPriceFen: fen(29800),
            quantity: 2,
            discountFen: fen(3901),
            baseFen: fen(55699),
          },
          {
            step: 'rule',
            matched: 'product',
            ruleId: 'prd_rougui',
            skipped: ['campaign', 'sku'],
            rateBps: bps(1200),
          },
          { step: 'tier-bonus', tier: 'gold', bonusBps: bps(200), totalBps: bps(1400) },
          { step: 'amount', baseFen: fen(55699), rateBps: bps(1400), amountFen: fen(7797) },
          {
            step: 'cap',
            capBps: bps(3000),
            capFen: fen(16709),
            wantedFen: fens(7797, 1949),
            isCapped: false,
            amountFen: fen(7797),
          },
        ],
      },
    ],
  },
  wallet: {
    wallet: {
      availableFen: fen(128640),
      pendingFen: fen(64218),
      withdrawingFen: fen(30000),
      clawbackFen: fen(0),
      earnedFen: fen(1893255),
      paidFen: fen(1670397),
    },
    movements: {
      rows: [
        movement({
          id: 'accrue:o1',
          code: 'COMMISSION_ACCRUED',
          at: at('2026-11-20 09:12'),
          pendingFen: fen(7797),
          orderId: 'ord_1',
        }),
        movement({
          id: 'settle:o4',
          code: 'COMMISSION_SETTLED',
          at: at('2026-11-20 00:05'),
          pendingFen: fen(-3216),
          availableFen: fen(3216),
          orderId: 'ord_4',
        }),
        movement({
          id: 'wd_1:request',
          code: 'WITHDRAWAL_REQUESTED',
          at: at('2026-11-19 10:00'),
          availableFen: fen(-30000),
          withdrawingFen: fen(30000),
          withdrawalId: 'wd_1',
        }),
      ],
      next: null,
    },
  },
  quote: {
    availableFen: fen(128640),
    minFen: fen(1000),
    maxFen: fen(500000),
    leftTodayFen: fen(470000),
    feeFen: fen(0),
    taxFen: fen(15728),
    netFen: fen(112912),
    leftTodayCount: 4,
    taxMode: 'labour',
    taxSteps: [
      {
        step: 'income',
        mode: 'labour',
        month: '2026-11',
        beforeFen: fen(30000),
        amountFen: fen(128640),
        totalFen: fen(158640),
      },
      { step: 'expenses', flatFen: fen(80000), percent: null },
      {
        step: 'bracket',
        taxableHundredths: 7864000,
        ratePercent: 20,
        quickDeductionFen: fen(0),
        dueFen: fen(15728),
      },
      { step: 'withheld', beforeFen: fen(0), taxFen: fen(15728) },
    ],
    needsTwoApprovals: false,
    nameNeed: 'tax',
    realName: '梅*',
  },
  withdrawals: {
    rows: [
      withdrawal({
        id: 'wd_wait',
        status: 'awaiting-confirmation',
        amountFen: fen(30000),
        netFen: fen(30000),
      }),
      withdrawal({
        id: 'wd_paid',
        status: 'paid',
        amountFen: fen(180000),
        taxFen: fen(20000),
        netFen: fen(160000),
        requestedAt: at('2026-10-25 09:00'),
        paidAt: at('2026-10-25 15:30'),
        endedAt: at('2026-10-25 15:30'),
      }),
    ],
    next: null,
  },
  product: product({
    id: 'prd_rougui',
    title: '武夷肉桂礼盒',
    prices: [29800],
    earn: [4172, 4172],
  }),
  share: {
    shareCode: 'TEA1',
    path: '/pages/trade/product/index?id=prd_rougui&s=TEA1',
    title: '武夷肉桂礼盒 · 慧苑坑',
    picture: 'https://shop.test/prd_rougui.jpg',
    sharerName: '沈知夏',
  },
}

/** 山里陶: 阿岚, 银毫; second level, a cap that bites, a refund, a debt, a fee and two approvals. */
export const pottery: DistributorFixture = {
  session: {
    member: { id: 'mbr_lan', nickname: '岚' },
    roles: ['shopper', 'distributor'],
    distributor: { id: 'dst_lan', name: '阿岚', status: 'active', tier: 'silver' },
    shop: { name: '山里陶', motto: '土与火', isOpen: true },
    cartCount: 0,
  },
  application: {
    status: null,
    rejectReason: null,
    inviterName: null,
    rateText: rates(850),
    freezeDays: 10,
  },
  centre: {
    name: '阿岚',
    tier: 'silver',
    wallet: {
      availableFen: fen(0),
      pendingFen: fen(905),
      withdrawingFen: fen(0),
      clawbackFen: fen(1250),
      earnedFen: fen(43210),
      paidFen: fen(42555),
    },
    today: { visits: 3, newCustomers: 1, orders: 0, commissionFen: fen(0) },
    disputesToAnswer: 0,
    asOf: at('2026-06-02 18:05'),
    days: daysOf('2026-05-04', { '2026-05-10': 905 }),
    suggestions: [],
    tierNews: null,
  },
  commissions: {
    rows: [
      commission({
        id: 'cm:p1:2:dst_lan',
        title: '粗陶茶盏 × 1',
        buyerName: '周**',
        level: 2,
        amountFen: fen(500),
        reversedFen: fen(250),
        netFen: fen(250),
        accruedAt: at('2026-06-01 12:00'),
      }),
    ],
    next: 'page-2',
  },
  explained: {
    commission: commission({
      id: 'cm:p1:2:dst_lan',
      title: '粗陶茶盏 等 2 件',
      buyerName: '周**',
      level: 2,
      amountFen: fen(560),
      reversedFen: fen(250),
      netFen: fen(310),
      accruedAt: at('2026-06-01 12:00'),
    }),
    tier: 'silver',
    planVersion: 'P-3',
    orderId: 'ord_p1',
    lines: [
      {
        line: 1,
        title: '粗陶茶盏',
        rule: 'category:cat_cup',
        ruleName: '茶盏',
        amountFen: fen(500),
        reversedFen: fen(250),
        steps: [
          {
            step: 'base',
            unitPriceFen: fen(5000),
            quantity: 2,
            discountFen: fen(0),
            baseFen: fen(10000),
          },
          {
            step: 'rule',
            matched: 'category',
            ruleId: 'cat_cup',
            skipped: ['campaign', 'sku', 'product'],
            rateBps: bps(500),
          },
          { step: 'tier-bonus', tier: 'silver', bonusBps: bps(100), totalBps: bps(600) },
          { step: 'amount', baseFen: fen(10000), rateBps: bps(600), amountFen: fen(600) },
          {
            step: 'cap',
            capBps: bps(1500),
            capFen: fen(1500),
            wantedFen: fens(1200, 600),
            isCapped: true,
            amountFen: fen(500),
          },
          {
            step: 'refund',
            refundId: 'rf_1',
            baseLeftFen: fen(5000),
            wantedFen: fens(600, 300),
            amountFen: fen(250),
            reversedFen: fen(250),
          },
        ],
      },
      {
        line: 2,
        title: '陶罐 小号',
        rule: 'plan',
        ruleName: null,
        amountFen: fen(60),
        reversedFen: fen(0),
        steps: [
          {
            step: 'base',
            unitPriceFen: fen(2010),
            quantity: 1,
            discountFen: fen(0),
            baseFen: fen(2010),
          },
          {
            step: 'rule',
            matched: 'plan',
            ruleId: null,
            skipped: ['campaign', 'sku', 'product', 'category'],
            rateBps: bps(200),
          },
          { step: 'tier-bonus', tier: 'silver', bonusBps: bps(100), totalBps: bps(300) },
          { step: 'amount', baseFen: fen(2010), rateBps: bps(300), amountFen: fen(60) },
          {
            step: 'cap',
            capBps: bps(1500),
            capFen: fen(301),
            wantedFen: fens(180, 60),
            isCapped: false,
            amountFen: fen(60),
          },
        ],
      },
    ],
  },
  wallet: {
    wallet: {
      availableFen: fen(0),
      pendingFen: fen(905),
      withdrawingFen: fen(0),
      clawbackFen: fen(1250),
      earnedFen: fen(43210),
      paidFen: fen(42555),
    },
    movements: {
      rows: [
        movement({
          id: 'clawback:p2',
          code: 'COMMISSION_CLAWED_BACK',
          at: at('2026-06-02 11:11'),
          availableFen: fen(-480),
          clawbackFen: fen(1250),
          orderId: 'ord_p2',
        }),
        movement({
          id: 'wd_9:paid',
          code: 'WITHDRAWAL_PAID',
          at: at('2026-05-30 16:00'),
          withdrawingFen: fen(-8800),
          withdrawalId: 'wd_9',
        }),
      ],
      next: null,
    },
  },
  quote: {
    availableFen: fen(920000),
    minFen: fen(5000),
    maxFen: fen(600000),
    leftTodayFen: fen(300000),
    feeFen: fen(200),
    taxFen: fen(0),
    netFen: fen(299800),
    leftTodayCount: 1,
    taxMode: 'none',
    taxSteps: [
      {
        step: 'income',
        mode: 'none',
        month: '2026-11',
        beforeFen: fen(0),
        amountFen: fen(300000),
        totalFen: fen(300000),
      },
    ],
    needsTwoApprovals: true,
    nameNeed: null,
    realName: null,
  },
  withdrawals: {
    rows: [
      withdrawal({
        id: 'wd_new',
        status: 'requested',
        amountFen: fen(8800),
        feeFen: fen(200),
        netFen: fen(8600),
        requestedAt: at('2026-06-02 08:00'),
      }),
      withdrawal({
        id: 'wd_sent',
        status: 'dispatched',
        amountFen: fen(5100),
        netFen: fen(5100),
        requestedAt: at('2026-06-01 08:00'),
      }),
      withdrawal({
        id: 'wd_no',
        status: 'rejected',
        amountFen: fen(7700),
        netFen: fen(7700),
        requestedAt: at('2026-05-20 08:00'),
        endedAt: at('2026-05-20 09:00'),
        reason: '收货地址要再核对',
      }),
    ],
    next: null,
  },
  product: product({ id: 'prd_cup', title: '粗陶茶盏', prices: [5000, 8800], earn: [300, 528] }),
  share: {
    shareCode: 'POT9',
    path: 'pages/tabs/home/index?s=POT9',
    title: '山里陶',
    picture: '',
    sharerName: '阿岚',
  },
}
