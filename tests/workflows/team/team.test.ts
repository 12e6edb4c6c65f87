// 我的团队: two levels and no deeper, names of the second masked on the server, sales from running figures.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Commission } from '@contract/model/distribution'
import type { Distributor } from '@contract/model/people'
import { fen } from '@contract/money'
import { addDays, dateOf, DAY_MS, monthOf } from '@contract/time'
import { NO_SUMS } from '../../../cloudfunctions/domain/aggregate/sums'
import { packFigures } from '../../../cloudfunctions/domain/aggregate/pack-figures'
import { lineOf } from '../trade/open-trade'
import { openTeam, type Team } from './open-team'

let team: Team
beforeAll(async () => {
  team = await openTeam()
  const { trade, zhou } = team
  await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
  await trade.world.runTimer()
})
afterAll(() => team.trade.world.stop())

const getTeam = () => team.lan.call('distributor.getTeam', {})

describe('我的团队', () => {
  it('直接两位，间接一位，再往下的一个也不给', async () => {
    const { direct, indirect, rows, cut } = await getTeam()
    expect([direct.people, indirect.people, cut]).toEqual([2, 1, 0])
    expect(rows.map(({ name, under }) => [name, under])).toEqual([
      ['林晓梅', -1],
      ['何川', -1],
      ['周**', 0],
    ])
  })

  it('间接成员的名字在服务器上就遮住，不给编号、等级和金额，全文里也找不到', async () => {
    const answer = await getTeam()
    expect(answer.rows[2]).toEqual({
      id: null,
      name: '周**',
      tier: null,
      under: 0,
      standing: 'active',
      isLively: true,
      hasSold: false,
      salesFen: null,
    })
    const text = JSON.stringify([answer, await team.lan.call('distributor.listTeam', {})])
    for (const { distributorId, memberId } of [team.yun, team.tao]) {
      expect(text).not.toContain(distributorId)
      expect(text).not.toContain(memberId)
    }
    expect(text).not.toContain('云清')
  })

  it('销售来自累计数字，带来的佣金就是账上这个月的二级佣金', async () => {
    const { salesFen, lastSalesFen, broughtFen, asOf } = await getTeam()
    expect([salesFen, lastSalesFen]).toEqual([10000, 0])
    const own = team.trade.world.cloud.database.find<Commission>('commissions', {
      distributorId: team.lan.distributorId,
      level: 2,
    })
    expect(broughtFen).toBe(own.reduce((sum, { netFen }) => sum + netFen, 0))
    expect(broughtFen).toBe(500)
    expect(asOf).not.toBeNull()
    const { rows } = await team.lan.call('distributor.listTeam', {})
    expect(
      rows.map(({ name, salesFen: sold, broughtFen: brought, people }) => [
        name,
        sold,
        brought,
        people,
      ]),
    ).toEqual([
      ['林晓梅', 10000, 500, 1],
      ['何川', 0, 0, 0],
    ])
  })

  it('一个人的详情只给带他来的人看，别的编号一律说没有', async () => {
    const ask = (distributorId: string) =>
      team.lan.refusal('distributor.getTeamMember', { distributorId })
    const { distributorId } = team.mei
    expect(await team.lan.call('distributor.getTeamMember', { distributorId })).toMatchObject({
      name: '林晓梅',
      people: 1,
      nudge: 'none',
    })
    for (const id of [
      team.yun.distributorId,
      team.tao.distributorId,
      'dst_none',
      team.lan.distributorId,
    ]) {
      expect(await ask(id)).toBe('DISTRIBUTOR_UNKNOWN')
    }
    expect(await team.zhou.refusal('distributor.getTeam', {})).toBe('DISTRIBUTOR_ONLY')
  })

  it('店主看得到全名和更深的层，别人看不到', async () => {
    const { owner } = team.trade
    const { distributorId } = team.lan
    const tree = await owner.call('owner.getTeamTree', { distributorId })
    expect(tree.rows.map(({ name, under }) => [name, under])).toEqual([
      ['林晓梅', -1],
      ['何川', -1],
      ['周云清', 0],
      ['陶然', 2],
    ])
    expect([tree.person.name, tree.inviter, tree.cut]).toEqual(['何岚', null, 0])
    const below = await owner.call('owner.getTeamTree', { distributorId: team.yun.distributorId })
    expect([below.inviter?.name, below.rows.map(({ name }) => name)]).toEqual(['林晓梅', ['陶然']])
    expect(await team.lan.refusal('owner.getTeamTree', { distributorId })).toBe('NOT_ALLOWED')
    expect(await owner.refusal('owner.getTeamTree', { distributorId: 'dst_none' })).toBe(
      'DISTRIBUTOR_UNKNOWN',
    )
  })

  it('有人离开：不再算人数，他带来的人还在图上', async () => {
    const { owner } = team.trade
    const { distributorId } = team.mei
    const before = team.trade.world.cloud.snapshot()
    await owner.call('owner.endDistributor', { distributorId, reason: '合作到期' })
    const { direct, indirect, rows } = await getTeam()
    expect([direct.people, indirect.people]).toEqual([1, 1])
    expect(rows.find(({ name }) => name === '林晓梅')?.standing).toBe('left')
    const { rows: listed } = await team.lan.call('distributor.listTeam', {})
    expect(listed.map(({ name }) => name)).toEqual(['何川'])
    await team.trade.world.cloud.restore(before)
  })
})

