// The share workflows on the engine in this process: many people at once, every step of one between steps of others.
import { idOf, suffixOf, ulid } from '@contract/ids'
import { actions } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import type { Shop } from '@contract/model/shop'
import { identify } from '../../../cloudfunctions/kernel/identify'
import { digest } from '../../../cloudfunctions/kernel/ids'
import type { Context, World } from '../../../cloudfunctions/ports/world'
import { openEngineStore, type EngineStore } from '../../support/engine-store'

export interface EngineWorld {
  readonly store: EngineStore
  worldAt(now: number): World
  /** Somebody by OPENID, as the edge of the function finds them. */
  as(openid: string, now: number, action: 'mall.openShare' | 'mall.recordOpens'): Promise<Context>
  /** An active distributor, and the code of a share of the shop. */
  addDistributor(memberId: string): Promise<string>
}

export async function openEngineWorld(): Promise<EngineWorld> {
  const store = openEngineStore()
  let serial = 0
  const next = () => (serial += 1)
  const worldAt = (now: number) =>
    ({
      store,
      now,
      random: () => 0.5,
      newId: () => `atr_${next()}`,
      digest,
      log: { info: () => undefined, warn: () => undefined },
    }) as unknown as World
  const binding = { rule: 'permanent-after-purchase', expireDays: 90, protectDays: 30 }
  await store.put('settings', { _id: 'shop', binding, plans: [] } as unknown as Shop)
  return {
    store,
    worldAt,
    async as(openid, now, action) {
      const caller = await identify(worldAt(now), openid, actions[action])
      return { ...worldAt(now), caller, requestId: ulid(now + next(), () => 0.5) }
    },
    async addDistributor(memberId) {
      const _id = idOf('distributor', suffixOf(memberId))
      const person = { _id, memberId, name: memberId, status: 'active', uplineIds: [] }
      const admission = { inviterId: null, admittedAt: null }
      await store.put('distributors', { ...person, ...admission } as unknown as Distributor)
      const share = { distributorId: _id, target: { kind: 'shop' }, channel: 'friend' } as const
      await store.put('shares', { _id: `SHARE${next()}`, ...share, createdAt: 0 })
      return `SHARE${serial}`
    },
  }
}
