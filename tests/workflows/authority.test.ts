// 谁能做什么：每一个入口都用能通过检查的输入问一遍；不该他做的一律被挡住，什么也没有写下。
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Action } from '@contract/action'
import { actions, type ActionName } from '@contract/api'
import { sampleOf } from '../support/sample-input'
import type { Person } from '../support/world'
import { openMoney, type Money } from './money/open-money'

let money: Money
let frozen: Person
let exited: Person
let manager: Person
beforeAll(async () => {
  money = await openMoney()
  const { world, owner } = money
  frozen = await join('frozen')
  exited = await join('exited')
  manager = world.as('manager')
  await manager.call('mall.openSession', {})
  await owner.call('owner.setStaff', { memberId: manager.memberId, roles: ['manager'] })
  const { distributorId } = frozen
  const freeze = { distributorId, status: 'frozen', reason: '复核' } as const
  await owner.call('owner.setDistributorStatus', freeze)
  await exited.call('distributor.leave', { reason: '不做了' })
  await world.as('stranger').call('mall.openSession', {})
})
afterAll(() => money.world.stop())

async function join(name: string): Promise<Person> {
  const person = money.world.as(name)
  await person.call('distributor.apply', { name })
  const { distributorId } = person
  await money.owner.call('owner.decideApplication', { distributorId, isAdmitted: true })
  return person
}

const COLLECTIONS = Object.keys(
  JSON.parse(readFileSync('database/collections.json', 'utf8')) as object,
)
const everything = () =>
  JSON.stringify(COLLECTIONS.map((name) => money.world.cloud.database.list(name)))

const ALL = Object.entries(actions) as [ActionName, Action][]
const of = (test: (action: Action) => boolean) =>
  ALL.filter(([, action]) => test(action)).map(([name]) => name)
const isStaffs = ({ who }: Action) => !who.includes('shopper') && !who.includes('distributor')
const isDistributors = ({ who }: Action) => who.includes('distributor') && !who.includes('shopper')

/** Everything asked by one person, with the codes that came back; nothing may have been written. */
async function refusals(person: Person, names: readonly ActionName[]): Promise<[string, string][]> {
  const untouched = everything()
  const codes: [string, string][] = []
  for (const name of names) {
    const input = sampleOf(actions[name].input())
    codes.push([name, await person.refusal(name, input as never)])
  }
  expect(everything()).toBe(untouched)
  return codes
}
const allWith = (names: readonly ActionName[], code: string) => names.map((name) => [name, code])

/** Money that stayed theirs, and what was under way. */
const AFTER_EXIT = [
  'distributor.requestWithdrawal',
  'distributor.checkWithdrawal',
  'distributor.saveRealName',
]
const WHILE_FROZEN = ['distributor.checkWithdrawal']
/** What is the shop's or other people's, and what makes something to share. */
const ONLY_ACTIVE: readonly ActionName[] = [
  'distributor.listMaterials',
  'distributor.listFavourites',
  'distributor.getMaterial',
  'distributor.getProductNotes',
  'distributor.getTeam',
  'distributor.listTeam',
  'distributor.getTeamMember',
  'distributor.drawShareCode',
]

describe('店里人的入口', () => {
  it.each(['stranger', 'mei', 'frozen', 'exited'])('%s 一个也进不去', async (name) => {
    const names = of(isStaffs)
    expect(names.length).toBeGreaterThan(80)
    expect(await refusals(money.world.as(name), names)).toEqual(allWith(names, 'NOT_ALLOWED'))
  })

  it('财务和渠道经理只进得去写着他们的', async () => {
    for (const [person, role] of [
      [money.finance, 'finance'],
      [manager, 'manager'],
    ] as const) {
      const names = of((action) => isStaffs(action) && !action.who.includes(role))
      expect(await refusals(person, names)).toEqual(allWith(names, 'NOT_ALLOWED'))
    }
  })

  it('改钱、改人、改规则的，财务和渠道经理都不行', () => {
    const owners = /^owner\.(set|save|publish|decide|end|move|release|hand|ship|pay|write)/
    const names = of((action) => action.kind !== 'read' && isStaffs(action))
    const open = names.filter((name) => owners.test(name) && actions[name].who.join() !== 'owner')
    expect(open).toEqual([])
  })
})

describe('分销员的入口', () => {
  const names = of(isDistributors)

  it.each(['stranger', 'boss', 'finance'])('不是分销员的 %s 一个也进不去', async (name) => {
    expect(await refusals(money.world.as(name), names)).toEqual(allWith(names, 'DISTRIBUTOR_ONLY'))
  })

  it('停用的人：能看自己的，办不了事；付到一半的提现还能问结果', async () => {
    const acts = of((action) => isDistributors(action) && action.kind !== 'read')
    const closed = [...acts.filter((name) => !WHILE_FROZEN.includes(name)), ...ONLY_ACTIVE]
    expect(await refusals(frozen, closed)).toEqual(allWith(closed, 'DISTRIBUTOR_NOT_ACTIVE'))
    expect(await frozen.refusal('distributor.checkWithdrawal', { withdrawalId: 'wd_none' })).toBe(
      'WITHDRAWAL_UNKNOWN',
    )
  })

  it('退出的人：自己的钱还能办，店里的和别人的都看不到', async () => {
    const acts = of((action) => isDistributors(action) && action.kind !== 'read')
    const lists: ActionName[] = ['distributor.getRanks', 'distributor.listGoods']
    const closed = [...acts.filter((name) => !AFTER_EXIT.includes(name)), ...ONLY_ACTIVE, ...lists]
    expect(await refusals(exited, closed)).toEqual(allWith(closed, 'DISTRIBUTOR_NOT_ACTIVE'))
    for (const name of AFTER_EXIT as ActionName[]) {
      const input = sampleOf(actions[name].input())
      expect(await exited.refusal(name, input as never)).not.toBe('DISTRIBUTOR_NOT_ACTIVE')
    }
  })
})

describe('每一个回答', () => {
  const ask = (person: Person, functionName: string, action: string) => {
    const event = { action, input: {}, requestId: money.world.newRequestId() }
    return money.world.cloud.call(functionName, event, { openid: person.openid })
  }

  it.each([
    ['答应的', 'mall', 'mall.openSession', true],
    ['回绝的', 'owner', 'owner.listStaff', false],
    ['没有开放的', 'channel', 'channel.none', false],
    ['不该手机来问的', 'timer', 'timer.none', false],
  ])('%s都说了是店里几点给的：手机的钟不作数', async (_, functionName, action, ok) => {
    const { cloud } = money.world
    cloud.clock.freeze(cloud.clock.now())
    const answer = await ask(money.world.as('stranger'), functionName, action)
    expect(answer).toMatchObject({ ok, now: cloud.clock.now() })
  })
})
