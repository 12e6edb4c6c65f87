// 负责人: handed over with a reason, one or fifty at once, by the owner alone; repeated, raced or cut off, each once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Distributor, HandOver } from '@contract/model/people'
import type { AuditRecord } from '@contract/model/records'
import type { Person } from '../../support/world'
import { openMoney, type Money } from '../money/open-money'

let money: Money
let zhou: Person
let gu: Person
beforeAll(async () => {
  money = await openMoney()
})
beforeEach(async () => {
  await money.restart()
  zhou = await hire('zhou', '周经理', ['manager'])
  gu = await hire('gu', '顾主管', ['supervisor'])
})
afterAll(() => money.world.stop())

async function hire(
  who: string,
  nickname: string,
  roles: ('manager' | 'supervisor' | 'finance')[],
) {
  const person = money.world.as(who)
  await person.call('mall.setNickname', { nickname })
  await money.owner.call('owner.setStaff', { memberId: person.memberId, roles })
  return person
}

const database = () => money.world.cloud.database
const mei = () => money.mei.distributorId
const lan = () => money.lan.distributorId
const managerOf = (id: string) => database().get<Distributor>('distributors', id)?.managerId ?? null
const history = () => database().list<HandOver>('hand_overs')
const input = (to: Person | null, ids: string[] = [mei()], reason = '周经理管杭州') => ({
  distributorIds: ids,
  managerId: to?.memberId ?? null,
  reason,
})
const handOver = (to: Person | null, ids?: string[], reason?: string, requestId?: string) =>
  money.owner.call('owner.handOver', input(to, ids, reason), requestId ? { requestId } : {})
const refusals = async (to: Person | null, ids: string[]) =>
  (await handOver(to, ids)).outcomes.map(({ refusal }) => refusal?.code ?? null)
const shown = async (id = mei()) =>
  (await money.owner.call('owner.getPerson', { distributorId: id })).manager?.name ?? null
const listed = async (manager: string) => {
  const { rows } = await money.owner.call('owner.listDistributors', { manager })
  return rows.map(({ name, managerName }) => [name, managerName])
}

describe('移交', () => {
  it('记着从谁到谁、谁移的、为什么，新的在前；审计里也有', async () => {
    await handOver(zhou)
    money.world.cloud.clock.advance(1000)
    await handOver(gu, [mei()], '周经理休假')
    money.world.cloud.clock.advance(1000)
    await handOver(null, [mei()], '先空着')
    const { rows } = await money.owner.call('owner.listHandOvers', { distributorId: mei() })
    expect(rows.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ['顾主管', null, '先空着'],
      ['周经理', '顾主管', '周经理休假'],
      [null, '周经理', '周经理管杭州'],
    ])
    expect(rows.every(({ byName }) => byName === rows[0]?.byName && byName !== '')).toBe(true)
    const trail = database()
      .list<AuditRecord>('audit_records')
      .filter(({ action }) => action === 'owner.handOver')
    expect(trail).toHaveLength(3)
    expect(trail.map(({ summary }) => summary).join()).toContain('周经理休假')
  })

  it('一个人的一页和名单上写着是谁；按谁负责、没有负责人来找', async () => {
    await handOver(zhou)
    expect(await shown()).toBe('周经理')
    expect(await listed(zhou.memberId)).toEqual([['林晓梅', '周经理']])
    expect(await listed('none')).toEqual([['何岚', null]])
    const staff = (await money.owner.call('owner.listStaff', {})).rows
    expect(staff.map(({ name, people }) => [name, people])).toContainEqual(['周经理', 1])
  })

  it('一次移好几个，不能移的说明原因，别人照样移', async () => {
    const waiting = money.world.as('fang')
    await waiting.call('distributor.apply', { name: '方小满' })
    const ids = [mei(), lan(), waiting.distributorId, 'dst_none']
    expect(await refusals(zhou, ids)).toEqual([
      null,
      null,
      'DISTRIBUTOR_UNKNOWN',
      'DISTRIBUTOR_UNKNOWN',
    ])
    expect([managerOf(mei()), managerOf(lan())]).toEqual([zhou.memberId, zhou.memberId])
    expect(history()).toHaveLength(2)
  })

  it('五十个人一次移完，审计里一个不少；五十一个不行', async () => {
    const [person] = database().find<Distributor>('distributors', { _id: mei() })
    const crowd = Array.from({ length: 49 }, (_, n) => {
      const suffix = String(n).padStart(26, '0')
      return { ...person, _id: `dst_${suffix}`, memberId: `mbr_${suffix}` } as Distributor
    })
    database().put('distributors', crowd)
    const ids = [mei(), ...crowd.map(({ _id }) => _id)]
    const { outcomes } = await handOver(zhou, ids, '由'.repeat(200))
    expect(outcomes.filter(({ hasChanged }) => hasChanged)).toHaveLength(50)
    expect(history()).toHaveLength(50)
    const [record] = database()
      .list<AuditRecord>('audit_records')
      .filter(({ action }) => action === 'owner.handOver')
    expect(JSON.parse(record?.summary ?? '')).toMatchObject({ distributorIds: ids })
    const more = input(zhou, [...ids, 'dst_more'])
    expect(await money.owner.refusal('owner.handOver', more)).toBe('INPUT_INVALID')
  })

  it.each<[string, () => string | null]>([
    ['顾客', () => money.shopper.memberId],
    ['财务', () => money.finance.memberId],
    ['店主（没有经理角色）', () => money.owner.memberId],
    ['没有这个人', () => 'mbr_none'],
  ])('不能移给%s', async (_label, managerId) => {
    const to = { ...input(null), managerId: managerId() }
    expect(await money.owner.refusal('owner.handOver', to)).toBe('MANAGER_UNKNOWN')
    expect(history()).toEqual([])
  })

  it('退出的人不用再安排；自己的事不能自己移；自己不能做自己的负责人', async () => {
    await money.owner.call('owner.endDistributor', { distributorId: mei(), reason: '不做了' })
    expect(await refusals(zhou, [mei()])).toEqual(['HAND_OVER_LEFT'])
    const { memberId } = money.lan
    await money.owner.call('owner.setStaff', { memberId, roles: ['owner', 'manager'] })
    const own = await money.lan.call('owner.handOver', input(zhou, [lan()]))
    expect(own.outcomes[0]?.refusal?.code).toBe('OWN_CASE')
    expect(await refusals(money.lan, [lan()])).toEqual(['MANAGER_OF_SELF'])
    expect(managerOf(lan())).toBeNull()
  })

  it('只有店主能移；本人、经理、财务看不到移交的原因', async () => {
    await handOver(zhou, [mei()], '业绩一直不好')
    for (const person of [money.mei, money.shopper, money.finance, zhou, gu]) {
      expect(await person.refusal('owner.handOver', input(gu))).toBe('NOT_ALLOWED')
      const of = { distributorId: mei() }
      expect(await person.refusal('owner.listHandOvers', of)).toBe('NOT_ALLOWED')
      expect(await person.refusal('owner.listStaff', {})).toBe('NOT_ALLOWED')
    }
    const { memberId } = money.mei
    await money.owner.call('owner.setStaff', { memberId, roles: ['owner'] })
    const own = { distributorId: mei() }
    expect(await money.mei.refusal('owner.listHandOvers', own)).toBe('OWN_CASE')
  })

  it('没有原因不收', async () => {
    expect(await money.owner.refusal('owner.handOver', input(zhou, [mei()], '  '))).toBe(
      'INPUT_INVALID',
    )
  })
})

