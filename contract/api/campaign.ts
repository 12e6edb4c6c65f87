// 活动: what the owner puts together, and the page it opens for shoppers.
import { action } from '../action'
import { CAMPAIGN_PRODUCTS, CAMPAIGN_STATES } from '../model/campaign'
import * as z from '../schema'
import { none, shelfProduct } from './views'

const state = () => z.enum(CAMPAIGN_STATES)

const campaignRow = () =>
  z.object({
    id: z.id(),
    title: z.string(),
    picture: z.string(),
    startAt: z.moment(),
    endAt: z.moment(),
    state: state(),
    productCount: z.number().int(),
  })

/** What anybody sees of one. */
const campaignFacts = () => ({
  id: z.id(),
  title: z.string(),
  intro: z.string(),
  picture: z.string(),
  startAt: z.moment(),
  endAt: z.moment(),
  state: state(),
})

export const campaigns = {
  'mall.getCampaign': action({
    summary:
      'A campaign with its goods and, for distributors, what sharing them pays; one taken back shows no goods.',
    who: ['shopper'],
    kind: 'read',
    input: () => z.object({ campaignId: z.id() }),
    output: () =>
      z.object({
        ...campaignFacts(),
        /** The moment of the answer: the page counts from it, not from the phone's clock. */
        now: z.moment(),
        goods: z.array(shelfProduct()),
      }),
  }),
  'owner.listCampaigns': action({
    summary: 'All campaigns, those that begin last first.',
    who: ['owner'],
    kind: 'read',
    input: () =>
      z.object({
        /** `open`: published and not over, to be pointed at. */
        which: z.enum(['all', 'open']).default('all'),
        cursor: z.cursor(),
      }),
    output: () => z.pageOf(campaignRow()),
  }),
  'owner.getCampaign': action({
    summary: 'One campaign as its owner edits it, and the plans that pay by it.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ campaignId: z.id() }),
    output: () =>
      z.object({
        ...campaignFacts(),
        revision: z.number().int(),
        /** In their order; those that are no longer there are left out. */
        products: z.array(
          z.object({
            id: z.id(),
            title: z.string(),
            picture: z.string(),
            fromPriceFen: z.amount(),
            isOnShelf: z.boolean(),
          }),
        ),
        /** Plans in force or to come with a rate for this campaign: each keeps its own days and goods. */
        plans: z.array(
          z.object({
            version: z.string(),
            from: z.moment(),
            to: z.moment(),
            productIds: z.array(z.id()),
          }),
        ),
      }),
  }),
  'owner.saveCampaign': action({
    summary: 'Adds a campaign (no id) as a draft, or changes one that nobody changed meanwhile.',
    who: ['owner'],
    kind: 'once',
    input: () =>
      z.object({
        id: z.id().optional(),
        /** The revision that was edited; 0 for a new one. */
        revision: z.number().int().min(0).default(0),
        title: z.text(30),
        intro: z.optionalText(300),
        picture: z.optionalText(300),
        productIds: z.array(z.id()).max(CAMPAIGN_PRODUCTS),
        startAt: z.moment(),
        endAt: z.moment(),
      }),
    output: () => z.object({ id: z.id() }),
  }),
  'owner.setCampaignStatus': action({
    summary: 'Publishes a campaign that is complete and not over, or takes it back.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ campaignId: z.id(), status: z.enum(['published', 'withdrawn']) }),
    output: () => none(),
  }),
} as const
