// What a person decides on the phone, against a real local cloud: money, consent, privacy, permissions, codes, data.
import { PNG } from 'pngjs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Cloud } from '../../cloud'
import { run as runInCloud, startProbe } from '../../cloud/tests/probe'
import { createWechat } from '../../wechat'
import { createMerchant, type Merchant } from '../../wechat/tests/merchant'
import type { TestCloud } from '../../wechat/tests/test-cloud'
import { USUAL_CHOICES } from '../shared/choices'
import { startLogicHost, type LogicHost } from './logic-app'
import { appJson, dropApps } from './write-app'

const OPENID = 'oX'
const PAGE = `Page({
  data: { told: '', asking: false },
  tell(name) { return (e) => this.setData({ told: name + ' ' + (e.errMsg || JSON.stringify(e)) }) },
  subscribe() { wx.requestSubscribeMessage({ tmplIds: ['T1', 'T2'] }).then(this.tell('ok'), this.tell('fail')) },
  agree() { getApp().resolve({ event: 'agree', buttonId: 'agree' }); this.setData({ asking: false }) },
  disagree() { getApp().resolve({ event: 'disagree' }); this.setData({ asking: false }) },
})`
const WXML = `
<view class="told">{{told}}</view>
<button id="subscribe" bindtap="subscribe">订阅</button>
<view wx:if="{{asking}}">
<button id="agree" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agree">同意</button>
<button id="disagree" bindtap="disagree">不同意</button></view>`

let cloud: Cloud
let merchant: Merchant
let host: LogicHost
let orders = 0

beforeAll(async () => {
  const wechat = createWechat()
  cloud = await startProbe({
    extensions: [wechat],
    collections: { notes: { acl: 'PRIVATE' }, books: { acl: 'ADMINONLY' } },
    sources: { fails: 'exports.main = async () => { throw new Error("broken tea pot") }' },
  })
  const env = await runInCloud<Record<string, string>>(cloud, () => ({ ...process.env }) as never)
  const control = wechat.control()
  merchant = createMerchant({
    base: cloud.base,
    env,
    control,
    clock: { now: () => Date.now() },
  } as unknown as TestCloud)
  host = await startLogicHost(
    {
      'app.json': appJson({
        pages: ['home', 'me', 'a', 'b', 'c'].map((name) => `pages/${name}/${name}`),
        __usePrivacyCheck__: true,
        requiredPrivateInfos: ['getLocation', 'chooseAddress'],
        permission: { 'scope.userLocation': { desc: '用来找最近的自提点' } },
      }),
      'pages/a/a.js': PAGE,
      'pages/a/a.wxml': WXML,
    },
    { cloud: cloud.base, openid: OPENID },
  )
  await host.run('() => { wx.cloud.init() }')
})
afterAll(async () => {
  await host?.close()
  await cloud?.stop()
  dropApps()
})
beforeEach(async () => {
  await host.send('Host.choose', { ...USUAL_CHOICES })
  await host.call('reLaunch', { url: '/pages/a/a' })
})

const choose = (choices: object) => host.send('Host.choose', { ...choices })
const outcome = async (call: Promise<unknown>): Promise<string> => {
  const told = await call.then(
    (result) => result as Record<string, unknown>,
    (error: Error) => ({ errMsg: error.message }),
  )
  return String(told['errMsg'])
}
const openSheet = async () =>
  ((await host.send('Host.sheet')) as { sheet: Record<string, unknown> | null }).sheet
/** Begins a call and waits for the sheet it opens. */
const opening = async (method: string, options: object = {}) => {
  const answer = outcome(host.call(method, options))
  await expect.poll(openSheet).not.toBeNull()
  return { answer, sheet: (await openSheet()) ?? {} }
}
const tapText = (text: string) => host.send('Host.tapText', { text })
const tap = async (selector: string) => {
  const element = await host.page$(selector)
  await host.send('Element.tap', { ...element })
}
const told = async () => {
  const element = await host.page$('.told')
  const { properties } = (await host.send('Element.getDOMProperties', {
    ...element,
    names: ['innerText'],
  })) as { properties: string[] }
  return properties[0]
}

