// 提现审核: what makes a reviewer look twice, whose approvals count, several at once, and trying again.
import { describe, expect, it } from 'vitest'
import type { Shop } from '@contract/model/shop'
import { REAL_NAME_CONSENT } from '@contract/consent'
import { DAY_MS } from '@contract/time'
import { idNumberOf } from '../../support/real-names'
import { giveMoney } from './give-money'
import type { Money } from './open-money'
import { startEachTest } from './start-each-test'

let money: Money

startEachTest(
  (opened) => (money = opened),
  async (opened) => {
    await opened.earn()
    for (const { distributorId } of [opened.mei, opened.lan]) {
      giveMoney(opened, distributorId, 500_000)
    }
  },
)

const ask = (amountFen: number) => money.mei.call('distributor.requestWithdrawal', { amountFen })
const rows = async () =>
  (await money.owner.call('owner.listWithdrawals', { status: 'requested' })).rows
const flagsOf = async (id: string) =>
  (await rows()).find((row) => row.id === id)?.flags.map((flag) => flag.code)
const fourEyesFrom = (fourEyesFen: number) => {
  const shop = money.world.cloud.database.get<Shop>('settings', 'shop')
  if (shop) {
    money.changeShop({ withdrawal: { ...shop.withdrawal, fourEyesFen: fourEyesFen as never } })
  }
}
const setRoles = (memberId: string, roles: ('owner' | 'finance')[]) =>
  money.owner.call('owner.setStaff', { memberId, roles })

describe('风险提示', () => {
  it('第一次提现会提示；到账过以后就不再提', async () => {
    const first = await ask(1000)
    expect(await flagsOf(first.id)).toEqual(['FIRST_TIME'])
    await money.approve(first.id)
    await money.confirmOnPhone(first.id)
    await money.deliver('transfer')
    const second = await ask(1000)
    expect(await flagsOf(second.id)).toEqual([])
  })

  it('提过几次小的，忽然提很多', async () => {
    for (let time = 0; time < 3; time += 1) {
      await money.withdraw(1000)
      await money.world.cloud.advance(DAY_MS)
    }
    const { id } = await ask(3000)
    const row = (await rows()).find((one) => one.id === id)
    expect(row?.flags).toEqual([
      {
        code: 'FAR_ABOVE_USUAL',
        title: '金额比平时大',
        text: '平时一次 ¥10.00 上下（最近 3 次的中间数），这次 ¥30.00',
      },
    ])
  })

  it('结算后被追回过', async () => {
    // Settled at once here, so that its after-sale window is still open when it comes back.
    money.changeShop({ afterSaleDays: 30 })
    const [order] = money.world.cloud.database.list<{ _id: string }>('orders')
    await money.refund(order?._id ?? '', [{ line: 1, quantity: 1 }])
    const { id } = await ask(1000)
    expect(await flagsOf(id)).toContain('DEBT_LATELY')
  })

  it('刚改过实名，忽然绑了很多客户', async () => {
    await money.mei.call('distributor.saveRealName', {
      name: '林晓玫',
      idNumber: idNumberOf(money.mei.openid),
      consentVersion: REAL_NAME_CONSENT.version,
    })
    const at = money.world.cloud.clock.now()
    money.world.cloud.database.put(
      'attributions',
      Array.from({ length: 12 }, (_, index) => ({
        _id: `mbr_new${index}`,
        distributorId: money.mei.distributorId,
        shareCode: null,
        rule: 'first-touch',
        boundAt: at - index,
        expireAt: null,
        isPurchased: false,
      })),
    )
    const { id } = await ask(1000)
    expect(await flagsOf(id)).toEqual(['NAME_JUST_CHANGED', 'BINDING_BURST', 'FIRST_TIME'])
  })

  it('提示不替人做决定：照样能批', async () => {
    const { id } = await ask(1000)
    await money.approve(id)
    expect(money.withdrawal(id).status).toBe('awaiting-confirmation')
  })
})

describe('两个人', () => {
  it('同意过的人离开了，他那一票不算', async () => {
    fourEyesFrom(100)
    const { id } = await ask(1000)
    await money.finance.call('owner.approveWithdrawal', { withdrawalId: id })
    await setRoles(money.finance.memberId, [])
    expect((await rows())[0]).toMatchObject({
      approvals: [{ name: expect.any(String) as string, counts: false }],
      eligible: 1,
    })
    const after = await money.owner.call('owner.approveWithdrawal', { withdrawalId: id })
    expect(after).toMatchObject({ status: 'requested', needsApprovals: 2 })
    // Nobody else is left: it waits, and the desk can say so.
    expect(after.eligible).toBe(0)
    await setRoles(money.lan.memberId, ['finance'])
    const last = await money.lan.call('owner.approveWithdrawal', { withdrawalId: id })
    expect(last).toMatchObject({ status: 'awaiting-confirmation' })
    expect(last.approvals).toHaveLength(3)
  })

  it('只有一个人能审的店：超过门槛的等着，别的照常', async () => {
    await setRoles(money.finance.memberId, [])
    fourEyesFrom(500)
    const [small, large] = [await ask(400), await ask(1000)]
    const desk = await rows()
    // One pair of eyes is enough for the small one; the large one misses a person.
    expect(desk.map((row) => [row.id, row.needsApprovals, row.eligible])).toEqual([
      [small.id, 1, 1],
      [large.id, 2, 1],
    ])
    await money.approve(small.id)
    expect(money.withdrawal(small.id).status).toBe('awaiting-confirmation')
    await money.approve(large.id)
    await money.world.runTimer()
    expect(money.withdrawal(large.id).status).toBe('requested')
  })

  it('提现的人自己是财务：不算在能审的人里', async () => {
    await setRoles(money.mei.memberId, ['finance'])
    fourEyesFrom(500)
    await ask(1000)
    expect((await rows())[0]).toMatchObject({ eligible: 2 })
  })
})

