// 等级素材：留给某个等级以上的人；下面的人知道有这一份、看不到里面，也用不了；升上去马上能用。人数条件可以解锁它，因为它不是钱。
import { expect, it } from 'vitest'
import { TIER_KEYS, TIER_NAMES } from '@contract/model/shop'
import type { Api } from '@contract/api'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'

let money: Money
startEachTest((opened) => (money = opened))

const PICTURE = 'cloud://local-env.6c6f-local-env-1250000000/pictures/01JA.jpg'
const words = (
  change: Partial<Api['owner.saveMaterial']['input']> = {},
): Api['owner.saveMaterial']['input'] => ({
  title: '茶会的九宫格',
  target: { kind: 'shop' },
  text: '只给老朋友看的话。',
  pictures: [PICTURE],
  video: null,
  tags: [],
  sort: 0,
  ...change,
})
const put = async (change: Partial<Api['owner.saveMaterial']['input']> = {}) =>
  (await money.owner.call('owner.saveMaterial', words(change))).id
const setTier = (tier: (typeof TIER_KEYS)[number]) => {
  const { distributorId } = money.mei
  return money.owner.call('owner.setTier', { distributorId, tier, reason: '试试' })
}
const rowsOf = async () => (await money.mei.call('distributor.listMaterials', {})).rows

it('银毫的人看金毫以上的：列表里有名字没有内容，打开是空的，不能用也不能收藏', async () => {
  const materialId = await put({ minTier: 'gold' })
  const [row] = await rowsOf()
  expect(row).toMatchObject({ title: '茶会的九宫格', minTier: 'gold', isLocked: true })
  expect(row).toMatchObject({ excerpt: '', cover: '' })
  const opened = await money.mei.call('distributor.getMaterial', { materialId })
  expect(opened).toEqual({ material: null, lockedFor: 'gold', points: [], faq: [] })
  expect(JSON.stringify([row, opened])).not.toMatch(/老朋友|01JA/)
  const use = { materialId, kind: 'copied' } as const
  expect(await money.mei.refusal('distributor.recordMaterialUse', use)).toBe('MATERIAL_LOCKED')
  const keep = { materialId, isFavourite: true }
  expect(await money.mei.refusal('distributor.setFavourite', keep)).toBe('MATERIAL_LOCKED')
  expect(money.world.cloud.database.count('material_uses')).toBe(0)
})

it('升上去马上能用；再降下来，收藏还在，里面又看不到了', async () => {
  const materialId = await put({ minTier: 'gold' })
  await setTier('gold')
  expect(await rowsOf()).toMatchObject([{ cover: PICTURE, excerpt: '只给老朋友看的话。' }])
  const { material } = await money.mei.call('distributor.getMaterial', { materialId })
  expect(material?.text).toBe('只给老朋友看的话。')
  await money.mei.call('distributor.recordMaterialUse', { materialId, kind: 'copied' })
  await money.mei.call('distributor.setFavourite', { materialId, isFavourite: true })
  await setTier('silver')
  const { rows } = await money.mei.call('distributor.listFavourites', {})
  expect(rows).toMatchObject([{ isLocked: true, excerpt: '', cover: '', isWithdrawn: false }])
  await money.mei.call('distributor.setFavourite', { materialId, isFavourite: false })
})

it.each([
  ['最低一级，就是所有人', 'sprout', undefined],
  ['自己这一级', 'silver', 'silver'],
] as const)('留给%s：看得到', async (_, minTier, told) => {
  const materialId = await put({ minTier })
  const [row] = await rowsOf()
  expect(row?.isLocked).toBeUndefined()
  expect(row?.minTier).toBe(told)
  expect((await money.owner.call('owner.getMaterial', { materialId })).minTier).toBe(told)
})

it('店主改成所有人：原来看不到的马上看得到', async () => {
  const id = await put({ minTier: 'jade' })
  const { revision } = await money.owner.call('owner.getMaterial', { materialId: id })
  await money.owner.call('owner.saveMaterial', words({ id, revision }))
  const [row] = await rowsOf()
  expect(row).toMatchObject({ excerpt: '只给老朋友看的话。' })
  expect(row).not.toHaveProperty('minTier')
})

it('靠人数到的等级不能有加成，但可以有素材', async () => {
  const heads = { measure: 'direct-members', window: 'ever', atLeast: 1 } as const
  const tiers = TIER_KEYS.map((key) => ({
    key,
    name: TIER_NAMES[key],
    need: 'all' as const,
    conditions: key === 'gold' ? [heads] : [],
  }))
  const keep = { check: 'never', graceMonths: 1, demoteTo: 'one-step' } as const
  await money.owner.call('owner.publishTiers', { basedOn: 0, tiers, keep })
  await put({ minTier: 'gold' })
  await money.world.cloud.advance(60_000)
  await money.world.runTimer()
  const { rows } = await money.lan.call('distributor.listMaterials', {})
  expect(rows).toMatchObject([{ cover: PICTURE }])
  expect((await rowsOf())[0]).toMatchObject({ isLocked: true })
})
