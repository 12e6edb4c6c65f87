// The demo shop's campaigns: one runs on the last evening, shared and bought from; one is to come, one is over.
import { bps } from '@contract/money'
import type { ShareTarget } from '@contract/model/distribution'
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDate } from '@contract/time'
import { pastCampaign, seedCampaigns, type SeedCampaign } from './catalogue.data'
import { demoRules, pictureNamed, type StockedProduct } from './open-shop'
import { playOrder } from './play-order'
import { createChance } from './random'
import { shareCodeOf } from './share-codes'
import type { Stage } from './stage'

const SHARERS = ['mei', 'yun', 'ping'] as const
/** Who knows 沈若梅 and buys from what she shares. */
const BUYERS = ['xia', 'qiu', 'he', 'jia'] as const
const LOOKERS = 24
/** Of the one that is over. */
const PAST_SEED = 20261126
const PAST_LOOKERS = 9

/** Planned for the last days, so that the year before them stays as it was. */
export function planCampaigns(stage: Stage, products: readonly StockedProduct[]): void {
  planPastCampaign(stage, products)
  const [winter] = seedCampaigns
  if (!winter) return
  const beginsAt = startOfDate(winter.from)
  stage.plan(beginsAt - 14 * HOUR_MS, async () => {
    const ids: string[] = []
    for (const campaign of seedCampaigns) ids.push(await hold(stage, campaign, products))
    const [campaignId = ''] = ids
    await payMore(stage, { campaignId, winter, products })
    planSharing(stage, { campaignId, beginsAt, products: productsOf(winter, products) })
  })
}

/** Held and looked at, from a chance of its own: the plan pays nothing more for it. */
function planPastCampaign(stage: Stage, products: readonly StockedProduct[]): void {
  const aside = stage.apart(createChance(PAST_SEED))
  const beginsAt = startOfDate(pastCampaign.from)
  stage.plan(beginsAt - 5 * DAY_MS, async () => {
    const target: ShareTarget = {
      kind: 'campaign',
      campaignId: await hold(aside, pastCampaign, products),
    }
    for (let serial = 0; serial < PAST_LOOKERS; serial += 1) {
      const sharer = SHARERS[serial % SHARERS.length] ?? 'mei'
      stage.plan(beginsAt + (10 + serial * 17) * HOUR_MS, async () => {
        const shareCode = await shareCodeOf(aside, sharer, { target, channel: 'group' })
        await aside.call(`spring-visitor-${serial}`, 'mall.openShare', { shareCode })
      })
    }
  })
}

function productsOf({ productKeys }: SeedCampaign, products: readonly StockedProduct[]) {
  return productKeys.flatMap((key) => products.find((product) => product.key === key) ?? [])
}

async function hold(
  stage: Stage,
  campaign: SeedCampaign,
  products: readonly StockedProduct[],
): Promise<string> {
  const { id } = await stage.call('owner', 'owner.saveCampaign', {
    title: campaign.title,
    intro: campaign.intro,
    picture: await pictureNamed(stage, campaign.picture),
    productIds: productsOf(campaign, products).map(({ productId }) => productId),
    startAt: startOfDate(campaign.from),
    endAt: startOfDate(campaign.to),
  })
  await stage.call('owner', 'owner.setCampaignStatus', { campaignId: id, status: 'published' })
  return id
}

interface Held {
  readonly campaignId: string
  readonly winter: SeedCampaign
  readonly products: readonly StockedProduct[]
}

/** The season's version goes on, with 16 % and 4 % for what the campaign shows. */
async function payMore(stage: Stage, { campaignId, winter, products }: Held): Promise<void> {
  const [, second] = products
  const season = second ? [{ productId: second.productId, rateBps: [800, 200] as const }] : []
  const rules = demoRules('2026-C', season, 50)
  const own = {
    scope: 'campaign' as const,
    id: campaignId,
    productIds: productsOf(winter, products).map(({ productId }) => productId),
    from: `${winter.from}T00:00:00+08:00`,
    to: `${winter.to}T00:00:00+08:00`,
    rateBps: [bps(1600), bps(400)],
  }
  const { planId } = await stage.call('owner', 'owner.savePlanDraft', {
    rules: { ...rules, overrides: [...rules.overrides, own] },
  })
  await stage.call('owner', 'owner.publishPlan', { planId })
}

interface Shared {
  readonly campaignId: string
  readonly beginsAt: number
  readonly products: readonly StockedProduct[]
}

function planSharing(stage: Stage, { campaignId, beginsAt, products }: Shared): void {
  const target: ShareTarget = { kind: 'campaign', campaignId }
  for (let serial = 0; serial < LOOKERS; serial += 1) {
    const sharer = SHARERS[serial % SHARERS.length] ?? 'mei'
    const channel = serial % 4 === 0 ? 'poster' : 'friend'
    stage.plan(beginsAt + 9 * HOUR_MS + serial * 110 * MINUTE_MS, async () => {
      const shareCode = await shareCodeOf(stage, sharer, { target, channel })
      await stage.call(`campaign-visitor-${serial}`, 'mall.openShare', { shareCode })
    })
  }
  BUYERS.forEach((buyer, at) => {
    const product = products[at % products.length]
    if (!product) return
    stage.plan(beginsAt + (11 + at * 13) * HOUR_MS, () =>
      playOrder(stage, { buyer, sharer: 'mei', products: [product], target }),
    )
  })
}
