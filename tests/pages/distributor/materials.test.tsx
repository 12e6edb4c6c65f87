// 素材库: found and filtered, copied with one's own code, saved one by one, kept at hand; gone ones lead on.
import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Api } from '@contract/api'
import type { Platform } from '@/api/platform'
import MaterialPage from '@/pages/distributor/material'
import MaterialsPage from '@/pages/distributor/materials'
import { never, offline, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { at, pottery, tea } from './shops.data'
import type { DistributorFixture } from './shops.data'
import { goHome, visit } from './visit'

afterEach(goHome)

type Row = Api['distributor.listMaterials']['output']['rows'][number]
type Detail = Api['distributor.getMaterial']['output']
type Material = NonNullable<Detail['material']>

const row = (id: string, title: string, change: Partial<Row> = {}): Row => ({
  id,
  title,
  target: { kind: 'product', productId: 'prd_1' },
  targetName: '武夷肉桂',
  kind: 'mix',
  excerpt: '三泡之后才见真味。',
  cover: 'cloud://a/pictures/1.jpg',
  pictureCount: 3,
  hasVideo: false,
  tags: ['早安'],
  publishedAt: at('2026-11-19 09:00'),
  usedCount: 12,
  isFavourite: false,
  ...change,
})
const material = (change: Partial<Material> = {}): Material => ({
  id: 'mat_1',
  title: '肉桂三句话',
  target: { kind: 'product', productId: 'prd_1' },
  targetName: '武夷肉桂',
  kind: 'mix',
  text: '三泡之后才见真味。',
  pictures: ['cloud://a/pictures/1.jpg', 'cloud://a/pictures/2.jpg', 'cloud://a/pictures/3.jpg'],
  video: null,
  tags: ['早安'],
  publishedAt: at('2026-11-19 09:00'),
  usedCount: 12,
  isFavourite: false,
  ...change,
})
const page = (rows: Row[], next: string | null = null) => ({ rows, next })

const openList = (answers: Answers, shop: DistributorFixture = tea) =>
  visit(<MaterialsPage />, shop, { answers })
const openDetail = (
  detail: Detail | Error,
  {
    phone = {},
    answers = {},
    shop = tea,
  }: { phone?: Partial<Platform>; answers?: Answers; shop?: DistributorFixture } = {},
) =>
  visit(<MaterialPage />, shop, {
    answers: {
      'distributor.getMaterial': detail,
      'distributor.recordMaterialUse': {},
      'distributor.setFavourite': {},
      ...answers,
    },
    phone,
    params: { id: 'mat_1' },
  })
const usesOf = (screen: Awaited<ReturnType<typeof openDetail>>) =>
  screen.cloud.callsOf('distributor.recordMaterialUse').map(({ input }) => input)

describe('素材库', () => {
  it('每一条：标题、讲什么、里面有什么、用过几次；点开是详情', async () => {
    const screen = await openList({
      'distributor.listMaterials': page([
        row('mat_1', '肉桂三句话'),
        row('mat_2', '开业视频', {
          target: { kind: 'shop' },
          targetName: '',
          excerpt: '',
          pictureCount: 0,
          hasVideo: true,
          usedCount: 0,
        }),
      ]),
    })
    expect(screen.text()).toContain('武夷肉桂 · 文案 · 3 张图')
    expect(screen.text()).toContain('用过 12 次')
    expect(screen.text()).toContain('全店 · 视频')
    expect(screen.text()).toContain('还没人用过')
    await screen.tap('肉桂三句话')
    expect(visits).toEqual(['navigateTo /pages/distributor/material/index?id=mat_1'])
  })

  it('按讲什么、怎么排、标题找，都重新问；收藏问的是收藏', async () => {
    const screen = await openList({
      'distributor.listMaterials': page([row('mat_1', '肉桂三句话')]),
      'distributor.listFavourites': page([]) as never,
    })
    await screen.tap('商品')
    await screen.tap('最多人用')
    await screen.type('搜索素材', '三句')
    await act(async () => {
      const field = screen.find('搜索素材')
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      await Promise.resolve()
    })
    await screen.settle()
    const asked = screen.cloud.callsOf('distributor.listMaterials').map(({ input }) => input)
    expect(asked[0]).toEqual({ order: 'shop' })
    expect(asked[1]).toEqual({ order: 'shop', targetKind: 'product' })
    expect(asked[2]).toEqual({ order: 'used', targetKind: 'product' })
    expect(asked[3]).toEqual({ order: 'used', targetKind: 'product', keyword: '三句' })
    await screen.tap('收藏')
    expect(screen.text()).toContain('还没有收藏')
    expect(screen.cloud.callsOf('distributor.listFavourites')).toHaveLength(1)
  })

  const turnHeart = async (screen: Awaited<ReturnType<typeof openList>>) => {
    await act(async () => {
      screen.all('.mat-heart')[0]?.click()
      await Promise.resolve()
    })
    await screen.settle()
  }

  it('心点一下就收藏；服务器不肯就变回来，并说为什么', async () => {
    const screen = await openList({
      'distributor.listMaterials': page([row('mat_2', '新文案')]),
      'distributor.setFavourite': {},
    })
    await turnHeart(screen)
    expect(screen.all('.mat-heart-on')).toHaveLength(1)
    expect(screen.cloud.callsOf('distributor.setFavourite')[0]?.input).toEqual({
      materialId: 'mat_2',
      isFavourite: true,
    })
    screen.cloud.answer({ 'distributor.setFavourite': refuse('TRY_AGAIN') })
    await turnHeart(screen)
    expect(screen.all('.mat-heart-on')).toHaveLength(1)
    expect(screen.text()).toContain('收藏没有改成：现在有点忙')
  })

  it('撤下的收藏标着撤下，取消之后不在了', async () => {
    const kept = { ...row('mat_1', '旧文案', { isFavourite: true }), isWithdrawn: true }
    const screen = await openList({
      'distributor.listMaterials': page([]),
      'distributor.listFavourites': { rows: [kept], next: null },
      'distributor.setFavourite': {},
    })
    await screen.tap('收藏')
    expect(screen.text()).toContain('已撤下')
    screen.cloud.answer({ 'distributor.listFavourites': { rows: [], next: null } })
    await turnHeart(screen)
    expect(screen.text()).toContain('还没有收藏')
  })

  it('等待、出错、断网、空的、筛不到', async () => {
    const loading = await openList({ 'distributor.listMaterials': never })
    await loading.settle(320)
    expect(loading.all('.fy-bone').length).toBeGreaterThan(0)
    await goHome()
    const failed = await openList({ 'distributor.listMaterials': refuse('INTERNAL') })
    expect(failed.text()).toContain('素材没有打开')
    failed.cloud.answer({ 'distributor.listMaterials': page([row('mat_1', '肉桂三句话')]) })
    await failed.tap('再试一次')
    expect(failed.text()).toContain('肉桂三句话')
    await goHome()
    expect((await openList({ 'distributor.listMaterials': offline() })).text()).toContain(
      '连不上网络',
    )
    await goHome()
    const empty = await openList({ 'distributor.listMaterials': page([]) })
    expect(empty.text()).toContain('店里还没有素材')
    await empty.tap('活动')
    expect(empty.text()).toContain('这里还没有素材')
    await empty.tap('看全部')
    expect(empty.text()).toContain('店里还没有素材')
  })

  it('冻结的、不是分销员的，说为什么看不了，带去分销中心', async () => {
    for (const code of ['DISTRIBUTOR_NOT_ACTIVE', 'DISTRIBUTOR_ONLY'] as const) {
      const screen = await openList({ 'distributor.listMaterials': refuse(code) })
      expect(screen.text()).toContain('现在看不了素材')
      await screen.tap('去分销中心')
      expect(visits).toEqual(['switchTab /pages/tabs/distribution/index'])
      await goHome()
    }
  })
})

describe('素材详情', () => {
  const shown: Detail = {
    material: material(),
    points: ['岩骨花香'],
    faq: [{ question: '能放多久', answer: '密封一年。' }],
  }

  it.each([
    ['茶铺', tea],
    ['陶器铺', pottery],
  ])('%s：一键复制带上自己的邀请码和价格，记一次复制', async (_name, shop) => {
    const copyText = vi.fn(() => Promise.resolve())
    const screen = await openDetail(shown, { phone: { copyText }, shop })
    await screen.tap('一键复制')
    const [words = ''] = copyText.mock.calls[0] as unknown as [string]
    expect(words.startsWith('三泡之后才见真味。\n\n')).toBe(true)
    const { shareCode, sharerName, title } = shop.share
    expect(words).toContain(title)
    expect(words).toContain(`${sharerName} 推荐`)
    expect(words.replace(/\s/g, '')).toContain(shareCode)
    expect(usesOf(screen)).toEqual([{ materialId: 'mat_1', kind: 'copied' }])
  })

  it('商品下架了：说没有复制成，不记', async () => {
    const copyText = vi.fn(() => Promise.resolve())
    const answers = {
      'distributor.createShare': refuse('PRODUCT_OFF_SHELF', { title: '武夷肉桂' }),
    }
    const screen = await openDetail(shown, { phone: { copyText }, answers })
    await screen.tap('一键复制')
    expect(screen.text()).toContain('文案没有复制成：「武夷肉桂」已经下架')
    expect(copyText).not.toHaveBeenCalled()
    expect(usesOf(screen)).toEqual([])
  })

  it('全部保存：一张一张来，都好了记一次', async () => {
    const saveMedia = vi.fn(() => Promise.resolve('saved' as const))
    const screen = await openDetail(shown, { phone: { saveMedia } })
    await screen.tap('全部保存')
    await screen.settle()
    expect(saveMedia.mock.calls).toEqual(
      [1, 2, 3].map((n) => ['picture', `cloud://a/pictures/${n}.jpg`]),
    )
    expect(usesOf(screen)).toEqual([{ materialId: 'mat_1', kind: 'saved' }])
  })

  it('存着的时候说到第几张', async () => {
    let finish = (_: 'saved'): void => undefined
    const saveMedia = () => new Promise<'saved'>((resolve) => (finish = resolve))
    const screen = await openDetail(shown, { phone: { saveMedia } })
    await screen.tap('全部保存')
    expect(screen.text()).toContain('正在存 0 / 3')
    finish('saved')
    await screen.settle()
    expect(screen.text()).toContain('正在存 1 / 3')
  })

  it('不让存：停下来，带去设置，什么也不记', async () => {
    const saveMedia = vi.fn(() => Promise.resolve('denied' as const))
    const openSetting = vi.fn(() => Promise.resolve())
    const screen = await openDetail(shown, { phone: { saveMedia, openSetting } })
    await screen.tap('全部保存')
    await screen.settle()
    expect(saveMedia).toHaveBeenCalledTimes(1)
    expect(screen.text()).toContain('还没有允许保存到相册')
    await screen.tap('去设置')
    expect(openSetting).toHaveBeenCalled()
    expect(usesOf(screen)).toEqual([])
  })

  it('有一张没存上：说几张，再试一次只存那一张', async () => {
    const saveMedia = vi
      .fn<() => Promise<'saved' | 'failed'>>()
      .mockResolvedValueOnce('saved')
      .mockResolvedValueOnce('failed')
      .mockResolvedValue('saved')
    const screen = await openDetail(shown, { phone: { saveMedia } })
    await screen.tap('全部保存')
    await screen.settle()
    expect(screen.text()).toContain('有 1 个没有存上')
    await screen.tap('再试一次')
    await screen.settle()
    expect(saveMedia).toHaveBeenLastCalledWith('picture', 'cloud://a/pictures/2.jpg')
    expect(saveMedia).toHaveBeenCalledTimes(4)
    expect(screen.text()).not.toContain('没有存上')
  })

  it('视频：多长多大，存到相册', async () => {
    const saveMedia = vi.fn(() => Promise.resolve('saved' as const))
    const video = {
      file: 'cloud://a/videos/1.mp4',
      cover: 'cloud://a/pictures/9.jpg',
      seconds: 65 - 6,
      bytes: 13_000_000,
    }
    const only = { ...shown, material: material({ pictures: [], text: '', video }) }
    const screen = await openDetail(only, { phone: { saveMedia } })
    expect(screen.text()).toContain('视频 0:59 · 12.4 MB')
    expect(screen.has('一键复制')).toBe(false)
    await screen.tap('保存视频')
    await screen.settle()
    expect(saveMedia.mock.calls).toEqual([['video', 'cloud://a/videos/1.mp4']])
    expect(usesOf(screen)).toEqual([{ materialId: 'mat_1', kind: 'saved' }])
  })

  it('卖点、问答都在，卖点能单独复制', async () => {
    const copyText = vi.fn(() => Promise.resolve())
    const screen = await openDetail(shown, { phone: { copyText } })
    expect(screen.text()).toContain('能放多久密封一年。')
    await screen.tap('复制卖点')
    expect(copyText).toHaveBeenCalledWith('· 岩骨花香')
  })

  it('撤下了：说已经撤下，带去别的素材', async () => {
    const screen = await openDetail({ material: null, points: [], faq: [] })
    expect(screen.text()).toContain('这份素材已经撤下了')
    await screen.tap('看别的素材')
    expect(visits).toEqual(['navigateTo /pages/distributor/materials/index'])
  })

  it('留给更高等级的：说要到哪一级，带去看自己的等级', async () => {
    const locked = { material: null, lockedFor: 'gold' as const, points: [], faq: [] }
    const screen = await openDetail(locked)
    expect(screen.text()).toContain('金毫以上才能用')
    expect(screen.text()).not.toContain('撤下')
    await screen.tap('看我的等级')
    expect(visits).toEqual(['navigateTo /pages/distributor/tier/index'])
  })
})

it('列表里留给更高等级的：写着哪一级以上，没有内容，也不能收藏', async () => {
  const change = { minTier: 'gold', isLocked: true, excerpt: '', cover: '' } as const
  const screen = await openList({
    'distributor.listMaterials': page([
      row('mat_1', '茶会的九宫格', change),
      row('mat_2', '肉桂三句话', { minTier: 'silver' }),
    ]),
  })
  expect(screen.text()).toContain('金毫以上')
  expect(screen.text()).toContain('升到金毫就能用')
  expect(screen.text()).toContain('银毫以上')
  expect(screen.all('[aria-label="收藏这份"]')).toHaveLength(1)
})
