// Simulations of two shops; they share no figure, so that a hard-coded one fails.
import type { Api } from '@contract/api'
import { bps, fen } from '@contract/money'
import { NOW } from './desks.data'

type Out<Name extends keyof Api> = Api[Name]['output']
export type Simulator = Out<'owner.getSimulator'>
export type Simulated = Out<'owner.getSimulation'>
type Result = NonNullable<Simulated['result']>

const pair = (draft: number, real: number) => ({ draftFen: fen(draft), realFen: fen(real) })

export const teaSimulator: Simulator = {
  today: '2026-11-20',
  plans: [
    { id: 'pln_b', version: '2026-12-A', kind: 'draft' },
    { id: 'pln_a', version: '2026-11-A', kind: 'in-force' },
  ],
  recent: [
    {
      id: 'sim_tea',
      status: 'done',
      ordersDone: 2146,
      ordersTotal: 2146,
      planId: 'pln_b',
      version: '2026-12-A',
      from: '2026-10-01',
      to: '2026-10-31',
      budgetBps: bps(1800),
      floorBps: bps(950),
      startedAt: NOW,
      ...pair(6_029_500, 5_737_500),
    },
  ],
}

export const mountainSimulator: Simulator = {
  today: '2026-02-03',
  plans: [{ id: 'pln_m', version: '开张版', kind: 'in-force' }],
  recent: [],
}

const teaResult: Result = {
  orders: 2146,
  lines: 3012,
  baseFen: fen(48_900_000),
  keptFen: fen(48_623_000),
  ...pair(6_029_500, 5_737_500),
  draftRatioBps: 1240,
  realRatioBps: 1179,
  realVersions: ['2026-11-A'],
  cappedLines: 18,
  cutFen: fen(3_210),
  byLevel: [
    { key: '1', ...pair(4_839_500, 4_600_000) },
    { key: '2', ...pair(1_190_000, 1_137_500) },
  ],
  byTier: [
    { key: 'sprout', ...pair(1_784_000, 1_712_000) },
    { key: 'gold', ...pair(1_708_500, 1_584_500) },
  ],
  byRule: [
    { key: 'plan', name: '', ...pair(5_000_000, 4_900_000) },
    { key: 'campaign:双旦茶礼', name: '双旦茶礼', ...pair(800_000, 700_000) },
    { key: 'product:gone', name: '', ...pair(0, 40_000) },
  ],
  byProduct: [
    {
      id: 'prd_wine',
      title: '桂花冬酿蜜',
      keptFen: fen(900_000),
      ...pair(180_000, 150_000),
      draftMarginBps: 920,
      realMarginBps: 1253,
    },
    {
      id: 'prd_cup',
      title: '建盏',
      keptFen: fen(700_000),
      ...pair(90_000, 90_000),
      draftMarginBps: null,
      realMarginBps: null,
    },
  ],
  products: 38,
  breaches: [{ id: 'prd_wine', title: '桂花冬酿蜜', draftMarginBps: 920, realMarginBps: 1253 }],
  breachCount: 1,
  unknownCosts: 4,
  members: 186,
  gains: [{ id: 'dst_cheng', name: '程见', tier: 'gold', ...pair(200_200, 188_040) }],
  losses: [{ id: 'dst_he', name: '何川', tier: 'sprout', ...pair(55_610, 64_230) }],
  gainCount: 12,
  lossCount: 3,
}

export const teaSimulated: Simulated = {
  id: 'sim_tea',
  status: 'done',
  ordersDone: 2146,
  ordersTotal: 2146,
  planId: 'pln_b',
  version: '2026-12-A',
  from: '2026-10-01',
  to: '2026-10-31',
  budgetBps: bps(1500),
  floorBps: bps(1200),
  capBps: bps(3000),
  startedAt: NOW,
  finishedAt: NOW,
  isCurrent: true,
  result: teaResult,
}

/** A small shop whose plan would save money and crosses no line. */
export const mountainSimulated: Simulated = {
  ...teaSimulated,
  id: 'sim_mountain',
  ordersDone: 40,
  ordersTotal: 40,
  planId: 'pln_m',
  version: '开张版',
  from: '2026-02-03',
  to: '2026-02-03',
  budgetBps: bps(1000),
  result: {
    ...teaResult,
    orders: 40,
    keptFen: fen(860_000),
    ...pair(43_000, 51_100),
    draftRatioBps: 500,
    realRatioBps: 594,
    realVersions: ['一', '二'],
    cappedLines: 0,
    byLevel: [{ key: '1', ...pair(43_000, 51_100) }],
    byTier: [{ key: 'jade', ...pair(43_000, 51_100) }],
    byRule: [{ key: 'plan', name: '', ...pair(43_000, 51_100) }],
    byProduct: [],
    products: 0,
    breaches: [],
    breachCount: 0,
    unknownCosts: 0,
    members: 2,
    gains: [],
    losses: [],
    gainCount: 0,
    lossCount: 0,
  },
}
