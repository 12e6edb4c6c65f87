// 提醒一下: a quiet direct member, once a Shanghai week; they see it in the app, answer it, or want none.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Nudge } from '@contract/model/team'
import { addDays, dateOf, DAY_MS, weekOf } from '@contract/time'
import type { Snapshot } from '../../../emulator/cloud'
import { openTeam, type Team } from './open-team'

let team: Team
let quiet: Snapshot
beforeAll(async () => {
  team = await openTeam()
  const { world } = team.trade
  await world.runTimer()
  // Friday 2026-11-20 and three weeks: Friday 2026-12-11.
  await world.cloud.advance(21 * DAY_MS)
  await world.runTimer()
  quiet = world.cloud.snapshot()
})
beforeEach(() => team.trade.world.cloud.restore(quiet))
afterAll(() => team.trade.world.stop())

const stored = () => team.trade.world.cloud.database.list<Nudge>('nudges')
const thisWeek = () => weekOf(dateOf(team.trade.world.cloud.clock.now()))
const heId = () => ({ distributorId: team.he.distributorId })

describe('提醒一下', () => {
  it('没动静的直接成员收到一条，列表上写着提醒过了；谁发的、哪一周，重复也只有一条', async () => {
    const { lan, he } = team
    const before = await lan.call('distributor.getTeamMember', heId())
    expect([before.isLively, before.nudge, before.livelyOn]).toEqual([false, 'offered', null])
    const requestId = team.trade.world.newRequestId()
    const first = await lan.call('distributor.nudge', heId(), { requestId })
    expect(first.nudge).toBe('sent')
    expect(await lan.call('distributor.nudge', heId(), { requestId })).toEqual(first)
    expect(stored()).toHaveLength(1)
    expect(stored()[0]?._id).toBe(`${lan.distributorId}:${he.distributorId}:2026-12-07`)
    const got = await he.call('distributor.listNudges', {})
    expect(got).toMatchObject({
      isOn: true,
      rows: [{ fromName: '何岚', week: '2026-12-07', state: 'sent' }],
    })
    expect(JSON.stringify(got)).not.toContain(lan.distributorId)
    expect(await team.mei.call('distributor.listNudges', {})).toMatchObject({ rows: [] })
  })

  it('同一周第二次不行，下周一可以', async () => {
    const { lan, trade } = team
    await lan.call('distributor.nudge', heId())
    expect(await lan.refusal('distributor.nudge', heId())).toBe('NUDGE_TWICE')
    // Friday to Monday.
    await trade.world.cloud.advance(3 * DAY_MS)
    expect((await lan.call('distributor.nudge', heId())).nudge).toBe('sent')
    expect(
      stored()
        .map(({ week }) => week)
        .sort(),
    ).toEqual(['2026-12-07', '2026-12-14'])
  })

  it('两下一起点，也只有一条', async () => {
    const { lan } = team
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => lan.call('distributor.nudge', heId())),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'NUDGE_TWICE' })
    }
    expect(stored()).toHaveLength(1)
  })

  it('存好了回答却丢了：同一个请求再来，算成了，不是第二次', async () => {
    const { lan, trade } = team
    const requestId = trade.world.newRequestId()
    for (let calls = 1; calls <= 8; calls += 1) {
      await trade.killAfter('distributor.nudge', calls, () =>
        lan.call('distributor.nudge', heId(), { requestId }),
      )
    }
    expect((await lan.call('distributor.nudge', heId(), { requestId })).nudge).toBe('sent')
    expect(stored()).toHaveLength(1)
  })

  it('别人带来的、更下一层的、不存在的、自己：都说没有这个人', async () => {
    const { lan, mei, yun, tao } = team
    for (const distributorId of [
      yun.distributorId,
      tao.distributorId,
      'dst_none',
      lan.distributorId,
    ]) {
      expect(await lan.refusal('distributor.nudge', { distributorId })).toBe('DISTRIBUTOR_UNKNOWN')
    }
    expect(await mei.refusal('distributor.nudge', heId())).toBe('DISTRIBUTOR_UNKNOWN')
    expect(await team.zhou.refusal('distributor.nudge', heId())).toBe('DISTRIBUTOR_ONLY')
    expect(stored()).toEqual([])
  })

  it('被冻结的送不到，冻结的人也不能提醒别人', async () => {
    const { lan, he, trade } = team
    const freeze = (distributorId: string) =>
      trade.owner.call('owner.setDistributorStatus', {
        distributorId,
        status: 'frozen',
        reason: '核查',
      })
    await freeze(he.distributorId)
    expect(await lan.refusal('distributor.nudge', heId())).toBe('NUDGE_AWAY')
    await freeze(lan.distributorId)
    expect(await lan.refusal('distributor.nudge', { distributorId: team.mei.distributorId })).toBe(
      'DISTRIBUTOR_NOT_ACTIVE',
    )
  })

  it('离开的送不到', async () => {
    const { lan, trade } = team
    await trade.owner.call('owner.endDistributor', { ...heId(), reason: '到期' })
    expect(await lan.refusal('distributor.nudge', heId())).toBe('NUDGE_AWAY')
  })

  it('最近有动静的不用提醒：做了分享就算', async () => {
    const { lan, he, trade } = team
    await he.call('distributor.createShare', { target: { kind: 'shop' }, channel: 'poster' })
    await trade.world.cloud.advance(60_000)
    await trade.world.runTimer()
    expect(await lan.refusal('distributor.nudge', heId())).toBe('NUDGE_LIVELY')
    expect((await lan.call('distributor.getTeamMember', heId())).nudge).toBe('none')
  })
})

