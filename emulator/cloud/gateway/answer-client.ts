/**
 * POST /client/database: what `wx.cloud.database()` of a mini-program asks for. The bodies are those of the admin
 * protocol; the caller is known by x-wx-openid, and the access declared for each collection binds it.
 */
import { randomUUID } from 'node:crypto'
import { permitCall } from '../access/permit-call'
import type { DatabaseRequest } from '../database/database'
import { requestTooLarge, TcbError } from '../database/tcb-error'
import type { Parts } from '../parts'
import type { HttpAnswer, HttpRequest } from '../types'
import { describeError, parseFields, readSent } from './answer-admin'
import { CORS, refusal } from './http-messages'
import { performDatabase, type Fields } from './perform-database'
import { strikeOn, suffer } from './strike-call'

/** What a client may write, and read, at once, in bytes. */
export const MAX_CLIENT_REQUEST = 512 * 1024
export const MAX_CLIENT_ANSWER = 1024 * 1024

export async function answerClient(
  parts: Parts,
  request: HttpRequest,
  body: Buffer,
): Promise<HttpAnswer> {
  if (request.method !== 'POST') return refusal(405, 'METHOD_NOT_ALLOWED', 'POST the action')
  const requestId = randomUUID()
  try {
    const answer = await act(parts, request, body)
    return answer ? { headers: CORS, body: { requestId, ...answer } } : { drop: true }
  } catch (error) {
    return { headers: CORS, body: { requestId, ...describeError(error) } }
  }
}

/** Null: the answer is to be lost. */
async function act(parts: Parts, request: HttpRequest, body: Buffer): Promise<Fields | null> {
  const fields = parseFields(body)
  const action = typeof fields.action === 'string' ? fields.action : ''
  const answered = parts.counters.call(action, undefined)
  try {
    const openid = request.headers['x-wx-openid']
    const strike = strikeOn(parts, action, fields, { openid })
    await suffer(parts, strike, fields)
    // An environment is closed to visitors without an identity unless it is opened to them.
    if (!openid) throw new TcbError('PERMISSION_DENIED', 'Unauthenticated access is denied')
    if (body.length > MAX_CLIENT_REQUEST) throw requestTooLarge(body.length, MAX_CLIENT_REQUEST)
    const { clock, database } = parts
    const client = { openid, now: clock.now(), store: database.store }
    const permitted = permitCall(action, fields as unknown as DatabaseRequest, client)
    const answer = await performDatabase(
      parts,
      action,
      permitted,
      readSent(request),
      MAX_CLIENT_ANSWER,
    )
    return strike?.effect === 'drop-answer-after-work' ? null : answer
  } finally {
    answered()
  }
}
