/** The one way to the cloud: an action's name and input in, its output out, an ApiError otherwise. */
import type { ActionName, Api } from '@contract/api'
import { ulid } from '@contract/ids'
import type { Facts, RefusalCode } from '@contract/refusals'
import { ApiError } from './api-error'
import { hearClock } from './clock'
import { LostAnswer, callFunction } from './platform'

export type { ActionName, Api }

/** `now`: when the server gave it, UTC ms; functions deployed before this app may not say it. */
type Answer = { now?: number } & (
  | { ok: true; data: unknown }
  | {
      ok: false
      error: { code: RefusalCode; message: string; facts?: Facts; requestId?: string }
    }
)

/** A fresh request id; a mutation keeps its own over retries so that the server can recognise it. */
export function newRequestId(): string {
  return ulid(Date.now(), Math.random)
}

/**
 * Runs an action: 'mall.getProduct' goes to the cloud function `mall`.
 * @throws ApiError always, never anything else
 */
export async function call<Name extends ActionName>(
  action: Name,
  input: Api[Name]['input'],
  options: { requestId?: string } = {},
): Promise<Api[Name]['output']> {
  const requestId = options.requestId ?? newRequestId()
  const answer = await send(action, input, requestId)
  // The server parses its answers by the contract in tests; the client trusts them.
  if (answer.ok) return answer.data as Api[Name]['output']
  const { code, message, facts } = answer.error
  throw new ApiError(code, message, answer.error.requestId ?? requestId, facts)
}

async function send(action: string, input: unknown, requestId: string): Promise<Answer> {
  const name = action.slice(0, action.indexOf('.'))
  const askedAt = Date.now()
  let answer: unknown
  try {
    answer = await callFunction(name, { action, input, requestId })
  } catch (cause) {
    if (cause instanceof LostAnswer && cause.isOffline) {
      throw new ApiError('OFFLINE', '没有网络，连上之后再试一次。', requestId)
    }
    throw new ApiError('NO_ANSWER', '没有收到回应，再试一次不会重复提交。', requestId)
  }
  if (isAnswer(answer)) {
    if (typeof answer.now === 'number') hearClock(answer.now, askedAt, Date.now())
    return answer
  }
  throw new ApiError('NO_ANSWER', '收到的回应看不懂，等一会儿再试。', requestId)
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  return value.ok === true || (value.ok === false && 'error' in value)
}
