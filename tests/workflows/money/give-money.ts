// Money from elsewhere, a bonus with its decision and entry, so that the books stay right: for large withdrawals.
import type { Wallet } from '@contract/model/ledger'
import type { Money } from './open-money'

let serial = 0

/** Available at once on a distributor's wallet. */
export function giveMoney(money: Money, distributorId: string, amountFen: number): void {
  const { database } = money.world.cloud
  serial += 1
  const id = `mdc_a-good-year-${serial}`
  const decision = { _id: id, kind: 'incentive', status: 'done', decidedBy: null }
  database.put('money_decisions', [{ ...decision, distributorId, amountFen, askedBy: 'mbr_boss' }])
  database.put('ledger_entries', [
    {
      ...money.entries('COMMISSION_SETTLED')[0],
      _id: `incentive:${id}`,
      code: 'INCENTIVE_PAID',
      orderId: null,
      distributorIds: [distributorId],
      postings: [
        { account: `payable:${distributorId}:available`, amountFen: 0 - amountFen },
        { account: 'expense:incentive', amountFen },
      ],
    },
  ])
  const wallet = database.get<Wallet>('wallets', distributorId)
  if (!wallet) throw new Error(`${distributorId} has no wallet`)
  const availableFen = wallet.availableFen + amountFen
  database.put('wallets', [{ ...wallet, availableFen, version: wallet.version + 1 }])
}