const PEOPLE = 2000

/** Lan's own two, and so many more: half of them direct, half brought in by one of those. */
function fill(): void {
  const { database, clock } = team.trade.world.cloud
  const mei = database.get<Distributor>('distributors', team.mei.distributorId)
  if (!mei) throw new Error('no Mei')
  const { distributorId: lanId } = team.lan
  const month = monthOf(clock.now())
  const people = Array.from({ length: PEOPLE }, (_, n): Distributor => {
    const isDirect = n < PEOPLE / 2
    const inviterId = isDirect ? lanId : `dst_many${n - PEOPLE / 2}`
    return {
      ...mei,
      _id: `dst_many${n}`,
      memberId: `mbr_many${n}`,
      name: `茶友${n}`,
      inviterId,
      uplineIds: isDirect ? [lanId] : [inviterId, lanId],
      admittedAt: clock.now() - (PEOPLE - n) * 1000 - 20 * DAY_MS,
    }
  })
  const figures = people.map(({ _id }, n) => {
    const sums = { ...NO_SUMS, salesFen: fen(n * 100), broughtFen: fen(n), orders: 1 }
    const livelyOn = addDays(dateOf(clock.now()), -(n % 28))
    return packFigures({
      _id,
      ever: sums,
      months: { [month]: sums },
      weeks: {},
      livelyOn,
      changedAt: 1,
    })
  })
  database.put('distributors', people)
  database.put('distributor_figures', figures)
}

describe('两千人的团队', () => {
  beforeAll(fill)

  it('人数、活跃和销售一个不差；图里最多两千人，其余说有多少', async () => {
    const { direct, indirect, salesFen, rows, cut } = await getTeam()
    expect([direct.people, indirect.people]).toEqual([1002, 1001])
    // 14 of every 28 days are lively, and Mei, He and Yun are new.
    const lively = Array.from({ length: PEOPLE }, (_, n) => n % 28 < 14).filter(Boolean).length
    expect(direct.lively + indirect.lively).toBe(lively + 3)
    expect(salesFen).toBe((PEOPLE * (PEOPLE - 1) * 100) / 2 + 10000)
    expect([rows.length, cut]).toEqual([2000, 3])
    expect(rows.filter(({ under }) => under === -1)).toHaveLength(1002)
  })

  it('数据库只按一千人一页地读', async () => {
    const { trade, lan } = team
    const calls = {
      // Caller 2; direct: 2 pages; whom these brought in: 2; figures of 2,003: 3; as of 1.
      team: await trade.callsOf('distributor.getTeam', getTeam),
      // Caller 2; direct: 2 pages; figures 2; whom the 20 shown brought 1; nudges 1.
      list: await trade.callsOf('distributor.listTeam', () =>
        lan.call('distributor.listTeam', { sort: 'quiet' }),
      ),
      // Caller 2; one person 1; figures 1; whom they brought 1; nudges 1.
      member: await trade.callsOf('distributor.getTeamMember', () =>
        lan.call('distributor.getTeamMember', { distributorId: team.mei.distributorId }),
      ),
      // Caller 1; person 1; pages 2 and the rest counted 1; inviter none; figures 2; as of 1.
      tree: await trade.callsOf('owner.getTeamTree', () =>
        trade.owner.call('owner.getTeamTree', { distributorId: lan.distributorId }),
      ),
    }
    expect(calls).toEqual({ team: 10, list: 8, member: 6, tree: 8 })
  })

  it('翻到底正好是每一位直接成员；按名字找不到间接成员', async () => {
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = await team.lan.call('distributor.listTeam', { sort: 'newest', cursor })
      names.push(...page.rows.map(({ name }) => name))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect([names.length, new Set(names).size]).toEqual([1002, 1002])
    const search = (words: string) => team.lan.call('distributor.listTeam', { search: words })
    expect((await search('茶友999')).found).toBe(1)
    expect((await search('茶友1999')).found).toBe(0)
    expect((await search('云清')).found).toBe(0)
  })

  it('店主的图也最多两千人，最早的在前，剪掉的数得出', async () => {
    const { distributorId } = team.lan
    const { rows, cut } = await team.trade.owner.call('owner.getTeamTree', { distributorId })
    expect([rows.length, cut]).toEqual([2000, 4])
    expect(rows.some(({ name }) => name === '陶然')).toBe(false)
  })
})
