// 模拟的一年: people, misfortunes and time from a seed, against the real functions, audited after every step.
import { describe, expect, it } from 'vitest'
import type { LedgerEntry, Wallet } from '@contract/model/ledger'
import { Auditor } from './auditor'
import { playYear, type Year } from './play-year'
import { openScene } from './scene'
import { STEPS } from './steps'

const LONG = 180_000
/** A failing year tells how to see it again. */
const report = ({ seed, steps, story, findings }: Year) => [
  ...findings,
  ...(findings.length > 0
    ? [...story.slice(-5), `again: npm run simulate:year -- --seed ${seed} --steps ${steps}`]
    : []),
]

describe('模拟的一年', () => {
  it.each([1, 7, 2026])(
    '种子 %i：每一步之后，账都对得上；最后没有事悬着',
    async (seed) => {
      const year = await playYear(seed, 100)
      expect(report(year)).toEqual([])
      expect(year.counts.orders).toBeGreaterThan(10)
      expect(year.counts.commissions).toBeGreaterThan(5)
    },
    LONG,
  )

  it(
    '同一个种子，同一个故事，同一个结局',
    async () => {
      const [once, again] = [await playYear(3, 50), await playYear(3, 50)]
      expect(again.story).toEqual(once.story)
      expect(again.ending).toEqual(once.ending)
    },
    LONG,
  )
})

describe('审计的人', () => {
  it(
    '动过手脚的账，每一种都看得出来',
    async () => {
      const scene = await openScene(5)
      const { cloud, wechat, stocked } = scene
      await STEPS['publish a plan']?.play(scene)
      for (let round = 0; round < 12; round += 1) await STEPS['buy']?.play(scene)
      await cloud.runTimer('timer')
      const { database } = cloud
      const right = cloud.snapshot()
      const first = <T>(name: string, where: object = {}): T => {
        const [found] = database.find<T>(name, where as never)
        if (!found) throw new Error(`nothing in ${name}`)
        return found
      }
      const tamperings: readonly (readonly [name: string, tamper: () => void])[] = [
        [
          'a fen more in a posting',
          () => {
            const entry = first<LedgerEntry>('ledger_entries')
            const [head, ...rest] = entry.postings
            if (!head) return
            const postings = [{ ...head, amountFen: head.amountFen + 1 }, ...rest]
            database.put('ledger_entries', [{ ...entry, postings }])
          },
        ],
        [
          'an entry taken away',
          () => {
            database.remove('ledger_entries', [first<LedgerEntry>('ledger_entries')._id])
          },
        ],
        [
          'a wallet that has a fen more',
          () => {
            const wallet = first<Wallet>('wallets', { pendingFen: { $gt: 0 } })
            database.put('wallets', [{ ...wallet, pendingFen: wallet.pendingFen + 1 }])
          },
        ],
        [
          'a commission that pays more than the plan',
          () => {
            const one = first<{ amountFen: number; netFen: number }>('commissions')
            const more = { amountFen: one.amountFen + 1, netFen: one.netFen + 1 }
            database.put('commissions', [{ ...one, ...more }])
          },
        ],
        [
          'an order that nobody paid',
          () => {
            const one = first<{ payableFen: number }>('orders', { status: 'paid' })
            database.put('orders', [{ ...one, payableFen: one.payableFen + 1 }])
          },
        ],
        [
          'units that came from nowhere',
          () => {
            const one = first<{ available: number }>('stocks')
            database.put('stocks', [{ ...one, available: one.available + 1 }])
          },
        ],
      ]
      for (const [name, tamper] of tamperings) {
        await cloud.restore(right)
        const auditor = new Auditor(cloud, wechat, stocked)
        expect(auditor.look(), 'before').toEqual([])
        tamper()
        expect(auditor.look(), name).not.toEqual([])
      }
      await scene.stop()
    },
    LONG,
  )
})
