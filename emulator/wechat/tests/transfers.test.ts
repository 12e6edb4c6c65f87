import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Rsa } from 'wechatpay-axios-plugin'
import { BILLS, createMerchant, type Merchant } from './merchant'
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
  cloud.merchant.status = 200
  cloud.merchant.received.length = 0
})

const billState = async (no: string) => (await merchant.findBill(no))['state']

describe('transfer bills', () => {
  it.each([
    ['0.09 yuan', { transfer_amount: 9 }, 'INVALID_REQUEST'],
    ['20,000.01 yuan', { transfer_amount: 2_000_001 }, 'INVALID_REQUEST'],
    ['2,000 yuan without a name', { transfer_amount: 200_000 }, 'PARAM_ERROR'],
    ['a name that is not encrypted', { user_name: '张三' }, 'PARAM_ERROR'],
    ['a remark of 33 characters', { transfer_remark: '佣'.repeat(33) }, 'PARAM_ERROR'],
    ['a number with a dash', { out_bill_no: 'A-1' }, 'PARAM_ERROR'],
    ['no report', { transfer_scene_report_infos: [] }, 'PARAM_ERROR'],
    [
      'other report words',
      { transfer_scene_report_infos: [{ info_type: '活动名称', info_content: 'x' }] },
      'PARAM_ERROR',
    ],
  ])('refuses %s', async (_name, change, code) => {
    expect(await merchant.transfer(merchant.number('T'), change)).toMatchObject({
      status: 400,
      code,
    })
  })

  it('refuses a name under 0.30 yuan', async () => {
    const key = Rsa.fromSpki(cloud.env['WXPAY_PUBLIC_KEY'] ?? '') as unknown as string
    const user_name = Rsa.encrypt('张三', key)
    const change = { transfer_amount: 29, user_name }
    expect(await merchant.transfer(merchant.number('T'), change)).toMatchObject({
      code: 'PARAM_ERROR',
    })
  })

  it('keeps one bill per number: same facts answer it, other facts are refused', async () => {
    const no = merchant.number('T')
    const first = await merchant.transfer(no)
    const second = await merchant.transfer(no)
    expect(second.data).toEqual(first.data)
    expect(await merchant.transfer(no, { transfer_amount: 5_001 })).toMatchObject({
      status: 400,
      code: 'INVALID_REQUEST',
    })
  })

  it('goes through every state when WeChat is slow', async () => {
    cloud.control.settings({ acceptMs: 1_000, transferMs: 1_000 })
    const no = merchant.number('SLOW')
    expect((await merchant.transfer(no)).data).toMatchObject({ state: 'ACCEPTED' })
    expect(await billState(no)).toBe('ACCEPTED')
    cloud.clock.advance(1_000)
    const waiting = (await merchant.call('get', `${BILLS}/out-bill-no/${no}`)).data
    expect(waiting['state']).toBe('WAIT_USER_CONFIRM')
    const params = { mchId: cloud.env['WXPAY_MCHID'], appId: cloud.env['WXPAY_APPID'] }
    const confirm = { ...params, package: waiting['package_info'] }
    expect(cloud.control.confirm('oMei', confirm).result).toBe('success')
    expect(await billState(no)).toBe('TRANSFERING')
    expect(await merchant.call('post', `${BILLS}/out-bill-no/${no}/cancel`, {})).toMatchObject({
      code: 'INVALID_REQUEST',
    })
    cloud.clock.advance(1_000)
    await cloud.tick()
    expect(await billState(no)).toBe('SUCCESS')
    cloud.control.settings({ acceptMs: 0, transferMs: 0 })
  })

  it('closes after 24 hours without confirmation, and tells so', async () => {
    const no = merchant.number('OVERDUE')
    await merchant.transfer(no)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + DAY - 1_000 })
    expect(await billState(no)).toBe('WAIT_USER_CONFIRM')
    vi.setSystemTime(Date.now() + 2_000)
    await cloud.tick()
    const { data } = await merchant.call('get', `${BILLS}/out-bill-no/${no}`)
    expect(data).toMatchObject({ state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' })
    vi.useRealTimers()
    await cloud.control.drain()
    const told = cloud.control.notices().find((notice) => notice.about === no)
    expect(told).toMatchObject({ eventType: 'MCHTRANSFER.BILL.FINISHED', state: 'delivered' })
  })

  it('fails on confirmation when ordered to', async () => {
    const no = merchant.number('FAIL')
    const { data } = await merchant.transfer(no)
    cloud.control.decideTransfer(no, 'FAIL_ON_CONFIRM', 'ACCOUNT_FROZEN')
    const mchId = cloud.env['WXPAY_MCHID']
    cloud.control.confirm('oMei', { mchId, package: data['package_info'] })
    await cloud.control.drain()
    const state = (await merchant.call('get', `${BILLS}/out-bill-no/${no}`)).data
    expect(state).toMatchObject({ state: 'FAIL', fail_reason: 'ACCOUNT_FROZEN' })
  })

  it('stays within the day’s limit of a person and the merchant’s balance', async () => {
    cloud.control.settings({ dailyLimitFen: 60_000 })
    expect(
      (await merchant.transfer(merchant.number('DAY'), { openid: 'oDay', transfer_amount: 59_990 }))
        .status,
    ).toBe(200)
    const over = await merchant.transfer(merchant.number('DAY'), {
      openid: 'oDay',
      transfer_amount: 20,
    })
    expect(over).toMatchObject({ status: 403, code: 'QUOTA_EXCEED' })
    cloud.control.settings({ dailyLimitFen: 2_000_000, balanceFen: 100 })
    expect(await merchant.transfer(merchant.number('BAL'))).toMatchObject({
      status: 403,
      code: 'NOT_ENOUGH',
    })
    expect((await merchant.transfer(merchant.number('BAL'), { transfer_amount: 60 })).status).toBe(
      200,
    )
    expect(cloud.control.settings().balanceFen).toBe(40)
    cloud.control.settings({ balanceFen: 1_000_000_000 })
  })
})
