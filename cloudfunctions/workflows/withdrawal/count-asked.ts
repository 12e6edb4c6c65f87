// How often a distributor asked for money today: what was turned down or came back doesn't count.
import type { WithdrawalStatus } from '@contract/model/ledger'
import { dateOf, startOfDate } from '@contract/time'
import type { Store, Transaction } from '../../ports/store'

const UNDONE: readonly WithdrawalStatus[] = ['rejected', 'returned']

/**
 * Inside the request's transaction two requests at once can't both miss each other: each changes the wallet, so one
 * of them starts over.
 */
export async function countAsked(
  from: Pick<Store | Transaction, 'find'>,
  distributorId: string,
  now: number,
): Promise<number> {
  const today = { distributorId, requestedAt: { gte: startOfDate(dateOf(now)) } }
  const asked = await from.find('withdrawals', today)
  return asked.filter(({ status }) => !UNDONE.includes(status)).length
}
