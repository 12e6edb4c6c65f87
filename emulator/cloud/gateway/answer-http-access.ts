/** HTTP access to functions: /http/<name>/… or the path configured for a function, as the access service does it. */
import { randomUUID } from 'node:crypto'
import { validateHeaderName, validateHeaderValue } from 'node:http'
import type { Parts } from '../parts'
import { FunctionError } from '../runtime/function-error'
import { ENV_ID, TENCENT_APPID, TENCENT_UIN } from '../runtime/invocation-env'
import type { HttpAnswer, HttpFunctionAnswer, HttpRequest } from '../types'
import { callHeaders, statusOf } from './answer-functions'
import { CORS } from './http-messages'

/** A body that is delivered as text may have so many bytes; any other may fill an event. */
const MOST_TEXT = 100 * 1024
const TEXT_TYPES =
  /^\s*(text\/|application\/(json|xml|javascript|x-www-form-urlencoded|[\w.-]+\+(json|xml)))/i
/** Set by the server that sends the answer, whatever a function says. */
const OWN_HEADERS = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive'])

/** The event of an HTTP access call; a body that is not text arrives in base64. Throws when it is too large. */
export function httpEvent(request: HttpRequest, path: string, body: Buffer): object {
  const text = body.toString()
  const type = request.headers['content-type']
  const isText = (type === undefined || TEXT_TYPES.test(type)) && Buffer.from(text).equals(body)
  if (isText && body.length > MOST_TEXT) {
    const message = `a text body may have ${MOST_TEXT} bytes, this one has ${body.length}`
    throw new FunctionError('EXCEED_MAX_PAYLOAD_SIZE', message)
  }
  return {
    path,
    httpMethod: request.method,
    headers: request.headers,
    multiValueHeaders: multiValueHeaders(request),
    queryStringParameters: Object.fromEntries(request.query),
    requestContext: {
      requestId: randomUUID(),
      envId: ENV_ID,
      appId: TENCENT_APPID,
      uin: TENCENT_UIN,
    },
    body: isText ? text : body.toString('base64'),
    isBase64Encoded: body.length > 0 && !isText,
  }
}

/** Each header with all its values, as they came one by one. */
function multiValueHeaders({ headers, raw }: HttpRequest): Record<string, string[]> {
  const sent = raw?.headersDistinct as Record<string, string[]> | undefined
  if (sent) return { ...sent }
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))
}

export async function answerHttpAccess(
  parts: Parts,
  request: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer> {
  const isPreflight = request.headers['access-control-request-method'] !== undefined
  if (request.method === 'OPTIONS' && isPreflight) return { status: 204, headers: CORS }
  const { name, rest } = parts.invoker.deployment.route(
    decodeURIComponent(request.path.slice('/http'.length)),
  )
  try {
    const event = httpEvent(request, rest || '/', body)
    const call = { functionName: name, event, source: 'wx_http', identity: {} }
    const answered = await parts.invoker.answer(call)
    const answer = readHttpAnswer(answered.result)
    const headers = { ...CORS, ...callHeaders(answered), ...answer.headers }
    return { ...answer, headers }
  } catch (error) {
    return describeFailure(error)
  }
}

/** The access service has its own names for the failures of functions, and tells no more than these. */
function describeFailure(error: unknown): HttpAnswer {
  if (!(error instanceof FunctionError)) throw error
  if (error.isDropped) return { drop: true }
  const code = error.code
    .replace(/^FUNCTIONS_EXECUTE_FAIL$/, 'FUNCTION_INVOCATION_FAILED')
    .replace(/^FUNCTIONS_/, 'FUNCTION_')
  const headers = { ...CORS, ...callHeaders(error) }
  const body = { code, message: error.message, requestId: error.requestId }
  return { status: statusOf(code), headers, body }
}

/**
 * What the function returned, as HTTP: an answer in parts (it has a `statusCode`), or any value as a 200: text and
 * numbers as they are, everything else as JSON. Throws when a part can't be sent.
 */
export function readHttpAnswer(result: string): HttpFunctionAnswer {
  const value = JSON.parse(result) as unknown
  if (value !== null && typeof value === 'object' && 'statusCode' in value) {
    return readParts(value)
  }
  if (value === null) return { status: 200, headers: {}, body: Buffer.alloc(0) }
  const isJson = typeof value === 'object'
  const type = isJson ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8'
  const text = typeof value === 'string' ? value : result
  return { status: 200, headers: { 'content-type': type }, body: Buffer.from(text) }
}

function readParts(parts: Record<string, unknown>): HttpFunctionAnswer {
  const status = Number(parts.statusCode)
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw unsendable(`statusCode ${JSON.stringify(parts.statusCode)} is none`)
  }
  const { body, isBase64Encoded } = parts
  const isNothing = body === undefined || body === null
  const text = typeof body === 'string' ? body : isNothing ? '' : JSON.stringify(body)
  return {
    status,
    headers: readHeaders(parts.headers ?? {}),
    body: isBase64Encoded === true ? Buffer.from(text, 'base64') : Buffer.from(text),
  }
}

/** Lower-case names; a list of values is sent as so many headers. */
function readHeaders(given: unknown): Record<string, string | string[]> {
  if (given === null || typeof given !== 'object') throw unsendable('headers is not an object')
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(given)) {
    const key = name.toLowerCase()
    if (OWN_HEADERS.has(key) || value === null || value === undefined) continue
    const text: string | string[] = Array.isArray(value) ? value.map(String) : String(value)
    try {
      validateHeaderName(key)
      for (const one of [text].flat()) validateHeaderValue(key, one)
    } catch (error) {
      throw unsendable((error as Error).message)
    }
    headers[key] = text
  }
  return headers
}

function unsendable(reason: string): FunctionError {
  return new FunctionError('FUNCTIONS_EXECUTE_FAIL', `the answer can't be sent as HTTP: ${reason}`)
}
