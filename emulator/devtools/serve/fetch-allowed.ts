/** wx.request and wx.downloadFile: reaches this machine and allowed hosts, and nothing else, redirects included. */
import type { HostAnswer, HostAsk } from '../shared/host-calls'
import { CallFailure } from './call-failure'

const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]'])
const MOST_REDIRECTS = 5

export function isReachable(url: URL, allowed: readonly string[]): boolean {
  if (!/^https?:$/.test(url.protocol)) return false
  return THIS_MACHINE.has(url.hostname) || allowed.includes('*') || allowed.includes(url.hostname)
}

/** @throws CallFailure with WeChat's words */
export async function fetchAllowed(
  allowed: readonly string[],
  ask: HostAsk<'http'>,
): Promise<HostAnswer<'http'>> {
  const signal = AbortSignal.timeout(ask.timeoutMs)
  try {
    const response = await follow(allowed, ask, signal)
    const body = Buffer.from(await response.arrayBuffer())
    const headers = Object.fromEntries(response.headers)
    return { status: response.status, headers, base64: body.toString('base64') }
  } catch (error) {
    if (error instanceof CallFailure) throw error
    if (signal.aborted) throw new CallFailure('timeout')
    const { code } = ((error as Error).cause ?? {}) as { code?: string }
    throw new CallFailure(
      `errcode:-102 cronet_error_code:-102 error_msg:net::${code ?? 'ERR_FAILED'}`,
    )
  }
}

async function follow(
  allowed: readonly string[],
  { url, method, headers, base64 }: HostAsk<'http'>,
  signal: AbortSignal,
): Promise<Response> {
  let address = readAddress(url)
  let body = base64 === undefined ? null : Buffer.from(base64, 'base64')
  let verb = method
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!isReachable(address, allowed)) {
      throw new CallFailure(`url not in domain list:${address.host}`)
    }
    const response = await fetch(address, {
      method: verb,
      headers,
      body,
      signal,
      redirect: 'manual',
    })
    const next = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || !next) return response
    address = new URL(next, address)
    if (response.status !== 307 && response.status !== 308) [verb, body] = ['GET', null]
  }
  throw new CallFailure('errcode:-310 cronet_error_code:-310 error_msg:net::ERR_TOO_MANY_REDIRECTS')
}

function readAddress(url: string): URL {
  try {
    return new URL(url)
  } catch {
    throw new CallFailure('invalid url')
  }
}
