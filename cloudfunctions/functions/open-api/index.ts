// 开放接口 over HTTP access: nothing is open yet. Mini-programs have no business here at all.
import { refusalText } from '@contract/refusals'
import { readCaller } from '../../adapters/cloudbase/caller'
import type { Answer } from '../../kernel/endpoint'
import { refuseCall } from '../../kernel/refuse-call'

interface HttpAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** HTTP access vouches for nobody; whoever has an OPENID came through wx.cloud.callFunction. */
export async function main(
  _event: unknown,
  runtime?: { request_id?: string },
): Promise<Answer | HttpAnswer> {
  const requestId = runtime?.request_id ?? ''
  if (readCaller().openid !== '') return refuseCall(requestId)
  const code = 'FEATURE_UNAVAILABLE'
  const error = { code, message: refusalText(code), facts: {}, requestId }
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { statusCode: 501, headers, body: JSON.stringify({ ok: false, error }) }
}
