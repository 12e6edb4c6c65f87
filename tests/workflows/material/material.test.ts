// 素材库: who may see it, what may be put out, and that what was used is counted once, however often it is tapped.
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '@contract/time'
import type { Api } from '@contract/api'
import type { Material, MaterialUse, MaterialUser } from '@contract/model/material'
import { summariseMaterial } from '../../../cloudfunctions/domain/material/summarise-material'
import type { Money } from '../money/open-money'
import { startEachTest } from '../money/start-each-test'

type Input = Api['owner.saveMaterial']['input']

let money: Money
startEachTest((opened) => (money = opened))

const BUCKET = 'cloud://local-env.6c6f-local-env-1250000000'
const PICTURE = `${BUCKET}/pictures/01JA.jpg`
const VIDEO = { file: `${BUCKET}/videos/01JB.mp4`, cover: PICTURE, seconds: 12, bytes: 900_000 }
const database = () => money.world.cloud.database
const stored = (id: string) => database().get<Material>('materials', id)

const words = (change: Partial<Input> = {}): Input => ({
  title: '明前龙井，三句话',
  target: { kind: 'product', productId: money.tea.productId },
  text: '明前头采，豆香清雅，回甘长。',
  pictures: [],
  video: null,
  tags: [],
  sort: 0,
  ...change,
})

async function put(change: Partial<Input> = {}): Promise<string> {
  await money.world.cloud.advance(1000)
  return (await money.owner.call('owner.saveMaterial', words(change))).id
}

const listOf = async (input: Api['distributor.listMaterials']['input'] = {}) =>
  (await money.mei.call('distributor.listMaterials', input)).rows.map(({ title }) => title)
const use = (kind: 'copied' | 'saved' | 'shared', materialId: string, who = money.mei) =>
  who.call('distributor.recordMaterialUse', { materialId, kind })

describe('谁能看', () => {
  it('在职分销员看得到；买家、冻结的、退出的都看不到，也记不了', async () => {
    const materialId = await put()
    expect(await listOf()).toEqual(['明前龙井，三句话'])
    const seen = (who = money.mei) =>
      Promise.all([
        who.refusal('distributor.listMaterials', {}),
        who.refusal('distributor.getMaterial', { materialId }),
        who.refusal('distributor.listFavourites', {}),
        who.refusal('distributor.getProductNotes', { productId: money.tea.productId }),
        who.refusal('distributor.recordMaterialUse', { materialId, kind: 'copied' }),
        who.refusal('distributor.setFavourite', { materialId, isFavourite: true }),
      ])
    expect(new Set(await seen(money.shopper))).toEqual(new Set(['DISTRIBUTOR_ONLY']))
    const { distributorId } = money.mei
    const set = { distributorId, reason: '乱发素材' }
    await money.owner.call('owner.setDistributorStatus', { ...set, status: 'frozen' })
    expect(new Set(await seen())).toEqual(new Set(['DISTRIBUTOR_NOT_ACTIVE']))
    await money.owner.call('owner.setDistributorStatus', { ...set, status: 'active' })
    expect(await listOf()).toEqual(['明前龙井，三句话'])
    await money.mei.call('distributor.leave', { reason: '不做了' })
    expect(new Set(await seen())).toEqual(new Set(['DISTRIBUTOR_NOT_ACTIVE']))
    expect(database().count('material_uses')).toBe(0)
  })

  it('只有店主能发、能改、能撤；别人都被挡住', async () => {
    const materialId = await put()
    for (const who of [money.mei, money.finance, money.shopper]) {
      expect(await who.refusal('owner.saveMaterial', words())).toBe('NOT_ALLOWED')
      const change = { materialId, isPublished: false }
      expect(await who.refusal('owner.publishMaterial', change)).toBe('NOT_ALLOWED')
      expect(await who.refusal('owner.listMaterials', {})).toBe('NOT_ALLOWED')
    }
    expect(stored(materialId)?.isPublished).toBe(true)
  })
})

