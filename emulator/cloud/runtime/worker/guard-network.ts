/**
 * Keeps a function instance on this machine: a call to any other host is refused, loudly.
 * Each request also tells when it was sent, so that the gateway can see two operations of one transaction overlap,
 * and which invocation sent it.
 */
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'

export const SENT_HEADER = 'x-emulator-sent'
export const INVOCATION_HEADER = 'x-emulator-invocation'

type Request = typeof http.request

function hostOf(target: unknown, options: unknown): string {
  if (typeof target === 'string') return new URL(target).hostname
  if (target instanceof URL) return target.hostname
  const given = (target ?? options ?? {}) as http.RequestOptions
  return String(given.hostname ?? given.host ?? 'localhost').replace(/:\d+$/, '')
}

export function guardNetwork(hosts: string[], invocation: () => string | null): void {
  const allowed = new Set(['127.0.0.1', 'localhost', '::1', '[::1]', ...hosts])
  const check = (host: string): void => {
    if (allowed.has(host) || allowed.has('*')) return
    const error = new Error(`the local cloud lets no function reach ${host}`)
    console.error(error.message)
    throw Object.assign(error, { code: 'EMULATOR_HOST_REFUSED' })
  }
  for (const module of [http, https]) {
    const request = module.request
    const guarded = (...args: Parameters<Request>): http.ClientRequest => {
      check(hostOf(args[0], args[1]))
      const outgoing = request.apply(module, args)
      if (!outgoing.headersSent) {
        outgoing.setHeader(SENT_HEADER, String(process.hrtime.bigint()))
        const id = invocation()
        if (id) outgoing.setHeader(INVOCATION_HEADER, id)
      }
      return outgoing
    }
    module.request = guarded as Request
    module.get = ((...args: Parameters<Request>) => {
      const outgoing = guarded(...args)
      outgoing.end()
      return outgoing
    }) as typeof http.get
  }
  guardSockets(check)
  const realFetch = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    check(new URL(input instanceof Request ? input.url : String(input)).hostname)
    const id = invocation()
    if (!id) return realFetch(input, init)
    const request = new Request(input, init)
    request.headers.set(INVOCATION_HEADER, id)
    return realFetch(request)
  }
}

/** Below http and fetch: whatever opens a connection by itself (http2, tls, database drivers). */
function guardSockets(check: (host: string) => void): void {
  type Connect = (this: net.Socket, ...args: unknown[]) => net.Socket
  const prototype = net.Socket.prototype as unknown as { connect: Connect }
  const connect = prototype.connect
  prototype.connect = function (...args) {
    // net.connect hands over its arguments already read, as one list.
    const given = Array.isArray(args[0]) ? (args[0] as unknown[]) : args
    const options = given[0]
    if (options !== null && typeof options === 'object') {
      const { host, path } = options as { host?: string; path?: string }
      if (!path) check(host ?? 'localhost')
    } else if (typeof options === 'number' && typeof given[1] === 'string') check(given[1])
    return connect.apply(this, args)
  }
}