async function prepay(): Promise<{ no: string; params: object }> {
  const no = `PERSON${String((orders += 1)).padStart(6, '0')}`
  const { data } = await merchant.place(no)
  return { no, params: merchant.sheet(data['prepay_id']) }
}
const stateOf = async (no: string) => (await merchant.query(no)).data['trade_state']

describe('wx.requestPayment', () => {
  it('shows the amount and pays when the person confirms', async () => {
    const { no, params } = await prepay()
    const { answer } = await opening('requestPayment', params)
    expect(await host.page.locator('.sheet .amount').innerText()).toContain('100.00')
    expect(await host.page.locator('.sheet .content').innerText()).toBe('茶叶 & "礼盒"')
    await tapText('确认支付')
    expect(await answer).toBe('requestPayment:ok')
    expect(await stateOf(no)).toBe('SUCCESS')
  })

  it('pays after six digits, not after five', async () => {
    const { no, params } = await prepay()
    const { answer } = await opening('requestPayment', params)
    const key = host.page.locator('.keys button', { hasText: '5' })
    for (let i = 0; i < 5; i++) await key.tap()
    expect(await stateOf(no)).toBe('NOTPAY')
    await key.tap()
    expect(await answer).toBe('requestPayment:ok')
    expect(await stateOf(no)).toBe('SUCCESS')
  })

  it.each([
    ['closed with ×', () => host.page.locator('.sheet .close').tap()],
    ['closed by the test', () => host.send('Tool.native', { method: 'closePaymentDialog' })],
  ])('%s it is cancelled and nothing is paid', async (_how, close) => {
    const { no, params } = await prepay()
    const { answer } = await opening('requestPayment', params)
    await close()
    expect(await answer).toContain('requestPayment:fail cancel')
    expect(await stateOf(no)).toBe('NOTPAY')
  })

  it.each([
    ['pay', 'requestPayment:ok', 'SUCCESS'],
    ['cancel', 'requestPayment:fail cancel', 'NOTPAY'],
    ['fail', 'requestPayment:fail 支付失败', 'NOTPAY'],
  ])('a choice of %s made before needs no sheet', async (choice, errMsg, state) => {
    const { no, params } = await prepay()
    await choose({ payment: choice })
    expect(await outcome(host.call('requestPayment', params))).toContain(errMsg)
    expect(await stateOf(no)).toBe(state)
  })

  it('a lost answer has paid', async () => {
    const { no, params } = await prepay()
    await choose({ payment: 'lost' })
    await host.run(
      `(params) => {
        getApp().answered = false
        wx.requestPayment({ ...params, complete: () => { getApp().answered = true } })
      }`,
      params,
    )
    await expect.poll(() => stateOf(no)).toBe('SUCCESS')
    expect(await host.run('() => getApp().answered')).toBe(false)
  })

  it('with a forged signature, or paid before, no sheet opens', async () => {
    const { params } = await prepay()
    await choose({ payment: 'pay' })
    expect(await outcome(host.call('requestPayment', { ...params, nonceStr: 'other' }))).toContain(
      '支付验证签名失败',
    )
    await host.call('requestPayment', params)
    expect(await outcome(host.call('requestPayment', params))).toContain('该订单已支付')
    expect(await outcome(host.call('requestPayment', {}))).toContain(
      'parameter.timeStamp should be String instead of Undefined',
    )
    expect(await openSheet()).toBeNull()
  })
})

