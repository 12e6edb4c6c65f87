// 同时互相打开: whatever the size of the ring, the last binding sees the others, because each writes to everybody on the way.
import { expect, it } from 'vitest'
import type { Attribution } from '@contract/model/distribution'
import { memberIdOf } from '../../../cloudfunctions/kernel/ids'
import { openShare } from '../../../cloudfunctions/workflows/share/open-share'
import { START_AT } from '../../support/world'
import { openEngineWorld } from './engine-world'

it.each([2, 3, 4, 5, 8])('%i 个人在同一刻打开下一个人的分享，圈也合不上', async (count) => {
  const world = await openEngineWorld()
  const people = Array.from({ length: count }, (_, index) => `o_${index}`)
  const codes: string[] = []
  for (const openid of people) codes.push(await world.addDistributor(memberIdOf(openid)))
  const callers = await Promise.all(people.map((one) => world.as(one, START_AT, 'mall.openShare')))
  // Every step of one waits for a turn of the others: all have read before the first has written.
  const answers = await Promise.all(
    callers.map((ctx, at) => openShare(ctx, { shareCode: codes[(at + 1) % count] ?? '' })),
  )
  expect(answers.filter(({ isBound }) => isBound)).toHaveLength(count - 1)
  expect(world.store.list<Attribution>('attributions')).toHaveLength(count - 1)
  expect(world.store.conflicts()).toBeGreaterThan(0)
})
