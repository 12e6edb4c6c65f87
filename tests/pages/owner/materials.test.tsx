// 素材管理: what is out and how it is used, writing one from the phone, video limits, withdrawing, notes of a product.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Api } from '@contract/api'
import { replacePlatform } from '@/api/platform'
import type { ChosenVideo, Platform } from '@/api/platform'
import MaterialEditPage from '@/pages/owner/material-edit'
import MaterialsPage from '@/pages/owner/materials'
import ProductNotesPage from '@/pages/owner/product-notes'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'

let restore = () => undefined as void
afterEach(async () => {
  restore()
  await closeDesk()
})
const onPhone = (parts: Partial<Platform>) => {
  restore = replacePlatform(parts)
}

type List = Api['owner.listMaterials']['output']
type Stored = Api['owner.getMaterial']['output']

const list: List = {
  rows: [
    {
      id: 'mat_1',
      title: '肉桂三句话',
      target: { kind: 'product', productId: 'prd_rougui' },
      targetName: '武夷肉桂',
      kind: 'copy',
      excerpt: '三泡之后才见真味。',
      cover: '',
      pictureCount: 0,
      hasVideo: false,
      tags: ['早安'],
      publishedAt: 1,
      usedCount: 17,
      isPublished: true,
      sort: 0,
      counts: { copied: 9, saved: 5, shared: 3 },
    },
  ],
  next: null,
}
const stored: Stored = {
  id: 'mat_1',
  title: '肉桂三句话',
  target: { kind: 'product', productId: 'prd_rougui' },
  targetName: '武夷肉桂',
  text: '三泡之后才见真味。',
  pictures: ['cloud://a/pictures/1.jpg'],
  video: null,
  tags: ['早安', '新品'],
  sort: 5,
  isPublished: true,
  revision: 3,
  counts: { copied: 9, saved: 5, shared: 3 },
  usedCount: 17,
  asOf: Date.parse('2026-11-20T09:00:00+08:00'),
  topUsers: [
    { name: '沈若梅', copied: 6, saved: 2, shared: 1, usedCount: 9 },
    { name: '林岚', copied: 3, saved: 3, shared: 2, usedCount: 8 },
  ],
}
const VIDEO: ChosenVideo = { file: 'v.mp4', cover: 'c.jpg', seconds: 12.2, bytes: 3_000_000 }

const openList = (answers: Answers = {}) =>
  openDesk(<MaterialsPage />, teaDesk, { 'owner.listMaterials': list, ...answers })
const openEdit = (answers: Answers = {}, isNew = false) =>
  openDesk(
    <MaterialEditPage />,
    teaDesk,
    {
      'owner.getMaterial': stored,
      'owner.saveMaterial': { id: 'mat_1' },
      'owner.publishMaterial': {},
      ...answers,
    },
    isNew ? {} : { id: 'mat_1' },
  )

describe('素材列表', () => {
  itKeepsItsStates({
    page: () => <MaterialsPage />,
    action: 'owner.listMaterials',
    desk: teaDesk,
    good: list,
    words: '复制 9 · 保存 5 · 分享 3',
    empty: { answer: { rows: [], next: null }, words: '还没有素材' },
  })

  it('关上开关就撤下，撤不成说为什么', async () => {
    const { screen, cloud } = await openList({ 'owner.publishMaterial': {} })
    await screen.tap('撤下 肉桂三句话')
    expect(cloud.callsOf('owner.publishMaterial')[0]?.input).toEqual({
      materialId: 'mat_1',
      isPublished: false,
    })
    expect(screen.text()).toContain('已撤下')
    cloud.answer({ 'owner.publishMaterial': refuse('TRY_AGAIN') })
    await screen.tap('放回 肉桂三句话')
    expect(screen.text()).toContain('没有改成：现在有点忙')
  })

  it('只看撤下的：没有就一行话，能回到全部', async () => {
    const { screen, cloud } = await openList()
    cloud.answer({ 'owner.listMaterials': { rows: [], next: null } })
    await screen.tap('已撤下')
    expect(screen.text()).toContain('这里没有素材')
    cloud.answer({ 'owner.listMaterials': list })
    await screen.tap('看全部')
    expect(screen.text()).toContain('肉桂三句话')
  })
})

