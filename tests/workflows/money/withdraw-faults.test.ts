// 提现经得起意外: killed, answered into the void or in conflict at every database call of every step, the money leaves
// once or not at all.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Shop } from '@contract/model/shop'
import type { FaultKind, Snapshot } from '../../../emulator/cloud'
import { openMoney, type Money } from './open-money'

/** Many restarts of the same story: as long as they take. */
const AS_LONG_AS_IT_TAKES = 600_000
const ALL_FEN = 1392
const MATCH = { target: 'database' } as const

let money: Money
let earned: Snapshot
let earnedAt: number

beforeAll(async () => {
  money = await openMoney()
  await money.earn()
  earned = money.world.cloud.snapshot()
  earnedAt = money.world.cloud.clock.now()
})
beforeEach(() => back(earned, earnedAt))
afterEach(() => {
  money.world.cloud.faults.clear()
  money.world.audit()
})
afterAll(() => money.world.stop())

async function back(to: Snapshot, at: number): Promise<void> {
  money.world.cloud.faults.clear()
  await money.world.cloud.restore(to)
  money.world.cloud.clock.set(at)
}

const ask = (amountFen: number, requestId?: string) =>
  money.mei.call('distributor.requestWithdrawal', { amountFen }, requestId ? { requestId } : {})

/** Whatever a cut-off step left open runs out, and the timer does its rounds. */
async function rounds(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await money.world.cloud.advance(61_000)
    await money.world.runTimer()
  }
}

/** Goes on like people do: the desk agrees, the receiver confirms, the notice comes, timers run. */
async function carryOn(withdrawalId: string): Promise<void> {
  const { status } = money.withdrawal(withdrawalId)
  if (status === 'requested') await money.approve(withdrawalId)
  await rounds()
  if (money.withdrawal(withdrawalId).status === 'awaiting-confirmation') {
    await money.confirmOnPhone(withdrawalId)
  }
  await rounds()
}

async function expectPaidOnce(withdrawalId: string): Promise<void> {
  expect(money.withdrawal(withdrawalId)).toMatchObject({ status: 'paid', amountFen: 700 })
  expect(money.wallet(money.mei)).toMatchObject({
    availableFen: ALL_FEN - 700,
    withdrawingFen: 0,
    paidFen: 700,
  })
  expect(money.entries('WITHDRAWAL_REQUESTED')).toHaveLength(1)
  expect(money.entries('WITHDRAWAL_PAID')).toHaveLength(1)
  const bills = await money.world.control<{ state: string; amountFen: number }[]>(
    'wechat/transfers',
    undefined,
    'GET',
  )
  expect(bills).toMatchObject([{ state: 'SUCCESS', amountFen: 700 }])
  money.world.audit()
}

interface Step {
  readonly of: 'distributor' | 'owner' | 'timer' | 'pay-notify'
  /** Brings the story to where the step begins; answers the withdrawal, if there is one yet. */
  readonly prepare: () => Promise<string>
  readonly take: (withdrawalId: string) => Promise<unknown>
}

const REQUEST_ID = '01J8ZQ4Y7N5R2K3M6P8S9T0VWX'
const idOfRequest = () => ask(700, REQUEST_ID).then(({ id }) => id)

const STEPS: readonly (readonly [string, Step])[] = [
  ['申请', { of: 'distributor', prepare: async () => '', take: () => ask(700, REQUEST_ID) }],
  ['批准和打款', { of: 'owner', prepare: idOfRequest, take: (id) => money.approve(id) }],
  [
    '定时器打款',
    {
      of: 'timer',
      async prepare() {
        const id = await idOfRequest()
        // Approved, and cut off before the first word to WeChat: the outbox owes the rest.
        const outbox = { ...MATCH, function: 'owner', collection: 'settings' }
        money.world.cloud.faults.add({ match: outbox, effect: 'kill-instance', skip: 1, count: 1 })
        await money.approve(id).catch(() => undefined)
        money.world.cloud.faults.clear()
        await money.world.cloud.advance(61_000)
        expect(money.withdrawal(id).status).toBe('approved')
        return id
      },
      take: () => money.world.runTimer(),
    },
  ],
  [
    '到账通知',
    {
      of: 'pay-notify',
      async prepare() {
        const id = await idOfRequest()
        await money.approve(id)
        await money.confirmOnPhone(id)
        return id
      },
      take: () => money.deliver('transfer'),
    },
  ],
]

