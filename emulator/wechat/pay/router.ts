// The HTTP face of the Pay sandbox: verify, route, answer signed, with whatever fault was ordered.
import { randomUUID } from 'node:crypto'
import { header, readObject } from '../answers'
import type { Host, HttpAnswer, HttpRequest } from '../host'
import { FileAnswer, paramError, PayError, type PayContext } from './context'
import { readEffect, type Effect } from './faults'
import type { Fields } from './fields'
import { ROUTES } from './routes'
import { findSignatureFault, signatureHeaders, type SigningOptions } from './signing'

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw paramError('请求路径不是合法的URL编码')
  }
}

function run(ctx: PayContext, req: HttpRequest, body: string): object | FileAnswer | undefined {
  const url = new URL(req.url, 'http://sandbox')
  for (const route of ROUTES) {
    const match = route.method === req.method ? route.pattern.exec(url.pathname) : null
    if (!match) continue
    const part = decodePart(match[1] ?? '')
    let fields: Fields
    try {
      fields = req.method === 'POST' ? readObject(body) : {}
    } catch {
      throw new PayError(400, 'PARAM_ERROR', '请求体不是合法的JSON')
    }
    const serial = header(req.headers, 'wechatpay-serial')
    return route.run({ ctx, part, query: url.searchParams, fields, serial })
  }
  throw new PayError(404, 'NOT_FOUND', `无此接口 ${req.method} ${url.pathname}`)
}

function answer(
  ctx: PayContext,
  status: number,
  value: object | FileAnswer | undefined,
  signing: SigningOptions = {},
): HttpAnswer {
  const headers: Record<string, string> = { 'Request-ID': randomUUID() }
  if (value instanceof FileAnswer) {
    return { status, headers: { ...headers, 'Content-Type': value.contentType }, body: value.bytes }
  }
  const body = value === undefined ? '' : JSON.stringify(value)
  if (body !== '') headers['Content-Type'] = 'application/json; charset=utf-8'
  Object.assign(headers, signatureHeaders(body, ctx.keys(), ctx.now(), signing))
  return { status, headers, body }
}

function refuse(ctx: PayContext, error: PayError, signing: SigningOptions): HttpAnswer {
  const { status, code, message, detail } = error
  return answer(ctx, status, { code, message, ...(detail ? { detail } : {}) }, signing)
}

function respond(ctx: PayContext, req: HttpRequest, body: string, effect: Effect | null) {
  const askedKeyId = header(req.headers, 'wechatpay-serial')
  try {
    checkHeaders(ctx, req, body)
    if (effect?.kind === 'fail') throw new PayError(effect.status, effect.code, effect.message)
    const value = run(ctx, req, body)
    const flaw = effect?.kind === 'flaw' ? effect.flaw : undefined
    return answer(ctx, value === undefined ? 204 : 200, value, { flaw, askedKeyId })
  } catch (error) {
    if (!(error instanceof PayError)) throw error
    return refuse(ctx, error, { askedKeyId })
  }
}

function checkHeaders(ctx: PayContext, req: HttpRequest, body: string): void {
  if (header(req.headers, 'accept') === '' || header(req.headers, 'user-agent') === '') {
    throw paramError('Http头缺少Accept或User-Agent')
  }
  const fault = findSignatureFault(req, body, ctx.keys(), ctx.now())
  if (fault) throw new PayError(401, 'SIGN_ERROR', fault.message, fault.detail)
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
  const token = req.headers['x-emulator-invocation']
  host.count('pay', { ...facts, status: response.status, token })
  return effect?.kind === 'drop' ? { ...response, drop: true } : response
}
