// A commission with its stored explanation, as its beneficiary and the shop's staff see it.
import * as z from '../schema'
import { commissionRow, tier } from './views'

const ruleScope = () => z.enum(['campaign', 'sku', 'product', 'category', 'plan'])

/** The stored explanation, as contract/model/distribution.ts describes it. */
const explanationStep = () =>
  z.discriminatedUnion('step', [
    z.object({
      step: z.literal('base'),
      unitPriceFen: z.amount(),
      quantity: z.number().int(),
      discountFen: z.amount(),
      baseFen: z.amount(),
    }),
    z.object({
      step: z.literal('rule'),
      matched: ruleScope(),
      ruleId: z.string().nullable(),
      skipped: z.array(ruleScope()),
      rateBps: z.rate(),
    }),
    z.object({
      step: z.literal('tier-bonus'),
      tier: z.string(),
      bonusBps: z.rate(),
      totalBps: z.number().int() as unknown as ReturnType<typeof z.rate>,
    }),
    z.object({
      step: z.literal('amount'),
      baseFen: z.amount(),
      rateBps: z.number().int() as unknown as ReturnType<typeof z.rate>,
      amountFen: z.amount(),
    }),
    z.object({
      step: z.literal('cap'),
      capBps: z.rate(),
      capFen: z.amount(),
      wantedFen: z.array(z.amount()),
      isCapped: z.boolean(),
      amountFen: z.amount(),
    }),
    z.object({
      step: z.literal('refund'),
      refundId: z.string(),
      baseLeftFen: z.amount(),
      wantedFen: z.array(z.amount()),
      amountFen: z.amount(),
      reversedFen: z.amount(),
    }),
  ])

export const explainedCommission = () =>
  z.object({
    commission: commissionRow(),
    tier: tier(),
    planVersion: z.string(),
    orderId: z.id(),
    lines: z.array(
      z.object({
        line: z.number().int(),
        title: z.string(),
        rule: z.string(),
        /** What the rule is called for a person: the product's or category's name. */
        ruleName: z.string().nullable(),
        amountFen: z.amount(),
        reversedFen: z.amount(),
        steps: z.array(explanationStep()),
      }),
    ),
  })
