// The demo shop's tiers: reached by sales alone, looked at each month, one month's grace.
import { bps } from '@contract/money'
import { DAY_MS } from '@contract/time'
import { seedDistributors } from './people.data'
import type { Stage } from './stage'

const YUAN = 100

export async function setTiers(stage: Stage): Promise<void> {
  const quarter = 'last-3-months' as const
  const sales = (yuan: number) =>
    ({ measure: 'own-sales', window: quarter, atLeast: yuan * YUAN }) as const
  const orders = { measure: 'paid-orders', window: quarter, atLeast: 12 } as const
  const team = { measure: 'team-sales', window: quarter, atLeast: 5000 * YUAN } as const
  const gold = { memberOffBps: bps(300), perks: ['新品先试喝', '每月样茶 2 份'] }
  const jade = { memberOffBps: bps(500), perks: ['新品先试喝', '每月样茶 4 份', '春茶季茶山行'] }
  await stage.call('owner', 'owner.publishTiers', {
    basedOn: 0,
    tiers: [
      { key: 'sprout', name: '新芽', need: 'all', conditions: [] },
      {
        key: 'silver',
        name: '银毫',
        need: 'all',
        conditions: [sales(1500)],
        perks: ['新品先试喝'],
      },
      { key: 'gold', name: '金毫', need: 'all', conditions: [sales(4500), orders], ...gold },
      { key: 'jade', name: '玉露', need: 'all', conditions: [sales(10_000), team], ...jade },
    ],
    keep: { check: 'monthly', graceMonths: 1, demoteTo: 'one-step' },
  })
}

/** Days before the year's end on which everybody looks into their centre and has read what moved their tier. */
const READ_DAYS = 14
/** Haven't looked in for weeks: what somebody who invited them can remind them of. */
const QUIET = ['qing', 'gang']

export function planTierNews(stage: Stage, end: number): void {
  for (const { key } of seedDistributors) {
    if (QUIET.includes(key)) continue
    stage.plan(end - READ_DAYS * DAY_MS, async () => {
      const { tierNews } = await stage.callAside(key, 'distributor.getCentre', {})
      if (tierNews === null) return
      await stage.callAside(key, 'distributor.closeTierNews', { changeId: tierNews.id })
    })
  }
}
