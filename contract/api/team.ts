// 团队: whom the caller brought in, whom those brought in (masked), and a nudge once a week.
import { action } from '../action'
import * as z from '../schema'
import { NUDGE_STATES, TEAM_SORTS } from '../model/team'
import { none, tier } from './views'

/** left: ended the cooperation; shown only where people they brought are still there. */
const standing = () => z.enum(['active', 'paused', 'left'])

/** Rows of a tree, each after whoever brought them: enough to draw it. */
const treeRows = () =>
  z.array(
    z.object({
      /** Null for whoever the caller may not act on. */
      id: z.string().nullable(),
      name: z.string(),
      tier: tier().nullable(),
      /** The place in this list of whoever brought them; -1 = the root, which is not in the list. */
      under: z.number().int().min(-1),
      standing: standing(),
      isLively: z.boolean(),
      /** Ever sold anything that was not given back whole. */
      hasSold: z.boolean(),
      /** Sales of this month; null where they are not the caller's to see. */
      salesFen: z.amount().nullable(),
    }),
  )

const headcount = () =>
  z.object({ people: z.number().int().min(0), lively: z.number().int().min(0) })

const memberRow = () =>
  z.object({
    id: z.id(),
    name: z.string(),
    tier: tier(),
    standing: standing(),
    /** This month's. */
    salesFen: z.amount(),
    /** What their sales brought the caller this month: level-2 commission, less what was taken back. */
    broughtFen: z.amount(),
    /** Members they brought in who are still there. */
    people: z.number().int().min(0),
    /** The newest date on which they did something of their own; null when there is none. */
    livelyOn: z.date().nullable(),
    /** Days since then, or since they came. */
    quietDays: z.number().int().min(0),
    isLively: z.boolean(),
    /** offered: may be nudged now. sent, thanked, closed: was this week. refused: wants none. none: no reason to. */
    nudge: z.enum(['offered', ...NUDGE_STATES, 'refused', 'none']),
  })

export const team = {
  'distributor.getTeam': action({
    summary: "The caller's team: direct and indirect members, this month's sales, and the tree.",
    who: ['distributor'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        direct: headcount(),
        indirect: headcount(),
        /** Of everybody in both. */
        salesFen: z.amount(),
        /** Of the same people in the whole month before. */
        lastSalesFen: z.amount(),
        /** What the direct members' sales brought the caller this month. */
        broughtFen: z.amount(),
        /** How many days without anything make somebody quiet. */
        livelyDays: z.number().int(),
        name: z.string(),
        /** Two levels; names of the second are masked, without ids and amounts. */
        rows: treeRows(),
        /** People who are left out of the rows because there are too many. */
        cut: z.number().int().min(0),
        /** Every fact before this moment is counted; null until anything was. */
        asOf: z.moment().nullable(),
      }),
  }),
  'distributor.listTeam': action({
    summary: "The caller's direct members by name and order; indirect ones are never searched.",
    who: ['distributor'],
    kind: 'read',
    input: () =>
      z.object({
        search: z.optionalText(20),
        sort: z.enum(TEAM_SORTS).default('sales'),
        cursor: z.cursor(),
      }),
    output: () =>
      z.object({
        rows: z.array(memberRow()),
        next: z.string().nullable(),
        /** How many the search found. */
        found: z.number().int().min(0),
      }),
  }),
  'distributor.getTeamMember': action({
    summary: 'One direct member, as the list shows them.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ distributorId: z.id() }),
    output: () => memberRow(),
  }),
  'distributor.nudge': action({
    summary:
      'Reminds a quiet direct member, once a week; they see it in the app, no message is sent.',
    who: ['distributor'],
    kind: 'set',
    input: () => z.object({ distributorId: z.id() }),
    output: () => memberRow(),
  }),
  'distributor.listNudges': action({
    summary: 'Nudges the caller got, newest first, and whether they want any.',
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ cursor: z.cursor() }),
    output: () =>
      z.object({
        isOn: z.boolean(),
        rows: z.array(
          z.object({
            week: z.date(),
            fromName: z.string(),
            at: z.moment(),
            state: z.enum(NUDGE_STATES),
          }),
        ),
        next: z.string().nullable(),
      }),
  }),
  'distributor.answerNudge': action({
    summary: 'Thanks for a nudge, or puts it away; the first answer stays.',
    who: ['distributor'],
    kind: 'set',
    input: () => z.object({ week: z.date(), answer: z.enum(['thank', 'close']) }),
    output: () => z.object({ state: z.enum(NUDGE_STATES) }),
  }),
  'distributor.setNudges': action({
    summary: 'Whether the caller wants to be nudged.',
    who: ['distributor'],
    kind: 'set',
    input: () => z.object({ isOn: z.boolean() }),
    output: () => z.object({ isOn: z.boolean() }),
  }),
  'owner.getTeamTree': action({
    summary: "A distributor's whole downline with names, at most 2,000 people, the earliest first.",
    who: ['owner'],
    kind: 'read',
    input: () => z.object({ distributorId: z.id() }),
    output: () =>
      z.object({
        person: z.object({ id: z.id(), name: z.string(), tier: tier() }),
        inviter: z.object({ id: z.id(), name: z.string() }).nullable(),
        rows: treeRows(),
        /** Admitted later than those shown, and left out. */
        cut: z.number().int().min(0),
        asOf: z.moment().nullable(),
      }),
  }),
}
