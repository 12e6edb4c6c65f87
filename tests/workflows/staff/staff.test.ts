// 员工: the owner finds a member by the number on their 我的 page and gives or takes roles; somebody always owns the shop.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '../../support/world'
import { openMoney, type Money } from '../money/open-money'

let money: Money
let zhou: Person
beforeAll(async () => {
  money = await openMoney()
})
beforeEach(async () => {
  await money.restart()
  zhou = money.world.as('zhou')
  await zhou.call('mall.setNickname', { nickname: '周经理' })
})
afterAll(() => money.world.stop())

const staff = async () => (await money.owner.call('owner.listStaff', {})).rows

describe('员工', () => {
  it('「我的」上的编号找得到人，给了角色就在名单里，店主排在最前', async () => {
    const { member } = await zhou.call('mall.openSession', {})
    const found = await money.owner.call('owner.findMember', { memberId: member.id })
    expect(found).toEqual({ id: zhou.memberId, name: '周经理', roles: [], isSelf: false })
    const roles = ['supervisor', 'manager'] as const
    await money.owner.call('owner.setStaff', { memberId: member.id, roles: [...roles] })
    expect((await staff()).map(({ name, roles: of }) => [name, of]).slice(1)).toEqual([
      [expect.any(String), ['finance']],
      ['周经理', ['supervisor', 'manager']],
    ])
    expect((await staff())[0]).toMatchObject({ roles: ['owner'], isSelf: true, people: 0 })
  })

  it('收走全部角色就不在名单里了', async () => {
    const { memberId } = zhou
    await money.owner.call('owner.setStaff', { memberId, roles: ['manager'] })
    await money.owner.call('owner.setStaff', { memberId, roles: [] })
    expect((await staff()).map(({ name }) => name)).not.toContain('周经理')
  })

  it('没有这个编号说没有；不是店主的人找不了', async () => {
    expect(await money.owner.refusal('owner.findMember', { memberId: 'mbr_none' })).toBe(
      'NOT_FOUND',
    )
    for (const person of [money.finance, money.mei, money.shopper]) {
      const asked = { memberId: money.owner.memberId }
      expect(await person.refusal('owner.findMember', asked)).toBe('NOT_ALLOWED')
    }
  })

  it('编号以外什么也不给：没有电话、OPENID、地址', async () => {
    const found = await money.owner.call('owner.findMember', { memberId: money.lan.memberId })
    expect(Object.keys(found).sort()).toEqual(['id', 'isSelf', 'name', 'roles'])
  })

  it('最后一个店主走不了；两个店主同时互相撤，也剩一个', async () => {
    const own = { memberId: money.owner.memberId, roles: [] }
    expect(await money.owner.refusal('owner.setStaff', own)).toBe('OWN_CASE')
    await money.owner.call('owner.setStaff', { memberId: zhou.memberId, roles: ['owner'] })
    await Promise.allSettled([
      money.owner.call('owner.setStaff', { memberId: zhou.memberId, roles: [] }),
      zhou.call('owner.setStaff', { memberId: money.owner.memberId, roles: [] }),
    ])
    const asked = await Promise.allSettled([
      money.owner.call('owner.listStaff', {}),
      zhou.call('owner.listStaff', {}),
    ])
    const answered = asked.filter(({ status }) => status === 'fulfilled')
    expect(answered).toHaveLength(1)
  })
})
