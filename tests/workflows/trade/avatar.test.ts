// 头像：自己传的才收，别人的头像动不了；再存一次还是它；海报和“我的”用的是自己的。
import { expect, it } from 'vitest'
import type { Member } from '@contract/model/people'
import type { Trade } from './open-trade'
import { startEachTrade } from './start-each-trade'

let trade: Trade
startEachTrade((opened) => (trade = opened))

const FILE = 'cloud://local-env.6c6f-local-env-1250000000/pictures/01JA.jpg'

it('传上来的存下，只有自己变；再存一次也一样', async () => {
  const [zhou, lan] = [trade.world.as('zhou'), trade.world.as('lan')]
  await lan.call('mall.openSession', {})
  expect((await zhou.call('mall.openSession', {})).member).not.toHaveProperty('avatar')
  await zhou.call('mall.setAvatar', { file: FILE })
  await zhou.call('mall.setAvatar', { file: FILE })
  expect((await zhou.call('mall.openSession', {})).member.avatar).toBe(FILE)
  const other = trade.world.cloud.database.get<Member>('members', lan.memberId)
  expect(other).not.toHaveProperty('avatar')
})

it('店主的名单上是他自己选的；没选过的没有', async () => {
  const owner = trade.world.as('boss')
  for (const name of ['zhou', 'lan']) {
    await trade.world.as(name).call('distributor.apply', { name })
  }
  await trade.world.as('zhou').call('mall.setAvatar', { file: FILE })
  const { rows } = await owner.call('owner.listDistributors', {})
  const avatars = Object.fromEntries(rows.map(({ name, avatar }) => [name, avatar]))
  expect(avatars).toMatchObject({ zhou: FILE, lan: undefined })
})

it.each([
  ['外面的地址', 'https://elsewhere.example/a.jpg'],
  ['别家的云', 'cloud://other-env.6c6f-other-1250000000/pictures/01JA.jpg'],
  ['别的文件夹', 'cloud://local-env.6c6f-local-env-1250000000/videos/01JA.mp4'],
  ['绕出去的路径', 'cloud://local-env.6c6f-local-env-1250000000/pictures/../x.jpg'],
])('%s不收，什么也不变', async (_, file) => {
  const zhou = trade.world.as('zhou')
  expect(await zhou.refusal('mall.setAvatar', { file })).toBe('AVATAR_FOREIGN')
  expect((await zhou.call('mall.openSession', {})).member).not.toHaveProperty('avatar')
})
