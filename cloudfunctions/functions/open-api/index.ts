// 开放接口 over HTTP access: nothing is open yet. Mini-programs have no business here at all.
import { refusalText, type RefusalCode } from '@contract/refusals'
import { readCaller } from '../../adapters/cloudbase/caller'
import type { Answer } from '../../kernel/endpoint'

interface HttpAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** HTTP access vouches for nobody; whoever has an OPENID came through wx.cloud.callFunction. */
export async function main(): Promise<Answer | HttpAnswer> {
  if (readCaller().openid !== '') return refusal('CALL_REFUSED')
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { statusCode: 501, headers, body: JSON.stringify(refusal('FEATURE_UNAVAILABLE')) }
}

function refusal(code: RefusalCode): Answer {
  return { ok: false, error: { code, message: refusalText(code), facts: {}, requestId: '' } }
}
