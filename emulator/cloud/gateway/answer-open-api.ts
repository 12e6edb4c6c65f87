/** cloud.openapi, cloud.callOpenAPI and cloud.cloudPay: unwrapped, put to the extensions, wrapped again. */
import type { FaultEffect } from '../control/faults'
import { TcbError } from '../database/tcb-error'
import type { Parts } from '../parts'
import { answerLost, FunctionError } from '../runtime/function-error'
import type { Running } from '../runtime/invoker'
import type { Caller, HttpAnswer, OpenApiAnswer } from '../types'
import type { Fields } from './perform-database'
import { readApiInput, writeApiAnswer, writeApiError } from './comm-api'

/** The code WeChat gives to an API that the function may not call. */
const NO_PERMISSION = -604101
/** Not exactly `application/json; charset=utf-8`: that marks an error of the service. */
const BINARY = { 'content-type': 'application/octet-stream' }

function callerOf(running: Running | undefined): Caller {
  return { openid: running?.identity.openid, function: running?.functionName }
}

async function ask(
  parts: Parts,
  apiName: string,
  input: Record<string, unknown>,
  running: Running | undefined,
): Promise<OpenApiAnswer | null> {
  parts.counters.call(`openapi.${apiName}`, running?.requestId)
  const strike = await suffer(parts, 'openapi', { apiName, input }, running)
  if (strike?.effect === 'fail' || strike?.effect === 'conflict') {
    const errcode = Number(strike.code ?? -1)
    return { json: { errcode, errmsg: strike.message ?? 'system error (declared fault)' } }
  }
  for (const extension of parts.extensions) {
    const answer = await extension.openApi?.(apiName, input, callerOf(running))
    if (!answer) continue
    if (strike?.effect === 'drop-answer-after-work') throw answerLost()
    return answer
  }
  return null
}

/** The fault that strikes a call to the outside: a delay is waited for, a death ends the caller. */
async function suffer(
  parts: Parts,
  target: string,
  facts: Record<string, unknown>,
  running: Running | undefined,
): Promise<FaultEffect | null> {
  const { functionName, event } = running ?? {}
  const strike = parts.faults.strike(target, { ...facts, function: functionName, event })
  if (strike?.effect === 'delay') {
    await parts.faults.linger(strike)
  }
  if (strike?.effect === 'kill-instance') {
    const reason = new FunctionError('FUNCTIONS_INSTANCE_KILLED', 'the instance was killed')
    running?.lease?.instance.kill(reason)
    throw answerLost()
  }
  return strike
}

export async function answerOpenApi(
  parts: Parts,
  form: Map<string, Buffer>,
  fields: Fields,
  running: Running | undefined,
): Promise<HttpAnswer> {
  const input = readApiInput(form.get('requestData') ?? Buffer.alloc(0))
  const answer = await ask(parts, String(fields.apiName), input, running)
  await parts.state.settled()
  if (!answer) return { headers: BINARY, body: writeApiError(NO_PERMISSION) }
  const body =
    'json' in answer
      ? writeApiAnswer(Buffer.from(JSON.stringify(answer.json)), 'application/json; encoding=utf-8')
      : writeApiAnswer(answer.buffer, answer.contentType)
  return { headers: BINARY, body }
}

/** cloud.callOpenAPI: plain JSON both ways. */
export async function answerWxApi(
  parts: Parts,
  fields: Fields,
  running: Running | undefined,
): Promise<Fields> {
  const data = fields.requestData
  const input = (typeof data === 'string' ? JSON.parse(data || '{}') : (data ?? {})) as Fields
  const answer = await ask(parts, String(fields.apiName), input, running)
  await parts.state.settled()
  if (!answer)
    throw new TcbError(String(NO_PERMISSION), 'function has no permission to call this API')
  const result =
    'json' in answer
      ? answer.json
      : { contentType: answer.contentType, buffer: answer.buffer.toString('base64') }
  return { data: { responseData: JSON.stringify(result) } }
}

export async function answerPayApi(
  parts: Parts,
  form: Map<string, Buffer>,
  fields: Fields,
  running: Running | undefined,
): Promise<HttpAnswer> {
  const apiName = String(fields.apiName)
  const input = JSON.parse(form.get('requestData')?.toString() || '{}') as Fields
  parts.counters.call(`pay.${apiName}`, running?.requestId)
  const strike = await suffer(parts, 'cloudPay', { apiName, input }, running)
  if (strike?.effect === 'fail' || strike?.effect === 'conflict') {
    throw new TcbError(strike.code ?? 'SYS_ERR', strike.message ?? 'a declared fault struck')
  }
  for (const extension of parts.extensions) {
    const answer = await extension.cloudPay?.(apiName, input, callerOf(running))
    if (!answer) continue
    await parts.state.settled()
    if (strike?.effect === 'drop-answer-after-work') throw answerLost()
    return { headers: { 'content-type': 'application/json' }, body: answer }
  }
  throw new TcbError('INVALID_ACTION', `nobody answers cloudPay.${apiName}`)
}
