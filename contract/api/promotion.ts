// 推广: what a distributor can promote, and the orders that their sharing and their team's brought.
import { action } from '../action'
import * as z from '../schema'
import { commissionStatus, orderStatus, shelfProduct } from './views'

/** Of the best-selling products on the shelf so many are looked at for what they earn. */
export const PROMOTED = 200

export const promotion = {
  'distributor.listGoods': action({
    summary: `Products to promote, of the ${PROMOTED} best-selling by what one unit earns; by sales; newest.`,
    who: ['distributor'],
    kind: 'read',
    input: () =>
      z.object({
        sort: z.enum(['earn', 'sold', 'new']).default('earn'),
        keyword: z.optionalText(40),
        cursor: z.cursor(),
      }),
    output: () => z.pageOf(shelfProduct()),
  }),
  'distributor.listOrders': action({
    summary:
      "Paid orders credited to the caller, or to those they invited, newest first; buyers' names are masked.",
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ from: z.enum(['own', 'team']).default('own'), cursor: z.cursor() }),
    output: () =>
      z.pageOf(
        z.object({
          id: z.id(),
          status: orderStatus(),
          paidAt: z.moment(),
          buyerName: z.string(),
          /** Of a team's order: the direct member who shared. */
          sharerName: z.string().nullable(),
          lines: z.array(
            z.object({
              title: z.string(),
              specText: z.string(),
              picture: z.string(),
              quantity: z.number().int(),
            }),
          ),
          /** Paid for the goods after discounts, without shipping; what of it was given back. */
          goodsFen: z.amount(),
          refundedFen: z.amount(),
          hasOpenAfterSale: z.boolean(),
          /** What it pays the caller; null where it pays nothing. */
          commission: z
            .object({
              id: z.string(),
              netFen: z.amount(),
              status: commissionStatus(),
              isHeld: z.boolean(),
            })
            .nullable(),
        }),
      ),
  }),
} as const
