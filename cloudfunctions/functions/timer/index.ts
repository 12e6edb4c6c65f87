// The cloud function `timer`: every minute the jobs that finish, settle and sum up; one that fails stops no other.
import { readCaller } from '../../adapters/cloudbase/caller'
import { createWorld } from '../../kernel/create-world'
import { digest } from '../../kernel/ids'
import { createLog, describe } from '../../kernel/log'
import { refuseCall } from '../../kernel/refuse-call'
import type { World } from '../../ports/world'
import { accrueDueOrders } from '../../workflows/commission/accrue-due-orders'
import { summariseDays } from '../../workflows/figures/summarise-days'
import { closeExpiredOrders } from '../../workflows/order/close-expired-orders'
import { completeOldOrders } from '../../workflows/order/complete-old-orders'
import { receiveOverdueOrders } from '../../workflows/order/receive-overdue-orders'
import { workOffOutbox } from '../../workflows/outbox/work-off-outbox'
import { retirePlans } from '../../workflows/plan/retire-plans'
import { workOffNotices } from '../../workflows/payment/work-off-notices'
import { settleDueCommissions } from '../../workflows/settlement/settle-due-commissions'
import { endLooseHolds } from '../../workflows/stock/end-loose-holds'
import { sweepWithdrawals } from '../../workflows/withdrawal/sweep-withdrawals'

/**
 * First what needs only the store, in the order of the money; last what asks WeChat, which may keep us waiting until
 * the function's time is over.
 */
const JOBS: Readonly<Record<string, (world: World) => Promise<object>>> = {
  workOffNotices,
  accrueDueOrders,
  receiveOverdueOrders,
  completeOldOrders,
  settleDueCommissions,
  endLooseHolds,
  retirePlans,
  summariseDays,
  workOffOutbox,
  closeExpiredOrders,
  sweepWithdrawals,
}

/** Answers with each job's counts; a failed one says so. */
export async function main(event: unknown, runtime?: { request_id?: string }): Promise<unknown> {
  const requestId = runtime?.request_id ?? digest(`${Date.now()}:${Math.random()}`)
  const isTimer = (event as { Type?: unknown } | null)?.Type === 'Timer'
  if (!isTimer || readCaller().openid !== '') return refuseCall(requestId)
  const log = createLog({ function: 'timer', requestId })
  const counts: Record<string, object> = {}
  for (const [name, job] of Object.entries(JOBS)) {
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
