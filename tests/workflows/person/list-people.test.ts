// 人员名单: filters and orders give exactly those whom reading everybody gives, over all pages, each once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '@contract/time'
import type { Api } from '@contract/api'
import type { DistributorDay, StoredFigures } from '@contract/model/aggregate'
import type { Wallet } from '@contract/model/ledger'
import type { Distributor, Member } from '@contract/model/people'
import { packFigures } from '../../../cloudfunctions/domain/aggregate/pack-figures'
import { foldFigures } from '../../../cloudfunctions/domain/aggregate/fold-figures'
import { NO_SUMS } from '../../../cloudfunctions/domain/aggregate/sums'
import { START_AT } from '../../support/world'
import { openMoney, type Money } from '../money/open-money'

type Input = Api['owner.listDistributors']['input']

const PEOPLE = 1300
const NAMES = ['陈茶', '林Amy', '何(岚)', '周明']
const STATUSES = ['active', 'active', 'frozen', 'exited'] as const
const TIERS = ['sprout', 'silver', 'gold'] as const

let money: Money
let people: readonly Distributor[]
const idOf = (n: number) => `dst_p${String(n).padStart(5, '0')}`

/** Sales, earnings and the last lively day differ from person to person; some never did anything. */
const salesOf = (n: number) => (n % 7 === 0 ? 0 : (n * 7919) % 5003)
const earnedOf = (n: number) => (n % 5 === 0 ? 0 : (n * 104729) % 4001)
const livelyOf = (n: number) => (n % 3 === 0 ? '2026-11-10' : n % 3 === 1 ? '2026-09-01' : null)

/** The last of them was a manager once. */
const MANAGERS = ['mbr_zhou', 'mbr_gu', 'mbr_once'] as const
const memberOf = (_id: string): Member => ({
  _id,
  openid: _id,
  nickname: _id,
  staffRoles: _id === 'mbr_once' ? ['finance'] : ['manager'],
  createdAt: 0,
})
const creditOf = (n: number) => {
  const grade = n % 17 === 0 ? ('D' as const) : n % 4 === 0 ? ('B' as const) : ('A' as const)
  return { grade, points: 80, deductions: [], sinceOn: '2026-11-01' }
}

function personOf(n: number): Distributor {
  const status = STATUSES[n % STATUSES.length] ?? 'active'
  const tier = TIERS[n % TIERS.length] ?? 'sprout'
  // Many applied in the same moment: pages must neither lose nor repeat them.
  const appliedAt = START_AT - 60 * DAY_MS + Math.floor(n / 40) * HOUR_MS
  return {
    _id: idOf(n),
    memberId: `mbr_p${n}`,
    name: `${NAMES[n % NAMES.length] ?? ''}${n}`,
    status,
    tier,
    standings: [{ at: appliedAt, status, tier }],
    inviterId: null,
    uplineIds: [],
    appliedAt,
    admittedAt: appliedAt,
    rejectReason: null,
    ...(n % 13 === 0 ? {} : { credit: creditOf(n) }),
    ...(n % 6 === 0 ? {} : { managerId: MANAGERS[n % MANAGERS.length] ?? null }),
    ...(n % 11 === 0 ? { tierHold: { reason: '帮忙', at: 1, untilOn: null, endsAt: null } } : {}),
  }
}

function figuresOf(n: number): StoredFigures[] {
  const on = livelyOf(n)
  if (salesOf(n) === 0 && on === null) return []
  const day = (date: string, part: object) =>
    ({ ...NO_SUMS, ...part, _id: '', distributorId: idOf(n), on: date, asOf: 0 }) as DistributorDay
  const days = [
    day('2026-08-01', { salesFen: salesOf(n) }),
    ...(on ? [day(on, { shares: 1 })] : []),
  ]
  return [packFigures(foldFigures(idOf(n), days))]
}

beforeAll(async () => {
  money = await openMoney()
  const { database } = money.world.cloud
  for (const { _id } of database.list<Distributor>('distributors')) {
    database.remove('distributors', [_id])
  }
  people = Array.from({ length: PEOPLE }, (_, n) => personOf(n))
  const [wallet] = database.list<Wallet>('wallets')
  database.put('distributors', [...people])
  database.put('members', MANAGERS.map(memberOf))
  database.put(
    'distributor_figures',
    people.flatMap((_, n) => figuresOf(n)),
  )
  database.put(
    'wallets',
    people.map(({ _id }, n) => ({ ...wallet, _id, earnedFen: earnedOf(n) })),
  )
})
afterAll(() => money.world.stop())

/** Ids of all pages, one after the other. */
async function pagesOf(input: Input): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await money.owner.call('owner.listDistributors', {
      ...input,
      ...(cursor === undefined ? {} : { cursor }),
    })
    ids.push(...page.rows.map(({ id }) => id))
    if (page.next === null) return ids
    expect(page.rows.length).toBeGreaterThan(0)
    cursor = page.next
  }
}

