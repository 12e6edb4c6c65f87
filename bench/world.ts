// A function's world in this process: the real store over the real SDK, pointed at a local cloud.
import type { World } from '../cloudfunctions/ports/world'
import type { Cloud } from '../emulator/cloud'

/** The world of a function, with the real store over the real SDK, pointed at this cloud. */
export async function worldOf(cloud: Cloud, now: number): Promise<World> {
  Object.assign(process.env, {
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.base}/admin` }),
  })
  const { createStore } = await import('../cloudfunctions/adapters/cloudbase/store')
  const log = { info: () => undefined, warn: () => undefined }
  return { store: createStore(), now, log } as unknown as World
}

/** Database calls since the last clearing. */
export function callsOf(cloud: Cloud): number {
  return Object.entries(cloud.counters.read().totals)
    .filter(([kind]) => kind.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0)
}
