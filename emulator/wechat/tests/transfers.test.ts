import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { BILLS, createMerchant, type Merchant } from './merchant'
import { DEFAULT_SETTINGS } from '../settings'
import { startTestCloud, type TestCloud } from './test-cloud'

const DAY = 86_400_000

let cloud: TestCloud
let merchant: Merchant

beforeAll(async () => {
  cloud = await startTestCloud()
  merchant = createMerchant(cloud)
})
afterAll(() => cloud.stop())
beforeEach(() => {
  cloud.faults.length = 0
  cloud.control.settings({ ...DEFAULT_SETTINGS, balanceFen: null, merchantDailyLimitFen: null })
  cloud.merchant.received.length = 0
})

const billState = async (no: string) => (await merchant.findBill(no))['state']
const reports = (...types: string[]) => ({
  transfer_scene_report_infos: types.map((info_type) => ({ info_type, info_content: 'x' })),
})
const confirm = (openid: string, packageInfo: unknown) =>
  cloud.control.confirm(openid, { mchId: cloud.env['WXPAY_MCHID'], package: packageInfo })

describe('asking for a transfer', () => {
  it.each([
    ['0.09 yuan', { transfer_amount: 9 }, 'INVALID_REQUEST'],
    ['20,000.01 yuan', { transfer_amount: 2_000_001 }, 'INVALID_REQUEST'],
    ['half a fen', { transfer_amount: 10.5 }, 'PARAM_ERROR'],
    ['2,000 yuan without a name', { transfer_amount: 200_000 }, 'PARAM_ERROR'],
    ['a name that is not sealed', { user_name: '张三' }, 'PARAM_ERROR'],
    ['a remark of 33 characters', { transfer_remark: '佣'.repeat(33) }, 'PARAM_ERROR'],
    ['no remark', { transfer_remark: '' }, 'PARAM_ERROR'],
    ['a number with a dash', { out_bill_no: 'A-1' }, 'PARAM_ERROR'],
    ['a number of 33 characters', { out_bill_no: 'A'.repeat(33) }, 'PARAM_ERROR'],
    ['nobody', { openid: undefined }, 'PARAM_ERROR'],
    ['a foreign app', { appid: 'wx9' }, 'APPID_MCHID_NOT_MATCH'],
    ['a notify_url with a query', { notify_url: 'https://x.cn/a?b=1' }, 'PARAM_ERROR'],
    ['no report', { transfer_scene_report_infos: [] }, 'PARAM_ERROR'],
    ['half the report of scene 1005', reports('岗位类型'), 'PARAM_ERROR'],
    ['the report of another scene', reports('活动名称', '奖励说明'), 'PARAM_ERROR'],
    ['a reason that scene 1005 doesn’t have', { user_recv_perception: '红包' }, 'PARAM_ERROR'],
    ['an unknown style', { user_recv_style: { type: 'NEON' } }, 'PARAM_ERROR'],
    [
      'a red packet of 200.01 yuan',
      { user_recv_style: { type: 'RED_PACKET' }, transfer_amount: 20_001 },
      'INVALID_REQUEST',
    ],
  ])('is 400 with %s', async (_name, change, code) => {
    const no = merchant.number('T')
    expect(await merchant.transfer(no, change)).toMatchObject({ status: 400, code })
    expect(await merchant.call('get', `${BILLS}/out-bill-no/${no}`)).toMatchObject({ status: 404 })
  })

  it('is 403 NO_AUTH for a scene that was never applied for', async () => {
    const change = { transfer_scene_id: '1009', ...reports('采购商品名称') }
    expect(await merchant.transfer(merchant.number('T'), change)).toMatchObject({
      status: 403,
      code: 'NO_AUTH',
    })
  })

  it('takes the words of its own scene', async () => {
    const commission = { user_recv_perception: '劳务报酬', user_recv_style: { type: 'RED_PACKET' } }
    expect((await merchant.transfer(merchant.number('T'), commission)).status).toBe(200)
    const marketing = { transfer_scene_id: '1000', ...reports('活动名称', '奖励说明') }
    expect((await merchant.transfer(merchant.number('T'), marketing)).status).toBe(200)
  })

  it.each([
    [10, '', 200],
    [29, '', 200],
    [29, '张三', 400],
    [30, '张三', 200],
    [199_999, '', 200],
    [200_000, '张三', 200],
  ])('of %i fen with the name “%s” is %i', async (transfer_amount, name, status) => {
    const user_name = name === '' ? undefined : merchant.seal(name)
    const openid = merchant.number('oName')
    const change = { transfer_amount, user_name, openid }
    expect((await merchant.transfer(merchant.number('T'), change)).status).toBe(status)
  })

  it('keeps one bill per number: same facts answer it, other facts are refused', async () => {
    const no = merchant.number('T')
    const first = await merchant.transfer(no)
    const second = await merchant.transfer(no)
    expect(second.data).toEqual(first.data)
    const changes = [
      { transfer_amount: 5_001 },
      { openid: 'oOther' },
      { transfer_remark: '别的' },
      { notify_url: undefined },
      { user_name: merchant.seal('林美') },
    ]
    for (const change of changes) {
      expect(await merchant.transfer(no, change)).toMatchObject({
        status: 400,
        code: 'INVALID_REQUEST',
      })
    }
    expect(cloud.control.transfers().filter((each) => each.outBillNo === no)).toHaveLength(1)
  })

  it('is 403 NOT_ENOUGH beyond the merchant’s balance; the same number works after a top-up', async () => {
    const no = merchant.number('POOR')
    cloud.control.settings({ balanceFen: 4_999 })
    expect(await merchant.transfer(no)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
    expect(await merchant.call('get', `${BILLS}/out-bill-no/${no}`)).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    })
    cloud.control.settings({ balanceFen: 6_000 })
    expect((await merchant.transfer(no)).status).toBe(200)
    expect(cloud.control.settings().balanceFen).toBe(1_000)
    cloud.control.decideTransfer(no, 'FAIL')
    expect(cloud.control.settings().balanceFen).toBe(6_000)
  })

  it('is refused beyond what the merchant may pay out in a day', async () => {
    const so = cloud.control
      .transfers()
      .filter((each) => each.state !== 'FAIL' && each.state !== 'CANCELLED')
      .reduce((sum, each) => sum + each.amountFen, 0)
    cloud.control.settings({ merchantDailyLimitFen: so + 5_000 })
    expect((await merchant.transfer(merchant.number('DAY'))).status).toBe(200)
    const over = await merchant.transfer(merchant.number('DAY'), { transfer_amount: 10 })
    expect(over).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  })
})

