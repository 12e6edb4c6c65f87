// Invariants of a wallet: it is the fold of its entries, never negative, and agrees with what is open.
import {
  WALLET_PARTS,
  type LedgerEntry,
  type Wallet,
  type Withdrawal,
} from '@contract/model/ledger'
import type { Commission } from '@contract/model/distribution'
import { sumFen } from '@contract/money'
import { OPEN_WITHDRAWALS } from '../withdrawal/withdrawal-lifecycle'
import { differ, expectSame, guarded, type Difference } from './difference'
import { earnedBy, movementOf } from './post-to-wallet'

export const PART_NAMES = {
  pending: '待结算',
  available: '可提现',
  withdrawing: '提现中',
  clawback: '欠款',
} as const

/** Everything that belongs to one distributor's wallet. */
export interface WalletBooks {
  readonly wallet: Wallet
  /** All entries that name the distributor. */
  readonly entries: readonly LedgerEntry[]
  /** At least the pending ones. */
  readonly commissions: readonly Commission[]
  /** At least the open ones. */
  readonly withdrawals: readonly Withdrawal[]
}

export function checkWallet(books: WalletBooks): Difference[] {
  return guarded(recordOf(books.wallet), () => [
    ...checkParts(books),
    ...checkTotals(books),
    ...checkOpen(books),
  ])
}

const recordOf = (wallet: Wallet) => `wallets/${wallet._id}`

function checkParts({ wallet, entries }: WalletBooks): Difference[] {
  const changes = entries.map((entry) => movementOf(entry, wallet._id))
  const found = WALLET_PARTS.flatMap((part) => {
    const record = `${recordOf(wallet)} ${PART_NAMES[part]}`
    const held = wallet[`${part}Fen`]
    const folded = sumFen(changes, (change) => change[`${part}Fen`])
    return [
      ...expectSame('WALLET_BALANCE', record, folded, held),
      ...(held < 0 ? [differ('WALLET_NEGATIVE', record, 0, held)] : []),
    ]
  })
  if (wallet.availableFen <= 0 || wallet.clawbackFen <= 0) return found
  const record = recordOf(wallet)
  return [...found, differ('WALLET_MONEY_AND_DEBT', record, 0, wallet.availableFen)]
}

/** Earned, paid out and the count of entries, again from the entries. */
function checkTotals({ wallet, entries }: WalletBooks): Difference[] {
  let earned = 0
  let paid = 0
  for (const entry of entries) {
    const change = movementOf(entry, wallet._id)
    earned += earnedBy(entry, change)
    if (entry.code === 'WITHDRAWAL_PAID') paid -= change.withdrawingFen
  }
  const record = recordOf(wallet)
  return [
    ...expectSame('WALLET_EARNED', record, earned, wallet.earnedFen),
    ...expectSame('WALLET_PAID', record, paid, wallet.paidFen),
    ...expectSame('WALLET_VERSION', record, entries.length, wallet.version),
  ]
}

function checkOpen({ wallet, commissions, withdrawals }: WalletBooks): Difference[] {
  const pending = sumFen(commissions, ({ status, netFen }) => (status === 'pending' ? netFen : 0))
  const withdrawing = sumFen(withdrawals, ({ status, amountFen }) =>
    OPEN_WITHDRAWALS.includes(status) ? amountFen : 0,
  )
  const record = recordOf(wallet)
  return [
    ...expectSame('WALLET_PENDING', record, pending, wallet.pendingFen),
    ...expectSame('WALLET_WITHDRAWING', record, withdrawing, wallet.withdrawingFen),
  ]
}
