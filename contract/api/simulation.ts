// 试算: a plan replayed over the shop's own orders before it is published.
import { action } from '../action'
import { SIMULATION_STATUSES } from '../model/simulation'
import * as z from '../schema'
import { none } from './views'

const progress = () => ({
  id: z.id(),
  status: z.enum(SIMULATION_STATUSES),
  ordersDone: z.number().int(),
  ordersTotal: z.number().int(),
})

/** What was asked for, and how far it is. */
const begun = () => ({
  ...progress(),
  planId: z.id(),
  version: z.string(),
  from: z.date(),
  to: z.date(),
  budgetBps: z.rate(),
  floorBps: z.rate(),
  startedAt: z.moment(),
})

/** Net fen after refunds: under the simulated plan, and as really accrued. */
const compared = () => ({ draftFen: z.amount(), realFen: z.amount() })
const comparedRows = () => z.array(z.object({ key: z.string(), ...compared() }))
const memberRows = () =>
  z.array(z.object({ id: z.id(), name: z.string(), tier: z.string(), ...compared() }))
/** May be below 0. */
const margins = () => ({
  draftMarginBps: z.number().int().nullable(),
  realMarginBps: z.number().int().nullable(),
})

const result = () =>
  z.object({
    orders: z.number().int(),
    lines: z.number().int(),
    /** What was paid for goods, and what of it is left after refunds. */
    baseFen: z.amount(),
    keptFen: z.amount(),
    ...compared(),
    draftRatioBps: z.number().int(),
    realRatioBps: z.number().int(),
    realVersions: z.array(z.string()),
    cappedLines: z.number().int(),
    cutFen: z.amount(),
    byLevel: comparedRows(),
    byTier: comparedRows(),
    /** The costliest; `name` is empty for the plan's own rates. */
    byRule: z.array(z.object({ key: z.string(), name: z.string(), ...compared() })),
    /** The costliest. */
    byProduct: z.array(
      z.object({
        id: z.id(),
        title: z.string(),
        keptFen: z.amount(),
        ...compared(),
        ...margins(),
      }),
    ),
    products: z.number().int(),
    /** Products below the floor under the draft, the worst first; those whose cost is unknown can't be judged. */
    breaches: z.array(z.object({ id: z.id(), title: z.string(), ...margins() })),
    breachCount: z.number().int(),
    unknownCosts: z.number().int(),
    members: z.number().int(),
    /** Who would get more, and less, than they did: the largest differences first. */
    gains: memberRows(),
    losses: memberRows(),
    gainCount: z.number().int(),
    lossCount: z.number().int(),
  })

export const simulation = {
  'owner.simulatePlan': action({
    summary: 'Begins to replay the orders paid on some days under a plan; nothing real is changed.',
    who: ['owner'],
    kind: 'fact',
    input: () =>
      z.object({
        planId: z.id(),
        from: z.date(),
        to: z.date(),
        /** What commissions may cost in all, and what a product must leave after them. */
        budgetBps: z.rate(),
        floorBps: z.rate(),
      }),
    output: () => z.object(progress()),
  }),
  'owner.advanceSimulation': action({
    summary:
      'Replays some more orders of a running simulation; the timer goes on when nobody asks.',
    who: ['owner'],
    kind: 'set',
    input: () => z.object({ simulationId: z.id() }),
    output: () => z.object(progress()),
  }),
  'owner.getSimulation': action({
    summary: 'How far a simulation is, and what it came to once it is done.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => z.object({ simulationId: z.id() }),
    output: () =>
      z.object({
        ...begun(),
        capBps: z.rate(),
        finishedAt: z.moment().nullable(),
        /** The plan still says what was simulated. */
        isCurrent: z.boolean(),
        result: result().nullable(),
      }),
  }),
  'owner.getSimulator': action({
    summary: 'What can be simulated, and the latest simulations.',
    who: ['owner', 'finance'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        today: z.date(),
        plans: z.array(
          z.object({
            id: z.id(),
            version: z.string(),
            kind: z.enum(['draft', 'scheduled', 'in-force']),
          }),
        ),
        recent: z.array(
          z.object({
            ...begun(),
            /** Null until it is done. */
            draftFen: z.amount().nullable(),
            realFen: z.amount().nullable(),
          }),
        ),
      }),
  }),
}
