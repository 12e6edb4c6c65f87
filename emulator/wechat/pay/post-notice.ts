// Brings a notice to its address: a signed POST to a notify_url, or the invocation of a cloud function.
import { randomUUID } from 'node:crypto'
import { isRecord } from '../answers'
import type { Host } from '../host'
import type { Keyring } from '../keys'
import { FUNCTION_SCHEME } from './seal-notice'
import { signatureHeaders, type Flaw } from './signing'

const ANSWER_WITHIN_MS = 5_000

/** Resolves to what the merchant answered: an HTTP status, `timeout`, `unreachable`, or a function's `errcode N`. */
export type Post = (url: string, body: string, flaw?: Flaw) => Promise<string>

/** Whether an outcome means that the merchant took the notice. */
export function isTaken(outcome: string): boolean {
  return outcome === '200' || outcome === '204' || outcome === 'errcode 0'
}

/** A cloud function takes the notice by returning `{ errcode: 0 }`. */
async function readFunctionAnswer(answer: Response): Promise<string> {
  const text = await answer.text()
  if (answer.status !== 200) return String(answer.status)
  const value: unknown = text === '' ? null : JSON.parse(text)
  return isRecord(value) && typeof value['errcode'] === 'number'
    ? `errcode ${value['errcode']}`
    : 'no errcode'
}

export function createPost(host: Host, keys: () => Keyring, stopped: AbortSignal): Post {
  const send = async (url: string, headers: Record<string, string>, body: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    })
  const invoke = async (name: string, body: string) =>
    readFunctionAnswer(await send(`${host.base()}/functions/${encodeURIComponent(name)}`, {}, body))
  const notify = async (target: string, body: string, flaw?: Flaw) => {
    const url = target.startsWith('/') ? `${host.base()}${target}` : target
    const signed = signatureHeaders(body, keys(), host.clock.now(), { flaw })
    const rest = { Accept: '*/*', 'User-Agent': 'Mozilla/4.0', 'Request-ID': randomUUID() }
    const answer = await send(url, { ...rest, ...signed }, body)
    await answer.arrayBuffer()
    return String(answer.status)
  }
  return async (target, body, flaw) => {
    try {
      return target.startsWith(FUNCTION_SCHEME)
        ? await invoke(target.slice(FUNCTION_SCHEME.length), body)
        : await notify(target, body, flaw)
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable'
    }
  }
}
