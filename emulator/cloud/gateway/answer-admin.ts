/** POST /admin: every action of the SDK's protocol, with its envelope, errors, counters and faults. */
import { randomUUID } from 'node:crypto'
import type { FaultEffect } from '../control/faults'
import type { DatabaseRequest } from '../database/database'
import { TcbError, transactionConflict } from '../database/tcb-error'
import type { Parts } from '../parts'
import { FunctionError } from '../runtime/function-error'
import type { Running } from '../runtime/invoker'
import { SENT_HEADER } from '../runtime/worker/guard-network'
import type { HttpAnswer, HttpRequest } from '../types'
import { DATABASE_OPERATIONS, READING } from './answer-database'
import { answerOpenApi, answerPayApi, answerWxApi } from './answer-open-api'
import { deleteFiles, downloadUrls, uploadMetadata } from './answer-storage'
import { parseMultipart } from './parse-multipart'
import type { SentAt } from './transaction-turns'

export type Fields = Record<string, unknown>

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
    const running = parts.invoker.byToken(fields.wxCloudApiToken as string | undefined)
    if (form && fields.action === 'wx.openApi')
      return await answerOpenApi(parts, form, fields, running)
    if (form && fields.action === 'wx.wxPayApi')
      return await answerPayApi(parts, form, fields, running)
    const sent = readSent(request)
    const answer = await act(parts, fields, running, sent)
    return answer ? { body: { requestId, ...answer } } : { drop: true }
  } catch (error) {
    return { body: { requestId, ...describeError(error) } }
  }
}

function readSent({ headers }: HttpRequest): SentAt {
  const clientMs = Number(headers['x-client-timestamp'])
  return { monotonic: headers[SENT_HEADER], clientMs: clientMs || undefined }
}

function parseFields(body: Buffer): Fields {
  return body.length ? (JSON.parse(body.toString()) as Fields) : {}
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
    const strike = strikeOn(parts, action, fields, running)
    if (strike?.effect === 'kill-instance' && running?.lease) {
      running.lease.instance.kill(
        new FunctionError('FUNCTIONS_INSTANCE_KILLED', 'the instance was killed'),
      )
      return null
    }
    if (running && action.startsWith('database.') && parts.invoker.diesAt(running, action))
      return null
    await suffer(parts, strike, fields)
    const answer = await perform(parts, action, fields, running, sent)
    return strike?.effect === 'drop-answer-after-work' ? null : answer
  } finally {
    answered()
  }
}

function strikeOn(
  { faults }: Parts,
  action: string,
  fields: Fields,
  running: Running | undefined,
): FaultEffect | null {
  const target = action.split('.')[0] ?? ''
  return faults.strike(target === 'functions' ? 'callFunction' : target, {
    action,
    collection: fields.collectionName,
    inTransaction: fields.transactionId !== undefined,
    function: running?.functionName,
    event: running?.event,
  })
}

async function suffer(parts: Parts, strike: FaultEffect | null, fields: Fields): Promise<void> {
  if (strike?.effect === 'delay') {
    await new Promise((resolve) => setTimeout(resolve, strike.delayMs ?? 1000))
  } else if (strike?.effect === 'conflict') {
    const { store } = parts.database
    const id = fields.transactionId as string | undefined
    if (id !== undefined && store.transactions.has(id)) store.abort(id)
    throw transactionConflict()
  } else if (strike?.effect === 'fail') {
    const message = strike.message ?? '[FailedOperation] a declared fault struck this call'
    throw new TcbError(strike.code ?? 'DATABASE_REQUEST_FAILED', message)
  }
}

async function perform(
  parts: Parts,
  action: string,
  fields: Fields,
  running: Running | undefined,
  sent: SentAt,
): Promise<Fields> {
  if (action in DATABASE_OPERATIONS) return performDatabase(parts, action, fields, sent)
  const base = parts.base()
  switch (action) {
    case 'functions.invokeFunction':
      return invokeNested(parts, fields, running)
    case 'storage.getUploadMetadata':
      return uploadMetadata(parts.files, base, fields)
    case 'storage.batchGetDownloadUrl':
      return downloadUrls(parts.files, base, fields)
    case 'storage.batchDeleteFile': {
      const answer = deleteFiles(parts.files, fields)
      await parts.state.settled()
      return answer
    }
    case 'wx.api':
      return answerWxApi(parts, fields, running)
    default:
      throw new TcbError('INVALID_ACTION', `the local cloud knows no action ${action}`)
  }
}

async function performDatabase(
  parts: Parts,
  action: string,
  fields: Fields,
  sent: SentAt,
): Promise<Fields> {
  const { database, turns, state } = parts
  const operation = DATABASE_OPERATIONS[action] as (typeof DATABASE_OPERATIONS)[string]
  const request = fields as unknown as DatabaseRequest
  // An abort is never turned away: it would leave the locks of a broken-off callback behind.
  const { transactionId } = request
  const isTurn = transactionId !== undefined && action !== 'database.abortTransaction'
  const done = isTurn ? await turns.take(transactionId, sent) : () => {}
  try {
    const answer = await database.waiting(() => operation(database, request))
    if (!READING.has(action)) await state.settled()
    return answer
  } finally {
    done()
  }
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
  })
  return { data: { response_data: result } }
}
