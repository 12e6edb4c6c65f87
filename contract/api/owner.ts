// 店主: opening the shop, goods, orders, plan, people, payouts and figures.
import { action } from '../action'
import * as z from '../schema'
import {
  afterSaleStatus,
  afterSaleView,
  categoryView,
  distributorStatus,
  none,
  orderRow,
  orderView,
  planRules,
  productTag,
  tier,
  walletView,
  withdrawalRow,
  withdrawalStatus,
} from './views'

const dayFigures = () =>
  z.object({
    salesFen: z.amount(),
    orders: z.number().int(),
    visitors: z.number().int(),
    buyers: z.number().int(),
    commissionFen: z.amount(),
    refundedFen: z.amount(),
  })

const planView = () =>
  z.object({
    id: z.id(),
    status: z.enum(['draft', 'published', 'superseded']),
    rules: planRules(),
    createdAt: z.moment(),
    publishedAt: z.moment().nullable(),
  })

const withdrawalDeskRow = () =>
  z.object({
    ...withdrawalRow().shape,
    name: z.string(),
    tier: tier(),
    approvals: z.array(z.object({ name: z.string(), at: z.moment() })),
    needsApprovals: z.number().int(),
    /** Why the caller can't approve it, as a refusal code; null when they can. */
    blockedBy: z.string().nullable(),
  })

