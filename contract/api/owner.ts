// 店主: opening the shop and its figures.
import { action } from '../action'
import * as z from '../schema'
import { MAX_SHOP_NAME_LENGTH } from '../model/shop'
import { none, tier, walletView } from './views'

const dayFigures = () =>
  z.object({
    salesFen: z.amount(),
    orders: z.number().int(),
    visitors: z.number().int(),
    buyers: z.number().int(),
    commissionFen: z.amount(),
    refundedFen: z.amount(),
  })

export const owner = {
  'owner.claimShop': action({
    summary: 'Makes the caller the first owner, once, with the code that the deployer set.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ bootstrapCode: z.text(80), shopName: z.text(MAX_SHOP_NAME_LENGTH) }),
    output: () => none(),
  }),
  'owner.getDashboard': action({
    summary: 'Sales, what moved them, who and what brought them, commission cost, what waits.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ range: z.enum(['today', '7d', '30d']) }),
    output: () =>
      z.object({
        from: z.date(),
        to: z.date(),
        /** Everything written before it is in the figures and in the counts. */
        asOf: z.moment(),
        now: dayFigures(),
        before: dayFigures(),
        /** Parts of the change in sales, in fen; they add up to it. */
        moved: z.object({
          trafficFen: z.flow(),
          conversionFen: z.flow(),
          basketFen: z.flow(),
        }),
        days: z.array(z.object({ on: z.date(), salesFen: z.amount(), beforeFen: z.amount() })),
        costRatioBps: z.number().int(),
        capBps: z.rate().nullable(),
        payouts: z.object({
          count: z.number().int(),
          amountFen: z.amount(),
          oldestAt: z.moment().nullable(),
        }),
        toShip: z.number().int(),
        afterSales: z.number().int(),
        applications: z.number().int(),
        /** About whose customer somebody is, not decided yet. */
        disputes: z.number().int(),
        topEarners: z.array(
          z.object({ id: z.id(), name: z.string(), tier: tier(), amountFen: z.amount() }),
        ),
        topProducts: z.array(
          z.object({
            id: z.id(),
            title: z.string(),
            salesFen: z.amount(),
            units: z.number().int(),
          }),
        ),
        alerts: z.array(z.object({ id: z.string(), message: z.string(), at: z.moment() })),
      }),
  }),
  'owner.listEarnings': action({
    summary: 'Who earned what: the wallets of all distributors, with totals from the ledger.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ cursor: z.cursor() }),
    output: () =>
      z.object({
        totals: walletView(),
        distributors: z.pageOf(
          z.object({ id: z.id(), name: z.string(), tier: tier(), wallet: walletView() }),
        ),
      }),
  }),
  'owner.setStaff': action({
    summary: 'Gives or takes staff roles; the last owner stays.',
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        memberId: z.id(),
        roles: z.array(z.enum(['manager', 'supervisor', 'finance', 'owner'])),
      }),
    output: () => none(),
  }),
}
