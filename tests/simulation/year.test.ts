// 模拟的一年: people, misfortunes and time from a seed, against the real functions, audited after every step.
import { describe, expect, it } from 'vitest'
import type { IncentiveBudget, MoneyDecision } from '@contract/model/books'
import type { LedgerEntry, Wallet, Withdrawal } from '@contract/model/ledger'
import type { AfterSale, Order } from '@contract/model/order'
import type { TaxYear } from '@contract/model/tax'
import { Auditor } from './auditor'
import { playYear, type Year } from './play-year'
import { openScene, type Scene } from './scene'
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

/** A large bonus with two pairs of eyes, a taxed withdrawal of it, and a refund: for there to be something to spoil. */
async function rewardAndPay(scene: Scene): Promise<void> {
  const { finance, owner, wechat, cloud } = scene
  const [person] = scene.distributors
  if (!person) throw new Error('nobody distributes')
  const { distributorId } = person
  await owner.call('owner.setIncentiveBudget', { budgetFen: 1_000_000, reason: '十一月' })
  const bonus = { distributorId, amountFen: 300_000, reason: '季度之星' }
  const { id: decisionId } = await owner.call('owner.payIncentive', bonus)
  await finance.call('owner.approveMoneyDecision', { decisionId })
  const asked = await person.call('distributor.requestWithdrawal', { amountFen: 300_000 })
  for (const eyes of [owner, finance]) {
    await eyes.call('owner.approveWithdrawal', { withdrawalId: asked.id })
  }
  const [order] = cloud.database.find<Order>('orders', { status: 'paid' })
  const buyer = scene.buyers.find((one) => one.memberId === order?.buyerId)
  if (!order || !buyer) throw new Error('no buyer has paid')
  const { afterSaleId } = await buyer.call('mall.applyAfterSale', {
    orderId: order._id,
    kind: 'refund-only',
    lines: [{ line: 1, quantity: 1 }],
    reason: '不想要了',
  })
  await owner.call('owner.approveAfterSale', { afterSaleId })
  await cloud.advance(1000)
  await wechat.drain()
}

describe('审计的人', () => {
  it(
    '动过手脚的账，每一种都看得出来',
    async () => {
      const scene = await openScene(5)
      const { cloud, wechat, stocked } = scene
      await STEPS['publish a plan']?.play(scene)
      for (let round = 0; round < 12; round += 1) await STEPS['buy']?.play(scene)
      await cloud.runTimer('timer')
      await rewardAndPay(scene)
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
          'a fen more of tax than the table says',
          () => {
            const one = first<Withdrawal>('withdrawals', { taxFen: { $gt: 0 } })
            const more = { taxFen: one.taxFen + 1, netFen: one.netFen - 1 }
            database.put('withdrawals', [{ ...one, ...more }])
          },
        ],
        [
          'a tax mode that was never announced',
          () => {
            const one = first<Withdrawal>('withdrawals', { taxFen: { $gt: 0 } })
            database.put('withdrawals', [{ ...one, taxMode: 'platform-cumulative' }])
          },
        ],
        [
          'a tax month that lost a fen',
          () => {
            const year = first<TaxYear>('tax_years')
            const months = year.months.map((one) => ({ ...one, taxFen: one.taxFen - 1 }))
            database.put('tax_years', [{ ...year, months }])
          },
        ],
        [
          'a tax payment that nobody entered',
          () => {
            const payments = [{ voucherNo: 'V1', amountFen: 5 }]
            database.put('tax_remittances', [{ _id: '2026-11', remittedFen: 5, payments }])
          },
        ],
        [
          'a bonus that was turned down and paid all the same',
          () => {
            database.put('money_decisions', [
              { ...first<MoneyDecision>('money_decisions'), status: 'rejected' },
            ])
          },
        ],
        [
          'a large bonus that one pair of eyes gave',
          () => {
            database.put('money_decisions', [
              { ...first<MoneyDecision>('money_decisions'), decidedBy: null },
            ])
          },
        ],
        [
          'a budget that forgot what was given',
          () => {
            const [month] = database.list<IncentiveBudget>('incentive_budgets')
            database.put('incentive_budgets', [{ ...month, _id: month?._id ?? '', paidFen: 0 }])
          },
        ],
        [
          'a refund that WeChat paid a second time, under another number',
          () => {
            const one = first<AfterSale>('after_sales', { status: 'refunded' })
            const number = one._id.slice('afs_'.length)
            const paid = cloud.state.get('wechat_pay_refunds', number) as object
            const outRefundNo = `${number}_2`
            cloud.state.put('wechat_pay_refunds', outRefundNo, { ...paid, outRefundNo })
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
