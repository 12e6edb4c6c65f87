/**
 * Keeps a function instance on this machine: a call to any other host is refused, loudly.
 * Each request also tells when it was sent, so that the gateway can see two operations of one transaction overlap.
 */
import http from 'node:http'
import https from 'node:https'

export const SENT_HEADER = 'x-emulator-sent'

type Request = typeof http.request

function hostOf(target: unknown, options: unknown): string {
  if (typeof target === 'string') return new URL(target).hostname
  if (target instanceof URL) return target.hostname
  const given = (target ?? options ?? {}) as http.RequestOptions
  return String(given.hostname ?? given.host ?? 'localhost').replace(/:\d+$/, '')
}

export function guardNetwork(hosts: string[]): void {
  const allowed = new Set(['127.0.0.1', 'localhost', '::1', '[::1]', ...hosts])
  const check = (host: string): void => {
    if (allowed.has(host)) return
    const error = new Error(`the local cloud lets no function reach ${host}`)
    console.error(error.message)
    throw Object.assign(error, { code: 'EMULATOR_HOST_REFUSED' })
  }
  for (const module of [http, https]) {
    const request = module.request
    const guarded = (...args: Parameters<Request>): http.ClientRequest => {
      check(hostOf(args[0], args[1]))
      const outgoing = request.apply(module, args)
      if (!outgoing.headersSent) outgoing.setHeader(SENT_HEADER, String(process.hrtime.bigint()))
      return outgoing
    }
    module.request = guarded as Request
    module.get = ((...args: Parameters<Request>) => {
      const outgoing = guarded(...args)
      outgoing.end()
      return outgoing
    }) as typeof http.get
  }
  const realFetch = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    check(new URL(input instanceof Request ? input.url : String(input)).hostname)
    return realFetch(input, init)
  }
}
