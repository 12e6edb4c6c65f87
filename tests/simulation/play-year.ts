// Plays a year of people, misfortunes and time from one seed, with the auditor looking after every step.
import { DAY_MS, HOUR_MS } from '@contract/time'
import { Auditor } from './auditor'
import { openScene, type Scene } from './scene'
import { NOTHING, resumeAtWechat, stuckRefunds } from './desk-steps'
import { runTimers, STEPS } from './steps'
import { perhapsTrouble } from './trouble'

export interface Year {
  readonly seed: number
  readonly steps: number
  /** One line a step: what was played, under which misfortune, and what came of it. */
  readonly story: readonly string[]
  /** What the auditor found, and after which step; empty when the books were right all year. */
  readonly findings: readonly string[]
  /** How the year ended, in figures that don't hang on ids: the same seed gives the same. */
  readonly ending: string
  readonly counts: Readonly<Record<string, number>>
}

const YEAR_MS = 365 * DAY_MS
const TROUBLE = 0.35
/** Of all steps, those before which days pass. */
const PAUSES = 0.15

/** Stops at the first step after which something is wrong. `onStep` hears of each step that is done. */
export async function playYear(
  seed: number,
  steps: number,
  onStep: (step: number) => void = () => undefined,
): Promise<Year> {
  const scene = await openScene(seed)
  const { cloud, wechat, stocked } = scene
  const auditor = new Auditor(cloud, wechat, stocked)
  const story: string[] = []
  let findings: string[] = []
  /** What no person would ever see is a finding too. */
  const errors: string[] = []
  const tellError = (error: unknown) => {
    errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return 'broke off'
  }
  try {
    await STEPS['publish a plan']?.play(scene)
    for (let step = 1; step <= steps && findings.length === 0; step += 1) {
      await passTime(scene, YEAR_MS / steps)
      story.push(`${step}. ${await playStep(scene).catch(tellError)}`)
      findings = [...errors.splice(0), ...auditor.look()]
      onStep(step)
    }
    if (findings.length === 0) {
      await comeToRest(scene)
      findings = auditor.lookAtRest()
    }
    return { seed, steps, story, findings, ending: endingOf(scene), counts: countsOf(scene) }
  } finally {
    await scene.stop()
  }
}

/** Mostly minutes; now and then days, with the timer at their end, so that the steps fill a year. */
async function passTime(scene: Scene, meanMs: number): Promise<void> {
  const { chance, cloud } = scene
  if (chance.is(1 - PAUSES)) {
    await cloud.advance(chance.between(1, 20) * 60_000)
    return
  }
  await cloud.advance(Math.max(HOUR_MS, Math.round((chance.next() * 2 * meanMs) / PAUSES)))
  await runTimers(scene)
}

/** Steps for which there is nothing to do are passed over. */
async function playStep(scene: Scene): Promise<string> {
  const trouble = perhapsTrouble(scene, TROUBLE)
  const words: string[] = []
  for (let tries = 0; tries < 6 && words.length === 0; tries += 1) {
    const name = scene.chance.pick(Object.keys(STEPS), (one) => STEPS[one]?.weight ?? 0)
    const result = (await STEPS[name]?.play(scene)) ?? NOTHING
    if (result !== NOTHING) words.push(`${name}: ${result}`)
  }
  if (trouble !== null) await scene.calmDown()
  return [
    ...(words.length > 0 ? words : ['a quiet moment']),
    ...(trouble ? [`under ${trouble}`] : []),
  ].join(', ')
}

/** Nothing goes wrong any more, and time passes until nothing is under way. */
async function comeToRest(scene: Scene): Promise<void> {
  scene.wechat.settings({ refundMs: 0, refundOutcome: 'SUCCESS', acceptMs: 0, transferMs: 0 })
  await scene.calmDown()
  const pauses = [
    ...Array.from({ length: 6 }, () => HOUR_MS),
    ...Array.from({ length: 45 }, () => DAY_MS),
  ]
  for (const pause of pauses) {
    await scene.cloud.advance(pause)
    await scene.cloud.runTimer('timer')
    await scene.wechat.drain()
    await settleAll(scene)
  }
}

/** The desk settles every refund that is stuck. */
async function settleAll(scene: Scene): Promise<void> {
  for (const stuck of stuckRefunds(scene)) {
    resumeAtWechat(scene, stuck)
    await scene.wechat.drain()
    await scene.ask(scene.finance, 'owner.retryRefund', { afterSaleId: stuck._id })
    await scene.wechat.drain()
  }
}

function endingOf({ cloud, distributors, orderIds }: Scene): string {
  const wallets = distributors.map(({ name, distributorId }) => {
    const wallet = cloud.database.get<Record<string, number>>('wallets', distributorId) ?? {}
    const { pendingFen, availableFen, withdrawingFen, clawbackFen, paidFen } = wallet
    return `${name} ${[pendingFen, availableFen, withdrawingFen, clawbackFen, paidFen].join('/')}`
  })
  const orders = orderIds.map((id) => {
    const order = cloud.database.get<{ status: string; refundedFen: number }>('orders', id)
    return `${order?.status}${order?.refundedFen ? `-${order.refundedFen}` : ''}`
  })
  return [...wallets, orders.join(' ')].join('\n')
}

function countsOf({ cloud, orderIds }: Scene): Record<string, number> {
  const { database } = cloud
  return {
    orders: orderIds.length,
    commissions: database.count('commissions'),
    refunded: database.count('after_sales', { status: 'refunded' }),
    withdrawals: database.count('withdrawals'),
    paid: database.count('withdrawals', { status: 'paid' }),
    returned: database.count('withdrawals', { status: 'returned' }),
    debts: database.count('ledger_entries', { code: 'COMMISSION_CLAWED_BACK' }),
    bonuses: database.count('ledger_entries', { code: 'INCENTIVE_PAID' }),
    forgiven: database.count('ledger_entries', { code: 'DEBT_WRITTEN_OFF' }),
    taxed: database.count('withdrawals', { status: 'paid', taxFen: { $gt: 0 } }),
    remitted: database.count('ledger_entries', { code: 'TAX_REMITTED' }),
    'by hand': database.count('after_sales', { refundedByHand: { $exists: true } }),
    alerts: database.count('alerts'),
    entries: database.count('ledger_entries'),
  }
}
