// The poster: what stands on each look, and what happens when it cannot be painted or saved.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Poster } from '@/components/poster'
import { POSTER_TEMPLATES, templateNames } from '@/components/poster/templates'
import type { Ctx, PosterWords } from '@/components/poster/brush'
import Taro from '../support/taro'
import { fakeCloud } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'

/** A canvas that remembers what was written and drawn on it. */
function paper() {
  const written: string[] = []
  const drawn: unknown[] = []
  const ctx = new Proxy(
    {},
    {
      get: (_target, name) => {
        if (name === 'fillText') return (text: string) => void written.push(text)
        if (name === 'drawImage') return (image: unknown) => void drawn.push(image)
        if (name === 'measureText') return (text: string) => ({ width: text.length * 24 })
        return () => undefined
      },
      set: () => true,
    },
  ) as Ctx
  return { ctx, written, drawn }
}
const image = (name: string) => ({ name, width: 400, height: 300 }) as unknown as HTMLImageElement
const words: PosterWords = {
  title: '武夷肉桂礼盒',
  priceFen: 29800,
  isFrom: true,
  sharerName: '沈知夏',
  shopName: '茶与礼',
}

describe.each(templateNames)('海报 · $text', ({ key }) => {
  it('有图、有价（多个规格写“起”）、有分享人和码', () => {
    const { ctx, written, drawn } = paper()
    const [picture, code] = [image('tea'), image('code')]
    POSTER_TEMPLATES[key](ctx, words, { picture, code, avatar: null })
    for (const text of ['武夷肉桂礼盒', '298', ' 起', '沈', '沈知夏 推荐给你', '茶与礼']) {
      expect(written).toContain(text)
    }
    expect(drawn).toEqual(expect.arrayContaining([picture, code]))
  })

  it('只有一个规格不写“起”；有头像就不写名字的第一个字', () => {
    const { ctx, written, drawn } = paper()
    const avatar = image('face')
    const pictures = { picture: image('tea'), code: image('code'), avatar }
    POSTER_TEMPLATES[key](ctx, { ...words, isFrom: false }, pictures)
    expect(written).not.toContain(' 起')
    expect(written).not.toContain('沈')
    expect(drawn).toContain(avatar)
  })

  it('活动没有价，写的是从哪天到哪天', () => {
    const { ctx, written } = paper()
    const note = '11 月 20 日 – 11 月 30 日'
    const pictures = { picture: image('tea'), code: image('code'), avatar: null }
    POSTER_TEMPLATES[key](ctx, { ...words, title: '冬茶节', priceFen: null, note }, pictures)
    for (const text of ['冬茶节', note, '沈知夏 推荐给你']) expect(written).toContain(text)
    expect(written).not.toContain('¥')
  })

  it('图没有拿到，或者本来就没有价，也画得成', () => {
    const { ctx, written } = paper()
    const pictures = { picture: null, code: image('code'), avatar: null }
    POSTER_TEMPLATES[key](ctx, { ...words, priceFen: null }, pictures)
    expect(written).not.toContain('¥')
    expect(written.filter((text) => text === '茶与礼')).toHaveLength(2)
  })
})

describe('保存海报', () => {
  let cloud: FakeCloud
  afterEach(async () => {
    await leave()
    cloud.restore()
    vi.restoreAllMocks()
  })
  const poster = { ...words, pictureUrl: '', codeUrl: 'data:image/png;base64,AA' }

  const kept: string[] = []

  /** The phone's canvas, with pictures that load at once, or never do. */
  function layOutCanvas(hasPictures: boolean) {
    const { ctx, written } = paper()
    const createImage = () => {
      const made = { width: 400, height: 300, onload: () => undefined, onerror: () => undefined }
      return Object.defineProperty(made, 'src', {
        set: () => (hasPictures ? made.onload() : made.onerror()),
      })
    }
    const node = { getContext: () => ctx, createImage, toDataURL: () => 'data:image/png;base64,' }
    const query = {
      select: () => query,
      fields: () => query,
      exec: (tell: (found: object[]) => void) => tell([{ node, width: 375, height: 625 }]),
    }
    vi.spyOn(Taro, 'createSelectorQuery').mockReturnValue(query as never)
    return { written }
  }

  async function open(saved: 'saved' | 'denied' | 'failed', hasPictures = true) {
    const settings: string[] = []
    cloud = fakeCloud(
      {},
      {
        saveImage: () => Promise.resolve(saved),
        openSetting: () => Promise.resolve(void settings.push('opened')),
        writeStored: (_key, value) => void kept.push(value),
      },
    )
    const canvas = layOutCanvas(hasPictures)
    const screen = await render(<Poster open onClose={() => undefined} poster={poster} />)
    await screen.settle()
    return { screen, settings, canvas }
  }

  it('没有相册权限时带去设置', async () => {
    const { screen, settings } = await open('denied')
    await screen.tap('保存到相册')
    await screen.settle()
    expect(screen.text()).toContain('还没有允许保存到相册')
    await screen.tap('去设置')
    expect(settings).toEqual(['opened'])
  })

  it('保存失败说怎么办', async () => {
    const { screen } = await open('failed')
    await screen.tap('保存到相册')
    await screen.settle()
    expect(screen.text()).toContain('没有保存成功，再试一次，或者长按图片保存')
  })

  it('换一种样式就重画，选过的样式记在手机上', async () => {
    const { screen, canvas } = await open('saved')
    const before = canvas.written.length
    expect(canvas.written).toContain('武夷肉桂礼盒')
    await screen.tap('节日')
    await screen.settle()
    expect(canvas.written.length).toBeGreaterThan(before)
    expect(kept).toContain('festive')
  })

  it('小程序码的图打不开，就不出一张没有码的海报', async () => {
    const { screen } = await open('saved', false)
    expect(screen.text()).toContain('海报没有画成：小程序码没有拿到')
    expect(screen.has('再画一次')).toBe(true)
  })
})
