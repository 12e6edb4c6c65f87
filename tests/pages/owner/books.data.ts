// Two shops' books as their desks see them; they share no figure, so that a hard-coded one fails.
import type { Api } from '@contract/api'
import { DIFFERENCE_CAUSES, STATEMENT_LINES } from '@contract/model/books'
import { fen } from '@contract/money'
import { NOW } from './desks.data'

type Out<Name extends keyof Api> = Api[Name]['output']
export type Day = Out<'owner.reconcileDay'>
export type Difference = Out<'owner.noteDifference'>
export type Statement = Out<'owner.getStatement'>
export type Decision = Out<'owner.payIncentive'>
export type StuckRefund = Out<'owner.listStuckRefunds'>['rows'][number]
export type Alert = Out<'owner.listAlerts'>['rows'][number]

const tally = (count: number, amountFen: number) => ({ count, amountFen: fen(amountFen) })
type Sides = readonly [count: number, amountFen: number]
const sides = (records: Sides, wechat: Sides = records) => ({
  records: tally(...records),
  ledger: tally(...records),
  wechat: tally(...wechat),
})

function dayOf(on: string, change: Partial<Day> = {}): Day {
  return {
    on,
    status: 'done',
    payment: sides([3, 40_000]),
    refund: sides([1, 5800]),
    transfer: sides([0, 0]),
    hasTradeBill: true,
    hasFundBill: false,
    openCount: 0,
    foundCount: 0,
    asOf: NOW,
    ...change,
  }
}

function differenceOf(change: Partial<Difference>): Difference {
  const cause = change.cause ?? 'PAYMENT_AMOUNT'
  return {
    id: `2026-11-20:${cause}:01HX`,
    flow: 'payment',
    cause,
    causeText: DIFFERENCE_CAUSES[cause],
    number: '01HX',
    recordId: 'ord_01HX',
    oursFen: fen(11_600),
    wechatFen: fen(11_700),
    state: 'open',
    foundAt: NOW,
    note: null,
    notedByName: null,
    notedAt: null,
    ...change,
  }
}

const none = {
  pendingFen: fen(0),
  availableFen: fen(0),
  withdrawingFen: fen(0),
  clawbackFen: fen(0),
}

interface Wanted {
  readonly name: string
  readonly month: string
  readonly accruedFen: number
  readonly paidFen: number
  readonly taxFen: number
  readonly debtFen?: number
}

/** A month that began at ¥10.00: something accrued, something was paid out. */
function statementOf(wanted: Wanted): Statement {
  const { name, month, accruedFen, paidFen, taxFen, debtFen = 0 } = wanted
  const accrued = { ...none, pendingFen: fen(accruedFen) }
  const paid = { ...none, withdrawingFen: fen(-paidFen) }
  const byLine: Partial<Record<string, typeof none>> = { accrued, paid }
  return {
    ...{ name, month, firstMonth: '2026-09', lastMonth: '2026-11', isOver: month < '2026-11' },
    opening: { ...none, withdrawingFen: fen(paidFen), clawbackFen: fen(debtFen) },
    lines: STATEMENT_LINES.map((line) => {
      const sums = byLine[line]
      return { line, count: sums ? 1 : 0, ...(sums ?? none) }
    }),
    paid: { netFen: fen(paidFen - taxFen), taxFen: fen(taxFen), feeFen: fen(0) },
    closing: { ...none, pendingFen: fen(accruedFen), clawbackFen: fen(debtFen) },
    asOf: NOW,
    rows: {
      rows: [
        {
          ...{ id: 'wd:1:paid', line: 'paid', at: NOW, ...paid, withdrawalId: 'wd_1' },
          ...{ commissions: [], note: null },
        },
        {
          ...{ id: 'accrue:1', line: 'accrued', at: NOW, ...accrued, withdrawalId: null },
          commissions: [{ id: 'cm:1', title: `${name}的茶`, buyerName: '林**' }],
          note: null,
        },
      ],
      next: null,
    },
  }
}

