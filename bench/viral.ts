// 10,000 people who open one share at once, over the local cloud's HTTP door: writes and conflicts, not speed.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startShopCloud } from '../scripts/demo-shop'
import { openShop } from '../seed/open-shop'
import { createChance } from '../seed/random'
import { DEMO_ENDS_AT } from '../seed/seed-demo-shop'
import { Stage } from '../seed/stage'
import { sendCrowd } from '../tests/support/crowd'
import { welcomeDistributor } from './people'
import type { Row } from './row'

const PEOPLE = 10_000

export async function measureViral(): Promise<Row[]> {
  const data = join(__dirname, '..', '.cache', 'bench-viral')
  rmSync(data, { recursive: true, force: true })
  const { cloud, wechat } = await startShopCloud({ data, startAt: DEMO_ENDS_AT, timers: false })
  try {
    const stage = new Stage(cloud, wechat, createChance(1))
    await openShop(stage)
    const shareCode = await welcomeDistributor(stage, 'mei', null)
    const { writes, transactions, documents, seconds } = await sendCrowd(cloud, shareCode, PEOPLE)
    const isExact = documents['visits'] === PEOPLE && documents['attributions'] === PEOPLE
    if (!isExact) throw new Error(`not everybody was counted: ${JSON.stringify(documents)}`)
    const conflicts = transactions.begun - transactions.committed
    return [
      {
        what: `${PEOPLE} new people open one share at once and are bound: writes each, conflicts`,
        measured: `${(writes / PEOPLE).toFixed(2)}, ${conflicts} (${seconds.toFixed(0)} s)`,
        budget: '≤ 1.1 + 2, none',
      },
    ]
  } finally {
    await cloud.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
