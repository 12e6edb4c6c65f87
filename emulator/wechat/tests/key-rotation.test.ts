import { X509Certificate } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Aes, Decorator, Formatter, Rsa } from 'wechatpay-axios-plugin'
import { createWechatPay } from '../../../cloudfunctions/adapters/wechat-pay'
import { BILLS, callBy, createMerchant, type Merchant } from './merchant'
import { startTestCloud, type TestCloud } from './test-cloud'

let cloud: TestCloud
let merchant: Merchant

beforeEach(async () => {
  cloud = await startTestCloud()
  merchant = createMerchant(cloud)
})
afterEach(() => cloud.stop())

const changes = () => cloud.control.keyChanges
const lastNotice = () => {
  const sent = cloud.merchant.received.at(-1)
  if (!sent) throw new Error('nothing came')
  return sent
}

/** A client that knows the given keys and asks for answers under the first. */
function clientWith(keys: readonly { id: string; key: string }[]): Decorator {
  const { env } = cloud
  return new Decorator({
    mchid: env['WXPAY_MCHID'] ?? '',
    serial: env['WXPAY_MERCHANT_SERIAL'] ?? '',
    privateKey: Rsa.fromPkcs8(env['WXPAY_MERCHANT_PRIVATE_KEY'] ?? '') as unknown as string,
    certs: Object.fromEntries(keys.map(({ id, key }) => [id, key])),
    baseURL: cloud.base,
    proxy: false,
    ...(keys[0] ? { headers: { 'Wechatpay-Serial': keys[0].id } } : {}),
  })
}

interface CertificateEntry {
  serial_no: string
  effective_time: string
  expire_time: string
  encrypt_certificate: { ciphertext: string; nonce: string; associated_data: string }
}

/** The first download, before any certificate is known: unverified, but only the APIv3 key opens it. */
async function downloadCertificates(apiV3Key = cloud.control.keys().apiV3Key) {
  const anyKey = cloud.control.keyChanges.list()[0]?.publicKey ?? ''
  const client = clientWith([{ id: 'any', key: Rsa.fromSpki(anyKey) as unknown as string }])
  const answer = await client.request<{ data: CertificateEntry[] }>(
    'v3/certificates',
    'get',
    undefined,
    {
      transformResponse: [(text: string) => JSON.parse(text) as unknown],
    },
  )
  return answer.data.data.map((entry) => {
    const { ciphertext, nonce, associated_data } = entry.encrypt_certificate
    const pem = Aes.AesGcm.decrypt(ciphertext, apiV3Key, nonce, associated_data)
    return { ...entry, pem }
  })
}

describe('platform certificates', () => {
  it('are not there for a merchant who has only the public key', async () => {
    expect(await merchant.call('get', 'v3/certificates')).toMatchObject({
      status: 404,
      code: 'RESOURCE_NOT_EXISTS',
    })
  })

  it('are X.509, sealed with the APIv3 key, two at once during a change', async () => {
    const first = changes().issue('certificate')
    const second = changes().issue('certificate')
    const downloaded = await downloadCertificates()
    expect(downloaded.map((each) => each.serial_no)).toEqual([first.id, second.id])
    for (const each of downloaded) {
      const certificate = new X509Certificate(each.pem)
      expect(certificate.serialNumber).toBe(each.serial_no)
      expect(certificate.verify(certificate.publicKey)).toBe(true)
      expect(Date.parse(certificate.validTo)).toBe(Date.parse(each.expire_time))
      expect(Date.parse(certificate.validFrom)).toBe(Date.parse(each.effective_time))
    }
    await expect(downloadCertificates('0'.repeat(32))).rejects.toThrow()
  })

  it('are no longer handed out when they have expired', async () => {
    changes().issue('certificate')
    const other = changes().issue('certificate')
    expect(await downloadCertificates()).toHaveLength(2)
    cloud.clock.advance(6 * 365 * 86_400_000)
    // The SDK's clock stands where it was, so the answer is read without it.
    const { listCertificates } = await import('../pay/list-certificates')
    const keys = cloud.control.keys()
    const ctx = { keys: () => keys, now: () => cloud.clock.now() } as never
    expect(() => listCertificates(ctx)).toThrow('无可用的平台证书')
    expect(other.expireAt).toBeLessThan(cloud.clock.now())
  })

  it('serve the whole business: calls, notices and sealed names', async () => {
    const { id } = changes().issue('certificate')
    changes().signWith(id)
    const [certificate] = await downloadCertificates()
    const client = clientWith([{ id, key: certificate?.pem ?? '' }])
    expect(
      await callBy(client, 'get', 'v3/pay/transactions/out-trade-no/NONE01', undefined, {
        params: { mchid: cloud.env['WXPAY_MCHID'] },
      }),
    ).toMatchObject({ code: 'ORDER_NOT_EXIST' })
    const transfer = {
      appid: cloud.env['WXPAY_APPID'],
      out_bill_no: 'CERT1',
      transfer_scene_id: '1005',
      openid: 'oMei',
      user_name: Rsa.encrypt('林美', certificate?.pem ?? ''),
      transfer_amount: 200_000,
      transfer_remark: '佣金',
      transfer_scene_report_infos: [
        { info_type: '岗位类型', info_content: '推广员' },
        { info_type: '报酬说明', info_content: '11月佣金' },
      ],
    }
    expect(await callBy(client, 'post', BILLS, transfer)).toMatchObject({ status: 200 })
    expect(cloud.control.transfers()[0]?.userName).toBe('林美')
    const notice = await payAndReceive('CERTPAID')
    expect(notice.headers['wechatpay-serial']).toBe(id)
    expect(isSignedBy(notice, certificate?.pem ?? '')).toBe(true)
  })
})