describe('wx.requestMerchantTransfer', () => {
  const transfer = async (no: string) => {
    const { data } = await merchant.transfer(no, { openid: OPENID })
    const env = await runInCloud<Record<string, string>>(cloud, () => ({ ...process.env }) as never)
    return { mchId: env['WXPAY_MCHID'], appId: env['WXPAY_APPID'], package: data['package_info'] }
  }

  it('is confirmed on a sheet with the amount; cancelled, it stays waiting', async () => {
    const request = await transfer('PERSONT1')
    const first = await opening('requestMerchantTransfer', request)
    expect(await host.page.locator('.sheet .amount').innerText()).toContain('50.00')
    await host.page.locator('.sheet .close').tap()
    expect(await first.answer).toContain('requestMerchantTransfer:fail cancel')
    expect((await merchant.findBill('PERSONT1'))['state']).toBe('WAIT_USER_CONFIRM')
    const second = await opening('requestMerchantTransfer', request)
    await tapText('确认收款')
    expect(await second.answer).toBe('requestMerchantTransfer:ok')
    await expect
      .poll(async () => (await merchant.findBill('PERSONT1'))['state'])
      .not.toBe('WAIT_USER_CONFIRM')
  })

  it('for somebody else is refused without a sheet', async () => {
    const request = await transfer('PERSONT2')
    const { data } = await merchant.transfer('PERSONT3')
    const told = await outcome(
      host.call('requestMerchantTransfer', { ...request, package: data['package_info'] }),
    )
    expect(told).toContain('收款用户与当前用户不一致')
    expect(await openSheet()).toBeNull()
  })
})

describe('subscribe messages', () => {
  const ask = (options: object) => outcome(host.call('requestSubscribeMessage', options))
  const consents = async () => {
    const me = (await (
      await fetch(`${cloud.base}/wechat/me`, { headers: { 'x-wx-openid': OPENID } })
    ).json()) as { consents: Record<string, number> }
    return me.consents['T1'] ?? 0
  }

  it('can be asked for only after a tap, once', async () => {
    expect(await ask({ tmplIds: ['T1'] })).toContain('can only be invoked by user TAP gesture')
    const before = await consents()
    await tap('#subscribe')
    await expect.poll(told).toBe('ok requestSubscribeMessage:ok')
    expect(await consents()).toBe(before + 1)
    expect(await ask({ tmplIds: ['T1'] })).toContain('can only be invoked by user TAP gesture')
  })

  it('or after a payment', async () => {
    const { params } = await prepay()
    await choose({ payment: 'pay' })
    await host.call('requestPayment', params)
    expect(await ask({ tmplIds: ['T1'] })).toBe('requestSubscribeMessage:ok')
  })

  it.each([
    [[], 'Templates count out of max bounds'],
    [['1', '2', '3', '4'], 'Templates count out of max bounds'],
  ])('%j are too few or many', async (tmplIds, reason) => {
    expect(await ask({ tmplIds })).toContain(reason)
  })

  it('are the person’s to allow', async () => {
    await choose({ subscribe: 'ask' })
    const before = await consents()
    await tap('#subscribe')
    await expect.poll(openSheet).not.toBeNull()
    await tapText('拒绝')
    await expect.poll(told).toBe('ok requestSubscribeMessage:ok')
    expect(await consents()).toBe(before)
    await choose({ subscribe: 'off' })
    await tap('#subscribe')
    await expect.poll(told).toContain('switched off')
  })
})

