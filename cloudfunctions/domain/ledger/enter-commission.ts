// Entries of commissions: accrued at payment, reversed by refunds, settled when due.
import type { Commission } from '@contract/model/distribution'
import type { LedgerEntry, Wallet } from '@contract/model/ledger'
import { sumFen } from '@contract/money'
import { assert } from '../assert'
import type { Reversal } from '../commission/reverse-commissions'
import { walletAccount } from './accounts'
import { credit, debit, makeEntry } from './make-entry'
import { payIntoWallet, takeFromWallet } from './pay-into-wallet'

/** `accrue:{orderId}`: expense:commission / pending of each beneficiary. Null when nobody gets a fen. */
export function enterAccrual(
  orderId: string,
  commissions: readonly Commission[],
  at: number,
): LedgerEntry | null {
  const totalFen = sumFen(commissions, (commission) => commission.amountFen)
  if (totalFen === 0) return null
  return makeEntry({
    key: `accrue:${orderId}`,
    code: 'COMMISSION_ACCRUED',
    at,
    orderId,
    postings: [
      ...debit('expense:commission', totalFen),
      ...commissions.flatMap((commission) =>
        credit(walletAccount(commission.distributorId, 'pending'), commission.amountFen),
      ),
    ],
  })
}

/**
 * What a refund takes back. Pending parts: `reverse:{refundId}`, pending / expense. Settled parts:
 * `clawback:{refundId}`, available then clawback / expense. None, one or both; post them in this order.
 * `wallets` holds, by distributor, each wallet named in a settled reversal as it is before the entries.
 */
export function enterReversal(refund: {
  readonly orderId: string
  readonly refundId: string
  readonly reversals: readonly Reversal[]
  readonly wallets: ReadonlyMap<string, Wallet>
  readonly at: number
}): LedgerEntry[] {
  const { orderId, refundId, reversals, wallets, at } = refund
  const pending = reversals.filter((reversal) => reversal.from === 'pending')
  const settled = reversals.filter((reversal) => reversal.from === 'settled')
  const entries: LedgerEntry[] = []
  if (pending.length > 0) {
    const postings = pending.flatMap(({ commission, reversedFen }) =>
      debit(walletAccount(commission.distributorId, 'pending'), reversedFen),
    )
    const expense = credit('expense:commission', totalOf(pending))
    const facts = { key: `reverse:${refundId}`, code: 'COMMISSION_REVERSED', at, orderId } as const
    entries.push(makeEntry({ ...facts, postings: [...postings, ...expense] }))
  }
  if (settled.length > 0) {
    const owners = settled.map((reversal) => reversal.commission.distributorId)
    assert(new Set(owners).size === owners.length, 'one commission a beneficiary')
    const postings = settled.flatMap(({ commission, reversedFen }) => {
      const wallet = wallets.get(commission.distributorId)
      assert(wallet !== undefined, `no wallet for ${commission.distributorId}`)
      return takeFromWallet(wallet, reversedFen)
    })
    const expense = credit('expense:commission', totalOf(settled))
    const key = `clawback:${refundId}`
    const facts = { key, code: 'COMMISSION_CLAWED_BACK', at, orderId } as const
    entries.push(makeEntry({ ...facts, postings: [...postings, ...expense] }))
  }
  return entries
}

/**
 * `settle:{commissionId}`: pending / clawback first, rest available. One entry for all due commissions of one
 * member, named by the smallest id among them; null when they are worth nothing (still mark them settled).
 */
export function enterSettlement(
  wallet: Wallet,
  commissions: readonly Commission[],
  at: number,
): LedgerEntry | null {
  for (const commission of commissions) {
    const isDue = commission.settleAt !== null && commission.settleAt <= at
    assert(commission.distributorId === wallet._id, `${commission._id} is not of ${wallet._id}`)
    assert(commission.status === 'pending' && isDue, `${commission._id} is not due`)
  }
  const paying = commissions.filter((commission) => commission.netFen > 0)
  const [first, ...rest] = paying
  if (first === undefined) return null
  const named = rest.reduce((least, next) => (next._id < least._id ? next : least), first)
  const totalFen = sumFen(paying, (commission) => commission.netFen)
  return makeEntry({
    key: `settle:${named._id}`,
    code: 'COMMISSION_SETTLED',
    at,
    ...(rest.length === 0 ? { orderId: first.orderId } : {}),
    postings: [
      ...debit(walletAccount(wallet._id, 'pending'), totalFen),
      ...payIntoWallet(wallet, totalFen),
    ],
  })
}

function totalOf(reversals: readonly Reversal[]) {
  return sumFen(reversals, (reversal) => reversal.reversedFen)
}
