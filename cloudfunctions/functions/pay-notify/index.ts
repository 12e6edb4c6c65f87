// The cloud function `pay-notify`: notices of WeChat Pay over HTTP access, by path /payment, /refund and /transfer.
import { SECOND_MS } from '@contract/time'
import { readCaller } from '../../adapters/cloudbase/caller'
import { createWorld } from '../../kernel/create-world'
import { digest } from '../../kernel/ids'
import { createLog, describe } from '../../kernel/log'
import { refuseCall } from '../../kernel/refuse-call'
import { NoticeRefused, type PayNotice } from '../../ports/payments'
import type { World } from '../../ports/world'
import { nameFailure } from '../../workflows/outbox/name-failure'
import { storeNotice } from '../../workflows/payment/store-notice'
import { workNotice } from '../../workflows/payment/work-notice'

/** WeChat waits 5 s: the answer leaves before that, done or not. */
const WORK_MS = 3 * SECOND_MS

interface HttpEvent {
  readonly httpMethod: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export async function main(event: unknown, runtime?: { request_id?: string }): Promise<unknown> {
  const requestId = runtime?.request_id ?? digest(`${Date.now()}:${Math.random()}`)
  const log = createLog({ function: 'pay-notify', requestId })
  const http = readHttp(event)
  if (!http || readCaller().openid !== '') return refuseCall(requestId)
  try {
    return await receive(createWorld(log), http)
  } catch (error) {
    log.warn('failed', { error: describe(error) })
    return answer(500)
  }
}

/** Stored is answered 200: what isn't done within the time, the timer does from the store. */
async function receive(world: World, { path, headers, body }: HttpEvent) {
  const notice = readNotice(world, headers, body)
  if (!notice || !path.replace(/\/+$/, '').endsWith(`/${notice.kind}`)) return answer(401)
  const { record, isNew } = await storeNotice(world, notice)
  if (isNew) {
    const work = workNotice(world, record).catch((error: unknown) => {
      world.log.warn('notice-postponed', { id: record._id, error: nameFailure(error) })
    })
    await Promise.race([work, timeIsUp()])
  }
  return answer(200)
}

function readNotice(world: World, headers: HttpEvent['headers'], body: string): PayNotice | null {
  try {
    return world.payments.readNotice({ ...headers }, body, world.now)
  } catch (error) {
    if (!(error instanceof NoticeRefused)) throw error
    world.log.warn('notice-refused', { reason: error.reason })
    return null
  }
}

function readHttp(event: unknown): HttpEvent | null {
  const http = event as Partial<HttpEvent & { isBase64Encoded: boolean }> | null
  if (typeof http?.httpMethod !== 'string') return null
  const body = http.body ?? ''
  return {
    httpMethod: http.httpMethod,
    path: http.path ?? '',
    headers: http.headers ?? {},
    body: http.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
  }
}

function timeIsUp(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, WORK_MS).unref())
}

function answer(statusCode: 200 | 401 | 500) {
  const body = statusCode === 200 ? { code: 'SUCCESS' } : { code: 'FAIL', message: 'refused' }
  const headers = { 'content-type': 'application/json' }
  return { statusCode, headers, isBase64Encoded: false, body: JSON.stringify(body) }
}
