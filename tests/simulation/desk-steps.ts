// What the desk does in a simulated year beside trade: bonuses, debts written off, taxes, refunds that got stuck.
import type { MoneyDecision } from '@contract/model/books'
import type { Wallet } from '@contract/model/ledger'
import type { AfterSale } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import { TAX_MODES } from '@contract/model/tax'
import { addMonths, dateOf, monthOf } from '@contract/time'
import type { Person } from '../support/world'
import type { Outcome, Scene } from './scene'

export interface Step {
  /** How often, beside the others. */
  readonly weight: number
  /** Plays it; tells what came of it, the same words for the same seed. */
  play(scene: Scene): Promise<string>
}

export const NOTHING = 'nothing to do'
export const tell = (outcome: Outcome<unknown>) =>
  outcome.kind === 'refusal' ? outcome.code : outcome.kind
export const any = <T>({ chance }: Scene, rows: readonly T[]): T | undefined =>
  rows.length === 0 ? undefined : chance.pick(rows, () => 1)

async function giveBonus(scene: Scene): Promise<string> {
  const { chance, owner } = scene
  const person = any(scene, scene.distributors)
  if (!person) return NOTHING
  if (chance.is(0.5)) {
    const budgetFen = chance.between(1, 60) * 100_000
    await scene.ask(owner, 'owner.setIncentiveBudget', { budgetFen, reason: '这个月' })
  }
  // Mostly little; now and then so much that every bracket of the tax is met.
  const amountFen = chance.is(0.5) ? chance.between(1, 50_000) : chance.between(50_000, 3_000_000)
  const { distributorId } = person
  const bonus = { distributorId, amountFen, reason: '季度之星' }
  const asked = await Promise.all(
    Array.from({ length: chance.is(0.2) ? 2 : 1 }, () =>
      scene.ask(owner, 'owner.payIncentive', bonus),
    ),
  )
  return told(scene, asked, `${amountFen} to ${person.name}`)
}

async function writeOff(scene: Scene): Promise<string> {
  const { cloud, owner } = scene
  const owing = scene.distributors.flatMap((person) => {
    const wallet = cloud.database.get<Wallet>('wallets', person.distributorId)
    return wallet && wallet.clawbackFen > 0 ? [{ person, wallet }] : []
  })
  const one = any(scene, owing)
  if (!one) return NOTHING
  const { distributorId } = one.person
  const known = cloud.database.get<Distributor>('distributors', distributorId)
  if (known?.status === 'active') {
    const gone = { distributorId, status: 'frozen', reason: '不做了' } as const
    await scene.ask(owner, 'owner.setDistributorStatus', gone)
  }
  const amountFen = one.wallet.clawbackFen
  const debt = { distributorId, amountFen, reason: '联系不上' }
  const asked = [await scene.ask(owner, 'owner.writeOffDebt', debt)]
  return told(scene, asked, `${amountFen} of ${one.person.name}`)
}

function told(
  scene: Scene,
  asked: readonly Outcome<{ readonly id: string; readonly status: string }>[],
  what: string,
): string {
  for (const one of asked) if (one.kind === 'success') scene.decisionIds.push(one.value.id)
  const words = asked.map((one) => (one.kind === 'success' ? one.value.status : tell(one)))
  return `${what}: ${words.sort().join(' and ')}`
}

async function decideMoney(scene: Scene): Promise<string> {
  const { chance, cloud, finance, owner } = scene
  const waiting = scene.decisionIds
    .map((id) => cloud.database.get<MoneyDecision>('money_decisions', id))
    .filter((one) => one?.status === 'waiting')
  const one = any(scene, waiting)
  if (!one) return NOTHING
  const decisionId = one._id
  // The asker may try as well, and is refused.
  const eyes = chance.is(0.2) ? [finance, owner] : [finance]
  const outcomes = await Promise.all(
    eyes.map((person) =>
      chance.is(0.25)
        ? scene.ask(person, 'owner.rejectMoneyDecision', { decisionId, reason: '再想想' })
        : scene.ask(person, 'owner.approveMoneyDecision', { decisionId }),
    ),
  )
  return `${one.kind} ${one.amountFen}: ${outcomes.map(tell).sort().join(' and ')}`
}

async function changeTax(scene: Scene): Promise<string> {
  const { chance, cloud, owner } = scene
  const mode = chance.pick(TAX_MODES, () => 1)
  const from = addMonths(monthOf(cloud.clock.now()), chance.between(-1, 2))
  return `${mode} from ${from}: ${tell(await scene.ask(owner, 'owner.setTaxMode', { mode, from }))}`
}

