// 店铺设置: what the shop is called, what it says on its home page, and how much may be withdrawn.
import { action } from '../action'
import * as z from '../schema'
import { MAX_MOTTO_LENGTH, MAX_SHOP_NAME_LENGTH } from '../model/shop'
import { none } from './views'

/** Each in fen, `dailyCount` in withdrawals; what they mean stands in WithdrawalPolicy. */
const withdrawalPolicy = () =>
  z.object({
    minFen: z.amount(),
    maxFen: z.amount(),
    dailyFen: z.amount(),
    dailyCount: z.number().int().min(1).max(99),
    fourEyesFen: z.amount(),
    feeFen: z.amount(),
  })

export const shopSettings = {
  'owner.getShopSettings': action({
    summary: "The shop's name, motto and withdrawal limits, as its owner changes them.",
    who: ['owner'],
    kind: 'read',
    input: () => none(),
    output: () =>
      z.object({
        /** Times they were saved: what is saved next names it. */
        version: z.number().int(),
        name: z.string(),
        motto: z.string(),
        withdrawal: withdrawalPolicy(),
      }),
  }),
  'owner.saveShopSettings': action({
    summary: 'Sets name, motto and withdrawal limits from now on; what was asked for before stays.',
    who: ['owner'],
    kind: 'set',
    input: () =>
      z.object({
        /** The version that was changed: somebody else's newer one is never overwritten. */
        basedOn: z.number().int().min(0),
        name: z.text(MAX_SHOP_NAME_LENGTH),
        motto: z.optionalText(MAX_MOTTO_LENGTH),
        withdrawal: withdrawalPolicy(),
      }),
    output: () => z.object({ version: z.number().int() }),
  }),
}
