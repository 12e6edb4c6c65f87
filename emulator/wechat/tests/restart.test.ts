import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startCloud, type Cloud } from '../../cloud'
import { createWechat } from '..'
import { bundleFunctions, type FunctionsFolder } from './bundle-functions'
import { BILLS, callBy, connect } from './merchant'
import { createWechatPay } from '../../../cloudfunctions/adapters/wechat-pay'

/** Believes nothing but what WeChat signed, and counts what it was told. */
const NOTIFY = `
  import { createWechatPay } from './cloudfunctions/adapters/wechat-pay'
  const { payments } = createWechatPay(process.env)
  export const main = async ({ headers, body, isBase64Encoded }) => {
    const raw = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body
    payments.readNotice(headers, raw, Date.now())
    return { statusCode: 204, body: '' }
  }`
const ENV = 'export const main = async () => process.env'
const CHILD = join(import.meta.dirname, 'wechat-child.ts')
const DAY = 86_400_000

let functions: FunctionsFolder
let data: string
const children: ChildProcess[] = []

beforeAll(async () => {
  functions = await bundleFunctions({ 'pay-notify': NOTIFY, env: ENV })
})
afterAll(() => functions?.remove())
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'wechat-data-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(data, { recursive: true, force: true })
})

interface Running {
  base: string
  /** Kills it as a power cut would, and waits for its end. */
  kill(): Promise<void>
}

function start(): Promise<Running> {
  return new Promise((answer, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, functions.path, data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    const ended = new Promise<void>((done) => child.on('exit', () => done()))
    const kill = async () => {
      child.kill('SIGKILL')
      await ended
    }
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.endsWith('\n')) answer({ base: output.trim(), kill })
    })
    child.on('error', reject)
  })
}

type Json = Record<string, unknown>