export const owner = {
  'owner.claimShop': action({
    summary: 'Makes the caller the first owner, once, with the code that the deployer set.',
    who: ['shopper'],
    kind: 'set',
    input: () => z.object({ bootstrapCode: z.text(80), shopName: z.text(20) }),
    output: () => none(),
  }),
  'owner.getDashboard': action({
    summary: 'Sales, what moved them, commission cost, what waits for a decision.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ range: z.enum(['today', '7d', '30d']) }),
    output: () =>
      z.object({
        shopName: z.string(),
        from: z.date(),
        to: z.date(),
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
        payouts: z.object({ count: z.number().int(), amountFen: z.amount() }),
        toShip: z.number().int(),
        afterSales: z.number().int(),
        applications: z.number().int(),
        topEarners: z.array(
          z.object({ id: z.id(), name: z.string(), tier: tier(), amountFen: z.amount() }),
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

  'owner.listProducts': action({
    summary: 'All products, on and off the shelf.',
    who: ['owner'],
    kind: 'read',
    input: () =>
      z.object({
        shelf: z.enum(['all', 'on', 'off']).default('all'),
        keyword: z.optionalText(40),
        cursor: z.cursor(),
      }),
    output: () =>
      z.pageOf(
        z.object({
          id: z.id(),
          title: z.string(),
          picture: z.string(),
          fromPriceFen: z.amount(),
          stock: z.number().int(),
          soldCount: z.number().int(),
          isOnShelf: z.boolean(),
        }),
      ),
  }),
  'owner.getProduct': action({
    summary: 'One product as its owner edits it, with the categories to choose from.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ productId: z.id().optional() }),
    output: () =>
      z.object({
        product: z
          .object({
            id: z.id(),
            title: z.string(),
            subtitle: z.string(),
            description: z.string(),
            categoryId: z.id(),
            pictures: z.array(z.string()),
            tags: z.array(productTag()),
            specNames: z.array(z.string()),
            skus: z.array(
              z.object({
                skuId: z.id(),
                specValues: z.array(z.string()),
                priceFen: z.amount(),
                marketPriceFen: z.amount().nullable(),
                stock: z.number().int(),
              }),
            ),
            isOnShelf: z.boolean(),
          })
          .nullable(),
        categories: z.array(categoryView()),
      }),
  }),
  'owner.saveCategory': action({
    summary: 'Adds a category (no id) or renames one.',
    who: ['owner'],
    kind: 'once',
    input: () =>
      z.object({
        id: z.id().optional(),
        name: z.text(10),
        picture: z.optionalText(300),
        sort: z.number().int().min(0).max(999),
      }),
    output: () => z.object({ id: z.id() }),
  }),
  'owner.saveProduct': action({
    summary: 'Adds a product (no id) or changes it; stock is set by the difference the owner saw.',
    who: ['owner'],
    kind: 'once',
    input: () =>
      z.object({
        id: z.id().optional(),
        title: z.text(40),
        subtitle: z.optionalText(60),
        description: z.optionalText(2000),
        categoryId: z.id(),
        pictures: z.array(z.text(300)).max(9),
        tags: z.array(productTag()),
        specNames: z.array(z.text(10)).max(3),
        skus: z
          .array(
            z.object({
              skuId: z.id().optional(),
              specValues: z.array(z.text(20)),
              priceFen: z.amount(),
              marketPriceFen: z.amount().nullable(),
              /** Units to add to (or take from) the stock; a new SKU starts at this. */
              stockChange: z.number().int().min(-1_000_000).max(1_000_000),
            }),
          )
          .min(1)
          .max(60),
      }),
    output: () => z.object({ id: z.id() }),
  }),
  'owner.shelveProduct': action({
    summary: 'Puts a product on the shelf or takes it off.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ productId: z.id(), isOnShelf: z.boolean() }),
    output: () => none(),
  }),

  'owner.listOrders': action({
    summary: "The shop's orders, newest first.",
    who: ['owner', 'finance'],
    kind: 'read',
    input: () =>
      z.object({
        filter: z
          .enum(['all', 'to-pay', 'to-ship', 'to-receive', 'after-sale', 'closed'])
          .default('all'),
        cursor: z.cursor(),
      }),
    output: () => z.pageOf(orderRow()),
  }),
  'owner.getOrder': action({
    summary: 'One order with what it paid to whom.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ orderId: z.id() }),
    output: () =>
      z.object({
        order: orderView(),
        sharerName: z.string().nullable(),
        planVersion: z.string().nullable(),
        commissions: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            level: z.number().int(),
            amountFen: z.amount(),
            reversedFen: z.amount(),
            netFen: z.amount(),
            status: z.string(),
          }),
        ),
      }),
  }),
  'owner.shipOrder': action({
    summary: 'Ships a paid order, whole or some lines in a parcel.',
    who: ['owner'],
    kind: 'once',
    input: () =>
      z.object({
        orderId: z.id(),
        carrier: z.text(20),
        trackingNumber: z.string().regex(/^[0-9A-Za-z-]{5,40}$/),
        /** Absent = everything that is left. */
        lines: z
          .array(z.object({ line: z.number().int().min(1), quantity: z.quantity() }))
          .optional(),
      }),
    output: () => none(),
  }),
  'owner.listAfterSales': action({
    summary: 'After-sales, the waiting ones first.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ status: afterSaleStatus().optional(), cursor: z.cursor() }),
    output: () => z.pageOf(afterSaleView()),
  }),
  'owner.approveAfterSale': action({
    summary: 'Grants an after-sale: a refund starts, or the goods are awaited first.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ afterSaleId: z.id() }),
    output: () => none(),
  }),
  'owner.rejectAfterSale': action({
    summary: 'Turns an after-sale down, with a reason the buyer reads.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ afterSaleId: z.id(), reason: z.text(200) }),
    output: () => none(),
  }),
  'owner.receiveReturn': action({
    summary: 'Says that returned goods arrived: the refund starts and stock goes up.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ afterSaleId: z.id() }),
    output: () => none(),
  }),

  'owner.getPlan': action({
    summary: 'The plan in force, the draft, earlier versions, and what overrides can point at.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        inForce: planView().nullable(),
        draft: planView().nullable(),
        history: z.array(planView()),
        products: z.array(z.object({ id: z.id(), title: z.string() })),
        categories: z.array(z.object({ id: z.id(), name: z.string() })),
      }),
  }),
  'owner.savePlanDraft': action({
    summary: 'Keeps the draft of the next plan version.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ rules: planRules() }),
    output: () =>
      z.object({
        planId: z.id(),
        /** Legal, but worth knowing: which rule and tier together exceed the cap. */
        warnings: z.array(
          z.object({ rule: z.string(), tier: z.string(), totalBps: z.number().int() }),
        ),
      }),
  }),
  'owner.publishPlan': action({
    summary: 'Puts the draft in force for orders placed from now on; the guard may refuse it.',
    who: ['owner'],
    kind: 'once',
    input: () => z.object({ planId: z.id() }),
    output: () => z.object({ version: z.string() }),
  }),

  'owner.listDistributors': action({
    summary: 'Distributors by status, the waiting applications first.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ status: distributorStatus().optional(), cursor: z.cursor() }),
    output: () =>
      z.pageOf(
        z.object({
          id: z.id(),
          name: z.string(),
          status: distributorStatus(),
          tier: tier(),
          inviterName: z.string().nullable(),
          appliedAt: z.moment(),
          admittedAt: z.moment().nullable(),
          earnedFen: z.amount(),
        }),
      ),
  }),
  'owner.decideApplication': action({
    summary: 'Admits a distributor, or turns an application down with a reason.',
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        distributorId: z.id(),
        isAdmitted: z.boolean(),
        reason: z.optionalText(200),
      }),
    output: () => none(),
  }),
  'owner.setTier': action({
    summary: "Sets a distributor's tier by hand, with a reason.",
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ distributorId: z.id(), tier: tier(), reason: z.text(200) }),
    output: () => none(),
  }),
  'owner.setDistributorStatus': action({
    summary: 'Freezes a distributor or thaws them, with a reason.',
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        distributorId: z.id(),
        status: z.enum(['active', 'frozen']),
        reason: z.text(200),
      }),
    output: () => none(),
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

  'owner.listWithdrawals': action({
    summary: 'The payout desk: withdrawals by status, the oldest waiting first.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ status: withdrawalStatus().optional(), cursor: z.cursor() }),
    output: () => z.pageOf(withdrawalDeskRow()),
  }),
  'owner.approveWithdrawal': action({
    summary: 'Approves a withdrawal; the last needed approval sends the money on its way.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ withdrawalId: z.id() }),
    output: () => withdrawalDeskRow(),
  }),
  'owner.rejectWithdrawal': action({
    summary: 'Turns a withdrawal down with a reason; the money is available again.',
    who: ['owner', 'finance'],
    kind: 'set',
    input: () => z.object({ withdrawalId: z.id(), reason: z.text(200) }),
    output: () => withdrawalDeskRow(),
  }),
}
