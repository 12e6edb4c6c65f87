// The client side of WeChat, what a person's phone does, as JSON over HTTP under /wechat/.
import { answerJson, CORS, header, isRecord, readObject, text } from './answers'
import type { HttpAnswer, HttpRequest } from './host'
import { decodeTarget, readCodePicture, type CodeTarget } from './openapi/codes'
import { openLink, type LinkKind } from './openapi/links'
import { issueLoginCode } from './openapi/login'
import { giveConsents, personOf } from './openapi/messages'
import { issuePhoneCode, phoneNumberOf } from './openapi/phone-numbers'
import { confirmReceipt } from './openapi/shipping-orders'
import { confirmBill, findBill } from './pay/bill-moves'
import type { PayContext } from './pay/context'
import { findPayable, payOrder } from './pay/phone-payment'

/** What a wx.* call comes back with: `…:ok`, `…:fail cancel` or `…:fail <why>`. */
export interface PhoneResult {
  errMsg: string
  [name: string]: unknown
}

type Body = Record<string, unknown>

/** wx.requestPayment with the person's verdict; `look` tells what the payment sheet shows, and changes nothing. */
export function requestPayment(ctx: PayContext, openid: string, body: Body): PhoneResult {
  const found = findPayable(ctx, openid, {
    timeStamp: text(body['timeStamp']),
    nonceStr: text(body['nonceStr']),
    package: text(body['package']),
    signType: text(body['signType']),
    paySign: text(body['paySign']),
  })
  if ('fault' in found) return { errMsg: `requestPayment:fail ${found.fault}` }
  if (body['verdict'] === 'cancel') return { errMsg: 'requestPayment:fail cancel' }
  if (body['verdict'] === 'look') {
    const { totalFen: amountFen, description } = found.order
    return { errMsg: 'requestPayment:ok', amountFen, description }
  }
  payOrder(ctx, found.order)
  return { errMsg: 'requestPayment:ok' }
}

/**
 * wx.requestMerchantTransfer with the person's verdict; a cancel leaves the bill waiting, `look` tells what the
 * sheet shows.
 */
export function confirmTransfer(ctx: PayContext, openid: string, body: Body): PhoneResult {
  const keys = ctx.keys()
  const fail = (why: string) => ({ errMsg: `requestMerchantTransfer:fail ${why}` })
  if (body['mchId'] !== keys.mchid) return fail('商户号不正确')
  if (body['appId'] !== undefined && body['appId'] !== keys.appid) return fail('appId不正确')
  if (body['verdict'] === 'cancel') return fail('cancel')
  const packageInfo = text(body['package_info']) || text(body['package'])
  if (body['verdict'] === 'look') {
    const bill = findBill(ctx, openid, packageInfo)
    if ('fault' in bill) return fail(bill.fault)
    const { amountFen, remark } = bill.bill
    return { errMsg: 'requestMerchantTransfer:ok', amountFen, remark }
  }
  const found = confirmBill(ctx, openid, packageInfo)
  if ('fault' in found) return fail(found.fault)
  return { errMsg: 'requestMerchantTransfer:ok', result: 'success' }
}

/** WeChat's scene values: how the app was opened. */
const SCENES = { code: 1047, scheme: 1065, urllink: 1194 } satisfies Record<
  LinkKind | 'code',
  number
>

/** Where a path leads, as the app receives it. */
function openPath(call: string, path: string, scene: number): PhoneResult {
  const [page = '', search = ''] = path.split('?')
  const query = Object.fromEntries(new URLSearchParams(search))
  return { errMsg: `${call}:ok`, page, query, path, scene }
}

function openTarget(target: CodeTarget): PhoneResult {
  if ('path' in target) return openPath('scanCode', target.path, SCENES.code)
  const query = { scene: encodeURIComponent(target.scene) }
  const path = `${target.page}?scene=${query.scene}`
  return { errMsg: 'scanCode:ok', page: target.page, query, path, scene: SCENES.code }
}

