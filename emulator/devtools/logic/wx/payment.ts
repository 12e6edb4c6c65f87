/** wx.requestPayment, requestMerchantTransfer and the receipt of an order: WeChat's sheets, the local cloud's money. */
import { askWeChat } from './ask-wechat'
import { wxCalls, WxFailure, type WxHost } from './define'
import { takeParameters } from './take-parameters'

/** A call whose answer the app never gets. */
const never = () => new Promise<never>(() => {})

async function requestPayment(host: WxHost, options: object): Promise<void> {
  const request = takeParameters(options, {
    timeStamp: 'String',
    nonceStr: 'String',
    package: 'String',
    signType: 'String?',
    paySign: 'String',
  })
  const body = { ...request, signType: request.signType ?? 'MD5' }
  const about = await askWeChat(host, 'request-payment', { ...body, verdict: 'look' })
  const { payment } = host.choices()
  let verdict = payment
  if (payment === 'ask') {
    const answer = await host.shell.ask({
      kind: 'payment',
      title: typeof about['payee'] === 'string' ? about['payee'] : '商户',
      content: typeof about['description'] === 'string' ? about['description'] : '',
      ...amountOf(about),
      confirmText: '确认支付',
      cancelText: '取消',
    })
    verdict = answer.verdict === 'confirm' ? 'pay' : 'cancel'
  }
  if (verdict === 'fail') throw new WxFailure('支付失败，银行卡余额不足')
  await askWeChat(host, 'request-payment', {
    ...body,
    verdict: verdict === 'cancel' ? 'cancel' : 'pay',
  })
  // A payment may be the occasion to ask for subscribe messages.
  host.phone.tappedPageId = host.topPage().pageId
  if (verdict === 'lost') await never()
}

function amountOf({ amountFen }: Record<string, unknown>): { amountFen?: number } {
  return typeof amountFen === 'number' ? { amountFen } : {}
}

async function requestMerchantTransfer(host: WxHost, options: object): Promise<object> {
  const request = takeParameters(options, {
    mchId: 'String',
    appId: 'String?',
    package: 'String',
    openId: 'String?',
  })
  const body = { mchId: request.mchId, appId: request.appId, package: request.package }
  const about = await askWeChat(host, 'confirm-transfer', { ...body, verdict: 'look' })
  let verdict = host.choices().transfer
  if (verdict === 'ask') {
    const answer = await host.shell.ask({
      kind: 'transfer',
      title: '收款',
      content: typeof about['remark'] === 'string' ? about['remark'] : '商家转账',
      ...amountOf(about),
      confirmText: '确认收款',
      cancelText: '暂不收款',
    })
    verdict = answer.verdict === 'confirm' ? 'confirm' : 'cancel'
  }
  return askWeChat(host, 'confirm-transfer', { ...body, verdict })
}

async function openBusinessView(host: WxHost, options: object): Promise<object> {
  const { businessType, extraData } = takeParameters(options, {
    businessType: 'String',
    extraData: 'Object?',
  })
  if (businessType !== 'weappOrderConfirm') {
    throw new WxFailure(`businessType ${businessType} is not supported`)
  }
  let verdict = host.choices().receipt
  if (verdict === 'ask') {
    const answer = await host.shell.ask({
      kind: 'receipt',
      title: '确认收货',
      content: '确认收到商品后，订单款项将结算给商家。',
      confirmText: '确认收货',
      cancelText: '取消',
    })
    verdict = answer.verdict === 'confirm' ? 'confirm' : 'cancel'
  }
  return askWeChat(host, 'confirm-receipt', {
    ...extraData,
    ...(verdict === 'cancel' ? { verdict } : {}),
  })
}

export function payment(host: WxHost): Record<string, unknown> {
  return wxCalls({
    requestPayment: (options) => requestPayment(host, options),
    requestMerchantTransfer: (options) => requestMerchantTransfer(host, options),
    openBusinessView: (options) => openBusinessView(host, options),
  })
}
