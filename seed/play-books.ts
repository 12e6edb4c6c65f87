// The desk's books: bonuses for the best sellers of the last months, a nightly audit, and the last month reconciled.
import { idOf, suffixOf } from '@contract/ids'
import { addDays, dateOf, DAY_MS, HOUR_MS, MINUTE_MS, startOfDate } from '@contract/time'
import { memberIdOf } from '../cloudfunctions/kernel/ids'
import { openidOf, type Stage } from './stage'

const BUDGET_FEN = 200_000
/** Of each month, the first three: who they are is as invented as their names. */
const BEST: readonly (readonly [key: string, amountFen: number, reason: string])[] = [
  ['lan', 188_00, '上个月销售第一'],
  ['chuan', 128_00, '上个月销售第二'],
  ['ting', 88_00, '上个月销售第三'],
]
/** WeChat's bills are compared this far back; the timer goes on from there. */
const RECONCILED_DAYS = 31

/** On the second of each of the last months the owner sets what may be given, and gives it. */
export function planBonuses(stage: Stage, end: number): void {
  const months = [dateOf(end), dateOf(end - 31 * DAY_MS), dateOf(end - 61 * DAY_MS)]
  for (const month of new Set(months.map((on) => on.slice(0, 7)))) {
    stage.plan(startOfDate(`${month}-02`) + 11 * HOUR_MS, () => giveBonuses(stage))
  }
}

async function giveBonuses(stage: Stage): Promise<void> {
  await stage.call('owner', 'owner.setIncentiveBudget', {
    budgetFen: BUDGET_FEN,
    reason: '每月前三名',
  })
  for (const [key, amountFen, reason] of BEST) {
    const distributorId = idOf('distributor', suffixOf(memberIdOf(openidOf(key))))
    await stage.call('owner', 'owner.payIncentive', { distributorId, amountFen, reason })
  }
}

/** The night before the shop is shown, at the minute in which the timer looks at the books. */
export function planAudit(stage: Stage, end: number): void {
  stage.plan(startOfDate(dateOf(end)) + 3 * HOUR_MS + 7 * MINUTE_MS, async () => {
    await stage.cloud.runTimer('timer')
  })
}

/** Each of the last days compared with WeChat's bills, the oldest first. */
export async function reconcileLastDays(stage: Stage): Promise<void> {
  const last = addDays(dateOf(stage.now), -1)
  for (let back = RECONCILED_DAYS - 1; back >= 0; back -= 1) {
    await stage.call('finance', 'owner.reconcileDay', { on: addDays(last, -back) })
  }
}
