// 佣金方案: versions of the commission plan.
import { action } from '../action'
import * as z from '../schema'
import { none, planRules } from './views'

const planView = () =>
  z.object({
    id: z.id(),
    status: z.enum(['draft', 'published', 'superseded']),
    rules: planRules(),
    createdAt: z.moment(),
    publishedAt: z.moment().nullable(),
  })

export const plan = {
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
}