/** Brings the story to the step once, and answers how to come back there, and how many calls the step makes. */
async function rehearse({ prepare, take }: Step) {
  const id = await prepare()
  const snapshot = money.world.cloud.snapshot()
  const at = money.world.cloud.clock.now()
  const calls = await money.world.countCalls(() => take(id))
  return { id, calls, restart: () => back(snapshot, at) }
}

describe.each(STEPS)('%s', (_label, step) => {
  it(
    '在每一次数据库调用时被杀：接着做，只付一次',
    async () => {
      const { id, calls, restart } = await rehearse(step)
      expect(calls).toBeGreaterThan(5)
      for (let after = 0; after < calls; after += 1) {
        await restart()
        await money.cutShort(step.of, after, () => step.take(id))
        await carryOn(id === '' ? await idOfRequest() : id)
        await expectPaidOnce(id === '' ? await idOfRequest() : id)
      }
    },
    AS_LONG_AS_IT_TAKES,
  )

  const faults: readonly (readonly [string, FaultKind])[] = [
    ['做了但没收到回答', 'drop-answer-after-work'],
    ['写冲突', 'conflict'],
  ]
  it.each(faults)(
    '每一次数据库调用%s：接着做，只付一次',
    async (_fault, effect) => {
      const { id, calls, restart } = await rehearse(step)
      for (let skip = 0; skip < calls; skip += 1) {
        await restart()
        const match = { ...MATCH, function: step.of }
        money.world.cloud.faults.add({ match, effect, skip, count: 1 })
        await step.take(id).catch(() => undefined)
        money.world.cloud.faults.clear()
        await money.world.cloud.advance(31_000)
        await carryOn(id === '' ? await idOfRequest() : id)
        await expectPaidOnce(id === '' ? await idOfRequest() : id)
      }
    },
    AS_LONG_AS_IT_TAKES,
  )
})

/** Instances stand ready, and whoever looks at a wallet is overtaken before they write. */
async function crowd(): Promise<void> {
  const quote = () => money.mei.call('distributor.quoteWithdrawal', { amountFen: 100 })
  await Promise.all(Array.from({ length: 8 }, quote))
  const match = { ...MATCH, function: 'distributor', collection: 'wallets' }
  money.world.cloud.faults.add({ match, effect: 'delay', delayMs: 25 })
}

describe('同时来', () => {
  it('五十个请求都要提走全部的钱：正好成一个', async () => {
    await crowd()
    const asked = Array.from({ length: 50 }, () =>
      ask(ALL_FEN).then(
        () => 'taken',
        (error: { code?: string }) => error.code ?? 'lost',
      ),
    )
    const outcomes = await Promise.all(asked)
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1)
    // Everybody else is told why: the money is gone, or too many came at the same moment.
    const others = new Set(outcomes.filter((outcome) => outcome !== 'taken'))
    for (const code of others) expect(['INSUFFICIENT_BALANCE', 'TRY_AGAIN']).toContain(code)
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: 0, withdrawingFen: ALL_FEN })
    expect(money.world.cloud.database.list('withdrawals')).toHaveLength(1)
    expect(money.entries('WITHDRAWAL_REQUESTED')).toHaveLength(1)
  })

  it('一天的次数也不会被同时的请求绕过', async () => {
    const shop = money.world.cloud.database.get<Shop>('settings', 'shop')
    if (shop) money.changeShop({ withdrawal: { ...shop.withdrawal, dailyCount: 2 } })
    await crowd()
    const asked = Array.from({ length: 8 }, () => ask(100).catch(() => null))
    const outcomes = await Promise.all(asked)
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(2)
    expect(await money.mei.refusal('distributor.requestWithdrawal', { amountFen: 100 })).toBe(
      'WITHDRAWAL_DAILY_COUNT',
    )
  })

  it('二十个人同时点同意，只打一次款', async () => {
    const { id } = await ask(700)
    const taps = Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0
        ? money.approve(id)
        : money.finance.call('owner.approveWithdrawal', { withdrawalId: id }),
    )
    await Promise.allSettled(taps)
    await carryOn(id)
    await expectPaidOnce(id)
    expect(money.withdrawal(id).approvals).toHaveLength(1)
  })
})
