// Whether the shop's limits make sense together, and fit what WeChat transfers.
import { TRANSFERS, type WithdrawalPolicy } from '@contract/model/shop'
import { refuse } from '../refuse'

type Rule = readonly [isBroken: (policy: WithdrawalPolicy) => boolean, words: string]
const RULES: readonly Rule[] = [
  [({ minFen }) => minFen < TRANSFERS.leastFen, '一次最少不能低于 ¥0.10，微信转不了更少的'],
  [({ minFen, feeFen }) => feeFen + TRANSFERS.leastFen > minFen, '一次最少要比手续费多 ¥0.10 以上'],
  [({ minFen, maxFen }) => maxFen < minFen, '一次最多不能低于一次最少'],
  [({ maxFen, dailyFen }) => dailyFen < maxFen, '一天最多不能低于一次最多'],
  [({ dailyFen }) => dailyFen > TRANSFERS.dailyFen, '一天最多 ¥20,000，微信的上限'],
  [({ dailyCount }) => dailyCount < 1 || dailyCount > TRANSFERS.dailyCount, '一天 1 到 10 次'],
  [({ fourEyesFen }) => fourEyesFen > TRANSFERS.dailyFen, '两个人同意的线不能高过 ¥20,000'],
]

/** Refuses SHOP_SETTINGS_INVALID with the first rule that is broken, in the words of the page. */
export function guardLimits(policy: WithdrawalPolicy): void {
  const broken = RULES.find(([isBroken]) => isBroken(policy))
  if (broken) throw refuse('SHOP_SETTINGS_INVALID', { field: broken[1] })
}
