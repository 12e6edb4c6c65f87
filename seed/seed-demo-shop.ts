// Plays a year of the demo shop 茶与礼 through the deployed functions, so that its books balance like a real one's.
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDate } from '@contract/time'
import type { Cloud } from '../emulator/cloud'
import type { WechatControl } from '../emulator/wechat'
import { draftNextPlan } from './draft-next-plan'
import { planHandOvers } from './hand-over-people'
import { planLastDay } from './leave-work'
import { planCampaigns } from './hold-campaigns'
import { openShop, publishPlan, type StockedProduct } from './open-shop'
import { seedDistributors, seedShoppers, type SeedShopper } from './people.data'
import { planNotes } from './note-people'
import { planConduct } from './play-conduct'
import { planDisputes } from './play-disputes'
import { planMaterials } from './play-materials'
import { planAudit, planBonuses, reconcileLastDays } from './play-books'
import { playOrder } from './play-order'
import { planTaxPayments } from './pay-taxes'
import { planWithdrawals } from './play-withdrawals'
import { createChance } from './random'
import { openRecruitment, planRecruitment } from './recruit-people'
import { shareCodeOf } from './share-codes'
import { planAvatars } from './set-avatars'
import { planTierNews, setTiers } from './set-tiers'
import { Stage } from './stage'
import { planArrivals } from './welcome-people'

const YEAR_DAYS = 365
const ORDERS = 1040
const PASSERS_BY = 900
/** The last day of the demo year: the shop opens its doors to you on this evening, Shanghai time. */
export const DEMO_ENDS_ON = '2026-11-20'
export const DEMO_ENDS_AT = startOfDate(DEMO_ENDS_ON) + 20 * HOUR_MS
export const DEMO_SEED = 20261120

export interface SeedReport {
  readonly orders: number
  readonly refusals: Readonly<Record<string, number>>
}

/** Fills an empty cloud; `onDay` hears of each day that is done. The clock is left frozen at the year's end. */
export async function seedDemoShop(
  cloud: Cloud,
  wechat: WechatControl,
  onDay: (day: number, days: number) => void = () => undefined,
): Promise<SeedReport> {
  const aside = createChance(DEMO_SEED + 1)
  const stage = new Stage(cloud, wechat, createChance(DEMO_SEED), aside)
  const start = DEMO_ENDS_AT - 20 * HOUR_MS - (YEAR_DAYS - 1) * DAY_MS
  cloud.clock.freeze(start + 8 * HOUR_MS)
  const products = await openShop(stage)
  await setTiers(stage)
  await openRecruitment(stage)
  planArrivals(stage, start)
  planRecruitment(stage, start)
  planSeasons(stage, start, products)
  planOrders(stage, start, products)
  planLastOrder(stage, products)
  planCampaigns(stage, products)
  stage.plan(DEMO_ENDS_AT - 2 * HOUR_MS, () => draftNextPlan(stage))
  planPassersBy(stage, start, products)
  planWithdrawals(stage, start, YEAR_DAYS)
  planTaxPayments(stage, start, YEAR_DAYS)
  planBonuses(stage, DEMO_ENDS_AT)
  planAudit(stage, DEMO_ENDS_AT)
  planNotes(stage, DEMO_ENDS_AT)
  planHandOvers(stage, DEMO_ENDS_AT)
  planDisputes(stage, DEMO_ENDS_AT)
  planTierNews(stage, DEMO_ENDS_AT)
  planAvatars(stage, start)
  planConduct(stage, start, products)
  planLastDay(stage, DEMO_ENDS_AT)
  planMaterials(stage, { start, endsAt: DEMO_ENDS_AT }, products)
  for (let day = 0; day < YEAR_DAYS; day += 1) {
    const isLast = day === YEAR_DAYS - 1
    // The timer's night round: what a minute's trigger does in life, every other night and each of the last ones.
    if (day % 2 === 0 || day > YEAR_DAYS - 10) {
      stage.plan(start + day * DAY_MS + 23.9 * HOUR_MS, () => nightRound(stage))
    }
    await stage.playUntil(isLast ? DEMO_ENDS_AT : start + (day + 1) * DAY_MS)
    onDay(day + 1, YEAR_DAYS)
  }
  cloud.clock.freeze(DEMO_ENDS_AT)
  await nightRound(stage)
  await reconcileLastDays(stage)
  return {
    orders: cloud.database.count('orders'),
    refusals: Object.fromEntries(stage.refusals),
  }
}

