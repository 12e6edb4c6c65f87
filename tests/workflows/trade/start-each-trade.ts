// The frame of most files about trade: one shop a file, and every test begins with it freshly opened.
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openTrade, type Trade } from './open-trade'

export function startEachTrade(take: (trade: Trade) => void): void {
  let trade: Trade
  beforeAll(async () => {
    trade = await openTrade()
    take(trade)
  })
  beforeEach(() => trade.restart())
  afterAll(() => trade.world.stop())
}