describe('收到提醒的人', () => {
  it('说谢谢，提醒的人看得到；先回答的算数', async () => {
    const { lan, he } = team
    await lan.call('distributor.nudge', heId())
    const week = thisWeek()
    const thank = { week, answer: 'thank' } as const
    expect(await he.call('distributor.answerNudge', thank)).toEqual({ state: 'thanked' })
    expect(await he.call('distributor.answerNudge', thank)).toEqual({ state: 'thanked' })
    const close = { week, answer: 'close' } as const
    expect(await he.call('distributor.answerNudge', close)).toEqual({ state: 'thanked' })
    expect((await lan.call('distributor.getTeamMember', heId())).nudge).toBe('thanked')
  })

  it('没有的那一周、别人的、没有邀请人的：没有这条', async () => {
    const { lan, mei, he } = team
    await lan.call('distributor.nudge', heId())
    const answer = (week: string) => ({ week, answer: 'close' }) as const
    expect(await he.refusal('distributor.answerNudge', answer(addDays(thisWeek(), -7)))).toBe(
      'NUDGE_UNKNOWN',
    )
    expect(await he.refusal('distributor.answerNudge', answer('2026-02-31'))).toBe('NUDGE_UNKNOWN')
    expect(await mei.refusal('distributor.answerNudge', answer(thisWeek()))).toBe('NUDGE_UNKNOWN')
    expect(await lan.refusal('distributor.answerNudge', answer(thisWeek()))).toBe('NUDGE_UNKNOWN')
    expect(stored()[0]?.state).toBe('sent')
  })

  it('关掉之后没有人能提醒，打开又可以', async () => {
    const { lan, he } = team
    expect(await he.call('distributor.setNudges', { isOn: false })).toEqual({ isOn: false })
    expect((await lan.call('distributor.getTeamMember', heId())).nudge).toBe('refused')
    expect(await lan.refusal('distributor.nudge', heId())).toBe('NUDGE_REFUSED')
    expect((await he.call('distributor.listNudges', {})).isOn).toBe(false)
    await he.call('distributor.setNudges', { isOn: true })
    expect((await lan.call('distributor.nudge', heId())).nudge).toBe('sent')
  })
})