describe('privacy', () => {
  const copy = () => outcome(host.call('setClipboardData', { data: '茶' }))

  it('WeChat asks where the app does not: refused 104, agreed for good', async () => {
    await choose({ privacy: 'ask' })
    const first = await opening('setClipboardData', { data: '一' })
    expect(first.sheet).toMatchObject({ kind: 'privacy' })
    await tapText('拒绝')
    expect(await first.answer).toContain(
      'setClipboardData:fail privacy permission is not authorized',
    )
    const second = await opening('setClipboardData', { data: '二' })
    await tapText('同意')
    expect(await second.answer).toBe('setClipboardData:ok')
    expect(await host.send('Host.clipboard')).toEqual({ text: '二' })
    expect(await copy()).toBe('setClipboardData:ok')
    expect(await host.call('getPrivacySetting')).toMatchObject({ needAuthorization: false })
  })

  it('somebody who disagrees is never asked and never served', async () => {
    await choose({ privacy: 'disagree' })
    expect(await copy()).toContain('privacy permission is not authorized')
    expect(await host.call('getPrivacySetting')).toMatchObject({ needAuthorization: true })
  })

  it('the app’s own dialog counts only with a tap on its agree button', async () => {
    await choose({ privacy: 'agreed' })
    await choose({ privacy: 'ask' })
    // A fresh app, as nothing forgets an agreement.
    await host.send('Host.launch', { path: 'pages/a/a', cold: true })
    await host.run(`() => wx.onNeedPrivacyAuthorization((resolve, { referrer }) => {
      getApp().resolve = resolve; getApp().referrer = referrer
      getCurrentPages().at(-1).setData({ asking: true }) })`)
    const asking = async () => {
      const answer = copy()
      await expect.poll(() => host.run('() => getCurrentPages().at(-1).data.asking')).toBe(true)
      return { answer }
    }
    const refused = await asking()
    await tap('#disagree')
    expect(await refused.answer).toContain('privacy permission is not authorized')
    const forged = await asking()
    await host.run(
      `() => {
        getApp().resolve({ event: 'agree', buttonId: 'agree' })
        getCurrentPages().at(-1).setData({ asking: false })
      }`,
    )
    expect(await forged.answer).toContain('privacy permission is not authorized')
    expect(host.problems().at(-1)).toMatchObject({ kind: 'platform' })
    const agreed = await asking()
    expect(await host.run('() => getApp().referrer')).toBe('setClipboardData')
    await tap('#agree')
    expect(await agreed.answer).toBe('setClipboardData:ok')
  })
})