async function scan(body: Body): Promise<PhoneResult> {
  let target: CodeTarget | null = null
  const picture = text(body['image']).replace(/^data:image\/png;base64,/, '')
  if (picture !== '') {
    const content = await readCodePicture(Buffer.from(picture, 'base64'))
    target = content === null ? null : decodeTarget(content)
  } else if (text(body['code']) !== '') {
    target = decodeTarget(text(body['code']))
  } else if (text(body['scene']) !== '') {
    target = { page: text(body['page']), scene: text(body['scene']) }
  }
  return target ? openTarget(target) : { errMsg: 'scanCode:fail 未识别到小程序码' }
}

function followLink(ctx: PayContext, body: Body): PhoneResult {
  const found = openLink(ctx.tables, text(body['link']), ctx.now())
  if (!found) return { errMsg: 'openLink:fail 链接不存在或已失效' }
  const path = found.query === '' ? found.page : `${found.page}?${found.query}`
  return openPath('openLink', path, SCENES[found.kind])
}

/** wx.openBusinessView for an order's receipt; the verdict `cancel` leaves it as it is. */
function openReceipt(ctx: PayContext, openid: string, body: Body): PhoneResult {
  const answer = (status: string, errormsg = '') => ({
    errMsg: 'openBusinessView:ok',
    extraData: { status, errormsg, req_extradata: body },
  })
  if (body['verdict'] === 'cancel') return answer('cancel')
  const fault = confirmReceipt(ctx.tables, ctx.keys().mchid, ctx.now(), openid, body)
  return fault === null ? answer('success') : answer('fail', fault)
}

function describePerson(ctx: PayContext, openid: string) {
  const { realName, consents } = personOf(ctx.tables, openid)
  const phone = phoneNumberOf(ctx.tables, openid)
  return { openid, appid: ctx.keys().appid, phone, realName: realName ?? null, consents }
}

function inboxOf(ctx: PayContext, openid: string) {
  const mine = ctx.tables.inbox.all().filter((message) => message.openid === openid)
  return { messages: mine.sort((a, b) => b.sentAt - a.sentAt || (a.id < b.id ? 1 : -1)) }
}

async function run(ctx: PayContext, route: string, openid: string, body: Body): Promise<unknown> {
  switch (route) {
    case 'GET me':
      return describePerson(ctx, openid)
    case 'GET inbox':
      return inboxOf(ctx, openid)
    case 'POST request-payment':
      return requestPayment(ctx, openid, body)
    case 'POST confirm-transfer':
      return confirmTransfer(ctx, openid, body)
    case 'POST subscribe': {
      const ids = Array.isArray(body['tmplIds']) ? body['tmplIds'].map(text) : []
      const verdict = body['verdict'] === 'reject' ? 'reject' : 'accept'
      return giveConsents(ctx.tables, openid, ids, verdict)
    }
    case 'POST phone-code':
      return { errMsg: 'getPhoneNumber:ok', code: issuePhoneCode(ctx.tables, openid, ctx.now()) }
    case 'POST login':
      return { errMsg: 'login:ok', code: issueLoginCode(ctx.tables, openid, ctx.now()) }
    case 'POST scan':
      return scan(body)
    case 'POST open-link':
      return followLink(ctx, body)
    case 'POST confirm-receipt':
      return openReceipt(ctx, openid, body)
    default:
      return undefined
  }
}

/** Answers a call below /wechat/, or null when it is none. The person is named in x-wx-openid. */
export async function handlePhone(
  ctx: PayContext,
  req: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer | null> {
  const path = req.url.split('?')[0] ?? ''
  if (!path.startsWith('/wechat/')) return null
  if (req.method === 'OPTIONS') return { status: 204, headers: CORS, body: '' }
  const openid = header(req.headers, 'x-wx-openid')
  if (openid === '') return answerJson(400, { error: 'x-wx-openid names no person' })
  try {
    const input = req.method === 'POST' ? readObject(body) : {}
    const result = await run(ctx, `${req.method} ${path.slice('/wechat/'.length)}`, openid, input)
    return isRecord(result)
      ? answerJson(200, result)
      : answerJson(404, { error: `no such call: ${req.method} ${path}` })
  } catch (error) {
    if (error instanceof RangeError) return answerJson(400, { error: error.message })
    throw error
  }
}
