// A silver distributor on the way to gold: what both the tier's page and the distribution centre show.
import { bps, fen } from '@contract/money'
import type { Api } from '@contract/api'
import { at } from './shops.data'

export const sell = { measure: 'own-sales', window: 'this-month', atLeast: fen(800000) } as const
export const orders = { measure: 'paid-orders', window: 'last-3-months', atLeast: fen(12) } as const
const plain = { memberOffBps: bps(0), perks: [] }
export const own: Api['distributor.getTier']['output'] = {
  tier: 'silver',
  hold: null,
  credit: null,
  missed: 0,
  next: {
    tier: 'gold',
    need: 'all',
    figures: [
      { ...sell, value: fen(768000) },
      { ...orders, value: fen(14) },
    ],
  },
  keep: null,
  month: '2026-11',
  asOf: at('2026-11-20 09:40'),
  tiers: [
    { key: 'sprout', name: '新芽', need: 'all', conditions: [], bonusBps: [], ...plain },
    {
      key: 'silver',
      name: '银毫',
      need: 'all',
      conditions: [sell],
      bonusBps: [bps(100)],
      ...plain,
    },
    {
      key: 'gold',
      name: '金毫',
      need: 'any',
      conditions: [sell, orders],
      bonusBps: [bps(200), bps(50)],
      memberOffBps: bps(500),
      perks: ['每月样茶 2 份'],
    },
    { key: 'jade', name: '玉露', need: 'all', conditions: [], bonusBps: [bps(300)], ...plain },
  ],
  keepPolicy: { check: 'monthly', graceMonths: 1, demoteTo: 'one-step' },
}
