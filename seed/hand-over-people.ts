// 负责人: the owner hands the distributors to the two channel managers, takes one back from the south, and forgets one.
import { DAY_MS, HOUR_MS } from '@contract/time'
import { memberIdOf } from '../cloudfunctions/kernel/ids'
import { seedDistributors } from './people.data'
import { distributorIdOf } from './recruit-people'
import { openidOf, type Stage } from './stage'

const MANAGERS = ['manager-east', 'manager-south'] as const
/** Nobody answers for him: what the people list's filter finds. */
const FORGOTTEN = 'tao'
const MOVED = 'shu'

export function planHandOvers(stage: Stage, end: number): void {
  const handOver = async (to: string, keys: readonly string[], reason: string) => {
    const distributorIds = keys.map(distributorIdOf)
    const asked = { distributorIds, managerId: memberIdOf(openidOf(to)), reason }
    await stage.callAside('owner', 'owner.handOver', asked)
  }
  for (const manager of MANAGERS) {
    const theirs = seedDistributors.filter(
      ({ key, managerKey }) => managerKey === manager && key !== FORGOTTEN,
    )
    const keys = theirs.map(({ key }) => key)
    stage.plan(end - 100 * DAY_MS - 2 * HOUR_MS, () => handOver(manager, keys, '按地区分工'))
  }
  stage.plan(end - 15 * DAY_MS - 2 * HOUR_MS, () =>
    handOver('manager-east', [MOVED], '谭若川去筹备华南新店，西南先请陆行简照看'),
  )
}
