// Twice a month distributors take their money; the desk approves, the receiver confirms, a few are turned down.
import { DAY_MS, HOUR_MS } from '@contract/time'
import { fen } from '@contract/money'
import { seedDistributors } from './people.data'
import { openidOf, type Stage } from './stage'

const WORTHWHILE_FEN = 50_00
/** Above what WeChat transfers without a real name. */
const MOST_FEN = 3_000_00

/** Plans the two pay days of each month of the year. */
export function planWithdrawals(stage: Stage, start: number, days: number): void {
  for (let day = 30; day < days; day += 15) {
    for (const { key, joinedOnDay, zeal } of seedDistributors) {
      if (joinedOnDay + 20 > day || !stage.chance.is(0.3 + zeal / 20)) continue
      // Whoever holds the first phone finds something to take out.
      if (key === 'mei' && day > days - 20) continue
      const at = start + day * DAY_MS + stage.chance.between(9, 21) * HOUR_MS
      stage.plan(at, () => takeMoney(stage, key, day > days - 7))
    }
  }
  // The desk is never empty on the last day.
  for (const key of ['lan', 'chuan', 'ting']) {
    stage.plan(start + (days - 1) * DAY_MS + 17 * HOUR_MS, () =>
      ask(stage, key).then(() => undefined),
    )
  }
}

async function ask(stage: Stage, key: string): Promise<string | null> {
  const { wallet } = await stage.call(key, 'distributor.getWallet', {})
  if (wallet.availableFen < WORTHWHILE_FEN) return null
  const whole = wallet.availableFen - (wallet.availableFen % 100)
  const amountFen = fen(Math.min(whole, stage.chance.is(0.5) ? MOST_FEN : 500_00))
  const { id } = await stage.call(key, 'distributor.requestWithdrawal', { amountFen })
  return id
}

async function takeMoney(stage: Stage, key: string, isLeftWaiting: boolean): Promise<void> {
  const withdrawalId = await ask(stage, key)
  if (withdrawalId === null || isLeftWaiting) return
  stage.plan(stage.now + stage.chance.between(2, 20) * HOUR_MS, async () => {
    if (stage.chance.is(0.04)) {
      await stage.call('finance', 'owner.rejectWithdrawal', {
        withdrawalId,
        reason: '微信号和登记的不一致，请核对后再提',
      })
      return
    }
    const desk = await stage.call('finance', 'owner.approveWithdrawal', { withdrawalId })
    if (desk.status === 'requested') {
      await stage.call('owner', 'owner.approveWithdrawal', { withdrawalId })
    }
    stage.plan(stage.now + HOUR_MS, () => confirm(stage, key, withdrawalId))
  })
}

async function confirm(stage: Stage, key: string, withdrawalId: string): Promise<void> {
  const params = await stage.call(key, 'distributor.confirmWithdrawal', { withdrawalId })
  stage.wechat.confirm(openidOf(key), params)
  await stage.wechat.drain()
}