describe('批量', () => {
  it('一次同意几笔：各自算，不能批的说为什么，别的照样打款', async () => {
    const mine = [await ask(500), await ask(600)]
    const lans = await money.lan.call('distributor.requestWithdrawal', { amountFen: 700 })
    await money.owner.call('owner.rejectWithdrawal', {
      withdrawalId: mine[1]?.id ?? '',
      reason: '重复了',
    })
    const withdrawalIds = [...mine.map((one) => one.id), lans.id, 'wd_nobody', lans.id]
    const { outcomes } = await money.owner.call('owner.approveWithdrawals', { withdrawalIds })
    expect(
      outcomes.map(({ row, refusal }) => [row?.status ?? null, refusal?.code ?? null]),
    ).toEqual([
      ['awaiting-confirmation', null],
      ['rejected', 'WITHDRAWAL_MOVED_ON'],
      ['awaiting-confirmation', null],
      [null, 'WITHDRAWAL_UNKNOWN'],
    ])
    const bills = await money.world.control<unknown[]>('wechat/transfers', undefined, 'GET')
    expect(bills).toHaveLength(2)
  })

  it('批到一半被杀，再批一次：全批了，每笔只打一次款', async () => {
    const ids: string[] = []
    for (const amountFen of [300, 400, 500]) ids.push((await ask(amountFen)).id)
    const snapshot = money.world.cloud.snapshot()
    const now = money.world.cloud.clock.now()
    const withdrawalIds = ids
    const approve = () => money.owner.call('owner.approveWithdrawals', { withdrawalIds })
    const calls = await money.world.countCalls(approve)
    for (let after = 4; after < calls; after += 7) {
      await money.world.cloud.restore(snapshot)
      money.world.cloud.clock.set(now)
      await money.cutShort('owner', after, approve)
      await approve()
      await money.world.cloud.advance(61_000)
      await money.world.runTimer()
      await money.world.runTimer()
      const bills = await money.world.control<unknown[]>('wechat/transfers', undefined, 'GET')
      expect(bills).toHaveLength(3)
      for (const id of ids) expect(money.withdrawal(id).status).toBe('awaiting-confirmation')
      money.world.audit()
    }
  })

  it('一次驳回几笔，一个原因，钱都退回', async () => {
    const before = money.wallet(money.mei).availableFen
    const withdrawalIds = [(await ask(500)).id, (await ask(600)).id]
    const reason = '请先核对微信号'
    const { outcomes } = await money.finance.call('owner.rejectWithdrawals', {
      withdrawalIds,
      reason,
    })
    expect(outcomes.map(({ row }) => [row?.status, row?.reason])).toEqual([
      ['rejected', reason],
      ['rejected', reason],
    ])
    expect(money.wallet(money.mei)).toMatchObject({ availableFen: before, withdrawingFen: 0 })
  })

  it('自己的一笔混在里面也批不了', async () => {
    await setRoles(money.mei.memberId, ['finance'])
    const withdrawalIds = [(await ask(500)).id]
    const { outcomes } = await money.mei.call('owner.approveWithdrawals', { withdrawalIds })
    expect(outcomes[0]?.refusal?.code).toBe('OWN_CASE')
    const rejected = await money.mei.call('owner.rejectWithdrawals', {
      withdrawalIds,
      reason: '不要了',
    })
    expect(rejected.outcomes[0]?.refusal?.code).toBe('OWN_CASE')
  })
})

describe('再试一次', () => {
  it('放弃了的打款，财务点一下接着打，还是同一个单号', async () => {
    const { id } = await ask(700)
    const match = { target: 'database', function: 'owner', collection: 'settings' }
    money.world.cloud.faults.add({ match, effect: 'fail', skip: 1, count: 1 })
    await money.approve(id)
    money.world.cloud.faults.clear()
    const [record] = money.outbox()
    expect(money.withdrawal(id).status).toBe('approved')
    money.world.cloud.database.put('outbox', [{ ...record, status: 'set-aside' }] as never)
    const row = await money.finance.call('owner.retryWithdrawal', { withdrawalId: id })
    expect(row.status).toBe('awaiting-confirmation')
    expect(money.outbox()).toMatchObject([{ status: 'done' }])
    await money.finance.call('owner.retryWithdrawal', { withdrawalId: id })
    const bills = await money.world.control<unknown[]>('wechat/transfers', undefined, 'GET')
    expect(bills).toHaveLength(1)
  })

  it('没有可试的就说，自己的不能试', async () => {
    const { id: withdrawalId } = await ask(700)
    expect(await money.owner.refusal('owner.retryWithdrawal', { withdrawalId })).toBe(
      'WITHDRAWAL_MOVED_ON',
    )
    await setRoles(money.mei.memberId, ['finance'])
    expect(await money.mei.refusal('owner.retryWithdrawal', { withdrawalId })).toBe('OWN_CASE')
  })
})
