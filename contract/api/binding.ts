// 顾客归属规则: by which rule and for how long a visitor becomes a distributor's customer.
import { action } from '../action'
import * as z from '../schema'
import { bindingPolicy, none } from './views'

export const binding = {
  'owner.getBindingPolicy': action({
    summary: 'The rule by which visitors become somebody’s customers, and what it was before.',
    who: ['owner'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        /** Times it was changed: what is saved next names it. */
        version: z.number().int(),
        policy: bindingPolicy(),
        /** The last change; null while it is what the shop was opened with. */
        changed: z.object({ at: z.moment(), name: z.string(), from: bindingPolicy() }).nullable(),
      }),
  }),
  'owner.saveBindingPolicy': action({
    summary: 'Sets the rule for bindings from now on; each made before keeps the rule of its day.',
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        /** The version that was changed: somebody else's newer one is never overwritten. */
        basedOn: z.number().int().min(0),
        policy: bindingPolicy(),
      }),
    output: () => z.object({ version: z.number().int() }),
  }),
} as const
