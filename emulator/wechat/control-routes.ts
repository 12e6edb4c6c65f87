// The control over HTTP, below /__emulator__/wechat/: for tests in other processes and for the preview.
import { answerJson, CORS, readObject, text } from './answers'
import type { Forgery, WechatControl } from './control'
import type { HttpAnswer, HttpRequest } from './host'
import type { Notice } from './pay/notices'
import type { Flaw } from './pay/signing'

const PREFIX = '/__emulator__/wechat/'

type Body = Record<string, unknown>

function readForgery(body: Body): Forgery {
  const amountFen = body['amountFen']
  return {
    outTradeNo: text(body['outTradeNo']),
    ...(body['flaw'] === undefined ? {} : { flaw: text(body['flaw']) as Flaw }),
    ...(typeof amountFen === 'number' ? { amountFen } : {}),
    ...(body['openid'] === undefined ? {} : { openid: text(body['openid']) }),
  }
}

function readTransferOutcome(body: Body): 'SUCCESS' | 'FAIL' | 'FAIL_ON_CONFIRM' {
  const outcome = text(body['outcome'])
  if (outcome === 'SUCCESS' || outcome === 'FAIL' || outcome === 'FAIL_ON_CONFIRM') return outcome
  throw new RangeError('outcome is SUCCESS, FAIL or FAIL_ON_CONFIRM')
}

function readRefundOutcome(body: Body): 'SUCCESS' | 'CLOSED' | 'ABNORMAL' {
  const outcome = text(body['outcome'])
  if (outcome === 'SUCCESS' || outcome === 'CLOSED' || outcome === 'ABNORMAL') return outcome
  throw new RangeError('outcome is SUCCESS, CLOSED or ABNORMAL')
}

function list(control: WechatControl, what: string, query: URLSearchParams): unknown {
  switch (what) {
    case 'orders':
      return control.orders()
    case 'refunds':
      return control.refunds()
    case 'transfers':
      return control.transfers()
    case 'notices':
      return control.notices((query.get('state') as Notice['state'] | null) ?? undefined)
    case 'inbox':
      return control.inbox(query.get('openid') ?? undefined)
    case 'shipments':
      return control.shipments()
    case 'settings':
      return control.settings()
    default:
      return undefined
  }
}

async function change(control: WechatControl, route: string, body: Body): Promise<unknown> {
  const [what, name = '', verb] = route.split('/').map(decodeURIComponent)
  if (route === 'settings') return control.settings(body)
  if (route === 'forge') return { answer: await control.forge(readForgery(body)) }
  if (route === 'notices/pause') {
    control.pause()
    return { paused: true }
  }
  if (route === 'notices/resume') {
    await control.resume()
    return { paused: false }
  }
  if (what === 'notices' && verb === 'deliver') {
    const times = Math.min(10, Math.max(1, Number(body['times'] ?? 1)))
    return { answers: await control.deliver(name, times) }
  }
  if (what === 'people' && name !== '') return control.setPerson(name, body)
  if (what === 'refunds' && verb === 'outcome') {
    return control.decideRefund(name, readRefundOutcome(body))
  }
  if (what === 'transfers' && verb === 'outcome') {
    const reason = text(body['reason']) || undefined
    return control.decideTransfer(name, readTransferOutcome(body), reason)
  }
  return undefined
}

/** Answers a control call, or null when it is none. GET lists, POST and PUT change. */
export async function handleControl(
  control: WechatControl,
  req: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer | null> {
  const url = new URL(req.url, 'http://emulator')
  if (!url.pathname.startsWith(PREFIX)) return null
  if (req.method === 'OPTIONS') return { status: 204, headers: CORS, body: '' }
  const route = url.pathname.slice(PREFIX.length)
  try {
    const result =
      req.method === 'GET'
        ? list(control, route, url.searchParams)
        : await change(control, route, readObject(body))
    if (result === undefined) return answerJson(404, { error: `no such control: ${route}` })
    return answerJson(200, result)
  } catch (error) {
    if (error instanceof RangeError) return answerJson(400, { error: error.message })
    throw error
  }
}