describe('permissions and what they guard', () => {
  const picture = `data:image/png;base64,${PNG.sync.write(new PNG({ width: 4, height: 3 })).toString('base64')}`
  const save = `async (src) => {
    const filePath = wx.env.USER_DATA_PATH + '/p.png'
    wx.getFileSystemManager().writeFileSync(filePath, src.split(',')[1], 'base64')
    return wx.saveImageToPhotosAlbum({ filePath }).then((r) => r.errMsg, (e) => e.errMsg)
  }`

  it('refused at first use stays refused until the settings say otherwise', async () => {
    await host.send('Host.launch', { path: 'pages/a/a', cold: true })
    const first = host.run(save, picture)
    await expect.poll(openSheet).not.toBeNull()
    await tapText('拒绝')
    expect(await first).toBe('saveImageToPhotosAlbum:fail auth deny')
    expect(await host.run(save, picture)).toBe('saveImageToPhotosAlbum:fail auth deny')
    expect(await host.call('getSetting')).toMatchObject({
      authSetting: { 'scope.writePhotosAlbum': false },
    })
    const setting = await opening('openSetting')
    await host.page.locator('.switch').tap()
    await tapText('返回')
    expect(await setting.answer).toBe('openSetting:ok')
    expect(await host.run(save, picture)).toBe('saveImageToPhotosAlbum:ok')
  })

  it('a choice made by the test needs no sheet and can be taken back', async () => {
    await choose({ permissions: { 'scope.writePhotosAlbum': 'deny' } })
    expect(await host.run(save, picture)).toBe('saveImageToPhotosAlbum:fail auth deny')
    await choose({ permissions: { 'scope.writePhotosAlbum': 'allow' } })
    expect(await host.run(save, picture)).toBe('saveImageToPhotosAlbum:ok')
  })

  it('places must be declared in app.json', async () => {
    await choose({ permissions: { 'scope.userLocation': 'allow' } })
    expect(await host.call('getLocation')).toMatchObject({ latitude: 30.25, longitude: 120.16 })
    expect(await outcome(host.call('chooseLocation'))).toContain('requiredPrivateInfos')
    expect(host.problems().at(-1)?.message).toContain('wx.chooseLocation must be declared')
  })

  it('pictures, addresses: what the person chose, or cancel', async () => {
    expect(await outcome(host.call('chooseMedia', {}))).toContain('chooseMedia:fail cancel')
    await choose({ pictures: [picture, picture, picture] })
    const { tempFiles } = (await host.call('chooseMedia', { count: 2 })) as { tempFiles: object[] }
    expect(tempFiles).toHaveLength(2)
    expect(tempFiles[0]).toMatchObject({ width: 4, height: 3, fileType: 'image' })
    expect(await outcome(host.call('chooseAddress', {}))).toContain('chooseAddress:fail cancel')
  })

  it('videos: chosen with length, size and cover; mixed with pictures only where both may be', async () => {
    const video = `data:video/mp4;base64,${Buffer.from('0123456789').toString('base64')}`
    await choose({
      pictures: [],
      videos: [{ video, cover: picture, duration: 12.4, width: 720, height: 1280 }],
    })
    const cancelled = await outcome(host.call('chooseMedia', { mediaType: ['image'] }))
    expect(cancelled).toContain('chooseMedia:fail cancel')
    const chosen = (await host.call('chooseMedia', { mediaType: ['video'], maxDuration: 60 })) as {
      type: string
      tempFiles: { tempFilePath: string; thumbTempFilePath: string }[]
    }
    expect(chosen).toMatchObject({
      type: 'video',
      tempFiles: [{ fileType: 'video', duration: 12.4, size: 10, width: 720, height: 1280 }],
    })
    await choose({ pictures: [picture] })
    expect(await host.call('chooseMedia', {})).toMatchObject({ type: 'image' })
    expect(await host.call('chooseMedia', { mediaType: ['mix'] })).toMatchObject({ type: 'mix' })
    const filePath = chosen.tempFiles[0]?.tempFilePath
    await choose({ permissions: { 'scope.writePhotosAlbum': 'deny' } })
    const save = () => outcome(host.call('saveVideoToPhotosAlbum', { filePath }))
    expect(await save()).toBe('saveVideoToPhotosAlbum:fail auth deny')
    await choose({ permissions: { 'scope.writePhotosAlbum': 'allow' } })
    expect(await save()).toBe('saveVideoToPhotosAlbum:ok')
    const still = { filePath: chosen.tempFiles[0]?.thumbTempFilePath }
    const wrong = await outcome(host.call('saveVideoToPhotosAlbum', still))
    expect(wrong).toContain('fail invalid file type')
    expect(await host.send('Host.album')).toMatchObject({ videos: [{ dataUrl: video, bytes: 10 }] })
    await choose({ pictures: [], videos: [] })
  })

  it('scanCode reads a code of the cloud, and any text', async () => {
    await choose({ scan: 'https://example.com' })
    expect(await host.call('scanCode')).toMatchObject({
      result: 'https://example.com',
      scanType: 'QR_CODE',
    })
    const draw = `async ({ cloud }) => {
      const input = { scene: 'p=7&s=mei', page: 'pages/a/a', checkPath: false }
      return (await cloud.openapi.wxacode.getUnlimited(input)).buffer.toString('base64')
    }`
    const code = String(await cloud.call('probe', { code: draw }, { openid: OPENID }))
    await choose({ scan: `data:image/png;base64,${code}` })
    expect(await host.call('scanCode')).toMatchObject({
      scanType: 'WX_CODE',
      path: 'pages/a/a?scene=p%3D7%26s%3Dmei',
    })
  })

  it('login gives another code each time, and fails where the test says so', async () => {
    const first = (await host.call('login')) as { code: string }
    const second = (await host.call('login')) as { code: string }
    expect(first.code).not.toBe('')
    expect(first.code).not.toBe(second.code)
    await choose({ login: 'fail' })
    expect(await outcome(host.call('login'))).toContain('login:fail')
    expect(await outcome(host.call('checkSession'))).toContain('checkSession:fail')
  })
})