describe('店主发素材', () => {
  it('文案、图集、视频、组合，各是各的样子', async () => {
    await put({ title: '文案' })
    await put({ title: '图集', text: '', pictures: [PICTURE] })
    await put({ title: '视频', text: '', video: VIDEO })
    await put({ title: '组合', pictures: [PICTURE], video: VIDEO })
    const { rows } = await money.mei.call('distributor.listMaterials', { order: 'new' })
    expect(rows.map(({ title, kind, cover, hasVideo }) => [title, kind, cover, hasVideo])).toEqual([
      ['组合', 'mix', PICTURE, true],
      ['视频', 'video', PICTURE, true],
      ['图集', 'pictures', PICTURE, false],
      ['文案', 'copy', '', false],
    ])
    expect(rows[0]).toMatchObject({ targetName: '明前龙井', isFavourite: false, usedCount: 0 })
  })

  it.each([
    ['什么都没有', { text: '  ' }, 'MATERIAL_EMPTY'],
    ['文案 1,001 个字', { text: '茶'.repeat(1001) }, 'INPUT_INVALID'],
    ['十张图', { pictures: Array<string>(10).fill(PICTURE) }, 'INPUT_INVALID'],
    ['视频 61 秒', { video: { ...VIDEO, seconds: 61 } }, 'INPUT_INVALID'],
    ['视频超过 50 MB', { video: { ...VIDEO, bytes: 50 * 1024 * 1024 + 1 } }, 'INPUT_INVALID'],
    [
      '没有这件商品',
      { target: { kind: 'product', productId: 'prd_none' } },
      'MATERIAL_TARGET_UNKNOWN',
    ],
    [
      '没有这个活动',
      { target: { kind: 'campaign', campaignId: 'cmp_none' } },
      'MATERIAL_TARGET_UNKNOWN',
    ],
  ] as const)('%s：发不出去', async (_what, change, code) => {
    expect(await money.owner.refusal('owner.saveMaterial', words(change as Partial<Input>))).toBe(
      code,
    )
    expect(database().count('materials')).toBe(0)
  })

  it.each([
    ['外面的网址', 'https://example.com/a.jpg'],
    ['别的环境的文件', PICTURE.replace('local-env.', 'other-env.')],
    ['冒充环境名的文件', PICTURE.replace('local-env.', 'local-env-2.')],
    ['别的文件夹', `${BUCKET}/secret/01JA.jpg`],
    ['往上跳的路径', `${BUCKET}/pictures/../secret/01JA.jpg`],
    ['不是图片', `${BUCKET}/pictures/01JA.html`],
    ['带参数', `${PICTURE}?sign=1`],
  ])('伪造的文件：%s，图片、封面、视频都不收', async (_what, file) => {
    const asVideo = { ...VIDEO, file: file.replace('.jpg', '.mp4').replace('pictures', 'videos') }
    for (const change of [
      { pictures: [file] },
      { video: { ...VIDEO, cover: file } },
      { video: asVideo },
    ]) {
      const code = await money.owner.refusal('owner.saveMaterial', words(change))
      expect(code).toBe('MATERIAL_FILE_FOREIGN')
    }
    expect(database().count('materials')).toBe(0)
  })

  it('同一次提交重复到达，只多一份；商品的条数也只加一', async () => {
    const requestId = money.world.newRequestId()
    const first = await money.owner.call('owner.saveMaterial', words(), { requestId })
    const again = await money.owner.call('owner.saveMaterial', words(), { requestId })
    expect(again).toEqual(first)
    expect(database().count('materials')).toBe(1)
    const notes = { productId: money.tea.productId }
    expect((await money.mei.call('distributor.getProductNotes', notes)).materialCount).toBe(1)
  })

  it('写到一半被杀掉，再来一次也只有一份，条数对得上', async () => {
    for (let calls = 1; calls < 14; calls += 1) {
      await money.restart()
      const requestId = money.world.newRequestId()
      const save = () => money.owner.call('owner.saveMaterial', words(), { requestId })
      await money.cutShort('owner', calls, save)
      await save()
      expect(database().count('materials')).toBe(1)
      const notes = { productId: money.tea.productId }
      expect((await money.mei.call('distributor.getProductNotes', notes)).materialCount).toBe(1)
    }
  })

  it('两个人同时改同一份：后保存的被告知，先保存的不丢', async () => {
    const id = await put()
    await money.owner.call('owner.saveMaterial', words({ id, revision: 1, title: '先改的' }))
    const late = words({ id, revision: 1, title: '后改的' })
    expect(await money.owner.refusal('owner.saveMaterial', late)).toBe('MATERIAL_MOVED_ON')
    expect(stored(id)?.title).toBe('先改的')
    expect(await money.owner.refusal('owner.saveMaterial', words({ id: 'mat_none' }))).toBe(
      'NOT_FOUND',
    )
  })

  it('改的同时有人在用：改了内容，用过的数不丢', async () => {
    const id = await put()
    await use('copied', id)
    await money.world.runTimer()
    await money.owner.call('owner.saveMaterial', words({ id, revision: 1, title: '改过' }))
    expect(stored(id)).toMatchObject({ title: '改过', usedCount: 1, isPublished: true })
  })

  it('每一步都有操作记录', async () => {
    const materialId = await put()
    await money.owner.call('owner.publishMaterial', { materialId, isPublished: false })
    const records = database().list<{ action: string; subject: string }>('audit_records')
    const actions = records.map(({ action }) => action)
    expect(actions).toContain('owner.saveMaterial')
    expect(records).toContainEqual(
      expect.objectContaining({ action: 'owner.publishMaterial', subject: materialId }),
    )
  })
})

