// What a month's filing is made from: the paid withdrawals of the year so far, and what the ledger says of them.
import type { LedgerEntry, Withdrawal, WithdrawalStatus } from '@contract/model/ledger'
import { fen, sumFen, type Fen } from '@contract/money'
import { makeFiling, type FilingRow } from '../../domain/tax/make-filing'
import type { Store } from '../../ports/store'

const BATCH = 1000
const SENT: readonly WithdrawalStatus[] = ['dispatched', 'awaiting-confirmation']

export interface Filing {
  readonly rows: readonly FilingRow[]
  /** The withheld-tax postings of the month's paid withdrawals. */
  readonly ledgerFen: Fen
  /** Dispatched in the month, not ended yet. */
  readonly open: readonly Withdrawal[]
}

export async function readFiling(store: Store, month: string): Promise<Filing> {
  const [paid, open] = await Promise.all([
    readPaid(store, month),
    store.find('withdrawals', { taxMonth: month, status: { in: SENT } }, { limit: BATCH }),
  ])
  const ofMonth = paid.filter((one) => one.taxMonth === month)
  const keys = ofMonth.map((one) => `wd:${one._id}:paid`)
  const entries = await store.getMany('ledger_entries', keys)
  const ledgerFen = fen(0 - sumFen(entries, withheldIn))
  return { rows: makeFiling(month, paid), ledgerFen, open }
}

async function readPaid(store: Store, month: string): Promise<Withdrawal[]> {
  const found: Withdrawal[] = []
  const taxMonth = { gte: `${month.slice(0, 4)}-01`, lte: month }
  for (;;) {
    const page = await store.find(
      'withdrawals',
      { taxMonth, status: 'paid', _id: { gt: found.at(-1)?._id ?? '' } },
      { order: [['_id', 'asc']], limit: BATCH },
    )
    found.push(...page)
    if (page.length < BATCH) return found
  }
}

function withheldIn({ postings }: LedgerEntry): number {
  return sumFen(
    postings.filter((posting) => posting.account === 'tax:withheld'),
    (posting) => posting.amountFen,
  )
}