async function ask(url: string, method: string, body?: object, openid?: string): Promise<Json> {
  const answer = await fetch(url, {
    method,
    headers: openid === undefined ? {} : { 'x-wx-openid': openid },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Json
}
const control = (base: string, method: string, path: string, body?: object) =>
  ask(`${base}/__emulator__/${path}`, method, body)
const list = async (base: string, what: string) =>
  (await control(base, 'GET', `wechat/${what}`)) as unknown as Json[]
/** The shop's own adapter, with the variables that this cloud gives its functions. */
async function shopOf(base: string) {
  const env = (await ask(`${base}/functions/env`, 'POST', {})) as Record<string, string>
  return { env, ...createWechatPay(env) }
}

describe('killed with -9 and started again', () => {
  it('sends a notice that was due, from another port, under the same keys', async () => {
    const first = await start()
    const before = await shopOf(first.base)
    await control(first.base, 'POST', 'wechat/notices/pause')
    const { prepayId } = await before.payments.prepay({
      outTradeNo: 'KILLED01',
      description: '银毫',
      amountFen: 12_800,
      payerOpenid: 'oMei',
      expireAt: Date.now() + 60_000,
    })
    const sheet = before.payments.clientParams(prepayId, Date.now(), 'nonce')
    const paid = await ask(`${first.base}/wechat/request-payment`, 'POST', sheet, 'oMei')
    expect(paid).toEqual({ errMsg: 'requestPayment:ok' })
    await first.kill()

    const second = await start()
    expect(second.base).not.toBe(first.base)
    expect(await list(second.base, 'notices')).toMatchObject([{ state: 'pending', attempts: [] }])
    const after = await shopOf(second.base)
    expect(after.env['WXPAY_PUBLIC_KEY']).toBe(before.env['WXPAY_PUBLIC_KEY'])
    expect((await after.payments.query('KILLED01')).state).toBe('success')
    await control(second.base, 'POST', 'wechat/notices/resume')
    expect(await list(second.base, 'notices')).toMatchObject([
      { state: 'delivered', attempts: [{ outcome: '204' }] },
    ])
  })

  it('goes on with a notice’s schedule where it stood', async () => {
    const first = await start()
    const { env } = await shopOf(first.base)
    const client = connect(first.base, env)
    const bill = {
      appid: env['WXPAY_APPID'],
      out_bill_no: 'SCHEDULE',
      transfer_scene_id: '1005',
      openid: 'oMei',
      transfer_amount: 5_000,
      transfer_remark: '佣金',
      notify_url: `${first.base}/http/nobody/transfer`,
      transfer_scene_report_infos: [
        { info_type: '岗位类型', info_content: '推广员' },
        { info_type: '报酬说明', info_content: '11月佣金' },
      ],
    }
    expect((await callBy(client, 'post', BILLS, bill)).status).toBe(200)
    await control(first.base, 'POST', 'wechat/transfers/SCHEDULE/outcome', { outcome: 'FAIL' })
    await control(first.base, 'POST', 'clock', { advanceMs: 15_000 })
    const tried = (notices: Json[]) => (notices[0]?.['attempts'] as unknown[]).length
    const reached = tried(await list(first.base, 'notices'))
    expect(reached).toBeGreaterThanOrEqual(1)
    await first.kill()

    const second = await start()
    const [notice] = await list(second.base, 'notices')
    expect(notice).toMatchObject({ state: 'pending' })
    expect(tried([notice ?? {}])).toBe(reached)
    await control(second.base, 'POST', 'clock', { advanceMs: 15_000 })
    expect(tried(await list(second.base, 'notices'))).toBeGreaterThan(reached)
  })

  it('lets the person confirm a transfer that was waiting, and closes one that waited a day', async () => {
    const first = await start()
    const before = await shopOf(first.base)
    const bill = { openid: 'oMei', amountFen: 5_000, remark: '佣金' }
    const waiting = await before.transfers.dispatch({ ...bill, outBillNo: 'WAITING' })
    await before.transfers.dispatch({ ...bill, outBillNo: 'FORGOTTEN' })
    if (waiting.state !== 'wait-user-confirm') throw new Error(waiting.state)
    await first.kill()

    const second = await start()
    const after = await shopOf(second.base)
    expect((await after.transfers.query('WAITING')).state).toBe('wait-user-confirm')
    const params = {
      ...after.transfers.clientParams(waiting.packageInfo ?? ''),
      verdict: 'confirm',
    }
    const confirmed = await ask(`${second.base}/wechat/confirm-transfer`, 'POST', params, 'oMei')
    expect(confirmed).toMatchObject({ result: 'success' })
    // Waits for the notice, which must not be on its way while the day passes.
    await control(second.base, 'POST', 'clock', { advanceMs: 1_000 })
    await control(second.base, 'POST', 'clock', { advanceMs: DAY })
    const states = (await list(second.base, 'transfers')).map((each) => [
      each['outBillNo'],
      each['state'],
      each['failReason'],
    ])
    expect(states).toEqual([
      ['WAITING', 'SUCCESS', undefined],
      ['FORGOTTEN', 'FAIL', 'OVERDUE_CLOSE'],
    ])
    const told = await list(second.base, 'notices')
    expect(told.map((each) => [each['about'], each['state']])).toEqual([
      ['WAITING', 'delivered'],
      ['FORGOTTEN', 'delivered'],
    ])
  })
})

describe('snapshot, restore and reset', () => {
  let cloud: Cloud
  const wechat = createWechat()

  beforeEach(async () => {
    cloud = await startCloud({
      functionsDir: functions.path,
      collections: {},
      data,
      timers: false,
      quiet: true,
      extensions: [wechat],
    })
  })
  afterEach(() => cloud.stop())

  it('bring back what WeChat knew: people, consents, settings, keys, money under way', async () => {
    const { transfers } = await shopOf(cloud.base)
    const bill = { openid: 'oMei', amountFen: 5_000, remark: '佣金' }
    const waiting = await transfers.dispatch({ ...bill, outBillNo: 'SNAP' })
    if (waiting.state !== 'wait-user-confirm') throw new Error(waiting.state)
    const params = transfers.clientParams(waiting.packageInfo ?? '')
    wechat.control().setPerson('oMei', { realName: '林美' })
    wechat.control().settings({ transferMs: 1_000 })
    const snapshot = cloud.snapshot()
    const keysThen = wechat.control().keyChanges.list()

    wechat.control().setPerson('oMei', { realName: '王五' })
    wechat.control().settings({ transferMs: 0 })
    wechat.control().keyChanges.issue('public-key')
    expect(wechat.control().confirm('oMei', params).errMsg).toBe('requestMerchantTransfer:ok')
    await wechat.control().drain()
    expect((await transfers.query('SNAP')).state).toBe('success')

    await cloud.restore(snapshot)
    expect(wechat.control().keyChanges.list()).toEqual(keysThen)
    expect(wechat.control().settings().transferMs).toBe(1_000)
    expect(cloud.people()).toMatchObject([{ openid: 'oMei', name: '林美' }])
    expect((await transfers.query('SNAP')).state).toBe('wait-user-confirm')
    expect(wechat.control().confirm('oMei', params).errMsg).toBe('requestMerchantTransfer:ok')
    expect((await transfers.query('SNAP')).state).toBe('transferring')
    await cloud.advance(1_000)
    expect((await transfers.query('SNAP')).state).toBe('success')
  })

  it('start from nothing after a reset, under the keys that running functions hold', async () => {
    const { env, payments } = await shopOf(cloud.base)
    wechat.control().settings({ refundMs: 5 })
    await payments.prepay({
      outTradeNo: 'RESET001',
      description: '茶',
      amountFen: 1,
      payerOpenid: 'oMei',
      expireAt: Date.now() + 60_000,
    })
    await cloud.reset()
    expect(wechat.control().orders()).toEqual([])
    expect(wechat.control().settings().refundMs).toBe(0)
    expect((await payments.query('RESET001')).state).toBe('not-found')
    expect((await shopOf(cloud.base)).env['WXPAY_APIV3_KEY']).toBe(env['WXPAY_APIV3_KEY'])
  })
})