function decisionOf(change: Partial<Decision>): Decision {
  return {
    id: 'mdc_1',
    kind: 'incentive',
    distributorId: 'dst_1',
    name: '梅**',
    amountFen: fen(8800),
    reason: '十月第一',
    status: 'done',
    askedByName: '老板',
    askedAt: NOW,
    decidedByName: null,
    decidedAt: null,
    rejectReason: null,
    blockedBy: 'DECISION_MOVED_ON',
    ...change,
  }
}

function stuckOf(change: Partial<StuckRefund>): StuckRefund {
  return {
    afterSaleId: 'afs_1',
    orderId: 'ord_1',
    buyerName: '林**',
    title: '明前龙井',
    refundFen: fen(5800),
    state: 'closed',
    since: NOW,
    outRefundNo: '01HXCLOSED',
    tries: 1,
    waiting: 0,
    blockedBy: null,
    ...change,
  }
}

function alertOf(change: Partial<Alert>): Alert {
  return {
    ...{ id: 'RECONCILE:2026-11-20:1', kind: 'RECONCILE', subjectId: '2026-11-20:1' },
    ...{ message: '2026-11-20 的账和微信对不上，有 1 处', at: NOW, closing: null },
    ...change,
  }
}

export const teaBooks = {
  days: [
    dayOf('2026-11-20', {
      payment: sides([3, 40_000], [3, 40_100]),
      openCount: 1,
      foundCount: 1,
    }),
    dayOf('2026-11-19'),
  ],
  differences: [differenceOf({})],
  audit: { on: '2026-11-21', status: 'right', first: null, entries: 3126, finishedAt: NOW },
  statement: statementOf({
    ...{ name: '林晓梅', month: '2026-11', accruedFen: 7797, paidFen: 30_000, taxFen: 4000 },
  }),
  decision: decisionOf({}),
  budget: {
    month: '2026-11',
    budgetFen: fen(500_000),
    paidFen: fen(8800),
    waitingFen: fen(120_000),
    leftFen: fen(371_200),
    fourEyesFen: fen(100_000),
  },
  stuck: stuckOf({}),
  alert: alertOf({}),
} as const

export const mountainBooks = {
  days: [
    dayOf('2026-10-08', {
      payment: sides([7, 123_456]),
      refund: sides([0, 0]),
      foundCount: 2,
    }),
  ],
  differences: [
    differenceOf({
      cause: 'REFUND_NOT_BOOKED',
      causeText: DIFFERENCE_CAUSES.REFUND_NOT_BOOKED,
      id: '2026-10-08:REFUND_NOT_BOOKED:02MT',
      flow: 'refund',
      number: '02MT',
      recordId: 'afs_02MT',
      oursFen: fen(990),
      wechatFen: fen(990),
      state: 'closed',
      note: '已经补记',
      notedByName: '小何',
      notedAt: NOW,
    }),
  ],
  audit: {
    on: '2026-10-09',
    status: 'differs',
    first: 'wallets/dst_9 可提现：钱包余额和分录合计不一致',
    entries: 12,
    finishedAt: NOW,
  },
  statement: statementOf({
    ...{ name: '赵山', month: '2026-10', accruedFen: 1280, paidFen: 55_500, taxFen: 0 },
    debtFen: 792,
  }),
  decision: decisionOf({
    id: 'mdc_2',
    kind: 'debt-write-off',
    name: '赵**',
    amountFen: fen(1_234_00),
    reason: '已经退出',
    status: 'waiting',
    askedByName: '阿山',
    blockedBy: null,
  }),
  budget: {
    month: '2026-10',
    budgetFen: fen(20_000),
    paidFen: fen(1100),
    waitingFen: fen(0),
    leftFen: fen(18_900),
    fourEyesFen: fen(50_000),
  },
  stuck: stuckOf({
    afterSaleId: 'afs_2',
    title: '野山菌 等 2 种',
    refundFen: fen(12_340),
    state: 'abnormal',
    outRefundNo: '02MTABNORMAL_2',
    tries: 2,
    waiting: 1,
  }),
  alert: alertOf({
    id: 'PAYMENT_TWICE:ord_9',
    kind: 'PAYMENT_TWICE',
    subjectId: 'ord_9',
    message: '同一笔订单收到两个不同的微信支付单号',
  }),
} as const
