// The control over HTTP, below /__emulator__/wechat/: for tests in other processes and for the preview.
import { answerJson, CORS, readObject, text } from './answers'
import type { Forgery, TransferOutcome, WechatControl } from './control'
import type { HttpAnswer, HttpRequest } from './host'
import type { KeyKind } from './keys'
import type { Notice } from './pay/notices'
import type { RefundOutcome } from './pay/refund-moves'
import type { Flaw } from './pay/signing'

const PREFIX = '/__emulator__/wechat/'
const MAX_DELIVERIES = 10

const TRANSFER_OUTCOMES: readonly TransferOutcome[] = ['SUCCESS', 'FAIL', 'FAIL_ON_CONFIRM']
const REFUND_OUTCOMES: readonly RefundOutcome[] = ['SUCCESS', 'CLOSED', 'ABNORMAL']
const KEY_KINDS: readonly KeyKind[] = ['public-key', 'certificate']
const FLAWS: readonly Flaw[] = ['forged', 'unsigned', 'late', 'unknown-serial']

type Body = Record<string, unknown>

/** A value of a closed list; anything else is refused by name. */
function readOne<Value extends string>(body: Body, name: string, of: readonly Value[]): Value {
  const found = of.find((each) => each === body[name])
  if (found === undefined) throw new RangeError(`${name} is one of ${of.join(', ')}`)
  return found
}

function readList(body: Body, name: string): string[] {
  const list = body[name]
  if (!Array.isArray(list) || !list.every((each) => typeof each === 'string')) {
    throw new RangeError(`${name} is a list of texts`)
  }
  return list
}

function readForgery(body: Body): Forgery {
  const amountFen = body['amountFen']
  const maybe = (name: string) => (body[name] === undefined ? undefined : text(body[name]))
  return {
    outTradeNo: maybe('outTradeNo'),
    outRefundNo: maybe('outRefundNo'),
    outBillNo: maybe('outBillNo'),
    openid: maybe('openid'),
    flaw: body['flaw'] === undefined ? undefined : readOne(body, 'flaw', FLAWS),
    amountFen: typeof amountFen === 'number' ? amountFen : undefined,
  }
}

type Lists = Record<string, (control: WechatControl, query: URLSearchParams) => unknown>

const LISTS: Lists = {
  keys: (control) => control.keyChanges.list(),
  orders: (control) => control.orders(),
  refunds: (control) => control.refunds(),
  transfers: (control) => control.transfers(),
  notices: (control, query) =>
    control.notices((query.get('state') as Notice['state'] | null) ?? undefined),
  inbox: (control, query) => control.inbox(query.get('openid') ?? undefined),
  shipments: (control) => control.shipments(),
  settings: (control) => control.settings(),
  pages: (control) => control.pages(),
  // What a server outside the cloud needs to log people in.
  app: (control) => ({ appid: control.keys().appid, appSecret: control.keys().appSecret }),
}

function list(control: WechatControl, route: string, query: URLSearchParams): unknown {
  return Object.hasOwn(LISTS, route) ? LISTS[route]?.(control, query) : undefined
}

/** Routes of three parts: what, which one, and what to do with it. */
async function changeOne(
  control: WechatControl,
  what: string,
  name: string,
  verb: string | undefined,
  body: Body,
): Promise<unknown> {
  switch (verb === undefined ? what : `${what}/${verb}`) {
    case 'people':
      return control.setPerson(name, body)
    case 'templates':
      return control.setTemplate(name, readList(body, 'fields'))
    case 'notices/deliver': {
      const times = Math.min(MAX_DELIVERIES, Math.max(1, Number(body['times'] ?? 1)))
      return { answers: await control.deliver(name, times) }
    }
    case 'refunds/outcome':
      return control.decideRefund(name, readOne(body, 'outcome', REFUND_OUTCOMES))
    case 'transfers/outcome': {
      const outcome = readOne(body, 'outcome', TRANSFER_OUTCOMES)
      return control.decideTransfer(name, outcome, text(body['reason']) || undefined)
    }
    case 'keys/sign':
      return control.keyChanges.signWith(name)
    case 'keys/retire':
      control.keyChanges.retire(name)
      return { retired: name }
    default:
      return undefined
  }
}

async function change(control: WechatControl, route: string, body: Body): Promise<unknown> {
  switch (route) {
    case 'settings':
      return control.settings(body)
    case 'pages':
      return control.pages(readList(body, 'pages'))
    case 'forge':
      return { answer: await control.forge(readForgery(body)) }
    case 'notices/pause':
      control.pause()
      return { paused: true }
    case 'notices/resume':
      await control.resume()
      return { paused: false }
    case 'keys':
      return control.keyChanges.issue(readOne(body, 'kind', KEY_KINDS))
    case 'keys/apiv3':
      return { apiV3Key: control.keyChanges.changeApiV3Key() }
    default: {
      const [what = '', name = '', verb] = route.split('/').map(decodeURIComponent)
      return name === '' ? undefined : changeOne(control, what, name, verb, body)
    }
  }
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
