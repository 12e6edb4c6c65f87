// 断在半路：申请、审核、结束合作，断在哪一步都要么全有、要么全无，再来一次就好。
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Application } from '@contract/model/recruitment'
import type { Distributor } from '@contract/model/people'
import type { Person } from '../../support/world'
import { openMoney, type Money } from '../money/open-money'

const TERMS = {
  headline: '一起分享好茶',
  forWhom: '爱喝茶的人',
  offer: '朋友成交，按佣金方案谢你',
  fields: [{ key: 'f1', label: '年龄', kind: 'number' as const, isRequired: true, choices: [] }],
  standards: [],
  reapplyDays: 7,
  drive: null,
  tasks: [],
}
const FORM = { name: '方小满', formVersion: 1, answers: [{ field: 'f1', value: 30 }] }
/** More calls than any of these takes. */
const CALLS = 12

let money: Money
let fang: Person
beforeAll(async () => {
  money = await openMoney()
})
beforeEach(async () => {
  await money.restart()
  fang = money.world.as('fang')
  await money.owner.call('owner.publishRecruitment', { basedOn: 0, terms: TERMS })
})
afterAll(() => money.world.stop())

const person = () => money.world.cloud.database.get<Distributor>('distributors', fang.distributorId)
const application = (round = 1) =>
  money.world.cloud.database.get<Application>('applications', `${fang.distributorId}:${round}`)

/** Cuts the work after each of its database calls, from the same beginning; what was seen, in one word each. */
async function cutEverywhere(
  functionName: string,
  work: () => Promise<unknown>,
  look: () => 'whole' | 'nothing' | 'half',
): Promise<Set<string>> {
  const before = money.world.cloud.snapshot()
  const at = money.world.cloud.clock.now()
  const seen = new Set<string>()
  for (let calls = 1; calls <= CALLS; calls += 1) {
    await money.world.cloud.restore(before)
    money.world.cloud.clock.set(at)
    await money.cutShort(functionName, calls, work)
    seen.add(look())
    await work()
    expect(look(), `again after a cut at ${calls}`).toBe('whole')
    money.world.audit()
  }
  return seen
}

const WHOLE_OR_NOTHING = new Set(['whole', 'nothing'])

describe('断在半路', () => {
  it('交申请：人和申请表一起有，或者都没有', async () => {
    const seen = await cutEverywhere(
      'distributor',
      () => fang.call('distributor.apply', FORM),
      () => {
        const parts = [person() !== null, application() !== null]
        if (parts[0] !== parts[1]) return 'half'
        return parts[0] ? 'whole' : 'nothing'
      },
    )
    expect(seen).toEqual(WHOLE_OR_NOTHING)
    expect(application(2)).toBeNull()
  })

  it('通过（不用签协议的店）：状态、钱包、申请的结果一起变', async () => {
    await fang.call('distributor.apply', FORM)
    const { distributorId } = fang
    const seen = await cutEverywhere(
      'owner',
      () => money.owner.call('owner.decideApplication', { distributorId, isAdmitted: true }),
      () => {
        const parts = [
          person()?.status === 'active',
          person()?.standings.length === 1,
          application()?.outcome === 'approved',
          money.world.cloud.database.get('wallets', distributorId) !== null,
        ]
        if (new Set(parts).size > 1) return 'half'
        return parts[0] ? 'whole' : 'nothing'
      },
    )
    expect(seen).toEqual(WHOLE_OR_NOTHING)
  })

  it('不通过：原因写在人身上，也写在申请上', async () => {
    await fang.call('distributor.apply', FORM)
    const { distributorId } = fang
    const no = { distributorId, isAdmitted: false, reason: '介绍太短' }
    const seen = await cutEverywhere(
      'owner',
      () => money.owner.call('owner.decideApplication', no),
      () => {
        const parts = [
          person()?.rejectReason === '介绍太短',
          person()?.status === 'rejected',
          application()?.reason === '介绍太短',
        ]
        if (new Set(parts).size > 1) return 'half'
        return parts[0] ? 'whole' : 'nothing'
      },
    )
    expect(seen).toEqual(WHOLE_OR_NOTHING)
  })

  it('结束合作：状态和原因一起写，顾客从那一刻放开', async () => {
    const mei = () =>
      money.world.cloud.database.get<Distributor>('distributors', money.mei.distributorId)
    const seen = await cutEverywhere(
      'distributor',
      () => money.mei.call('distributor.leave', { reason: '搬家了' }),
      () => {
        const parts = [mei()?.status === 'exited', mei()?.exit?.reason === '搬家了']
        if (parts[0] !== parts[1]) return 'half'
        return parts[0] ? 'whole' : 'nothing'
      },
    )
    expect(seen).toEqual(WHOLE_OR_NOTHING)
    expect(mei()?.standings.filter(({ status }) => status === 'exited')).toHaveLength(1)
  })
})
