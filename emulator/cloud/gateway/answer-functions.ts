/** Function calls from outside: POST /functions/<name>, as the mini-program does. */
import type { Parts } from '../parts'
import { FunctionError } from '../runtime/function-error'
import type { HttpAnswer, HttpRequest } from '../types'
import { CORS, refusal } from './http-messages'

export async function answerCall(
  parts: Parts,
  request: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer> {
  if (request.method !== 'POST') {
    const answer = refusal(405, 'METHOD_NOT_ALLOWED', 'POST the event')
    return { ...answer, headers: { ...answer.headers, allow: 'POST' } }
  }
  const functionName = decodeURIComponent(request.path.slice('/functions/'.length))
  try {
    const event: unknown = body.length ? JSON.parse(body.toString()) : {}
    const openid = request.headers['x-wx-openid'] || undefined
    const unionid = request.headers['x-wx-unionid'] || undefined
    const identity = { openid, unionid }
    const answer = await parts.invoker.answer({
      functionName,
      event,
      source: 'wx_client',
      identity,
    })
    const type = { 'content-type': 'application/json; charset=utf-8' }
    return { headers: { ...CORS, ...callHeaders(answer), ...type }, body: answer.result }
  } catch (error) {
    return describeFailure(error)
  }
}

/** What the answer's headers tell of the call: its request id, and the cold start when there was one. */
export function callHeaders(call: {
  requestId: string
  coldStartMs: number | null
}): Record<string, string> {
  const headers: Record<string, string> = {}
  if (call.requestId) headers['x-emulator-request-id'] = call.requestId
  if (call.coldStartMs !== null) headers['x-emulator-cold-start-ms'] = String(call.coldStartMs)
  return headers
}

export function statusOf(code: string): number {
  if (code === 'FUNCTION_NOT_FOUND') return 404
  return code === 'EXCEED_REQUEST_SIZE_LIMIT' || code === 'EXCEED_MAX_PAYLOAD_SIZE' ? 413 : 500
}

function describeFailure(error: unknown): HttpAnswer {
  if (error instanceof SyntaxError) return refusal(400, 'INVALID_PARAM', 'the event is not JSON')
  if (!(error instanceof FunctionError)) throw error
  if (error.isDropped) return { drop: true }
  const { code, message, requestId, logs, functionStack } = error
  const described = { code, message, requestId, logs, stack: functionStack }
  const headers = { ...CORS, ...callHeaders(error) }
  return { status: statusOf(code), headers, body: { error: described } }
}
