import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAsking, type Asking } from './ask-phone'
import { startTestCloud, type TestCloud } from './test-cloud'

let cloud: TestCloud
let ask: Asking

beforeAll(async () => {
  cloud = await startTestCloud({ pages: ['pages/order'] })
  ask = createAsking(cloud)
})
afterAll(() => cloud.stop())

const message = (change: object = {}) => ({
  touser: 'oMsg',
  template_id: 'T1',
  page: 'pages/order?id=1',
  data: { thing1: { value: '银毫' }, amount2: { value: '¥12.30' } },
  ...change,
})
const send = (change: object = {}) => ask.openApi('subscribeMessage.send', message(change))
const consent = (openid: string, tmplIds: string[], verdict = 'accept') =>
  ask.phone(openid, 'POST', 'subscribe', { tmplIds, verdict })

describe('a consent', () => {
  it('is one message, for one template, of one person', async () => {
    expect(await send()).toMatchObject({ errcode: 43101 })
    expect(await consent('oMsg', ['T1', 'T2'])).toMatchObject({ T1: 'accept', T2: 'accept' })
    expect(await send({ touser: 'oOther' })).toMatchObject({ errcode: 43101 })
    expect(await send()).toMatchObject({ errcode: 0 })
    expect(await send()).toMatchObject({ errcode: 43101 })
    const { messages } = await ask.phone('oMsg', 'GET', 'inbox')
    expect(messages).toMatchObject([
      { templateId: 'T1', page: 'pages/order?id=1', fields: { thing1: '银毫', amount2: '¥12.30' } },
    ])
    expect((await ask.phone('oOther', 'GET', 'inbox'))['messages']).toEqual([])
    expect(await ask.phone('oMsg', 'GET', 'me')).toMatchObject({ consents: { T1: 0, T2: 1 } })
  })

  it('adds up with every tap, and not with a refusal', async () => {
    await consent('oTaps', ['T1'])
    await consent('oTaps', ['T1'])
    expect(await consent('oTaps', ['T1'], 'reject')).toMatchObject({ T1: 'reject' })
    const answers = []
    for (let i = 0; i < 3; i += 1) answers.push((await send({ touser: 'oTaps' }))['errcode'])
    expect(answers).toEqual([0, 0, 43101])
  })

  it('is asked for at most three templates at once', async () => {
    expect((await consent('oMsg', ['1', '2', '3', '4']))['errMsg']).toContain('fail')
    expect((await consent('oMsg', []))['errMsg']).toContain('fail')
  })

  it('is spent only by a message that arrives', async () => {
    await consent('oSpend', ['T1'])
    expect(await send({ touser: 'oSpend', data: { thing1: { value: '' } } })).toMatchObject({
      errcode: 47003,
    })
    expect(await send({ touser: 'oSpend' })).toMatchObject({ errcode: 0 })
  })

  it('isn’t needed when the setting says so', async () => {
    cloud.control.settings({ consentRequired: false })
    expect(await send({ touser: 'oFree' })).toMatchObject({ errcode: 0 })
    cloud.control.settings({ consentRequired: true })
  })
})

describe('a message', () => {
  it.each([
    ['nobody', { touser: '' }, 40003],
    ['no template', { template_id: '' }, 40037],
    ['no data', { data: 'x' }, 47003],
    ['a page that isn’t published', { page: 'pages/nowhere?id=1' }, 41030],
  ])('to or with %s is refused', async (_name, change, errcode) => {
    expect(await send(change)).toMatchObject({ errcode })
  })

  const twenty = '茶'.repeat(20)
  it.each([
    ['thing1', twenty, `${twenty}茶`],
    ['thing1', '银毫 A-1', '两\n行'],
    ['number1', '-12.5', '12,5'],
    ['letter1', 'ABC', 'AB1'],
    ['symbol1', '!!!', '!a'],
    ['character_string1', 'DS2026-1122#7', '订单7'],
    ['character_string1', 'a'.repeat(32), 'a'.repeat(33)],
    ['time1', '15:01', '25:01'],
    ['time1', '2019年10月1日 15:01', '明天'],
    ['time1', '15:01~16:00', '15:01～16:00'],
    ['date1', '2019年10月1日', '15:01'],
    ['date1', '2019-10-01 15:01:59', '2019-10/01'],
    ['date1', '2019年10月1日~2019年10月2日', '十月'],
    ['amount1', '¥1234567890.25', '¥12345678901'],
    ['amount1', '12.30元', '12.30美元'],
    ['amount1', '￥100', '-100'],
    ['phone_number1', '+86-0766-66888866', '+86-0766-668888666'],
    ['car_number1', '粤A8Z888挂', '粤A8Z8888挂挂'],
    ['name1', '何岚', '何'.repeat(11)],
    ['name1', 'Jean-Luc Picard', 'J'.repeat(21)],
    ['phrase1', '配送中', '正在配送中了'],
    ['phrase1', '已付款', 'paid'],
  ])('may hold in %s “%s” but not “%s”', async (field, good, bad) => {
    const data = (value: unknown) => ({ data: { [field]: { value } } })
    // 43101 comes after all checks of the contents.
    expect(await send({ touser: 'oRules', ...data(good) })).toMatchObject({ errcode: 43101 })
    expect(await send({ touser: 'oRules', ...data(bad) })).toEqual({
      errcode: 47003,
      errmsg: `argument invalid! data.${field}.value invalid`,
    })
    expect(await send({ touser: 'oRules', ...data('') })).toEqual({
      errcode: 47003,
      errmsg: `argument invalid! data.${field}.value is empty`,
    })
  })

  it('may not hold a kind of field that no template has', async () => {
    const data = { colour1: { value: 'red' } }
    expect(await send({ data })).toMatchObject({ errcode: 47003 })
    expect(await send({ data: { thing: { value: 'x' } } })).toMatchObject({ errcode: 47003 })
  })

  it('fills the template when that is known: a field missing is empty, one too many is dropped', async () => {
    cloud.control.setTemplate('T9', ['thing1', 'date2'])
    await consent('oTpl', ['T9'])
    const tpl = (data: object) => send({ touser: 'oTpl', template_id: 'T9', data })
    expect(await tpl({ thing1: { value: '茶' } })).toMatchObject({
      errmsg: 'argument invalid! data.date2.value is empty',
    })
    const whole = { thing1: { value: '茶' }, date2: { value: '11月22日' }, thing3: { value: 'x' } }
    expect(await tpl(whole)).toMatchObject({ errcode: 0 })
    const [first] = cloud.control.inbox('oTpl')
    expect(first?.fields).toEqual({ thing1: '茶', date2: '11月22日' })
    expect(await send({ touser: 'oTpl', template_id: 'UNKNOWN' })).toMatchObject({ errcode: 40037 })
  })
})