describe('编辑素材', () => {
  itKeepsItsStates({
    page: () => <MaterialEditPage />,
    action: 'owner.getMaterial',
    desk: mountainDesk,
    good: stored,
    words: '一共用过 17 次',
    params: { id: 'mat_1' },
  })

  it('用得最多的人、截至什么时候、怎么算一次', async () => {
    const { screen } = await openEdit()
    expect(screen.text()).toContain('1. 沈若梅9 次')
    expect(screen.text()).toContain('2. 林岚8 次')
    expect(screen.text()).toContain('同一个人同一天同一种用法只算一次，截至')
  })

  it('改了标题再保存：带上看过的版本，其余原样', async () => {
    const { screen, cloud, visits } = await openEdit()
    expect(screen.has('没有修改')).toBe(true)
    await screen.type('标题', '肉桂四句话')
    await screen.tap('保存修改')
    expect(cloud.callsOf('owner.saveMaterial')[0]?.input).toEqual({
      id: 'mat_1',
      revision: 3,
      title: '肉桂四句话',
      target: { kind: 'product', productId: 'prd_rougui' },
      text: '三泡之后才见真味。',
      pictures: ['cloud://a/pictures/1.jpg'],
      video: null,
      tags: ['早安', '新品'],
      sort: 5,
    })
    expect(visits).toEqual(['navigateBack'])
  })

  it('别人先改了：说出来，写的还在', async () => {
    const { screen, visits } = await openEdit({ 'owner.saveMaterial': refuse('MATERIAL_MOVED_ON') })
    await screen.type('标题', '我的标题')
    await screen.tap('保存修改')
    expect(screen.text()).toContain('没有保存成功：别人刚改过这份素材')
    expect(screen.has('保存修改')).toBe(true)
    expect(visits).toEqual([])
  })

  it('撤下先问一声，说清楚会怎样；不撤就什么也没发生', async () => {
    const { screen, cloud } = await openEdit()
    await press(screen, '.fy-notice-action')
    expect(screen.text()).toContain('收藏过的会看到“已撤下”')
    await screen.tap('先不撤')
    expect(cloud.callsOf('owner.publishMaterial')).toEqual([])
    await press(screen, '.fy-notice-action')
    cloud.answer({ 'owner.getMaterial': { ...stored, isPublished: false, revision: 4 } })
    await press(screen, '.fy-btn-danger')
    expect(cloud.callsOf('owner.publishMaterial')).toHaveLength(1)
    expect(screen.text()).toContain('已经撤下，分销员看不到')
  })

  it('新素材：缺什么说什么，不往外送', async () => {
    const { screen, cloud } = await openEdit({}, true)
    await screen.type('标签', '一 二 三 四 五 六')
    await screen.tap('发布')
    expect(screen.text()).toContain('还没有填好：标题、商品、内容、标签')
    expect(cloud.callsOf('owner.saveMaterial')).toEqual([])
  })

  it('新素材：选商品、写话、传图、传视频，预览，发布', async () => {
    const row = { id: 'prd_2', title: '大红袍', picture: '', fromPriceFen: 100 }
    const rows = [{ ...row, stock: 1, soldCount: 0, isOnShelf: true }]
    const { screen, cloud, visits } = await openEdit(
      { 'owner.listProducts': { rows: rows as never, next: null } },
      true,
    )
    const upload = (folder: string) =>
      vi.fn((file: string) => Promise.resolve(`cloud://a/${folder}/${file}`))
    const [uploadPicture, uploadVideo] = [upload('pictures'), upload('videos')]
    onPhone({
      choosePicture: () => Promise.resolve('new.jpg'),
      chooseVideo: () => Promise.resolve(VIDEO),
      uploadPicture,
      uploadVideo,
    })
    await screen.tap('选一件商品')
    await screen.settle()
    await screen.tap('大红袍')
    await screen.type('标题', '大红袍开箱')
    await screen.type('文案', '  岩韵十足。 ')
    await screen.type('标签', '开箱，新品 开箱')
    await screen.tap('加图片')
    await screen.settle()
    await screen.tap('加视频')
    await screen.settle()
    expect(screen.text()).toContain('0:12 · 2.9 MB')
    await screen.tap('预览')
    await screen.settle(50)
    expect(screen.text()).toContain('分销员看到的样子')
    await screen.tap('发布')
    expect(cloud.callsOf('owner.saveMaterial')[0]?.input).toEqual({
      title: '大红袍开箱',
      target: { kind: 'product', productId: 'prd_2' },
      text: '岩韵十足。',
      pictures: ['cloud://a/pictures/new.jpg'],
      video: {
        file: 'cloud://a/videos/v.mp4',
        cover: 'cloud://a/pictures/c.jpg',
        seconds: 12,
        bytes: 3_000_000,
      },
      tags: ['开箱', '新品'],
      sort: 0,
    })
    expect(visits).toEqual(['navigateBack'])
  })

  it.each([
    ['太长', { seconds: 61.2 }, '视频最长 60 秒'],
    ['太大', { bytes: 50 * 1024 * 1024 + 1 }, '视频最大 50.0 MB'],
  ])('视频%s：说出来，不传', async (_what, change, words) => {
    const { screen } = await openEdit({}, true)
    const uploadVideo = vi.fn(() => Promise.resolve('cloud://a/videos/v.mp4'))
    const uploadPicture = vi.fn(() => Promise.resolve('cloud://a/pictures/c.jpg'))
    const chooseVideo = () => Promise.resolve({ ...VIDEO, ...change })
    onPhone({ chooseVideo, uploadPicture, uploadVideo })
    await screen.tap('加视频')
    await screen.settle()
    expect(screen.text()).toContain(words)
    expect([uploadVideo.mock.calls, uploadPicture.mock.calls]).toEqual([[], []])
  })

  it('视频没传上去：说出来，再选一次就好；能移除', async () => {
    const { screen } = await openEdit({}, true)
    const uploadVideo = vi
      .fn<() => Promise<string | null>>()
      .mockResolvedValueOnce(null)
      .mockResolvedValue('cloud://a/videos/v.mp4')
    const uploadPicture = () => Promise.resolve('cloud://a/pictures/c.jpg')
    onPhone({ chooseVideo: () => Promise.resolve(VIDEO), uploadPicture, uploadVideo })
    await screen.tap('加视频')
    await screen.settle()
    expect(screen.text()).toContain('视频没有传上去')
    await screen.tap('再选一次')
    await screen.settle()
    expect(screen.text()).toContain('0:12')
    await screen.tap('移除视频')
    expect(screen.has('加视频')).toBe(true)
  })
})

