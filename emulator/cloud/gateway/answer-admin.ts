/** POST /admin: every action of the SDK's protocol, with its envelope, errors, counters and faults. */
import { randomUUID } from 'node:crypto'
import type { DatabaseRequest } from '../database/database'
import { invalidParam, TcbError } from '../database/tcb-error'
import type { Parts } from '../parts'
import { FunctionError } from '../runtime/function-error'
import type { Running } from '../runtime/invoker'
import { INVOCATION_HEADER, SENT_HEADER } from '../runtime/worker/guard-network'
import type { HttpAnswer, HttpRequest } from '../types'
import { DATABASE_OPERATIONS } from './answer-database'
import { answerOpenApi, answerPayApi, answerWxApi } from './answer-open-api'
import { answerStorage } from './answer-storage'
import { parseMultipart } from './parse-multipart'
import { performDatabase, type Fields } from './perform-database'
import { strikeOn, suffer } from './strike-call'
import type { SentAt } from './transaction-turns'

export async function answerAdmin(
  parts: Parts,
  request: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer> {
  const requestId = randomUUID()
  try {
    const type = request.headers['content-type'] ?? ''
    const isForm = type.startsWith('multipart/form-data')
    const form = isForm ? parseMultipart(body, type) : null
    const fields = form ? textFields(form) : parseFields(body)
    // Without a WeChat context (HTTP access) the SDK sends no token; the instance itself tells then.
    const token = (fields.wxCloudApiToken as string) || request.headers[INVOCATION_HEADER]
    const running = parts.invoker.byToken(token)
    if (form && fields.action === 'wx.openApi')
      return await answerOpenApi(parts, form, fields, running)
    if (form && fields.action === 'wx.wxPayApi')
      return await answerPayApi(parts, form, fields, running)
    const sent = readSent(request)
    const answer = await act(parts, fields, running, sent)
    return answer ? { body: { requestId, ...answer } } : { drop: true }
  } catch (error) {
    if (error instanceof FunctionError && error.isDropped) return { drop: true }
    return { body: { requestId, ...describeError(error) } }
  }
}

export function readSent({ headers }: HttpRequest): SentAt {
  const clientMs = Number(headers['x-client-timestamp'])
  return { monotonic: headers[SENT_HEADER], clientMs: clientMs || undefined }
}

export function parseFields(body: Buffer): Fields {
  try {
    const fields: unknown = body.length ? JSON.parse(body.toString()) : {}
    if (fields !== null && typeof fields === 'object') return fields as Fields
  } catch {
    // Said below.
  }
  throw invalidParam('the body is not a JSON object')
}

function textFields(form: Map<string, Buffer>): Fields {
  const fields: Fields = {}
  for (const [name, value] of form) {
    if (name !== 'requestData' && name !== 'apiOptions') fields[name] = value.toString()
  }
  return fields
}

export function describeError(error: unknown): { code: string; message: string } {
  if (error instanceof TcbError || error instanceof FunctionError) {
    return { code: error.code, message: error.message }
  }
  return { code: 'SYS_ERR', message: error instanceof Error ? (error.stack ?? '') : String(error) }
}

/** Null: the answer is to be lost. */
async function act(
  parts: Parts,
  fields: Fields,
  running: Running | undefined,
  sent: SentAt,
): Promise<Fields | null> {
  const action = typeof fields.action === 'string' ? fields.action : ''
  const answered = parts.counters.call(action, running?.requestId, sent.monotonic)
  try {
    const { functionName, event } = running ?? {}
    const strike = strikeOn(parts, action, fields, { function: functionName, event })
    if (strike?.effect === 'kill-instance' && running?.lease) {
      running.lease.instance.kill(
        new FunctionError('FUNCTIONS_INSTANCE_KILLED', 'the instance was killed'),
      )
      return null
    }
    if (running && action.startsWith('database.') && parts.invoker.diesAt(running, action))
      return null
    if (strike) await suffer(parts, strike, fields)
    const answer = Object.hasOwn(DATABASE_OPERATIONS, action)
      ? await performDatabase(parts, action, fields as unknown as DatabaseRequest, sent)
      : await perform(parts, action, fields, running)
    return strike?.effect === 'drop-answer-after-work' ? null : answer
  } finally {
    answered()
  }
}

async function perform(
  parts: Parts,
  action: string,
  fields: Fields,
  running: Running | undefined,
): Promise<Fields> {
  if (action === 'functions.invokeFunction') return invokeNested(parts, fields, running)
  if (action === 'wx.api') return answerWxApi(parts, fields, running)
  const isStorage = action.startsWith('storage.')
  const answer = isStorage ? await answerStorage(parts, action, fields) : null
  if (!answer) throw new TcbError('INVALID_ACTION', `the local cloud knows no action ${action}`)
  return answer
}

async function invokeNested(
  parts: Parts,
  fields: Fields,
  running: Running | undefined,
): Promise<Fields> {
  const data = fields.request_data
  const event: unknown = typeof data === 'string' && data ? JSON.parse(data) : {}
  const source = running ? `${running.source},scf` : 'scf'
  const result = await parts.invoker.invoke({
    functionName: String(fields.function_name),
    event,
    source,
    identity: running?.identity ?? {},
    parent: running?.requestId,
  })
  return { data: { response_data: result } }
}
