// Turns whatever the SDK throws into our two errors; the raw one holds signatures and OPENIDs and goes no further.
import { PayRefused, PayUnknown } from '../../ports/payments'
import { isRecord, textOf } from './read-answer'

const TIMEOUTS: readonly string[] = ['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']

function requestIdOf(response: Record<string, unknown>): string | undefined {
  const headers = isRecord(response['headers']) ? response['headers'] : {}
  return textOf(headers['request-id']) || undefined
}

/**
 * Only an HTTP 4xx that carries a WeChat code is a refusal; a timeout, a lost connection, a 5xx, an answer that is
 * unsigned, forged or unreadable leave the outcome unknown. Anything that is no HTTP failure is a bug and passes.
 */
export function mapFailure(operation: string, error: unknown): unknown {
  if (!isRecord(error)) return error
  const code = textOf(error['code'])
  const isHttpFailure = error['isAxiosError'] === true
  if (!isHttpFailure) return error
  const response = error['response']
  if (!isRecord(response)) {
    return new PayUnknown(operation, TIMEOUTS.includes(code) ? 'TIMEOUT' : 'CONNECTION')
  }
  const requestId = requestIdOf(response)
  if (code.startsWith('EV3_')) return new PayUnknown(operation, 'UNTRUSTED_ANSWER', requestId)
  const status = Number(response['status'])
  const answer = isRecord(response['data']) ? response['data'] : {}
  const answered = textOf(answer['code'])
  if (status >= 500) return new PayUnknown(operation, answered || `HTTP_${status}`, requestId)
  if (status >= 400 && answered !== '') {
    return new PayRefused(operation, answered, textOf(answer['message']), status, requestId)
  }
  return new PayUnknown(operation, 'MALFORMED_ANSWER', requestId)
}