describe('卖点和问答', () => {
  const notes = { title: '武夷肉桂', points: ['岩骨花香'], faq: [] }

  itKeepsItsStates({
    page: () => <ProductNotesPage />,
    action: 'owner.getProductNotes',
    desk: teaDesk,
    good: notes,
    words: '武夷肉桂',
    params: { id: 'prd_rougui' },
  })

  it('加一条卖点、一个问题；问题没有回答就不能存；空的不存', async () => {
    const { screen, cloud, visits } = await openDesk(
      <ProductNotesPage />,
      teaDesk,
      { 'owner.getProductNotes': notes, 'owner.saveProductNotes': {} },
      { id: 'prd_rougui' },
    )
    expect(screen.has('没有修改')).toBe(true)
    await screen.tap('加一条卖点')
    await screen.tap('加一个问题')
    await screen.type('问题 1，比如：能放多久', '能放多久')
    expect(screen.has('问题和回答要成对')).toBe(true)
    await screen.type('回答 1', '密封一年。')
    await press(screen, '.fy-btn-primary')
    expect(cloud.callsOf('owner.saveProductNotes')[0]?.input).toEqual({
      productId: 'prd_rougui',
      points: ['岩骨花香'],
      faq: [{ question: '能放多久', answer: '密封一年。' }],
    })
    expect(visits).toEqual(['navigateBack'])
  })
})
