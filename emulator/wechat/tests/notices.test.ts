import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import { createMerchant, type Merchant } from './merchant'
import { createBuckets, startTestCloud, type TestCloud } from './test-cloud'

const state = createBuckets()
let cloud: TestCloud
let merchant: Merchant

// One state for all: the keys are made once, as in a shop that keeps its data.
beforeEach(async () => {
  for (const bucket of [
    'wechat_pay_notices',
    'wechat_pay_orders',
    'wechat_settings',
    'wechat_open_work',
  ]) {
    for (const { key } of state.list(bucket)) state.remove(bucket, key)
  }
  cloud = await startTestCloud({}, state)
  merchant = createMerchant(cloud)
})
afterEach(() => cloud.stop())

const attempts = () => cloud.control.notices().map((notice) => notice.attempts.length)

describe('a notice', () => {
  it('opens with the SDK’s own tools', async () => {
    await merchant.payFor('ORDER001')
    await cloud.control.drain()
    const [sent] = cloud.merchant.received
    if (!sent) throw new Error('nothing came')
    const { headers, body } = sent
    const key = Rsa.fromSpki(cloud.env['WXPAY_PUBLIC_KEY'] ?? '') as unknown as string
    const part = (name: string) => headers[`wechatpay-${name}`] ?? ''
    expect(part('serial')).toBe(cloud.env['WXPAY_PUBLIC_KEY_ID'])
    const message = Formatter.response(part('timestamp'), part('nonce'), body)
    expect(Rsa.verify(message, part('signature'), key)).toBe(true)
    expect(Rsa.verify(`${message} `, part('signature'), key)).toBe(false)
    const { event_type, resource } = JSON.parse(body) as {
      event_type: string
      resource: { ciphertext: string; nonce: string; associated_data: string }
    }
    expect(event_type).toBe('TRANSACTION.SUCCESS')
    const { ciphertext, nonce, associated_data } = resource
    const secret = cloud.env['WXPAY_APIV3_KEY'] ?? ''
    const plain = Aes.AesGcm.decrypt(ciphertext, secret, nonce, associated_data)
    const facts = JSON.parse(plain) as object
    expect(facts).toMatchObject({ out_trade_no: 'ORDER001', amount: { total: 10_000 } })
  })

  it('is repeated by WeChat’s schedule until it is taken', async () => {
    cloud.merchant.status = 500
    await merchant.payFor('ORDER001')
    await cloud.control.drain()
    expect(attempts()).toEqual([1])
    await cloud.tick()
    expect(attempts()).toEqual([1])
    let tried = 1
    for (const seconds of [15, 15, 30, 180, 600]) {
      cloud.clock.advance((seconds - 1) * 1000)
      await cloud.tick()
      expect(attempts()).toEqual([tried])
      cloud.clock.advance(1_100)
      await cloud.tick()
      expect(attempts()).toEqual([(tried += 1)])
    }
    cloud.merchant.status = 204
    cloud.clock.advance(1_200_000)
    await cloud.tick()
    expect(cloud.control.notices()[0]).toMatchObject({ state: 'delivered' })
    cloud.clock.advance(86_400_000)
    await cloud.tick()
    expect(attempts()).toEqual([7])
    const bodies = new Set(cloud.merchant.received.map((each) => each.body))
    expect(bodies.size).toBe(1)
  })

  it('is given up after a day and 15 repetitions', async () => {
    cloud.merchant.status = 500
    await merchant.payFor('ORDER001')
    await cloud.control.drain()
    for (let i = 0; i < 20; i += 1) {
      cloud.clock.advance(21_600_000)
      await cloud.tick()
    }
    expect(attempts()).toEqual([16])
    expect(cloud.control.notices('abandoned')).toHaveLength(1)
  })

  it('survives a restart undelivered and is sent then', async () => {
    cloud.control.pause()
    await merchant.payFor('ORDER001')
    await cloud.control.drain()
    await cloud.stop()
    cloud = await startTestCloud({}, state)
    expect(cloud.control.settings().noticesPaused).toBe(true)
    expect(cloud.control.notices('pending')).toHaveLength(1)
    await cloud.control.resume()
    // The cloud listens on another port now.
    expect(cloud.merchant.received).toHaveLength(1)
    expect(cloud.control.notices('delivered')).toHaveLength(1)
  })

  it('waits while paused, comes by hand, and comes twice when asked', async () => {
    cloud.control.pause()
    await merchant.payFor('ORDER001')
    await cloud.tick()
    expect(cloud.merchant.received).toHaveLength(0)
    const id = cloud.control.notices('pending')[0]?.id ?? ''
    expect(await cloud.control.deliver(id, 2)).toEqual(['200', '200'])
    expect(cloud.merchant.received).toHaveLength(2)
    await cloud.control.resume()
    expect(cloud.merchant.received).toHaveLength(2)
  })

  it('comes again when the merchant’s answer is lost, although it was taken', async () => {
    cloud.faults.push({ target: 'notice', effect: { effect: 'drop-answer-after-work' } })
    await merchant.payFor('ORDER001')
    await cloud.control.drain()
    expect(cloud.merchant.received).toHaveLength(1)
    expect(cloud.control.notices()[0]).toMatchObject({ state: 'pending' })
    cloud.clock.advance(15_000)
    await cloud.tick()
    expect(cloud.merchant.received).toHaveLength(2)
    expect(cloud.control.notices()[0]).toMatchObject({ state: 'delivered' })
  })

  it('is lost or doubled by an ordered fault', async () => {
    cloud.faults.push({ target: 'notice', effect: { effect: 'fail' } })
    await merchant.payFor('ORDER001')
    await cloud.control.drain()
    expect(cloud.merchant.received).toHaveLength(0)
    cloud.faults.push({ target: 'notice', effect: { effect: 'fail', code: 'DUPLICATE' } })
    cloud.clock.advance(15_000)
    await cloud.tick()
    expect(cloud.merchant.received).toHaveLength(2)
  })

  it.each(['forged', 'unsigned', 'late', 'unknown-serial'] as const)(
    'can be forged: %s',
    async (flaw) => {
      await merchant.place('ORDER001')
      expect(await cloud.control.forge({ outTradeNo: 'ORDER001', flaw })).toBe('200')
      expect(cloud.merchant.received).toHaveLength(1)
      expect((await merchant.query('ORDER001')).data['trade_state']).toBe('NOTPAY')
    },
  )
})

