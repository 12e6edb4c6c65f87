import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { createAsking, type Asking } from './ask-phone'
import { startTestCloud, type TestCloud } from './test-cloud'

const PRODUCT = 'pages/trade/product/index'
const SCENE = "s=aB3!#$&'()*+,/:;=?@-._~"

let cloud: TestCloud
let ask: Asking

beforeAll(async () => {
  cloud = await startTestCloud({ pages: [PRODUCT, 'pages/tabs/home/index'] })
  ask = createAsking(cloud)
})
afterAll(() => cloud.stop())
afterEach(() => void cloud.control.pages([PRODUCT, 'pages/tabs/home/index']))

const make = (change: object = {}) => ({ page: PRODUCT, scene: 'x', ...change })
const refusal = (change: object) => ask.openApi('wxacode.getUnlimited', make(change))
const dataUrl = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`

describe('wxacode.getUnlimited', () => {
  it.each([
    ['plain', {}],
    ['coloured on a transparent ground', { is_hyaline: true, line_color: { r: 20, g: 90, b: 60 } }],
    ['with a scene of 32 characters', { scene: 'a1-_~'.repeat(7).slice(0, 32) }],
  ])('draws a real picture that carries page and scene: %s', async (_name, change) => {
    const input = make({ scene: SCENE, width: 280, ...change })
    const image = dataUrl(await ask.draw('wxacode.getUnlimited', input))
    expect(await ask.phone('oX', 'POST', 'scan', { image })).toMatchObject({
      page: PRODUCT,
      query: { scene: encodeURIComponent(input.scene) },
      scene: 1047,
    })
  })

  it.each([280, 430, 1280])('draws it %i pixels wide', async (width) => {
    const { width: drawn } = PNG.sync.read(await ask.draw('wxacode.getUnlimited', make({ width })))
    // A module is a whole number of pixels.
    expect(Math.abs(drawn - width)).toBeLessThan(40)
  })

  it('is readable by any scanner', async () => {
    const { data, width, height } = PNG.sync.read(await ask.draw('wxacode.getUnlimited', make()))
    const code = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? ''
    expect(await ask.phone('oX', 'POST', 'scan', { code })).toMatchObject({
      path: `${PRODUCT}?scene=x`,
    })
  })

  it.each([
    ['a scene of 33 characters', { scene: 'a'.repeat(33) }, 40169],
    ['an empty scene', { scene: '' }, 40169],
    ['a percent sign', { scene: 'a%20b' }, 40169],
    ['Chinese', { scene: '茶' }, 40169],
    ['a space', { scene: 'a b' }, 40169],
    ['a leading slash', { page: `/${PRODUCT}` }, 41030],
    ['a page with a query', { page: `${PRODUCT}?b=1` }, 41030],
    ['an unknown page', { page: 'pages/nowhere' }, 41030],
    ['279 pixels', { width: 279 }, 40097],
    ['1281 pixels', { width: 1281 }, 40097],
    ['an unknown version', { env_version: 'beta' }, 40097],
  ])('refuses %s', async (_name, change, errcode) => {
    expect(await refusal(change)).toMatchObject({ errcode })
  })

  it('takes an unknown page with check_path false, but never a malformed one', async () => {
    const unknown = make({ page: 'pages/nowhere', check_path: false })
    expect((await ask.draw('wxacode.getUnlimited', unknown)).length).toBeGreaterThan(100)
    expect(await refusal({ page: '/pages/nowhere', check_path: false })).toMatchObject({
      errcode: 41030,
    })
  })

  it('checks pages against what is published now, and nothing while nothing is', async () => {
    const answer = await fetch(`${cloud.base}/__emulator__/wechat/pages`, {
      method: 'PUT',
      body: JSON.stringify({ pages: ['pages/other'] }),
    })
    expect(await answer.json()).toEqual(['pages/other'])
    expect(await refusal({})).toMatchObject({ errcode: 41030 })
    await ask.draw('wxacode.getUnlimited', make({ page: 'pages/other' }))
    cloud.control.pages([])
    await ask.draw('wxacode.getUnlimited', make({ page: 'pages/anything' }))
  })
})

describe('codes with a path of their own', () => {
  it.each(['wxacode.get', 'wxacode.createQRCode'])('%s leads to the path', async (name) => {
    const image = dataUrl(await ask.draw(name, { path: `/${PRODUCT}?id=7&from=shelf` }))
    expect(await ask.phone('oX', 'POST', 'scan', { image })).toMatchObject({
      page: PRODUCT,
      query: { id: '7', from: 'shelf' },
    })
    expect(await ask.openApi(name, { path: '' })).toMatchObject({ errcode: 40159 })
    expect(await ask.openApi(name, { path: 'a'.repeat(1_025) })).toMatchObject({ errcode: 40159 })
  })
})

describe('links from outside', () => {
  const open = (link: unknown) => ask.phone('oX', 'POST', 'open-link', { link })

  it('urlscheme.generate opens the page with its query', async () => {
    const { openlink } = await ask.openApi('urlscheme.generate', {
      jump_wxa: { path: `/${PRODUCT}`, query: 'id=7&name=%E8%8C%B6' },
      expire_type: 1,
      expire_interval: 30,
    })
    expect(openlink).toMatch(/^weixin:\/\/dl\/business\/\?t=/)
    expect(await open(openlink)).toMatchObject({
      page: PRODUCT,
      query: { id: '7', name: '茶' },
      scene: 1065,
    })
  })

  it('urllink.generate opens it from a web address, until it ends', async () => {
    const expire_time = Math.floor(cloud.clock.now() / 1000) + 3_600
    const input = { path: PRODUCT, query: 'id=7', expire_type: 0, expire_time }
    const { url_link: link } = await ask.openApi('urllink.generate', input)
    expect(link).toMatch(/^https:\/\/wxaurl\.cn\//)
    expect(await open(link)).toMatchObject({ path: `${PRODUCT}?id=7`, scene: 1194 })
    cloud.clock.advance(3_600_001)
    expect((await open(link))['errMsg']).toContain('已失效')
    cloud.clock.advance(-3_600_001)
    expect((await open('https://wxaurl.cn/nothing'))['errMsg']).toContain('fail')
  })

  it.each([
    ['an unknown page', { path: 'pages/nowhere' }, 40165],
    ['a page with a query', { path: `${PRODUCT}?id=7` }, 40165],
    ['Chinese in the query', { query: 'name=茶' }, 40212],
    ['a query of 1,025 characters', { query: 'a'.repeat(1_025) }, 40212],
    ['31 days', { expire_type: 1, expire_interval: 31 }, 85401],
    ['an end in the past', { expire_type: 0, expire_time: 1_000 }, 85401],
    ['an unknown version', { env_version: 'beta' }, 85402],
  ])('are refused for %s', async (_name, change, errcode) => {
    expect(await ask.openApi('urllink.generate', { path: PRODUCT, ...change })).toMatchObject({
      errcode,
    })
  })
})