describe('the life of a transfer', () => {
  it('goes through every state when WeChat is slow', async () => {
    cloud.control.settings({ acceptMs: 1_000, transferMs: 1_000 })
    const no = merchant.number('SLOW')
    const accepted = (await merchant.transfer(no)).data
    expect(accepted).toMatchObject({ state: 'ACCEPTED' })
    expect(accepted).not.toHaveProperty('package_info')
    cloud.clock.advance(1_000)
    const waiting = (await merchant.transfer(no)).data
    expect(waiting['state']).toBe('WAIT_USER_CONFIRM')
    expect(confirm('oSomebody', waiting['package_info']).errMsg).toContain('不一致')
    expect(confirm('oMei', waiting['package_info']).result).toBe('success')
    expect(await billState(no)).toBe('TRANSFERING')
    expect(confirm('oMei', waiting['package_info']).result).toBe('success')
    expect(await merchant.call('post', `${BILLS}/out-bill-no/${no}/cancel`, {})).toMatchObject({
      code: 'INVALID_REQUEST',
    })
    cloud.clock.advance(1_000)
    await cloud.tick()
    expect(await billState(no)).toBe('SUCCESS')
    expect(confirm('oMei', waiting['package_info']).errMsg).toContain('已收款')
  })

  it('is found by either number', async () => {
    const no = merchant.number('FIND')
    const { transfer_bill_no } = (await merchant.transfer(no)).data
    const byOwn = await merchant.findBill(no)
    const path = `${BILLS}/transfer-bill-no/${String(transfer_bill_no)}`
    expect((await merchant.call('get', path)).data).toEqual(byOwn)
    expect(byOwn).toMatchObject({ out_bill_no: no, mch_id: cloud.env['WXPAY_MCHID'] })
    // Only asking for the transfer again tells once more what opens the person's sheet.
    expect(byOwn).toMatchObject({ state: 'WAIT_USER_CONFIRM' })
    expect(byOwn).not.toHaveProperty('package_info')
    expect((await merchant.transfer(no)).data).toHaveProperty('package_info')
    expect(await merchant.call('get', `${BILLS}/transfer-bill-no/133`)).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    })
  })

  it('closes after 24 hours without confirmation, and tells so', async () => {
    const no = merchant.number('OVERDUE')
    const { data } = await merchant.transfer(no)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + DAY - 1_000 })
    expect(await billState(no)).toBe('WAIT_USER_CONFIRM')
    vi.setSystemTime(Date.now() + 2_000)
    await cloud.tick()
    expect(await merchant.findBill(no)).toMatchObject({
      state: 'FAIL',
      fail_reason: 'OVERDUE_CLOSE',
    })
    expect(confirm('oMei', data['package_info']).errMsg).toContain('单据已失效')
    vi.useRealTimers()
    await cloud.control.drain()
    const told = cloud.control.notices().find((notice) => notice.about === no)
    expect(told).toMatchObject({ eventType: 'MCHTRANSFER.BILL.FINISHED', state: 'delivered' })
  })

  it('can be queried for 30 days', async () => {
    const no = merchant.number('MONTH')
    await merchant.transfer(no)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * DAY - 60_000 })
    expect(await billState(no)).toBe('FAIL')
    vi.setSystemTime(Date.now() + 120_000)
    const late = await merchant.call('get', `${BILLS}/out-bill-no/${no}`)
    vi.useRealTimers()
    expect(late).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  it('is cancelled before the person confirms: accepted at once, done later', async () => {
    cloud.control.settings({ cancelMs: 60_000 })
    const no = merchant.number('CANCEL')
    const { data } = await merchant.transfer(no)
    const cancel = () => merchant.call('post', `${BILLS}/out-bill-no/${no}/cancel`)
    expect((await cancel()).data).toMatchObject({ out_bill_no: no, state: 'CANCELING' })
    expect((await cancel()).data['state']).toBe('CANCELING')
    expect(confirm('oMei', data['package_info']).errMsg).toContain('单据已失效')
    cloud.clock.advance(60_000)
    expect(await billState(no)).toBe('CANCELLED')
    cloud.clock.advance(-60_000)
    expect((await cancel()).data['state']).toBe('CANCELLED')
    expect(await merchant.call('post', `${BILLS}/out-bill-no/NOBILL/cancel`)).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    })
  })

  it('fails when the sealed name is not the person’s', async () => {
    cloud.control.setPerson('oZhang', { realName: '张三' })
    const send = async (name: string) => {
      const no = merchant.number('NAME')
      const change = { openid: 'oZhang', transfer_amount: 200_000, user_name: merchant.seal(name) }
      expect((await merchant.transfer(no, change)).status).toBe(200)
      return merchant.findBill(no)
    }
    expect(await send('张三')).toMatchObject({ state: 'WAIT_USER_CONFIRM' })
    expect(await send('李四')).toMatchObject({ state: 'FAIL', fail_reason: 'NAME_NOT_CORRECT' })
  })

  it('fails beyond what a person may receive in a day; what failed doesn’t count', async () => {
    cloud.control.settings({ dailyLimitFen: 60_000 })
    const send = async (transfer_amount: number) => {
      const no = merchant.number('QUOTA')
      await merchant.transfer(no, { openid: 'oQuota', transfer_amount })
      return { no, ...(await merchant.findBill(no)) } as { no: string; state: string }
    }
    const first = await send(59_990)
    expect(first.state).toBe('WAIT_USER_CONFIRM')
    expect(await send(20)).toMatchObject({
      state: 'FAIL',
      fail_reason: 'DAY_RECEIVED_QUOTA_EXCEED',
    })
    expect((await send(10)).state).toBe('WAIT_USER_CONFIRM')
    cloud.control.decideTransfer(first.no, 'FAIL')
    expect((await send(59_990)).state).toBe('WAIT_USER_CONFIRM')
  })

  it('fails on confirmation when ordered to', async () => {
    const no = merchant.number('FAIL')
    const { data } = await merchant.transfer(no)
    cloud.control.decideTransfer(no, 'FAIL_ON_CONFIRM', 'ACCOUNT_FROZEN')
    confirm('oMei', data['package_info'])
    await cloud.control.drain()
    expect(await merchant.findBill(no)).toMatchObject({
      state: 'FAIL',
      fail_reason: 'ACCOUNT_FROZEN',
    })
    expect(() => cloud.control.decideTransfer(no, 'SUCCESS')).toThrow('already FAIL')
  })
})