describe('撤下和放回', () => {
  it('撤下就看不到，打开是空的，用不了；放回又都在', async () => {
    const materialId = await put()
    await use('copied', materialId)
    const set = (isPublished: boolean) =>
      money.owner.call('owner.publishMaterial', { materialId, isPublished })
    await set(false)
    await set(false)
    expect(await listOf()).toEqual([])
    const gone = await money.mei.call('distributor.getMaterial', { materialId })
    expect(gone).toEqual({ material: null, points: [], faq: [] })
    const kind = 'saved' as const
    const refused = await money.mei.refusal('distributor.recordMaterialUse', { materialId, kind })
    expect(refused).toBe('MATERIAL_WITHDRAWN')
    const notes = { productId: money.tea.productId }
    expect((await money.mei.call('distributor.getProductNotes', notes)).materialCount).toBe(0)
    await set(true)
    await set(true)
    expect(await listOf()).toEqual(['明前龙井，三句话'])
    expect((await money.mei.call('distributor.getProductNotes', notes)).materialCount).toBe(1)
    await money.world.runTimer()
    expect(stored(materialId)?.counts).toEqual({ copied: 1, saved: 0, shared: 0 })
  })

  it('撤下着也能改，改完还是撤下的；换一件商品，两边条数都对', async () => {
    const id = await put()
    const count = async (productId: string) =>
      (await money.mei.call('distributor.getProductNotes', { productId })).materialCount
    const { tea, pot } = money
    const target = { kind: 'product', productId: pot.productId } as const
    await money.owner.call('owner.saveMaterial', words({ id, revision: 1, target }))
    expect([await count(tea.productId), await count(pot.productId)]).toEqual([0, 1])
    await money.owner.call('owner.publishMaterial', { materialId: id, isPublished: false })
    await money.owner.call('owner.saveMaterial', words({ id, revision: 3 }))
    expect([await count(tea.productId), await count(pot.productId)]).toEqual([0, 0])
    expect(stored(id)?.isPublished).toBe(false)
    await money.owner.call('owner.publishMaterial', { materialId: id, isPublished: true })
    expect([await count(tea.productId), await count(pot.productId)]).toEqual([1, 0])
  })
})

