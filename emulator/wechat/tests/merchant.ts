// A merchant of the sandbox that speaks through the SDK's own client, as a real server would.
import { Decorator, Rsa } from 'wechatpay-axios-plugin'
import type { TestCloud } from './test-cloud'

export const REFUNDS = 'v3/refund/domestic/refunds'
export const BILLS = 'v3/fund-app/mch-transfer/transfer-bills'

export interface Outcome {
  status: number
  code: string
  data: Record<string, unknown>
}

export function connect(base: string, env: Record<string, string>): Decorator {
  return new Decorator({
    mchid: env['WXPAY_MCHID'] ?? '',
    serial: env['WXPAY_MERCHANT_SERIAL'] ?? '',
    privateKey: Rsa.fromPkcs8(env['WXPAY_MERCHANT_PRIVATE_KEY'] ?? '') as unknown as string,
    certs: {
      [env['WXPAY_PUBLIC_KEY_ID'] ?? '']: Rsa.fromSpki(env['WXPAY_PUBLIC_KEY'] ?? ''),
    },
    baseURL: base,
    proxy: false,
    timeout: 3_000,
    headers: { 'Wechatpay-Serial': env['WXPAY_PUBLIC_KEY_ID'] ?? '' },
  })
}

/** Calls as a merchant would and brings success and refusal into one shape. */
export async function callBy(
  client: Decorator,
  method: string,
  path: string,
  body?: object,
  extra?: object,
): Promise<Outcome> {
  try {
    const answer = await client.request<Record<string, unknown>>(path, method, body, { ...extra })
    return { status: answer.status, code: '', data: answer.data }
  } catch (error) {
    const failure = error as { code?: string; response?: { status: number; data: Outcome } }
    const local = failure.code?.startsWith('EV3_') ? failure.code : undefined
    const response = failure.response
    const code = local ?? response?.data.code ?? failure.code ?? ''
    return { status: response?.status ?? 0, code, data: {} }
  }
}

export function createMerchant(cloud: TestCloud) {
  const { env } = cloud
  const client = connect(cloud.base, env)
  const call = (method: string, path: string, body?: object, extra?: object) =>
    callBy(client, method, path, body, extra)
  /** The body of an order over 100 yuan by oX. */
  const order = (outTradeNo: string, change: object = {}) => ({
    appid: env['WXPAY_APPID'],
    mchid: env['WXPAY_MCHID'],
    description: '茶叶 & "礼盒"',
    out_trade_no: outTradeNo,
    notify_url: `${env['WXPAY_NOTIFY_BASE']}/payment`,
    amount: { total: 10_000, currency: 'CNY' },
    payer: { openid: 'oX' },
    ...change,
  })
  const place = (outTradeNo: string, change: object = {}) =>
    call('post', 'v3/pay/transactions/jsapi', order(outTradeNo, change))
  const query = (outTradeNo: string) =>
    call('get', `v3/pay/transactions/out-trade-no/${outTradeNo}`, undefined, {
      params: { mchid: env['WXPAY_MCHID'] },
    })
  /** The parameters of wx.requestPayment. */
  const sheet = (prepayId: unknown, change: object = {}) => {
    const timeStamp = String(Math.floor(cloud.clock.now() / 1000))
    const parts = [env['WXPAY_APPID'] ?? '', timeStamp, 'nonce', `prepay_id=${String(prepayId)}`]
    const key = Rsa.fromPkcs8(env['WXPAY_MERCHANT_PRIVATE_KEY'] ?? '') as unknown as string
    const paySign = Rsa.sign(`${parts.join('\n')}\n`, key)
    return { timeStamp, nonceStr: 'nonce', package: parts[3], signType: 'RSA', paySign, ...change }
  }
  /** Places an order and pays it as its payer. */
  const payFor = async (outTradeNo: string, change: object = {}) => {
    const placed = await place(outTradeNo, change)
    const result = cloud.control.pay('oX', sheet(placed.data['prepay_id']))
    if (result.errMsg !== 'requestPayment:ok') throw new Error(result.errMsg)
  }
  const refund = (outTradeNo: string, outRefundNo: string, fen: number, total = 10_000) =>
    call('post', REFUNDS, {
      out_trade_no: outTradeNo,
      out_refund_no: outRefundNo,
      reason: '少发',
      notify_url: `${env['WXPAY_NOTIFY_BASE']}/refund`,
      amount: { refund: fen, total, currency: 'CNY' },
    })
  const findRefund = async (no: string) => (await call('get', `${REFUNDS}/${no}`)).data
  /** The body of a transfer of 50 yuan to Mei. */
  const bill = (outBillNo: string, change: object = {}) => ({
    appid: env['WXPAY_APPID'],
    out_bill_no: outBillNo,
    transfer_scene_id: '1005',
    openid: 'oMei',
    transfer_amount: 5_000,
    transfer_remark: '佣金',
    notify_url: `${env['WXPAY_NOTIFY_BASE']}/transfer`,
    transfer_scene_report_infos: [
      { info_type: '岗位类型', info_content: '推广员' },
      { info_type: '报酬说明', info_content: '11月佣金' },
    ],
    ...change,
  })
  const transfer = (outBillNo: string, change: object = {}) =>
    call('post', BILLS, bill(outBillNo, change))
  /** Seals a text for the key that the merchant was given. */
  const seal = (plain: string) => Rsa.encrypt(plain, Rsa.fromSpki(env['WXPAY_PUBLIC_KEY'] ?? ''))
  const findBill = async (no: string) => (await call('get', `${BILLS}/out-bill-no/${no}`)).data
  let last = 0
  const number = (prefix: string) => `${prefix}${String((last += 1)).padStart(8, '0')}`
  return {
    ...{ client, call, order, place, query, sheet, payFor, refund },
    ...{ findRefund, bill, transfer, seal, findBill, number },
  }
}

export type Merchant = ReturnType<typeof createMerchant>