describe('wx.cloud', () => {
  beforeAll(() => host.run('() => { wx.cloud.init() }'))

  it('calls functions as the person, and tells failures with their number', async () => {
    const result = await host.run<{ OPENID: string }>(
      '() => wx.cloud.callFunction({ name: "probe", data: {} }).then(({ result }) => result.wx)',
    )
    expect(result.OPENID).toBe(OPENID)
    const failed = await host.run<[string, number]>(
      '() => wx.cloud.callFunction({ name: "fails" }).catch((e) => [e.errMsg, e.errCode])',
    )
    expect(failed[0]).toContain('cloud.callFunction:fail')
    expect(failed[0]).toContain('broken tea pot')
    expect(failed[1]).toBe(-504_002)
    const missing = await host.run<number>(
      '() => wx.cloud.callFunction({ name: "nothing" }).catch((e) => e.errCode)',
    )
    expect(missing).toBe(-501_000)
  })

  it('stores files, names them, fetches and deletes them', async () => {
    const names = await host.run<unknown[]>(`async () => {
      const fs = wx.getFileSystemManager(), filePath = wx.env.USER_DATA_PATH + '/up.txt'
      fs.writeFileSync(filePath, '好茶', 'utf8')
      const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'notes/up.txt', filePath })
      const { fileList } = await wx.cloud.getTempFileURL({ fileList: [fileID, 'cloud://local-env.none/none'] })
      const { tempFilePath } = await wx.cloud.downloadFile({ fileID })
      const text = fs.readFileSync(tempFilePath, 'utf8')
      const deleted = await wx.cloud.deleteFile({ fileList: [fileID] })
      const gone = await wx.cloud.getTempFileURL({ fileList: [fileID] })
      return [text, fileList.map(({ status }) => status), deleted.fileList[0].status, gone.fileList[0].tempFileURL]
    }`)
    expect(names).toEqual(['好茶', [0, -503_003], 0, ''])
  })

  it('reads and writes the database within what the person may', async () => {
    const told = await host.run<unknown[]>(`async () => {
      const db = wx.cloud.database(), _ = db.command, notes = db.collection('notes')
      const { _id } = await notes.add({ data: { word: '一', n: 1, at: new Date(5), tags: ['a'] } })
      for (const n of [2, 3, 4]) await notes.add({ data: { word: '多', n } })
      const one = await notes.doc(_id).get()
      await notes.doc(_id).update({ data: { n: _.inc(10), tags: _.push('b'), 'deep.er': true } })
      const changed = (await notes.doc(_id).get()).data
      const middle = notes.where({ n: _.gt(1).and(_.lt(4)) })
      const some = await middle.orderBy('n', 'desc').field({ n: true, _id: false }).get()
      const any = await notes.where(_.or([{ n: 2 }, { n: _.gte(11) }])).count()
      const sum = await notes.aggregate().match({ n: _.lt(10) }).group({ _id: null, sum: { $sum: '$n' } }).end()
      const removed = await notes.where({ word: '多' }).remove()
      const { n, tags, deep } = changed
      return [one.data.at.getTime(), one.data._openid, n, tags, deep, some.data, any.total,
        sum.list[0].sum, removed.stats.removed]
    }`)
    expect(told).toEqual([5, OPENID, 11, ['a', 'b'], { er: true }, [{ n: 3 }, { n: 2 }], 2, 9, 3])
  })

  it('is refused what the collection does not allow, and what it cannot do here', async () => {
    const refused = await host.run<unknown[]>(`async () => {
      const db = wx.cloud.database()
      const denied = await db.collection('books').get().catch((e) => [e.errCode, e.errMsg])
      const missing = await db.collection('notes').doc('none').get().catch((e) => e.errMsg)
      const container = await wx.cloud.callContainer({ path: '/' }).catch((e) => e.errMsg)
      let watch; try { db.collection('notes').watch({}) } catch (e) { watch = e.message }
      return [denied[0], denied[1], missing, container, watch]
    }`)
    expect(refused[0]).toBe(-502_003)
    expect(refused[1]).toContain('Permission denied')
    expect(refused[2]).toContain('document with _id none does not exist')
    expect(refused[3]).toContain('callContainer is not provided')
    expect(refused[4]).toContain('watch is not provided')
  })

  it('must be initialised first', async () => {
    await host.send('Host.launch', { path: 'pages/a/a', cold: true })
    const told = await host.run<string>(
      '() => wx.cloud.callFunction({ name: "probe" }).catch((e) => e.errMsg)',
    )
    expect(told).toContain("Cloud API isn't enabled, please call wx.cloud.init first")
    await expect(host.run('() => wx.cloud.database()')).rejects.toThrow("Cloud API isn't enabled")
  })
})