describe('找素材', () => {
  it('按讲什么、按商品、按标题找；按店主的顺序、最新、最多人用排', async () => {
    const old = await put({ title: '老茶客爱问的事', target: { kind: 'shop' } })
    await put({ title: '龙井九宫格', text: '', pictures: [PICTURE] })
    const target = { kind: 'product', productId: money.pot.productId } as const
    await put({ title: '壶怎么养', target, sort: 9 })
    await use('shared', old)
    await money.world.runTimer()
    expect(await listOf()).toEqual(['壶怎么养', '龙井九宫格', '老茶客爱问的事'])
    expect(await listOf({ order: 'new' })).toEqual(['壶怎么养', '龙井九宫格', '老茶客爱问的事'])
    expect((await listOf({ order: 'used' }))[0]).toBe('老茶客爱问的事')
    expect(await listOf({ targetKind: 'shop' })).toEqual(['老茶客爱问的事'])
    expect(await listOf({ targetKind: 'product' })).toEqual(['壶怎么养', '龙井九宫格'])
    expect(await listOf({ productId: money.tea.productId })).toEqual(['龙井九宫格'])
    expect(await listOf({ keyword: '九宫' })).toEqual(['龙井九宫格'])
    expect(await listOf({ targetKind: 'campaign' })).toEqual([])
  })

  it('给活动发素材：草稿的活动不行，发布了的可以', async () => {
    const { now } = { now: money.world.cloud.clock.now() }
    const { id: campaignId } = await money.owner.call('owner.saveCampaign', {
      title: '双旦茶礼',
      picture: PICTURE,
      productIds: [money.tea.productId],
      startAt: now,
      endAt: now + DAY_MS,
    })
    const target = { kind: 'campaign', campaignId } as const
    const refused = await money.owner.refusal('owner.saveMaterial', words({ target }))
    expect(refused).toBe('MATERIAL_TARGET_UNKNOWN')
    await money.owner.call('owner.setCampaignStatus', { campaignId, status: 'published' })
    await put({ target })
    const { rows } = await money.mei.call('distributor.listMaterials', { targetKind: 'campaign' })
    expect(rows).toMatchObject([{ targetName: '双旦茶礼' }])
  })

  it('卖点和问答：店主写，素材详情里看到', async () => {
    const materialId = await put()
    const { productId } = money.tea
    const faq = [{ question: '能放多久', answer: '密封冷藏一年。' }]
    const points = ['明前头采', '明前头采', '手工炒制']
    await money.owner.call('owner.saveProductNotes', { productId, points, faq })
    const seen = await money.mei.call('distributor.getMaterial', { materialId })
    expect(seen).toMatchObject({ points: ['明前头采', '手工炒制'], faq })
    const notes = await money.mei.call('distributor.getProductNotes', { productId })
    expect(notes).toEqual({ title: '明前龙井', points: seen.points, faq, materialCount: 1 })
    const none = { productId: 'prd_none', points: [], faq: [] }
    expect(await money.owner.refusal('owner.saveProductNotes', none)).toBe('NOT_FOUND')
  })
})

describe('收藏', () => {
  it('收两次是一条，取消两次也没事；撤下的还在，标着撤下，能取消', async () => {
    const materialId = await put()
    const set = (isFavourite: boolean) =>
      money.mei.call('distributor.setFavourite', { materialId, isFavourite })
    await set(true)
    await set(true)
    const kept = () => money.mei.call('distributor.listFavourites', {})
    expect((await kept()).rows).toMatchObject([{ id: materialId, isWithdrawn: false }])
    expect((await money.lan.call('distributor.listFavourites', {})).rows).toEqual([])
    await money.owner.call('owner.publishMaterial', { materialId, isPublished: false })
    expect((await kept()).rows).toMatchObject([{ id: materialId, isWithdrawn: true }])
    const again = { materialId, isFavourite: true }
    expect(await money.lan.refusal('distributor.setFavourite', again)).toBe('MATERIAL_WITHDRAWN')
    await set(false)
    await set(false)
    expect((await kept()).rows).toEqual([])
  })

  it('四十五条收藏分三页，一条不漏也不重', async () => {
    const titles = Array.from({ length: 45 }, (_, n) => `第 ${n + 1} 份`)
    for (const title of titles) {
      const materialId = await put({ title })
      await money.mei.call('distributor.setFavourite', { materialId, isFavourite: true })
    }
    const seen: string[] = []
    const sizes: number[] = []
    let cursor: string | undefined
    do {
      const page = await money.mei.call('distributor.listFavourites', cursor ? { cursor } : {})
      seen.push(...page.rows.map(({ title }) => title))
      sizes.push(page.rows.length)
      cursor = page.next ?? undefined
    } while (cursor)
    expect(sizes).toEqual([20, 20, 5])
    expect(seen).toEqual([...titles].reverse())
  })
})

