// The frame of most files about money: one shop, tests that begin at the same moment, and none that leaves wrong books.
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Snapshot } from '../../../emulator/cloud'
import { openMoney, type Money } from './open-money'

export interface Start {
  /** Back to where every test begins, in the midst of one. */
  again(): Promise<void>
  /** UTC ms */
  at(): number
}

/**
 * Opens the shop once a file and hands it over. Every test begins where `prepare` left it; after every test no fault
 * is left standing, and the ledger's invariants hold over all that is stored.
 */
export function startEachTest(
  take: (money: Money) => void,
  prepare: (money: Money) => unknown = () => undefined,
): Start {
  let money: Money
  let prepared: Snapshot
  let preparedAt: number
  beforeAll(async () => {
    money = await openMoney()
    take(money)
    await prepare(money)
    prepared = money.world.cloud.snapshot()
    preparedAt = money.world.cloud.clock.now()
  })
  const again = async () => {
    await money.world.cloud.restore(prepared)
    money.world.cloud.clock.set(preparedAt)
  }
  beforeEach(again)
  afterEach(() => {
    money.world.cloud.faults.clear()
    money.world.cloud.faults.release()
    money.world.audit()
  })
  afterAll(() => money.world.stop())
  return { again, at: () => preparedAt }
}
