// Makes due commissions available, a member at a time, each in one transaction; overlapping timers do no harm.
import type { Commission } from '@contract/model/distribution'
import type { Wallet } from '@contract/model/ledger'
import { enterSettlement } from '../../domain/ledger/enter-commission'
import { postToWallet } from '../../domain/ledger/post-to-wallet'
import { assert } from '../../domain/assert'
import type { Where } from '../../ports/store'
import type { World } from '../../ports/world'
import { isPoisoned, nameFailure } from '../outbox/name-failure'
import { raiseAlert } from '../outbox/raise-alert'

const MEMBERS = 50
const ROWS = 500
/** One transaction writes at most this many commissions; more follow in the next. */
const CHUNK = 50

/** What the scan relies on: as long as the wallet says the same, its commissions are as they were read. */
type SeenWallet = Pick<Wallet, '_id' | 'version' | 'duesMoved'>

export interface SettleCounts {
  settled: number
  /** Members whose wallet moved while they were being worked on: the next run takes them. */
  skipped: number
  setAside: number
}

/**
 * Wallets are read before the commissions: a wallet that has not moved since proves that none of its
 * commissions changed, so they need not be read again. A row that fails for itself is held with an alert.
 */
export async function settleDueCommissions(world: World): Promise<SettleCounts> {
  const counts: SettleCounts = { settled: 0, skipped: 0, setAside: 0 }
  const due: Where = { status: 'pending', isHeld: false, settleAt: { lte: world.now } }
  const scan = { order: [['settleAt', 'asc']], limit: ROWS } as const
  const first = await world.store.find('commissions', due, scan)
  const members = [...new Set(first.map((row) => row.distributorId))].slice(0, MEMBERS)
  if (members.length === 0) return counts
  const wallets = await world.store.getMany('wallets', members)
  const rows = await world.store.find(
    'commissions',
    { ...due, distributorId: { in: members } },
    scan,
  )
  const found = new Map(wallets.map((wallet) => [wallet._id, wallet]))
  for (const _id of members) {
    const own = rows.filter((row) => row.distributorId === _id)
    const wallet = found.get(_id)
    if (wallet) await settleMember(world, wallet, own, counts)
    else for (const row of own) await setAside(world, row, 'no wallet', counts)
  }
  return counts
}

async function settleMember(
  world: World,
  wallet: Wallet,
  rows: readonly Commission[],
  counts: SettleCounts,
): Promise<void> {
  let { version } = wallet
  for (let at = 0; at < rows.length; at += CHUNK) {
    const chunk = rows.slice(at, at + CHUNK)
    try {
      const after = await settleChunk(world, { ...wallet, version }, chunk)
      if (after === null) {
        counts.skipped += 1
        return
      }
      counts.settled += chunk.length
      version = after
    } catch (error) {
      if (!isPoisoned(error)) {
        counts.skipped += 1
        world.log.warn('settle-postponed', { id: wallet._id, error: nameFailure(error) })
        return
      }
      version = await settleOneByOne(world, { ...wallet, version }, chunk, counts)
    }
  }
}

/** One bad row must not keep the others: each alone, and the one that fails is held. */
async function settleOneByOne(
  world: World,
  seen: SeenWallet,
  rows: readonly Commission[],
  counts: SettleCounts,
): Promise<number> {
  let { version } = seen
  for (const row of rows) {
    try {
      const after = await settleChunk(world, { ...seen, version }, [row])
      if (after === null) break
      counts.settled += 1
      version = after
    } catch (error) {
      if (!isPoisoned(error)) break
      await setAside(world, row, nameFailure(error), counts)
    }
  }
  return version
}

async function setAside(
  world: World,
  { _id }: Commission,
  error: string,
  counts: SettleCounts,
): Promise<void> {
  counts.setAside += 1
  world.log.warn('settle-set-aside', { id: _id, error })
  const set = { isHeld: true }
  await world.store.updateIf('commissions', _id, { status: 'pending' }, { set })
  const message = '这笔佣金结算不了，已暂停，需要人工核对'
  await raiseAlert(world, { kind: 'SETTLE_SET_ASIDE', subjectId: _id, message }, true)
}

/** The wallet's version afterwards; null when it was not as it had been seen and nothing was done. */
function settleChunk(
  world: World,
  { _id, version, duesMoved }: SeenWallet,
  rows: readonly Commission[],
): Promise<number | null> {
  return world.store.transaction(async (tx) => {
    const wallet = await tx.get('wallets', _id)
    assert(wallet !== null, `${_id} has no wallet`)
    if (wallet.version !== version || wallet.duesMoved !== duesMoved) return null
    const entry = enterSettlement(wallet, rows, world.now)
    for (const row of rows) {
      const set = { status: 'settled', settledAt: world.now }
      await tx.update('commissions', row._id, { set })
    }
    if (!entry) return version
    await tx.insert('ledger_entries', entry)
    await tx.put('wallets', postToWallet(wallet, entry))
    return version + 1
  })
}