describe('用了多少', () => {
  const counts = (id: string) => stored(id)?.counts

  it('一天里点很多次算一次，另一天再算；三种用法分开算；定时器跑过才变', async () => {
    const id = await put()
    for (let tap = 0; tap < 5; tap += 1) await use('copied', id)
    await Promise.all([use('saved', id), use('saved', id), use('saved', id)])
    await use('copied', id, money.lan)
    expect(counts(id)).toEqual({ copied: 0, saved: 0, shared: 0 })
    await money.world.runTimer()
    expect(counts(id)).toEqual({ copied: 2, saved: 1, shared: 0 })
    await money.world.cloud.advance(DAY_MS)
    await use('copied', id)
    await money.world.runTimer()
    expect(counts(id)).toEqual({ copied: 3, saved: 1, shared: 0 })
    expect(stored(id)?.usedCount).toBe(4)
  })

  it('上海的日子：晚上十一点半和零点半是两天', async () => {
    const id = await put()
    // Tests begin at 09:00 in Shanghai.
    await money.world.cloud.advance(14.5 * HOUR_MS)
    await use('shared', id)
    await money.world.cloud.advance(HOUR_MS)
    await use('shared', id)
    await money.world.runTimer()
    expect(counts(id)?.shared).toBe(2)
  })

  it('店主看到总数和用得最多的人', async () => {
    const materialId = await put()
    await use('copied', materialId)
    await use('shared', materialId)
    await use('copied', materialId, money.lan)
    await money.world.runTimer()
    const seen = await money.owner.call('owner.getMaterial', { materialId })
    expect(seen).toMatchObject({ counts: { copied: 2, saved: 0, shared: 1 }, usedCount: 3 })
    expect(seen.asOf).not.toBeNull()
    expect(seen.topUsers).toEqual([
      { name: '林晓梅', copied: 1, saved: 0, shared: 1, usedCount: 2 },
      { name: '何岚', copied: 1, saved: 0, shared: 0, usedCount: 1 },
    ])
    const { rows } = await money.owner.call('owner.listMaterials', {})
    expect(rows).toMatchObject([{ counts: seen.counts, isPublished: true }])
  })

  it('定时器再跑、丢掉重来，都是同样的数，和从事实算的一样', async () => {
    const ids = [await put(), await put({ title: '另一份' })]
    for (const id of ids) {
      await use('copied', id)
      await use('saved', id, money.lan)
    }
    await money.world.runTimer()
    const users = () =>
      database()
        .list<MaterialUser>('material_users')
        .sort((a, b) => (a._id < b._id ? -1 : 1))
    const first = { users: users(), counts: ids.map(counts) }
    await money.world.runTimer()
    expect({ users: users(), counts: ids.map(counts) }).toEqual(first)
    database().remove(
      'material_users',
      users().map(({ _id }) => _id),
    )
    database().remove('material_cursors', ['materials'])
    await money.world.runTimer()
    expect({ users: users(), counts: ids.map(counts) }).toEqual(first)
    const uses = database().list<MaterialUse>('material_uses')
    for (const id of ids) {
      const summary = summariseMaterial(id, uses)
      expect(summary.counts).toEqual(counts(id))
      expect(summary.users).toEqual(
        users()
          .filter(({ materialId }) => materialId === id)
          .sort((a, b) => (a._id < b._id ? -1 : 1)),
      )
    }
  })

  it('跑到一半被杀掉，下一分钟补上', async () => {
    const id = await put()
    await use('copied', id)
    await use('copied', id, money.lan)
    for (let calls = 40; calls < 80; calls += 8) {
      await money.cutShort('timer', calls, () => money.world.runTimer())
    }
    await money.world.runTimer()
    expect(counts(id)?.copied).toBe(2)
  })
})