async function payAndReceive(outTradeNo: string) {
  await merchant.payFor(outTradeNo)
  await cloud.control.drain()
  return lastNotice()
}

function isSignedBy(notice: { headers: Record<string, string>; body: string }, key: string) {
  const part = (name: string) => notice.headers[`wechatpay-${name}`] ?? ''
  const message = Formatter.response(part('timestamp'), part('nonce'), notice.body)
  return Rsa.verify(message, part('signature'), key)
}

describe('a change of WeChat’s key', () => {
  const spki = (card: { publicKey: string }) => Rsa.fromSpki(card.publicKey) as unknown as string

  it('lets both keys work until the old one is retired', async () => {
    const [old] = changes().list()
    if (!old) throw new Error('no key')
    const fresh = changes().issue('public-key')
    const asOld = clientWith([{ id: old.id, key: spki(old) }])
    const asFresh = clientWith([{ id: fresh.id, key: spki(fresh) }])
    const query = (client: Decorator) =>
      callBy(client, 'post', 'v3/pay/transactions/out-trade-no/CLOSEME1/close', {
        mchid: cloud.env['WXPAY_MCHID'],
      })
    // Who asks for a key in Wechatpay-Serial is answered under that key.
    expect(await query(asOld)).toMatchObject({ status: 204 })
    expect(await query(asFresh)).toMatchObject({ status: 204 })
    expect((await payAndReceive('BEFORE01')).headers['wechatpay-serial']).toBe(old.id)
    changes().signWith(fresh.id)
    const after = await payAndReceive('AFTER001')
    expect(after.headers['wechatpay-serial']).toBe(fresh.id)
    expect(isSignedBy(after, spki(fresh))).toBe(true)
    expect(isSignedBy(after, spki(old))).toBe(false)
    expect(await query(asOld)).toMatchObject({ status: 204 })
    changes().retire(old.id)
    expect(await query(asOld)).toMatchObject({ code: 'EV3_RES_HEADER_PLATFORM_SERIAL' })
    expect(await query(asFresh)).toMatchObject({ status: 204 })
  })

  it('opens names sealed for either key, and for no other', async () => {
    const [old] = changes().list()
    const fresh = changes().issue('certificate')
    if (!old) throw new Error('no key')
    const send = (no: string, key: string, serial: string) =>
      merchant.call(
        'post',
        BILLS,
        merchant.bill(no, { transfer_amount: 5_000, user_name: Rsa.encrypt('林美', key) }),
        { headers: { 'Wechatpay-Serial': serial } },
      )
    expect(await send('OLDKEY', spki(old), old.id)).toMatchObject({ status: 200 })
    expect(await send('NEWKEY', spki(fresh), fresh.id)).not.toMatchObject({ code: 'PARAM_ERROR' })
    expect(cloud.control.transfers().map((each) => each.userName)).toEqual(['林美', '林美'])
    expect(await send('CROSSED', spki(old), fresh.id)).toMatchObject({ code: 'PARAM_ERROR' })
    expect(await send('NOBODYS', spki(old), 'PUB_KEY_ID_9')).toMatchObject({ code: 'PARAM_ERROR' })
    expect(cloud.control.transfers()).toHaveLength(2)
  })

  it('cannot end the key that signs, nor one that isn’t there', () => {
    const [old] = changes().list()
    expect(() => changes().retire(old?.id ?? '')).toThrow('still signing')
    expect(() => changes().signWith('PUB_KEY_ID_9')).toThrow('no platform key')
    expect(() => changes().retire('PUB_KEY_ID_9')).toThrow('no platform key')
  })

  it('is lived through by the shop’s adapter with WXPAY_FORMER_KEY', async () => {
    const before = createWechatPay(cloud.env)
    const fresh = changes().issue('certificate')
    changes().signWith(fresh.id)
    // What a function started now is given.
    const env = cloud.extension.env?.(cloud.base) ?? {}
    expect(env['WXPAY_PUBLIC_KEY_ID']).toBe(fresh.id)
    expect(env['WXPAY_FORMER_KEY_ID']).toBe(cloud.env['WXPAY_PUBLIC_KEY_ID'])
    const after = createWechatPay(env)
    const notice = await payAndReceive('ADAPTER1')
    const now = cloud.clock.now()
    const read = (shop: typeof after) => () =>
      shop.payments.readNotice(notice.headers, notice.body, now)
    // A function that still runs with the old variables must not believe what it can't check.
    expect(read(before)).toThrow('KEY_UNKNOWN')
    expect(read(after)()).toMatchObject({ kind: 'payment', outTradeNo: 'ADAPTER1' })
    expect((await before.payments.query('ADAPTER1')).state).toBe('success')
    expect((await after.payments.query('ADAPTER1')).state).toBe('success')
    const bill = { openid: 'oMei', amountFen: 200_000, remark: '佣金', userName: '林美' }
    await after.transfers.dispatch({ ...bill, outBillNo: 'ADAPTERBILL' })
    expect(cloud.control.transfers()[0]?.userName).toBe('林美')
  })
})

