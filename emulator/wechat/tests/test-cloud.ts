// A tiny cloud for tests: a real HTTP server around the extension, state in memory, a clock that can be moved.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWechat, type WechatControl, type WechatOptions } from '..'
import type { Buckets, Extension } from '../host'

export interface TestCloud {
  base: string
  control: WechatControl
  extension: Extension
  env: Record<string, string>
  state: Buckets
  clock: { now(): number; advance(ms: number): void }
  /** Faults to come, first in first out, by target. */
  faults: { target: string; effect: unknown }[]
  /** What the merchant's notify_url received; its answer is `merchant.status`. */
  merchant: {
    status: number
    received: { path: string; headers: Record<string, string>; body: string }[]
  }
  tick(): Promise<void>
  stop(): Promise<void>
}

export function createBuckets(): Buckets {
  const rows = new Map<string, Map<string, string>>()
  const bucket = (name: string) => {
    const found = rows.get(name) ?? new Map<string, string>()
    rows.set(name, found)
    return found
  }
  return {
    get: (name, key) => {
      const value = bucket(name).get(key)
      return value === undefined ? undefined : (JSON.parse(value) as unknown)
    },
    put: (name, key, value) => void bucket(name).set(key, JSON.stringify(value)),
    remove: (name, key) => void bucket(name).delete(key),
    list: (name) =>
      [...bucket(name)].map(([key, value]) => ({ key, value: JSON.parse(value) as unknown })),
  }
}

async function readBody(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function flatten(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

/** The clock starts at the real time (the SDK under test signs with that) and can only be moved forward. */
export async function startTestCloud(
  options: WechatOptions = {},
  state: Buckets = createBuckets(),
): Promise<TestCloud> {
  let shift = 0
  const clock = {
    now: () => Date.now() + shift,
    advance: (ms: number) => void (shift += ms),
  }
  const faults: TestCloud['faults'] = []
  const merchant: TestCloud['merchant'] = { status: 200, received: [] }
  let base = ''
  const wechat = createWechat(options)
  const extension = wechat({
    clock,
    state,
    base: () => base,
    log: () => undefined,
    fault(target) {
      const at = faults.findIndex((each) => each.target === target)
      return at < 0 ? null : (faults.splice(at, 1)[0]?.effect ?? null)
    },
    count: () => undefined,
  })
  const server: Server = createServer((req, res) => {
    void (async () => {
      const body = await readBody(req)
      const url = req.url ?? '/'
      const headers = flatten(req.headers)
      if (url.startsWith('/http/')) {
        merchant.received.push({ path: url, headers, body: body.toString() })
        res.writeHead(merchant.status).end()
        return
      }
      const answer = await extension.handle({ method: req.method ?? 'GET', url, headers }, body)
      if (answer?.drop) req.socket.destroy()
      else res.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body)
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    base,
    control: wechat.control(),
    extension,
    env: extension.env?.(base) ?? {},
    state,
    clock,
    faults,
    merchant,
    tick: async () => extension.tick?.(clock.now()),
    async stop() {
      await extension.stop?.()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