async function nightRound(stage: Stage): Promise<void> {
  await stage.cloud.runTimer('timer')
  await stage.wechat.drain()
}

/** A second plan version for the Dragon Boat season, a third for autumn: orders keep the one they were placed under. */
function planSeasons(stage: Stage, start: number, products: readonly StockedProduct[]): void {
  const [first, second] = products
  if (!first || !second) return
  stage.plan(start + 190 * DAY_MS, () =>
    publishPlan(stage, '2026-A', [{ productId: first.productId, rateBps: [1500, 400] }], 0),
  )
  stage.plan(start + 310 * DAY_MS, () =>
    publishPlan(stage, '2026-B', [{ productId: second.productId, rateBps: [800, 200] }], 50),
  )
}

/** More towards the end of the year, more at weekends and before festivals. */
function demandOn(day: number): number {
  const growth = 0.5 + day / YEAR_DAYS
  const weekend = [0, 6].includes(day % 7) ? 1.4 : 1
  const festival = (day > 60 && day < 80) || (day > 300 && day < 315) ? 1.8 : 1
  return growth * weekend * festival
}

function momentOn(stage: Stage, start: number, day: number): number {
  const minutes = stage.chance.between(8 * 60, 19 * 60 + 50)
  return start + day * DAY_MS + minutes * MINUTE_MS + stage.chance.between(0, 59_999)
}

function planOrders(stage: Stage, start: number, products: readonly StockedProduct[]): void {
  const { chance } = stage
  const days = Array.from({ length: YEAR_DAYS }, (_, day) => day)
  for (let serial = 0; serial < ORDERS; serial += 1) {
    const day = chance.pick(days, demandOn)
    const shopper = chance.pick(seedShoppers, (one) => one.appetite)
    const basket = chance.is(0.7) ? 1 : chance.between(2, 3)
    const chosen = new Set<StockedProduct>()
    while (chosen.size < basket) chosen.add(chance.pick(products, (one) => one.popularity))
    const at = momentOn(stage, start, day)
    stage.plan(at, () =>
      playOrder(stage, {
        buyer: shopper.key,
        sharer: sharerOf(stage, shopper, day),
        products: [...chosen],
      }),
    )
  }
}

/** On the last evening somebody has ordered and not paid yet. */
function planLastOrder(stage: Stage, products: readonly StockedProduct[]): void {
  stage.plan(DEMO_ENDS_AT - 11 * MINUTE_MS, () =>
    playOrder(stage, {
      buyer: 'xia',
      sharer: 'mei',
      products: products.slice(0, 2),
      isForgotten: true,
    }),
  )
}

/** Mostly the friend they know; now and then somebody else's share; sometimes nobody's. */
function sharerOf(stage: Stage, shopper: SeedShopper, day: number): string | null {
  const { chance } = stage
  const active = seedDistributors.filter((one) => one.joinedOnDay < day)
  const friend = active.find((one) => one.key === shopper.boundTo)
  if (friend) return chance.is(0.55) ? friend.key : null
  return active.length > 0 && chance.is(0.15) ? chance.pick(active, (one) => one.zeal).key : null
}

/** People who only look: they open a share and go. */
function planPassersBy(stage: Stage, start: number, products: readonly StockedProduct[]): void {
  const { chance } = stage
  const days = Array.from({ length: YEAR_DAYS }, (_, day) => day)
  for (let serial = 0; serial < PASSERS_BY; serial += 1) {
    const day = chance.pick(days, (one) => (one < 15 ? 0 : demandOn(one)))
    const product = chance.pick(products, (one) => one.popularity)
    stage.plan(momentOn(stage, start, day), async () => {
      const active = seedDistributors.filter((one) => one.joinedOnDay < day)
      const sharer = chance.pick(active, (one) => one.zeal)
      const shareCode = await shareCodeOf(stage, sharer.key, {
        target: { kind: 'product', productId: product.productId },
        channel: 'friend',
      })
      await stage.call(`visitor-${serial}`, 'mall.openShare', { shareCode })
    })
  }
}