describe('a forged notice about a refund or a transfer', () => {
  it('is sealed and signed like a true one, and says what it is told to', async () => {
    await merchant.payFor('ORDER001')
    await merchant.refund('ORDER001', 'R1', 100)
    await merchant.transfer('T1')
    await cloud.control.drain()
    cloud.merchant.received.length = 0
    expect(await cloud.control.forge({ outRefundNo: 'R1', amountFen: 9_999 })).toBe('200')
    expect(await cloud.control.forge({ outBillNo: 'T1', openid: 'oThief' })).toBe('200')
    const told = cloud.merchant.received.map(({ path, body }) => {
      const { resource } = JSON.parse(body) as {
        resource: { ciphertext: string; nonce: string; associated_data: string }
      }
      const { ciphertext, nonce, associated_data } = resource
      const secret = cloud.env['WXPAY_APIV3_KEY'] ?? ''
      const facts = Aes.AesGcm.decrypt(ciphertext, secret, nonce, associated_data)
      return { path, facts: JSON.parse(facts) as object }
    })
    expect(told).toMatchObject([
      {
        path: '/http/pay-notify/refund',
        facts: { out_refund_no: 'R1', refund_status: 'SUCCESS', amount: { refund: 9_999 } },
      },
      {
        path: '/http/pay-notify/transfer',
        facts: { out_bill_no: 'T1', state: 'SUCCESS', openid: 'oThief', fail_reason: '' },
      },
    ])
    expect((await merchant.findBill('T1'))['state']).toBe('WAIT_USER_CONFIRM')
    await expect(cloud.control.forge({ outBillNo: 'NONE' })).rejects.toThrow('no transfer bill')
    await expect(cloud.control.forge({})).rejects.toThrow('name an')
  })
})

