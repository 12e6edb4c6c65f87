// 佣金方案: versions of the commission plan, from draft to publication.
import { action } from '../action'
import { PLAN_STATUSES } from '../model/distribution'
import * as z from '../schema'
import { none, planRules } from './views'

const planView = () =>
  z.object({
    id: z.id(),
    status: z.enum(PLAN_STATUSES),
    rules: planRules(),
    createdAt: z.moment(),
    validatedAt: z.moment().nullable(),
    /** The finished simulation of these very rules. */
    simulationId: z.id().nullable(),
    publishedAt: z.moment().nullable(),
    /** From when orders are paid by it; null until published. */
    effectiveAt: z.moment().nullable(),
  })

/** Legal, but worth knowing: which rule and tier together exceed the cap. */
const capWarnings = () =>
  z.array(z.object({ rule: z.string(), tier: z.string(), totalBps: z.number().int() }))

/** What the law forbids can be said, so that it is refused by its name and never left out in silence. */
const draftRules = () =>
  planRules().extend({
    entryFeeFen: z.number().optional(),
    headcountRewardFen: z.number().optional(),
  })

const named = () => z.array(z.object({ id: z.id(), name: z.string() }))
const titled = () => z.array(z.object({ id: z.id(), title: z.string() }))

export const plan = {
  'owner.getPlan': action({
    summary:
      'The plan in force, those to come, the draft, earlier versions, and what overrides can point at.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        inForce: planView().nullable(),
        /** Published and not begun yet, the next one first. */
        scheduled: z.array(planView()),
        draft: planView().nullable(),
        draftWarnings: capWarnings(),
        history: z.array(planView()),
        products: titled(),
        categories: named(),
        /** Of the SKUs that rules of the plans above name. */
        skus: named(),
        /** Of the campaigns that rules of the plans above name. */
        campaigns: named(),
      }),
  }),
  'owner.savePlanDraft': action({
    summary: 'Keeps the draft of the next plan version; the compliance guard may refuse it.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ rules: draftRules() }),
    output: () => z.object({ planId: z.id(), warnings: capWarnings() }),
  }),
  'owner.previewMargins': action({
    summary:
      'What a plan leaves of the ten best-selling products when it pays most: price less cost and both levels.',
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ rules: draftRules() }),
    output: () =>
      z.object({
        /** The line last drawn in a simulation, else 12 %. */
        floorBps: z.rate(),
        /** The best-selling first, of each the SKU that keeps the smallest share. */
        margins: z.array(
          z.object({
            id: z.id(),
            title: z.string(),
            specText: z.string(),
            priceFen: z.amount(),
            costFen: z.amount(),
            /** Level 1 and 2 at the highest tiers, under the cap. */
            commissionFen: z.amount(),
            leftFen: z.flow(),
            leftBps: z.number().int(),
            rule: z.string(),
            isCapped: z.boolean(),
            isBreach: z.boolean(),
          }),
        ),
        /** Best-selling products with a SKU whose cost is not known. */
        unknown: titled(),
      }),
  }),
  'owner.validatePlan': action({
    summary: 'Takes the stored draft through the compliance guard and says which rules it passed.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ planId: z.id() }),
    output: () =>
      z.object({
        checks: z.array(z.object({ code: z.string(), title: z.string() })),
        warnings: capWarnings(),
      }),
  }),
  'owner.publishPlan': action({
    summary:
      'Puts the draft in force for orders placed from a moment on (now when absent); the guard may refuse it.',
    who: ['owner'],
    kind: 'once',
    input: () => z.object({ planId: z.id(), effectiveAt: z.moment().optional() }),
    output: () => z.object({ version: z.string(), effectiveAt: z.moment() }),
  }),
  'owner.withdrawPlan': action({
    summary: 'Takes back a published plan that has not begun yet.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ planId: z.id() }),
    output: () => none(),
  }),
}