describe('the electronic receipt', () => {
  const RECEIPTS = 'v3/fund-app/mch-transfer/elecsign'
  async function paid(change: object) {
    const no = merchant.number('PAID')
    const { data } = await merchant.transfer(no, { openid: 'oReceipt', ...change })
    confirm('oReceipt', data['package_info'])
    await cloud.control.drain()
    return { no, transferNo: String(data['transfer_bill_no']) }
  }

  it('is a PDF of a paid bill with a name, by either number, with its hash', async () => {
    const { no, transferNo } = await paid({ user_name: merchant.seal('林美') })
    expect(await merchant.call('get', `${RECEIPTS}/out-bill-no/${no}`)).toMatchObject({
      status: 404,
    })
    const asked = await merchant.call('post', `${RECEIPTS}/out-bill-no`, { out_bill_no: no })
    expect(asked.data).toMatchObject({ state: 'GENERATING' })
    const { data } = await merchant.call('get', `${RECEIPTS}/transfer-bill-no/${transferNo}`)
    expect(data).toMatchObject({ state: 'FINISHED', hash_type: 'SHA256' })
    const url = new URL(String(data['download_url']))
    const extra = { params: url.searchParams, responseType: 'arraybuffer' as const }
    const path = url.pathname.slice(1)
    const file = Buffer.from(
      (await merchant.client.request<Buffer>(path, 'get', undefined, extra)).data,
    )
    expect(file.toString('latin1')).toMatch(new RegExp(`^%PDF-[\\s\\S]*${no}[\\s\\S]*%%EOF`))
    expect(createHash('sha256').update(file).digest('hex')).toBe(data['hash_value'])
  })

  it('is refused without a name, unpaid, or for a bill that isn’t there', async () => {
    const ask = (out_bill_no: string) =>
      merchant.call('post', `${RECEIPTS}/out-bill-no`, { out_bill_no })
    const refused = { status: 400, code: 'INVALID_REQUEST' }
    expect(await ask((await paid({})).no)).toMatchObject(refused)
    const waiting = merchant.number('WAIT')
    await merchant.transfer(waiting, { user_name: merchant.seal('林美') })
    expect(await ask(waiting)).toMatchObject(refused)
    expect(await ask('NOBILL')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })
})
