// A fresh shop: settings with which it can open at once and that its owner changes later.
import type { Fen } from '@contract/money'
import type { Shop } from '@contract/model/shop'
import { monthOf } from '@contract/time'

const yuan = (amount: number) => (amount * 100) as Fen

/** No plan is in force yet: nothing is paid to anybody until its owner publishes one. */
export function defaultShop(claim: {
  readonly name: string
  readonly ownerId: string
  readonly now: number
}): Shop {
  return {
    _id: 'shop',
    name: claim.name,
    motto: '',
    ownerId: claim.ownerId,
    claimedAt: claim.now,
    plans: [],
    binding: { rule: 'protected-days', expireDays: 90, protectDays: 30 },
    shipping: { feeFen: yuan(8), freeFromFen: yuan(99) },
    withdrawal: {
      minFen: yuan(1),
      // WeChat transfers at most this to one person a day.
      maxFen: yuan(20_000),
      dailyFen: yuan(20_000),
      dailyCount: 5,
      fourEyesFen: yuan(1_000),
      feeFen: yuan(0),
    },
    tax: [{ from: monthOf(claim.now), mode: 'labour' }],
    payMinutes: 30,
    autoReceiptDays: 10,
    afterSaleDays: 7,
  }
}
