// WeChat's server API over plain HTTP, for code that is not a cloud function: login, access token, and openapi by path.
import { answerJson, readObject } from './answers'
import type { HttpAnswer, HttpRequest } from './host'
import type { OpenApi } from './openapi'
import { exchangeLoginCode, findTokenFault, issueAccessToken } from './openapi/login'
import type { PayContext } from './pay/context'

/** The same calls as cloud.openapi has, at the addresses of api.weixin.qq.com. */
const PATHS: Record<string, string> = {
  '/wxa/getwxacodeunlimit': 'wxacode.getUnlimited',
  '/wxa/getwxacode': 'wxacode.get',
  '/cgi-bin/wxaapp/createwxaqrcode': 'wxacode.createQRCode',
  '/cgi-bin/message/subscribe/send': 'subscribeMessage.send',
  '/wxa/msg_sec_check': 'security.msgSecCheck',
  '/wxa/business/getuserphonenumber': 'phonenumber.getPhoneNumber',
  '/wxa/generatescheme': 'urlscheme.generate',
  '/wxa/generate_urllink': 'urllink.generate',
  '/wxa/sec/order/upload_shipping_info': 'wxa.sec.order.uploadShippingInfo',
  '/wxa/sec/order/get_order': 'wxa.sec.order.getOrder',
  '/wxa/sec/order/is_trade_managed': 'wxa.sec.order.isTradeManaged',
}

async function callByPath(
  ctx: PayContext,
  openApi: OpenApi,
  name: string,
  url: URL,
  body: Buffer,
): Promise<HttpAnswer> {
  const token = url.searchParams.get('access_token') ?? ''
  const refusal = findTokenFault(ctx.tables, token, ctx.now())
  if (refusal) return answerJson(200, refusal)
  let input: Record<string, unknown>
  try {
    input = readObject(body)
  } catch {
    return answerJson(200, { errcode: 47001, errmsg: 'data format error' })
  }
  const answer = await openApi(name, input)
  if (answer && 'buffer' in answer) {
    const headers = { 'content-type': answer.contentType }
    return { status: 200, headers, body: answer.buffer }
  }
  return answerJson(200, answer?.json ?? { errcode: 48001, errmsg: 'api unauthorized' })
}

/** Answers a call of the server API, or null when it is none. Refusals are HTTP 200 with an errcode. */
export async function handleServerApi(
  ctx: PayContext,
  openApi: OpenApi,
  req: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer | null> {
  const url = new URL(req.url, 'http://emulator')
  const { tables } = ctx
  switch (`${req.method} ${url.pathname}`) {
    case 'GET /sns/jscode2session':
      return answerJson(200, exchangeLoginCode(tables, ctx.keys(), ctx.now(), url.searchParams))
    case 'GET /cgi-bin/token':
      return answerJson(200, issueAccessToken(tables, ctx.keys(), ctx.now(), url.searchParams))
    default: {
      const name = req.method === 'POST' ? PATHS[url.pathname] : undefined
      return name === undefined ? null : callByPath(ctx, openApi, name, url, body)
    }
  }
}