async function payTaxOffice(scene: Scene): Promise<string> {
  const { chance, cloud, finance, owner } = scene
  const now = cloud.clock.now()
  const months = [0, -1, -2, -3].map((ago) => addMonths(monthOf(now), ago))
  const found: { month: string; leftFen: number }[] = []
  for (const month of months) {
    const seen = await scene.ask(finance, 'owner.getTaxMonth', { month })
    if (seen.kind === 'success' && seen.value.leftFen > 0) {
      found.push({ month, leftFen: seen.value.leftFen })
    }
  }
  const one = any(scene, found)
  if (!one) return NOTHING
  scene.vouchers += 1
  const amountFen = chance.is(0.6) ? one.leftFen : chance.between(1, one.leftFen)
  const facts = { month: one.month, amountFen, paidOn: dateOf(now) }
  const voucher = (suffix: string) => `V${1000 + scene.vouchers}${suffix}`
  // Two people at once, with the same voucher or with another one for the same money.
  const pay = (person: Person, suffix: string) =>
    scene.ask(person, 'owner.recordTaxPayment', { ...facts, voucherNo: voucher(suffix) })
  const both = chance.is(0.3)
  const asked = both
    ? [pay(finance, ''), pay(owner, chance.is(0.5) ? '' : 'B')]
    : [pay(finance, '')]
  const words = (await Promise.all(asked)).map(tell).sort().join(' and ')
  return `${amountFen} of ${one.leftFen} for ${one.month}: ${words}`
}

async function settleStuckRefund(scene: Scene): Promise<string> {
  const { chance, finance } = scene
  const one = any(scene, stuckRefunds(scene))
  if (!one?.refundTrouble) return NOTHING
  const { state } = one.refundTrouble
  const afterSaleId = one._id
  scene.wechat.settings({ refundOutcome: chance.is(0.7) ? 'SUCCESS' : 'CLOSED' })
  // Somebody settles it on the merchant platform: WeChat begins anew, under the same number.
  if (state === 'abnormal' && chance.is(0.5)) resumeAtWechat(scene, one)
  const how = chance.is(0.3) ? 'by hand' : 'again'
  const eyes = chance.is(0.2) ? [finance, scene.owner] : [finance]
  const outcomes = await Promise.all(
    eyes.map((person) =>
      how === 'again'
        ? scene.ask(person, 'owner.retryRefund', { afterSaleId })
        : scene.ask(person, 'owner.markRefundedByHand', { afterSaleId, note: '银行转账' }),
    ),
  )
  await scene.wechat.drain()
  scene.wechat.settings({ refundOutcome: 'SUCCESS' })
  return `${state} ${one.refundFen}, ${how}: ${outcomes.map(tell).sort().join(' and ')}`
}

export function stuckRefunds({ cloud, afterSaleIds }: Scene): AfterSale[] {
  return afterSaleIds
    .map((id) => cloud.database.get<AfterSale>('after_sales', id))
    .filter((one): one is AfterSale => one?.status === 'refunding' && !!one.refundTrouble)
}

/** What the merchant platform does with an abnormal refund. */
export function resumeAtWechat({ cloud }: Scene, { _id, refundTry = 1 }: AfterSale): void {
  const suffix = _id.slice('afs_'.length)
  const number = refundTry > 1 ? `${suffix}_${refundTry}` : suffix
  const refund = cloud.state.get('wechat_pay_refunds', number) as { state?: string } | null
  if (refund?.state !== 'ABNORMAL') return
  const again = { state: 'PROCESSING', outcome: 'SUCCESS', startedAt: cloud.clock.now() }
  cloud.state.put('wechat_pay_refunds', number, { ...refund, ...again })
  cloud.state.put('wechat_open_work', `refund:${number}`, { kind: 'refund', id: number })
}

export const DESK_STEPS: Readonly<Record<string, Step>> = {
  'give a bonus': { weight: 6, play: giveBonus },
  'decide a bonus or a debt': { weight: 7, play: decideMoney },
  'write a debt off': { weight: 3, play: writeOff },
  'change the tax': { weight: 2, play: changeTax },
  'pay the tax office': { weight: 4, play: payTaxOffice },
  'settle a stuck refund': { weight: 8, play: settleStuckRefund },
}
