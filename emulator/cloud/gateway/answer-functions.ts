/** Function calls from outside: POST /functions/<name> as the mini-program does, /http/<name>/… as HTTP access does. */
import { randomUUID } from 'node:crypto'
import type { Parts } from '../parts'
import { FunctionError } from '../runtime/function-error'
import { ENV_ID } from '../runtime/invocation-env'
import type { HttpAnswer, HttpFunctionAnswer, HttpRequest } from '../types'
import { CORS, refusal } from './http-messages'

export async function answerCall(
  parts: Parts,
  request: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer> {
  if (request.method !== 'POST') return refusal(405, 'METHOD_NOT_ALLOWED', 'POST the event')
  const functionName = decodeURIComponent(request.path.slice('/functions/'.length))
  try {
    const event: unknown = body.length ? JSON.parse(body.toString()) : {}
    const openid = request.headers['x-wx-openid']
    const unionid = request.headers['x-wx-unionid']
    const identity = { openid, unionid }
    const source = 'wx_client'
    const result = await parts.invoker.invoke({ functionName, event, source, identity })
    return { headers: { ...CORS, 'content-type': 'application/json; charset=utf-8' }, body: result }
  } catch (error) {
    return describeFailure(error)
  }
}

function describeFailure(error: unknown): HttpAnswer {
  if (error instanceof SyntaxError) return refusal(400, 'INVALID_PARAM', 'the event is not JSON')
  if (!(error instanceof FunctionError)) throw error
  if (error.isDropped) return { drop: true }
  const { code, message, requestId, logs, functionStack } = error
  const status = code === 'FUNCTION_NOT_FOUND' ? 404 : 500
  const described = { code, message, requestId, logs, stack: functionStack }
  return { status, headers: CORS, body: { error: described } }
}

/** The event of an HTTP access call; a body that is not text arrives in base64. */
export function httpEvent(request: HttpRequest, path: string, body: Buffer): object {
  const text = body.toString()
  const isText = Buffer.from(text).equals(body)
  return {
    path,
    httpMethod: request.method,
    headers: request.headers,
    queryStringParameters: Object.fromEntries(request.query),
    requestContext: {
      requestId: randomUUID(),
      envId: ENV_ID,
      appId: '1250000000',
      uin: '100000000',
    },
    body: isText ? text : body.toString('base64'),
    isBase64Encoded: !isText,
  }
}

export async function answerHttpAccess(
  parts: Parts,
  request: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer> {
  const [, , name = '', ...rest] = request.path.split('/')
  const functionName = decodeURIComponent(name)
  const event = httpEvent(request, `/${rest.join('/')}`, body)
  try {
    const source = 'wx_http'
    const result = await parts.invoker.invoke({ functionName, event, source, identity: {} })
    const answer = readHttpAnswer(result)
    return { ...answer, headers: { ...CORS, ...answer.headers } }
  } catch (error) {
    return describeFailure(error)
  }
}

/** What the function returned, as HTTP: an integration response, or any value as a 200. */
export function readHttpAnswer(result: string): HttpFunctionAnswer {
  const value = JSON.parse(result) as unknown
  if (value !== null && typeof value === 'object' && 'statusCode' in value) {
    const { statusCode, headers, body, isBase64Encoded } = value as Record<string, unknown>
    const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)
    return {
      status: Number(statusCode),
      headers: lowerCase((headers ?? {}) as Record<string, unknown>),
      body: isBase64Encoded ? Buffer.from(text, 'base64') : Buffer.from(text),
    }
  }
  const isText = typeof value === 'string'
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  return {
    status: 200,
    headers: { 'content-type': type },
    body: Buffer.from(isText ? value : result),
  }
}

function lowerCase(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
}
