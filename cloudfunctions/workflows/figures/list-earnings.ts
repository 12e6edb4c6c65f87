// 谁赚了多少: the wallets of all distributors, the highest earner first, with totals over all of them.
import { fen } from '@contract/money'
import type { Api } from '@contract/api'
import type { Wallet } from '@contract/model/ledger'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'

type Output = Api['owner.listEarnings']['output']
type WalletView = Output['totals']

const PARTS = [
  'availableFen',
  'pendingFen',
  'withdrawingFen',
  'clawbackFen',
  'earnedFen',
  'paidFen',
] as const satisfies readonly (keyof WalletView & keyof Wallet)[]

/** Totals come from the wallets, each of which changes only with its ledger entry. */
export async function listEarnings(
  ctx: Context,
  { cursor }: Api['owner.listEarnings']['parsed'],
): Promise<Output> {
  const [sums, page] = await Promise.all([
    ctx.store.sum('wallets', {}, PARTS),
    readPage(ctx.store, 'wallets', { where: {}, by: 'earnedFen', cursor }),
  ])
  const people = await ctx.store.getMany(
    'distributors',
    page.rows.map((wallet) => wallet._id),
  )
  const personOf = new Map(people.map((person) => [person._id, person]))
  const rows = page.rows.flatMap((wallet) => {
    const person = personOf.get(wallet._id)
    const { _id: id } = wallet
    return person ? [{ id, name: person.name, tier: person.tier, wallet: partsOf(wallet) }] : []
  })
  return { totals: partsOf(sums), distributors: { rows, next: page.next } }
}

function partsOf(amounts: Readonly<Record<(typeof PARTS)[number], number>>): WalletView
function partsOf(amounts: Readonly<Partial<Record<string, number>>>): WalletView
function partsOf(amounts: Readonly<Partial<Record<string, number>>>): WalletView {
  const parts = PARTS.map((part) => [part, fen(amounts[part] ?? 0)])
  return Object.fromEntries(parts) as WalletView
}
