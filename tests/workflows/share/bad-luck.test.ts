// 坏输入和坏运气：一行一种，每种都说得出为什么（代号和中文），店里一条记录也没有变。
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusalText } from '@contract/refusals'
import type { Snapshot } from '../../../emulator/cloud'
import { BAD_ROWS } from './bad-luck.data'
import { application, openScene, type Scene } from './bad-luck-scene'

/** What an edge keeps of every call, whatever becomes of it: who came, which request, which code was tried. */
const EDGE = ['members', 'requests', 'typed_codes', 'audit_records']
const COLLECTIONS = Object.keys(
  JSON.parse(readFileSync('database/collections.json', 'utf8')) as object,
).filter((name) => !EDGE.includes(name))

let scene: Scene
let opened: Snapshot
let openedAt: number
beforeAll(async () => {
  scene = await openScene()
  opened = scene.money.world.cloud.snapshot()
  openedAt = scene.money.world.cloud.clock.now()
})
beforeEach(async () => {
  await scene.money.world.cloud.restore(opened)
  scene.money.world.cloud.clock.set(openedAt)
})
afterAll(() => scene.money.world.stop())

const database = () => scene.money.world.cloud.database
const everything = () => JSON.stringify(COLLECTIONS.map((name) => database().list(name)))

describe('一行一种', () => {
  it.each(BAD_ROWS.map((row) => [row[0], row[1], row] as const))(
    '%s：%s',
    async (_what, code, row) => {
      const [, , who, action, input, before] = row
      await before?.(scene)
      const untouched = everything()
      expect(await who(scene).refusal(action, input(scene) as never)).toBe(code)
      expect(refusalText(code)).toMatch(/[\u4e00-\u9fff]/)
      expect(everything()).toBe(untouched)
    },
  )

  it('点开自己的链接：照样打开，不绑定、不计数，什么也不写', async () => {
    const untouched = everything()
    const { shareCode } = scene.money
    expect(await scene.money.mei.call('mall.openShare', { shareCode })).toMatchObject({
      isBound: false,
    })
    expect(everything()).toBe(untouched)
  })

  it('编出来的打开次数：一次也不算', async () => {
    const untouched = everything()
    const opens = [{ shareCode: scene.money.shareCode, count: 50 }]
    expect(await scene.stranger.call('mall.recordOpens', { opens })).toEqual({ count: 0 })
    expect(everything()).toBe(untouched)
  })
})

describe('撞在一起', () => {
  it('两份不同的申请同时到：只留一份，另一份说还在审核', async () => {
    const twin = scene.stranger
    const tries = await Promise.allSettled([
      twin.call('distributor.apply', application(30)),
      twin.call('distributor.apply', application(40)),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { distributorId } = twin
    expect(database().count('applications', { distributorId })).toBe(1)
    expect(await twin.refusal('distributor.apply', application(50))).toBe('APPLICATION_PENDING')
  })

  it('通过和不通过同时点：人和申请表说的是同一个结果', async () => {
    const { distributorId } = scene.hui
    const decide = (isAdmitted: boolean) =>
      scene.money.owner.call('owner.decideApplication', {
        distributorId,
        isAdmitted,
        reason: '再看看',
      })
    await Promise.allSettled([decide(true), decide(false)])
    const status = database().get<{ status: string }>('distributors', distributorId)?.status
    const outcome = database().get<{ outcome: string }>(
      'applications',
      `${distributorId}:1`,
    )?.outcome
    expect([status, outcome]).toEqual(
      outcome === 'approved' ? ['approved', 'approved'] : ['rejected', 'rejected'],
    )
  })

  it('两个人的链接同时打开：只归一个人，历史只有一行', async () => {
    await scene.sign(scene.money.mei)
    await scene.sign(scene.money.lan)
    const twin = scene.stranger
    await Promise.all(
      [scene.money.shareCode, scene.lanCode].map((shareCode) =>
        twin.call('mall.openShare', { shareCode }),
      ),
    )
    const history = await scene.money.owner.call('owner.getCustomerHistory', {
      memberId: twin.memberId,
    })
    expect(history.rows).toHaveLength(1)
  })
})

describe('断在半路', () => {
  it('打开分享：记了来过、没来得及绑定，再点开一次就绑上，只算一次', async () => {
    const { money, stranger, sign } = scene
    await sign(money.mei)
    const { shareCode } = money
    const { cloud } = money.world
    const [before, at] = [cloud.snapshot(), cloud.clock.now()]
    const seen = new Set<string>()
    for (let calls = 1; calls <= 15; calls += 1) {
      await cloud.restore(before)
      cloud.clock.set(at)
      await money.cutShort('mall', calls, () => stranger.call('mall.openShare', { shareCode }))
      const id = `${shareCode}:${stranger.memberId}`
      const left = [
        database().get('visits', id) !== null,
        database().get('attributions', stranger.memberId) !== null,
      ]
      seen.add(left.join())
      const opened = await stranger.call('mall.openShare', { shareCode })
      expect(opened.isBound, `cut after ${calls}`).toBe(true)
      expect(database().count('visits', { memberId: stranger.memberId })).toBe(1)
      const { rows } = await money.owner.call('owner.getCustomerHistory', {
        memberId: stranger.memberId,
      })
      expect(rows).toHaveLength(1)
    }
    expect(seen).toEqual(new Set(['false,false', 'true,false', 'true,true']))
  })
})