const numberOf = ({ _id }: Distributor) => Number(_id.slice(5))
const isQuiet = (person: Distributor) =>
  person.status === 'active' &&
  person.appliedAt <= START_AT - 30 * DAY_MS &&
  livelyOf(numberOf(person)) !== '2026-11-10'

const isHere = ({ status }: Distributor) => status === 'active' || status === 'frozen'
const answererOf = (person: Distributor) =>
  isHere(person) && person.managerId !== 'mbr_once' ? (person.managerId ?? null) : null

describe('名单', () => {
  it.each<[string, Input, (person: Distributor) => boolean]>([
    ['所有人', {}, () => true],
    ['冻结的', { status: 'frozen' }, ({ status }) => status === 'frozen'],
    ['金毫', { tier: 'gold' }, ({ tier }) => tier === 'gold'],
    ['名字里有 amy，不分大小写', { search: 'amy' }, ({ name }) => name.includes('Amy')],
    ['名字里有括号，照字面找', { search: '(岚)' }, ({ name }) => name.includes('(岚)')],
    ['名字里有一段数字', { search: '茶12' }, ({ name }) => name.includes('茶12')],
    ['等级由店主保留的', { only: 'tier-held' }, ({ tierHold }) => tierHold !== undefined],
    ['30 天没有动静的', { only: 'quiet' }, isQuiet],
    [
      '几样一起：冻结的金毫里名字有“何”的',
      { status: 'frozen', tier: 'gold', search: '何' },
      ({ status, tier, name }) => status === 'frozen' && tier === 'gold' && name.includes('何'),
    ],
    ['信用 D 的', { credit: 'D' }, (person) => isHere(person) && person.credit?.grade === 'D'],
    ['周经理负责的', { manager: 'mbr_zhou' }, (person) => answererOf(person) === 'mbr_zhou'],
    ['不再是经理的人，不负责谁', { manager: 'mbr_once' }, () => false],
    ['没有负责人的', { manager: 'none' }, (person) => isHere(person) && !answererOf(person)],
    [
      '没有负责人、信用 B、冻结的银毫',
      { manager: 'none', credit: 'B', status: 'frozen', tier: 'silver' },
      (person) =>
        person.status === 'frozen' &&
        person.tier === 'silver' &&
        person.credit?.grade === 'B' &&
        !answererOf(person),
    ],
    ['退出的人没有信用', { credit: 'A', status: 'exited' }, () => false],
    ['冻结的人里没有动静的，没有这样的人', { status: 'frozen', only: 'quiet' }, () => false],
  ])('%s', async (_label, input, isWanted) => {
    const wanted = people.filter(isWanted).map(({ _id }) => _id)
    const found = await pagesOf(input)
    expect(new Set(found).size).toBe(found.length)
    expect([...found].sort()).toEqual(wanted)
    const at = new Map(people.map(({ _id, appliedAt }) => [_id, appliedAt]))
    const moments = found.map((id) => at.get(id) ?? 0)
    expect(moments).toEqual([...moments].sort((a, b) => b - a))
  })

  it.each<[string, Input, (n: number) => number, (person: Distributor) => boolean]>([
    ['销售', { sort: 'sales' }, salesOf, () => true],
    ['佣金', { sort: 'earnings' }, earnedOf, () => true],
    ['销售，只看金毫', { sort: 'sales', tier: 'gold' }, salesOf, ({ tier }) => tier === 'gold'],
    [
      '佣金，只看没有动静的',
      { sort: 'earnings', only: 'quiet' },
      earnedOf,
      (person) => isQuiet(person),
    ],
  ])('按%s从多到少，没有的不列', async (_label, input, valueOf, isWanted) => {
    const wanted = people.filter((person) => isWanted(person) && valueOf(numberOf(person)) > 0)
    const found = await pagesOf(input)
    expect([...found].sort()).toEqual(wanted.map(({ _id }) => _id))
    const values = found.map((id) => valueOf(Number(id.slice(5))))
    expect(values).toEqual([...values].sort((a, b) => b - a))
  })

  it('一个少见的条件，一千人读两次就找完', async () => {
    const rare = () =>
      money.owner.call('owner.listDistributors', { sort: 'sales', search: '茶1296' })
    expect((await rare()).rows.map(({ id }) => id)).toEqual([idOf(1296)])
    const calls = await money.world.countCalls(rare)
    // Who asks; three reads of figures at most, each with its people; three for the row.
    expect(calls).toBeLessThanOrEqual(1 + 3 * 2 + 3)
  })

  it('要留意的：有佣金搁着的人，退回正常就不在了', async () => {
    expect(await pagesOf({ only: 'of-note' })).toEqual([])
    const held = { _id: 'cm:x', distributorId: idOf(5), status: 'pending', isHeld: true }
    money.world.cloud.database.put('commissions', [held])
    expect(await pagesOf({ only: 'of-note' })).toEqual([idOf(5)])
    expect(await pagesOf({ only: 'of-note', status: 'frozen' })).toEqual([])
    money.world.cloud.database.remove('commissions', ['cm:x'])
    expect(await pagesOf({ only: 'of-note' })).toEqual([])
  })
})