describe('the control over HTTP', () => {
  const control = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${cloud.base}/__emulator__/wechat/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
  }

  it('pauses, lists, delivers, forges and decides', async () => {
    expect((await control('POST', 'notices/pause')).json).toEqual({ paused: true })
    await merchant.payFor('ORDER001')
    const notices = (await control('GET', 'notices?state=pending')).json as unknown as {
      id: string
    }[]
    expect(notices).toHaveLength(1)
    const delivered = await control('POST', `notices/${notices[0]?.id}/deliver`, { times: 2 })
    expect(delivered.json).toEqual({ answers: ['200', '200'] })
    const forged = await control('POST', 'forge', { outTradeNo: 'ORDER001', amountFen: 1 })
    expect(forged.json).toEqual({ answer: '200' })
    await control('PUT', 'settings', { refundMs: 60_000 })
    await merchant.refund('ORDER001', 'HTTPR1', 10)
    const decided = await control('POST', 'refunds/HTTPR1/outcome', { outcome: 'ABNORMAL' })
    expect(decided.json).toMatchObject({ outcome: 'ABNORMAL' })
    await merchant.transfer('HTTPT1')
    const failed = await control('POST', 'transfers/HTTPT1/outcome', {
      outcome: 'FAIL',
      reason: 'TRANSFER_RISK',
    })
    expect(failed.json).toMatchObject({ state: 'FAIL', failReason: 'TRANSFER_RISK' })
  })

  it('changes keys step by step', async () => {
    const [old] = (await control('GET', 'keys')).json as unknown as { id: string }[]
    const fresh = (await control('POST', 'keys', { kind: 'certificate' })).json
    expect(fresh).toMatchObject({ kind: 'certificate', isSigning: false })
    expect(fresh).not.toHaveProperty('privateKey')
    expect((await control('POST', `keys/${String(fresh['id'])}/sign`)).json).toMatchObject({
      isSigning: true,
    })
    await control('POST', `keys/${old?.id}/retire`)
    const left = (await control('GET', 'keys')).json as unknown as { id: string }[]
    expect(left.map((key) => key.id)).toEqual([fresh['id']])
    expect((await control('POST', 'keys', { kind: 'wax' })).status).toBe(400)
    const { apiV3Key } = (await control('POST', 'keys/apiv3')).json
    expect(apiV3Key).toMatch(/^[0-9a-f]{32}$/)
    expect(apiV3Key).not.toBe(cloud.env['WXPAY_APIV3_KEY'])
  })

  it('makes people and templates known, and takes a limit away with null', async () => {
    const person = { realName: '林美', phone: '13800000000' }
    expect((await control('PUT', 'people/oMei', person)).json).toMatchObject(person)
    expect(cloud.extension.people?.()).toEqual([{ openid: 'oMei', name: '林美' }])
    await control('PUT', 'templates/T1', { fields: ['thing1'] })
    expect((await control('PUT', 'templates/T1', { fields: 'thing1' })).status).toBe(400)
    expect((await control('PUT', 'settings', { balanceFen: 1 })).json).toMatchObject({
      balanceFen: 1,
    })
    expect((await control('PUT', 'settings', { balanceFen: null })).json).not.toHaveProperty(
      'balanceFen',
    )
    expect((await control('PUT', 'settings', { refundMs: null })).status).toBe(400)
    expect((await control('PUT', 'settings', { refundOutcome: 'LOST' })).status).toBe(400)
  })

  it('names what is wrong with a call', async () => {
    expect((await control('PUT', 'settings', { speed: 1 })).json).toEqual({
      error: 'unknown setting: speed',
    })
    expect((await control('POST', 'forge', { outTradeNo: 'NONE' })).status).toBe(400)
    expect((await control('GET', 'nothing')).status).toBe(404)
  })
})
