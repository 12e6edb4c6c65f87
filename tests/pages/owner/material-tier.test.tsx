// 谁能用: a material for everybody or for a tier and those above it, as the owner sets it.
import { afterEach, expect, it } from 'vitest'
import type { Api } from '@contract/api'
import MaterialEditPage from '@/pages/owner/material-edit'
import { closeDesk, openDesk } from './desk'
import { teaDesk } from './desks.data'

afterEach(closeDesk)

const stored: Api['owner.getMaterial']['output'] = {
  id: 'mat_1',
  title: '茶会的九宫格',
  target: { kind: 'shop' },
  targetName: '',
  text: '只给老朋友看的话。',
  pictures: [],
  video: null,
  tags: [],
  sort: 0,
  isPublished: true,
  revision: 1,
  counts: { copied: 0, saved: 0, shared: 0 },
  usedCount: 0,
  asOf: null,
  topUsers: [],
}
const open = (change: object = {}) =>
  openDesk(
    <MaterialEditPage />,
    teaDesk,
    { 'owner.getMaterial': { ...stored, ...change }, 'owner.saveMaterial': { id: 'mat_1' } },
    { id: 'mat_1' },
  )

it('选金毫以上：保存的就是它', async () => {
  const { screen, cloud } = await open()
  await screen.tap('金毫以上')
  await screen.tap('保存修改')
  expect(cloud.callsOf('owner.saveMaterial')[0]?.input).toMatchObject({ minTier: 'gold' })
})

it('原来留给金毫的，改回所有分销员：不再说哪一级', async () => {
  const { screen, cloud } = await open({ minTier: 'gold' })
  expect(screen.has('没有修改')).toBe(true)
  await screen.tap('所有分销员')
  await screen.tap('保存修改')
  expect(cloud.callsOf('owner.saveMaterial')[0]?.input).not.toHaveProperty('minTier')
})
