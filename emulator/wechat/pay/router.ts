// The HTTP face of the Pay sandbox: verify, route, answer signed, with whatever fault was ordered.
import { randomUUID } from 'node:crypto'
import { header, readObject } from '../answers'
import type { Host, HttpAnswer, HttpRequest } from '../host'
import { downloadBill, requestTradeBill } from './bills'
import { PayError, type PayContext } from './context'
import { readEffect, type Effect } from './faults'
import type { Fields } from './fields'
import { closeOrder, findByTransaction, prepay, queryOrder } from './orders'
import { createRefund, queryRefund } from './refunds'
import { findSignatureFault, signatureHeaders, type Flaw } from './signing'
import { cancelBill, createBill, queryBill } from './transfers'

interface Call {
  ctx: PayContext
  /** The parts of the path that the pattern captured. */
  part: string
  query: URLSearchParams
  fields: Fields
  serial: string
}

/** Undefined means 204; a Buffer is a file. */
type Run = (call: Call) => object | Buffer | undefined

const BILLS = '/v3/fund-app/mch-transfer/transfer-bills'
const ROUTES: readonly [method: string, pattern: RegExp, run: Run][] = [
  ['POST', /^\/v3\/pay\/transactions\/jsapi$/, ({ ctx, fields }) => prepay(ctx, fields)],
  [
    'GET',
    /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/,
    ({ ctx, part, query }) => queryOrder(ctx, ctx.tables.orders.get(part), query.get('mchid')),
  ],
  [
    'GET',
    /^\/v3\/pay\/transactions\/id\/([^/]+)$/,
    ({ ctx, part, query }) =>
      queryOrder(ctx, findByTransaction(ctx.tables, part), query.get('mchid')),
  ],
  [
    'POST',
    /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/,
    ({ ctx, part, fields }) => {
      closeOrder(ctx, part, fields)
      return undefined
    },
  ],
  ['POST', /^\/v3\/refund\/domestic\/refunds$/, ({ ctx, fields }) => createRefund(ctx, fields)],
  ['GET', /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/, ({ ctx, part }) => queryRefund(ctx, part)],
  ['POST', new RegExp(`^${BILLS}$`), ({ ctx, fields, serial }) => createBill(ctx, fields, serial)],
  [
    'GET',
    new RegExp(`^${BILLS}/out-bill-no/([^/]+)$`),
    ({ ctx, part }) => queryBill(ctx, ctx.tables.bills.get(part)),
  ],
  [
    'GET',
    new RegExp(`^${BILLS}/transfer-bill-no/([^/]+)$`),
    ({ ctx, part }) =>
      queryBill(
        ctx,
        ctx.tables.bills.all().find((each) => each.transferBillNo === part),
      ),
  ],
  [
    'POST',
    new RegExp(`^${BILLS}/out-bill-no/([^/]+)/cancel$`),
    ({ ctx, part }) => cancelBill(ctx, part),
  ],
  ['GET', /^\/v3\/bill\/tradebill$/, ({ ctx, query }) => requestTradeBill(ctx, query)],
  ['GET', /^\/v3\/billdownload\/file$/, ({ ctx, query }) => downloadBill(ctx, query)],
]

function run(ctx: PayContext, req: HttpRequest, body: string): object | Buffer | undefined {
  const url = new URL(req.url, 'http://sandbox')
  for (const [method, pattern, handler] of ROUTES) {
    const match = method === req.method ? pattern.exec(url.pathname) : null
    if (!match) continue
    const part = decodeURIComponent(match[1] ?? '')
    let fields: Fields
    try {
      fields = method === 'POST' ? readObject(body) : {}
    } catch {
      throw new PayError(400, 'PARAM_ERROR', '请求体不是合法的JSON')
    }
    const serial = header(req.headers, 'wechatpay-serial')
    return handler({ ctx, part, query: url.searchParams, fields, serial })
  }
  throw new PayError(404, 'NOT_FOUND', `无此接口 ${req.method} ${url.pathname}`)
}

function answer(
  ctx: PayContext,
  status: number,
  value: object | Buffer | undefined,
  flaw?: Flaw,
): HttpAnswer {
  const headers: Record<string, string> = { 'Request-ID': randomUUID() }
  if (Buffer.isBuffer(value)) {
    return { status, headers: { ...headers, 'Content-Type': 'text/plain' }, body: value }
  }
  const body = value === undefined ? '' : JSON.stringify(value)
  if (body !== '') headers['Content-Type'] = 'application/json; charset=utf-8'
  Object.assign(headers, signatureHeaders(body, ctx.keys(), ctx.now(), flaw))
  return { status, headers, body }
}

function respond(ctx: PayContext, req: HttpRequest, body: string, effect: Effect | null) {
  const flaw = effect?.kind === 'flaw' ? effect.flaw : undefined
  const fault = findSignatureFault(req, body, ctx.keys(), ctx.now())
  if (fault !== null) return answer(ctx, 401, { code: 'SIGN_ERROR', message: fault })
  if (effect?.kind === 'fail') {
    return answer(ctx, effect.status, { code: effect.code, message: effect.message })
  }
  try {
    const value = run(ctx, req, body)
    return answer(ctx, value === undefined ? 204 : 200, value, flaw)
  } catch (error) {
    if (!(error instanceof PayError)) throw error
    return answer(ctx, error.status, { code: error.code, message: error.message })
  }
}

/** Answers a call below /v3/, or null when it is none. */
export async function handlePay(
  host: Host,
  ctx: PayContext,
  req: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer | null> {
  const path = req.url.split('?')[0] ?? ''
  if (!path.startsWith('/v3/')) return null
  const facts = { method: req.method, path, action: `${req.method} ${path}` }
  const effect = readEffect(host.fault('pay', facts))
  if (effect?.kind === 'delay') await new Promise((done) => setTimeout(done, effect.ms))
  const response = respond(ctx, req, body.toString(), effect)
  host.count('pay', { ...facts, status: response.status })
  return effect?.kind === 'drop' ? { ...response, drop: true } : response
}
