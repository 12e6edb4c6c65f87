// The adapter at work against the sandbox: what its tests share.
import type { PayNotice } from '../../../cloudfunctions/ports/payments'
import { createWechatPay } from '../../../cloudfunctions/adapters/wechat-pay'
import type { TestCloud } from './test-cloud'

export const PAYER = 'oShopper'
export const PAYEE = 'oMei'

export async function failureOf(run: Promise<unknown>): Promise<unknown> {
  return run.then(
    () => 'no failure',
    (error: unknown) => error,
  )
}

export function createShop(cloud: TestCloud) {
  const { payments, transfers } = createWechatPay(cloud.env)
  let last = 0
  const number = (prefix: string) => `${prefix}${String((last += 1)).padStart(10, '0')}`
  const prepay = (outTradeNo: string, amountFen = 12_345) =>
    payments.prepay({
      outTradeNo,
      description: '茶与礼 · 银毫 & "礼盒"',
      amountFen,
      payerOpenid: PAYER,
      expireAt: cloud.clock.now() + 900_000,
      attach: 'ord_1',
    })
  const payFor = async (outTradeNo: string, amountFen = 12_345): Promise<void> => {
    const { prepayId } = await prepay(outTradeNo, amountFen)
    const params = payments.clientParams(prepayId, cloud.clock.now(), 'nonce')
    const { errMsg } = cloud.control.pay(PAYER, params)
    if (errMsg !== 'requestPayment:ok') throw new Error(errMsg)
    await cloud.control.drain()
  }
  const lastNotice = (): PayNotice => {
    const sent = cloud.merchant.received.at(-1)
    if (!sent) throw new Error('no notice came')
    return payments.readNotice(sent.headers, sent.body, cloud.clock.now())
  }
  return { payments, transfers, number, prepay, payFor, lastNotice }
}

export type Shop = ReturnType<typeof createShop>