it('the shop’s adapter takes a platform certificate as its key, in one line of PEM', async () => {
  const { id, certificate = '' } = changes().issue('certificate')
  changes().signWith(id)
  const oneLine = certificate.trim().replaceAll('\n', '\\n')
  const env = { ...cloud.env, WXPAY_PUBLIC_KEY_ID: id, WXPAY_PUBLIC_KEY: oneLine }
  const shop = createWechatPay(env)
  const notice = await payAndReceive('PEMPAID1')
  const read = shop.payments.readNotice(notice.headers, notice.body, cloud.clock.now())
  expect(read).toMatchObject({ kind: 'payment', outTradeNo: 'PEMPAID1' })
  expect((await shop.payments.query('PEMPAID1')).state).toBe('success')
  const bill = { openid: 'oMei', amountFen: 200_000, remark: '佣金', userName: '林美' }
  await shop.transfers.dispatch({ ...bill, outBillNo: 'PEMBILL' })
  expect(cloud.control.transfers()[0]?.userName).toBe('林美')
})

describe('a change of the APIv3 key', () => {
  it('seals everything with the new one, also what was waiting', async () => {
    cloud.control.pause()
    await merchant.payFor('WAITING1')
    const old = cloud.control.keys().apiV3Key
    const fresh = changes().changeApiV3Key()
    await cloud.control.resume()
    const { resource } = JSON.parse(lastNotice().body) as {
      resource: { ciphertext: string; nonce: string; associated_data: string }
    }
    const open = (key: string) =>
      Aes.AesGcm.decrypt(resource.ciphertext, key, resource.nonce, resource.associated_data)
    expect(open(fresh)).toContain('WAITING1')
    expect(() => open(old)).toThrow()
    changes().issue('certificate')
    expect(await downloadCertificates(fresh)).toHaveLength(1)
  })
})
