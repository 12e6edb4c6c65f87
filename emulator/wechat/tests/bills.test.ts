import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Formatter } from 'wechatpay-axios-plugin'
import { createMerchant, type Merchant } from './merchant'
import { DEFAULT_SETTINGS } from '../settings'
import { startTestCloud, type TestCloud } from './test-cloud'

const DAY = 86_400_000
const HOUR = 3_600_000
const TRADE = 'v3/bill/tradebill'
const FLOW = 'v3/bill/fundflowbill'

interface Table {
  rows: Record<string, string>[]
  summary: Record<string, string>
}

let cloud: TestCloud
let merchant: Merchant

beforeAll(async () => {
  cloud = await startTestCloud()
  merchant = createMerchant(cloud)
})
afterAll(() => cloud.stop())
beforeEach(() => {
  // The SDK signs with the real time, so bills of today are made ready instead of time being moved.
  cloud.control.settings({ ...DEFAULT_SETTINGS, billReadyMs: -DAY, balanceFen: null })
})

const today = (shiftMs = 0) =>
  new Date(cloud.clock.now() + 8 * HOUR + shiftMs).toISOString().slice(0, 10)
const ask = (path: string, params: object) =>
  merchant.call('get', path, undefined, { params: { bill_date: today(), ...params } })

async function download(link: Record<string, unknown>): Promise<Buffer> {
  const url = new URL(String(link['download_url']))
  const extra = { params: url.searchParams, responseType: 'arraybuffer' as const }
  const { data } = await merchant.client.request<Buffer>(
    url.pathname.slice(1),
    'get',
    undefined,
    extra,
  )
  return Buffer.from(data)
}

async function fetchTable(path: string, params: object = {}): Promise<Table> {
  const { data } = await ask(path, params)
  const file = await download(data)
  expect(createHash('sha1').update(file).digest('hex')).toBe(data['hash_value'])
  return Formatter.castCsvBill(file) as Table
}

describe('the trade bill', () => {
  it('is WeChat’s CSV of what happened that day, with hash and link', async () => {
    const no = merchant.number('CSV')
    await merchant.payFor(no, { description: '红茶,绿茶' })
    await merchant.refund(no, `${no}-r`, 2_500)
    await cloud.control.drain()
    const { data } = await ask(TRADE, { bill_type: 'ALL' })
    expect(data['hash_type']).toBe('SHA1')
    expect(new URL(String(data['download_url'])).search).toMatch(/%2B%2F%3D%3D/)
    const bill = await fetchTable(TRADE, { bill_type: 'ALL' })
    const rows = bill.rows.filter((row) => row['商户订单号'] === no)
    expect(rows).toMatchObject([
      { 交易状态: 'SUCCESS', 订单金额: '100.00', 手续费: '0.60000', 费率: '0.60%' },
      { 交易状态: 'REFUND', 申请退款金额: '25.00', 手续费: '-0.15000', 退款状态: 'SUCCESS' },
    ])
    expect(Number(bill.summary['总交易单数'])).toBe(bill.rows.length)
  })

  it('has the payments alone, or the refunds alone', async () => {
    const paid = await fetchTable(TRADE, { bill_type: 'SUCCESS' })
    expect(new Set(paid.rows.map((row) => row['交易状态']))).toEqual(new Set(['SUCCESS']))
    const refunded = await fetchTable(TRADE, { bill_type: 'REFUND' })
    expect(new Set(refunded.rows.map((row) => row['交易状态']))).toEqual(new Set(['REFUND']))
    expect(refunded.rows[0]).toHaveProperty('退款申请时间')
  })

  it('comes gzipped when asked, with the hash of what is inside', async () => {
    const { data } = await ask(TRADE, { tar_type: 'GZIP' })
    const packed = await download(data)
    expect(createHash('sha1').update(packed).digest('hex')).not.toBe(data['hash_value'])
    const file = gunzipSync(packed)
    expect(createHash('sha1').update(file).digest('hex')).toBe(data['hash_value'])
    expect(file.toString()).toMatch(/^\ufeff交易时间,/)
  })
})

