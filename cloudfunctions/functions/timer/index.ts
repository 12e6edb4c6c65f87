// The cloud function `timer`: each minute the jobs that finish, settle and sum up, every ten those that check and tidy.
import { MINUTE_MS } from '@contract/time'
import { readCaller } from '../../adapters/cloudbase/caller'
import { createWorld } from '../../kernel/create-world'
import { digest } from '../../kernel/ids'
import { createLog, describe } from '../../kernel/log'
import { refuseCall } from '../../kernel/refuse-call'
import type { World } from '../../ports/world'
import { auditBooks } from '../../workflows/audit/audit-books'
import { accrueDueOrders } from '../../workflows/commission/accrue-due-orders'
import { updateAggregates } from '../../workflows/aggregate/update-aggregates'
import { gradeEverybody } from '../../workflows/credit/grade-everybody'
import { countBoard } from '../../workflows/figures/set-board'
import { rollUpMaterials } from '../../workflows/material/roll-up-materials'
import { closeExpiredOrders } from '../../workflows/order/close-expired-orders'
import { completeOldOrders } from '../../workflows/order/complete-old-orders'
import { setReceivedDues } from '../../workflows/order/set-received-dues'
import { receiveOverdueOrders } from '../../workflows/order/receive-overdue-orders'
import { workOffOutbox } from '../../workflows/outbox/work-off-outbox'
import { retirePlans } from '../../workflows/plan/retire-plans'
import { workOffNotices } from '../../workflows/payment/work-off-notices'
import { rankDistributors } from '../../workflows/rank/rank-distributors'
import { reconcileDays } from '../../workflows/reconciliation/reconcile-days'
import { forgetRequests } from '../../workflows/request/forget-requests'
import { settleDueCommissions } from '../../workflows/settlement/settle-due-commissions'
import { advanceSimulations } from '../../workflows/simulation/advance-simulations'
import { rollUpFunnels } from '../../workflows/share/roll-up-funnels'
import { endLooseHolds } from '../../workflows/stock/end-loose-holds'
import { foldReturns } from '../../workflows/stock/fold-returns'
import { checkTiers } from '../../workflows/tier/check-tiers'
import { sweepWithdrawals } from '../../workflows/withdrawal/sweep-withdrawals'

type Jobs = Readonly<Record<string, (world: World) => Promise<object>>>

/**
 * First what needs only the store, in the order of the money; last what asks WeChat, which may keep us waiting until
 * the function's time is over.
 */
const EVERY_MINUTE: Jobs = {
  workOffNotices,
  accrueDueOrders,
  receiveOverdueOrders,
  setReceivedDues,
  completeOldOrders,
  settleDueCommissions,
  endLooseHolds,
  retirePlans,
  updateAggregates,
  countBoard,
  checkTiers,
  gradeEverybody,
  rankDistributors,
  rollUpFunnels,
  rollUpMaterials,
  advanceSimulations,
  workOffOutbox,
  closeExpiredOrders,
  sweepWithdrawals,
}

/** What looks whether all of it was right comes last and less often: it must not keep the money waiting. */
const EVERY_TEN: Jobs = { auditBooks, reconcileDays, forgetRequests, foldReturns }
/** The minute of ten in which it comes: one trigger a function is all that can be deployed. */
const TENTH = 7

/** Answers with each job's counts; a failed one says so and stops no other. */
export async function main(event: unknown, runtime?: { request_id?: string }): Promise<unknown> {
  const requestId = runtime?.request_id ?? digest(`${Date.now()}:${Math.random()}`)
  const isTimer = (event as { Type?: unknown } | null)?.Type === 'Timer'
  if (!isTimer || readCaller().openid !== '') return refuseCall(requestId)
  const log = createLog({ function: 'timer', requestId })
  const isTenth = Math.floor(Date.now() / MINUTE_MS) % 10 === TENTH
  const jobs = { ...EVERY_MINUTE, ...(isTenth ? EVERY_TEN : {}) }
  const counts: Record<string, object> = {}
  for (const [name, job] of Object.entries(jobs)) {
    try {
      counts[name] = await job(createWorld(log))
    } catch (error) {
      counts[name] = { hasFailed: true }
      log.warn('job-failed', { job: name, error: describe(error) })
    }
  }
  log.info('timer', counts)
  return { ok: true, data: counts }
}
