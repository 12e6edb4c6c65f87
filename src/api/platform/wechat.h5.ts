/** WeChat's own half in the browser preview: its server by HTTP, its payment sheet drawn by us. */
import { LostAnswer } from './platform'
import type { Verdict } from './platform'
import { openidOfPhone } from './person.h5'
import { askVerdict } from './verdict-sheet.h5'

/** As long as a cloud function may run. */
const TIMEOUT_MS = 60_000

/** POSTs JSON to the preview server. @throws LostAnswer when no JSON comes back */
export async function post(path: string, body: unknown): Promise<unknown> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openidOfPhone() },
      body: JSON.stringify(body),
      signal: abort.signal,
    })
    if (!response.ok) throw new LostAnswer(`HTTP ${response.status}`)
    return await response.json()
  } catch (cause) {
    if (cause instanceof LostAnswer) throw cause
    // fetch throws a TypeError when the server cannot be reached at all.
    throw new LostAnswer(String(cause), !navigator.onLine || cause instanceof TypeError)
  } finally {
    clearTimeout(timer)
  }
}

/** A wx call that the person must agree to: shows the sheet, tells WeChat the verdict. */
export async function askWechat(
  sheet: { title: string; amountFen: number; confirmText: string },
  path: string,
  params: object,
): Promise<Verdict> {
  const verdict = (await askVerdict(sheet)) ? 'ok' : 'cancel'
  try {
    const result = (await post(path, { ...params, verdict })) as { errMsg?: string }
    if (result.errMsg?.endsWith(':ok')) return 'done'
    return result.errMsg?.includes('cancel') ? 'cancelled' : 'unknown'
  } catch {
    return 'unknown'
  }
}