describe('重复、抢先、断掉', () => {
  it('已经是他了，什么也不记', async () => {
    await handOver(zhou)
    const again = await handOver(zhou)
    expect(again.outcomes).toMatchObject([{ hasChanged: false, refusal: null }])
    expect(history()).toHaveLength(1)
  })

  it('同一次提交晚到了又来一遍，别人后来移的不会被移回去', async () => {
    const requestId = money.world.newRequestId()
    const first = await handOver(zhou, [mei()], '第一次', requestId)
    await handOver(gu, [mei()], '后来')
    expect(await handOver(zhou, [mei()], '第一次', requestId)).toEqual(first)
    expect(managerOf(mei())).toBe(gu.memberId)
    expect(history()).toHaveLength(2)
  })

  it('做到一半断了，别人已经把移好的那个移走，再来一次只补没做的', async () => {
    const requestId = money.world.newRequestId()
    const ids = [mei(), lan()]
    const isKilled = await money.killAfter('owner.handOver', 14, () =>
      handOver(zhou, ids, '分区', requestId),
    )
    expect(isKilled).toBe(true)
    expect([managerOf(mei()), managerOf(lan())]).toEqual([zhou.memberId, null])
    await handOver(gu, [mei()], '后来')
    await money.world.cloud.advance(60_000)
    await handOver(zhou, ids, '分区', requestId)
    expect([managerOf(mei()), managerOf(lan())]).toEqual([gu.memberId, zhou.memberId])
    expect(history()).toHaveLength(3)
  })

  it('两个人同时移给不同的经理：一前一后，记录接得上', async () => {
    const lanAsOwner = { memberId: money.lan.memberId, roles: ['owner'] as ['owner'] }
    await money.owner.call('owner.setStaff', lanAsOwner)
    await Promise.all([
      money.owner.call('owner.handOver', input(zhou)),
      money.lan.call('owner.handOver', input(gu)),
    ])
    const rows = history()
    const first = rows.find(({ from }) => from === null)
    const second = rows.find(({ from }) => from !== null)
    expect(rows).toHaveLength(2)
    expect(second?.from?.memberId).toBe(first?.to?.memberId)
    expect(managerOf(mei())).toBe(second?.to?.memberId)
  })
})

describe('经理不再是经理', () => {
  const fire = (person: Person) =>
    money.owner.call('owner.setStaff', { memberId: person.memberId, roles: [] })

  it('他的人当下就没有负责人；名单、人数、找法都一样说', async () => {
    await handOver(zhou, [mei(), lan()])
    await fire(zhou)
    expect(await shown()).toBeNull()
    expect(await listed(zhou.memberId)).toEqual([])
    expect((await listed('none')).map(([name]) => name).sort()).toEqual(['何岚', '林晓梅'])
    const staff = (await money.owner.call('owner.listStaff', {})).rows
    expect(staff.map(({ name }) => name)).not.toContain('周经理')
    expect(await refusals(gu, [mei()])).toEqual([null])
    const { rows } = await money.owner.call('owner.listHandOvers', { distributorId: mei() })
    expect(rows[0]).toMatchObject({ from: '周经理', to: '顾主管' })
  })

  it('角色还给他，没有移走的人还是他的', async () => {
    await handOver(zhou, [mei(), lan()])
    await fire(zhou)
    await handOver(gu, [mei()])
    await hire('zhou', '周经理', ['manager'])
    expect([await shown(mei()), await shown(lan())]).toEqual(['顾主管', '周经理'])
  })

  it('移交的时候他正好被撤：移到了也不算有负责人', async () => {
    await Promise.all([fire(zhou), handOver(zhou).catch(() => undefined)])
    expect(await shown()).toBeNull()
    expect((await listed('none')).map(([name]) => name)).toContain('林晓梅')
  })
})