describe('the fund-flow bill', () => {
  it('of the basic account counts payments, fees and refunds into one balance', async () => {
    const no = merchant.number('FLOW')
    await merchant.payFor(no)
    await merchant.refund(no, `${no}-r`, 2_500)
    await cloud.control.drain()
    const bill = await fetchTable(FLOW)
    const rows = bill.rows.filter((row) => row['业务凭证号']?.startsWith(no))
    expect(rows).toMatchObject([
      { 业务名称: '交易', 业务类型: '交易', 收支类型: '收入', '收支金额(元)': '100.00' },
      { 业务名称: '交易', 业务类型: '扣除交易手续费', 收支类型: '支出', '收支金额(元)': '0.60' },
      // The fee of what is given back is given back too.
      { 业务名称: '退款', 业务类型: '退款', 收支类型: '支出', '收支金额(元)': '24.85' },
    ])
    expect(rows[2]?.['备注']).toBe('退款总金额25.00元;含手续费0.15元')
    const fen = (text = '') => Math.round(Number(text) * 100)
    const signed = (row: Record<string, string>) =>
      fen(row['收支金额(元)']) * (row['收支类型'] === '收入' ? 1 : -1)
    let balance = 0
    for (const row of bill.rows) {
      balance += signed(row)
      expect(fen(row['账户结余(元)'])).toBe(balance)
    }
    const { summary } = bill
    expect(fen(summary['收入金额']) - fen(summary['支出金额'])).toBe(balance)
    expect(Number(summary['收入笔数']) + Number(summary['支出笔数'])).toBe(bill.rows.length)
    expect(summary['资金流水总笔数']).toBe(String(bill.rows.length))
  })

  it('shows a closed refund going out and coming back', async () => {
    const no = merchant.number('BACK')
    await merchant.payFor(no)
    cloud.control.settings({ refundOutcome: 'CLOSED' })
    await merchant.refund(no, `${no}-r`, 1_000)
    await cloud.control.drain()
    const { rows } = await fetchTable(FLOW)
    const own = rows.filter((row) => row['业务凭证号'] === `${no}-r`)
    expect(own.map((row) => [row['收支类型'], row['收支金额(元)']])).toEqual([
      ['支出', '9.94'],
      ['收入', '9.94'],
    ])
  })

  it('of the operation account shows transfers, and those that came back, down to what is left', async () => {
    cloud.control.settings({ balanceFen: 100_000 })
    const kept = merchant.number('KEPT')
    const failed = merchant.number('FAILED')
    await merchant.transfer(kept, { transfer_amount: 3_000 })
    await merchant.transfer(failed, { transfer_amount: 2_000 })
    cloud.control.decideTransfer(failed, 'FAIL', 'ACCOUNT_FROZEN')
    const { rows } = await fetchTable(FLOW, { account_type: 'OPERATION' })
    expect(rows.map((row) => [row['业务类型'], row['收支类型'], row['账户结余(元)']])).toEqual([
      ['转账', '支出', '970.00'],
      ['转账', '支出', '950.00'],
      ['转账退回', '收入', '970.00'],
    ])
    expect(cloud.control.settings().balanceFen).toBe(97_000)
  })

  it('is absent for an account on which nothing moved', async () => {
    expect(await ask(FLOW, { account_type: 'FEES' })).toMatchObject({ code: 'NO_STATEMENT_EXIST' })
  })
})

describe.each([TRADE, FLOW])('%s', (path) => {
  it.each([
    ['a date that isn’t', { bill_date: '2026-02-30' }, 'PARAM_ERROR'],
    ['no date', { bill_date: undefined }, 'PARAM_ERROR'],
    ['an unknown packing', { tar_type: 'ZIP' }, 'PARAM_ERROR'],
    ['an unknown kind', { bill_type: 'NICE', account_type: 'NICE' }, 'PARAM_ERROR'],
    ['a date of last year', { bill_date: '2020-01-01' }, 'INVALID_REQUEST'],
  ])('is refused for %s', async (_name, params, code) => {
    expect(await ask(path, params)).toMatchObject({ status: 400, code })
  })

  it('isn’t there for a quiet day', async () => {
    expect(await ask(path, { bill_date: today(-30 * DAY) })).toMatchObject({
      status: 400,
      code: 'NO_STATEMENT_EXIST',
    })
  })

  it('is ready at ten the next morning', async () => {
    await merchant.payFor(merchant.number('TEN'))
    const endOfDay = Date.parse(`${today()}T00:00:00+08:00`) + DAY
    const tenOClock = endOfDay + DEFAULT_SETTINGS.billReadyMs - cloud.clock.now()
    cloud.control.settings({ billReadyMs: DEFAULT_SETTINGS.billReadyMs })
    expect(await ask(path, {})).toMatchObject({ status: 400, code: 'STATEMENT_CREATING' })
    // As if it were ten o'clock, a second too early and on the stroke.
    const { billReadyMs } = DEFAULT_SETTINGS
    cloud.control.settings({ billReadyMs: billReadyMs - tenOClock + 1_000 })
    expect(await ask(path, {})).toMatchObject({ code: 'STATEMENT_CREATING' })
    cloud.control.settings({ billReadyMs: billReadyMs - tenOClock - 1_000 })
    expect((await ask(path, {})).status).toBe(200)
  })

  it('has a link that lives five minutes', async () => {
    await merchant.payFor(merchant.number('LINK'))
    const { data } = await ask(path, {})
    cloud.clock.advance(5 * 60_000 - 10_000)
    // The SDK's clock is the real one: five minutes of difference is just what it allows.
    expect((await download(data)).length).toBeGreaterThan(100)
    cloud.clock.advance(-5 * 60_000 + 10_000)
    const used = cloud.state.list('wechat_pay_bill_files')
    for (const { key, value } of used) {
      cloud.state.put('wechat_pay_bill_files', key, {
        ...(value as object),
        issuedAt: cloud.clock.now() - 300_001,
      })
    }
    await expect(download(data)).rejects.toThrow('400')
  })
})
