// 渠道: nothing is open yet; every call is refused, none crashes.
import { refusalText } from '@contract/refusals'
import type { Answer } from '../../kernel/endpoint'

export async function main(event: unknown): Promise<Answer> {
  const asked = (event as { requestId?: unknown } | null)?.requestId
  const requestId = typeof asked === 'string' ? asked.slice(0, 40) : ''
  const code = 'FEATURE_UNAVAILABLE'
  const error = { code, message: refusalText(code), facts: {}, requestId } as const
  return { ok: false, error, now: Date.now() }
}
