// 排行榜: lists made by the timer, with the caller's own place.
import { action } from '../action'
import * as z from '../schema'
import { RANK_MEASURES, RANK_PERIODS } from '../model/rank'
import { tier } from './views'

export const ranks = {
  'distributor.getRanks': action({
    summary: "A rank list's first fifty with masked names, and the caller's own place.",
    who: ['distributor'],
    kind: 'read',
    input: () => z.object({ period: z.enum(RANK_PERIODS), measure: z.enum(RANK_MEASURES) }),
    output: () =>
      z.object({
        rows: z.array(
          z.object({
            place: z.number().int(),
            name: z.string(),
            tier: tier(),
            /** Fen, or people for new customers. */
            value: z.amount(),
            isOwn: z.boolean(),
          }),
        ),
        ranked: z.number().int(),
        /** `place` is null for whoever has nothing, or isn't active. */
        own: z.object({
          name: z.string(),
          tier: tier(),
          place: z.number().int().nullable(),
          value: z.amount(),
        }),
        /** Every fact before this moment is counted; null until the lists are made. */
        asOf: z.moment().nullable(),
      }),
  }),
}
